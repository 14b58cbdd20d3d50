"""Marks in long texts: met where they stand, and passed over fast where there are none."""

from __future__ import annotations

from time import process_time

from macros.guard.kinds import Severity
from macros.guard.marks import marks
from tests.guard.hits import hits


def test_a_long_text_of_quoted_law_is_passed_over_fast() -> None:
    text = "lagrum: OSL 26 kap 1 §\n" * 30_000 + "OSL 26 kap 1 §\n"
    before = process_time()
    marked = list(marks(text, text.lower()))
    assert {hit.start for hit in marked} == {len(text) - len("OSL 26 kap 1 §\n")}
    assert process_time() - before < 15


def test_blank_lines_and_empty_tables_are_passed_over_fast() -> None:
    before = process_time()
    for between in ("\n" * 100_000, "|  |  |\n" * 20_000):
        assert hits(f"skyddad sekretess\nobs {between}x") == []
    assert process_time() - before < 15


def test_every_mark_of_a_long_text_is_met_where_it_stands() -> None:
    """Only lines with a word that a mark has are looked through, and those below as far as a mark may go on."""
    rows = [
        "SEKRETESS",
        "Rubrik",
        "Skyddad identitet:",
        "",
        "ja",
        "En hemlig adress.",
        "x" * 3000,
        "(skyddad adress)",
        "Hemlig",
    ]
    told = ["SEKRETESS", "Skyddad identitet:\n\nja", "(skyddad adress)", "Hemlig"]
    assert [found for _, found in hits("\n".join(rows), least=Severity.STOP)] == told
    # A letter that is two where it is small moves what stands after it.
    moved = "\n".join(["İ" * 300, *rows])
    assert [found for _, found in hits(moved, least=Severity.STOP)] == told
