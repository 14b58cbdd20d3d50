"""Elected representatives ("förtroendevalda") with what the minutes say of them; employees have no place here."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros import addresses
from macros.facts.minutes import AllMinutes, Minuted
from macros.facts.paragraphs import Decided
from macros.record.archive import Archive, Body
from macros.record.attendance import Attendant
from macros.record.members import Person, Role
from macros.record.minutes import Dissent
from macros.record.votes import Side, Vote


class Presence(enum.Enum):
    """How somebody was there."""

    CHAIR = enum.auto()
    MEMBER = enum.auto()
    SERVING_SUBSTITUTE = enum.auto()
    SUBSTITUTE = enum.auto()


class Cast(enum.Enum):
    """What somebody did in an open vote ("votering")."""

    YES = enum.auto()
    NO = enum.auto()
    ABSTAINED = enum.auto()


def cast_in(vote: Vote) -> Iterator[tuple[str, Cast]]:
    """(name, what was cast) of everyone in a vote, those who voted yes first."""
    for cast, names in ((Cast.YES, vote.yes), (Cast.NO, vote.no), (Cast.ABSTAINED, vote.abstained)):
        for name in names:
            yield name, cast


@dataclass(frozen=True)
class Attended:
    """A meeting with minutes during the person's mandate: how the person was there (None: absent), and the rows that say when."""

    minuted: Minuted
    role: Role
    how: Presence | None
    attendants: tuple[Attendant, ...] = ()


@dataclass(frozen=True)
class Voted:
    """How the person voted in one vote."""

    decided: Decided
    vote: Vote
    cast: Cast

    @property
    def won(self) -> bool | None:
        """Whether the person's side won; None for one who abstained."""
        side = {Cast.YES: Side.YES, Cast.NO: Side.NO}.get(self.cast)
        return None if side is None else side is self.vote.winner

    @property
    def number(self) -> int | None:
        """Which of its paragraph's votes it is, counted from 1; None for the only one."""
        votes = self.decided.paragraph.votes
        return next(n for n, vote in enumerate(votes, 1) if vote is self.vote) if len(votes) > 1 else None


@dataclass(frozen=True)
class Dissented:
    """A dissent ("reservation") of the person."""

    decided: Decided
    dissent: Dissent


@dataclass(frozen=True)
class Elected:
    """An elected representative of a body, with everything that the approved minutes say; latest first."""

    person: Person
    address: str
    attended: list[Attended] = field(default_factory=list)
    votes: list[Voted] = field(default_factory=list)
    dissents: list[Dissented] = field(default_factory=list)

    @property
    def times_there(self) -> int:
        """At how many of the meetings the person was there."""
        return sum(one.how is not None for one in self.attended)


class AllPeople:
    """All elected representatives of an archive, by body. A name is asked for with its day: it may be another's on another."""

    def __init__(self, archive: Archive, minutes: AllMinutes) -> None:
        self._bodies = {body.id: tuple(_elected(body)) for body in archive.bodies}
        self._by_person = {id(one.person): one for people in self._bodies.values() for one in people}
        for minuted in minutes:
            if minuted.is_public:
                self._told_of(minuted)
        for people in self._bodies.values():
            for one in people:
                for told in (one.attended, one.votes, one.dissents):
                    told.reverse()

    def of(self, body: Body) -> tuple[Elected, ...]:
        """The body's elected representatives, in the order of the file."""
        return self._bodies[body.id]

    def called(self, body: Body, name: str, day: dt.date) -> Elected | None:
        """The one whom a name means on the day, in the body; None for a name that is nobody's, or several persons'."""
        person = body.members.header.person(name, day) if body.members else None
        return self._by_person[id(person)] if person else None

    def _told_of(self, minuted: Minuted) -> None:
        attendance, day = minuted.header.attendance, minuted.date
        groups = (
            (Presence.MEMBER, attendance.members),
            (Presence.SERVING_SUBSTITUTE, attendance.serving),
            (Presence.SUBSTITUTE, attendance.substitutes),
        )
        there: dict[str, tuple[Presence, tuple[Attendant, ...]]] = {}
        for presence, people in groups:
            for name in dict.fromkeys(one.name for one in people):
                there.setdefault(name, (presence, tuple(one for one in people if one.name == name)))
        for one in self.of(minuted.body):
            role, name = one.person.role_on(day), one.person.label_on(day)
            if role is not None:
                how, attendants = there.get(name, (None, ()))
                how = Presence.CHAIR if name == attendance.chair else how
                one.attended.append(Attended(minuted, role, how, attendants))
        for decided in minuted.decided:
            if decided.is_shown:
                self._told_in(decided, day)

    def _told_in(self, decided: Decided, day: dt.date) -> None:
        for vote in decided.paragraph.votes:
            for name, cast in cast_in(vote):
                if one := self.called(decided.body, name, day):
                    one.votes.append(Voted(decided, vote, cast))
        for dissent in decided.paragraph.dissents:
            for name in dissent.names:
                if one := self.called(decided.body, name, day):
                    one.dissents.append(Dissented(decided, dissent))


def _elected(body: Body) -> Iterator[Elected]:
    """Everyone with an address, made from the first name that the person had, so that it stays.

    Two of the same name are told apart by number, in the order of the file.
    """
    taken: dict[str, int] = defaultdict(int)
    for person in body.members.header.persons if body.members else ():
        name = addresses.slug(person.names[0]) or "person"
        taken[name] += 1
        number = f"-{taken[name]}" if taken[name] > 1 else ""
        yield Elected(person, addresses.member(body.id, f"{name}{number}"))
