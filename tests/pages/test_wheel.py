"""The year's wheel: each meeting at its day on the ring, with its steps inside, and a way to its row in the table."""

from __future__ import annotations

import re
from math import atan2, degrees, hypot

import pytest

from macros.pages.wheel import MIDDLE
from tests.pages.html import Fragment
from tests.pages.records import BODY, built

ADDRESS = "parknamnden/sammantradesordning/2026/"
STEPS = "".join(
    f"  - id: s{days}\n    namn: Steg {days}\n    dagar_{way}: {days}\n    slag: möte\n    vid_helgdag: behåll\n"
    for days, way in ((20, "före"), (3, "före"), (2, "efter"))
)
DAYS = "".join(f"  - datum: 2026-{day}\n" for day in ("01-01", "04-02", "10-01"))
SCHEDULE = f"---\når: 2026\nläge: beslutad\nsteg:\n{STEPS}sammanträden:\n{DAYS}---\n"
OFF = "---\ndatum: 2026-04-02\nläge: inställt\nskäl: Få ärenden.\n---\n"
WAY = "  - från: 2026-10-01\n    till: 2026-10-08\n    skäl: Lokalen.\n"
MOVED = f"---\ndatum: 2026-10-08\nläge: planerat\nflyttningar:\n{WAY}---\n"
FILES = {
    "parknamnden/organ.md": BODY,
    "parknamnden/sammantradesordning/2026.md": SCHEDULE,
    "parknamnden/2026-04-02/kallelse.md": OFF,
    "parknamnden/2026-10-01/kallelse.md": MOVED,
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return built(tmp_path_factory.mktemp("hjul"), FILES)[ADDRESS].html.replace("\N{NO-BREAK SPACE}", " ")


def _dots(page: str) -> list[tuple[str, str, str]]:
    """(class, where it leads, in words) of every meeting of the wheel."""
    return re.findall(r'<a class="k-hjul__mote([^"]*)" href="([^"]*)" aria-label="([^"]*)">', page)


def test_every_meeting_leads_to_its_row_and_says_when_it_is_not_held(page: str) -> None:
    assert _dots(page) == [
        ("", "#parknamnden-2026-01-01", "Torsdag 1 januari 2026, till raden i tabellen"),
        (
            " k-hjul__mote--installt",
            "#parknamnden-2026-04-02",
            "Torsdag 2 april 2026, inställt, till raden i tabellen",
        ),
        (
            " k-hjul__mote--installt",
            "#parknamnden-2026-10-01",
            "Torsdag 1 oktober 2026, flyttat till torsdag 8 oktober 2026, till raden i tabellen",
        ),
        ("", "../../../parknamnden/2026-10-01/", "Torsdag 8 oktober 2026, utanför ordningen"),
    ]
    assert {place[1:] for _, place, _ in _dots(page) if place.startswith("#")} <= set(Fragment(page).ids)


def test_days_stand_where_they_are_in_the_year_and_steps_inside_nearer_to_the_meeting(page: str) -> None:
    turns = [
        (round(degrees(atan2(x - MIDDLE, MIDDLE - y)) % 360), round(hypot(x - MIDDLE, y - MIDDLE)))
        for x, y in (
            (float(x), float(y)) for x, y in re.findall(r'class="k-hjul__dag" cx="([\d.]+)" cy="([\d.]+)"', page)
        )
    ]
    assert turns == [(0, 238), (90, 238), (269, 238), (276, 238)]
    april = page[page.index("#parknamnden-2026-04-02") :]
    steps = re.findall(r'class="k-hjul__steg" cx="([\d.]+)" cy="([\d.]+)" r="5"><title>(.*?)</title>', april)[:2]
    assert [said for _, _, said in steps] == ["Steg 20, fredag 13 mars 2026", "Steg 3, måndag 30 mars 2026"]
    first, last = (hypot(float(x) - MIDDLE, float(y) - MIDDLE) for x, y, _ in steps)
    assert first < last < 214


def test_a_step_of_the_year_before_goes_on_round_the_wheel(page: str) -> None:
    january = page[page.index("#parknamnden-2026-01-01") :]
    x, _, said = re.findall(r'class="k-hjul__steg" cx="([\d.]+)" cy="([\d.]+)" r="5"><title>(.*?)</title>', january)[0]
    assert said == "Steg 20, fredag 12 december 2025"
    assert float(x) < MIDDLE


def test_holidays_are_named_and_the_picture_is_told_in_words(page: str) -> None:
    assert "<title>Nationaldagen, lördag 6 juni 2026</title>" in page
    assert 'aria-labelledby="parknamnden-2026-hjul" aria-describedby="parknamnden-2026-hjul-sagt"' in page
    assert "Alla dagar står i tabellen närmast efter.</desc>" in page


def test_only_the_preparation_hides_behind_its_toggle(page: str) -> None:
    hidden = re.findall(r'<(\w+)(?: [^>]*)? class="k-beredning"|<(\w+) class="k-beredning"', page)
    assert {one or other for one, other in hidden} == {"section", "g", "th", "td", "li", "span"}
    assert page.count('id="visa-beredning"') == 1
