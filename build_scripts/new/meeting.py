"""A new meeting ("sammanträde"): its folder with the call, its letter, and the items that come every time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from build_scripts.new.item import free_name, short_slug
from build_scripts.new.new_files import NewFile, NewFiles, header_of
from build_scripts.new.writing import AT_END, Remarks, Tree, file_text, keys_of, markdown
from build_scripts.project import WrongUse
from macros import addresses
from macros.dates.working_days import public_holiday
from macros.dates.written import clock, hours, weekday_date
from macros.facts.meetings import nearest_planned
from macros.planning.numbering import collective_number, recurring
from macros.record import layout
from macros.record.archive import Body, Meeting
from macros.record.body import BodyHeader
from macros.record.item import ItemHeader, ItemKind
from macros.record.numbers import ItemNumber
from macros.record.schedule import ScheduleHeader, Step
from macros.record.summons import MeetingKind, MeetingState, SummonsHeader
from macros.record.values import Hours

FIRST_POINTS: list[Tree] = [{"namn": "Upprop"}, {"namn": "Val av justerare", "får_paragraf": "ja"}]
"""The points that a body's first meeting is given to begin with."""

RECURRING = (
    (ItemKind.REPORTED, "anmalningsarenden", "Anmälningsärenden", "Nämnden har tagit del av anmälningarna."),
    (
        ItemKind.DELEGATION,
        "anmalan-av-delegationsbeslut",
        "Delegationsbeslut",
        "Nämnden godkänner redovisningen av delegationsbeslut.",
    ),
)
"""The items of every meeting: kind, file name, and title and proposal where the body has had none before."""

_CALLABLE = re.compile(r"[\w .-]+")
"""Ids that can stand within the quotes of a call."""


def new_meeting(
    body: Body,
    day: dt.date,
    kind: MeetingKind = MeetingKind.ORDINARY,
    time: str | None = None,
    venue: str | None = None,
) -> NewFiles:
    """The folder of a meeting on this day, with what recurs as it was the last time."""
    schedule = _schedule(body, day, kind)
    home = f"{body.document.folder}/{_folder(body, day, kind)}"
    last = latest(body, day)
    header = header_of(SummonsHeader, _keys(body, last, day, kind, schedule, {"tid": time, "plats": venue}))
    call = layout.SUMMONS.at(home)
    letter = body.header.call_letter or _letter(body.header, header, schedule)
    files = [NewFile(call, file_text(header, letter, REMARKS))]
    told = [f"Punkter, gruppmöten och plats är som {weekday_date(last.date)}."] if last else []
    if schedule is None:
        told.append(f"Det finns ingen sammanträdesordning för {day.year}, så brevet har inga tidsfrister.")
    for number, (item_kind, slug, title, proposal) in enumerate(_in_last_order(body, day), 1):
        item, remarks, said = _recurring(body, day, item_kind, title, proposal)
        found = recurring(body, item_kind, day)
        stem = layout.item_stem(ItemNumber(number), found.slug if found else slug)
        files.append(NewFile(layout.ITEM.at(home, stem), file_text(item, "", remarks)))
        told += said
    files += _own_items(body.header, home, len(files))
    return NewFiles(
        files=tuple(files),
        told=tuple(told),
        then=(
            f'Lägg till ärenden: klubbat ny ärende {body.id} {home.rpartition("/")[2]} "Rubriken".',
            f"Läs brevet i {call} och skriv om det som inte stämmer.",
            "Skriv läge: kallat och kallelsens_datum: när kallelsen är skickad.",
        ),
    )


def _own_items(body: BodyHeader, home: str, first: int) -> Iterator[NewFile]:
    """The items that the body says that it has every time ("återkommande_ärenden"), numbered from `first`."""
    taken = set(addresses.RESERVED_ITEM_SLUGS) | {slug for _, slug, _, _ in RECURRING}
    for number, one in enumerate(body.recurring_items, first):
        slug = free_name(short_slug(one.title) or f"arende-{number}", taken)
        taken.add(slug)
        item = header_of(ItemHeader, keys_of(one))
        yield NewFile(layout.ITEM.at(home, layout.item_stem(ItemNumber(number), slug)), file_text(item))


