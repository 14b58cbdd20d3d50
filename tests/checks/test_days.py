"""Rules that count days, each on its last day and on the day after: nobody is told a day early, nor a day late."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.day import Day
from macros.record.reading import read
from tests.checks.case import SOUND
from tests.dates.examples import day

MINUTES = "meetings/testnamnden/2026-02-05/protokoll.md"
WRITTEN = "    justerat: 2026-02-12\n    anslag:\n      - anslaget: 2026-02-13\n"


def _told(root: Path, today: str, approved: str, posted: str = "", removed: str = "") -> set[str]:
    """The rules that find something when the minutes of Thursday 5 February 2026 were approved and posted on these days."""
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    text = (root / MINUTES).read_text(encoding="utf-8")
    written = f"    justerat: {day(approved)}\n" if approved else ""
    written += f"    anslag:\n      - anslaget: {day(posted)}\n" if posted else ""
    written += f"        nedtaget: {day(removed)}\n" if removed else ""
    assert text.count(WRITTEN) == 1
    (root / MINUTES).write_text(text.replace(WRITTEN, written), encoding="utf-8")
    archive, findings = read(root)
    assert findings == []
    return {found.rule for found in check(Day(archive, day(today))) if found.place.path == MINUTES}


DAYS = [
    # today, approved, posted, taken down, told
    ("Thursday 2026-02-19", "", "", "", set()),
    ("Friday 2026-02-20", "", "", "", {"justerat-sent"}),
    ("Thursday 2026-02-19", "Thursday 2026-02-19", "", "", set()),
    ("Wednesday 2026-02-18", "Thursday 2026-02-19", "", "", {"justerat-dag"}),
    ("Friday 2026-02-20", "Friday 2026-02-20", "", "", {"justerat-sent"}),
    ("Thursday 2026-02-19", "Friday 2026-02-20", "", "", {"justerat-dag"}),
    ("Monday 2026-02-16", "Thursday 2026-02-12", "", "", set()),
    ("Tuesday 2026-02-17", "Thursday 2026-02-12", "", "", {"anslag-saknas"}),
    ("Thursday 2026-02-12", "Tuesday 2026-02-10", "", "", set()),
    ("Friday 2026-02-13", "Tuesday 2026-02-10", "", "", {"anslag-saknas"}),
    ("Tuesday 2026-02-10", "Thursday 2026-02-05", "", "", {"anslag-saknas"}),
    ("Tuesday 2026-02-10", "Thursday 2026-02-05", "Thursday 2026-02-05", "", set()),
    ("Tuesday 2026-02-10", "Thursday 2026-02-05", "Wednesday 2026-02-04", "", {"anslaget-dag"}),
    ("Tuesday 2026-02-10", "Tuesday 2026-02-10", "Monday 2026-02-09", "", {"anslaget-dag"}),
    ("Tuesday 2026-02-10", "Thursday 2026-02-05", "Monday 2026-02-09", "", set()),
    ("Tuesday 2026-02-10", "Thursday 2026-02-05", "Tuesday 2026-02-10", "", {"anslaget-sent"}),
    ("Monday 2026-02-09", "Thursday 2026-02-05", "Tuesday 2026-02-10", "", {"anslag-framtid"}),
    ("Friday 2026-03-06", "Thursday 2026-02-12", "Friday 2026-02-13", "Friday 2026-03-06", {"nedtaget-för-tidigt"}),
    ("Thursday 2026-03-05", "Thursday 2026-02-12", "Friday 2026-02-13", "Friday 2026-03-06", {"anslag-framtid"}),
    ("Saturday 2026-03-07", "Thursday 2026-02-12", "Friday 2026-02-13", "Saturday 2026-03-07", set()),
]
"""Fourteen days after the meeting is Thursday 19 February; two after the approval of Thursday 12 is Saturday 14, so Monday 16."""


@pytest.mark.parametrize(("today", "approved", "posted", "removed", "told"), DAYS)
def test_a_rule_tells_from_its_first_day(
    tmp_path: Path, today: str, approved: str, posted: str, removed: str, told: set[str]
) -> None:
    assert _told(tmp_path, today, approved, posted, removed) == told
