"""The call of 22 September 2016: every figure of its documents stands on its own page, in its own row or sentence.

`avux-2016-09-22.tsv` lists them: the page, what they stand beside (all of it, with `; ` between), and the figures in their order.
`avux-2016-09-22-utelämnat.tsv` names those that are not published, and why.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from build_scripts.exports.tables import report_text
from macros.pages.reports import tables_as_files
from tests.pages.html import Fragment
from tests.sources.pages import ROOT, archive, bare, blocks, cells, figures, shipped, stand_in

MEETING = "avux/2016-09-22/"
ATTACHMENTS = ROOT / "meetings" / MEETING / "bilagor"
REPORT = f"{MEETING}delarsrapport-2/"


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


LISTED = _rows("avux-2016-09-22.tsv")
LEFT_OUT = _rows("avux-2016-09-22-utelämnat.tsv")


def _holds(row: dict[str, str]) -> bool:
    """Whether one block of the page has all that the figures stand beside, and the figures in their order."""
    beside = row["vid"].casefold().split("; ")
    return any(
        all(words in block.casefold() for words in beside) and stand_in(figures(row["tal"]), figures(block))
        for block in blocks(f"{MEETING}{row['sida']}")
    )


@pytest.mark.parametrize("page", sorted({row["sida"] for row in LISTED}))
def test_every_figure_stands_in_its_row_or_sentence(page: str) -> None:
    assert [row for row in LISTED if row["sida"] == page and not _holds(row)] == []


@pytest.mark.parametrize("row", LEFT_OUT, ids=lambda row: f"{row['vid']} {row['tal']}")
def test_figures_of_small_groups_are_not_published(row: dict[str, str]) -> None:
    beside = [block for block in blocks(f"{MEETING}{row['sida']}") if row["vid"] in block]
    assert beside
    assert [block for block in beside if row["tal"] in figures(block)] == []


@pytest.mark.parametrize("name", sorted(path.name for path in ATTACHMENTS.glob("*.csv")))
def test_a_table_as_a_file_says_what_the_page_says(name: str) -> None:
    with (ATTACHMENTS / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    shown = cells(REPORT)
    assert len(rows) > 1
    assert [row for row in rows if tuple(row) not in shown and tuple(row[1:]) not in shown] == []


def test_every_table_of_the_report_has_a_file_with_its_figures() -> None:
    made = {name: report_text(table) for name, table in tables_as_files(archive()) if name.startswith(REPORT)}
    shown = cells(REPORT)
    led = {
        f"{address}{link}"
        for address in shipped()
        if address.startswith(REPORT)
        for link in Fragment(shipped()[address].make().html).links
        if link.startswith("tabell-")
    }
    written = [
        path.read_text("utf-8") for path in (ROOT / "meetings" / MEETING / "handlingar/delarsrapport-2").glob("*.md")
    ]
    assert sum(line.startswith("|--") for text in written for line in text.splitlines()) == 31
    assert led == set(made)
    assert sum(name.count("/") > REPORT.count("/") for name in made) == 31
    for text in made.values():
        rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
        assert len(rows) > 1
        assert [row for row in rows if tuple(map(bare, row)) not in shown] == []
