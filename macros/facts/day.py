"""The archive on a day: where everything that follows from the record is asked for, each made once and only when asked for."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.dates.after_meeting import LONGEST_TIME
from macros.facts.assignments import AllAssignments
from macros.facts.case_state import CaseStatus, related, status_of
from macros.facts.cases import AllCases, Case
from macros.facts.documents import Attached, attached
from macros.facts.history import AllHistory
from macros.facts.items import AllItems, shown
from macros.facts.meetings import AllMeetings, MeetingDay
from macros.facts.minutes import AllMinutes
from macros.facts.notices import AllNotices
from macros.facts.people import AllPeople
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.loose_dates import EXACT_DATE
from macros.record.schema import Document


@dataclass(frozen=True)
class Day:
    """The archive as it stands on `today`."""

    archive: Archive
    today: dt.date

    def matters_on(self, date: dt.date) -> bool:
        """Whether the day matters to what is told of a date: it is ahead, or so late that a time may still run from it."""
        return date >= self.today - LONGEST_TIME

    def matters_to(self, *documents: Document[Any]) -> bool:
        """Whether the day matters to what the documents tell: one of them names a date so late that it does."""
        limit = (self.today - LONGEST_TIME).isoformat()
        return any(day >= limit for found in documents for day in EXACT_DATE.findall(found.source.header))

    def matters_in(self, meeting: Meeting) -> bool:
        """Whether the day matters to what the meeting's folder tells."""
        return self.matters_to(meeting.document, *((meeting.minutes,) if meeting.minutes else ()))

    def matters_at(self, found: MeetingDay) -> bool:
        """Whether the day matters to what is told of a meeting or a planned day."""
        return self.matters_in(found.meeting) if found.meeting else self.matters_on(max(found.days))

    @cached_property
    def meetings(self) -> AllMeetings:
        """Meetings and planned days."""
        return AllMeetings(self.archive, self.minutes, self.today)

    @cached_property
    def items(self) -> AllItems:
        """Items, by name and by what leads to them."""
        return AllItems(self.archive)

    @cached_property
    def notices(self) -> AllNotices:
        """Notices: which are up, which have been."""
        return AllNotices(self.archive, self.today)

    @cached_property
    def minutes(self) -> AllMinutes:
        """Minutes with their approvals and paragraphs."""
        return AllMinutes(self.archive, self.notices, self.today)

    @cached_property
    def _waiting(self) -> frozenset[str]:
        """The paths of minutes that are not wholly approved."""
        return frozenset(one.document.path for one in self.minutes if not one.is_whole)

    @cached_property
    def open_files(self) -> Mapping[str, str]:
        """Address → path of every attachment's file that readers may open on the day."""
        return dict(self.items.published_files(self._waiting))

    @cached_property
    def open_attachments(self) -> Mapping[str, list[Attached]]:
        """Path of a file of the record → its attachments that readers may open on the day, as they are written."""
        found: dict[str, list[Attached]] = defaultdict(list)
        for one in attached(self.archive):
            if one.address in self.open_files and one.document.path not in self._waiting:
                found[one.document.path].append(one)
        return found

    @cached_property
    def withdrawn_files(self) -> Mapping[str, dt.date]:
        """Address → day of every file that readers could open and that was withdrawn.

        Of one that was never released, or whose address is hidden, nothing is told: its name may be what must not be.
        """
        released = self.archive.released.addresses.first
        return {address: day for address, day in self.items.withdrawn_files().items() if address in released}

    @cached_property
    def people(self) -> AllPeople:
        """The elected representatives, by body and name."""
        return AllPeople(self.archive, self.minutes)

    @cached_property
    def assignments(self) -> AllAssignments:
        """What the decisions tell somebody to do."""
        return AllAssignments(self.minutes, self.today)

    @cached_property
    def cases(self) -> AllCases:
        """All cases, by number."""
        return AllCases(self.archive)

    @cached_property
    def _case_status(self) -> dict[str, CaseStatus]:
        return {
            case.address: status_of(case, self.archive, self.minutes, self.assignments, self.today)
            for case in self.cases.all
        }

    def status(self, case: Case) -> CaseStatus:
        """How far the case has come."""
        return self._case_status[case.address]

    @cached_property
    def related(self) -> dict[str, list[Case]]:
        """Address of a case → the cases that it is related to."""
        return related(self.archive, self.items, self.cases)

    @cached_property
    def history(self) -> AllHistory:
        """What a reader may know of each page's past."""
        return AllHistory(self.archive, self.minutes, self.cases, self.today)

    def bodies_of(self, case: Case) -> list[Body]:
        """The bodies that a case has been through, in the order of its events."""
        ids = dict.fromkeys(event.body_id for event in case.events)
        return [body for body_id in ids if (body := self.archive.body(body_id))]

    def is_invented(self, case: Case) -> bool:
        """Whether the case is an example: one of its bodies is."""
        return any(body.header.invented for body in self.bodies_of(case))

    def case_of(self, item: AgendaItem) -> Case | None:
        """The item's case, if it has a number."""
        return self.cases.of(item.body_id, item.header.case_number)

    @cached_property
    def _cases_by_body(self) -> dict[str, list[Case]]:
        cases: dict[str, list[Case]] = defaultdict(list)
        for case in self.cases.all:
            for body_id in {event.body_id for event in case.events}:
                cases[body_id].append(case)
        return cases

    def cases_in(self, body: Body) -> list[Case]:
        """The cases in which the body has an item, a delegated decision or a stop of a route."""
        return self._cases_by_body.get(body.id, [])

    def has_list_of_cases(self, body: Body) -> bool:
        """Whether the body has a list of cases, or of items without a number."""
        items = tuple(body.items)
        return bool(self.cases_in(body) or shown(items) or any(item.header.withdrawn for item in items))

    @cached_property
    def _bodies_named(self) -> Counter[str]:
        return Counter(name for body in self.archive.body_by_id.values() for name in body.header.names)

    def name(self, body: Body, day: dt.date | None = None) -> str:
        """The body's name, on the day if one is told, where bodies of several municipalities stand together.

        The municipality follows if another has the same.
        """
        name = body.name_on(day)
        return name if self._bodies_named[name] < 2 else f"{name}, {body.header.municipality}"
