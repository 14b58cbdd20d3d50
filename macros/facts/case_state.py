"""How far a case has come: open or decided, late or not, the year of a motion; and which other cases it is related to."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from macros.dates.after_meeting import decided_within_a_year
from macros.facts.assignments import AllAssignments, Assigned
from macros.facts.cases import AllCases, Case
from macros.facts.items import AllItems
from macros.facts.minutes import AllMinutes
from macros.facts.paragraphs import Decided
from macros.record.archive import AgendaItem, Archive
from macros.record.item import ItemKind
from macros.record.minutes import Outcome


class CaseState(enum.Enum):
    """How far a case has come."""

    OPEN = enum.auto()
    LATE = enum.auto()
    DECIDED = enum.auto()
    ASSIGNMENTS_LEFT = enum.auto()
    NOTED = enum.auto()
    WITHDRAWN = enum.auto()


_ENDED = {Outcome.NOTED: CaseState.NOTED, Outcome.WITHDRAWN: CaseState.WITHDRAWN}
_SETTLED = (Outcome.AS_PROPOSED, Outcome.DECIDED, Outcome.CHANGED, Outcome.REJECTED)
_YEARS = (ItemKind.MOTION, ItemKind.CITIZENS_PROPOSAL)
_RAISED = (*_YEARS, ItemKind.MEMBERS_INITIATIVE)
_ANSWERED = re.compile(r"\b(besvara|bifall|avslå|avslag)", re.IGNORECASE)
"""Words of a decision that settles a motion or the like the first time it is up; without them it is only sent on."""


@dataclass(frozen=True)
class Year:
    """The year within which a motion or a "medborgarförslag" is, if possible, decided; `settled` is the day it was.

    Source: KL 5:35, 6:34.
    """

    kind: ItemKind
    raised: dt.date
    ends: dt.date
    settled: dt.date | None


@dataclass(frozen=True)
class CaseStatus:
    """How far a case has come, the year it should end in, and its assignments; `state` is None where nothing can be told."""

    state: CaseState | None = None
    year: Year | None = None
    assigned: tuple[Assigned, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the case has not ended."""
        return self.state in (CaseState.OPEN, CaseState.LATE)

    @property
    def is_late(self) -> bool:
        """Whether it should have ended already."""
        return self.state is CaseState.LATE


def status_of(
    case: Case, archive: Archive, minutes: AllMinutes, assignments: AllAssignments, today: dt.date
) -> CaseStatus:
    """Open, decided or not known.

    Nothing is said of a collective number, nor of a body that is no longer followed ("historiskt"). A case is open while
    something is ahead, and while its latest item was tabled, referred back or has no approved minutes yet.
    """
    bodies = [body for body_id in {event.body_id for event in case.events} if (body := archive.body(body_id))]
    if case.collective or all(body.header.historical for body in bodies):
        return CaseStatus()
    decided = [one for item in case.items if (one := minutes.of_item(item))]
    assigned = tuple(found for one in decided for found in assignments.of_paragraph(one))
    year = _year(case, minutes)
    if not _is_ahead(case, today):
        if _is_unknown(case, archive, minutes):
            return CaseStatus(None, year, assigned)
        if settled := _settled(case, minutes):
            left = settled is CaseState.DECIDED and not all(found.is_done for found in assigned)
            return CaseStatus(CaseState.ASSIGNMENTS_LEFT if left else settled, year, assigned)
    late = year is not None and year.settled is None and today > year.ends
    return CaseStatus(CaseState.LATE if late else CaseState.OPEN, year, assigned)


def _year(case: Case, minutes: AllMinutes) -> Year | None:
    raised = next((item for item in case.items if item.header.kind in _YEARS and item.is_public), None)
    if raised is None or raised.date is None:
        return None
    settled = next(
        (one.meeting.date for item in case.items if (one := minutes.of_item(item)) and _settles(item, one)), None
    )
    return Year(raised.header.kind, raised.date, decided_within_a_year(raised.date), settled)


def _is_ahead(case: Case, today: dt.date) -> bool:
    """Whether a meeting or a stop of the route is still to come; a stop without a day has not been."""
    return any(event.date >= today if event.date else event.stop is not None for event in case.events)


def _is_unknown(case: Case, archive: Archive, minutes: AllMinutes) -> bool:
    """Whether the archive lacks what is needed: no items, or the latest one is withheld or of a body without minutes."""
    if not case.items:
        return True
    latest = case.items[-1]
    body = archive.body_by_id[latest.body_id]
    decided = minutes.of_item(latest)
    if decided is not None:
        return decided.is_withheld
    return not latest.is_public or latest.meeting_id is None or not any(meeting.minutes for meeting in body.meetings)


def _settled(case: Case, minutes: AllMinutes) -> CaseState | None:
    """What the case ended in; None while it has not ended."""
    if not case.items:
        return None
    decided = minutes.of_item(case.items[-1])
    if decided is None or not decided.is_shown:
        return None
    if decided.paragraph.outcome in _ENDED:
        return _ENDED[decided.paragraph.outcome]
    return CaseState.DECIDED if _settles(case.items[-1], decided) else None


def _settles(item: AgendaItem, decided: Decided) -> bool:
    if not decided.is_shown or decided.paragraph.outcome not in _SETTLED:
        return False
    only_raised = item.header.kind in _RAISED and item.header.continues is None
    return not only_raised or any(_ANSWERED.search(text) for text in decided.texts)


# Begun at the first of letters only: the rest of a word would be tried once more from each of its letters.
_NUMBER = re.compile(r"(?<![^\W\d_])[^\W\d_][\w-]*[/-][\w:/-]*\d")
_DIGIT = re.compile(r"\d")


def related(archive: Archive, items: AllItems, cases: AllCases) -> dict[str, list[Case]]:
    """Address of a case → the cases that it names or that name it: by number in a text, or by continuing an item of theirs."""
    found: dict[str, dict[str, Case]] = defaultdict(dict)
    beginnings = {_DIGIT.split(number, maxsplit=1)[0] for case in cases.all for number in (case.number, *case.further)}
    for item in archive.items:
        own = cases.of(item.body_id, item.header.case_number)
        if own is None or own.collective or not item.is_public:
            continue
        before = items.named(item.body_id, item.header.continues)
        continued = cases.of(item.body_id, before.header.case_number) if before else None
        for other in (continued, *_named(cases, item, beginnings)):
            if other is not None and other is not own and not other.collective:
                found[own.address][other.address] = other
                found[other.address][own.address] = own
    return {address: [others[key] for key in sorted(others)] for address, others in found.items()}


def _named(cases: AllCases, item: AgendaItem, beginnings: set[str]) -> Iterator[Case | None]:
    """The cases whose numbers stand in the item's words; `beginnings` are what numbers begin with before their first digit."""
    papers = (paper.document.body for paper in item.papers)
    for text in (item.document.body, *papers, *item.header.proposals):
        # Looked for first, since it is found much faster than what looks like a number.
        if any(beginning in text for beginning in beginnings if beginning):
            for number in _NUMBER.findall(text):
                yield cases.of(item.body_id, number)
