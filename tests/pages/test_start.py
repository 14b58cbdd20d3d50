"""What the start page tells: which decisions can be appealed on the day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.facts.day import Day
from macros.pages.start import open_to_appeal
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import TODAY, record


def test_the_start_page_lists_what_can_be_appealed_now(tmp_path: Path) -> None:
    archive = record(tmp_path, HELD)
    assert Fragment(open_to_appeal(Day(archive, TODAY))).lines == [
        "§ 2 Nya bänkar Parknämnden", "Sista dag att överklaga: fredag 6 mars 2026", "2 anslag är uppe på anslagstavlan",
    ]  # fmt: skip
    assert Fragment(open_to_appeal(Day(archive, dt.date(2026, 2, 24)))).lines == [
        "§ 2 Nya bänkar Parknämnden", "Sista dag att överklaga: fredag 6 mars 2026",
        "Anställningar i januari Parknämnden", "Sista dag att överklaga: tisdag 24 februari 2026",
        "2 anslag är uppe på anslagstavlan",
    ]  # fmt: skip
    assert Fragment(open_to_appeal(Day(archive, dt.date(2026, 3, 21)))).lines[0] == (
        "Inga beslut kan överklagas just nu. De visas här från den dag då protokollet är anslaget, i tre veckor."
    )
