"""A document's text as blocks: headings, paragraphs, lists and tables, their words in HTML."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

_SOUP = BeautifulSoup("", "html.parser")


def element(name: str, *content: PageElement | str) -> Tag:
    """A new element of HTML."""
    made = _SOUP.new_tag(name)
    made.extend(content)
    return made


class BlockKind(enum.Enum):
    """What a block is."""

    TITLE = "titel"
    HEADING = "rubrik"
    PARAGRAPH = "stycke"
    LIST = "lista"
    TABLE = "tabell"


@dataclass(frozen=True)
class ListRow:
    """A row of a list: its number (None for a bullet), how deep it stands (from 0), and its words with their looks."""

    number: int | None
    depth: int
    words: Tag


@dataclass(frozen=True)
class Block:
    """A block: its HTML (of a list its entries), and of a heading its level."""

    kind: BlockKind
    markup: Tag
    level: int = 0
    entries: tuple[ListRow, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The block's text without looks, a line for each line, row or cell."""
        if self.kind is BlockKind.LIST:
            return [line for entry in self.entries for line in lines_of(entry.words)]
        if self.kind is BlockKind.TABLE:
            return [line for row in grid_of(self.markup) for cell in row for line in cell]
        return lines_of(self.markup)

    @property
    def text(self) -> str:
        """The block's text on one line."""
        return " ".join(self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether it is a paragraph in bold from beginning to end."""
        return self.kind is BlockKind.PARAGRAPH and not any(
            piece.strip() and piece.find_parent("strong") is None for piece in self.markup.find_all(string=True)
        )


def lines_of(tag: Tag) -> list[str]:
    """The lines of text below a tag, as they are broken in the document; tabs become spaces."""
    return [found for line in raw_lines(tag) if (found := " ".join(line.split()))]


def raw_lines(tag: Tag) -> list[str]:
    """The same with every space and tab, and with lines that have no text."""
    pieces = (
        "\n" if _is_break(piece) else str(piece) if isinstance(piece, NavigableString) else ""
        for piece in tag.descendants
    )
    return "".join(pieces).split("\n")


def _is_break(piece: object) -> bool:
    return isinstance(piece, Tag) and piece.name in ("br", "p", "li", "tr", "td", "th")


Grid = list[list[list[str]]]
"""Rows of cells of lines."""


def grid_of(table: Tag) -> Grid:
    """The rows of a table."""
    return [[lines_of(cell) for cell in row.find_all(["td", "th"])] for row in table.find_all("tr")]


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Lists that follow on each other are one."""
    kept: list[Block] = []
    for block in blocks:
        if kept and block.kind is kept[-1].kind is BlockKind.LIST:
            kept[-1] = replace(kept[-1], entries=(*kept[-1].entries, *block.entries))
        else:
            kept.append(block)
    return kept


def note_blocks(texts: Sequence[str], level: int) -> list[Block]:
    """A heading of the level and a numbered list of notes."""
    rows = tuple(ListRow(n, 0, element("p", text)) for n, text in enumerate(texts, 1))
    return [
        Block(BlockKind.HEADING, element("p", "Noter"), level),
        Block(BlockKind.LIST, element("ol"), entries=rows),
    ]
