import pytest

from macros.dates.comparison import compare_plan
from macros.dates.plan_rows import Judgement, PlanRow
from macros.dates.printed_plan import PrintedPlan, read_printed
from macros.record.schedule import ScheduleHeader
from tests.dates.examples import PRINTED, avux_2018, day, schedule, step

Told = tuple[str, str, str | None, str, str | None]


def compared(of: ScheduleHeader, text: str) -> tuple[PlanRow, ...]:
    printed, faults = read_printed(text, of)
    assert faults == ()
    assert isinstance(printed, PrintedPlan)
    return compare_plan(of, printed)


def told(rows: tuple[PlanRow, ...]) -> list[Told]:
    return [
        (str(row.meeting), row.step, str(row.printed) if row.printed else None, str(row.judgement), row.reason)
        for row in rows
        if row.judgement is not Judgement.AGREES
    ]


def test_the_printed_plan_of_2018_whole() -> None:
    rows = compared(avux_2018(), (PRINTED / "avux-2018-plan.tsv").read_text(encoding="utf-8"))
    assert len(rows) == 11 * 5
    assert told(rows) == [
        ("2018-01-18", "deadline_ordförandeberedning", "2018-01-02", "rätt flyttad", "nyårsdagen"),
        ("2018-04-12", "ordförandeberedning", "2018-04-03", "rätt flyttad", "annandag påsk"),
        (
            "2018-04-12",
            "facklig_samverkan",
            "2018-04-09",
            "avviker från regeln",
            "måndag; regeln ger onsdag 11 april 2018; 3 dagar före i stället för 1 dag före",
        ),
        (
            "2018-05-17",
            "oppositionsberedning",
            "2018-05-14",
            "stjärna utan grund",
            "regeln ger samma dag, måndag 14 maj 2018",
        ),
        (
            "2018-05-17",
            "facklig_samverkan",
            "2018-05-15",
            "avviker från regeln",
            "tisdag; regeln ger onsdag 16 maj 2018; 2 dagar före i stället för 1 dag före",
        ),
        ("2018-06-14", "deadline_nämnd", "2018-06-06", "på helgdag", "nationaldagen"),
    ]
    holiday = next(row for row in rows if row.judgement is Judgement.ON_HOLIDAY)
    assert (holiday.nominal, holiday.date) == (day("Wednesday 2018-06-06"), day("Tuesday 2018-06-05"))


HEAD = "sammantrade\tsteget\n"
MEETING = "2018-04-12"


@pytest.mark.parametrize(
    ("rule", "days", "cell", "judgement", "reason"),
    [
        ("efter", "10", "2018-04-03", "rätt flyttad", "annandag påsk"),  # no star is used anywhere in the plan
        ("efter", "10", "2018-04-03*", "rätt flyttad", "annandag påsk"),
        ("efter", "10", "2018-04-02", "på helgdag", "annandag påsk"),
        ("efter", "10", "2018-04-02*", "på helgdag", "annandag påsk"),
        (
            "efter",
            "10",
            "2018-03-29",
            "avviker från regeln",
            "torsdag; regeln ger tisdag 3 april 2018; flyttad från annandag påsk, men steget har vid_helgdag efter",
        ),
        ("behåll", "10", "2018-04-02", "stämmer", "annandag påsk"),
        (
            "behåll",
            "10",
            "2018-04-03*",
            "avviker från regeln",
            "tisdag; regeln ger måndag 2 april 2018; flyttad från annandag påsk, men steget har vid_helgdag behåll",
        ),
        ("före", "8", "2018-04-04", "stämmer", None),
        ("före", "8", "2018-04-04*", "stjärna utan grund", "regeln ger samma dag, onsdag 4 april 2018"),
        ("före", "8", "", "saknas i planen", None),
        ("efter", "10", "", "saknas i planen", "annandag påsk"),
        (
            "före",
            "8",
            "2018-05-04",
            "avviker från regeln",
            "fredag; regeln ger onsdag 4 april 2018; rätt dagnummer i fel månad",
        ),
        (
            "före",
            "8",
            "2019-04-04",
            "avviker från regeln",
            "torsdag; regeln ger onsdag 4 april 2018; rätt dag i fel år",
        ),
        (
            "före",
            "8",
            "2018-04-02",
            "avviker från regeln",
            "måndag; regeln ger onsdag 4 april 2018; dagen är annandag påsk; 10 dagar före i stället för 8 dagar före",
        ),
        (
            "före",
            "8",
            "2018-04-12",
            "avviker från regeln",
            "torsdag; regeln ger onsdag 4 april 2018; samma dag som sammanträdet i stället för 8 dagar före",
        ),
        (
            "före",
            "8",
            "2018-04-13",
            "avviker från regeln",
            "fredag; regeln ger onsdag 4 april 2018; 1 dag efter i stället för 8 dagar före",
        ),
        (
            "efter",
            "12",
            "2018-03-31",
            "avviker från regeln",
            "lördag; regeln ger tisdag 3 april 2018; dagen är ingen arbetsdag och är inte flyttad",
        ),
    ],
)
def test_one_printed_date_is_judged(rule: str, days: str, cell: str, judgement: str, reason: str | None) -> None:
    (row,) = compared(schedule(step("steget", rule, dagar_före=days)), f"{HEAD}{MEETING}\t{cell}\n")
    assert (str(row.judgement), row.reason) == (judgement, reason)
    assert row.differs is (judgement not in ("stämmer", "rätt flyttad"))


