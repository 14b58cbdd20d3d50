"""Titles as they are printed: those that are one though shortened or a word longer, over two lines, with dots behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from build_scripts.imports.blocks import whole

ALIKE = 0.86
"""How like two titles are that are one."""

_SHORTENED = 12
"""Signs that a title must have for one that begins or ends with it to be the same."""

_LEADERS = re.compile(r"[._]{3,}|…|(?:\. ){3,}")
_OF_LEADERS = "._…"
_PAGE = re.compile(r"(?<!\d)\d{1,3}\Z")
"""Dots between a title and its page."""

_UNFINISHED = re.compile(
    r".*\s(?:i|på|för|av|och|till|med|om|vid|från|samt|inom|mellan|enligt|över|under|mot|hos|en|ett|den|det|de|eller)"
)
"""A title that is cut before its last word."""

_RANGE = re.compile(r".*\d[–-]")
"""A title that is cut in a range of years."""


def likeness(one: str, other: str) -> float:
    """How like two titles are, from 0 to 1, whatever signs and capitals they are written with."""
    a, b = (re.sub(r"[\W_]+", " ", text.casefold()).strip() for text in (one, other))
    if not a or not b:
        return 0.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) > _SHORTENED and (longer.startswith(shorter) or longer.endswith(f" {shorter}")):
        return 1.0
    return SequenceMatcher(None, a, b).ratio()


def alike(one: str, other: str) -> bool:
    """Whether two titles are one."""
    return likeness(one, other) >= ALIKE


def without_leaders(text: str) -> tuple[str, str]:
    """A title without the dots behind it, and the page that they lead to, if any."""
    # From the end: a line of blanks or dots is looked through once, and not again from each of them.
    page = _PAGE.search(text[-4:])
    before = (text.removesuffix(page[0]) if page else text).rstrip() + " "
    title = before.rstrip(f"{_OF_LEADERS} \t\u00a0")
    found = _LEADERS.search(before, len(title))
    return (before[: found.start()].rstrip(), page[0] if page else "") if found else (text, "")


def unbroken(lines: Iterable[str], shape: re.Pattern[str] = re.compile(".*")) -> Iterator[str]:
    """The lines, those of the shape with what goes on below them."""
    row: str | None = None
    for line in lines:
        if row is not None and shape.fullmatch(row) and goes_on(row, line):
            row = whole((row, line))
            continue
        yield from [] if row is None else [row]
        row = line
    yield from [] if row is None else [row]


def goes_on(title: str, line: str) -> bool:
    """Whether a line is the rest of the title above it."""
    is_open = line[:1].islower() and not title.endswith(".")
    return is_open or bool(_UNFINISHED.fullmatch(title)) or bool(_RANGE.fullmatch(title) and line[:1].isdigit())
