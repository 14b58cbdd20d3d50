"""Attendance and votes as tables of members: what the table says is written into the form's own lists.

A row that was there keeps its place in its list, so that a table that nobody touched changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.editor.form.minutes_parts import ATTENDANCE
from build_scripts.editor.form.posting import NUMBER, Form
from build_scripts.editor.form.state import FormState

SEATS = "plats"
"""The table of attendance: its rows' ids are posted under this name."""

VOTES = "röst"
"""Tables of votes: each under this name and, behind a stop, the vote's own."""

MEMBERS, SERVING, SUBSTITUTES = LISTS = ("ledamöter", "tjänstgörande_ersättare", "ersättare")
FIRST, LAST, INSTEAD_OF = "från_paragraf", "till_och_med_paragraf", "för"

YES, NO, ABSTAINS = SIDES = ("ja", "nej", "avstår")
TAKES_NO_PART = "deltar_inte"
"""The list of the paragraph with those who were there and took no part in the decision."""

DISSENTS = "reservationer"
"""The list of the paragraph with those who dissent."""

_COUNTS = {YES: "antal_ja", NO: "antal_nej", ABSTAINS: "antal_avstår"}


@dataclass(frozen=True)
class Seat:
    """A row of attendance: a person by name and as shown, the list and row that say so ("" when absent), and when.

    `others` are the keys that the table has no column for, with what they hold; `next` is who is to serve for an absent member.
    """

    name: str
    title: str
    is_substitute: bool
    list: str = ""
    row: str = ""
    first: str = ""
    last: str = ""
    instead_of: str = ""
    others: tuple[tuple[str, str], ...] = ()
    next: str = ""

    @property
    def has_more(self) -> bool:
        """Whether something is said that the table has no column for."""
        return any(value for _, value in self.others)


@dataclass(frozen=True)
class SeatHolder:
    """Somebody who may be there: every name that may be written, as shown, and whether it is a substitute."""

    names: frozenset[str]
    name: str
    title: str
    is_substitute: bool


def seats(attendance: FormState, persons: Sequence[SeatHolder]) -> tuple[Seat, ...]:
    """Everybody who has a mandate, in order, with what the lists say; then names in the lists that nobody has."""
    assert isinstance(attendance, dict)
    told: dict[str, list[Seat]] = defaultdict(list)
    for key in LISTS:
        rows = attendance[key]
        assert isinstance(rows, list)
        for n, row in enumerate(rows):
            assert isinstance(row.value, dict)
            value = {one: str(written) for one, written in row.value.items()}
            name = value.pop("namn")
            first, last, instead_of = (value.pop(one, "") for one in (FIRST, LAST, INSTEAD_OF))
            seat = Seat(name, name, key != MEMBERS, key, row.id(n), first, last, instead_of, tuple(value.items()))
            told[name].append(seat)
    return tuple(_placed(persons, told))


def _placed(persons: Sequence[SeatHolder], told: dict[str, list[Seat]]) -> Iterator[Seat]:
    for person in persons:
        own = [seat for name in sorted(person.names) for seat in told.pop(name, ())]
        absent = Seat(person.name, person.title, person.is_substitute)
        yield from (replace(seat, title=person.title, is_substitute=person.is_substitute) for seat in own or [absent])
    yield from (seat for rows in told.values() for seat in rows)


def gathered(form: Form) -> Form:
    """The form with what its tables say in its own lists."""
    values, rows = dict(form.values), {name: list(ids) for name, ids in form.rows.items()}
    if SEATS in rows:
        _gather_seats(form, values, rows)
    for name in form.rows:
        if name.startswith(f"{VOTES}."):
            _gather_votes(form, name.removeprefix(f"{VOTES}."), values)
            _gather_dissents(form, name, values, rows)
    return replace(form, values=values, rows=rows)