def _in_last_order(body: Body, day: dt.date) -> list[tuple[ItemKind, str, str, str]]:
    """The items of every meeting, as they stood to each other the last time."""

    def place(row: tuple[ItemKind, str, str, str]) -> ItemNumber:
        found = recurring(body, row[0], day)
        return (found.number if found else None) or ItemNumber(0)

    return sorted(RECURRING, key=place) if all(recurring(body, row[0], day) for row in RECURRING) else list(RECURRING)


REMARKS: Remarks = {
    "läge": ("Byt till kallat när kallelsen är skickad, och skriv då kallelsens_datum: med dagen.",),
    AT_END: ("Brevet står under raden med streck. Datum inom {{ }} räknas ut ur sammanträdesordningen.",),
}


def _schedule(body: Body, day: dt.date, kind: MeetingKind) -> ScheduleHeader | None:
    """The year's schedule; an ordinary meeting on a day that is not in it, or any on a holiday, is refused."""
    if holiday := public_holiday(day):
        raise WrongUse(f"{weekday_date(day)} är {holiday}. Välj en annan dag.")
    found = body.schedule(day.year)
    if found is None:
        return None
    if kind is MeetingKind.ORDINARY and found.header.planned(day) is None:
        nearest = nearest_planned(found.header, day)
        raise WrongUse(
            f"{weekday_date(day)} står inte i {day.year} års sammanträdesordning{f'; närmast är {nearest}' if nearest else ''}. "
            "Är det ett extra sammanträde: lägg till --slag extra."
        )
    return found.header


def _folder(body: Body, day: dt.date, kind: MeetingKind) -> str:
    """The day; a second meeting of a day gets its kind behind it."""
    if day.isoformat() not in body.meeting_by_id:
        return day.isoformat()
    if kind is MeetingKind.ORDINARY:
        raise WrongUse(f"{body.id} har redan sammanträdet {day}. Är det ett till samma dag: lägg till --slag extra.")
    return f"{day}-{'extra' if kind is MeetingKind.EXTRA else 'konstituerande'}"


def latest(body: Body, day: dt.date) -> Meeting | None:
    """The meeting whose arrangements are taken over: the latest before the day whose call has gone out, else any."""
    before = [meeting for meeting in body.meetings if meeting.date < day and not meeting.is_cancelled]
    called = [meeting for meeting in before if meeting.header.state is not MeetingState.PLANNED]
    found = called or before
    return found[-1] if found else None


def _keys(
    body: Body,
    last: Meeting | None,
    day: dt.date,
    kind: MeetingKind,
    schedule: ScheduleHeader | None,
    said: dict[str, str | None],
) -> dict[str, Any]:
    known = keys_of(last.header) if last else {}
    kept = ("tid", "plats", "ordförande", "inledande_punkter", "justering", "gruppmöten", "anmäl_förhinder")
    keys: dict[str, Any] = {
        "datum": day.isoformat(),
        "tid": f"{body.header.time:%H:%M}" if body.header.time else None,
        "plats": body.header.venue,
        "läge": MeetingState.PLANNED.value,
        "slag": None if kind is MeetingKind.ORDINARY else kind.value,
        **{key: known[key] for key in kept if key in known},
    }
    if kind is MeetingKind.ORDINARY and schedule and (planned := schedule.planned(day)):
        keys |= {key: value for key, value in keys_of(planned).items() if key in ("tid", "plats", "fler_dagar")}
    if last is None:
        keys["inledande_punkter"] = FIRST_POINTS
        keys["anmäl_förhinder"] = {"till": "Nämndsekreteraren", "senast": "anmäl_förhinder"}
    absence = keys.get("anmäl_förhinder")
    if isinstance(absence, dict) and (schedule is None or schedule.step(str(absence.get("senast"))) is None):
        keys["anmäl_förhinder"] = {key: value for key, value in absence.items() if key != "senast"}
    return keys | {key: value for key, value in said.items() if value is not None}


