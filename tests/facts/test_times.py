"""A number that the law sets stands in one place: the sentences that name it say the number that is counted with."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from types import ModuleType

import pytest

from macros.dates import after_meeting
from macros.dates.written import in_words, ordinal, weeks

ROOT = Path(__file__).parents[2]
SPOKEN = re.compile(r"\b(?:tre|två|fyra) veckor\b|\b14 dagar\b|\bfjorton dagar\b|\b(?:andra|tredje) dagen\b")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _with(old: str, new: str) -> ModuleType:
    """The module as it would be with another number."""
    source = Path(after_meeting.__file__).read_text(encoding="utf-8")
    assert old in source
    other = ModuleType("after_meeting")
    other.__dict__["__name__"] = after_meeting.__name__
    exec(compile(source.replace(old, new), "after_meeting.py", "exec"), other.__dict__)
    return other


def test_another_time_for_appeal_is_counted_and_said() -> None:
    other = _with("WEEKS_TO_APPEAL = 3", "WEEKS_TO_APPEAL = 4")
    last = other.last_day_of_appeal(dt.date(2026, 9, 1))
    assert last.date == dt.date(2026, 9, 29)
    assert "är fyra veckor" in last.explanation
    assert after_meeting.LONGEST_TIME + dt.timedelta(weeks=1) == other.LONGEST_TIME


def test_another_time_for_approval_and_notice_is_counted_and_said() -> None:
    other = _with("DAYS_TO_APPROVE = 14", "DAYS_TO_APPROVE = 10")
    assert "senast 10 dagar efter" in other.latest_approval(dt.date(2026, 9, 1)).explanation
    assert after_meeting.LONGEST_TIME - dt.timedelta(days=4) == other.LONGEST_TIME
    other = _with("DAYS_TO_POST = 2", "DAYS_TO_POST = 3")
    assert "senast tredje dagen efter" in other.latest_notice(dt.date(2026, 9, 1)).explanation
    assert after_meeting.LONGEST_TIME + dt.timedelta(days=1) == other.LONGEST_TIME


@pytest.mark.parametrize("folder", ["macros", "build_scripts", "content"])
def test_no_other_text_names_a_legal_time_by_itself(folder: str) -> None:
    found = [
        f"{file.relative_to(ROOT)}: {hit.group()}"
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in (".py", ".html", ".md") and file.name != "written.py"
        for hit in SPOKEN.finditer(_without_quoted(file))
    ]
    assert found == []


def _without_quoted(file: Path) -> str:
    """The file's text without what quotes: docstrings of the code, and what a command printed in the help."""
    text = file.read_text(encoding="utf-8")
    return re.sub(r'""".*?"""', "", text, flags=re.DOTALL) if file.suffix == ".py" else FENCE.sub("", text)


def test_numbers_in_running_text() -> None:
    assert (weeks(1), weeks(3), weeks(13)) == ("en vecka", "tre veckor", "13 veckor")
    assert (in_words(12), in_words(13), ordinal(2), ordinal(11)) == ("tolv", "13", "andra", "11:e")
