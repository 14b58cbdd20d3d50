"""Who is to be called in ("inkallas") for a member who cannot come: the body's order of substitutes on a day."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from macros.record.attendance import Attendance
from macros.record.members import MembersHeader, Person, Role

NO_PARTY = "-"
"""The party of who has none: two of them are no party together."""


def parties_in_turn(members: MembersHeader, replaced: Person, day: dt.date) -> tuple[str, ...]:
    """The parties whose substitutes serve for the member, in order ("inkallelseordning"): without an order said, the own party.

    Source: fullmäktige's decision.
    """
    own = replaced.party_on(day)
    return members.party_order.get(own, () if own == NO_PARTY else (own,))


def turn(members: MembersHeader, replaced: Person, substitute: Person, day: dt.date) -> tuple[int, int] | None:
    """The substitute's turn to serve for the member: place of the party, then of the person; None when not known.

    Source: fullmäktige's decision.
    """
    parties, party = parties_in_turn(members, replaced, day), substitute.party_on(day)
    mandate = substitute.mandate_on(day)
    if mandate is None or mandate.rank is None or party not in parties:
        return None
    return parties.index(party), mandate.rank


class NoCall(enum.Enum):
    """Why nobody can be named to serve for somebody."""

    NO_MANDATE = enum.auto()
    SUBSTITUTE = enum.auto()
    THERE = enum.auto()
    ORDER_UNKNOWN = enum.auto()
    PARTY_ORDER_UNKNOWN = enum.auto()
    NOBODY_LEFT = enum.auto()


@dataclass(frozen=True)
class CalledIn:
    """Who is next to serve for an absent person, or why nobody can be named.

    `already`: the minutes have that substitute serving for the member. `passed` are those earlier in the order who cannot
    come or serve for another; `unordered` those of whom the order does not say who is first; `parties` the parties in turn.
    """

    absent: Person
    next: Person | None = None
    why: NoCall | None = None
    already: bool = False
    passed: tuple[Person, ...] = ()
    unordered: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()


def called_in(
    members: MembersHeader, day: dt.date, absent: Sequence[Person], attendance: Attendance | None = None
) -> Iterator[CalledIn]:
    """Who is next for each of the absent, in the order given; nobody serves for two, and no absent substitute is called.

    `attendance` is that of the minutes of the day, if there are any, with everybody called as on the day: who serves
    there is taken, and a member who is there needs nobody. Source: fullmäktige's decision.
    """
    serving = attendance.serving if attendance else ()
    replacing = {members.person(one.replaces, day): members.person(one.name, day) for one in reversed(serving)}
    there = {members.person(one.name, day) for one in attendance.members} if attendance else set()
    taken = {*absent, *(members.person(one.name, day) for one in serving)}
    for one in absent:
        role = one.role_on(day)
        if role is None or role is Role.SUBSTITUTE:
            yield CalledIn(one, why=NoCall.SUBSTITUTE if role else NoCall.NO_MANDATE)
        elif replacing.get(one):
            yield CalledIn(one, replacing[one], already=True)
        elif one in there:
            yield CalledIn(one, why=NoCall.THERE)
        else:
            found = _next(members, day, one, taken)
            taken.add(found.next)
            yield found


def _next(members: MembersHeader, day: dt.date, absent: Person, taken: Container[Person | None]) -> CalledIn:
    """Party by party: the first of its free substitutes; where several are free and their order is not said, nobody."""
    parties = parties_in_turn(members, absent, day)

    def place(substitute: Person) -> tuple[int, int]:
        return turn(members, absent, substitute, day) or (len(parties), 0)

    passed: list[Person] = []
    for party in parties:
        of_party = sorted((one for one in members.substitutes_on(day) if one.party_on(day) == party), key=place)
        free = [one for one in of_party if one not in taken]
        unclear = place(free[-1])[0] == len(parties) or place(free[0]) == place(free[1]) if len(free) > 1 else False
        if unclear:
            return CalledIn(
                absent, why=NoCall.ORDER_UNKNOWN, passed=tuple(passed), unordered=tuple(free), parties=parties
            )
        passed += of_party[: of_party.index(free[0])] if free else of_party
        if free:
            return CalledIn(absent, free[0], passed=tuple(passed), parties=parties)
    said = absent.party_on(day) in members.party_order
    why = NoCall.NOBODY_LEFT if said else NoCall.PARTY_ORDER_UNKNOWN
    return CalledIn(absent, why=why, passed=tuple(passed), parties=parties)
