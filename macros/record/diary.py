"""How a body's case numbers ("diarienummer") are written: a series such as `AVUX/ÅÅÅÅ:N`, `KSÅÅ/N-NNN` or `STK-ÅÅÅÅ-N`."""

from __future__ import annotations

import re
from functools import cache

from macros import addresses

_PARTS = re.compile(r"ÅÅÅÅ|ÅÅ|(?:(?<![^\W\d_])|(?<=ÅÅ))N+(?![^\W\d_])")
"""The variable parts of a series. An N beside another letter is a letter: many boards' short names end with one (BUN)."""


_BEFORE = re.compile(r"^\s*(?:dnr|diarienr|diarienummer)\b[\s.:]*", re.IGNORECASE)


@cache
def _shape(series: str) -> re.Pattern[str]:
    shape, end = "", 0
    for part in _PARTS.finditer(series):
        shape += re.escape(series[end : part.start()]) + _digits(part.group())
        end = part.end()
    return re.compile(shape + re.escape(series[end:]), re.ASCII)


def _digits(part: str) -> str:
    if part == "N":
        return r"(0|[1-9]\d*)"
    if part == "ÅÅÅÅ":
        return r"((?:19|20|21)\d\d)"
    return rf"(\d{{{len(part)}}})"


def has_number(series: str) -> bool:
    """Whether the series has a running number: one without it would be one number only."""
    return any("N" in part for part in _PARTS.findall(series))


def in_series(number: str, series: str) -> bool:
    """Whether the number is written exactly as the series says: ÅÅÅÅ and ÅÅ a year, N a number, NNN three digits."""
    return _shape(series).fullmatch(number) is not None


def meant(number: str, series: str) -> str | None:
    """The number as the series writes it, when only signs, spaces, case or the year's century were wrong; else None.

    A "Dnr" before it is no part of it.
    """
    number = _BEFORE.sub("", number, count=1)
    prefix, word = _letters(_PARTS.split(series)[0]), _letters(number)
    given = re.findall(r"\d+", number, re.ASCII)
    slots = _PARTS.findall(series)
    if len(given) != len(slots) or word.upper() not in (prefix.upper(), ""):
        return None
    if not word and prefix and any(slot == "ÅÅÅÅ" and len(part) != 4 for slot, part in zip(slots, given, strict=True)):
        return None
    digits = iter(given)
    written = _PARTS.sub(lambda part: _fitted(next(digits), part.group()), series)
    return written if in_series(written, series) else None


def written_as(slug: str, series: str) -> str | None:
    """The number of the series that has this slug, as in an address; None where the slug is of no number of it."""
    digits = iter(re.findall(r"\d+", slug, re.ASCII))
    number = _PARTS.sub(lambda _: next(digits, ""), series)
    return number if in_series(number, series) and addresses.slug(number) == slug else None


def _letters(text: str) -> str:
    found = re.match(r"[^\W\d_]*", text)
    return found.group() if found else ""


def _fitted(digits: str, part: str) -> str:
    if part == "ÅÅÅÅ":
        return f"20{digits}" if len(digits) == 2 else digits
    if part == "ÅÅ":
        return digits[-2:]
    return digits.lstrip("0") or "0" if part == "N" else digits.zfill(len(part))
