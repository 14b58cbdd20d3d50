"""Titles that are one, though a printed one may be shortened or have a word more."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

ALIKE = 0.86
"""How like two titles are that are one."""

_SHORTENED = 12
"""Signs that a title must have for one that begins or ends with it to be the same."""


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
