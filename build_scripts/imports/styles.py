"""Word's styles ("formatmallar") and automatic numbers: what they say of a paragraph, and what stands before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from pdfminer.utils import format_int_roman

from build_scripts.imports.wordml import W, is_on, number, value

TITLE = re.compile(r"title|titel|ärende(?:mening| ?rubrik|titel)|dokument(?:rubrik|titel)")
"""Of the document."""

NESTED = re.compile(r"(?:list (?:bullet|number)|punktlista|numrerad lista) ([2-5])")
"""Of lists in lists: each of "List Bullet 3" is a list of its own to Word."""

CONTENTS = re.compile(r"(?:toc|innehåll|contents) (?:[1-9]|heading)|innehållsförteckningsrubrik")
"""Of rows in the table of contents that a program keeps."""

_HEADING = re.compile(r"(?:heading|rubrik) ([1-9])")
LEVELS = 9
"""Of headings by their outline, and of lists; both are counted from 0."""


@dataclass(frozen=True)
class Styles:
    """The document's styles by id. What is asked of a paragraph or run, its own properties answer before its style's."""

    by_id: dict[str, Element]

    def named(self, paragraph: Element, shape: re.Pattern[str]) -> re.Match[str] | None:
        """The name, in small letters, of its style or of one which that is based on, where it has the shape."""
        return next(filter(None, (shape.fullmatch(_name(one)) for one in self._chain(paragraph))), None)

    def heading_level(self, paragraph: Element) -> int | None:
        """1 to 9 for a heading; by the outline level, else by the name that Word itself gives its styles for headings."""
        for found in self._chain(paragraph):
            outline = number(value(found.find(f"{W}pPr"), "outlineLvl"))
            if outline is not None and (found is not paragraph or 0 <= outline < LEVELS):
                return outline + 1 if 0 <= outline < LEVELS else None
            if name := _HEADING.fullmatch(_name(found)):
                return int(name[1])
        return None

    def numbering(self, paragraph: Element) -> tuple[int, int] | None:
        """The list (numId) and level of a numbered paragraph."""
        chain = [one.find(f"{W}pPr/{W}numPr") for one in self._chain(paragraph)]
        list_id, level = (
            next((n for one in chain if (n := number(value(one, name))) is not None), None)
            for name in ("numId", "ilvl")
        )
        return None if list_id is None else (list_id, level or 0)

    def switch(self, element: Element, name: str) -> bool | None:
        """Whether a switch of the letters, such as bold, is on; None where it is not said."""
        told = (is_on(found.find(f"{W}rPr"), name) for found in self._chain(element))
        return next((on for on in told if on is not None), None)

    def _chain(self, element: Element) -> Iterator[Element]:
        """The paragraph or run, its style, and those which that one is based on."""
        yield element
        style = value(element.find(f"{W}pPr"), "pStyle") or value(element.find(f"{W}rPr"), "rStyle")
        seen: set[str] = set()
        while style is not None and style not in seen and style in self.by_id:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "basedOn")


def _name(style: Element) -> str:
    return (value(style, "name") or "").lower()


def read_styles(trees: Iterable[Element]) -> Styles:
    """The styles of the parts that hold them."""
    return Styles({style.get(f"{W}styleId", ""): style for tree in trees for style in tree.iter(f"{W}style")})


@dataclass(frozen=True)
class Label:
    """What stands before a paragraph: its text ("3.", "1.2", "b)"), none for a bullet; `plain` is the number of a mere "3."."""

    level: int
    text: str
    plain: int | None = None


@dataclass(frozen=True)
class _Level:
    form: str
    text: str
    start: int


_USUAL = {n: _Level("decimal", f"%{n + 1}.", 1) for n in range(LEVELS)}


@dataclass
class Numbering:
    """The document's lists; `next` must be asked once for each paragraph, in order."""

    levels: dict[int, dict[int, _Level]]
    lists: dict[int, tuple[int, dict[int, int]]]
    counts: dict[int, list[int | None]] = field(default_factory=lambda: defaultdict(lambda: [None] * LEVELS))
    begun: set[int] = field(default_factory=set)

    def next(self, list_id: int, level: int) -> Label | None:
        """The label of the next paragraph of a list (numId) on a level from 0; None where it has none."""
        if list_id not in self.lists or not 0 <= level < LEVELS:
            return None
        group, overrides = self.lists[list_id]
        levels = _USUAL | self.levels.get(group, {})
        own, counts = levels[level], self.counts[group]
        if list_id not in self.begun:
            self.begun.add(list_id)
            for n, start in overrides.items():
                counts[n] = start - 1
        before = counts[level]
        counts[level] = own.start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        if own.form == "bullet":
            return Label(level, "")

        def written(found: re.Match[str]) -> str:
            n = int(found[1]) - 1
            count = counts[n]
            return _form(levels[n].start if count is None else count, levels[n].form)

        text = "" if own.form == "none" else re.sub(r"%([1-9])", written, own.text).strip()
        is_plain = re.fullmatch(r"\d{1,9}[.)]?", text, re.ASCII) is not None
        return Label(level, text, plain=int(text.rstrip(".)")) if is_plain else None) if text else None


def _form(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        text = format_int_roman(count)
        return text if form == "lowerRoman" else text.upper()
    return f"{count:02}" if form == "decimalZero" else str(count)


def read_numbering(trees: Sequence[Element]) -> Numbering:
    """The lists of the parts that hold them."""
    groups: dict[int, dict[int, _Level]] = {}
    lists: dict[int, tuple[int, dict[int, int]]] = {}
    for group in (one for tree in trees for one in tree.iter(f"{W}abstractNum")):
        if (key := number(group.get(f"{W}abstractNumId"))) is not None:
            groups[key] = {number(one.get(f"{W}ilvl")) or 0: _level(one) for one in group.iter(f"{W}lvl")}
    for one in (one for tree in trees for one in tree.iter(f"{W}num")):
        key, of = number(one.get(f"{W}numId")), number(value(one, "abstractNumId"))
        overrides = {
            number(found.get(f"{W}ilvl")) or 0: number(value(found, "startOverride"))
            for found in one.iter(f"{W}lvlOverride")
        }
        if key is not None and of is not None:
            lists[key] = (of, {n: start for n, start in overrides.items() if start is not None and 0 <= n < LEVELS})
    return Numbering(groups, lists)


def _level(tree: Element) -> _Level:
    start = number(value(tree, "start"))
    return _Level(value(tree, "numFmt") or "decimal", value(tree, "lvlText") or "", 1 if start is None else start)
