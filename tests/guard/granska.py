"""`klubbat granska` as tests ask it: the files of the sound record, a number that stops, a review, and what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.guard.labelled import check_digit

MEETING = "meetings/testnamnden/2026-03-12"
ITEM = f"{MEETING}/02-skolskjuts.md"
PLAN = f"{MEETING}/bilagor/plan.pdf"
LAST = f"980{check_digit('850709980')}"
WRONG = f"980{(check_digit('850709980') + 1) % 10}"
NUMBER = f"850709-{LAST}"
REVIEW = ["--av", "Kim Exempel", "--skäl", "Genomläst; bara skolans uppgifter.", "--idag", "2026-03-02"]
ADDRESS = "Samråd hölls hos den som är bosatt på Provgatan 4."
"""What may stand when somebody has reviewed it."""

Capture = pytest.CaptureFixture[str]


def write(project: Path, path: str, body: str, header: str = "rubrik: Skolskjuts") -> None:
    """A file of the record."""
    (project / path).write_text(f"---\n{header}\n---\n{body}\n", encoding="utf-8")


def guard(project: Path, *words: str) -> int:
    """Looks through the project; the command's exit code."""
    return main(["granska", "--katalog", str(project), *words])


def rules(project: Path, capsys: Capture, *words: str) -> list[tuple[str, str]]:
    """File and rule of all that is told."""
    capsys.readouterr()
    guard(project, "--format", "json", *words)
    return [(finding["fil"], finding["regel"]) for finding in json.loads(capsys.readouterr().out)]
