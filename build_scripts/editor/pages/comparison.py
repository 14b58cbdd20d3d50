"""Two versions of a text side by side, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

AROUND = 2
"""Lines around a difference that are shown."""


@dataclass(frozen=True)
class Line:
    """A line in both versions; `differs` when they are not the same."""

    one: str
    other: str
    differs: bool


def compared(one: str, other: str) -> list[Line]:
    """The lines that differ, with a few around them."""
    return list(_lines(one.split("\n"), other.split("\n")))


def _lines(one: list[str], other: list[str]) -> Iterator[Line]:
    for group in SequenceMatcher(None, one, other, autojunk=False).get_grouped_opcodes(AROUND):
        for tag, a, b, c, d in group:
            for left, right in zip_longest(one[a:b], other[c:d], fillvalue=""):
                yield Line(left, right, tag != "equal")