def _recurring(
    body: Body, day: dt.date, kind: ItemKind, title: str, proposal: str
) -> tuple[ItemHeader, Remarks, list[str]]:
    """An item that comes every time, as the last one was, with the year's number where it is known."""
    found = recurring(body, kind, day)
    number = collective_number(body, kind, day.year)
    keys = {
        "rubrik": found.header.title if found and found.header.title else title,
        "diarienummer": number,
        "samlingsnummer": "ja",
        "slag": kind.value,
        "förslag_till_beslut": (list(found.header.proposals) if found else []) or [proposal],
    }
    header = header_of(ItemHeader, keys)
    remark = {AT_END: ("Skriv texten under raden med streck: vad som anmäls till sammanträdet.",)}
    if number:
        return header, remark, []
    before = f" Senast var det {found.header.case_number}." if found and found.header.case_number else ""
    shape = next(iter(body.header.diary_series), "NUMMER")
    for part, written in (("ÅÅÅÅ", f"{day.year}"), ("ÅÅ", f"{day.year % 100:02}")):
        shape = shape.replace(part, written)
    ask = (f"Skriv {day.year} års nummer på nästa rad, och ta bort tecknet # där.{before}", f"diarienummer: {shape}")
    said = f"{header.title}: {day.year} års diarienummer är inte känt och är utelämnat. Skriv in det i filen.{before}"
    return header, {**remark, "samlingsnummer": ask}, [said]


def _letter(body: BodyHeader, summons: SummonsHeader, schedule: ScheduleHeader | None) -> str:
    """The letter as Markdown: the call itself, whom to tell about absence, and the steps before and after.

    Every date in it is a macro, so that it follows the meeting when it moves.
    """
    steps = [step for step in (schedule.steps if schedule else ()) if _CALLABLE.fullmatch(step.id)]
    absence = summons.absence.step if summons.absence else None
    before = sorted((step for step in steps if step.offset < 0 and step.id != absence), key=lambda step: step.offset)
    after = sorted((step for step in steps if step.offset >= 0), key=lambda step: step.offset)
    parts = [f"{markdown(body.name)} kallas till sammanträde. {_where(summons)}".strip()]
    parts += _groups(summons)
    parts += _absence(summons, {step.id for step in steps})
    if before:
        parts += ["## Före sammanträdet", _listed(before)]
    if after:
        parts += ["## Efter sammanträdet", _listed(after)]
    return "\n\n".join(parts) + "\n"


def _where(summons: SummonsHeader) -> str:
    start = f"Det börjar {clock(summons.time)}." if summons.time else ""
    return f"{start} {f'Plats: {markdown(summons.venue)}.' if summons.venue else ''}".strip()


def _groups(summons: SummonsHeader) -> list[str]:
    """A sentence for each group that gathers before the meeting."""
    said = [
        f"{markdown(group.group)} samlas{f' {hours(Hours(group.time))}' if group.time else ''}"
        f"{f', {markdown(group.venue)}' if group.venue else ''}."
        for group in summons.group_meetings
    ]
    return [" ".join(said)] if said else []


def _absence(summons: SummonsHeader, steps: set[str]) -> list[str]:
    if summons.absence is None:
        return []
    rows = [f"- Till: {markdown(summons.absence.to)}"]
    rows += [f"- Senast: {_deadline(summons.absence.step)}"] if summons.absence.step in steps else []
    return ["## Anmäl förhinder", "\n".join(rows)]


def _listed(steps: list[Step]) -> str:
    return "\n".join(f"- {markdown(step.name)}: {_deadline(step.id)}" for step in steps)


def _deadline(step_id: str | None) -> str:
    return f'{{{{ tidsfrist("{step_id}") }}}}'
