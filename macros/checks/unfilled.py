"""The rule of what a new record leaves to be written: a mark stands where it is to stand, until somebody has written it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.finding import Finding
from macros.record.source import Source

FILL_IN = "FYLL I:"
"""The mark of what a new record's texts leave to be written."""


def unfilled(source: Source) -> Iterator[Finding]:
    """What the text leaves to be written, at each mark."""
    if FILL_IN not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        if FILL_IN in line:
            what = line.partition(FILL_IN)[2].strip(" :#*.") or "det som saknas"
            place = source.place(number, line.index(FILL_IN) + 1, len(FILL_IN))
            yield place.warning("fyll-i", "Här är något kvar att skriva.", f"skriv {what}, och ta bort FYLL I.")


def nothing_is_left_to_fill_in(given: Given) -> Iterator[Finding]:
    """What a new record leaves to be written is written."""
    for document in given.archive.documents():
        yield from unfilled(document.source)


RULES: tuple[Rule, ...] = (nothing_is_left_to_fill_in,)
