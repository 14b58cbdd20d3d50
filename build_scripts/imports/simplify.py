"""A Word text made simple: paragraphs, lists, tables and runs, each in one form; what is no running text set aside.

Everything with text in it is either in the simple text or set aside: unknown elements are walked through, never skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from build_scripts.imports.received import Relation
from build_scripts.imports.styles import Label, Numbering, Styles
from build_scripts.imports.tables import MOST_COLUMNS, empty_cell, framed, inside, skipped
from build_scripts.imports.wordml import ALTERNATE, DRAWING, MATH, VML, R, W, clean, is_on, local, number, said, value

TITLE = "KTitel"
HEADING = "KRubrik"
BULLETS, NUMBERS = "1", "2"
DEEPEST_LIST = 4
NUMBER_BEGINS, NUMBER_ENDS = "\ue010", "\ue011"
"""Around a list row's number; no document holds these signs, for they are taken out of every text."""

_ADDRESS = re.compile(r"https://[^\s()<>\\\"'\[\]|`*_]+")
_OF_LOOKS = frozenset(("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText"))
_PICTURES = frozenset(("drawing", "pict", "object"))


@dataclass
class Aside:
    """What a text holds besides running text: each is told of, and none is in the simple text."""

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


@dataclass
class Simplifier:
    """Makes the parts of one document simple. `links` gathers the addresses that the simple text points at, by id."""

    styles: Styles
    numbering: Numbering
    aside: Aside = field(default_factory=Aside)
    links: dict[str, str] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)

    def blocks(self, container: Element, in_cell: bool = False) -> Iterator[Element]:
        """The paragraphs and tables below an element, simple."""
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

    def _control(self, control: Element, in_cell: bool) -> Iterator[Element]:
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

    def _paragraph(self, paragraph: Element, in_cell: bool) -> Iterator[Element]:
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
        made = Element(f"{W}p")
        looks = SubElement(made, f"{W}pPr")
        made.extend(self._runs(paragraph, replace(look, bold=False) if is_heading else look))
        if not said(made):
            return
        if is_heading:
            SubElement(looks, f"{W}pStyle", {f"{W}val": TITLE if is_title else f"{HEADING}{min(level or 1, 6)}"})
            if label is not None and label.text:
                made.insert(1, _run(f"{label.text} ", _Look()))
        elif label is not None and in_cell:
            made.insert(1, _run(f"{label.text or '–'} ", _Look()))
        elif label is not None:
            numbered = SubElement(looks, f"{W}numPr")
            SubElement(
                numbered,
                f"{W}ilvl",
                {f"{W}val": str(min(max(label.level, self.styles.list_depth(style)), DEEPEST_LIST))},
            )
            SubElement(numbered, f"{W}numId", {f"{W}val": BULLETS if label.plain is None else NUMBERS})
            if label.text:
                lead = f"{label.text} " if label.plain is None else f"{NUMBER_BEGINS}{label.plain}{NUMBER_ENDS}"
                made.insert(1, _run(lead, _Look()))
        yield made

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

    def _runs(self, element: Element, look: _Look) -> Iterator[Element]:
        for child in element:
            name = local(child)
            if name == "r":
                yield from self._run(child, look)
            elif name == "hyperlink":
                yield self._link(child, look)
            elif name == "sdt":
                if not self._is_unfilled(child):
                    yield from (one for content in child.findall(f"{W}sdtContent") for one in self._runs(content, look))
            elif name == "AlternateContent":
                yield from (one for chosen in _chosen(child) for one in self._runs(chosen, look))
            elif name in ("oMath", "oMathPara"):
                yield _run(clean("".join(text.text or "" for text in child.iter(f"{MATH}t"))), look)
            elif name in _PICTURES:
                self._picture(child)
            elif name not in _OF_LOOKS:
                yield from self._runs(child, look)

    def _link(self, link: Element, look: _Look) -> Element:
        relation = self.relations.get(link.get(f"{R}id", ""))
        made = Element(f"{W}hyperlink")
        made.extend(self._runs(link, look))
        address = relation.target if relation is not None and relation.outside else None
        if address is not None and said(made) and _ADDRESS.fullmatch(address):
            made.set(f"{R}id", f"l{len(self.links)}")
            self.links[f"l{len(self.links)}"] = address
        elif address is not None:
            self.aside.addresses.append(clean(address))
        return made

    def _run(self, run: Element, look: _Look) -> Iterator[Element]:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish"):
            self.aside.hidden.append(said(run))
            return
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        style = value(properties, "rStyle")
        made = _run(
            "",
            _Look(
                self.styles.run_switch(style, "b") or look.bold if bold is None else bold,
                self.styles.run_switch(style, "i") or look.italic if italic is None else italic,
            ),
            is_on(properties, "strike") or is_on(properties, "dstrike") or False,
        )
        for part in _parts(run):
            name = local(part)
            if name == "t":
                _text(made, clean(part.text or ""))
            elif name in ("tab", "ptab"):
                SubElement(made, f"{W}tab")
            elif name in ("br", "cr"):
                SubElement(made, f"{W}br")
            elif name == "noBreakHyphen":
                _text(made, "-")
            elif name in ("footnoteReference", "endnoteReference"):
                self.aside.notes.append((name.removesuffix("Reference"), part.get(f"{W}id", "")))
                _text(made, f" (not {len(self.aside.notes)})")
            elif name in _PICTURES:
                self._picture(part)
            elif name not in _OF_LOOKS and len(part):
                yield made
                yield from self._runs(part, look)
                made = _run("", look)
        yield made

    def _picture(self, picture: Element) -> None:
        """Text boxes inside are set aside as texts; pictures by what is said of them to those who cannot see."""
        boxes = list(picture.iter(f"{W}txbxContent"))
        inner = {id(one) for box in boxes for one in box.iter(f"{W}txbxContent") if one is not box}
        self.aside.boxes += (box for box in boxes if id(box) not in inner)
        shown = sum(1 for tag in (f"{DRAWING}blip", f"{VML}imagedata") for _ in picture.iter(tag))
        words = (clean(one.get("descr") or "") for one in picture.iter() if local(one) == "docPr")
        told = [" ".join(text.split()) for text in words if text.strip()]
        self.aside.pictures += told or [""] * min(shown, 1)

    def _unfolded(self, table: Element) -> Iterator[Element]:
        """A table, cut where a row is no row of figures but a piece of the document: its text stands between the rest."""
        for frame, rows in groupby(inside(table, "tr"), framed):
            if frame is None:
                yield self._table(rows)
            else:
                yield from self.blocks(frame)

    def _table(self, rows: Iterable[Element]) -> Element:
        made = Element(f"{W}tbl")
        for row in rows:
            made_row = SubElement(made, f"{W}tr")
            before, after = skipped(row)
            made_row.extend(empty_cell() for _ in range(before))
            for cell in inside(row, "tc"):
                made_row.append(self._cell(cell))
            made_row.extend(empty_cell() for _ in range(after))
        return made

    def _cell(self, cell: Element) -> Element:
        made = Element(f"{W}tc")
        looks = SubElement(made, f"{W}tcPr")
        properties = cell.find(f"{W}tcPr")
        wide = number(value(properties, "gridSpan")) or 1
        if wide > 1:
            SubElement(looks, f"{W}gridSpan", {f"{W}val": str(min(wide, MOST_COLUMNS))})
        content = list(self.blocks(cell, in_cell=True))
        merged = None if properties is None else properties.find(f"{W}vMerge")
        # A cell that goes on upwards shows no text of its own; should it hold any, it stands as a cell of its own.
        if merged is not None and (merged.get(f"{W}val") == "restart" or not content):
            SubElement(looks, f"{W}vMerge", {f"{W}val": merged.get(f"{W}val") or "continue"})
        made.extend(content)
        return made


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


def _run(text: str, look: _Look, struck: bool = False) -> Element:
    made = Element(f"{W}r")
    looks = SubElement(made, f"{W}rPr")
    for name, on in (("b", look.bold), ("i", look.italic), ("strike", struck)):
        if on:
            SubElement(looks, f"{W}{name}")
    if text:
        _text(made, text)
    return made


def _text(run: Element, text: str) -> None:
    SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = text
