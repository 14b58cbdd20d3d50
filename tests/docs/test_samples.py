"""What the help shows of commands is what they do, and what a page leaves behind could be released, with every old address."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_scripts.site.prepared import prepare
from macros.finding import Level, as_text
from tests.docs.samples import HELP, agrees, carry_out, corrected, pages, project

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", pages())
def test_a_page_shows_what_its_commands_say(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = HELP / f"{name}.md"
    told = carry_out(file.read_text(encoding="utf-8"), project(tmp_path), capsys)
    if os.environ.get("SKRIV_SVAR"):
        file.write_text(corrected(file.read_text(encoding="utf-8"), told), encoding="utf-8")
        told = carry_out(file.read_text(encoding="utf-8"), project(tmp_path / "igen"), capsys)
    assert [(block.text, said) for block, said in told.answers if not agrees(block.text, said)] == []
    left = prepare(tmp_path, told.day).findings
    assert [as_text(finding) for finding in left if finding.level is Level.ERROR] == [], "it could not be released"


@pytest.mark.parametrize(
    ("shown", "said", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nd\n", False),
        ("a\nb\n", "a\nb\nc\n", False),
        ("a\n…\nc\n", "a\nb\nd\n", False),
    ],
)
def test_only_lines_that_are_marked_may_be_left_out(shown: str, said: str, expected: bool) -> None:
    assert agrees(shown, said) is expected
