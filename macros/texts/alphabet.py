"""The Swedish alphabet: å, ä and ö stand last, in that order; other accents count as their letter."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}
"""Signs that follow z in ASCII, one for each letter after z; no text that is sorted begins with them."""

_PARTS = re.compile(r"(\d+)")

Key = tuple[tuple[int, str, int], ...]


@cache
def alphabetical(text: str) -> Key:
    """A key that sorts texts as a Swedish list does: a to z, å, ä, ö; é as e; "Punkt 9" before "Punkt 10"."""
    parts = (part for part in _PARTS.split(unicodedata.normalize("NFC", text).casefold()) if part)
    return tuple((0, "", int(part)) if part.isdecimal() else (1, "".join(map(_letter, part)), 0) for part in parts)


@cache
def _letter(letter: str) -> str:
    if letter in _LAST:
        return _LAST[letter]
    plain = unicodedata.normalize("NFD", letter)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
