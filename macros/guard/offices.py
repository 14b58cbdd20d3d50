"""Offices ("befattningar"): the words for what people are employed or appointed to do, and whether one stands beside a name.

Whoever is named with an office is named for the office's sake: she presents a report, answers for a project or has signed.
"""

from __future__ import annotations

import re

from macros.guard.names import GIVEN
from macros.words import words

ENDINGS = words(
    """
    administratör advokat analytiker artist (?<!kontroll)ansvarig antikvarie arborist arkitekt assistent
    bibliotekarie biträde botaniker chef coach controller dietist direktör dirigent docent domare ekonom expert
    forskare förebyggare föredragande författare förvaltare generalsekreterare handläggare informatör ingenjör inspektör
    instruktör intendent historiker journalist jurist kamrer kanslist kommunikatör konsulent konsult konstnär
    koordinator kurator kyrkoherde landshövding ledare logoped läkare lärare minister musiker mästare notarie
    ombud olog ombudsman ordförande (?<=-)partner pedagog planerare polis producent professor redaktör regissör
    registrator rektor revisor rådgivare samordnare sekreterare sköterska skötare skådespelare specialist
    (?:stats|region|kommunal|oppositions)råd strateg sångare tekniker terapeut tolk upphandlare utredare
    utvecklare veterinär åklagare
    """
)
"""Ends of the words for offices: the latter part of a compound says what it is ("socialsekreterare")."""

_OFFICE = rf"\w*(?:{'|'.join(ENDINGS)})(?:n?en|et|n|s|na)?"
OFFICE = re.compile(rf"\b(?:{_OFFICE}|vd)\b", re.IGNORECASE)
"""The word for an office, alone or as a compound's end, in the forms that stand before a name ("chefen", "revisorn")."""

_SEVERAL = re.compile(
    rf"\b(?i:\w*(?:{'|'.join(ending.removesuffix('e') for ending in ENDINGS)})(?:e|er|erna|ar|arna|na)):?[ \u00a0]"
    r"(?:[A-ZÅÄÖ][\w-]+[ \u00a0][A-ZÅÄÖ][\w-]+(?:, | och ))*$"
)
"""The office of several, before each of their names: `revisorerna Anna Lind och Per Ek`."""

_BEFORE = re.compile(rf"\b(?:{_OFFICE}|vd)(?::?[ \u00a0]{{1,3}}| (?:är|heter) )(?<!enligt polisen )\Z", re.IGNORECASE)
"""The office right before; "enligt polisen" is what an authority says of whoever is named."""

_LINE_ABOVE = re.compile(rf"^[ \t]*[\w -]*(?:{'|'.join(ENDINGS)})[ \t]*\n{{1,2}}\Z", re.IGNORECASE | re.MULTILINE)
"""The office alone on the line above, or above a blank one, as over a signature."""

_BESIDE = re.compile(rf"\b\w*(?:{'|'.join(ENDINGS)})(?:n?en|n),[ \u00a0]$", re.IGNORECASE)
"""The office with the name between commas after it: `Sekreteraren, Anna Lind, antecknar`."""

_RANK = words(
    r"tf\.? t\.f\. vik\.? bitr\.? biträdande tillförordnad vice 1:e förste första certifierad auktoriserad legitimerad"
)
_AFTER = re.compile(
    rf"(?:,|[ \u00a0]?[(/–-]|[ \u00a0]?\n)[ \u00a0]*(?:(?:{'|'.join(_RANK)})[ \u00a0])?"
    rf"(?:[\w-]+- och )?(?:[\w-]*(?:{'|'.join(ENDINGS)})|vd)\b(?![ \u00a0]?:)(?:[ \u00a0](\w+))?",
    re.IGNORECASE,
)
"""The office as a title: indefinite, on the same line or right below, as under a signature, and no label; then the next word."""

_IN_NEXT_CELL = re.compile(rf"[ ]*[|\t][ ]*[\w-]*(?:{'|'.join(ENDINGS)})[ ]*(?=[|\t\n]|$)", re.IGNORECASE)
"""The office in a cell of its own; whose it is in a table of cases cannot be seen from it alone."""

_FARTHEST = 40
_FARTHEST_OF_SEVERAL = 90
"""Characters before a name within which the word for its office begins, and for the office of several."""


def has_office(text: str, start: int, end: int) -> bool:
    """Whether the name at `start` to `end` has an office beside it: "utredare Anna Lind", "Anna Lind, tf. enhetschef".

    An office before another name is the other's: "Anna Lind, handläggare Per Ek".
    """
    before = text[max(0, start - _FARTHEST_OF_SEVERAL) : start]
    is_between = text.startswith(",", end) and _BESIDE.search(before[-_FARTHEST:])
    is_below = text.endswith("\n", 0, start) and _LINE_ABOVE.search(text, max(0, start - _FARTHEST_OF_SEVERAL), start)
    if is_between or is_below or _BEFORE.search(before[-_FARTHEST:]) or _SEVERAL.search(before):
        return True
    after = _AFTER.match(text, end)
    return after is not None and after[1] not in GIVEN


def has_office_in_next_cell(text: str, end: int) -> bool:
    """Whether the cell after a name's holds nothing but an office, as in a list of those present."""
    return _IN_NEXT_CELL.match(text, end) is not None
