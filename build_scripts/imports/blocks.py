"""A document's text as blocks: headings, paragraphs, lists and tables, their words with their looks."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.record.plain_signs import BULLETS as BULLETS_AS_TYPED

BULLETS = f"{BULLETS_AS_TYPED}\uf0b7"
"""Signs before rows of a list, that of Word's own typeface too."""


@dataclass(frozen=True)
class Run:
    """Text with one look; a line of it ends with a line feed, and an `address` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    address: str | None = None


Words = tuple[Run, ...]


def text_of(words: Iterable[Run]) -> str:
    """The text without looks, with every space and tab."""
    return "".join(run.text for run in words)


def lines_of(words: Iterable[Run]) -> list[str]:
    """The lines of text, as they are broken in the document; tabs become spaces."""
    return [found for line in text_of(words).split("\n") if (found := " ".join(line.split()))]


_BROKEN = (
    (re.compile(r"(?<=[a-zåäö])- (?!(?:och|eller|samt)\b)(?=[a-zåäö])"), ""),
    (re.compile(r"(?<=[A-ZÅÄÖ]{2}-) (?=[a-zåäö])"), ""),
    (re.compile(r"(?<=[^\W_]/) (?=\d)"), ""),
    (re.compile(r"(?<=\d[:–-]) (?=\d)"), ""),
)
"""What is broken at the end of a line: a word, one that begins with letters of its own ("IT-"), and a number ("AVUX/")."""


def whole(lines: Iterable[str]) -> str:
    """The lines as one, "Besluts-" and "datum" as "Beslutsdatum"; a hyphen that stands for a word ("in- och") stays."""
    text = " ".join(lines)
    for shape, instead in _BROKEN:
        text = shape.sub(instead, text)
    return text


class GoesOn(enum.Enum):
    """A place of a table where a cell goes on that began to the left or above."""

    LEFT = "till vänster"
    ABOVE = "ovanför"


Cell = tuple[Words, ...] | GoesOn
"""The paragraphs of a cell, or a place that holds none of its own."""

Rows = tuple[tuple[Cell, ...], ...]

Grid = list[list[list[str]]]
"""Rows of cells of lines."""


def grid_of(rows: Rows) -> Grid:
    """The lines of a table's cells; what goes on in another place is no cell there."""
    return [
        [[line for words in cell for line in lines_of(words)] for cell in row if not isinstance(cell, GoesOn)]
        for row in rows
    ]


class BlockKind(enum.Enum):
    """What a block is."""

    TITLE = "titel"
    HEADING = "rubrik"
    PARAGRAPH = "stycke"
    LIST = "lista"
    TABLE = "tabell"


@dataclass(frozen=True)
class ListRow:
    """A row of a list: its number (None for a bullet), how deep it stands (from 0), and its words."""

    number: int | None
    depth: int
    words: Words


@dataclass(frozen=True)
class Block:
    """A block: its words, of a heading its level too; a list has `entries` instead, and a table `rows`."""

    kind: BlockKind
    words: Words = ()
    level: int = 0
    entries: tuple[ListRow, ...] = ()
    rows: Rows = ()

    @property
    def lines(self) -> list[str]:
        """The block's text without looks, a line for each line, row or cell."""
        cells = (line for row in grid_of(self.rows) for cell in row for line in cell)
        return [*lines_of(self.words), *(line for entry in self.entries for line in lines_of(entry.words)), *cells]

    @property
    def text(self) -> str:
        """The block's text on one line."""
        return " ".join(self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether it is a paragraph in bold from beginning to end."""
        return self.kind is BlockKind.PARAGRAPH and all(run.bold for run in self.words if run.text.strip())


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Lists that follow on each other are one."""
    kept: list[Block] = []
    for block in blocks:
        if kept and block.kind is kept[-1].kind is BlockKind.LIST:
            kept[-1] = replace(kept[-1], entries=(*kept[-1].entries, *block.entries))
        else:
            kept.append(block)
    return kept
