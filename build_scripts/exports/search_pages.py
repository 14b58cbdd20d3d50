"""A finished page as the search is given it: what it can be chosen by, and its text in the search engine's own marks.

The pages say what the search needs in marks of our own: `data-sok-sida` on the element whose text is searched, with its
`data-titel`, `data-slag`, `data-kommun`, `data-ar`, `data-datum` and `data-enhet`; within it an empty element with
`data-organ` for each body; `data-sok-vikt` on an element whose words weigh so much, and with `data-nummer` have that number;
`data-sok-ej` on what is left out.

The engine copies the text of every element into the one around it, so that half its time goes to markup. What it makes of
an element is made here instead: a block's text ends with a full stop, and what it leaves out is left out.

See https://pagefind.app/docs/indexing/ and pagefind/src/fossick/parser.rs of Pagefind 1.5.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from urllib.parse import urlencode

from macros.remembered import remembered
from macros.texts.compounds import CompoundParts
from macros.words import words

_EVERY_PAGE = "‿"
"""A tie between letters, which no text holds: the word that the search page's script asks for all pages of a part by.

The engine would fetch every word of the part to give the pages without one.
"""

_PAGE = "data-sok-sida"
_LEFT_OUT_HERE = "data-sok-ej"
_WEIGHT = "data-sok-vikt"
_NUMBER = "data-nummer"
_CHOICES = {"slag": "data-slag", "år": "data-ar", "enhet": "data-enhet"}
"""What pages can be chosen by beside bodies, and where it stands."""

_ORGAN = "organ"
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
_BODIES = re.compile(r'\sdata-organ="([^"]*)"')
_PIECE = re.compile(r'<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>"]*(?:"[^"]*"[^<>"]*)*)>|([^<]+)', re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"§§?\s*(\d+)")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "wbr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The engine gives their words a weight of their own."""

_BLOCKS = _HEADINGS | {"p", "td", "th", "caption", "div", "ul", "li", "article", "section"}
"""The engine's own, and `th` and `caption`, whose words would run together with those after them."""

_LEFT_OUT = frozenset(words("style script noscript label form svg footer nav iframe template"))
_NO_END = re.compile(r"[\w'\")$*]")
"""A block's last sign after which a full stop is put."""

_FULL_STOP, _NOTHING = ".", "-"
"""How the end of an element is told that is a block, and of one that is left out."""


@dataclass(frozen=True)
class IndexedPage:
    """A page that the search finds.

    Its file, the municipality ("" for the site's own pages), year, day and (filter, value), and what it was made from
    ("" where that is not known).
    """

    name: str
    municipality: str
    year: int | None
    date: str | None
    choices: tuple[tuple[str, str], ...]
    key: str = ""

    @property
    def address(self) -> str:
        """The page's address from the root as the engine hands it back, with what is shown beside a result."""
        shown = urlencode([(name, value) for name, value in self.choices if name in ("slag", _ORGAN)])
        address = self.name.removesuffix("index.html")
        return f"{address}?{shown}" if shown else address


