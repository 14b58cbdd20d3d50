"""What is typed into a field is what the record says: no sign and no word of YAML's own becomes something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.record.reading import read
from tests.editor.projects import ITEM, Visitor, git

TITLES = (
    *("yes", "No", "on", "ja", "null", "~", "true", "0", "007", "2026", "2026-12-01", "12:30", "1e5", "0x1F"),
    *("Skola: ny", "Skola:", "Skola #2", "# Skola", "- Skola", "? Skola", "* Skola", "& Skola", "! Skola", "> Skola"),
    *("| Skola", "%-satser", "@nämnden", "`Skola`", "[Skola]", "{Skola}", "<b>Skola</b>", "{{ skola }}", "---", "..."),
    *('"Ny" skola', "'Ny' skola", "”Ny” skola", "Skola\\väg", "Taxor, avgifter & priser – 20 %"),
)


@pytest.mark.slow
def test_a_title_is_what_was_typed(root: Path, user: Visitor) -> None:
    page = user.edit()
    for title in TITLES:
        page = page.press("spara", h__rubrik=title)
        assert "Sparat, och infört i historiken." in page.text, title
        assert page.value("h.rubrik") == title
        (item,) = (item for item in read(root)[0].items if item.document.path == ITEM)
        assert item.header.title == title
    assert git(root, "status", "--short") == ""
