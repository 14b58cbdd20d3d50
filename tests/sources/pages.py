"""What stands on a page, block by block: a table's row with the heading above it, an item of a list, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from macros.facts.day import Day
from macros.pages.build import promises
from macros.pages.page import Promise
from macros.record.archive import Archive
from macros.record.loose_dates import MONTHS
from macros.record.reading import read
from tests.pages.html import Fragment
from tests.pages.records import TODAY

ROOT = Path(__file__).parents[2]
CELL = " ¦ "
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_FIGURE = re.compile(r"\d{4}-\d\d-\d\d|\d+(?:[:,]\d+)*")


@cache
def archive() -> Archive:
    """The shipped record."""
    return read(ROOT)[0]


@cache
def shipped() -> dict[str, Promise]:
    """The pages of the shipped record by address; each is made when its text is asked for."""
    return {promise.address: promise for promise in promises(Day(archive(), TODAY))}


@cache
def blocks(address: str) -> tuple[str, ...]:
    """The page's blocks without the marks of its notes, each with the heading that it stands under."""
    html = re.sub(r"<sup.*?</sup>", "", shipped()[address].make().html, flags=re.DOTALL)
    html = re.sub(r"</t[hd]>\s*", CELL, html)
    html = re.sub(r"</?t[hd]\b[^>]*>|<br>", " ", html)
    fragment = Fragment(html)
    headings = {" ".join(text.split()) for _, text in fragment.headings}
    found, under = [], ""
    for line in _with_their_numbers(fragment.lines):
        under = line if line in headings else under
        found.append(f"{under}{CELL}{line}" if CELL in f"{line} " else line)
    return tuple(found)


def _with_their_numbers(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a page; the number of a row in a list stands before the row and is read with it."""
    number = ""
    for line in lines:
        if re.fullmatch(r"\d{1,3}[a-z]?", line):
            number = f"{line} "
        else:
            yield f"{number}{line}"
            number = ""


def figures(text: str) -> list[str]:
    """The numbers, days and clock times of a text in their order, as they are written without spaces: 1376, 59,3, 2016-09-14."""
    text = _DAY.sub(lambda day: f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}", text)
    text = re.sub(r"(?<=\d)[ \N{NO-BREAK SPACE}](?=\d{3}(?!\d))", "", text)
    return _FIGURE.findall(re.sub(r"(?<=\d\d)\.(?=\d\d(?!\d))", ":", text))


def stand_in(wanted: list[str], there: list[str]) -> bool:
    """Whether the wanted figures stand there in their order, others between them or not."""
    rest = iter(there)
    return all(figure in rest for figure in wanted)


@cache
def cells(below: str) -> frozenset[tuple[str, ...]]:
    """The rows of all tables on the pages below an address, cell by cell, thousands without a space."""
    rows = (
        block.split(CELL, 1)[1]
        for address in shipped()
        if address.startswith(below)
        for block in blocks(address)
        if CELL in block
    )
    return frozenset(tuple(bare(cell) for cell in row.removesuffix(CELL.rstrip()).split(CELL.strip())) for row in rows)


def bare(text: str) -> str:
    """A cell's text with the spaces within numbers left out."""
    return re.sub(r"(?<=\d)[ \N{NO-BREAK SPACE}](?=\d{3}(?!\d))", "", text).strip()
