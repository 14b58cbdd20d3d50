"""A vote ("votering") party by party: how many of each voted yes, voted no and abstained, and how long their bars are."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from macros.facts.day import Day
from macros.facts.paragraphs import Decided
from macros.facts.people import Cast, cast_in
from macros.record.votes import Vote
from macros.texts.alphabet import alphabetical

WITHOUT_PARTY = "Parti inte angivet"


@dataclass(frozen=True)
class BarPart:
    """A piece of a party's bar: where it begins and how long it is, in hundredths of the longest bar."""

    cast: Cast
    start: float
    length: float


@dataclass(frozen=True)
class PartyVotes:
    """How a party's members voted, and their bar."""

    party: str
    counts: dict[Cast, int]
    bar: tuple[BarPart, ...]

    @property
    def total(self) -> int:
        """How many of the party took part."""
        return sum(self.counts.values())


def by_party(facts: Day, decided: Decided, vote: Vote) -> tuple[PartyVotes, ...]:
    """The parties, the largest first; none where no name of the vote has a party in the record, or a side has no names."""
    if vote.unnamed:
        return ()
    found: dict[str, Counter[Cast]] = defaultdict(Counter)
    day = decided.meeting.date
    for name, cast in cast_in(vote):
        one = facts.people.called(decided.body, name, day)
        found[(one and one.person.party_on(day)) or WITHOUT_PARTY][cast] += 1
    if set(found) <= {WITHOUT_PARTY}:
        return ()
    longest = max(counts.total() for counts in found.values())
    order = sorted(found.items(), key=lambda pair: (pair[0] == WITHOUT_PARTY, -pair[1].total(), alphabetical(pair[0])))
    return tuple(_party(party, counts, longest) for party, counts in order)


def _party(party: str, counts: Counter[Cast], longest: int) -> PartyVotes:
    bar, start = [], 0
    for cast in Cast:
        if counts[cast]:
            bar.append(BarPart(cast, round(start / longest * 100, 2), round(counts[cast] / longest * 100, 2)))
        start += counts[cast]
    return PartyVotes(party, {cast: counts[cast] for cast in Cast}, tuple(bar))
