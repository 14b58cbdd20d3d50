"""Two awful files, asserted whole: everything that is wrong is told in one run, each thing once, with its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.checks.case import SOUND, findings

AWFUL = Path(__file__).parent / "awful"
MEETING = "meetings/testnamnden/2026-03-12"


@pytest.mark.parametrize(
    ("name", "place", "count"),
    [
        ("lista", f"{MEETING}/delegationsbeslut/2026-03-skolskjuts.md", 11),
        ("arende", f"{MEETING}/01-cykelplan.md", 16),
    ],
)
def test_an_awful_file_is_told_whole(name: str, place: str, count: int, tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    shutil.copy(AWFUL / f"{name}.md", tmp_path / place)
    printed = findings(tmp_path)
    assert printed == (AWFUL / f"{name}.txt").read_text(encoding="utf-8")
    assert printed.count("Gör så här: ") == count
