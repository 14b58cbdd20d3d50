"""Pictures of numbers ("diagram"): bars on one scale from a common line, each with its name and its number in words.

All of them are made here, so that they have the same scale, captions, colours and words for those who cannot see them. A picture
shows no number that the table under it lacks. Its names and numbers are text of the page: they grow with the reader's letters and
wrap on a phone; only the bars are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.pages.templating import render

MISSING = "uppgift saknas"


@dataclass(frozen=True)
class Number:
    """What a bar shows: its name, its value (None where there is no bar), and the number as the table writes it.

    `kind` tells the columns of the table apart by look, beside their names.
    """

    name: str
    value: float | None
    said: str
    kind: int = 1


@dataclass(frozen=True)
class Bar:
    """A bar: where it begins and how long it is, in hundredths of the picture's width."""

    number: Number
    start: float
    length: float


@dataclass(frozen=True)
class BarGroup:
    """The bars of one row of the table."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """A picture: its caption, what it shows in words, and where the line stands that all bars begin at."""

    id: str
    title: str
    said: str
    line: float
    groups: tuple[BarGroup, ...]


def chart(id: str, title: str, said: str, groups: Iterable[tuple[str, Sequence[Number]]]) -> Chart:
    """The picture of the groups' numbers, all on one scale that holds 0."""
    found = [(name, tuple(numbers)) for name, numbers in groups]
    values = [one.value for _, numbers in found for one in numbers if one.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    share = 100 / ((high - low) or 1)
    line = round(abs(low) * share, 2)

    def bar(number: Number) -> Bar:
        value = number.value or 0
        length = round(abs(value) * share, 2)
        return Bar(number, round(line - length, 2) if value < 0 else line, length)

    return Chart(id, title, said, line, tuple(BarGroup(name, tuple(map(bar, numbers))) for name, numbers in found))


def drawn(chart: Chart) -> Markup:
    """The picture as HTML."""
    return render("chart.html", chart=chart)
