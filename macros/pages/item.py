"""An item's page ("ärende"): the proposal first, then the report, the attachments, and where the matter goes."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from macros.facts.awaited import DECIDED_KINDS, decision_due
from macros.facts.day import Day
from macros.facts.items import holds_lists, shown
from macros.facts.meetings import lists_of
from macros.facts.paragraphs import Decided
from macros.pages import attachments, record_page, states, structured, wording
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import ParagraphView, naming, view_of
from macros.pages.record_page import Found, Link
from macros.pages.reports import report
from macros.pages.request import letters, naming_of, place_of, recipient
from macros.pages.templating import root_from
from macros.pages.tombstone import tombstone
from macros.pages.word_by_word import Difference, difference
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.minutes import Outcome

KIND = "Ärende"


@dataclass(frozen=True)
class Treated:
    """A paragraph in which the item was treated, and how its words differ from the proposal."""

    view: ParagraphView
    difference: Difference | None


class StopState(enum.Enum):
    """Where a stop of the route lies, seen from the item and the day."""

    PASSED = enum.auto()
    NOW = enum.auto()
    COMING = enum.auto()


@dataclass(frozen=True)
class Stop:
    """A stop of the route as a reader meets it; `name` is the id where the body is not in the archive."""

    name: str
    date: dt.date | None
    note: str | None
    link: Link | None
    state: StopState


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each item of each meeting and for each matter without a meeting."""
    for body in facts.archive.bodies:
        for meeting in body.meetings:
            told = shown(meeting.items)
            for before, item, after in zip((None, *told), told, (*told[1:], None), strict=False):
                if item.header.withdrawn is None:
                    yield _promise(facts, inputs, item, partial(_page, facts, body, item, meeting, before, after))
            yield from (
                _promise(facts, inputs, item, partial(_withheld, facts, body, item, meeting))
                for item in meeting.items
                if item.header.withdrawn or item not in told
            )
        for item in body.matters:
            withheld = item.header.withdrawn or item not in shown(body.matters)
            yield _promise(facts, inputs, item, partial(_withheld if withheld else _page, facts, body, item))


def _promise(facts: Day, inputs: Inputs, item: AgendaItem, make: Callable[[], Page]) -> Promise:
    """The neighbours are of the item's own folder."""
    elsewhere = (
        _continued(facts, facts.items.shown(item.body_id, item.header.continues)),
        moved_to(facts, item),
        _continued(facts, facts.items.continued_by(item)),
        decision_due(facts, item),
        *_route(facts, item),
    )
    return Promise(item.address, KIND, make, (inputs.item(item), *map(str, elsewhere)))


def path_of(body: Body, meeting: Meeting | None) -> list[Link]:
    """The way to an item: over its meeting, or over the body's list of matters."""
    path = [record_page.START, record_page.body_link(body)]
    if meeting is None:
        return [*path, record_page.cases_link(body)]
    return [*path, record_page.year_link(body, meeting.date.year), meeting_link(meeting)]


def meeting_link(meeting: Meeting) -> Link:
    """The meeting, called by its day."""
    return Link(f"{wording.meeting_kind(meeting)} {wording.plain_dates(meeting.days)}", meeting.address)


