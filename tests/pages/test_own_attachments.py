"""Attachments of the call itself and of the minutes: on their pages, and public when what they belong to is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.facts.day import Day
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import built, record

DAY = "parknamnden/2026-02-12"
OF_CALL = "bilagor:\n  - titel: Presentation\n    fil: presentation.pdf\n  - titel: Deltagarlista\n"
OF_MINUTES = (
    "bilagor:\n  - titel: Voteringslista\n    fil: voteringslista.pdf\n  - publiceras: maskat\n    skäl: sekretess\n"
)
FILES = {
    **HELD,
    f"{DAY}/kallelse.md": HELD[f"{DAY}/kallelse.md"].replace("läge:", f"{OF_CALL}läge:"),
    f"{DAY}/protokoll.md": HELD[f"{DAY}/protokoll.md"].replace("---\nnärvarande:", f"---\n{OF_MINUTES}närvarande:"),
    f"{DAY}/bilagor/presentation.pdf": "%PDF-1.4",
    f"{DAY}/bilagor/voteringslista.pdf": "%PDF-1.4",
}
APPROVED, BEFORE = dt.date(2026, 3, 2), dt.date(2026, 2, 13)


def _attachments(root: Path, address: str, day: dt.date) -> list[str]:
    lines = Fragment(built(root, FILES, day)[address].html).lines
    names = ("Presentation", "Deltagarlista", "Voteringslista", "Bilaga som inte visas")
    return [line for line in lines if line.startswith(names)]


def test_the_meeting_lists_the_calls_attachments_and_of_the_minutes_only_when_all_is_approved(tmp_path: Path) -> None:
    of_call = [
        "Presentation (PDF, 1 kB) Hör till kallelsen.",
        "Deltagarlista (inte publicerad på webben – begär ut den: Deltagarlista) Hör till kallelsen.",
    ]
    of_minutes = ["Voteringslista (PDF, 1 kB)", "Bilaga som inte visas: uppgifterna kan omfattas av sekretess."]
    assert _attachments(tmp_path / "a", f"{DAY}/", APPROVED) == [
        *of_call,
        *(f"{line} Hör till protokollet." for line in of_minutes),
    ]
    assert _attachments(tmp_path / "b", f"{DAY}/protokoll/", APPROVED) == of_minutes
    assert _attachments(tmp_path / "c", f"{DAY}/", BEFORE) == of_call
    assert _attachments(tmp_path / "d", f"{DAY}/protokoll/", BEFORE) == []


def test_the_files_are_released_at_a_meetings_usual_addresses(tmp_path: Path) -> None:
    archive = record(tmp_path, FILES)
    published = list(Day(archive, APPROVED).open_files)
    assert published == [f"{DAY}/bilagor/presentation.pdf", f"{DAY}/bilagor/voteringslista.pdf"]
    assert list(Day(archive, BEFORE).open_files) == published[:1]
