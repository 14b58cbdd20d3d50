"""Who decided by delegation ("delegat") is an office or somebody elected, never an employee by name."""

from __future__ import annotations

import re

from macros.guard.elected import is_elected
from macros.guard.hit import Hit, Recognised
from macros.guard.offices import OFFICE
from macros.guard.official import Official
from macros.guard.people import persons_in

_KEY = r"[\"']?delegat[\"']?:[ \t]*"
_ROW = re.compile(
    rf"^(?P<indent>[ \t]*)(?:- )?{_KEY}(?:[>|][+-]?[ \t]*\n[ \t]+)?(?P<quote>[\"']?)"
    r"(?P<value>[^\s#\"'][^\n]*?(?:\n(?P=indent)[ \t]+[^\s:-][^\n:]*)*)(?P=quote)[ \t]*$",
    re.MULTILINE,
)
"""The key with its value, which may go on over deeper lines."""

_WITHIN_BRACES = re.compile(rf"[{{,]\s*{_KEY}[\"']?(?P<value>[^\s\"'][^\n,}}\"']*)")
"""A row that somebody has written on one line, `{datum: 2026-03-02, delegat: Enhetschef}`."""

_OFFICE_OR_BODY = re.compile(
    rf"{OFFICE.pattern}|\b\w*(?:fullmäktige|jour|nämnd|styrelse|utskott)(?:en|et|s|ns|ens)?\b", re.IGNORECASE
)
_WORD = r"[A-ZÅÄÖÉÜ][\w'’]*[a-zåäöéü]"
_ONE = rf"{_WORD}(?:-\s*{_WORD})?"
_PERSON = re.compile(
    rf"^(?:(?:{_ONE}|[A-ZÅÄÖ]\.)(?:,?\s+(?:{_ONE}|[A-ZÅÄÖ]\.|af|al|de|von)){{1,3}}|{_WORD}-\s*{_WORD})(?=$|\s*[,(/;–])"
)
"""Two to four capitalised words, or a double surname, and no other word with them."""

_PARTS = re.compile(r"\s*(?:[,(/;]|\s[–-]\s)\s*|\)")


def delegates(text: str, official: Official) -> Recognised:
    """A delegate that is shaped like a person's name and is nobody elected stops; another that names no office is looked at.

    An office is known by its word ("enhetschef"), or as what the body's delegation orders call a delegate.
    """
    for row in (*_ROW.finditer(text), *_WITHIN_BRACES.finditer(text)):
        value = " ".join(row["value"].split())
        kind_id = _kind(value, official)
        if kind_id is not None:
            yield Hit(*row.span("value"), kind_id, value.lower())


def _kind(value: str, official: Official) -> str | None:
    parts = {value, *filter(None, _PARTS.split(value))}
    if parts & official.delegates or {part.lower() for part in parts} & official.delegates:
        return None
    is_office = _OFFICE_OR_BODY.search(value) is not None
    persons = list(persons_in(value)) if is_office else [found.span() for found in _PERSON.finditer(value)]
    strangers = [span for span in persons if not is_elected(value, *span, official)]
    if strangers:
        return "delegat-är-person"
    return None if is_office or persons or is_elected(value, 0, len(value), official) else "okänd-delegat"
