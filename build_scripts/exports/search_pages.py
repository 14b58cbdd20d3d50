"""A finished page as the search is given it: what it can be chosen by, its words as the index holds them, and what is shown of it.

The pages say what the search needs in marks of our own: `data-sok-sida` on the element whose text is searched, with its
`data-titel`, `data-slag`, `data-kommun`, `data-ar`, `data-datum`, `data-enhet`, `data-arende` (the address of the case or
meeting it is about) and `data-paragraf`; within it an empty element with `data-organ` for each body; `data-sok-vikt` on an
element whose words weigh so much, and with `data-nummer` have that number; `data-sok-litet` ("ja") on a page whose title weighs little; `data-sok-ej` on what is left out.

What stands around the text (headings of the page's own, facts and their names, states) is searched with little weight and never
shown. What is shown of a page goes with its address, which the engine hands back as it is and does not search.

See https://pagefind.app/docs/indexing/ and pagefind/src/fossick/parser.rs of Pagefind 1.5.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from build_scripts.exports.search_words import END, case_number, days, indexed, words_of
from macros.remembered import remembered
from macros.texts.compounds import CompoundParts
from macros.words import words

_PAGE = "data-sok-sida"
_LEFT_OUT_HERE = "data-sok-ej"
_WEIGHT = "data-sok-vikt"
_NUMBER = "data-nummer"
_MINOR = "data-sok-litet"
_CHOICES = {"slag": "data-slag", "år": "data-ar", "enhet": "data-enhet"}
"""What pages can be chosen by beside bodies, and where it stands."""

_ORGAN = "organ"
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
_BODIES = re.compile(r'\sdata-organ="([^"]*)"')
_PIECE = re.compile(r'<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>"]*(?:"[^"]*"[^<>"]*)*)>|([^<]+)', re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_CASE_NUMBER = re.compile(r"(\d{4}):(\d+)")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "wbr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The engine gives their words a weight of their own."""

_BLOCKS = _HEADINGS | {"p", "td", "th", "caption", "div", "ul", "li", "article", "section", "blockquote"}
_AROUND = frozenset(("dl", "th", "caption"))
"""What stands around the text, by its element, and below by its class; headings too, but for those of a report or a paragraph."""

_AROUND_CLASS = re.compile(r'class="[^"]*\bk-(?:meta|lage|lista__meta|overrad|ingress|forslag__utfall|steg__tid|folj)\b')
_BLOCK_CLASS = re.compile(r'class="[^"]*\bk-lista__titel\b')
_OWN_HEADINGS = re.compile(r'class="[^"]*\bk-(?:prosa|paragraf|text)\b')

_LEFT_OUT = frozenset(words("style script noscript label form svg footer nav iframe template"))
_EMPTY_CELLS = re.compile(r"(?:[ .]*·){2,} ")
_NO_END = re.compile(r"[\w'\")$*]")
"""A block's last sign after which a full stop is put."""

_ESCAPED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "%&+#?="} | {" ": "+"})
"""What cannot stand as it is in an address that only our own script reads: it takes a fifth of the bytes of a strict one."""


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


@dataclass(frozen=True)
class Searchable:
    """A page as the engine is given it: its words, its name with what is shown of it, and the words that it is written in."""

    html: str
    address: str
    written: frozenset[str]


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


def searchable(html: str, page: IndexedPage, place: int, parts: CompoundParts) -> Searchable:
    """The page as the search engine reads it.

    Beside its text it has fields that are only searched: "title" ("liten" where it weighs little), "nummer" (its case number), "dag" (a meeting's day), "slag" and
    "kring" (what stands around the text, what its words are made of, and the word that every page has, by which all pages of
    a part can be asked for in the order of their `place`).
    """
    opening = _opening(html)
    told = _attributes(opening)
    read = _read(html, opening)
    title = told.get("data-titel") or " ".join(read.title.split())
    content, written = _content(read.pieces)
    bodies = (value for name, value in page.choices if name == _ORGAN)
    around = [word for text in ("".join(read.around), *bodies) for word in words_of(text)]
    written |= {word for word, _ in (*around, *words_of(title))}
    date = days(told["data-datum"]) if "data-datum" in told else ()
    fields = {
        "liten" if _MINOR in told else "title": [found for _, found in words_of(title)],
        "nummer": [case_number("", *number) for number in _CASE_NUMBER.findall(read.number)],
        "dag": [*date] if told.get("data-slag") == "Sammanträde" else [],
        "slag": [found for _, found in words_of(told.get("data-slag", ""))],
        "kring": [*dict.fromkeys(found for _, found in around), *_parts(written, parts), *date, END],
    }
    given = {name: " ".join(dict.fromkeys(values)) for name, values in fields.items() if values}
    values = "".join(f' data-{name}="{value}"' for name, value in {"plats": str(place), **given}.items())
    meta = ", ".join(f"{name}[data-{name}]" for name in given)
    marks = f'data-pagefind-body data-pagefind-sort="plats[data-plats]" data-pagefind-meta="{meta}"'
    shown = {
        "titel": title,
        "datum": told.get("data-datum"),
        "arende": told.get("data-arende"),
        "paragraf": told.get("data-paragraf"),
        "text": _EMPTY_CELLS.sub(" · ", " ".join("".join(read.shown).split())),
    }
    return Searchable(
        f'<html lang="sv"><body {marks}{values}>{content or END}</body></html>',
        _address(page, shown),
        frozenset(word for text in written for word in _LETTERS.findall(text.lower())),
    )


