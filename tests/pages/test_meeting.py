"""A meeting's page: what stands first, what is said when something is missing, and how it is prepared."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.pages.html import Fragment
from tests.pages.records import BODY, MEETING, SCHEDULE, SMALL, TODAY, built

BARE = {"parknamnden/organ.md": BODY}
CYCLE = {**BARE, "parknamnden/sammantradesordning/2026.md": SCHEDULE}
HISTORICAL = {"parknamnden/organ.md": BODY.replace("slag: nämnd\n", "slag: nämnd\nhistoriskt: ja\n")}
NO_RULE = {"parknamnden/organ.md": BODY.replace("kallelse_senast: 7\n", "")}


def _lines(root: Path, header: str, files: dict[str, str] = BARE, today: dt.date = TODAY) -> list[str]:
    meeting = {"parknamnden/2026-03-12/kallelse.md": f"---\n{header}---\n"}
    return Fragment(built(root, {**files, **meeting}, today)["parknamnden/2026-03-12/"].html).lines


EMPTY = [
    (
        "dagen för utskick kommer av ordningen",
        "läge: planerat",
        TODAY,
        CYCLE,
        "Kallelsen är inte publicerad än. Den kommer här senast torsdag 5 mars 2026.",
    ),
    (
        "dagen för utskick kommer av organet",
        "läge: planerat",
        TODAY,
        BARE,
        "Kallelsen är inte publicerad än. Den kommer här senast torsdag 5 mars 2026.",
    ),
    (
        "utskicket är försenat",
        "läge: planerat",
        dt.date(2026, 3, 6),
        BARE,
        "Kallelsen är inte publicerad än.",
    ),
    (
        "organet har ingen tid för kallelse",
        "läge: planerat",
        TODAY,
        NO_RULE,
        "Kallelsen är inte publicerad än.",
    ),
    (
        "sammanträdet har varit",
        "läge: genomfört",
        dt.date(2026, 3, 13),
        BARE,
        "Föredragningslistan finns inte i arkivet.",
    ),
    ("kallelsen är skickad", "läge: kallat", TODAY, BARE, "Föredragningslistan finns inte i arkivet."),
    ("organet följs inte upp", "läge: planerat", TODAY, HISTORICAL, "Föredragningslistan finns inte i arkivet."),
]


@pytest.mark.parametrize(
    ("state", "today", "files", "said"), [case[1:] for case in EMPTY], ids=[case[0] for case in EMPTY]
)
def test_what_is_said_in_place_of_an_agenda(
    tmp_path: Path, state: str, today: dt.date, files: dict[str, str], said: str
) -> None:
    lines = _lines(tmp_path, f"datum: 2026-03-12\n{state}\n", files, today)
    assert lines[lines.index("Föredragningslista") + 1] == said


def test_a_cancelled_meeting_has_no_empty_agenda_and_one_that_has_been_is_told_in_the_past(tmp_path: Path) -> None:
    moved = "flyttningar:\n  - från: 2026-03-05\n    till: 2026-03-12\n"
    later = dt.date(2026, 3, 13)
    for state, told, was in (
        ("läge: inställt\n", "Sammanträdet är inställt. Skälet", "Sammanträdet ställdes in. Skälet"),
        (f"läge: genomfört\n{moved}", "Sammanträdet är flyttat från", "Sammanträdet flyttades från"),
    ):
        for today, words in ((TODAY, told), (later, was)):
            lines = _lines(tmp_path, f"datum: 2026-03-12\n{state}", BARE, today)
            assert any(line.startswith(words) for line in lines), words
            assert ("Föredragningslista" in lines) is ("inställt" not in state)


def test_a_move_whose_reason_nobody_knows_says_so(tmp_path: Path) -> None:
    moved = "flyttningar:\n  - från: 2026-03-05\n    till: 2026-03-12\n    skäl: okänt\n"
    lines = _lines(tmp_path, f"datum: 2026-03-12\nläge: kallat\n{moved}")
    assert any(line.endswith("till torsdag 12 mars 2026. Skälet är inte känt.") for line in lines)


def test_that_minutes_are_still_to_come_stands_once_and_above_the_agenda(tmp_path: Path) -> None:
    call = MEETING.replace("läge: kallat", "läge: kallat\njustering:\n  tid: 16:00")
    files = {**SMALL, "parknamnden/2026-03-12/kallelse.md": call}
    lines = Fragment(built(tmp_path, files, dt.date(2026, 3, 13))["parknamnden/2026-03-12/"].html).lines
    due = [n for n, line in enumerate(lines) if "torsdag 26 mars 2026" in line]
    assert len(due) == 1
    assert due[0] < lines.index("Föredragningslista")
    assert lines[lines.index("Justeringens tid och plats") + 1] == "Kl. 16.00"


def test_an_agenda_that_is_not_called_says_that_it_may_change_and_its_letter_is_no_call(tmp_path: Path) -> None:
    words = "Kallelsen är inte publicerad än. Den kommer här senast torsdag 5 mars 2026. Listan kan ändras till dess."
    for state, heading in (("planerat", "Inför sammanträdet"), ("kallat", "Ur kallelsen")):
        files = {**SMALL, "parknamnden/2026-03-12/kallelse.md": MEETING.replace("kallat", state)}
        lines = Fragment(built(tmp_path, files)["parknamnden/2026-03-12/"].html).lines
        assert (words in lines) is (state == "planerat")
        assert heading in lines


TOPS = [
    ("vanligt", "läge: kallat\ntid: 18:30\nplats: Sal 2\n", ["Kl. 18.30, Sal 2", "Kallat"]),
    ("inget är känt", "läge: planerat\n", ["Klockslaget är inte känt, platsen är inte känd", "Planerat"]),
    (
        "inställt med skäl",
        "läge: inställt\nskäl: För få ärenden.\n",
        [
            "Inställt",
            "Läget den 2 mars 2026",
            "Sammanträdet är inställt. Skäl: För få ärenden.",
        ],
    ),
    (
        "inställt utan skäl",
        "läge: inställt\n",
        [
            "Inställt",
            "Läget den 2 mars 2026",
            "Sammanträdet är inställt. Skälet är inte angivet.",
        ],
    ),
    (
        "flyttat",
        "läge: kallat\nflyttningar:\n  - från: 2026-03-05\n    till: 2026-03-12\n"
        "    skäl: Salen var upptagen\n    beslutat: 2026-02-12\n",
        [
            "Klockslaget är inte känt, platsen är inte känd",
            "Kallat Flyttat",
            "Läget den 2 mars 2026",
            "Sammanträdet är flyttat från torsdag 5 mars 2026 till torsdag 12 mars 2026. "
            "Skäl: Salen var upptagen. Det bestämdes 12 februari 2026.",
        ],
    ),
]


@pytest.mark.parametrize(("header", "top"), [case[1:] for case in TOPS], ids=[case[0] for case in TOPS])
def test_day_time_place_and_state_stand_first(tmp_path: Path, header: str, top: list[str]) -> None:
    lines = _lines(tmp_path, f"datum: 2026-03-12\n{header}")
    start = lines.index("Parknämnden, Ekstads kommun") + 1
    assert lines[start : start + 1 + len(top)] == ["Sammanträde torsdag 12 mars 2026", *top]


def test_the_whole_page(tmp_path: Path) -> None:
    assert Fragment(built(tmp_path, SMALL)["parknamnden/2026-03-12/"].html).lines == [
        "Start",
        "Parknämnden",
        "2026",
        "Sammanträde torsdag 12 mars 2026",
        "mar 12 torsdag",
        "Parknämnden, Ekstads kommun",
        "Sammanträde torsdag 12 mars 2026",
        "Kl. 18.30, Rådhuset, sal 2",
        "Kallat",
        "Läget den 2 mars 2026",
        "Föredragningslistan som PDF · Alla handlingar som PDF",
        "Föredragningslista",
        "Inledande punkter: Upprop",
        "1",
        "Plan för träd",
        "Förslag: Nämnden antar planen. (och 1 punkt till)",
        "Beslutsärende · PN/2026:7 · 3 handlingar: Plan för träd",
        "Rättad karta (inte publicerad på webben – begär ut den: Rättad karta) "
        "Tillkom vid sammanträdet. Ersätter ”Karta”.",
        "2",
        "Ärendet visas inte",
        "Uppgifterna kan omfattas av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen (2009:400). "
        "Begär ut det som får lämnas ut: Parknämnden, sammanträdet 12 mars 2026, punkt 2 på listan.",
        "PN/2026:9",
        "Ur kallelsen",
        "Välkommen till sammanträdet.",
        "Så förbereds sammanträdet",
        "måndag 2 mars 2026 Sista dag för handlingar kl. 12.00",
        "10 dagar före sammanträdet torsdag 12 mars 2026 är måndag 2 mars 2026.",
        "torsdag 5 mars 2026 Kallelsen skickas",
        "7 dagar före sammanträdet torsdag 12 mars 2026 är torsdag 5 mars 2026.",
        "Hela sammanträdesordningen 2026",
        "Om sammanträdet",
        "Kallelsen skickades",
        "torsdag 5 mars 2026",
        "Delegationslistor",
        "Åkerenheten, februari 2026 2 beslut",
        "Följ",
        "Lägg till i din kalender",
        "Prenumerera på alla sammanträden",
    ]


def test_the_head_tells_machines_day_hour_place_and_state(tmp_path: Path) -> None:
    head = built(tmp_path, SMALL)["parknamnden/2026-03-12/"].head
    assert '"@type":"Event","name":"Sammanträde torsdag 12\N{NO-BREAK SPACE}mars 2026, Parknämnden"' in head
    assert '"startDate":"2026-03-12T18:30+01:00"' in head
    assert '"eventStatus":"https://schema.org/EventScheduled"' in head
    assert '"location":{"@type":"Place","name":"Rådhuset, sal 2","address":"Ekstads kommun"}' in head


STEPS = [
    (
        "torsdag 16 april, flyttad av annandag påsk och satt för hand",
        "2026-04-16",
        [
            "tisdag 7 april 2026 Sista dag för handlingar kl. 12.00",
            "Flyttad. 10 dagar före sammanträdet torsdag 16 april 2026 är måndag 6 april 2026. "
            "Den dagen är annandag påsk, därför gäller närmaste arbetsdag efter: tisdag 7 april 2026.",
            "onsdag 8 april 2026 Kallelsen skickas",
            "Avviker från regeln. 7 dagar före sammanträdet torsdag 16 april 2026 är torsdag 9 april 2026. "
            "Ordningen sätter i stället onsdag 8 april 2026. Skäl: Tryckeriet är stängt.",
            "Hela sammanträdesordningen 2026",
        ],
    ),
    (
        "torsdag 21 maj, flyttad av Kristi himmelsfärdsdag",
        "2026-05-21",
        [
            "måndag 11 maj 2026 Sista dag för handlingar kl. 12.00",
            "10 dagar före sammanträdet torsdag 21 maj 2026 är måndag 11 maj 2026.",
            "onsdag 13 maj 2026 Kallelsen skickas",
            "Flyttad. 7 dagar före sammanträdet torsdag 21 maj 2026 är torsdag 14 maj 2026. "
            "Den dagen är Kristi himmelsfärdsdag, därför gäller närmaste arbetsdag före: onsdag 13 maj 2026.",
            "Hela sammanträdesordningen 2026",
        ],
    ),
    (
        "torsdag 18 juni, utanför ordningen",
        "2026-06-18",
        [
            "Dagen står inte i sammanträdesordningen för 2026. Stegen är räknade efter samma regler.",
            "måndag 8 juni 2026 Sista dag för handlingar kl. 12.00",
            "10 dagar före sammanträdet torsdag 18 juni 2026 är måndag 8 juni 2026.",
            "torsdag 11 juni 2026 Kallelsen skickas",
            "7 dagar före sammanträdet torsdag 18 juni 2026 är torsdag 11 juni 2026.",
            "Hela sammanträdesordningen 2026",
        ],
    ),
]


@pytest.mark.parametrize(("day", "said"), [case[1:] for case in STEPS], ids=[case[0] for case in STEPS])
def test_every_step_says_how_its_date_came_about(tmp_path: Path, day: str, said: list[str]) -> None:
    pages = built(tmp_path, {**CYCLE, f"parknamnden/{day}/kallelse.md": f"---\ndatum: {day}\nläge: planerat\n---\n"})
    lines = Fragment(pages[f"parknamnden/{day}/"].html).lines
    assert lines[lines.index("Så förbereds sammanträdet") + 1 : lines.index("Följ")] == said
