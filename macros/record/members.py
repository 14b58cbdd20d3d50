"""`ledamoter.md`: the body's elected representatives ("förtroendevalda"), their roles, periods and order of substitution."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from macros.record.numbers import Rank
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, word


class Role(enum.StrEnum):
    """A mandate in the body ("roll"); the three chairs are members as well."""

    CHAIR = "ordförande"
    FIRST_VICE_CHAIR = "förste vice ordförande"
    SECOND_VICE_CHAIR = "andre vice ordförande"
    MEMBER = "ledamot"
    SUBSTITUTE = "ersättare"


class Mandate(Model):
    """A role for a time; an open end means that it goes on."""

    role: Annotated[Role, word(Role)] = Field(alias="roll", description="Uppdraget.")
    first: Date = Field(alias="från", description="Första dagen.")
    last: Date | None = Field(None, alias="till", description="Sista dagen; utan nyckeln pågår uppdraget.")
    rank: Rank | None = Field(
        None, alias="ordning", description="Ersättarens plats i inkallelseordningen inom partiet, från 1."
    )

    def covers(self, day: dt.date) -> bool:
        """Whether the mandate holds on this day."""
        return self.first <= day and (self.last is None or day <= self.last)


class Person(Model):
    """An elected representative; never an employee."""

    name: Line = Field(alias="namn", description="Förnamn och efternamn.")
    party: Line = Field(alias="parti", description="Partiets förkortning, till exempel S.")
    mandates: tuple[Mandate, ...] = Field(
        alias="uppdrag", description="Uppdragen i nämnden, i tidsordning.", min_length=1
    )

    def role_on(self, day: dt.date) -> Role | None:
        """The role held on this day; None before the first and after the last."""
        mandate = self.mandate_on(day)
        return mandate.role if mandate else None

    def mandate_on(self, day: dt.date) -> Mandate | None:
        """The mandate that holds on this day."""
        return next((mandate for mandate in self.mandates if mandate.covers(day)), None)


class MembersHeader(Header):
    """The header of `ledamoter.md`."""

    persons: tuple[Person, ...] = Field(alias="förtroendevalda", description="Nämndens förtroendevalda.", min_length=1)
    party_order: dict[str, tuple[Line, ...]] = Field(
        default={},
        alias="inkallelseordning",
        description="Partier vars ersättare träder in för ett parti, i ordning: partiets förkortning och en lista.",
    )

    def person(self, name: str) -> Person | None:
        """The person with exactly this name."""
        return next((person for person in self.persons if person.name == name), None)

    def members_on(self, day: dt.date) -> Iterator[Person]:
        """Everyone who is a member, chairs included, on this day."""
        return (person for person in self.persons if person.role_on(day) not in (None, Role.SUBSTITUTE))

    def substitutes_on(self, day: dt.date) -> Iterator[Person]:
        """Everyone who is a substitute on this day."""
        return (person for person in self.persons if person.role_on(day) is Role.SUBSTITUTE)
