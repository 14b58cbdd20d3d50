"""What the form of minutes shows besides fields: its parts, who may be there, and who may vote in each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.fields import Group
from build_scripts.editor.form.grids import BallotRow, Seat, SeatHolder, ballots, seats
from build_scripts.editor.form.known import KnownValues
from build_scripts.editor.form.opened import Opened
from build_scripts.editor.form.parts import PARAGRAPHS, FormPart, carried, parts_of, shown_part
from build_scripts.editor.form.placing import Triple, triples
from build_scripts.editor.form.state import ROOT, FormState, inside, to_tree
from build_scripts.editor.pages.titles import item_title
from macros.record.archive import Meeting
from macros.record.attendance import Attendance
from macros.record.members import MembersHeader


@dataclass(frozen=True)
class MinutesForm:
    """The part that is shown, all parts, what the browser carries of the others, and the part's fields and tables."""

    parts: tuple[FormPart, ...]
    part: FormPart
    carried: tuple[tuple[str, str], ...]
    fields: tuple[Triple, ...]
    seats: tuple[Seat, ...]
    ballots: dict[str, tuple[BallotRow, ...]]
    present: KnownValues | None

    @property
    def following(self) -> FormPart | None:
        """The part after this one."""
        n = self.parts.index(self.part)
        return self.parts[n + 1] if n + 1 < len(self.parts) else None


def minutes_form(editor: Editor, file: Opened, state: FormState, wanted: str) -> MinutesForm | None:
    """The part of the minutes that holds the wanted field; None for another file."""
    archive, (_, body_id, *rest) = editor.saved().archive, file.stored.path.split("/")
    meeting = archive.meeting(body_id, rest[0])
    titles = {item.slug: item_title(item) for item in meeting.items} if meeting else {}
    parts = parts_of(file.stored.kind.name, state, titles)
    part = shown_part(parts, wanted)
    if part is None or meeting is None:
        return None
    assert isinstance(state, dict)
    body = archive.body_by_id[body_id]
    members = body.members.header if body.members else None
    persons = tuple(_persons(members, meeting)) if members else ()
    present = _present(file, state, part, persons)
    return MinutesForm(
        parts,
        part,
        tuple(carried(file.fields, state, part)),
        _fields(file.fields, state, part),
        seats(state["närvarande"], persons) if persons else (),
        dict(_ballots(file.fields, state, part, present)),
        KnownValues(present, is_all=True) if part.row and present else None,
    )


def _fields(fields: Group, state: FormState, part: FormPart) -> tuple[Triple, ...]:
    """The fields of the part: a paragraph's own, else those of its keys."""
    if not part.row:
        return tuple(one for one in triples(fields, state, ROOT) if one[0].key in part.keys)
    field = fields.field("paragrafer")
    assert field is not None
    assert isinstance(state, dict)
    row = next(one for one in inside(field.shape, state["paragrafer"]) if one.id == part.row)
    assert isinstance(row.shape, Group)
    return triples(row.shape, row.state, part.id)


def _persons(members: MembersHeader, meeting: Meeting) -> Iterator[SeatHolder]:
    """Members in order, then substitutes by party in the order that they are called in."""
    day = meeting.date
    for person in members.members_on(day):
        yield SeatHolder(person.labels, person.label_on(day), person.title_on(day), is_substitute=False)
    ranked = []
    for person in members.substitutes_on(day):
        mandate = person.mandate_on(day)
        ranked.append((person.party_on(day), (mandate.rank if mandate else None) or 0, person))
    for _, rank, person in sorted(ranked, key=lambda one: one[:2]):
        title = person.title_on(day) + (f", ersättare {rank}" if rank else "")
        yield SeatHolder(person.labels, person.label_on(day), title, is_substitute=True)


def _present(
    file: Opened, state: dict[str, FormState], part: FormPart, persons: tuple[SeatHolder, ...]
) -> tuple[tuple[str, str], ...]:
    """Those of whom nothing says that they could not take part in the paragraph, as written and as shown."""
    field = file.fields.field("närvarande")
    assert field is not None
    try:
        attendance = Attendance.model_validate(to_tree(field.shape, state["närvarande"]))
        number = int(str(_row(state, part)["nummer"]))
    except (ValidationError, ValueError, KeyError):
        # What is wrong is told where it stands, when the form is checked.
        return ()
    there = attendance.may_be_entitled_at(number)
    rows = dict.fromkeys(one.name for one in (*attendance.members, *attendance.serving) if one.name in there)
    titles = {name: person.title.partition(", ")[0] for person in persons for name in person.names}
    return tuple((name, titles.get(name, name)) for name in rows)


def _row(state: dict[str, FormState], part: FormPart) -> dict[str, FormState]:
    """What the paragraph holds; raises `KeyError` where the part is none."""
    rows = state["paragrafer"]
    assert isinstance(rows, list)
    found = {row.id(n): row.value for n, row in enumerate(rows)}[part.row]
    assert isinstance(found, dict)
    return found


def _ballots(
    fields: Group, state: dict[str, FormState], part: FormPart, present: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, tuple[BallotRow, ...]]]:
    if not part.row:
        return
    row = _row(state, part)
    votes = row["votering"]
    assert isinstance(votes, list)
    for n, vote in enumerate(votes):
        assert isinstance(vote.value, dict)
        found = ballots(vote.value, str(row["deltar_inte"]), present)
        if found:
            yield f"{PARAGRAPHS}.{part.row}.votering.{vote.id(n)}", found
