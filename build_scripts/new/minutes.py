"""New minutes ("protokoll"): paragraphs from the agenda with numbers that go on, and everybody who may have been there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from build_scripts.new.new_files import NewFile, NewFiles, NewValue, header_of
from build_scripts.new.writing import Remarks, file_text
from build_scripts.project import WrongUse
from macros.dates.after_meeting import LastDay, latest_approval
from macros.dates.written import date, listing, weekday_date
from macros.facts.clauses import Effect, clauses_of
from macros.planning.numbering import next_paragraph, without_minutes
from macros.record import layout
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import ItemKind
from macros.record.members import MembersHeader, Role
from macros.record.minutes import Appeal, MinutesHeader, Outcome
from macros.record.summons import MeetingState

NOT_DECIDED = (ItemKind.REPORTED, ItemKind.DELEGATION, ItemKind.INFORMATION, ItemKind.FOLLOW_UP, ItemKind.MEMORANDUM)
"""Kinds that are noted rather than decided; by custom nothing of them can be appealed. Source: KL 13:2."""

SECRETARY = "Nämndsekreterare"
"""The office that mostly keeps the minutes, put in for now."""


def new_minutes(
    body: Body, meeting: Meeting, today: dt.date, chair: str | None = None, approver: str | None = None
) -> NewFiles:
    """The minutes' file, sound as it is, with remarks at what a person has to say."""
    path = layout.MINUTES.at(meeting.document.folder)
    _refuse(meeting, path, today)
    first = next_paragraph(body, meeting)
    paragraphs = list(_paragraphs(meeting, first))
    if not paragraphs:
        raise WrongUse(
            f"sammanträdet {meeting.id} har inga ärenden att protokollföra. Lägg till dem med klubbat ny ärende."
        )
    attendance, guess = _attendance(body, meeting, chair, approver)
    last = first + len(paragraphs) - 1
    approval: dict[str, Any] = {"paragrafer": f"{first}-{last}" if last > first else str(first), "justerare": [guess]}
    if body.header.minutes_kept_at:
        approval["förvaras"] = body.header.minutes_kept_at
    keys = {"närvarande": attendance, "sekreterare": SECRETARY, "paragrafer": paragraphs, "justeringar": [approval]}
    header = header_of(MinutesHeader, keys)
    due = latest_approval(meeting.last_day)
    held = meeting.header.state is MeetingState.HELD
    return NewFiles(
        files=(NewFile(path, file_text(header, "", _remarks(guess, approver, due))),),
        values=() if held else (NewValue(meeting.document, ("läge",), MeetingState.HELD.value),),
        told=tuple(_told(body, meeting, guess, approver, first, last)),
        then=(
            f"Gå igenom närvarande, utfall och beslut i {path}.",
            f"Låt protokollet justeras senast {weekday_date(due.strict)}, och skriv då justerat: med dagen.",
            "Det som inte är justerat visas inte på webbplatsen.",
        ),
    )


def _refuse(meeting: Meeting, path: str, today: dt.date) -> None:
    if meeting.minutes is not None:
        raise WrongUse(f"{path} finns redan och skrivs aldrig över.")
    if meeting.is_cancelled:
        raise WrongUse(f"sammanträdet {weekday_date(meeting.date)} är inställt och har inget protokoll.")
    if meeting.date > today:
        raise WrongUse(f"sammanträdet hålls först {weekday_date(meeting.date)}. Protokollet kan skrivas den dagen.")


def _paragraphs(meeting: Meeting, first: int) -> Iterator[dict[str, Any]]:
    """The points that get a paragraph, then the items in order."""
    noted = {"utfall": Outcome.NOTED.value, "överklagande": Appeal.NONE.value}
    points = [{"punkt": point.name, **noted} for point in meeting.header.points if point.numbered]
    items = [{"ärende": item.slug, **_outcome(item)} for item in meeting.agenda]
    for number, said in enumerate([*points, *items], first):
        yield {"nummer": str(number), **said}


def _outcome(item: AgendaItem) -> dict[str, Any]:
    """As proposed where there is a proposal, else noted; of what is not shown only that it is not."""
    if item.is_withheld:
        return {"utfall": Outcome.WITHHELD.value}
    said = {"utfall": (Outcome.AS_PROPOSED if item.header.proposals else Outcome.NOTED).value}
    return said | ({"överklagande": Appeal.NONE.value} if item.header.kind in NOT_DECIDED else {})


