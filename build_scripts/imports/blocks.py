"""A simple Word text as blocks: headings, paragraphs, lists and tables. Mammoth reads it; nothing else of the file reaches it."""

from __future__ import annotations

import enum
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import quoteattr

import mammoth
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from build_scripts.imports.simplify import HEADING, NUMBER_BEGINS, NUMBER_ENDS, TITLE
from build_scripts.imports.wordml import MAIN, RELATION, W

_STYLES = "\n".join([f"p.{TITLE} => p.titel:fresh", *(f"p.{HEADING}{n} => h{n}:fresh" for n in range(1, 7))])
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_ROOT = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def _numbering() -> str:
    groups = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level in range(9))
        + "</w:abstractNum>"
        for n, form in ((1, "bullet"), (2, "decimal"))
    )
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f'{_XML}<w:numbering xmlns:w="{MAIN}">{groups}{lists}</w:numbering>'


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


def read_blocks(elements: Iterable[Element], links: Mapping[str, str]) -> list[Block]:
    """The blocks of a simple text. `links` are the addresses it points at, by id."""
    document = Element(f"{W}document")
    SubElement(document, f"{W}body").extend(elements)
    found = mammoth.convert_to_html(
        io.BytesIO(_packed(document, links)),
        style_map=_STYLES,
        include_embedded_style_map=False,
        ignore_empty_paragraphs=True,
    )
    return blocks_in(BeautifulSoup(found.value, "html.parser"))


def blocks_in(container: Tag) -> list[Block]:
    """The blocks that stand in a document or cell of HTML."""
    tags = container.find_all(True, recursive=False)
    return _joined(block for tag in tags if (block := _block(tag)) is not None)


def _packed(document: Element, links: Mapping[str, str]) -> bytes:
    targets = "".join(
        f'<Relationship Id={quoteattr(key)} Type="{RELATION}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'
        for key, address in links.items()
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _ROOT)
        package.writestr(
            "word/_rels/document.xml.rels",
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{targets}</Relationships>',
        )
        package.writestr("word/numbering.xml", _numbering())
        package.writestr("word/document.xml", tostring(document, "utf-8", xml_declaration=True))
    return packed.getvalue()


def _block(tag: Tag) -> Block | None:
    if tag.name in ("ul", "ol"):
        return Block(BlockKind.LIST, tag, entries=tuple(_entries(BeautifulSoup("", "html.parser"), tag, 0)))
    if tag.name == "table":
        return Block(BlockKind.TABLE, tag)
    if not lines_of(tag):
        return None
    if tag.name != "p":
        return Block(BlockKind.HEADING, tag, int(tag.name[1:]))
    return Block(BlockKind.TITLE if "titel" in (tag.get("class") or ()) else BlockKind.PARAGRAPH, tag)


def _entries(soup: BeautifulSoup, rows: Tag, depth: int) -> Iterator[ListRow]:
    for row in rows.find_all("li", recursive=False):
        words = soup.new_tag("p")
        below = []
        for child in list(row.children):
            if isinstance(child, Tag) and child.name in ("ul", "ol"):
                below.append(child)
            else:
                words.append(child.extract())
        if lines_of(words):
            yield ListRow(_taken_number(words), depth, words)
        for inner in below:
            yield from _entries(soup, inner, depth + 1)


def _taken_number(words: Tag) -> int | None:
    """The number that was put before the row's words, which is taken away."""
    piece = next((piece for piece in words.find_all(string=True) if piece.strip()), None)
    if piece is None or not piece.lstrip().startswith(NUMBER_BEGINS):
        return None
    number, _, rest = piece.lstrip()[1:].partition(NUMBER_ENDS)
    piece.replace_with(rest)
    return int(number)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Lists that follow on each other are one."""
    kept: list[Block] = []
    for block in blocks:
        if kept and block.kind is kept[-1].kind is BlockKind.LIST:
            kept[-1] = with_entries(kept[-1], (*kept[-1].entries, *block.entries))
        else:
            kept.append(block)
    return kept


def with_entries(block: Block, entries: Sequence[ListRow]) -> Block:
    """The list with other rows."""
    return Block(block.kind, block.markup, block.level, tuple(entries))


def note_blocks(texts: Sequence[str], level: int) -> list[Block]:
    """A heading of the level and a numbered list of notes."""
    soup = BeautifulSoup("", "html.parser")
    return [
        Block(BlockKind.HEADING, _with_text(soup, "h1", "Noter"), level),
        Block(
            BlockKind.LIST,
            soup.new_tag("ol"),
            0,
            tuple(ListRow(n, 0, _with_text(soup, "p", text)) for n, text in enumerate(texts, 1)),
        ),
    ]


def _with_text(soup: BeautifulSoup, name: str, text: str) -> Tag:
    made = soup.new_tag(name)
    made.append(text)
    return made