def test_a_star_is_missed_only_in_a_plan_that_uses_stars() -> None:
    of = schedule(step("steget", "efter", dagar_före="10"), meetings=("2018-04-12", "2018-01-11"))
    rows = compared(of, f"{HEAD}2018-01-11\t2018-01-02*\n2018-04-12\t2018-04-03\n")
    assert told(rows) == [
        ("2018-01-11", "steget", "2018-01-02", "rätt flyttad", "nyårsdagen"),
        ("2018-04-12", "steget", "2018-04-03", "stjärna saknas", "annandag påsk"),
    ]


def test_meetings_that_only_one_of_the_two_has() -> None:
    of = schedule(step("steget", dagar_före="1"), meetings=("2018-04-12", "2018-05-17"))
    rows = compared(of, f"{HEAD}2018-04-12\t2018-04-11\n2018-06-14\t2018-06-13\n")
    assert told(rows) == [
        ("2018-05-17", "sammanträde", None, "saknas i planen", None),
        ("2018-06-14", "sammanträde", "2018-06-14", "finns inte i ordningen", None),
    ]
    assert [row.differs for row in rows] == [False, True, True, False]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (
            "2018-04-09",
            "måndag; regeln ger onsdag 11 april 2018; 3 dagar före i stället för 1 dag före; ordningen sätter samma dag för hand",
        ),
        (
            "2018-04-10",
            "tisdag; regeln ger onsdag 11 april 2018; 2 dagar före i stället för 1 dag före; "
            "ordningen sätter måndag 9 april 2018 för hand",
        ),
        ("", "ordningen sätter måndag 9 april 2018 för hand"),
        ("2018-04-11", None),
    ],
)
def test_the_rule_is_the_measure_and_what_is_set_by_hand_is_told(cell: str, reason: str | None) -> None:
    by_hand = {MEETING: {"steget": {"datum": "2018-04-09", "skäl": "Lokalen är upptagen."}}}
    (row,) = compared(schedule(step("steget", dagar_före="1"), by_hand=by_hand), f"{HEAD}{MEETING}\t{cell}\n")
    assert row.reason == reason
    assert row.date == day("Wednesday 2018-04-11")


def test_a_row_as_it_is_exported() -> None:
    (row,) = compared(schedule(step("steget", "efter", dagar_före="10")), f"{HEAD}{MEETING}\t2018-04-02\n")
    assert row.record() == {
        "sammanträde": "2018-04-12",
        "steg": "steget",
        "nominellt": "2018-04-02",
        "datum": "2018-04-03",
        "orsak": "annandag påsk",
        "tryckt": "2018-04-02",
        "bedömning": "på helgdag",
    }