def page_names(site: Path, without: str) -> list[str]:
    """The HTML files in the folder, but for the folder `without`, in order. Raises `OSError` when there are none."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    if not names:
        raise FileNotFoundError(f"{site} har inga sidor.")
    return [name for name in names if not name.startswith(f"{without}/")]


def found_pages(site: Path, names: Iterable[str], keys: Mapping[str, str]) -> tuple[IndexedPage, ...]:
    """Those of the files in the folder that the search finds.

    `keys`: what each file was made from; of a page whose key is known nothing has to be read again.
    """
    return tuple(page for name in names if (page := _known(site, name, keys.get(name, ""))))


def _known(site: Path, name: str, key: str) -> IndexedPage | None:
    def told() -> str:
        return json.dumps(_facts((site / name).read_bytes().decode("utf-8")), ensure_ascii=False)

    facts = json.loads((remembered("sökfakta", (key,), told) if key else None) or told())
    if facts is None:
        return None
    municipality, year, date, choices = facts
    return IndexedPage(name, municipality, year, date, tuple((filter, value) for filter, value in choices), key)


def _facts(html: str) -> tuple[str, int | None, str | None, list[tuple[str, str]]] | None:
    if _PAGE not in html:
        return None
    opening = _opening(html)
    told = _attributes(opening)
    choices = [(name, told[mark]) for name, mark in _CHOICES.items() if mark in told]
    choices += [(_ORGAN, unescape(body)) for body in _BODIES.findall(html, opening.end())]
    year = told.get("data-ar", "")
    return told.get("data-kommun", ""), int(year) if year.isdecimal() else None, told.get("data-datum"), choices


def _opening(html: str) -> re.Match[str]:
    """The tag of the element that is searched."""
    return next(_PIECE.finditer(html, html.rindex("<", 0, html.index(_PAGE))))


def _attributes(tag: re.Match[str]) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[3])}


def searchable(html: str, place: int, parts: CompoundParts) -> str:
    """The page as the search engine reads it: what it is found by, its text, and what its words are made of.

    These last stand in a field of their own ("delar"), which is searched but never shown. All pages of a part can be asked
    for in the order of their `place`, by the word that it holds on every page.
    """
    opening = _opening(html)
    told = _attributes(opening)
    pieces = _pieces(html, opening)
    text = unescape(" ".join(piece for piece in pieces if not piece.startswith("<")))
    fields = {
        "title": told.get("data-titel"),
        "datum": told.get("data-datum"),
        "delar": " ".join([*_beside(text, parts), _EVERY_PAGE]),
    }
    given = {name: value for name, value in fields.items() if value}
    values = "".join(f' data-{name}="{escape(value)}"' for name, value in {"plats": str(place), **given}.items())
    meta = ", ".join(f"{name}[data-{name}]" for name in given)
    marks = f'data-pagefind-body data-pagefind-sort="plats[data-plats]" data-pagefind-meta="{meta}"'
    return f'<html lang="sv"><body {marks}{values}>{"".join(pieces)}</body></html>'


def _pieces(html: str, opening: re.Match[str]) -> list[str]:
    """What is in the element: the tags that are handed on, texts, and what stands for the other tags."""
    read = _Read([(opening[2], "")])
    for end, name, attributes, text in _PIECE.findall(html, opening.end()):
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
    """What has been read: the open elements with how their ends are told, the pieces, and how many elements are left out."""

    within: list[tuple[str, str]]
    pieces: list[str] = field(default_factory=list)
    left_out: int = 0

    def start(self, name: str, attributes: str) -> None:
        if name in _VOID:
            if name == "br" and not self.left_out:
                self.pieces.append(" ")
        elif self.left_out or name in _LEFT_OUT or _LEFT_OUT_HERE in attributes:
            self.left_out += 1
            self.within.append((name, _NOTHING))
        elif name in _HEADINGS or _WEIGHT in attributes:
            self.within.append((name, f"</{name}>"))
            self.pieces.append(f"<{name}{_for_engine(attributes)}>")
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


def _for_engine(attributes: str) -> str:
    """An element's weight and number in the engine's own marks."""
    told = dict(_ATTRIBUTE.findall(attributes)) if _WEIGHT in attributes else {}
    weight = f' data-pagefind-weight="{told[_WEIGHT]}"' if told else ""
    return (
        f'{weight} data-nummer="{told[_NUMBER]}" data-pagefind-meta="nummer[data-nummer]"'
        if _NUMBER in told
        else weight
    )


def _beside(text: str, parts: CompoundParts) -> list[str]:
    """What compounds are made of, and paragraphs' numbers as one word each ("§43"), in order, each once."""
    # Each word of a text stands there many times: the same ones are put together before they are looked at.
    written = {*_WORD.findall(" ".join({*text.lower().split()}))}
    found = {part for word in written for part in parts.of(word)}
    return [*sorted(found - written), *(f"§{number}" for number in sorted({*_PARAGRAPH.findall(text)}, key=int))]
