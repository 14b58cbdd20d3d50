"""The text of a page that is searched: what is handed to the engine, what stands around it, and what is shown of it.

What stands around the text are the page's own headings, its facts with their names, and states: words of ours that say little
of the matter. Headings of a report or of a paragraph are text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from macros.words import words

PAGE = "data-sok-sida"
_LEFT_OUT_HERE = "data-sok-ej"
_SHOWN_HERE = "data-sok-visa"
_WEIGHT = "data-sok-vikt"
_NUMBER = "data-nummer"

_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
_PIECE = re.compile(r'<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>"]*(?:"[^"]*"[^<>"]*)*)>|([^<]+)', re.DOTALL)
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "wbr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The engine gives their words a weight of their own."""

_BLOCKS = _HEADINGS | set(words("p td th caption div ul li article section blockquote dt dd"))
_BLOCK_CLASS = re.compile(r'class="[^"]*\bk-lista__titel\b')
_AROUND = frozenset(("dl", "th", "caption"))
_AROUND_CLASS = re.compile(
    r'class="[^"]*\bk-(?:meta|lage|lista__meta|overrad|ingress|forslag__utfall|steg__tid|folj)\b'
)
_OWN_HEADINGS = re.compile(r'class="[^"]*\bk-(?:prosa|paragraf|text)\b')
_LEFT_OUT = frozenset(words("style script noscript label form svg footer nav iframe template"))

_EMPTY_CELLS = re.compile(r"(?:[ .]*·){2,} ")
_NO_END = re.compile(r"[\w'\")$*]")
"""A block's last sign after which a full stop is put."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: the tag that ends it for the engine, and what is done with the text within it."""

    name: str
    ends_with: str = ""
    left_out: bool = False
    around: bool = False
    heading: bool = False
    title: bool = False
    own_headings: bool = False
    is_block: bool = False


@dataclass(slots=True)
class PageText:
    """What was read: texts and the engine's tags in `pieces`, texts that stand around them, and the first h1 and case number.

    `marks` are the attributes of the element that is searched.
    """

    marks: Mapping[str, str]
    pieces: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    title: str = ""
    number: str = ""
    _shown: list[str] = field(default_factory=list)
    _within: list[_Open] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The text as a reader meets it among the hits, its blocks as sentences."""
        return _EMPTY_CELLS.sub(" · ", " ".join("".join(self._shown).split()))

    def text(self, text: str) -> None:
        """Takes a text in, by where it stands."""
        within = self._within[-1]
        if within.left_out:
            return
        if within.title:
            self.title += text
        if within.around:
            self.around.append(text)
            return
        self.pieces.append(text)
        if not within.heading:
            self._shown.append(text)

    def start(self, name: str, attributes: str) -> None:
        """Begins an element."""
        if name in _VOID:
            if name == "br":
                self.text(" ")
            return
        parent = self._within[-1]
        told = dict(_ATTRIBUTE.findall(attributes)) if _WEIGHT in attributes else {}
        own_headings = parent.own_headings or bool(_OWN_HEADINGS.search(attributes))
        heading = name in _HEADINGS
        around = not told and (
            parent.around
            or name in _AROUND
            or bool(_AROUND_CLASS.search(attributes))
            or (heading and name != "h1" and not own_headings)
        )
        left_out = parent.left_out or name in _LEFT_OUT or _LEFT_OUT_HERE in attributes
        ends_with = ""
        if (heading or told) and not around and not left_out:
            ends_with = self._weighed(name, told)
        if around:
            self.around.append("\n")
        is_fact = bool(told) and name == "dd"
        self._within.append(
            _Open(
                name,
                ends_with,
                left_out,
                around,
                heading=parent.heading or (heading and _SHOWN_HERE not in attributes) or is_fact,
                title=parent.title or name == "h1",
                own_headings=own_headings,
                is_block=name in _BLOCKS or bool(_BLOCK_CLASS.search(attributes)),
            )
        )

    def _weighed(self, name: str, told: Mapping[str, str]) -> str:
        """Begins an element for the engine, which would make a field of its own of an h1; gives the tag that ends it."""
        name = "h2" if name == "h1" else name
        weight = f' data-pagefind-weight="{told[_WEIGHT]}"' if told else ""
        self.pieces.append(f"<{name}{weight}>")
        self.number = self.number or told.get(_NUMBER, "")
        return f"</{name}>"

    def end(self, name: str) -> None:
        """Ends the element, and those within it that nobody ended."""
        if all(name != open.name for open in self._within):
            return
        ended = ""
        while ended != name:
            open = self._within.pop()
            ended = open.name
            if open.ends_with:
                self.pieces.append(open.ends_with)
            if open.is_block and not open.left_out:
                self._end_block(ended)

    def _end_block(self, name: str) -> None:
        self.pieces.append("\n")
        self.around.append("\n")
        last = self._shown[-1][-1:] if self._shown else ""
        self._shown.append(" · " if name == "td" and last else ". " if _NO_END.match(last) else " ")


def read(html: str) -> PageText:
    """The text of the page's element that is searched, without its soft hyphens."""
    html = html.replace("\N{SOFT HYPHEN}", "")
    opening = opening_of(html)
    own_headings = bool(_OWN_HEADINGS.search(opening[3]))
    found = PageText(attributes(opening), _within=[_Open(opening[2], own_headings=own_headings)])
    for end, name, told, text in _PIECE.findall(html, opening.end()):
        if text:
            found.text(unescape(text))
        elif end:
            found.end(name)
            if not found._within:
                break
        elif name:
            found.start(name, told)
    return found


def opening_of(html: str) -> re.Match[str]:
    """The tag of the element that is searched."""
    return next(_PIECE.finditer(html, html.rindex("<", 0, html.index(PAGE))))


def attributes(tag: re.Match[str]) -> dict[str, str]:
    """A tag's attributes."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[3])}
