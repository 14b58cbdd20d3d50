"""Whose name is an elected representative's ("förtroendevald"): by the record, her party or what she does at the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guard.names import WORD
from macros.guard.official import Official

_PARTY = re.compile(r"[ \u00a0]?\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}\)")
_ACTS = re.compile(
    r"[ \u00a0](?:anmäler jäv|begär (?:ordet|votering)|reserverar sig|yrkar (?:avslag|bifall|bordläggning|återremiss))\b"
)
"""What only the elected do at a meeting; also whoever appeals asks that something be changed (`yrkar att`)."""

_ELECTED = re.compile(
    r"(?:ordförande\w*|ledamot\w*|ersättare\w*|kommunalråd\w*|oppositionsråd\w*|gruppledare\w*|yrkar|motion(?:en)? (?:av|från))"
    r"[ \u00a0]$",
    re.IGNORECASE,
)

_PARTY_CELL = re.compile(r"[ ]{0,40}[|\t][ ]{0,3}(?:C|Fi|FI|KD|L|M|MP|S|SD|V)[ ]{0,40}(?=[|\t\n]|$)")
"""The party in the next cell, as tables of the elected have it."""

_CELL_BEFORE = re.compile(rf"(?<=[|\t])[ ]{{0,3}}({WORD}(?:-{WORD})?)[ ]{{0,40}}[|\t][ ]{{0,3}}$")
_CELL_AFTER = re.compile(rf"[ ]{{0,40}}[|\t][ ]{{0,3}}({WORD}(?:-{WORD})?)(?=[ ]{{0,40}}[|\t\n])")
"""A name alone in the cell beside."""


def is_elected(text: str, start: int, end: int, official: Official) -> bool:
    """Whether the name there is an elected representative's, by the record, her party or the office before it."""
    name = " ".join(text[start:end].split()).lower()
    family, *given = name.replace(",", "").split()
    turned = " ".join((*given, family))
    ways = {f" {one}" for written in (name, turned) for one in (written, written.removesuffix("s"))}
    return bool(
        any(one.endswith(f" {known}") for known in official.names for one in ways)
        or _PARTY.match(text, end)
        or _ACTS.match(text, end)
        or _ELECTED.search(text, max(0, start - 40), start)
        or (given and _PARTY_CELL.match(text, end))
        or (not given and _is_in_two_cells(text, start, end, official))
    )


def _is_in_two_cells(text: str, start: int, end: int, official: Official) -> bool:
    """Whether a name alone in its cell is, with the one beside it, somebody elected by the record or by the party after both."""
    for other, last in _beside(text, start, end):
        both = {f"{text[start:end]} {other}".lower(), f"{other} {text[start:end]}".lower()}
        if both & official.names or _PARTY_CELL.match(text, last):
            return True
    return False


def _beside(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The name in the cell before or after, and where the latter of the two ends."""
    if before := _CELL_BEFORE.search(text, max(0, start - 90), start):
        yield before[1], end
    if after := _CELL_AFTER.match(text, end):
        yield after[1], after.end()


def is_elected_by_initial(name: str, official: Official) -> bool:
    """Whether an initial with a family name may stand for somebody elected by the record: `A. Lind` in a table of votes."""
    if name[1:2] != ".":
        return False
    family = name.lower().split(".")[-1].strip()
    return any(known[0] == name[0].lower() and known.split()[-1] == family for known in official.names)
