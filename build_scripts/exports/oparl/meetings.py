"""Meetings, with their agenda, what was decided, where they are held, and what is due before and after them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from build_scripts.exports.oparl.documents import Attachments, paper_of, printed
from build_scripts.exports.oparl.things import Maker, Thing, at, inside, known
from macros import addresses
from macros.dates import written
from macros.facts.clauses import Way
from macros.facts.documents import files_of
from macros.facts.items import shown
from macros.facts.meetings import steps
from macros.facts.minutes import Minuted
from macros.facts.notices import Posted
from macros.facts.paragraphs import Decided
from macros.pages import states, structured, wording
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.body import Openness
from macros.record.minutes import Appeal

_WAYS = {
    Way.REVIEW: Appeal.JUDICIAL_REVIEW.value,
    Way.ADMINISTRATIVE: Appeal.ADMINISTRATIVE_APPEAL.value,
    Way.IMPOSSIBLE: Appeal.NONE.value,
    Way.PREPARES: Appeal.NONE.value,
}
_PUBLIC = {Openness.OPEN: True, Openness.CLOSED: False}


def location(make: Maker, municipality: str, venue: str, **belongs: list[str]) -> Thing:
    """A place in a municipality, by its name: two that are written alike are one."""
    address = f"{addresses.slug(municipality)}/{addresses.slug(venue) or 'plats'}"
    page = make.municipalities[municipality][0].address
    return make.thing("Location", address, {"description": venue}, dict(belongs), of=[page])


def agenda(make: Maker, body: Body, meeting: Meeting, files: Attachments) -> list[Thing]:
    """What the meeting treats: its items, and the paragraphs that were about no item, each where its number puts it."""
    minuted = make.facts.minutes.of_meeting(meeting)
    places: list[tuple[int, Thing]] = []
    number = 0
    for place, item in enumerate(shown(meeting.items)):
        decided = make.facts.minutes.of_item(item)
        number = min((one.number for one in decided), default=number)
        places.append((number, _item(make, meeting, item, decided, place, files)))
    for one in minuted.decided if minuted else ():
        if one.is_shown and not one.paragraph.items:
            places.append((one.number, _paragraph(make, meeting, one, len(places))))
    return [thing for _, thing in sorted(places, key=lambda found: found[0])]


def _item(
    make: Maker, meeting: Meeting, item: AgendaItem, decided: Sequence[Decided], order: int, files: Attachments
) -> Thing:
    if item.header.withdrawn is not None:
        return make.deleted("AgendaItem", item.address, item.header.withdrawn)
    header, id = item.header, make.id("AgendaItem", item.address)
    told = [one for one in decided if one.is_shown]
    said = {
        "number": str(item.number) if item.number else None,
        "order": order,
        "name": item.title,
        "public": _PUBLIC.get(meeting.header.openness) if meeting.header.openness else None,
        "consultation": make.id("Consultation", item.address),
        **_decision(make, told),
        "auxiliaryFile": inside(files.of(item.document.path, agendaItem=id)),
        "namnd:paper": make.id("Paper", paper_of(make, item)),
        "namnd:withheld": header.reason.value if header.reason and not item.is_public else None,
        "namnd:struck": header.struck.date if header.struck else None,
        "web": make.url(item.address),
    }
    belongs = {"meeting": make.id("Meeting", meeting.address)}
    return make.thing("AgendaItem", item.address, said, belongs, of=[item.address, *(one.address for one in told)])


def _paragraph(make: Maker, meeting: Meeting, one: Decided, order: int) -> Thing:
    said = {
        "order": order,
        "name": wording.paragraph_title(one),
        **_decision(make, [one]),
        "web": make.url(one.address),
    }
    return make.thing("AgendaItem", one.address, said, {"meeting": make.id("Meeting", meeting.address)})


def _decision(make: Maker, told: list[Decided]) -> dict[str, Any]:
    """What was decided: OParl has one result of an item, which several paragraphs may have decided."""
    outcomes = dict.fromkeys(states.state(one.outcome).word for one in told if one.outcome)
    return {
        "result": "; ".join(outcomes),
        "resolutionText": "\n".join(text for one in told for text in one.texts),
        "namnd:paragraph": [
            known(
                {
                    "number": one.number,
                    "approved": one.part.approved if one.part else None,
                    "appeal": _appeal(one),
                    "vote": make.url(addresses.VOTES) if one.paragraph.votes else None,
                    "web": make.url(one.address),
                }
            )
            for one in told
        ],
    }


def _appeal(one: Decided) -> dict[str, Any]:
    """How it can be appealed; the last day where one can be counted. Source: KL 13:2-3, 13:5."""
    part = one.part if one.way is Way.REVIEW else None
    last = part.last_day if part and not part.removed_early else None
    said = {"way": _WAYS.get(one.way), "lastDay": last.date if last else None}
    return known({**said, "earliestLagaKraft": part.laga_kraft if part else None})


def notice(make: Maker, one: Posted) -> dict[str, Any]:
    """A notice, with the last day of appeal or, where that means nothing, the last day that it is up."""
    last = "lastDayOfAppeal" if one.is_reviewable else "lastDay"
    said = {
        "posted": one.posted,
        last: None if one.removed_early else one.last_day.date,
        "removedEarly": one.removed_early,
        "municipality": one.municipality,
        "paragraph": [paragraph.number for paragraph in one.paragraphs],
        "web": make.url(one.address),
    }
    return known(said)


def meeting(make: Maker, body: Body, one: Meeting, items: list[Thing], files: Attachments) -> Iterator[Thing]:
    """The meeting, and the call and the minutes as files."""
    header, minuted, id = one.header, make.facts.minutes.of_meeting(one), make.id("Meeting", one.address)
    call = printed(make, one.address, "Föredragningslista", meeting=[id]) if one.items else None
    protocol = printed(make, minuted.address, "Protokoll", meeting=[id]) if minuted and minuted.is_public else None
    attachments = [file for document in files_of(one) for file in files.of(document.path, meeting=id)]
    place = location(make, body.header.municipality, header.venue) if header.venue else None
    begins, ends = structured.begins(one), structured.ends(one)
    said = {
        "name": f"{wording.meeting_kind(one)} {written.several_dates(one.days)}, {body.name_on(one.date)}",
        "meetingState": header.state.value,
        "cancelled": one.is_cancelled,
        "start": at(begins) if isinstance(begins, dt.datetime) else None,
        "end": at(ends) if isinstance(ends, dt.datetime) else None,
        "location": place.said if place else None,
        "organization": [make.id("Organization", body.address)],
        "participant": _participants(make, body, minuted),
        "invitation": call.said if call else None,
        "resultsProtocol": protocol.said if protocol else None,
        "auxiliaryFile": inside(attachments),
        "agendaItem": inside(items),
        "namnd:days": [day.isoformat() for day in one.days],
        "namnd:kind": header.kind.value,
        "namnd:movedFrom": [move.old.isoformat() for move in header.moves],
        "namnd:deadline": [
            known({"name": due.step.name, "date": due.date, "for": due.step.audience}) for due in steps(body, one.date)
        ],
        "namnd:notice": [notice(make, posted) for part in minuted.parts for posted in part.notices]
        if minuted
        else None,
        "namnd:invented": body.header.invented or None,
        "web": make.url(one.address),
    }
    pages = [one.address, *(item.address for item in one.items), *([minuted.address] if minuted else [])]
    yield make.thing("Meeting", one.address, said, of=pages)
    yield from (file for file in (call, protocol) if file)


def _participants(make: Maker, body: Body, minuted: Minuted | None) -> list[str]:
    """Those who were there, where all of the minutes are approved: members and serving substitutes whom their names tell."""
    if minuted is None or not minuted.is_whole:
        return []
    attendance = minuted.header.attendance
    names = dict.fromkeys(row.name for row in (*attendance.members, *attendance.serving, *attendance.substitutes))
    found = (make.facts.people.called(body, name, minuted.date) for name in names)
    return [make.id("Person", one.address) for one in found if one]
