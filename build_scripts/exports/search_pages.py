"""A finished page as the search is given it: what it can be chosen by, its words, and what is shown of it.

The pages say what the search needs in marks of our own: `data-sok-sida` on the element whose text is searched, with its
`data-titel`, `data-slag`, `data-kommun`, `data-kort` (a body's short name), `data-historiskt` ("ja": a body that is no longer
followed), `data-ar`, `data-datum`, `data-enhet`, `data-manad` (of a unit's list), `data-roll` (of a person), `data-arende`
(the address of what it is shown together with: a case, a meeting or a body) and `data-paragraf`; within it an empty element
with `data-organ` for each body; `data-sok-vikt` on an element whose words weigh so much, and with `data-nummer` have that
number; `data-sok-litet` ("ja") on a page whose title weighs little; `data-sok-ej` on what is left out; `data-sok-visa` on a
heading that is shown as text, where it is all that the page has of a matter.

What stands around the text (headings of the page's own, facts and their names, states) is searched with little weight and never
shown. What is shown of a page goes with its address, which the engine hands back as it is and does not search.

See https://pagefind.app/docs/indexing/ and pagefind/src/fossick/parser.rs of Pagefind 1.5.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from pathlib import Path

from build_scripts.exports.search_text import PAGE, PageText, attributes, opening_of, read
from build_scripts.exports.search_words import END, case_number, days, indexed, words_of
from macros.remembered import remembered
from macros.texts.compounds import CompoundParts

_MINOR = "data-sok-litet"
_CHOICES = {
    "slag": "data-slag",
    "kommun": "data-kommun",
    "kort": "data-kort",
    "historiskt": "data-historiskt",
    "år": "data-ar",
    "enhet": "data-enhet",
}
"""What pages can be chosen by or called beside their bodies, and where it stands; a list also by its title ("lista")."""

_LIST = "Lista"
_ONLY_ONE = ("Organ", _LIST, "Om webbplatsen")
"""Kinds of pages whose title is the very thing that is looked for by it."""

_ORGAN = "organ"
_SHORT = "kort"
_BODIES = re.compile(r'\sdata-organ="([^"]*)"')
_KINDS_OF_MUNICIPALITIES = re.compile(r"\b(?:kommun|stad|region)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_CASE_NUMBER = re.compile(r"(\d{4}):(\d+)")
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
    if PAGE not in html:
        return None
    opening = opening_of(html)
    told = attributes(opening)
    choices = [(name, told[mark]) for name, mark in _CHOICES.items() if mark in told]
    if told.get("data-slag") == _LIST and "data-titel" in told:
        choices.append(("lista", told["data-titel"]))
    choices += [(_ORGAN, unescape(body)) for body in _BODIES.findall(html, opening.end())]
    year = told.get("data-ar", "")
    return told.get("data-kommun", ""), int(year) if year.isdecimal() else None, told.get("data-datum"), choices


def searchable(html: str, page: IndexedPage, place: int, parts: CompoundParts) -> Searchable:
    """The page as the search engine reads it: its text, beside it the fields that are only searched, and its `place` in order."""
    page_text = read(html)
    told = page_text.marks
    title = told.get("data-titel") or " ".join(page_text.title.split())
    content, written = _content(page_text.pieces)
    municipality = _KINDS_OF_MUNICIPALITIES.sub("", page.municipality)
    around = [word for text in ("".join(page_text.around), *_bodies(page), municipality) for word in words_of(text)]
    written |= {word for word, _ in (*around, *words_of(title))}
    date = days(told["data-datum"]) if "data-datum" in told else ()
    fields = {
        **_fields(page_text, page, title, date),
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
        "roll": told.get("data-roll"),
        "paragraf": told.get("data-paragraf"),
        "text": page_text.shown,
    }
    return Searchable(
        f'<html lang="sv"><body {marks}{values}>{content or END}</body></html>',
        _address(page, shown),
        frozenset(word for text in written for word in _LETTERS.findall(text.lower())),
    )


def _fields(page_text: PageText, page: IndexedPage, title: str, date: Sequence[str]) -> dict[str, list[str]]:
    """What is only searched of a page, beside "kring".

    "title" ("liten" where it weighs little), "nummer" (its case number), "dag" (a meeting's day, or the month of a unit's list),
    "enhet" (the unit of such a list), "egen" (the title of a page that there is one of: a body's, with its short name, a list's,
    and the site's own), "roll" (what a person is, and of a chair where; "vice" of those who come after the chair) and "slag".
    "kring" is what stands around the text: bodies and municipality, what its words are made of, and the word that every page
    has, by which all pages of a part can be asked for in the order of their place.
    """
    told = page_text.marks
    short = " ".join(value for name, value in page.choices if name == _SHORT)
    month, role = told.get("data-manad"), told.get("data-roll", "")
    chairs = " ".join((role, *_bodies(page))) if "ordförande" in role.lower() else role
    return {
        "liten" if _MINOR in told else "title": [found for _, found in words_of(title)],
        "nummer": [case_number("", *number) for number in _CASE_NUMBER.findall(page_text.number)],
        "dag": [*date] if told.get("data-slag") == "Sammanträde" else [days(f"{month}-01")[2]] if month else [],
        "enhet": [found for _, found in words_of(told.get("data-enhet", ""))] if month else [],
        "vice" if "vice" in role else "roll": [found for _, found in words_of(chairs)],
        "egen": [found for _, found in words_of(f"{title} {short}")] if told.get("data-slag") in _ONLY_ONE else [],
        "slag": [found for _, found in words_of(told.get("data-slag", ""))],
    }


def _bodies(page: IndexedPage) -> list[str]:
    return [value for name, value in page.choices if name == _ORGAN]


def short_names(pages: Iterable[IndexedPage]) -> dict[str, list[str]]:
    """The bodies that are called so for short, by the short name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        told = dict(page.choices)
        if _SHORT in told:
            found[told[_SHORT]].append(told[_ORGAN])
    return dict(sorted(found.items()))


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
    # "gatubelysning" and "kyrkogård": the part is of "gata" and "kyrka".
    found |= {f"{part[:-1]}a" for part in found if part.endswith(("u", "o"))}
    yield from sorted({indexed(part) for part in found} - {indexed(word) for word in written})
