"""What the form of minutes shows besides fields: its parts, who may be there, and who may vote in each paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.fields import Group
from build_scripts.editor.form.file_as_form import Opened
from build_scripts.editor.form.grids import DISSENTS, BallotRow, Seat, SeatHolder, ballots, seats
from build_scripts.editor.form.known import KnownValues
from build_scripts.editor.form.minutes_parts import PARAGRAPHS, FormPart, carried, parts_of, shown_part
from build_scripts.editor.form.placing import Triple, triples
from build_scripts.editor.form.state import ROOT, FormState, inside, to_tree
from build_scripts.editor.pages.titles import item_title
from macros.facts.substitutes import called_in
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
        _seats(file, state, members, persons, meeting) if members else (),
        dict(_ballots(file.fields, state, part, present)),
        KnownValues(present, is_all=True) if part.row and present else None,
    )


def _seats(
    file: Opened,
    state: dict[str, FormState],
    members: MembersHeader,
    persons: tuple[SeatHolder, ...],
    meeting: Meeting,
) -> tuple[Seat, ...]:
    """The table of attendance, with who is next to serve for each absent member.

    Where substitutes are said to be there, the others are not.
    """
    table, day = seats(state["närvarande"], persons), meeting.date
    attendance = _attendance(file, state)
    if attendance is None:
        return table
    some_are_there = any(one.is_substitute and one.list for one in table)
    gone = [one for one in table if not one.list and (some_are_there or not one.is_substitute)]
    absent = [person for one in gone if (person := members.person(one.name, day))]
    found = {one.absent.label_on(day): one for one in called_in(members, day, absent, attendance)}
    next_ = {name: one.next.title_on(day) for name, one in found.items() if one.next and not one.already}
    return tuple(replace(one, next=next_.get(one.name, "")) for one in table)


def _attendance(file: Opened, state: dict[str, FormState]) -> Attendance | None:
    """Who was there as the form says; what is wrong in it is told where it stands, when the form is checked."""
    field = file.fields.field("närvarande")
    assert field is not None
    try:
        return Attendance.model_validate(to_tree(field.shape, state["närvarande"]))
    except ValidationError:
        return None


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
    attendance = _attendance(file, state)
    try:
        number = int(str(_row(state, part)["nummer"]))
    except (ValueError, KeyError):
        return ()
    if attendance is None:
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
    votes, dissents = row["votering"], row[DISSENTS]
    assert isinstance(votes, list)
    assert isinstance(dissents, list)
    dissenting = {name for one in dissents if isinstance(one.value, dict) for name in str(one.value["av"]).split("\n")}
    for n, vote in enumerate(votes):
        assert isinstance(vote.value, dict)
        found = ballots(vote.value, str(row["deltar_inte"]), dissenting, present)
        if found:
            yield f"{PARAGRAPHS}.{part.row}.votering.{vote.id(n)}", found
