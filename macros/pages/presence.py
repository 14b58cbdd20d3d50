"""A body's year in numbers: how often each elected representative was there and voted, as a table and a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.facts.day import Day
from macros.facts.people import Elected
from macros.pages.charts import Number, chart, drawn
from macros.pages.votes import WITHOUT_PARTY
from macros.record.archive import Body
from macros.texts.alphabet import alphabetical


@dataclass(frozen=True)
class PresenceRow:
    """An elected representative's year: the meetings with approved minutes during the mandate, those attended, the votes."""

    one: Elected
    name: str
    party: str
    meetings: int
    there: int
    votes: int


@dataclass(frozen=True)
class YearOfPresence:
    """A year of a body, its people by party and name."""

    year: int
    rows: tuple[PresenceRow, ...]

    @property
    def picture(self) -> Markup:
        """The meetings that each attended, as bars, party by party."""
        parties = dict.fromkeys(row.party for row in self.rows)
        groups = [
            (party, [Number(row.name, float(row.there), str(row.there)) for row in self.rows if row.party == party])
            for party in parties
        ]
        said = "En stapel för varje förtroendevald, parti för parti. Alla tal står i tabellen närmast efter."
        return drawn(chart(f"narvaro-{self.year}", f"Sammanträden {self.year} som var och en var med på", said, groups))


def years_of_presence(facts: Day, body: Body) -> list[YearOfPresence]:
    """The years with approved minutes, the latest first."""
    people = facts.people.of(body)
    years = {told.minuted.date.year for one in people for told in one.attended}
    return [_year(year, people) for year in sorted(years, reverse=True)]


def _year(year: int, people: tuple[Elected, ...]) -> YearOfPresence:
    rows = sorted(_rows(year, people), key=lambda row: (alphabetical(row.party), alphabetical(row.name)))
    return YearOfPresence(year, tuple(rows))


def _rows(year: int, people: tuple[Elected, ...]) -> Iterator[PresenceRow]:
    for one in people:
        attended = [told for told in one.attended if told.minuted.date.year == year]
        if attended:
            last = attended[0].minuted.date
            yield PresenceRow(
                one,
                one.person.label_on(last),
                one.person.party_on(last) or WITHOUT_PARTY,
                len(attended),
                sum(told.how is not None for told in attended),
                sum(told.decided.meeting.date.year == year for told in one.votes),
            )
