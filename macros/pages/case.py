"""A case's page ("ärende över tid"): everything with one case number, in time order; and the lists of cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from macros import addresses
from macros.dates.after_meeting import LastDay
from macros.dates.written import listing
from macros.facts.appeals import appeal_of
from macros.facts.awaited import decision_due
from macros.facts.cases import Case, Event
from macros.facts.day import Day
from macros.facts.items import shown
from macros.facts.minutes import Corrected
from macros.facts.paragraphs import Decided
from macros.pages import followed, record_page, subscriptions
from macros.pages.attachments import Shown, every, of_item
from macros.pages.counted import times_of_cases
from macros.pages.inputs import Inputs
from macros.pages.item import meeting_link
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import AppealLine, appeal_line, ballots_of
from macros.pages.record_page import Found, Link
from macros.record.archive import AgendaItem, Body
from macros.texts.alphabet import alphabetical

KIND = "Diarieärende"
MOST_LATEST = 20


@dataclass(frozen=True)
class Happening:
    """An event as a reader meets it: what, where, when; `meeting` is None where no meeting of the archive is meant.

    `due` is the last day for approving the minutes that are to tell what was decided.
    """

    event: Event
    body: Body | None
    meeting: Link | None
    ahead: bool
    decided: tuple[Decided, ...] = ()
    attachments: tuple[Shown, ...] = ()
    corrections: Mapping[int, tuple[Corrected, ...]] = field(default_factory=dict)
    in_short: Mapping[int, list[str]] = field(default_factory=dict)
    appeals: Mapping[int, AppealLine | None] = field(default_factory=dict)
    due: LastDay | None = None

    @property
    def body_name(self) -> str:
        """The body's name on the day, or what is written for one that the archive does not have."""
        return self.body.name_on(self.event.date) if self.body else self.event.body_id


@dataclass(frozen=True)
class CaseLine:
    """A case in a list: its latest known day, and how many events it holds."""

    case: Case
    latest: dt.date | None

    @property
    def year(self) -> int | None:
        """The year that the list puts it under."""
        return self.latest.year if self.latest else None


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """The index of all cases, each body's list, each case, and a page for each further number that leads to the main one."""
    yield Promise(addresses.CASES, KIND, partial(_index, facts))
    for body in facts.archive.bodies:
        if facts.has_list_of_cases(body):
            yield Promise(addresses.body_cases(body.id), KIND, partial(_list, facts, body))
    taken = {case.address for case in facts.cases.all}
    for case in facts.cases.all:
        yield Promise(case.address, KIND, partial(_page, facts, case), tuple(_inputs(facts, inputs, case)))
        for number, address in facts.cases.further(case):
            if address not in taken:
                taken.add(address)
                made_of = (number, case.number, case.address, case.title)
                yield Promise(address, KIND, partial(_further, facts, case, number, address), made_of)


def _inputs(facts: Day, inputs: Inputs, case: Case) -> Iterator[str]:
    """Where the case stands, what it is related to, and each of its events."""
    yield from (inputs.everybody, case.number, *case.further, case.diary_body_id)
    status = facts.status(case)
    yield from map(str, (case.collective, status.state, status.year))
    for one in status.assigned:
        yield from map(str, (one.state, one.reported and one.reported.place))
    yield from (f"{other.address} {other.number} {other.title}" for other in facts.related.get(case.address, ()))
    yield inputs.day(_day_matters(facts, case))
    for event in case.events:
        yield f"{event.date} {event.date is not None and event.date > facts.today} {event.body_id} {_meeting(facts, event)}"
        if event.item:
            yield f"{inputs.item(event.item)} {event.stop} {decision_due(facts, event.item)}"
        elif event.source:
            yield f"{event.source.address} {event.decision}"


def _day_matters(facts: Day, case: Case) -> bool:
    """Whether the day matters to what is told of the case: a meeting or a time that runs, or an assignment that waits."""
    status = facts.status(case)
    waits = any(not one.is_done for one in status.assigned) or (status.year is not None and not status.year.settled)
    items = (event.item for event in case.events if event.item)
    meetings = (facts.archive.meeting(item.body_id, item.meeting_id) for item in items)
    dates = (event.date for event in case.events if event.date)
    return waits or any(map(facts.matters_on, dates)) or any(facts.matters_in(found) for found in meetings if found)


def _page(facts: Day, case: Case) -> Page:
    happenings = [_happening(facts, event) for event in case.events]
    bodies = facts.bodies_of(case)
    diary = facts.archive.body(case.diary_body_id)
    dates = [event.date for event in case.events if event.date is not None]
    past = [date for date in dates if date <= facts.today]
    heading = f"Samlade handlingar: {case.title}" if case.collective else case.title
    title = f"{case.number}: {heading}"
    path = [
        record_page.START,
        *([record_page.body_link(diary), record_page.cases_link(diary)] if diary else [record_page.CASES]),
    ]
    subscribed = subscriptions.of_case(facts, case)
    made = record_page.page(
        facts,
        "case.html",
        case.address,
        heading,
        _description(case, bodies),
        path,
        KIND,
        dated=_day_matters(facts, case),
        title=title,
        crumb=case.number,
        found=Found(
            "Ärende",
            tuple(map(facts.name, bodies)),
            max(past or dates, default=None),
            number=case.number,
            title=title,
            matter=case.address,
            minor=not any(event.item for event in case.events),
        ),
        alternates=subscribed,
        case=case,
        bodies=bodies,
        further=_further_numbers(facts, case),
        happenings=happenings,
        latest=None if case.collective else _latest(happenings),
        today=facts.today,
        status=facts.status(case),
        related=facts.related.get(case.address, []),
        invented=facts.is_invented(case),
    )
    return followed.scripted(made) if subscribed else made