def _page(
    facts: Day,
    body: Body,
    item: AgendaItem,
    meeting: Meeting | None = None,
    before: AgendaItem | None = None,
    after: AgendaItem | None = None,
) -> Page:
    header, case = item.header, facts.case_of(item)
    minuted = [one for one in facts.minutes.of_item(item) if one.is_approved]
    decided = facts.minutes.of_item(item) if item.is_public else ()
    told = [one for one in decided if (one.is_titled or one.withdrawal) and one.is_approved]
    return record_page.page(
        facts,
        "item.html",
        item.address,
        item.title,
        _description(body, item, meeting),
        path_of(body, meeting),
        KIND,
        dated=meeting is not None and facts.matters_in(meeting),
        on=item.date,
        title=_title(facts, body, item, meeting),
        found=Found(
            "Handling",
            _bodies(facts, item),
            item.date,
            number=header.case_number,
            title=f"{states.STRUCK.word}: {item.title}" if header.struck else None,
            matter=case.address if case else item.address,
        ),
        body=body,
        data=structured.work(item, body),
        item=item,
        header=header,
        meeting=meeting,
        ahead=meeting is not None and meeting.last_day >= facts.today and not meeting.is_cancelled,
        meeting_link=meeting_link(meeting) if meeting else None,
        today=facts.today,
        due=decision_due(facts, item),
        case=case,
        numbers=_other_numbers(facts, item),
        lacks_proposal=header.kind in DECIDED_KINDS,
        report=report(item.document, item.address, item.title, 3) if item.is_public else "",
        attachments=attachments.of_item(facts, item),
        many_documents=any(shown.parts for shown in attachments.of_item(facts, item)),
        lists=lists_of(meeting) if meeting and item.is_public and holds_lists(item) else [],
        author=attachments.party(facts, header.author, item.date) if item.is_public and header.author else None,
        recipients=[attachments.party(facts, one, item.date) for one in header.recipients] if item.is_public else [],
        sent_to=[attachments.party(facts, to, item.date) for to in header.sent_to] if item.is_public else [],
        route=_route(facts, item) if item.is_public else [],
        about=naming_of(body, meeting, item),
        letters=letters(body, header.case_number or item.title, attachments.of_item(facts, item)),
        recipient=recipient(body, header.case_number or naming_of(body, meeting, item)),
        passed=meeting is not None and meeting.last_day < facts.today and not told and not header.struck,
        minuted=minuted,
        treated=[Treated(view_of(facts, one), _difference(one, decided)) for one in told],
        as_proposed=any(one.outcome is Outcome.AS_PROPOSED for one in told),
        moved_to=moved_to(facts, item),
        named=naming(facts, body, meeting.date if meeting and decided else facts.today, root_from(item.address)),
        before=_neighbour(before),
        after=_neighbour(after),
        continues=_continued(facts, facts.items.shown(item.body_id, item.header.continues)),
        continued=_continued(facts, facts.items.continued_by(item)),
    )


def _title(facts: Day, body: Body, item: AgendaItem, meeting: Meeting | None) -> str:
    """What the page is called among all others: many items of many meetings share a heading."""
    number = f" {item.number}" if item.number and not item.is_public else ""
    day = f", {wording.plain_dates(meeting.days)}" if meeting else ""
    return f"{item.title}{number}{day} – {facts.name(body, item.date)}"


def _difference(decided: Decided, all_of_item: Sequence[Decided]) -> Difference | None:
    """Proposal and decision compared, where one paragraph decided the whole of something else."""
    if len(all_of_item) > 1 or decided.outcome not in (Outcome.CHANGED, Outcome.REJECTED):
        return None
    proposals = tuple(proposal for item in decided.items for proposal in item.header.proposals)
    return difference(proposals, decided.texts) if proposals and decided.texts else None


def _bodies(facts: Day, item: AgendaItem) -> tuple[str, ...]:
    """Names of the bodies that the item is found under: its own and those of its route."""
    ids = dict.fromkeys((item.body_id, *(stop.body for stop in item.header.route)))
    bodies = (body for body_id in ids if (body := facts.archive.body(body_id)))
    return tuple(name for body in bodies for name in record_page.found_under(facts, body, item.date))


def _other_numbers(facts: Day, item: AgendaItem) -> list[tuple[str, str]]:
    """(number, body's name) of the same matter in other bodies' diaries."""
    bodies = ((other, facts.archive.body(other.body)) for other in item.header.other_numbers)
    return [(other.number, body.name_on(item.date) if body else other.body) for other, body in bodies]


