"""`ledamoter.md`: the body's elected representatives ("förtroendevalda"), their roles, periods and order of substitution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from macros.record.former_names import FormerName, named_on
from macros.record.numbers import Rank
from macros.record.person_names import PersonName
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, Word


class Role(Word):
    """A mandate in the body ("roll"); the three chairs are members as well."""

    CHAIR = "ordförande"
    FIRST_VICE_CHAIR = "förste vice ordförande"
    SECOND_VICE_CHAIR = "andre vice ordförande"
    MEMBER = "ledamot"
    SUBSTITUTE = "ersättare"


class Mandate(Model):
    """A role for a time; an open end means that it goes on."""

    role: Role = Field(alias="roll", description="Uppdraget.")
    first: Date = Field(alias="från", description="Första dagen.")
    last: Date | None = Field(None, alias="till", description="Sista dagen; utan nyckeln pågår uppdraget.")
    party: Line | None = Field(
        None, alias="parti", description="Partiet under just det här uppdraget, när det inte är personens parti."
    )
    rank: Rank | None = Field(
        None, alias="ordning", description="Ersättarens plats i inkallelseordningen inom partiet, från 1."
    )

    def covers(self, day: dt.date) -> bool:
        """Whether the mandate holds on this day."""
        return self.first <= day and (self.last is None or day <= self.last)


class Person(Model):
    """An elected representative; never an employee. A person is this row and not its name: two may have the same name."""

    name: PersonName = Field(alias="namn", description="Förnamn och efternamn.")
    word: Line | None = Field(
        None,
        alias="särskiljs",
        description="Ett ord som skiljer två med samma namn åt, till exempel Norra: visas efter namnet, inom parentes.",
    )
    party: Line = Field(alias="parti", description='Partiets förkortning, till exempel S; utan parti "-".')
    former_names: tuple[FormerName, ...] = Field(
        (), alias="tidigare_namn", description="Namn som personen har haft, i tidsordning."
    )
    mandates: tuple[Mandate, ...] = Field(
        alias="uppdrag", description="Uppdragen i nämnden, i tidsordning.", min_length=1
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that the person has had, the first first."""
        return (*(former.name for former in self.former_names), self.name)

    def name_on(self, day: dt.date) -> str:
        """The name on this day, without the distinguishing word."""
        return named_on(day, self.name, self.former_names)

    def label_on(self, day: dt.date) -> str:
        """The name as the record shows it on this day: "Anna Andersson", or "Anna Andersson (Norra)" where two are told apart."""
        return self._with_word(self.name_on(day))

    def _with_word(self, name: str) -> str:
        return f"{name} ({self.word})" if self.word else name

    @property
    def labels(self) -> frozenset[str]:
        """Everything that the person may be called: each name, with the distinguishing word and without."""
        return frozenset((*self.names, *map(self._with_word, self.names)))

    def party_on(self, day: dt.date) -> str:
        """The party on this day; between and after mandates that of the latest, before them that of the first."""
        begun = [mandate for mandate in self.mandates if mandate.first <= day]
        mandate = self.mandate_on(day) or max(begun, key=lambda one: one.first, default=self.mandates[0])
        return mandate.party or self.party

    def title_on(self, day: dt.date) -> str:
        """Name and party on this day: "Anna Andersson (Norra) (SJ)"."""
        return f"{self.label_on(day)} ({self.party_on(day)})"

    def role_on(self, day: dt.date) -> Role | None:
        """The role held on this day; None before the first and after the last."""
        mandate = self.mandate_on(day)
        return mandate.role if mandate else None

    def mandate_on(self, day: dt.date) -> Mandate | None:
        """The mandate that holds on this day."""
        return next((mandate for mandate in self.mandates if mandate.covers(day)), None)


class MembersHeader(Header):
    """The header of `ledamoter.md`."""

    persons: tuple[Person, ...] = Field(
        alias="förtroendevalda", description="Nämndens förtroendevalda; [] tills de är inskrivna."
    )
    party_order: dict[str, tuple[Line, ...]] = Field(
        default={},
        alias="inkallelseordning",
        description="Partier vars ersättare träder in för ett parti, i ordning: partiets förkortning och en lista.",
    )

    @cached_property
    def _called(self) -> dict[str, list[Person]]:
        called: dict[str, list[Person]] = {}
        for person in self.persons:
            for label in person.labels:
                called.setdefault(label, []).append(person)
        return called

    @cached_property
    def has_namesakes(self) -> bool:
        """Whether any name has ever been that of two."""
        return any(len(persons) > 1 for persons in self._called.values())

    def meant_by(self, name: str, day: dt.date) -> tuple[Person, ...]:
        """Whom a name of the day may mean: those with a mandate on the day if any, else everybody who was called so."""
        called = [one for one in self._called.get(name, ()) if name in (one.name_on(day), one.label_on(day))]
        return tuple([one for one in called if one.role_on(day)] or called)

    def person(self, name: str, day: dt.date) -> Person | None:
        """The only one whom a name of the day may mean; None where nobody is called so, or several are."""
        meant = self.meant_by(name, day)
        return meant[0] if len(meant) == 1 else None

    def called(self, name: str, day: dt.date) -> str:
        """How the one whom a name means is shown on the day; a name that is nobody's, or several persons', as written."""
        person = self.person(name, day)
        return person.label_on(day) if person else name

    def members_on(self, day: dt.date) -> Iterator[Person]:
        """Everyone who is a member, chairs included, on this day."""
        return (person for person in self.persons if person.role_on(day) not in (None, Role.SUBSTITUTE))

    def substitutes_on(self, day: dt.date) -> Iterator[Person]:
        """Everyone who is a substitute on this day."""
        return (person for person in self.persons if person.role_on(day) is Role.SUBSTITUTE)
