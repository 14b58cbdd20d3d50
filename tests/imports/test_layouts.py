"""Each layout through the command: the file that is made and what is told of it, both whole.

To write the expected files anew after a wording has changed: `SKRIV_VANTAT=1 .venv/bin/pytest tests/imports`,
and read the difference.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx.document import Document as Word

from build_scripts.__main__ import main
from macros.facts.day import Day
from macros.finding import Level
from macros.judging import judge
from macros.record.reading import read
from tests.imports.documents import LAYOUTS
from tests.imports.drawing import saved
from tests.imports.everything import words, words_of_file, words_of_pdf
from tests.imports.messy import MESSY
from tests.site.projects import TODAY, tiny

EXPECTED = Path(__file__).parent / "expected"
OFFICE = Path(__file__).parent / "libreoffice"
MEETING = "meetings/prov/2026-11-26"


def _drawn(layout: Callable[[], Word]) -> bytes:
    return saved(layout())


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **{layout.__name__: partial(_drawn, layout) for layout in (*LAYOUTS, *MESSY)},
    **{f"libreoffice_{name}": (OFFICE / f"{name}.docx").read_bytes for name in ("tjansteskrivelse", "yttrande")},
    **{f"pdf_{name}": (OFFICE / f"{name}.pdf").read_bytes for name in ("tjansteskrivelse", "yttrande", "motion")},
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_layout(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    content = DOCUMENTS[name]()
    root = tiny(tmp_path / "projekt")
    before = {path for path in root.rglob("*") if path.is_file()}
    file = f"{name}.{'pdf' if name.startswith('pdf_') else 'docx'}"
    (tmp_path / file).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    options = ["--organ", "prov", "--sammanträde", "2026-11-26", "--katalog", str(root), "--idag", TODAY]
    assert main(["importera", file, *options]) == 0
    told = capsys.readouterr().out
    (made,) = {path for path in root.rglob("*") if path.is_file()} - before
    text = made.read_text(encoding="utf-8")
    whole = f"{made.relative_to(root)}\n\n{text}\n{told}"
    expected = EXPECTED / f"{name}.txt"
    if os.environ.get("SKRIV_VANTAT"):
        expected.write_text(whole, encoding="utf-8")
    assert whole == expected.read_text(encoding="utf-8")
    there = words_of_pdf(content) if file.endswith(".pdf") else words_of_file(content)
    lost = there - Counter(words(f"{text}\n{told}"))
    assert not {word for word in lost if not _is_masked(word, told)}
    _holds_once_read(root, made)


def _is_masked(word: str, told: str) -> bool:
    """Whether the word stands in the report with its first sign only, as names and personal numbers do."""
    return len(word) > 1 and (
        f"{word[0]}{'*' * (len(word) - 1)}" in told.casefold() or (word.isdigit() and "*" * len(word) in told)
    )


def _holds_once_read(root: Path, made: Path) -> None:
    """Until it is read there is one warning; read, and said to be, the checks are content."""
    path = str(made.relative_to(root))
    archive, known = read(root)
    found = judge(archive, known, Day(archive.without_drafts, archive.meetings[-1].date))
    assert [(one.rule, one.level) for one in found if one.place.path == path] == [("oläst", Level.WARNING)]
    text = made.read_text(encoding="utf-8").replace("publiceras: nej\nskäl: oläst\n", "publiceras: ja\n")
    made.write_text(text, encoding="utf-8")
    archive, known = read(root)
    assert [
        found
        for found in judge(archive, known, Day(archive.without_drafts, archive.meetings[-1].date))
        if found.place.path == path
    ] == []
