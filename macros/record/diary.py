"""How a body's case numbers ("diarienummer") are written: a series such as `AVUX/ÅÅÅÅ:N`, `KSÅÅ/N-NNN` or `STK-ÅÅÅÅ-N`."""

from __future__ import annotations

import re
from functools import cache

_PARTS = re.compile(r"ÅÅÅÅ|ÅÅ|N+")


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


def in_series(number: str, series: str) -> bool:
    """Whether the number is written exactly as the series says: ÅÅÅÅ and ÅÅ a year, N a number, NNN three digits."""
    return _shape(series).fullmatch(number) is not None


def meant(number: str, series: str) -> str | None:
    """The number as the series writes it, when only signs, spaces, case or the year's century were wrong; else None."""
    letters = re.match(r"[^\WÅN\d_]*", _PARTS.split(series)[0])
    prefix = letters.group() if letters else ""
    given = re.findall(r"\d+", number)
    slots = _PARTS.findall(series)
    word = re.match(r"[^\W\d_]*", number)
    if len(given) != len(slots) or (prefix and word and word.group().upper() != prefix.upper()):
        return None
    digits = iter(given)
    written = _PARTS.sub(lambda part: _fitted(next(digits), part.group()), series)
    return written if in_series(written, series) else None


def _fitted(digits: str, part: str) -> str:
    if part == "ÅÅÅÅ":
        return f"20{digits}" if len(digits) == 2 else digits
    if part == "ÅÅ":
        return digits[-2:]
    return digits.lstrip("0") or "0" if part == "N" else digits.zfill(len(part))
