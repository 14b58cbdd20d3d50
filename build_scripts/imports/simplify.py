"""A Word text made simple: blocks with bold, italics, struck words, links and breaks; what is no running text set aside.

Everything with text in it is either in the blocks or set aside: unknown elements are walked through, never skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from xml.etree.ElementTree import Element

from bs4.element import PageElement, Tag

from build_scripts.imports.blocks import Block, BlockKind, ListRow, element, lines_of
from build_scripts.imports.received import Relation
from build_scripts.imports.styles import Label, Numbering, Styles
from build_scripts.imports.wordml import (
    ALTERNATE,
    DRAWING,
    MATH,
    MOST_COLUMNS,
    VML,
    R,
    W,
    clean,
    framed,
    inside,
    is_on,
    local,
    number,
    said,
    skipped,
    value,
)

DEEPEST_LIST = 4

_ADDRESS = re.compile(r"https://[^\s()<>\\\"'\[\]|`*_]+")
_OF_LOOKS = frozenset(("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText"))
_PICTURES = frozenset(("drawing", "pict", "object"))


@dataclass
class Aside:
    """What a text holds besides running text: each is told of, and none is in the blocks."""

    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    unfilled: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    tables_in_tables: int = 0
    other_texts: int = 0


@dataclass(frozen=True)
class _Look:
    bold: bool = False
    italic: bool = False
    struck: bool = False


@dataclass
class Simplifier:
    """Makes one part of a document simple. `relations` are what the part points at, by id."""

    styles: Styles
    numbering: Numbering
    aside: Aside
    relations: dict[str, Relation]

    def blocks(self, container: Element, in_cell: bool = False) -> Iterator[Block]:
        """The blocks below an element, each row of a list as a list of its own; in a cell only paragraphs."""
        for child in container:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, in_cell)
            elif name == "tbl" and in_cell:
                self.aside.tables_in_tables += 1
                for row in child.iter(f"{W}tr"):
                    yield from self.blocks(row, in_cell=True)
            elif name == "tbl":
                yield from self._unfolded(child)
            elif name == "altChunk":
                self.aside.other_texts += 1
            elif name == "sdt":
                yield from self._control(child, in_cell)
            elif name == "AlternateContent":
                yield from (one for chosen in _chosen(child) for one in self.blocks(chosen, in_cell))
            elif name not in _OF_LOOKS:
                yield from self.blocks(child, in_cell)

    def _control(self, control: Element, in_cell: bool) -> Iterator[Block]:
        if self._is_unfilled(control):
            return
        if value(control.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery") == "Table of Contents":
            self.aside.contents += (text for row in control.iter(f"{W}p") if (text := said(row)))
            return
        yield from (one for content in control.findall(f"{W}sdtContent") for one in self.blocks(content, in_cell))

    def _is_unfilled(self, control: Element) -> bool:
        """A form's field that nobody filled in shows a hint, which is no text of the document."""
        if not is_on(control.find(f"{W}sdtPr"), "showingPlcHdr"):
            return False
        self.aside.unfilled.append(said(control))
        return True

    def _paragraph(self, paragraph: Element, in_cell: bool) -> Iterator[Block]:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle")
        if self.styles.is_contents(style):
            self.aside.contents += filter(None, (said(paragraph),))
            return
        look = _Look(self.styles.run_switch(style, "b"), self.styles.run_switch(style, "i"))
        outline = number(value(properties, "outlineLvl"))
        level = outline + 1 if outline is not None and 0 <= outline < 9 else self.styles.heading_level(style)
        label = self._label(properties, style)
        is_title = self.styles.is_title(style)
        is_heading = (level is not None or is_title) and not in_cell
        made = element("p")
        _add(made, self._runs(paragraph, replace(look, bold=False) if is_heading else look))
        if not lines_of(made):
            return
        is_row = label is not None and not is_heading and not in_cell
        lead = "" if label is None or (is_row and label.plain is not None) else label.text or ("–" if in_cell else "")
        if lead:
            made.insert(0, f"{lead} ")
        made.smooth()
        if is_heading:
            yield Block(BlockKind.TITLE, made) if is_title else Block(BlockKind.HEADING, made, min(level or 1, 6))
        elif label is not None and is_row:
            depth = min(max(label.level, self.styles.list_depth(style)), DEEPEST_LIST)
            yield Block(BlockKind.LIST, made, entries=(ListRow(label.plain, depth, made),))
        else:
            yield Block(BlockKind.PARAGRAPH, made)

    def _label(self, properties: Element | None, style: str | None) -> Label | None:
        numbered = None if properties is None else properties.find(f"{W}numPr")
        by_style = self.styles.numbering(style)
        list_id = number(value(numbered, "numId"))
        level = number(value(numbered, "ilvl"))
        if list_id is None and by_style is None:
            return None
        own_list, own_level = by_style or (0, 0)
        label = self.numbering.next(own_list if list_id is None else list_id, own_level if level is None else level)
        return label if label is not None and (label.bullet or label.text) else None

    def _runs(self, container: Element, look: _Look) -> Iterator[PageElement | str]:
        for child in container:
            name = local(child)
            if name == "r":
                yield from self._run(child, look)
            elif name == "hyperlink":
                yield from self._link(child, look)
            elif name == "sdt":
                if not self._is_unfilled(child):
                    yield from (one for content in child.findall(f"{W}sdtContent") for one in self._runs(content, look))
            elif name == "AlternateContent":
                yield from (one for chosen in _chosen(child) for one in self._runs(chosen, look))
            elif name in ("oMath", "oMathPara"):
                yield from _dressed([clean("".join(text.text or "" for text in child.iter(f"{MATH}t")))], look)
            elif name in _PICTURES:
                self._picture(child)
            elif name not in _OF_LOOKS:
                yield from self._runs(child, look)

    def _link(self, link: Element, look: _Look) -> Iterator[PageElement | str]:
        relation = self.relations.get(link.get(f"{R}id", ""))
        made = element("a")
        _add(made, self._runs(link, look))
        address = relation.target if relation is not None and relation.outside else None
        if address is not None and lines_of(made) and _ADDRESS.fullmatch(address):
            made["href"] = address
            yield made
            return
        if address is not None:
            self.aside.addresses.append(clean(address))
        yield from list(made.contents)

    def _run(self, run: Element, look: _Look) -> Iterator[PageElement | str]:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish"):
            self.aside.hidden.append(said(run))
            return
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        style = value(properties, "rStyle")
        own = _Look(
            self.styles.run_switch(style, "b") or look.bold if bold is None else bold,
            self.styles.run_switch(style, "i") or look.italic if italic is None else italic,
            is_on(properties, "strike") or is_on(properties, "dstrike") or False,
        )
        made: list[PageElement | str] = []
        for part in _parts(run):
            name = local(part)
            if name == "t":
                made.append(clean(part.text or ""))
            elif name in ("tab", "ptab"):
                made.append("\t")
            elif name in ("br", "cr"):
                made.append(element("br"))
            elif name == "noBreakHyphen":
                made.append("-")
            elif name in ("footnoteReference", "endnoteReference"):
                self.aside.notes.append((name.removesuffix("Reference"), part.get(f"{W}id", "")))
                made.append(f" (not {len(self.aside.notes)})")
            elif name in _PICTURES:
                self._picture(part)
            elif name not in _OF_LOOKS and len(part):
                yield from _dressed(made, own)
                yield from self._runs(part, look)
                made, own = [], look
        yield from _dressed(made, own)

    def _picture(self, picture: Element) -> None:
        """Text boxes inside are set aside as texts; pictures by what is said of them to those who cannot see."""
        boxes = list(picture.iter(f"{W}txbxContent"))
        inner = {id(one) for box in boxes for one in box.iter(f"{W}txbxContent") if one is not box}
        self.aside.boxes += (box for box in boxes if id(box) not in inner)
        shown = sum(1 for tag in (f"{DRAWING}blip", f"{VML}imagedata") for _ in picture.iter(tag))
        words = (clean(one.get("descr") or "") for one in picture.iter() if local(one) == "docPr")
        told = [" ".join(text.split()) for text in words if text.strip()]
        self.aside.pictures += told or [""] * min(shown, 1)

    def _unfolded(self, table: Element) -> Iterator[Block]:
        """A table, cut where a row is no row of figures but a piece of the document: its text stands between the rest."""
        for frame, rows in groupby(inside(table, "tr"), framed):
            if frame is None:
                yield Block(BlockKind.TABLE, self._table(rows))
            else:
                yield from self.blocks(frame)

    def _table(self, rows: Iterable[Element]) -> Tag:
        made = element("table")
        above: dict[int, Tag] = {}
        for row in rows:
            made_row = element("tr")
            made.append(made_row)
            before, after = skipped(row)
            cells = [*[(element("td"), False) for _ in range(before)], *map(self._cell, inside(row, "tc"))]
            column = 0
            for cell, goes_on in [*cells, *[(element("td"), False) for _ in range(after)]]:
                if goes_on and column in above:
                    above[column]["rowspan"] = str(int(str(above[column].get("rowspan", "1"))) + 1)
                else:
                    made_row.append(cell)
                    above[column] = cell
                column += int(str(cell.get("colspan", "1")))
        return made

    def _cell(self, cell: Element) -> tuple[Tag, bool]:
        """The cell, and whether it is only the end of the one above it."""
        made = element("td", *(block.markup for block in self.blocks(cell, in_cell=True)))
        properties = cell.find(f"{W}tcPr")
        wide = number(value(properties, "gridSpan")) or 1
        if wide > 1:
            made["colspan"] = str(min(wide, MOST_COLUMNS))
        merged = None if properties is None else properties.find(f"{W}vMerge")
        # A cell that goes on upwards shows no text of its own; should it hold any, it stands as a cell of its own.
        return made, merged is not None and not made.contents and merged.get(f"{W}val") in (None, "", "continue")


