"""Numbers as they are written in Swedish texts: `1 234,5`, `−2,7`, `65 %`, `3 000 kr`."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = ("%", "kr", "tkr", "mnkr", "mkr", "procent")
"""What may follow a number in a cell of a table."""

_UNIT = rf"(?:\s*(?P<unit>{'|'.join(UNITS)}))?"
FIGURE = re.compile(rf"[-−–+]?\d[\d\s]*(?:[.,]\d+)?{_UNIT}|[-−–]")
"""A cell that holds a number or the stroke that stands for none: it stands to the right in its column."""

_WHOLE = r"\d{1,3}(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]\d{3})+|\d+"
_READ = re.compile(rf"(?P<sign>[-−–+]?)(?P<number>(?:{_WHOLE})(?:,\d+)?){_UNIT}")


@dataclass(frozen=True)
class Figure:
    """A number, and the word or sign that says of what; empty where there is none."""

    value: float
    unit: str


def read(text: str) -> Figure | None:
    """The number that the text is, None when it is anything else: decimals have a comma, thousands a space or nothing."""
    found = _READ.fullmatch(text.strip())
    return Figure(float(_bare(found).replace(",", ".")), found["unit"] or "") if found else None


def for_programs(text: str) -> str:
    """The text as a spreadsheet reads it: a number without a unit has no spaces and a hyphen for its minus, other words stay."""
    found = _READ.fullmatch(text.strip())
    return _bare(found) if found and not found["unit"] else text


def _bare(found: re.Match[str]) -> str:
    return ("-" if found["sign"] and found["sign"] in "-−–" else "") + re.sub(r"\s", "", found["number"])
