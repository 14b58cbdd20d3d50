"""A report's text ("tjänsteskrivelse", "handling") as it stands on its page, with pictures of the tables that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

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
from macros.texts.prose import prose, without_title

SUMS = frozenset(("summa", "totalt", "total"))
"""Rows of these names are left out of a picture: beside their sum the parts would be too small to compare."""


def report(document: Document[ItemHeader] | Document[PaperHeader], address: str, title: str, level: int = 2) -> Markup:
    """The text with its pictures, without the title that the page has already said."""
    text, root = pictured(document.body), root_from(address)
    html = prose(without_title(text.marked, title), level, root)
    if not text.pictures:
        return html
    charts = (chart_of(one, number, address) if one else None for number, one in enumerate(text.pictures, 1))
    return fill(html, [drawn(one, root) if one else Markup() for one in charts])


def chart_of(picture: Pictured, number: int, address: str) -> Chart:
    """A table's picture: its rows as groups of bars, one for each column that is shown."""
    shown = listing([picture.header[column] for column in picture.columns])
    title = ": ".join(filter(None, (f"Diagram {number}", picture.heading, shown)))
    groups = [
        (row[0], [_number(picture.header[one], row[one], kind) for kind, one in enumerate(picture.columns, 1)])
        for row in picture.rows
        if row[0].casefold() not in SUMS
    ]
    said = "Staplar för varje rad i tabellen närmast efter, utom summan. Alla tal står i tabellen."
    return chart(f"diagram-{number}", title, said, groups, table_address(address, number))


def _number(name: str, cell: str, kind: int) -> Number:
    figure = read(cell)
    return Number(name, figure.value if figure else None, MISSING if is_missing(cell) else cell, kind)


def table_address(address: str, number: int) -> str:
    """The file of a table that is shown as a picture, by the page of its text."""
    return f"{address}diagram-{number}.csv"


def tables(archive: Archive) -> Iterator[tuple[str, Pictured]]:
    """Every table that is shown as a picture, with the address of its file."""
    for item in archive.items:
        for address, body in _texts(item):
            for number, one in enumerate(pictured(body).pictures, 1):
                if one:
                    yield table_address(address, number), one


def _texts(item: AgendaItem) -> Iterator[tuple[str, str]]:
    """The address and text of the item's own page and of its documents, those that are shown."""
    if item.is_public:
        yield item.address, item.document.body
        yield from ((paper.address, paper.document.body) for paper in item.papers if paper.header.is_shown)
