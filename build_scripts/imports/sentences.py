"""Elected people as old minutes name them in their sentences, with party or without, and who they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from macros.dates.written import capital

_WORD = r"[A-ZÅÄÖÉÜ][\w-]+"
_PERSON = rf"{_WORD}(?: (?:{_WORD}|von|af|de))+(?:\s*\([A-ZÅÄÖ][A-Za-zåäö]{{0,4}}\))?"
PEOPLE = rf"(?P<names>{_PERSON}(?:(?:,|,? och|,? samt) {_PERSON})*)"
"""One or several persons."""

_NUMBER = re.compile(r"\d{1,2}[.)]\s+")
_ROLE = re.compile(
    r"^(?:(?:ordföranden?|ledamoten|ersättaren|(?:\d:[ae] |förste |andre )?vice ordföranden?) )", re.IGNORECASE
)


def known(names: str, present: Collection[str]) -> list[str] | None:
    """The persons' names as the attendance has them; None where one is nobody of those present, or none is named."""
    found = [
        _ROLE.sub("", re.sub(r"\s*\([^)]*\)", "", part).strip())
        for part in re.split(r",? och |,? samt |,|\t|\n", names)
        if part.strip()
    ]
    return found if found and all(name in present for name in found) and len(set(found)) == len(found) else None


def sentences(lines: Sequence[str]) -> list[str]:
    """The lines as sentences, each with its sign at the end, and the first with its row's number."""
    found = []
    for line in lines:
        mark = _NUMBER.match(line)
        first, *others = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ\"”])", line[mark.end() :] if mark else line)
        found += [f"{mark.group() if mark else ''}{first}", *others]
    return [part for sentence in found if (part := sentence.strip())]


def as_sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    text = text.strip(" ,;:")
    return capital(text) + ("" if text.endswith((".", "!", "?")) else ".")
