"""What is read from a finished page for the search: whether it is found at all, what it can be chosen by, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from macros.search.compounds import Parts

_BODY = "data-pagefind-body"
_ARTICLE, _ARTICLE_END = "<article", "</article>"
_MARK = re.compile(r"\sdata-pagefind-(?:body|filter)\b")
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
_FILTER = re.compile(r"(.+?)(?:\[(.+)\]|:(.+))")
_PIECE = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>|([^<]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_PARAGRAPH = re.compile(r"§§?\s*(\d+)")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "wbr"))
_IGNORED = "data-pagefind-ignore"


@dataclass(frozen=True)
class Found:
    """A page that the search finds: its file, the municipality ("" for the site's own pages), year, day and (filter, value)."""

    name: str
    municipality: str
    year: int | None
    date: str | None
    choices: tuple[tuple[str, str], ...]


def found_pages(site: Path, without: str) -> tuple[Found, ...]:
    """The pages in the folder, but for the folder `without`, by name. Raises `OSError` when there is no such folder."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    if not names:
        raise FileNotFoundError(f"{site} har inga sidor.")
    pages = ((name, (site / name).read_text("utf-8")) for name in names if not name.startswith(f"{without}/"))
    return tuple(_found(name, html) for name, html in pages if _BODY in html)


def _found(name: str, html: str) -> Found:
    body: dict[str, str] = {}
    choices: list[tuple[str, str]] = []
    for tag in _marked(html):
        attributes = {key: unescape(value) for key, value in _ATTRIBUTE.findall(tag)}
        choices += _choices(attributes)
        if _BODY in tag:
            body = attributes
    year = body.get("data-ar", "")
    return Found(
        name,
        body.get("data-kommun", ""),
        int(year) if year.isdecimal() else None,
        body.get("data-datum"),
        tuple(choices),
    )


def _marked(html: str) -> Iterator[str]:
    """The tags that tell the search engine something of the page."""
    end = 0
    for mark in _MARK.finditer(html):
        if mark.start() >= end:
            end = html.index(">", mark.end()) + 1
            yield html[html.rindex("<", 0, mark.start()) : end]


def _choices(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """`slag[data-slag]` names an attribute of the same tag, `slag:Sida` says the value."""
    for written in filter(None, attributes.get("data-pagefind-filter", "").split(",")):
        if found := _FILTER.fullmatch(written.strip()):
            yield found[1], attributes.get(found[2], "") if found[2] else found[3]


def searchable(html: str, parts: Parts) -> str:
    """The page as the search engine reads it: its article alone, and beside its text what its words are made of.

    These stand in a field of their own ("delar"), which is searched but never shown.
    """
    article = html[html.index(_ARTICLE) : html.index(_ARTICLE_END) + len(_ARTICLE_END)]
    beside = escape(" ".join(_beside(article, parts)))
    start = article.index(">", article.index(_BODY)) + 1
    field = f'<i data-delar="{beside}" data-pagefind-meta="delar[data-delar]"></i>' if beside else ""
    return f'<html lang="sv"><body>{article[:start]}{field}{article[start:]}</body></html>'


def _beside(article: str, parts: Parts) -> list[str]:
    """What compounds are made of, and paragraphs' numbers as one word each ("§43"), in order, each once."""
    text = " ".join(_texts(article))
    words = {*_WORD.findall(text.lower())}
    found = {part for word in words for part in parts.of(word)}
    return [*sorted(found - words), *(f"§{number}" for number in sorted({*_PARAGRAPH.findall(text)}, key=int))]


def _texts(article: str) -> Iterator[str]:
    """The texts of the article without what the search engine is told to leave out."""
    skipped, depth = "", 0
    for end, name, attributes, text in _PIECE.findall(article):
        if text:
            if not skipped:
                yield unescape(text)
        elif skipped:
            if name == skipped:
                depth += -1 if end else 1
            if not depth:
                skipped = ""
        elif _IGNORED in attributes and name not in _VOID:
            skipped, depth = name, 1
