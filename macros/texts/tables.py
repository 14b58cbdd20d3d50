"""The tables of a text, as they stand on its page: each with its number there and the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from macros.record.source import MARK
from macros.texts.prose import BREAK, CELL, ROW, TAG, until

_FOUND = re.compile(
    rf"<h[1-6]>(?P<heading>{until('h[1-6]')})</h[1-6]>"
    rf"|(?:<p>{MARK}(?P<mark>\d+){MARK}</p>\s*)?<table>(?P<table>{until('table')})</table>"
)
_NOTE = re.compile(rf"<sup[^>]*>{until('sup')}</sup>")

Row = tuple[str, ...]


@dataclass(frozen=True)
class TextTable:
    """A table in plain words, without the marks of its notes; `mark` is the number of the mark that stands right above it."""

    number: int
    heading: str
    header: Row
    rows: tuple[Row, ...]
    mark: int | None = None


def tables(html: str) -> Iterator[TextTable]:
    """The tables of a text that is safe HTML, in their order."""
    heading, number = "", 0
    for found in _FOUND.finditer(html) if "<table>" in html else ():
        if found["table"] is None:
            heading = _plain(found["heading"]) or heading
            continue
        number += 1
        header, *rows = (tuple(map(_plain, CELL.findall(row))) for row in ROW.findall(found["table"]))
        yield TextTable(number, heading, header, tuple(rows), int(found["mark"]) if found["mark"] else None)


def _plain(html: str) -> str:
    return " ".join(unescape(TAG.sub("", _NOTE.sub("", html).replace(BREAK, " "))).split())