def _proposing(body: Body, meeting: Meeting, first: int) -> Iterator[str]:
    """What of the agenda's proposals is only proposed to another body, and what can be read in both ways. Source: KL 13:2."""
    start = first + sum(point.numbered for point in meeting.header.points)
    for number, item in enumerate(meeting.agenda, start):
        if not item.is_public or not item.header.proposals or item.header.kind in NOT_DECIDED:
            continue
        about_motion = item.header.kind in (ItemKind.MOTION, ItemKind.MOTION_RESPONSE)
        clauses = clauses_of(item.header.proposals, body.header, about_motion)
        effects = {clause.effect for clause in clauses}
        named = listing(list(dict.fromkeys(one.receiver for one in clauses if one.effect is Effect.PROPOSES)))
        if effects == {Effect.PROPOSES}:
            yield f"§ {number} förbereder bara ett beslut: den föreslår något till {named}, och kan inte överklagas."
        elif Effect.PROPOSES in effects:
            yield f"§ {number} beslutar något och föreslår något till {named}. Bara det egna beslutet kan överklagas."
        elif Effect.UNCLEAR in effects:
            yield f"§ {number} kan läsas både som ett beslut och som ett förslag. Skriv vem som beslutar."


def _attendance(body: Body, meeting: Meeting, chair: str | None, approver: str | None) -> tuple[dict[str, Any], str]:
    """Everybody who has a mandate on the day, to be cut down to those who came; and the approver, said or put in for now."""
    members = body.members.header if body.members else None
    if members is None:
        if chair is None or approver is None:
            raise WrongUse(
                f"{body.id} har ingen ledamoter.md. Skriv den först, eller ange --ordförande NAMN och --justerare NAMN."
            )
        people = [chair] if chair == approver else [chair, approver]
        return {"ordförande": chair, "ledamöter": [{"namn": name} for name in people]}, approver
    names = [person.label_on(meeting.date) for person in members.members_on(meeting.date)]
    substitutes = [person.label_on(meeting.date) for person in members.substitutes_on(meeting.date)]
    chair, approver = (
        _elected(members, meeting.date, option, name)
        for option, name in (("--ordförande", chair), ("--justerare", approver))
    )
    leading = chair or _chair(members, meeting.date)
    there = [name for name in names if name != leading]
    if leading is None or not there:
        raise WrongUse(f"ledamoter.md har för få ledamöter {date(meeting.date)}. Rätta från: och till: i den.")
    attendance: dict[str, Any] = {"ordförande": leading, "ledamöter": [{"namn": name} for name in (leading, *there)]}
    if substitutes:
        attendance["ersättare"] = [{"namn": name} for name in substitutes]
    return attendance, approver or there[0]


def _elected(members: MembersHeader, day: dt.date, option: str, name: str | None) -> str | None:
    """How the one whom an option names is shown on the day; who is nobody then, or one of several, is refused."""
    if name is None:
        return None
    meant = [person for person in members.meant_by(name, day) if person.role_on(day)]
    if len(meant) > 1:
        raise WrongUse(f"{option}: {name} kan vara {' eller '.join(person.label_on(day) for person in meant)}.")
    if not meant:
        raise WrongUse(f"{option}: {name} står inte i ledamoter.md som ledamot eller ersättare den dagen.")
    return meant[0].label_on(day)


def _chair(members: MembersHeader, day: dt.date) -> str | None:
    """The chair on the day, else the vice chair next in turn."""
    by_role = {person.role_on(day): person.label_on(day) for person in members.persons}
    return next(
        (by_role[role] for role in (Role.CHAIR, Role.FIRST_VICE_CHAIR, Role.SECOND_VICE_CHAIR) if role in by_role), None
    )


def _remarks(guess: str, approver: str | None, due: LastDay) -> Remarks:
    placed = () if approver else (f"Skriv den som valdes till justerare. {guess} står här bara så länge.",)
    return {
        "närvarande": (
            "Alla som har uppdrag den dagen står här. Ta bort dem som inte var med.",
            "En ersättare som tjänstgjorde flyttas till tjänstgörande_ersättare: med namn: och för: (ledamoten).",
        ),
        "paragrafer": (
            "Utfall: enligt förslag, ändrat, avslag, återremiss, bordlagt, utgår eller noteras.",
            "Ett annat beslut än förslaget skrivs under beslut:, en sats per rad.",
            "Överklagande: utan nyckeln gäller laglighetsprövning. Kontrollera varje paragraf.",
        ),
        "justeringar": (
            *placed,
            f"När det är justerat, senast {due.strict}{due.by_sunday_rule_too()}: skriv justerat: och dagen sist här.",
            "När det är anslaget: skriv anslag: och under det en rad - anslaget: med dagen.",
        ),
    }


def _told(body: Body, meeting: Meeting, guess: str, approver: str | None, first: int, last: int) -> Iterator[str]:
    yield f"Protokollet har § {first}." if first == last else f"Protokollet har §§ {first}–{last}."
    if missing := without_minutes(body, meeting):
        days = listing([date(other.date) for other in missing])
        yield f"Det saknas protokoll för {days}. Skriv de protokollen också, och räkna om numren här."
    yield from _proposing(body, meeting, first)
    if approver is None:
        yield f"{guess} står som justerare bara så länge: skriv den som valdes."
    if any(item.is_withheld for item in meeting.items):
        yield "Ärenden som inte visas har bara sitt nummer. Skriv inget mer om dem: git är offentligt."
