"""The archive in numbers: meetings per body and year, and how long cases take, each a table with its picture."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median_low

from markupsafe import Markup

from macros.facts.cases import Case
from macros.facts.day import Day
from macros.pages import wording
from macros.pages.charts import Number, chart, drawn
from macros.record.archive import Body
from macros.texts.alphabet import alphabetical


@dataclass(frozen=True)
class MeetingsPerYear:
    """How many meetings each body has had, year by year, those cancelled left out."""

    years: tuple[int, ...]
    rows: tuple[tuple[Body, tuple[int, ...]], ...]

    @property
    def picture(self) -> Markup:
        """The numbers as bars, body by body; a year without a meeting has none."""
        groups = [
            (body.name, [Number(str(year), float(n), str(n)) for year, n in zip(self.years, counts, strict=True) if n])
            for body, counts in self.rows
        ]
        said = "En stapel för varje år med sammanträden, organ för organ. Alla tal står i tabellen närmast efter."
        return drawn(chart("sammantraden-per-ar", "Sammanträden per organ och år", said, groups))


def meetings_per_year(facts: Day) -> MeetingsPerYear:
    """The bodies that have a meeting in the archive, in their order there."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for meeting in facts.archive.meetings:
        if not meeting.is_cancelled and meeting.date <= facts.today:
            counted[meeting.body_id][meeting.date.year] += 1
    years = tuple(sorted({year for counts in counted.values() for year in counts}))
    bodies = [body for body in facts.archive.bodies if body.id in counted]
    return MeetingsPerYear(years, tuple((body, tuple(counted[body.id][year] for year in years)) for body in bodies))


@dataclass(frozen=True)
class TimeOfKind:
    """How many days the cases of a kind have taken from first step to last: how many cases, shortest, middle and longest."""

    kind: str
    cases: int
    shortest: int
    middle: int
    longest: int


@dataclass(frozen=True)
class TimesOfCases:
    """The kinds of cases with how long they take, in the order of the alphabet."""

    rows: tuple[TimeOfKind, ...]

    @property
    def picture(self) -> Markup:
        """The middle values as bars."""
        groups = [("", [Number(row.kind, float(row.middle), str(row.middle)) for row in self.rows])]
        said = "En stapel för varje slag av ärende. Alla tal står i tabellen närmast efter."
        return drawn(chart("tid-per-slag", "Dagar från första till sista steget, mittersta ärendet", said, groups))


@dataclass(frozen=True)
class TimeOfCase:
    """A case with the kind of its first item, and its first and latest known day."""

    case: Case
    kind: str
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """Days from the first step to the latest."""
        return (self.last - self.first).days


def times_of_cases(facts: Day) -> TimesOfCases:
    """By the kind of their first item."""
    days: dict[str, list[int]] = defaultdict(list)
    for one in times_in(facts):
        days[one.kind].append(one.days)
    rows = (TimeOfKind(kind, len(of), min(of), median_low(of), max(of)) for kind, of in days.items())
    return TimesOfCases(tuple(sorted(rows, key=lambda row: alphabetical(row.kind))))


def times_in(facts: Day) -> Iterator[TimeOfCase]:
    """Only cases with two dated steps or more, and no collective numbers."""
    for case in facts.cases.all:
        steps = _steps(case, facts.today)
        kind = _kind(case)
        if kind is not None and len(set(steps)) > 1:
            yield TimeOfCase(case, kind, min(steps), max(steps))


def _steps(case: Case, today: dt.date) -> list[dt.date]:
    if case.collective:
        return []
    return [event.date for event in case.events if event.date is not None and event.date <= today]


def _kind(case: Case) -> str | None:
    """The kind of the case's first item; None where no item may be told of."""
    first = next((item for item in case.items if item.is_public), None)
    return wording.ITEM_KINDS[first.header.kind] if first else None
