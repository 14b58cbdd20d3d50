"""Minutes of which only some paragraphs are approved: what is said of the whole meeting waits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.pages.held import HELD, MINUTES
from tests.pages.html import Fragment
from tests.pages.records import built

PAGE = "parknamnden/2026-02-12/protokoll/"


def _lines(root: Path, files: dict[str, str], today: dt.date) -> list[str]:
    return [line.replace("\xa0", " ") for line in Fragment(built(root, files, today)[PAGE].html).lines]


@pytest.mark.parametrize(
    ("today", "shown"),
    [(dt.date(2026, 2, 12), False), (dt.date(2026, 2, 26), True)],
    ids=["torsdag i del", "torsdag allt"],
)
def test_what_is_said_of_the_whole_meeting_waits_for_the_last_approval(
    tmp_path: Path, today: dt.date, shown: bool
) -> None:
    files = {**HELD, "parknamnden/2026-02-12/protokoll.md": MINUTES.rstrip() + "\n\nOrdet viskning står bara här.\n"}
    lines = _lines(tmp_path, files, today)
    assert any("viskning" in line for line in lines) is shown


def test_who_was_there_is_told_of_approved_paragraphs_only(tmp_path: Path) -> None:
    """Paragraph 2, of which Dan Lind saw the end, is approved at the meeting; Eva Lönn only served in paragraph 4."""
    in_part = _lines(tmp_path, HELD, dt.date(2026, 2, 12))
    told = in_part[in_part.index("Närvarande") + 1 :]
    assert told[: told.index("§ 1 Val av justerare")] == [
        *("Beslutande i de paragrafer som är justerade", "Alma Ek (S)", "Bo Al (M)", "Cia Rönn (S)", "Dan Lind (M)"),
    ]
    whole = _lines(tmp_path, HELD, dt.date(2026, 2, 26))
    assert "Eva Lönn (S), § 4, tjänstgör för Cia Rönn (S)" in whole
