"""A Word text made simple: blocks with bold, italics, struck words, links and breaks; what is no running text set aside.

Everything with text in it is either in the blocks or set aside: unknown elements are walked through, never skipped.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from xml.etree.ElementTree import Element

from build_scripts.imports.blocks import Block, BlockKind, Cell, GoesOn, ListRow, Rows, Run, lines_of
from build_scripts.imports.received import Relation
from build_scripts.imports.styles import CONTENTS, NESTED, TITLE, Numbering, Styles
from build_scripts.imports.wordml import (
    DRAWING,
    MATH,
    MOST_COLUMNS,
    VML,
    R,
    W,
    children,
    clean,
    framed,
    inside,
    is_on,
    local,
    number,
    own_text,
    said,
    skipped,
    value,
)

DEEPEST_LIST = 4

_ADDRESS = re.compile(r"https://[^\s()<>\\\"'\[\]|`*_]+")
_OF_LOOKS = frozenset(("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText"))
_PICTURES = frozenset(("drawing", "pict", "object"))


class AsideKind(enum.Enum):
    """A kind of what a document holds besides running text: each is told of, and none is in the blocks."""

    COMMENT = "Kommentarer"
    LOOSE_NOTE = "Noter utan hänvisning i texten"
    HIDDEN = "Dold text"
    UNFILLED = "Fält i mallen som ingen har fyllt i"
    CONTENTS = "Innehållsförteckning"
    CHART = "Texter i diagram"
    ADDRESS = "Länkar som inte börjar med https"
    PICTURE = "Bilder"
    EMBEDDED = "Inbäddade filer"
    OTHER_FILE = "Texter ur andra filer"
    INNER_TABLE = "Tabeller i tabeller"


@dataclass
class Aside:
    """What was set aside: texts (empty for what has none), the notes that are pointed at, and text boxes not yet read."""

    texts: dict[AsideKind, list[str]] = field(default_factory=lambda: {kind: [] for kind in AsideKind})
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass
class Simplifier:
    """Makes one part of a document simple. `relations` are what the part points at, by id."""

    styles: Styles
    numbering: Numbering
    aside: Aside
    relations: dict[str, Relation]

    def blocks(self, container: Element, in_cell: bool = False) -> Iterator[Block]:
        """The blocks below an element, each row of a list as a list of its own; in a cell only paragraphs."""
        for child in self._children(container):
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, in_cell)
            elif name == "tbl" and not in_cell:
                yield from self._unfolded(child)
            elif name == "altChunk":
                self.aside.texts[AsideKind.OTHER_FILE].append("")
            elif name not in _OF_LOOKS:
                self.aside.texts[AsideKind.INNER_TABLE] += [""] * (name == "tbl")
                yield from self.blocks(child, in_cell)

    def _children(self, element: Element) -> Iterator[Element]:
        """The elements in an element; of a form's field those of its content.

        What a field shows that nobody filled in is a hint and no text of the document, and a table of contents is made anew.
        """
        for child in children(element):
            if local(child) != "sdt":
                yield child
            elif is_on(child.find(f"{W}sdtPr"), "showingPlcHdr"):
                self.aside.texts[AsideKind.UNFILLED].append(said(child))
            elif value(child.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery") == "Table of Contents":
                self.aside.texts[AsideKind.CONTENTS] += map(said, child.iter(f"{W}p"))
            else:
                for content in child.findall(f"{W}sdtContent"):
                    yield from self._children(content)

    def _paragraph(self, paragraph: Element, in_cell: bool) -> Iterator[Block]:
        if self.styles.named(paragraph, CONTENTS):
            self.aside.texts[AsideKind.CONTENTS].append(said(paragraph))
            return
        level, title = self.styles.heading_level(paragraph), self.styles.named(paragraph, TITLE)
        is_heading = not in_cell and (level is not None or title is not None)
        bold, italic = (self.styles.switch(paragraph, name) or False for name in ("b", "i"))
        numbered = self.styles.numbering(paragraph)
        label = None if numbered is None else self.numbering.next(*numbered)
        words = tuple(self._runs(paragraph, Run("", bold and not is_heading, italic)))
        if not lines_of(words):
            return
        if label is not None and not is_heading and not in_cell:
            nested = self.styles.named(paragraph, NESTED)
            depth = min(max(label.level, int(nested[1]) - 1 if nested else 0), DEEPEST_LIST)
            lead = "" if label.plain is not None else label.text
            yield Block(BlockKind.LIST, entries=(ListRow(label.plain, depth, _after(lead, words)),))
            return
        words = _after("" if label is None else label.text or ("–" if in_cell else ""), words)
        if not is_heading:
            yield Block(BlockKind.PARAGRAPH, words)
        elif title is not None:
            yield Block(BlockKind.TITLE, words)
        else:
            yield Block(BlockKind.HEADING, words, min(level or 1, 6))

    def _runs(self, container: Element, look: Run) -> Iterator[Run]:
        for child in self._children(container):
            name = local(child)
            if name == "r":
                yield from self._run(child, look)
            elif name == "hyperlink":
                yield from self._link(child, look)
            elif name in ("oMath", "oMathPara"):
                yield replace(look, text=clean("".join(text.text or "" for text in child.iter(f"{MATH}t"))))
            elif name in _PICTURES:
                self._picture(child)
            elif name not in _OF_LOOKS:
                yield from self._runs(child, look)

    def _link(self, link: Element, look: Run) -> Iterator[Run]:
        relation = self.relations.get(link.get(f"{R}id", ""))
        address = relation.target if relation is not None and relation.outside else ""
        is_safe = _ADDRESS.fullmatch(address) is not None
        words = list(self._runs(link, replace(look, address=address) if is_safe else look))
        if address and not (is_safe and lines_of(words)):
            self.aside.texts[AsideKind.ADDRESS].append(clean(address))
        yield from words

    def _run(self, run: Element, look: Run) -> Iterator[Run]:
        if is_on(run.find(f"{W}rPr"), "vanish"):
            self.aside.texts[AsideKind.HIDDEN].append(said(run))
            return
        bold, italic = self.styles.switch(run, "b"), self.styles.switch(run, "i")
        own = replace(
            look,
            bold=look.bold if bold is None else bold,
            italic=look.italic if italic is None else italic,
            struck=self.styles.switch(run, "strike") or self.styles.switch(run, "dstrike") or False,
        )
        for part in children(run):
            name = local(part)
            if text := own_text(part):
                yield replace(own, text=text)
            elif name in ("footnoteReference", "endnoteReference"):
                self.aside.notes.append((name.removesuffix("Reference"), part.get(f"{W}id", "")))
                yield replace(own, text=f" (not {len(self.aside.notes)})")
            elif name in _PICTURES:
                self._picture(part)
            elif name not in _OF_LOOKS:
                yield from self._runs(part, look)

    def _picture(self, picture: Element) -> None:
        """Text boxes inside are set aside as texts; pictures by what is said of them to those who cannot see."""
        boxes = list(picture.iter(f"{W}txbxContent"))
        inner = {id(one) for box in boxes for one in box.iter(f"{W}txbxContent") if one is not box}
        self.aside.boxes += (box for box in boxes if id(box) not in inner)
        shown = sum(1 for tag in (f"{DRAWING}blip", f"{VML}imagedata") for _ in picture.iter(tag))
        words = (clean(one.get("descr") or "") for one in picture.iter() if local(one) == "docPr")
        told = [" ".join(text.split()) for text in words if text.strip()]
        self.aside.texts[AsideKind.PICTURE] += told or ["en bild utan beskrivning"] * min(shown, 1)

    def _unfolded(self, table: Element) -> Iterator[Block]:
        """A table, cut where a row is no row of figures but a piece of the document: its text stands between the rest."""
        for frame, rows in groupby(inside(table, "tr"), framed):
            if frame is None:
                yield Block(BlockKind.TABLE, rows=self._rows(rows))
            else:
                yield from self.blocks(frame)

    def _rows(self, rows: Iterable[Element]) -> Rows:
        made: list[tuple[Cell, ...]] = []
        for row in rows:
            before, after = skipped(row)
            cells = [cell for tree in inside(row, "tc") for cell in self._cell(tree, is_first=not made)]
            made.append((*[()] * before, *cells, *[()] * after))
        return tuple(made)

    def _cell(self, cell: Element, is_first: bool) -> Iterator[Cell]:
        """The cell, and the places to the right that it reaches over; it may be only the end of the one above it."""
        words = tuple(block.words for block in self.blocks(cell, in_cell=True))
        properties = cell.find(f"{W}tcPr")
        merged = None if properties is None else properties.find(f"{W}vMerge")
        # A cell that goes on upwards shows no text of its own; should it hold any, it stands as a cell of its own.
        goes_on = merged is not None and not words and merged.get(f"{W}val") in (None, "", "continue")
        yield GoesOn.ABOVE if goes_on and not is_first else words
        yield from [GoesOn.LEFT] * (min(number(value(properties, "gridSpan")) or 1, MOST_COLUMNS) - 1)


def _after(lead: str, words: tuple[Run, ...]) -> tuple[Run, ...]:
    return (Run(f"{lead} "), *words) if lead else words
