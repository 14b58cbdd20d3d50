"""Who comes, who goes and who goes on when a list of elected representatives holds from a day: a new term, or a by-election."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.imports.elected import ListedPerson
from macros.record.members import Mandate, Person


@dataclass(frozen=True)
class Begins:
    """A mandate that begins: `row` is the person's among those who are known, None for somebody new."""

    row: int | None
    elected: ListedPerson


@dataclass(frozen=True)
class NewTerm:
    """What the list changes: mandates that end the day before, as (person's row, its own), those that begin, and the rest."""

    ends: tuple[tuple[int, int], ...]
    begins: tuple[Begins, ...]
    goes_on: int
    unclear: tuple[str, ...]


def term(people: Sequence[Person], listed: Sequence[ListedPerson], first: dt.date) -> NewTerm:
    """The list, which is the whole body's from `first` on, beside those who are known.

    Who has the same mandate goes on; whoever has another, or is not in the list, has a last day the day before. A mandate that
    begins later than the day before and is not in the list is left and told, and so is a name that two bear.
    """
    kept, begins, unclear = set[tuple[int, int]](), list[Begins](), list[str]()
    for one in listed:
        rows = _rows_of(people, one, first)
        if len(rows) > 1:
            unclear.append(f"{one.name}: {len(rows)} heter så i ledamoter.md. Skriv in uppdraget där.")
            kept.update((row, n) for row in rows for n, _ in enumerate(people[row].mandates))
            continue
        same = {
            (row, n)
            for row, n, _, held in _held(people, first)
            if row in rows and _is_same(one, people[row], held, first)
        }
        kept |= same
        if not same:
            begins.append(Begins(rows[0] if rows else None, one))
    others = [one for one in _held(people, first) if one[:2] not in kept]
    unclear += [
        f"{person.name} har ett uppdrag från {mandate.first} som inte står i listan. Ta bort det om det är fel."
        for _, _, person, mandate in others
        if mandate.first >= first
    ]
    ends = tuple((row, n) for row, n, _, mandate in others if mandate.first < first)
    return NewTerm(ends, tuple(begins), len(kept), tuple(unclear))


def _rows_of(people: Sequence[Person], one: ListedPerson, first: dt.date) -> list[int]:
    """Whose name it is: one row, none, or several that neither name nor party tells apart."""
    rows = [n for n, person in enumerate(people) if one.name in person.labels]
    return [n for n in rows if people[n].party_on(first) == one.party] or rows


def _held(people: Sequence[Person], first: dt.date) -> Iterator[tuple[int, int, Person, Mandate]]:
    """Every mandate that holds on the day or later."""
    for row, person in enumerate(people):
        for n, mandate in enumerate(person.mandates):
            if mandate.last is None or mandate.last >= first:
                yield row, n, person, mandate


def _is_same(one: ListedPerson, person: Person, held: Mandate, first: dt.date) -> bool:
    """Whether it is the mandate that the person has on the day: role, party and, for a substitute, place in the order."""
    said = (held.role, held.party or person.party, held.rank or one.rank)
    return held.covers(first) and said == (one.role, one.party, one.rank)