def _latest(happenings: list[Happening]) -> Happening | None:
    """The last time that anything was decided, where there is an earlier one above it that could be taken for it."""
    decided = [found for found in happenings if any(one.is_shown and one.texts for one in found.decided)]
    return decided[-1] if len(decided) > 1 else None


def _further_numbers(facts: Day, case: Case) -> list[tuple[str, str]]:
    """(number, name of the body in whose diary it stands) of the matter's further numbers."""
    diaries = facts.cases.diaries(case)
    return [(number, body.name if (body := facts.archive.body(body_id)) else body_id) for number, body_id in diaries]


def _happening(facts: Day, event: Event) -> Happening:
    body = facts.archive.body(event.body_id)
    ahead = event.date is not None and event.date > facts.today
    decided = facts.minutes.of_item(event.item) if event.item and not event.stop else ()
    return Happening(
        event,
        body,
        _meeting(facts, event),
        ahead,
        tuple(one for one in decided if one.is_shown or one.withdrawal),
        tuple(every(of_item(facts, event.item))) if event.item and not event.stop else (),
        {one.number: facts.minutes.corrected(one) for one in decided},
        {one.number: list(_in_short(facts, one)) for one in decided},
        {one.number: appeal_line(appeal_of(one, facts.today)) for one in decided},
        decision_due(facts, event.item) if event.item and not event.stop else None,
    )


def _in_short(facts: Day, decided: Decided) -> Iterator[str]:
    """The votes and dissents of a paragraph that may be told."""
    if decided.is_shown:
        for ballot in ballots_of(facts, decided):
            yield f"{ballot.name}: {ballot.totals}. {ballot.result}."
        for dissent in decided.paragraph.dissents:
            yield f"Reservation av {listing(dissent.names)}."


def _meeting(facts: Day, event: Event) -> Link | None:
    """The meeting that an item or a stop of a route belongs to, where the archive has it."""
    if event.item is None:
        return None
    meeting = facts.archive.meeting(event.item.body_id, event.item.meeting_id)
    if event.stop:
        meeting = facts.meetings.on(event.body_id, event.date)
    return meeting_link(meeting) if meeting else None


def _description(case: Case, bodies: list[Body]) -> str:
    if case.collective:
        return f"Handlingar som har fått numret {case.number} i {case.municipality}."
    return f"Ärendet {case.number} i {case.municipality}, genom alla sammanträden: {', '.join(body.name for body in bodies)}."


def _further(facts: Day, case: Case, number: str, address: str) -> Page:
    heading = f"{number}: samma ärende som {case.number}"
    return record_page.page(
        facts,
        "further_number.html",
        address,
        heading,
        f"Numret {number} gäller samma ärende som {case.number}.",
        [record_page.START, record_page.CASES],
        KIND,
        case=case,
        number=number,
    )


def _index(facts: Day) -> Page:
    cases = [line for line in _lines(facts.cases.all) if not line.case.collective]
    bodies = [body for body in facts.archive.bodies if facts.has_list_of_cases(body)]
    links = [Link(facts.name(body), addresses.body_cases(body.id)) for body in bodies]
    return record_page.page(
        facts,
        "cases.html",
        addresses.CASES,
        "Ärenden",
        "Alla ärenden i arkivet, med det senaste först.",
        [record_page.START],
        KIND,
        found=record_page.found_list(facts),
        latest=cases[:MOST_LATEST],
        total=len(cases),
        times=times_of_cases(facts),
        dated=True,
        bodies=sorted(links, key=lambda link: alphabetical(link.text)),
    )


def _list(facts: Day, body: Body) -> Page:
    lines = _lines(facts.cases_in(body))
    years = [(year, list(found)) for year, found in groupby(lines, lambda line: line.year)]
    return record_page.page(
        facts,
        "body_cases.html",
        addresses.body_cases(body.id),
        "Ärenden",
        f"Alla ärenden i {body.name}, efter diarienummer och år.",
        [record_page.START, record_page.body_link(body)],
        KIND,
        found=record_page.found_list(facts, body),
        body=body,
        years=years,
        unnumbered=_unnumbered(body),
    )


def _unnumbered(body: Body) -> list[AgendaItem]:
    """Items without a case number, latest first: no case leads to them."""
    found = [item for item in shown(tuple(body.items)) if item.header.case_number is None]
    return sorted(found, key=lambda item: item.date or dt.date.min, reverse=True)


def _lines(cases: Iterable[Case]) -> list[CaseLine]:
    """The cases with the latest first, unknown days last; those of one day in order of number."""
    lines = [CaseLine(case, max((event.date for event in case.events if event.date), default=None)) for case in cases]
    lines.sort(key=lambda line: alphabetical(line.case.number))
    return sorted(lines, key=lambda line: line.latest or dt.date.min, reverse=True)
