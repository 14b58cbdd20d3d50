"""A page as the search engine is given it: the same text without the markup that it would only throw away.

The engine copies the text of every element into the one around it, so that half its time goes to markup. What it makes of
an element is made here instead: a block's text ends with a full stop, and what it leaves out is left out.

Source: pagefind/src/fossick/parser.rs of Pagefind 1.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape

from build_scripts.exports.search_pages import BODY
from macros.texts.compounds import CompoundParts

_PIECE = re.compile(r'<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>"]*(?:"[^"]*"[^<>"]*)*)>|([^<]+)', re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"§§?\s*(\d+)")
_PLACE = re.compile(r'\sid="[^"]*"')
_MARKED = "data-pagefind-"
_IGNORED = "data-pagefind-ignore"
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "wbr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The engine gives their words a weight of their own."""

_BLOCKS = _HEADINGS | {"p", "td", "th", "caption", "div", "ul", "li", "article", "section"}
"""The engine's own, and `th` and `caption`, whose words would run together with those after them."""

_LEFT_OUT = frozenset(
    ("style", "script", "noscript", "label", "form", "svg", "footer", "nav", "iframe", "template"),
)
_NO_END = re.compile(r"[\w'\")$*]")
"""A block's last sign after which a full stop is put."""

_FULL_STOP, _NOTHING = ".", "-"
"""How the end of an element is told that is a block, and of one that is left out."""


def searchable(html: str, parts: CompoundParts) -> str:
    """The page as the search engine reads it: what it is found by, its text, and what its words are made of.

    These last stand in a field of their own ("delar"), which is searched but never shown.
    """
    opening, *pieces = _pieces(html, html.rindex("<", 0, html.index(BODY)))
    text = unescape(" ".join(piece for piece in pieces if not piece.startswith("<")))
    beside = escape(" ".join(_beside(text, parts)))
    told = f'<i data-delar="{beside}" data-pagefind-meta="delar[data-delar]"></i>' if beside else ""
    return f'<html lang="sv"><body>{opening}{told}{"".join(pieces)}</body></html>'


def _pieces(html: str, start: int) -> list[str]:
    """The element that begins at `start`: the tags that are handed on, texts, and what stands for the other tags."""
    read = _Read()
    for end, name, attributes, text in _PIECE.findall(html, start):
        if text:
            if not read.left_out:
                read.pieces.append(text)
        elif end:
            read.end(name)
            if not read.within:
                break
        elif name:
            read.start(name, attributes)
    return read.pieces


@dataclass(slots=True)
class _Read:
    """What has been read: the pieces, the open elements with how their ends are told, and how many of them are left out."""

    pieces: list[str] = field(default_factory=list)
    within: list[tuple[str, str]] = field(default_factory=list)
    left_out: int = 0

    def start(self, name: str, attributes: str) -> None:
        if name in _VOID:
            if name == "br" and not self.left_out:
                self.pieces.append(" ")
        elif self.left_out or name in _LEFT_OUT or _IGNORED in attributes:
            self.left_out += 1
            self.within.append((name, _NOTHING))
        elif name in _HEADINGS or _MARKED in attributes:
            self.within.append((name, f"</{name}>"))
            self.pieces.append(f"<{name}{_PLACE.sub('', attributes) if _MARKED in attributes else ''}>")
        elif name in _BLOCKS:
            self.within.append((name, _FULL_STOP))
            self.pieces.append(" ")
        else:
            self.within.append((name, ""))

    def end(self, name: str) -> None:
        """Ends the element, and those within it that nobody ended."""
        if self.within[-1][0] != name and all(name != open for open, _ in self.within):
            return
        ended = ""
        while ended != name:
            ended, told = self.within.pop()
            if told == _NOTHING:
                self.left_out -= 1
            elif told == _FULL_STOP:
                self.pieces.append(". " if _NO_END.match(self.pieces[-1][-1]) else " ")
            elif told:
                self.pieces.append(told)


def _beside(text: str, parts: CompoundParts) -> list[str]:
    """What compounds are made of, and paragraphs' numbers as one word each ("§43"), in order, each once."""
    # Each word of a text stands there many times: the same ones are put together before they are looked at.
    words = {*_WORD.findall(" ".join({*text.lower().split()}))}
    found = {part for word in words for part in parts.of(word)}
    return [*sorted(found - words), *(f"§{number}" for number in sorted({*_PARAGRAPH.findall(text)}, key=int))]