def _gather_seats(form: Form, values: dict[str, str], rows: dict[str, list[str]]) -> None:
    there: dict[str, list[tuple[tuple[int, int], str]]] = {key: [] for key in LISTS}
    for n, id in enumerate(form.rows[SEATS]):
        said = {
            key: form.text(f"{SEATS}.{id}.{key}") for key in ("namn", "hur", "lista", "rad", FIRST, LAST, INSTEAD_OF)
        }
        if said["hur"] not in LISTS:
            continue
        stays = said["hur"] == said["lista"] and said["rad"] != ""
        row = said["rad"] if stays else f"n9{id}"
        own, old = f"{ATTENDANCE}.{said['hur']}.{row}", f"{ATTENDANCE}.{said['lista']}.{said['rad']}."
        moved = {
            f"{own}.{name.removeprefix(old)}": value for name, value in form.values.items() if name.startswith(old)
        }
        values |= {} if stays else moved
        values |= {f"{own}.{key}": said[key] for key in ("namn", FIRST, LAST)}
        if said["hur"] == SERVING:
            values[f"{own}.{INSTEAD_OF}"] = said[INSTEAD_OF]
        order = (0, int(row)) if NUMBER.fullmatch(row) else (1, n)
        there[said["hur"]].append((order, row))
    for key, found in there.items():
        rows[f"{ATTENDANCE}.{key}"] = [row for _, row in sorted(found)]


@dataclass(frozen=True)
class BallotRow:
    """A row of a vote: a person by name and as shown, the side ("" where nothing is said), its place there; if she dissents."""

    name: str
    title: str
    side: str
    place: int
    dissents: bool


def ballots(
    vote: Mapping[str, FormState], no_part: str, dissenting: Collection[str], present: Sequence[tuple[str, str]]
) -> tuple[BallotRow, ...]:
    """Everybody who could vote, in order, then others who are in its lists; `present` are names and as they are shown."""
    cast = {name: (side, n) for side in SIDES for n, name in enumerate(_lines(vote[side]))}
    cast |= {name: (TAKES_NO_PART, n) for n, name in enumerate(_lines(no_part)) if name not in cast}
    shown = {**{name: name for name in cast}, **dict(present)}
    names = dict.fromkeys([*(name for name, _ in present), *cast])
    return tuple(BallotRow(name, shown[name], *cast.get(name, ("", 0)), name in dissenting) for name in names)


def _lines(state: FormState) -> list[str]:
    return [line for line in str(state).split("\n") if line]


def _gather_votes(form: Form, vote: str, values: dict[str, str]) -> None:
    cast: dict[str, list[tuple[tuple[int, int], str]]] = defaultdict(list)
    is_changed = False
    name = f"{VOTES}.{vote}"
    for n, id in enumerate(form.rows[name]):
        now, before = form.text(f"{name}.{id}.sida"), form.text(f"{name}.{id}.förut")
        place = form.text(f"{name}.{id}.nummer")
        is_changed = is_changed or now != before
        order = (0, int(place)) if now == before and NUMBER.fullmatch(place) else (1, n)
        cast[now].append((order, form.text(f"{name}.{id}.namn")))
    lists = {side: [one for _, one in sorted(cast[side])] for side in (*SIDES, TAKES_NO_PART)}
    values |= {f"{vote}.{side}": "\n".join(lists[side]) for side in SIDES}
    if is_changed:
        paragraph = vote.rpartition(".votering.")[0]
        values[f"{paragraph}.{TAKES_NO_PART}"] = "\n".join(lists[TAKES_NO_PART])
        _count(vote, lists, values)


def _gather_dissents(form: Form, table: str, values: dict[str, str], rows: dict[str, list[str]]) -> None:
    """Who was ticked or unticked in the table comes to, or goes from, the paragraph's list; its other rows stand."""
    paragraph = table.removeprefix(f"{VOTES}.").rpartition(".votering.")[0]
    home = f"{paragraph}.{DISSENTS}"
    for id in form.rows[table]:
        at = f"{table}.{id}"
        now, before = form.text(f"{at}.reserverar"), form.text(f"{at}.reserverade")
        if now == before:
            continue
        name, own = form.text(f"{at}.namn"), rows.setdefault(home, [])
        if now and not own:
            own.append("n0")
        for row in own:
            names = [one for one in _lines(values.get(f"{home}.{row}.av", "")) if one != name]
            values[f"{home}.{row}.av"] = "\n".join([*names, name] if now and row == own[0] else names)
        own[:] = [row for row in own if any(values.get(f"{home}.{row}.{key}") for key in ("av", "text"))]


def _count(vote: str, lists: Mapping[str, Sequence[str]], values: dict[str, str]) -> None:
    """The sums and the side that won are counted from the names; a tie is for the chair."""
    for side, key in _COUNTS.items():
        if lists[side] or side != ABSTAINS or values.get(f"{vote}.{key}"):
            values[f"{vote}.{key}"] = str(len(lists[side]))
    if len(lists[YES]) != len(lists[NO]):
        values[f"{vote}.utfall"] = YES if len(lists[YES]) > len(lists[NO]) else NO
