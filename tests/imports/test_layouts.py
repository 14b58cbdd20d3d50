"""Each layout through the command: the file that is made and what is told of it, both whole.

To write the expected files anew after a wording has changed: `SKRIV_VANTAT=1 .venv/bin/pytest tests/imports`,
and read the difference.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Word

from build_scripts.__main__ import main
from macros.checks import judge
from macros.finding import Level
from macros.record.reading import read
from tests.imports.documents import LAYOUTS, saved
from tests.imports.everything import words, words_of_file
from tests.site.projects import TODAY, tiny

EXPECTED = Path(__file__).parent / "expected"
UNREAD = {"maskat-innehåll", "maskat-filnamn", "skäl-saknas"}
MEETING = "meetings/prov/2026-11-26"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_layout(
    layout: Callable[[], Word], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = saved(layout())
    root = tiny(tmp_path / "projekt")
    before = {path for path in root.rglob("*") if path.is_file()}
    (tmp_path / f"{layout.__name__}.docx").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    options = ["--organ", "prov", "--sammanträde", "2026-11-26", "--katalog", str(root), "--idag", TODAY]
    assert main(["importera", f"{layout.__name__}.docx", *options]) == 0
    told = capsys.readouterr().out
    (made,) = {path for path in root.rglob("*") if path.is_file()} - before
    text = made.read_text(encoding="utf-8")
    whole = f"{made.relative_to(root)}\n\n{text}\n{told}"
    expected = EXPECTED / f"{layout.__name__}.txt"
    if os.environ.get("SKRIV_VANTAT"):
        expected.write_text(whole, encoding="utf-8")
    assert whole == expected.read_text(encoding="utf-8")
    lost = words_of_file(content) - Counter(words(f"{text}\n{told}"))
    assert not {word for word in lost if not _is_masked(word, told)}
    _holds_once_read(root, made)


def _is_masked(word: str, told: str) -> bool:
    """Whether the word stands in the report with its first sign only, as names and personal numbers do."""
    return len(word) > 1 and (
        f"{word[0]}{'*' * (len(word) - 1)}" in told.casefold() or (word.isdigit() and "*" * len(word) in told)
    )


def _holds_once_read(root: Path, made: Path) -> None:
    """Until it is read nothing is published; with that one line taken away the checks are content."""
    path = str(made.relative_to(root))
    archive, known = read(root)
    stopped = {found.rule for found in judge(archive, known, archive.meetings[-1].date) if found.level is Level.ERROR}
    assert stopped == UNREAD
    lines = made.read_text(encoding="utf-8").splitlines(keepends=True)
    made.write_text("".join(line for line in lines if line != "publiceras: nej\n"), encoding="utf-8")
    archive, known = read(root)
    assert [found for found in judge(archive, known, archive.meetings[-1].date) if found.place.path == path] == []
