"""Numbers of the agenda (7, 7a, 7.1), and of the minutes: counts of votes, paragraph numbers ("§") and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from macros.record.values import line, number_schema, shorten, whole, wrong

ITEM_NUMBER = r"(?!0+(?!\d))(?P<main>\d{2,3})(?:(?P<letter>[a-z])|\.(?P<part>[1-9]\d?))?"
"""An item's number as its file's name begins: 07, 07a or 07.1, never 00."""


@dataclass(frozen=True, order=True)
class ItemNumber:
    """The number of an item on its agenda: 7, or one put in after it ("underpunkt"): 7a, 7.1. In order 7, 7.1, 7a, 7b, 8."""

    main: int
    letter: str = ""
    part: int = 0

    @classmethod
    def read(cls, written: str) -> ItemNumber:
        """The number of a text of the form `ITEM_NUMBER`; raises ValueError for any other."""
        found = re.fullmatch(ITEM_NUMBER, written, re.ASCII)
        if found is None:
            raise ValueError(written)
        return cls(int(found["main"]), found["letter"] or "", int(found["part"] or 0))

    @classmethod
    def typed(cls, written: str) -> ItemNumber:
        """The number as people write it, without a zero before it: 7, 7a, 7.1; raises ValueError for any other text."""
        return cls.read(re.sub(r"^(\d)(?!\d)", r"0\1", written.strip().lower()))

    @property
    def _behind(self) -> str:
        return self.letter or (f".{self.part}" if self.part else "")

    @property
    def is_part(self) -> bool:
        """Whether it is put in after a whole number."""
        return bool(self._behind)

    @property
    def in_file_name(self) -> str:
        """The number as a file's name begins: 07a."""
        return f"{self.main:02}{self._behind}"

    def __str__(self) -> str:
        return f"{self.main}{self._behind}"


@dataclass(frozen=True)
class Paragraphs:
    """Paragraph numbers as they are written together: "43-47" or "43, 45-47". Ranges hold both ends and are in order."""

    ranges: tuple[tuple[int, int], ...]

    def __contains__(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.ranges)

    def __iter__(self) -> Iterator[int]:
        for first, last in self.ranges:
            yield from range(first, last + 1)

    def __str__(self) -> str:
        return ", ".join(_range(*each) for each in self.ranges)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class PartsOfMeeting(Paragraphs):
    """Paragraphs that somebody was there for, and among them those of which only a part: "1-4, 9-12, del av 13"."""

    parts: frozenset[int] = frozenset()

    def __str__(self) -> str:
        return ", ".join(
            f"{'del av ' if first in self.parts else ''}{_range(first, last)}" for first, last in self.ranges
        )

    def renumbered(self, numbers: Mapping[int, int]) -> PartsOfMeeting:
        """The same paragraphs when some have got other numbers: old number → new."""
        parts = frozenset(numbers.get(number, number) for number in self.parts)
        return PartsOfMeeting(tuple(_runs((numbers.get(number, number) for number in self), parts)), parts)


def _runs(numbers: Iterable[int], parts: Set[int] = frozenset()) -> list[tuple[int, int]]:
    """First and last of the numbers that follow on each other; what is told by `parts` is never in one run with what is not."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1 and (number in parts) == (number - 1 in parts):
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def paragraph_list(numbers: Iterable[int]) -> str:
    """Numbers as they are written: "§ 47", "§§ 43–45, 47"."""
    runs = Paragraphs(tuple(_runs(numbers)))
    return f"{'§§' if len(list(runs)) > 1 else '§'} {runs}"


_RANGE = re.compile(r"(?:§+\s*)?([1-9]\d{0,3})(?:\s*[-–]\s*([1-9]\d{0,3}))?", re.ASCII)


def _paragraphs(value: object) -> Paragraphs:
    return _read(line(value))


_PART = re.compile(r"del\s+av\s+(?=§?\s*\d)", re.IGNORECASE)


def _attended(value: object) -> PartsOfMeeting:
    written = line(value).replace(" och ", ", ")
    named = [part.strip() for part in written.split(",")]
    parts = [_read(_PART.sub("", part)) for part in named if _PART.match(part)]
    return PartsOfMeeting(_read(_PART.sub("", written)).ranges, frozenset(number for part in parts for number in part))


def _read(written: str) -> Paragraphs:
    ranges: list[tuple[int, int]] = []
    for part in written.split(","):
        found = _RANGE.fullmatch(part.strip())
        if found is None or int(found[2] or found[1]) < int(found[1]):
            raise wrong(
                "paragrafer-form",
                f'"{shorten(written)}" är inga paragrafnummer.',
                "skriv första och sista numret, till exempel 43-47, eller flera delar med komma emellan: 43, 45-47.",
            )
        if ranges and int(found[1]) <= ranges[-1][1]:
            raise wrong(
                "paragrafer-form",
                f"Numren är inte i ordning: § {int(found[1])} står efter § {ranges[-1][1]}.",
                "skriv numren i ordning, vart och ett en gång.",
            )
        ranges.append((int(found[1]), int(found[2] or found[1])))
    return Paragraphs(tuple(ranges))


_MOST = 9999

ParagraphNumber = Annotated[int, BeforeValidator(whole(1, _MOST)), number_schema("paragrafens nummer", 1, _MOST)]
ParagraphRanges = Annotated[
    Paragraphs,
    BeforeValidator(_paragraphs),
    WithJsonSchema({"title": "paragrafer, till exempel 43-47", "type": ["string", "integer"]}),
]
AttendedParagraphs = Annotated[
    PartsOfMeeting,
    BeforeValidator(_attended),
    WithJsonSchema({"title": "paragrafer, till exempel 43-47, del av 48", "type": ["string", "integer"]}),
]
Count = Annotated[int, BeforeValidator(whole(0, _MOST)), number_schema("antal", 0, _MOST)]
Rank = Annotated[int, BeforeValidator(whole(1, 99)), number_schema("plats i ordningen", 1, 99)]
