"""The synthetic record for measuring is a sound record, and the same for the same seed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.checks import check
from macros.facts.day import Day
from macros.record.reading import read
from tests.bench.generate import generate


def test_the_synthetic_record_has_no_findings(tmp_path: Path) -> None:
    generate(tmp_path, 24, seed=3)
    archive, findings = read(tmp_path)
    assert findings == []
    assert check(Day(archive, dt.date(2026, 11, 22))) == []
    assert len(archive.meetings) == 24
    assert len(list(archive.items)) == 24 * 11


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        generate(tmp_path / name, 3, seed=5)
    one, other = (
        {file.relative_to(tmp_path / name): file.read_bytes() for file in (tmp_path / name).rglob("*.md")}
        for name in ("a", "b")
    )
    assert one == other
    assert len(one) > 30