def _route(facts: Day, item: AgendaItem) -> list[Stop]:
    """What the item says of its way ("beslutsgång"), else where its case has been and is to go, if that is several bodies.

    A meeting that was cancelled, and a stop that another item foresaw for a day that has passed without one, were none.
    """
    if item.route:
        return [_stop(facts, item, stop.body, stop.date, stop.note) for stop in item.route]
    case = facts.case_of(item)
    if case is None or case.collective or item.meeting_date is None or item.header.struck is not None:
        return []
    met = dict.fromkeys(
        (event.body_id, event.date)
        for event in case.events
        if event.item
        and event.item.is_public
        and event.item.header.struck is None
        and (event.stop or event.item.meeting_date)
        and (event.date is None or event.date > facts.today or _was_held(facts, event.body_id, event.date))
    )
    return [_stop(facts, item, *stop) for stop in met] if len({body_id for body_id, _ in met}) > 1 else []


def _was_held(facts: Day, body_id: str, date: dt.date) -> bool:
    """Whether a meeting that was not cancelled is known on the day; of a body outside the archive nobody knows otherwise."""
    if facts.archive.body(body_id) is None:
        return True
    meeting = facts.meetings.on(body_id, date)
    return meeting is not None and not meeting.is_cancelled


def _stop(facts: Day, item: AgendaItem, body_id: str, date: dt.date | None, note: str | None = None) -> Stop:
    body = facts.archive.body(body_id)
    state = StopState.COMING if date is None or date > facts.today else StopState.PASSED
    if (body_id, date) == (item.body_id, item.date):
        state = StopState.NOW
    if body is None:
        return Stop(body_id, date, note, None, state)
    meeting = facts.meetings.on(body.id, date)
    return Stop(body.name_on(date), date, note, meeting_link(meeting) if meeting else None, state)


def _continued(facts: Day, item: AgendaItem | None) -> Link | None:
    """An earlier item that this one takes up again, or a later one that takes up this one, with its meeting."""
    if item is None:
        return None
    meeting = facts.archive.meeting(item.body_id, item.meeting_id)
    at = f", {wording.that_meeting(meeting_link(meeting).text)}" if meeting else ""
    return Link(f"{item.title}{at}", item.address)


def moved_to(facts: Day, item: AgendaItem) -> Link | None:
    """Where an item that was struck from the agenda ("utgår") is taken up instead: the item there, else the meeting."""
    struck = item.header.struck
    if struck is None or struck.moved_to is None:
        return None
    meeting = facts.archive.meeting(item.body_id, struck.moved_to)
    after = facts.items.continued_by(item)
    if after is not None and after.meeting_id == struck.moved_to and meeting:
        return Link(f"{meeting_link(meeting).text}, punkt {after.number}", after.address)
    return meeting_link(meeting) if meeting else None


def _neighbour(item: AgendaItem | None) -> Link | None:
    if item is None:
        return None
    return Link(f"{item.number}. {item.title}" if item.number else item.title, item.address)


def _description(body: Body, item: AgendaItem, meeting: Meeting | None) -> str:
    at = (
        f"{wording.meeting_kind(meeting)} {wording.plain_dates(meeting.days)}"
        if meeting
        else "Sammanträdet är inte känt"
    )
    number = f" Diarienummer {item.header.case_number}." if item.header.case_number else ""
    return f"{wording.ITEM_KINDS[item.header.kind]} i {body.name_on(item.date)}. {at}.{number}"


def _withheld(facts: Day, body: Body, item: AgendaItem, meeting: Meeting | None = None) -> Page:
    """What stands at the address of an item that was withdrawn or is not published."""
    header = item.header
    withdrawn = header.withdrawn is not None
    return tombstone(
        facts,
        body,
        item.address,
        item.title,
        path_of(body, meeting) if withdrawn else [record_page.START, record_page.body_link(body)],
        KIND,
        header,
        title=_title(facts, body, item, meeting) if withdrawn else None,
        number=header.case_number if withdrawn else None,
        place=place_of(body, meeting, item) if meeting and not withdrawn else None,
    )