def _chosen(alternatives: Element) -> Iterator[Element]:
    """Of two forms of one thing the new one; the old where the new is empty."""
    forms = [form for name in ("Choice", "Fallback") for form in alternatives.findall(f"{ALTERNATE}{name}")]
    yield from [form for form in forms if len(form)][:1]


def _parts(run: Element) -> Iterator[Element]:
    for child in run:
        if local(child) == "AlternateContent":
            yield from (part for chosen in _chosen(child) for part in chosen)
        else:
            yield child


def _dressed(content: Sequence[PageElement | str], look: _Look) -> Iterator[PageElement | str]:
    """The content with its looks around it."""
    kept = [piece for piece in content if piece != ""]
    for name, on in (("s", look.struck), ("em", look.italic), ("strong", look.bold)):
        kept = [element(name, *kept)] if on and kept else kept
    yield from kept


def _add(parent: Tag, pieces: Iterable[PageElement | str]) -> None:
    """Adds the pieces; one with the looks of the piece before it goes on in that one."""
    for piece in pieces:
        last = parent.contents[-1] if parent.contents else None
        if isinstance(piece, Tag) and isinstance(last, Tag) and _look_alike(piece, last):
            _add(last, list(piece.contents))
        else:
            parent.append(piece)


def _look_alike(one: Tag, other: Tag) -> bool:
    return one.name != "br" and (one.name, one.attrs) == (other.name, other.attrs)
