"""Days that a schedule keeps in reserve or for elections ("slag"): shown as such everywhere, and a reserve is never awaited."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import check
from macros.dates.plan import plan_text
from macros.facts.day import Day
from macros.pages.build import pages
from macros.planning.due import due
from macros.planning.task import DueKind
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

TODAY = day("Saturday 2026-11-28")
SCHEDULE = """\
---
år: 2026
läge: beslutad
steg:
  - id: utskick
    namn: Kallelsen skickas
    dagar_före: 7
    slag: utskick
    vid_helgdag: före
sammanträden:
  - datum: 2026-11-19
    slag: reserv
  - datum: 2026-12-03
    slag: reserv
  - datum: 2026-12-10
    slag: val
    anmärkning: Val till nämndens utskott
  - datum: 2026-12-17
---
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return record(tmp_path, {"parknamnden/organ.md": BODY, "parknamnden/sammantradesordning/2026.md": SCHEDULE})


def test_a_reserve_is_neither_next_nor_awaited_nor_missed(archive: Archive) -> None:
    facts, body = Day(archive, TODAY), archive.bodies[0]
    found = facts.meetings.next(body)
    assert found is not None
    assert str(found.date) == "2026-12-10"
    assert [str(one.date) for one in facts.meetings.unopened(body)] == ["2026-12-10", "2026-12-17"]
    assert [one.is_reserve for one in facts.meetings.of(body)] == [True, True, False, False]
    assert check(Day(archive, TODAY)) == []
    meetings = [str(one.date) for one in due(archive, TODAY) if one.kind is DueKind.MEETING]
    steps = [str(one.date) for one in due(archive, TODAY) if one.kind is DueKind.STEP]
    assert (meetings, steps) == (["2026-12-10", "2026-12-17"], ["2026-12-03", "2026-12-10"])


@pytest.mark.parametrize(
    ("address", "reserves", "elections"),
    [
        ("kalender/", 2, 2),  # in the list and in the grid
        ("kalender/2026-11/", 1, 0),
        ("kalender/2026-12/", 1, 1),
        ("parknamnden/", 1, 1),
        ("parknamnden/2026/", 2, 1),
        ("parknamnden/sammantradesordning/2026/", 2, 1),
    ],
)
def test_pages_mark_the_days(archive: Archive, address: str, reserves: int, elections: int) -> None:
    html = next(page.html for page in pages(archive, TODAY) if page.address == address)
    words = " ".join(Fragment(html).lines).split()
    assert (words.count("Reservdag"), words.count("Val") - html.count("Val till")) == (reserves, elections)


def test_the_plan_in_a_terminal_says_it(archive: Archive) -> None:
    text = plan_text(archive.bodies[0].schedules[0].header, "PN")
    assert "\nSammanträde torsdag 3 december 2026 (reserv)\n" in text
    assert "\nSammanträde torsdag 10 december 2026 (val)\n  Val till nämndens utskott\n" in text
    assert "\nSammanträde torsdag 17 december 2026\n" in text
