"""Word's styles ("formatmallar"): what a paragraph or run is by its style and the styles that one is based on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from build_scripts.imports.wordml import W, is_on, number, value

_TITLES = frozenset(
    (
        "title",
        "titel",
        "ärendemening",
        "ärenderubrik",
        "ärende rubrik",
        "dokumentrubrik",
        "dokumenttitel",
        "ärendetitel",
    )
)
_LIST = re.compile(r"(?:list (?:bullet|number)|punktlista|numrerad lista) ([2-5])")
_CONTENTS = re.compile(r"(?:toc|innehåll|contents) (?:[1-9]|heading)|innehållsförteckningsrubrik")
BODY_TEXT = 9
"""The outline level that means no heading."""


@dataclass(frozen=True)
class Styles:
    """The document's styles by id."""

    by_id: dict[str, Element]

    def is_title(self, style: str | None) -> bool:
        """Whether it is the style of the document's title."""
        return any((value(found, "name") or "").lower() in _TITLES for found in self._chain(style))

    def is_contents(self, style: str | None) -> bool:
        """Whether it is the style of a row in the table of contents that a program keeps."""
        return any(_CONTENTS.fullmatch((value(found, "name") or "").lower()) for found in self._chain(style))

    def heading_level(self, style: str | None) -> int | None:
        """1 to 9 for a heading's style; by its outline level, else by the name that Word itself gives it."""
        for found in self._chain(style):
            outline = number(value(found.find(f"{W}pPr"), "outlineLvl"))
            if outline is not None:
                return outline + 1 if 0 <= outline < BODY_TEXT else None
            name = (value(found, "name") or "").lower()
            for word in ("heading ", "rubrik "):
                level = number(name.removeprefix(word)) if name.startswith(word) else None
                if level is not None and 1 <= level <= BODY_TEXT:
                    return level
        return None

    def numbering(self, style: str | None) -> tuple[int, int] | None:
        """The list (numId) and level of a style that numbers its paragraphs."""
        for found in self._chain(style):
            properties = found.find(f"{W}pPr")
            numbered = None if properties is None else properties.find(f"{W}numPr")
            if numbered is not None and (list_id := number(value(numbered, "numId"))) is not None:
                return list_id, number(value(numbered, "ilvl")) or 0
        return None

    def list_depth(self, style: str | None) -> int:
        """How deep the rows of Word's own list styles stand: each of "List Bullet 3" is a list of its own to Word."""
        names = ((value(found, "name") or "").lower() for found in self._chain(style))
        found = next((match for name in names if (match := _LIST.fullmatch(name))), None)
        return int(found[1]) - 1 if found else 0

    def run_switch(self, style: str | None, name: str) -> bool:
        """Whether a switch of the letters, such as bold, is on by the style."""
        said = self._first(style, lambda found: is_on(found.find(f"{W}rPr"), name))
        return bool(said)

    def _first(self, style: str | None, question: Callable[[Element], bool | None]) -> bool | None:
        return next((answer for found in self._chain(style) if (answer := question(found)) is not None), None)

    def _chain(self, style: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while style is not None and style not in seen and style in self.by_id:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "basedOn")


def read_styles(tree: Element | None) -> Styles:
    """The styles of the part; none without it."""
    found = () if tree is None else tree.iter(f"{W}style")
    return Styles({style.get(f"{W}styleId", ""): style for style in found})
