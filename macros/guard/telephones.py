"""Mobile numbers: each that the body has not listed stops."""

from __future__ import annotations

import re

from macros.guard.hit import Hit, Recognised
from macros.guard.official import Official, telephone
from macros.guard.typography import DASH, SPACE

_BETWEEN = rf"[{SPACE}{DASH}./]"
_MOBILE = re.compile(
    rf"[+\uff0b(0０](?<![\w.,/{DASH}].)(?<!\d:.)"
    rf"(?:(?:(?<=[+\uff0b])|(?<=[0０])[0０])[4４][6６]{_BETWEEN}?(?:\([0０]\){_BETWEEN}?|[0０])?|(?<=[0０])|(?<=\()[0０])"
    rf"[7７][02369０２３６９]\)?{_BETWEEN}{{0,3}}\d(?:{_BETWEEN}?\d){{6}}(?!\d|[{DASH}/:]\d)"
)
"""The Swedish mobile series 070, 072, 073, 076 and 079, with nine digits after the first nought.

The first sign stands first, and what goes before it after: so the text is passed over fast.
Source: Post- och telestyrelsen's numbering plan.
"""


def mobiles(text: str, official: Official) -> Recognised:
    """Mobile numbers ("mobilnummer") that are not among the body's own."""
    for found in _MOBILE.finditer(text):
        number = telephone(found.group())
        if number not in official.numbers:
            yield Hit(found.start(), found.end(), "mobilnummer", number)