def _address(page: IndexedPage, shown: Mapping[str, str | None]) -> str:
    """The page's address from the root as the engine hands it back, with what is shown of it."""
    told = [(name, value) for name, value in page.choices if name in ("slag", _ORGAN)]
    told += [(name, value) for name, value in shown.items() if value]
    address = page.name.removesuffix("index.html")
    shown_after = "&".join(f"{name}={value.translate(_ESCAPED)}" for name, value in told)
    return f"{address}?{shown_after}" if told else address


def _content(pieces: Iterable[str]) -> tuple[str, set[str]]:
    """The pieces with their words as the index holds them, and the words as they are written."""
    content: list[str] = []
    written: set[str] = set()
    for is_tag, run in groupby(pieces, lambda piece: piece.startswith("<")):
        if is_tag:
            content += run
        else:
            for word, found in words_of("".join(run)):
                content += (found, " ")
                written.add(word)
    return "".join(content).strip(), written


def _parts(written: Iterable[str], parts: CompoundParts) -> Iterator[str]:
    """What compounds are made of, as the index holds it, in order."""
    found = {part for word in written for part in parts.of(word.lower())}
    yield from sorted({indexed(part) for part in found} - {indexed(word) for word in written})


def _read(html: str, opening: re.Match[str]) -> _Read:
    read = _Read()
    read.start(opening[2], opening[3], opening=True)
    for end, name, attributes, text in _PIECE.findall(html, opening.end()):
        if text:
            read.text(unescape(text))
        elif end:
            read.end(name)
            if not read.within:
                break
        elif name:
            read.start(name, attributes)
    return read


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open: the tag that ends it for the engine, and what is done with its text."""

    name: str
    ends_with: str = ""
    left_out: bool = False
    around: bool = False
    heading: bool = False
    own_headings: bool = False
    is_block: bool = False


@dataclass(slots=True)
class _Read:
    """What has been read: the open elements, the text that is searched with the engine's tags, what stands around it, and what is shown."""

    within: list[_Open] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    title: str = ""
    number: str = ""

    def text(self, text: str) -> None:
        if any(open.left_out for open in self.within):
            return
        if any(open.name == "h1" for open in self.within):
            self.title += text
        if any(open.around for open in self.within):
            self.around.append(text)
            return
        self.pieces.append(text)
        if not any(open.heading for open in self.within):
            self.shown.append(text)

    def start(self, name: str, attributes: str, opening: bool = False) -> None:
        if name in _VOID:
            if name == "br":
                self.text(" ")
            return
        weighs = _WEIGHT in attributes and not opening
        heading = name in _HEADINGS
        own = bool(_OWN_HEADINGS.search(attributes)) or any(open.own_headings for open in self.within)
        around = not weighs and (
            name in _AROUND or bool(_AROUND_CLASS.search(attributes)) or (heading and name != "h1" and not own)
        )
        left_out = not opening and (name in _LEFT_OUT or _LEFT_OUT_HERE in attributes)
        is_told = (heading or weighs) and not around and not left_out and not any(o.left_out for o in self.within)
        is_block = name in _BLOCKS or bool(_BLOCK_CLASS.search(attributes))
        told_as = name
        if is_told:
            # Of an h1 the engine would make a field of its own.
            told_as = "h2" if name == "h1" else name
            self.pieces.append(f"<{told_as}{_for_engine(attributes)}>")
            self.number = self.number or dict(_ATTRIBUTE.findall(attributes)).get(_NUMBER, "")
        if around:
            self.around.append("\n")
        ends_with = f"</{told_as}>" if is_told else ""
        self.within.append(_Open(name, ends_with, left_out, around, heading or (weighs and name == "dd"), own, is_block))

    def end(self, name: str) -> None:
        """Ends the element, and those within it that nobody ended."""
        if all(name != open.name for open in self.within):
            return
        ended = ""
        while ended != name:
            open = self.within.pop()
            ended = open.name
            if open.ends_with:
                self.pieces.append(open.ends_with)
            if open.is_block:
                self.pieces.append("\n")
                self.around.append("\n")
                last = self.shown[-1][-1:] if self.shown else ""
                self.shown.append(" · " if ended == "td" and last else ". " if _NO_END.match(last) else " ")


def _for_engine(attributes: str) -> str:
    """An element's weight in the engine's own mark."""
    told = dict(_ATTRIBUTE.findall(attributes))
    return f' data-pagefind-weight="{told[_WEIGHT]}"' if _WEIGHT in told else ""
