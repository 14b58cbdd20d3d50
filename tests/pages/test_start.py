"""What the start page tells on the day: examples of searches, latest decisions, what can be appealed, who meets next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.dates import written
from macros.facts.day import Day
from macros.pages.start import courts, one_of_each_matter, start
from macros.record.reading import read
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import BODY, SMALL, TODAY, built, record


def _lines(root: Path, files: dict[str, str], today: dt.date = TODAY, address: str = "") -> list[str]:
    return Fragment(start(Day(record(root, files), today), address)).lines


def _between(lines: list[str], first: str, last: str) -> list[str]:
    return lines[lines.index(first) + 1 : lines.index(last)]


def test_search_stands_first_with_three_examples_that_the_archive_has(tmp_path: Path) -> None:
    html = start(Day(record(tmp_path, HELD), TODAY))
    assert Fragment(html).lines[:3] == [
        "Ord, diarienummer eller datum",
        "Sök",
        "Till exempel bänkar, PN/2026:3, 12 februari",
    ]
    assert 'href="sok/?q=PN%2F2026%3A3"' in html
    assert "Till exempel" not in start(Day(record(tmp_path / "utan", SMALL), TODAY))


def test_the_latest_decisions_are_what_settled_something(tmp_path: Path) -> None:
    """What was noted, referred back, withheld or chosen without a matter is not among them."""
    assert _between(_lines(tmp_path, HELD), "Alla ärenden", "Kan överklagas nu") == [
        *["§ 2", "Nya bänkar", "Nämnden köper åtta bänkar. (och 1 punkt till)"],
        *["Parknämnden · 12 februari 2026", "Ändrat jämfört med förslaget"],
    ]
    assert _between(_lines(tmp_path / "utan", SMALL), "Alla ärenden", "Kan överklagas nu") == [
        "Inga beslut är publicerade än. De visas här när det första protokollet är justerat."
    ]


def test_the_latest_decisions_are_of_the_latest_meeting_first_and_of_each_matter_once(tmp_path: Path) -> None:
    archive, _ = read(Path(__file__).parents[2])
    settled = Day(archive, dt.date(2026, 11, 29)).minutes.settled
    assert [one.meeting.date for one in settled] == sorted((one.meeting.date for one in settled), reverse=True)
    once = list(one_of_each_matter(settled))
    addresses = [one.items[0].address for one in once]
    assert 3 < len(addresses) == len(set(addresses)) < len(settled)


APPEALABLE = [
    ("två uppe, ett överklagbart", TODAY, ["§ 2 Nya bänkar", "Senast fredag 6 mars · 4 dagar kvar"], 2),
    (
        "den som går ut först står först",
        dt.date(2026, 2, 24),
        [
            *["Anställningar i januari", "Senast tisdag 24 februari · sista dagen"],
            *["§ 2 Nya bänkar", "Senast fredag 6 mars · 10 dagar kvar"],
        ],
        2,
    ),
]


@pytest.mark.parametrize(
    ("today", "told", "up"), [case[1:] for case in APPEALABLE], ids=[case[0] for case in APPEALABLE]
)
def test_what_can_be_appealed_has_its_last_day_and_the_days_left(
    tmp_path: Path, today: dt.date, told: list[str], up: int
) -> None:
    assert _between(_lines(tmp_path, HELD, today), "Kan överklagas nu", "Nästa sammanträden") == [
        *told,
        f"Anslagstavlan ({up} uppe) · Så överklagar du",
        f"Läget den {written.date(today)}",
    ]


def test_of_many_that_can_be_appealed_the_first_to_end_are_told_and_how_many_there_are() -> None:
    archive, _ = read(Path(__file__).parents[2])
    lines = Fragment(start(Day(archive, dt.date(2026, 11, 22)))).lines
    told = _between(lines, "Kan överklagas nu", "Så hittar du")
    assert "De 3 vars tid går ut först, av 5. Anslagstavlan (5 uppe) · Så överklagar du" in told
    assert [line.partition(" · ")[0] for line in told if line.startswith("Senast")] == [
        "Senast onsdag 25 november",
        "Senast torsdag 26 november",
        "Senast onsdag 9 december",
    ]
    assert "§§ 43, 47 Delårsrapport per den 31 augusti 2026 och 1 beslut till" in told


def test_a_body_leads_to_its_calendars_and_folds_those_of_whoever_prepares(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, SMALL)["parknamnden/"].html).lines
    first = [line.partition(" Prenumerera: ")[0] for line in lines if " Prenumerera: " in line]
    assert first == ["Sammanträden", "Alla tidsfrister"]
    assert lines.index("Tidsfrister för den som förbereder") == 1 + next(
        n for n, line in enumerate(lines) if line.startswith("Allt nytt i Parknämnden")
    )


def test_when_nothing_can_be_appealed_it_says_so(tmp_path: Path) -> None:
    assert (
        "Inga beslut kunde överklagas den 21 mars 2026. De visas här från den dag då protokollet är anslaget, i tre veckor."
    ) in _lines(tmp_path, HELD, dt.date(2026, 3, 21))


def test_the_next_meeting_stands_below_the_search_with_its_call(tmp_path: Path) -> None:
    first = "parknamnden/2026-03-12/kallelse.md"
    told = _between(_lines(tmp_path, SMALL), "Sök", "Senaste beslut")
    assert told == [
        *["mar 12 torsdag", "Parknämnden torsdag 12 mars 2026", "Nästa sammanträde, kl. 18.30, Rådhuset, sal 2"],
        "Föredragningslista, 2 ärenden",
    ]
    planned = {**SMALL, first: "---\ndatum: 2026-03-12\nläge: planerat\n---\n"}
    assert _between(_lines(tmp_path / "planerat", planned), "Sök", "Senaste beslut")[-1] == (
        "Kallelsen kommer senast torsdag 5 mars"
    )
    late = _lines(tmp_path / "sent", planned, dt.date(2026, 3, 6))
    assert _between(late, "Sök", "Senaste beslut")[-1] == "Kallelsen är inte publicerad än"
    cancelled = {**SMALL, first: "---\ndatum: 2026-03-12\nläge: inställt\n---\n"}
    assert "mar 12 torsdag" not in _lines(tmp_path / "inställt", cancelled)


def test_each_other_body_has_one_card_with_its_next_meeting(tmp_path: Path) -> None:
    assert "Kalendern" not in _lines(tmp_path, SMALL)
    other = {
        "akernamnden/organ.md": BODY,
        "akernamnden/2026-03-20/kallelse.md": "---\ndatum: 2026-03-20\nläge: planerat\n---\n",
    }
    lines = _lines(tmp_path / "två", {**SMALL, **other})
    assert _between(lines, "Kalendern", "Så hittar du")[:2] == ["mar 20 fredag", "Parknämnden fredag 20 mars 2026"]
    assert [line for line in lines if line.startswith("mar 12")] == ["mar 12 torsdag"]
    nothing = _between(_lines(tmp_path / "inga", SMALL, dt.date(2030, 1, 1)), "Kalendern", "Så hittar du")
    assert nothing == [
        "Inga sammanträden är planerade. De visas här när ett organ har lagt in sin sammanträdesordning eller en kallelse."
    ]


def test_an_older_archive_is_listed_with_what_it_tells(tmp_path: Path) -> None:
    old = BODY.replace("slag: nämnd\n", "slag: nämnd\nhistoriskt: ja\n")
    files = {**SMALL, "parknamnden/organ.md": old, "parknamnden/arenden/bad.md": "---\nrubrik: Bad\n---\n"}
    lines = _lines(tmp_path, files)
    assert lines[lines.index("Alla organ") + 1 :] == [
        *["Ekstads kommun", "Fullmäktige", "Parknämnden Äldre arkiv: fylls inte på"],
        *["Sammanträde 12 mars 2026", "Bad", "Skrivelse om bänkar"],
    ]


def test_links_hold_on_another_page(tmp_path: Path) -> None:
    links = Fragment(start(Day(record(tmp_path, SMALL), TODAY), "om/")).links
    assert "../parknamnden/2026-03-12/" in links
    assert [link for link in links if not link.startswith("../")] == []


def _court(name: str, municipality: str, more: str = "") -> str:
    return f"---\nnamn: {name}\nkommun: {municipality}\nslag: nämnd\n{more}överklagande:\n  domstol: Förvaltningsrätten\n---\n"


def test_the_courts_are_in_order_of_municipality_and_body_and_those_of_invented_bodies_last(tmp_path: Path) -> None:
    files = {
        "a/organ.md": _court("Alnämnden", "Aby kommun", "påhittat: ja\n"),
        "b/organ.md": _court("Ödlenämnden", "Ekby kommun"),
        "c/organ.md": _court("Ärtnämnden", "Ekby kommun"),
        "d/organ.md": _court("Ålnämnden", "Ekby kommun"),
        "e/organ.md": _court("Gamla nämnden", "Ekby kommun", "historiskt: ja\n"),
        "f/organ.md": "---\nnamn: Björknämnden\nkommun: Ekby kommun\nslag: nämnd\n---\n",
        "g/organ.md": _court("Östra nämnden", "Cedby kommun"),
    }
    archive = record(tmp_path, files)
    assert [line.partition(":")[0] for line in Fragment(courts(archive)).lines[:-1]] == [
        "Östra nämnden", "Ålnämnden", "Ärtnämnden", "Ödlenämnden", "Alnämnden (påhittat exempel)",
    ]  # fmt: skip
    assert Fragment(courts(record(tmp_path / "ingen", {"f/organ.md": files["f/organ.md"]}))).lines == [
        "Arkivet har inte adressen till någon domstol. Fråga kommunen vilken förvaltningsrätt den hör till."
    ]
