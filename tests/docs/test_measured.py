"""Where a measurement's table is put: between the marks of a page, in a new file, and never over a text without marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.measure import put

TABLE = "| a |\n|---|\n"
MARKED = "# Figures\n\n<!-- tabell -->\n{}<!-- slut -->\n\nMore.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MARKED.format("| old |\n"), MARKED.format(TABLE)),
        (MARKED.format(""), MARKED.format(TABLE)),
        (None, f"<!-- tabell -->\n{TABLE}<!-- slut -->\n"),
    ],
)
def test_the_table_is_put_between_the_marks(before: str | None, after: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.md"
    if before is not None:
        file.write_text(before, "utf-8")
    put(TABLE, file)
    assert file.read_text("utf-8") == after


@pytest.mark.parametrize("text", ["", "No marks.\n", "<!-- slut --> <!-- tabell -->\n", "<!-- tabell -->\n"])
def test_a_text_without_the_marks_is_left_as_it_is(text: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.md"
    file.write_text(text, "utf-8")
    with pytest.raises(SystemExit, match="saknar märkena"):
        put(TABLE, file)
    assert file.read_text("utf-8") == text
