"""Who comes, who goes and who goes on when a list of elected representatives holds from a day: a new term, or a by-election."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from build_scripts.imports.elected import ElectedList, ListedPerson
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


def term(people: Sequence[Person], listed: ElectedList, first: dt.date) -> NewTerm:
    """The list, which is the whole body's from `first` on, beside those who are known.

    Who has the same mandate goes on; whoever has another, or is not in the list, has a last day the day before. Nobody is
    guessed: a mandate that begins later and is not in the list is left and told, and so are a name that two bear, whoever is
    named in a row that was not read, and somebody new with nearly the name of one who would end.
    """
    held, kept, begins, unclear = list(_held(people, first)), set[int](), list[Begins](), list[str]()
    bearers = Counter(one.name for one in listed.people)
    rows_of = {one: _rows_of(people, one, first, bearers[one.name] > 1) for one in listed.people}
    named = set(chain.from_iterable(rows_of.values()))
    left = {row for row, _, _, mandate in held if row not in named and mandate.first < first}
    same = set[tuple[int, int]]()
    for one, rows in rows_of.items():
        near = [] if rows else [row for row in left if _is_near(one.name, people[row].name)]
        held_on = {
            (row, n) for row, n, person, held_by in held if row in rows and _is_same(one, person, held_by, first)
        }
        if len(rows) > 1:
            unclear.append(f"{one.name}: {len(rows)} heter så i ledamoter.md. Skriv in uppdraget där.")
            kept.update(rows)
        elif near:
            unclear.append(
                f"{one.name} ({one.party}) i listan liknar {people[near[0]].name} i ledamoter.md, och inget är ändrat för dem. "
                "Är det samma person: skriv namnet lika och läs in listan igen. Är det två: skriv in bytet i ledamoter.md."
            )
            kept.update(near)
        elif held_on:
            same |= held_on
        elif bearers[one.name] > 1:
            unclear.append(
                f"{one.name} ({one.party}): två i listan heter så. Skriv in dem i ledamoter.md, med särskiljs."
            )
            kept.update(rows)
        else:
            begins.append(Begins(rows[0] if rows else None, one))
    for row in sorted(left - kept):
        if any(words <= doubted for words in map(_words, people[row].labels) for doubted in listed.doubted):
            unclear.append(f"{people[row].name} står på en rad som inte lästes: uppdraget är kvar som det var.")
            kept.add(row)
    others = [one for one in held if one[0] not in kept and one[:2] not in same]
    unclear += [
        f"{person.name} har ett uppdrag från {mandate.first} som inte står i listan. Ta bort det om det är fel."
        for _, _, person, mandate in others
        if mandate.first >= first
    ]
    ends = tuple((row, n) for row, n, _, mandate in others if mandate.first < first)
    return NewTerm(ends, tuple(begins), len(same), tuple(unclear))


def _rows_of(people: Sequence[Person], one: ListedPerson, first: dt.date, is_one_of_two: bool) -> list[int]:
    """Whose name it is: one row, none, or several that neither name nor party tells apart.

    Whoever has another party may have changed it; not where the list has two of the name (`is_one_of_two`).
    """
    rows = [n for n, person in enumerate(people) if one.name in person.labels]
    return [n for n in rows if people[n].party_on(first) == one.party] or ([] if is_one_of_two else rows)


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


_NEAR = 0.9
"""How alike two names are that may be one, of 1: a letter more, less or other. "Anna Persson" and "Anna Larsson" are not."""


def _is_near(one: str, other: str) -> bool:
    """Whether two names may be one person's: one has all words of the other ("Anna Karin Ek"), or a slip parts them."""
    words, others = _words(one), _words(other)
    alike = difflib.SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
    return words <= others or others <= words or alike >= _NEAR


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))
