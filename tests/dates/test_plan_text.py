"""The plan of a year, and its comparison, with two of each: meetings, steps of a day, standing meetings, pauses, clashes."""

from __future__ import annotations

from macros.dates.comparison import compare_plan
from macros.dates.plan import comparison_text, plan_text
from macros.dates.plan_rows import plan_rows
from macros.dates.printed_plan import PrintedPlan, read_printed
from tests.dates.examples import schedule, step

OF = schedule(
    step("handlingar", "före", dagar_före="10"),
    step("utskick", dagar_före="9"),
    step("gruppmöte", dagar_före="0", tid="17:00"),
    step("samråd", dagar_före="0", tid="16:00-16:30"),
    step("justering", dagar_efter="7"),
    meetings=("2018-04-12", "2018-05-31"),
    by_hand={
        date: {"utskick": {"datum": set_to, "skäl": f"Tryckeriet är stängt i {month}."}}
        for date, set_to, month in (("2018-04-12", "2018-04-04", "april"), ("2018-05-31", "2018-05-23", "maj"))
    },
    standing=(
        {
            "id": "ledning",
            "namn": "Ledning",
            "veckodag": "måndag",
            "månader": ["3", "4", "5"],
            "undantag": [
                {"från": "2018-03-12", "till": "2018-03-12", "skäl": "Lov"},
                {"från": "2018-04-09", "till": "2018-04-16", "skäl": "Resa"},
            ],
        },
        {"id": "facket", "namn": "Facket", "veckodag": "tisdag", "månader": ["5", "12"], "tid": "09:00"},
        {"id": "avstämning", "namn": "Avstämning", "veckodag": "torsdag", "månader": ["5", "11"]},
    ),
)

TEXT = """\
Provnämnden: sammanträdesordning 2018 (beslutad)

Sammanträde torsdag 12 april 2018
  torsdag 29 mars                    Handlingar
    → flyttad från måndag 2 april: annandag påsk
  onsdag 4 april                     Utskick
    → avvikelse i ordningen; regeln ger tisdag 3 april
  Samma dag
  torsdag 12 april  kl. 16.00–16.30  Samråd
  torsdag 12 april  kl. 17.00        Gruppmöte
  Efter sammanträdet
  torsdag 19 april                   Justering

Sammanträde torsdag 31 maj 2018
  måndag 21 maj                      Handlingar
  onsdag 23 maj                      Utskick
    → avvikelse i ordningen; regeln ger tisdag 22 maj
  Samma dag
  torsdag 31 maj    kl. 16.00–16.30  Samråd
  torsdag 31 maj    kl. 17.00        Gruppmöte
  Efter sammanträdet
  torsdag 7 juni                     Justering

Stående möten
  Ledning: måndagar, 10 gånger
    uppehåll måndag 12 mars: Lov
    uppehåll måndag 9 april till måndag 16 april: Resa
    på helgdag: måndag 2 april (annandag påsk)
  Facket: tisdagar kl. 09.00, 9 gånger
    på helgdag: tisdag 1 maj (första maj) och tisdag 25 december (juldagen)
  Avstämning: torsdagar, 10 gånger
    på helgdag: torsdag 10 maj (Kristi himmelsfärdsdag)

Avvikelser i ordningen
  Utskick, sammanträdet torsdag 12 april
    onsdag 4 april i stället för tisdag 3 april
    Skäl: Tryckeriet är stängt i april.
  Utskick, sammanträdet torsdag 31 maj
    onsdag 23 maj i stället för tisdag 22 maj
    Skäl: Tryckeriet är stängt i maj.
"""


def test_the_whole_plan() -> None:
    assert plan_text(OF, "Provnämnden") + "\n" == TEXT


def test_the_rows_of_the_plan() -> None:
    rows = [(str(row.meeting or ""), row.step) for row in plan_rows(OF)]
    steps = ("handlingar", "utskick", "samråd", "gruppmöte", "justering")
    assert rows[:10] == [(meeting, id) for meeting in ("2018-04-12", "2018-05-31") for id in steps]
    assert [sum(row == ("", id) for row in rows) for id in ("ledning", "facket", "avstämning")] == [10, 9, 10]


COMPARISON = """\
Jämförelse med tryckt.tsv
  7 datum jämförda
    stämmer: 2
    på helgdag: 1
    avviker från regeln: 1
    stjärna utan grund: 1
    saknas i planen: 1
    finns inte i ordningen: 1
  utan kolumn i filen: Gruppmöte, Samråd och Justering

Skillnader
  måndag 2 april: Handlingar, sammanträdet torsdag 12 april
    på helgdag: annandag påsk; regeln ger torsdag 29 mars
  onsdag 4 april: Utskick, sammanträdet torsdag 12 april
    avviker från regeln: onsdag; regeln ger tisdag 3 april 2018; 8 dagar före i
      stället för 9 dagar före; ordningen sätter samma dag för hand
  tisdag 22 maj: Utskick, sammanträdet torsdag 31 maj
    stjärna utan grund: regeln ger samma dag, tisdag 22 maj 2018; ordningen
      sätter onsdag 23 maj 2018 för hand
  torsdag 14 juni: sammanträde
    finns inte i ordningen
  måndag 4 juni: Handlingar, sammanträdet torsdag 14 juni
    saknas i planen

5 skillnader mot regeln.
"""


def test_the_whole_comparison() -> None:
    text = (
        "sammantrade\thandlingar\tutskick\n2018-04-12\t2018-04-02\t2018-04-04\n2018-05-31\t2018-05-21\t2018-05-22*\n"
        "2018-06-14\t\t2018-06-05\n"
    )
    printed, faults = read_printed(text, OF)
    assert faults == ()
    assert isinstance(printed, PrintedPlan)
    assert printed.uses_stars
    assert comparison_text(OF, compare_plan(OF, printed), "tryckt.tsv") + "\n" == COMPARISON
