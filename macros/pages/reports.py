"""A report's text ("tjänsteskrivelse", "handling") on its page: its tables as pictures and as files."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros import addresses
from macros.dates.written import listing
from macros.pages.charts import MISSING, Chart, Number, chart, drawn
from macros.pages.templating import root_from
from macros.record.archive import AgendaItem, Archive
from macros.record.item import ItemHeader
from macros.record.paper import PaperHeader
from macros.record.schema import Document
from macros.texts.calls import fill
from macros.texts.figures import read
from macros.texts.pictured import Pictured, is_missing, pictured
from macros.texts.prose import prose, safe_html, without_title
from macros.texts.tables import TextTable, tables

SUMS = frozenset(("summa", "totalt", "total"))
"""Rows of these names are left out of a picture: beside their sum the parts would be too small to compare."""


Text = Document[ItemHeader] | Document[PaperHeader]


def report(document: Text, address: str, title: str, level: int = 2) -> Markup:
    """The text with its pictures and the ways to its tables, without the title that the page has already said."""
    text, root = pictured(document.body), root_from(address)
    files = {table.number: addresses.table("", table.number) for table in _as_files(document)}
    html = prose(without_title(text.marked, title), level, root, files)
    charts = (chart_of(one, number) if one else None for number, one in enumerate(text.pictures, 1))
    return fill(html, [drawn(one) if one else Markup() for one in charts]) if text.pictures else html


def chart_of(picture: Pictured, number: int) -> Chart:
    """A table's picture: its rows as groups of bars, one for each column that is shown."""
    table = picture.table
    shown = listing([table.header[column] for column in picture.columns])
    title = ": ".join(filter(None, (f"Diagram {number}", table.heading, shown)))
    groups = [
        (row[0], [_number(table.header[one], row[one], kind) for kind, one in enumerate(picture.columns, 1)])
        for row in table.rows
        if row[0].casefold() not in SUMS
    ]
    said = "Staplar för varje rad i tabellen närmast efter, utom summan. Alla tal står i tabellen."
    return chart(f"diagram-{number}", title, said, groups)


def _number(name: str, cell: str, kind: int) -> Number:
    figure = read(cell)
    return Number(name, figure.value if figure else None, MISSING if is_missing(cell) else cell, kind)


def tables_as_files(archive: Archive) -> Iterator[tuple[str, TextTable]]:
    """Every table of a shown report that is a file too, with the address of its file."""
    for item in archive.items:
        for address, document in _texts(item):
            for table in _as_files(document):
                yield addresses.table(address, table.number), table


def _as_files(document: Text) -> tuple[TextTable, ...]:
    """The tables of a text that are files too: all of a document with a page of its own, of an item those that are pictures."""
    text = pictured(document.body)
    if isinstance(document.header, PaperHeader) and "|" in document.body:
        return tuple(tables(safe_html(text.marked)))
    return tuple(one.table for one in text.pictures if one)


def _texts(item: AgendaItem) -> Iterator[tuple[str, Text]]:
    """The address and text of the item's own page and of its documents, those that are shown."""
    if item.is_public:
        yield item.address, item.document
        yield from ((paper.address, paper.document) for paper in item.papers if paper.header.is_shown)
