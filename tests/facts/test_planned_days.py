"""What a schedule says of one of its days, its hour, place and remark: the same in facts, plan, calendar, pages and calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.new.meeting import new_meeting
from macros.checks import check
from macros.dates.plan import plan_text
from macros.facts.day import Day
from macros.finding import Place
from macros.pages.build import pages
from macros.pages.functions import Context, run
from macros.record.archive import Archive
from macros.record.summons import MeetingKind
from macros.texts.calls import Call
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

TODAY = day("Saturday 2026-11-28")
OWN = "    tid: 09:30\n    plats: Gamla rådhuset\n    anmärkning: Heldag med budget\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A board that meets at 18.00 in Rådhuset, but on one day of two at another hour and place."""
    days = f"  - datum: 2026-12-10\n{OWN}  - datum: 2026-12-17\n"
    schedule = f"---\når: 2026\nläge: beslutad\nsammanträden:\n{days}---\n"
    return record(tmp_path, {"parknamnden/organ.md": BODY, "parknamnden/sammantradesordning/2026.md": schedule})


def _lines(archive: Archive, address: str) -> str:
    html = next(page.html for page in pages(archive, TODAY) if page.address == address)
    return "\n".join(Fragment(html).lines).replace("\N{NO-BREAK SPACE}", " ")


def test_a_planned_day_has_its_own_hour_and_place_or_the_usual_ones(archive: Archive) -> None:
    own, usual = Day(archive, TODAY).meetings.of(archive.bodies[0])
    assert (str(own.time), own.venue, own.note) == ("09:30:00", "Gamla rådhuset", "Heldag med budget")
    assert (str(usual.time), usual.venue, usual.note) == ("18:00:00", "Rådhuset", None)
    assert check(Day(archive, TODAY)) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("kalender/", "kl. 09.30, Gamla rådhuset, Heldag med budget"),
        ("kalender/2026-12/", "kl. 09.30"),
        ("parknamnden/", "Kl. 09.30, Gamla rådhuset, Heldag med budget"),
        ("parknamnden/2026/", "kl. 09.30, Gamla rådhuset, Heldag med budget, Kallelsen är inte publicerad än"),
        ("parknamnden/sammantradesordning/2026/", "torsdag 10 december not 1\nkl. 09.30, Gamla rådhuset\n"),
        ("parknamnden/sammantradesordning/2026/", "\nHeldag med budget"),
    ],
)
def test_pages_show_the_hour_place_and_remark_of_the_day_alone(archive: Archive, address: str, said: str) -> None:
    shown = _lines(archive, address)
    assert shown.count(said) == 1
    assert shown.count("09.30") == 1


def test_the_plan_in_a_terminal_shows_them(archive: Archive) -> None:
    text = plan_text(archive.bodies[0].schedules[0].header, "PN")
    assert "\nSammanträde torsdag 10 december 2026 kl. 09.30, Gamla rådhuset\n  Heldag med budget\n" in text
    assert "\nSammanträde torsdag 17 december 2026\n" in text


def test_a_letter_names_the_hour_and_place_of_the_next_meeting(archive: Archive) -> None:
    call = Call("nästa_sammanträde", ("parknamnden",), Place("x.md", 1, 1))
    said = str(run(Context(Day(archive, TODAY), ""), call))
    assert said == "torsdag 10 december 2026 kl. 09.30, Gamla rådhuset"


def test_a_new_call_takes_them_over(archive: Archive) -> None:
    body = archive.bodies[0]
    own, usual = (new_meeting(body, day(one)).files[0].text for one in ("Thursday 2026-12-10", "Thursday 2026-12-17"))
    assert "\ntid: 09:30\nplats: Gamla rådhuset\n" in own
    assert "\ntid: 18:00\nplats: Rådhuset\n" in usual
    extra = new_meeting(body, day("Thursday 2026-12-10"), MeetingKind.EXTRA).files[0].text
    assert "\ntid: 18:00\n" in extra
