"""What is read from a finished page for the search: whether it is found at all, and what it can be chosen by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import MappingProxyType

from macros.remembered import remembered

BODY = "data-pagefind-body"
"""The mark of the element whose text is searched."""

_MARK = re.compile(r"\sdata-pagefind-(?:body|filter)\b")
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
_FILTER = re.compile(r"(.+?)(?:\[(.+)\]|:(.+))")


@dataclass(frozen=True)
class Found:
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


def page_names(site: Path, without: str) -> list[str]:
    """The HTML files in the folder, but for the folder `without`, in order. Raises `OSError` when there are none."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    if not names:
        raise FileNotFoundError(f"{site} har inga sidor.")
    return [name for name in names if not name.startswith(f"{without}/")]


def found_pages(site: Path, names: Iterable[str], keys: Mapping[str, str] = MappingProxyType({})) -> tuple[Found, ...]:
    """Those of the files in the folder that the search finds.

    `keys`: what each file was made from; of a page whose key is known nothing has to be read again.
    """
    return tuple(page for name in names if (page := _known(site, name, keys.get(name, ""))))


def _known(site: Path, name: str, key: str) -> Found | None:
    def told() -> str:
        return json.dumps(_facts((site / name).read_bytes().decode("utf-8")), ensure_ascii=False)

    facts = json.loads((remembered("sökfakta", (key,), told) if key else None) or told())
    if facts is None:
        return None
    municipality, year, date, choices = facts
    return Found(name, municipality, year, date, tuple((filter, value) for filter, value in choices), key)


def _facts(html: str) -> tuple[str, int | None, str | None, list[tuple[str, str]]] | None:
    if BODY not in html:
        return None
    body: dict[str, str] = {}
    choices: list[tuple[str, str]] = []
    for tag in _marked(html):
        attributes = {key: unescape(value) for key, value in _ATTRIBUTE.findall(tag)}
        choices += _choices(attributes)
        if BODY in tag:
            body = attributes
    year = body.get("data-ar", "")
    return body.get("data-kommun", ""), int(year) if year.isdecimal() else None, body.get("data-datum"), choices


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
