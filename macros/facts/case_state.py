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
from macros.record.minutes import TO_COME_BACK, Outcome


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
_YEARS = {ItemKind.MOTION: "KL 5:35", ItemKind.CITIZENS_PROPOSAL: "KL 6:34"}
"""What is to be decided within a year, and by which section."""

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

    @property
    def section(self) -> str:
        """The section that gives the year."""
        return _YEARS[self.kind]


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
    decided = {one.place: one for item in case.items for one in minutes.of_item(item)}
    assigned = tuple(found for one in decided.values() for found in assignments.of_paragraph(one))
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
        (one.meeting.date for item in case.items for one in minutes.of_item(item) if _settles(item, one)), None
    )
    return Year(raised.header.kind, raised.date, decided_within_a_year(raised.date), settled)


def _is_ahead(case: Case, today: dt.date) -> bool:
    """Whether a meeting or a stop of the route is still to come; a stop without a day has not been.

    A meeting whose agenda the item was struck from ("utgår") does not treat it.
    """
    events = (event for event in case.events if event.stop or not (event.item and event.item.header.struck))
    return any(event.date >= today if event.date else event.stop is not None for event in events)


def _is_unknown(case: Case, archive: Archive, minutes: AllMinutes) -> bool:
    """Whether the archive lacks what is needed: no items, or the latest one is withheld or of a body without minutes."""
    if not case.items:
        return True
    latest = _latest(case)
    body = archive.body_by_id[latest[0].body_id]
    if all(item.header.struck for item in latest):
        return False
    decided = [one for item in latest for one in minutes.of_item(item)]
    if decided:
        return any(one.is_withheld for one in decided)
    hidden = any(not item.is_public or item.meeting_id is None for item in latest)
    return hidden or not body.has_minutes


def _latest(case: Case) -> list[AgendaItem]:
    """The case's items of the meeting where it was up last: several decisions in one matter may be as many items."""
    last = case.items[-1]
    if last.meeting_id is None:
        return [last]
    return [item for item in case.items if (item.body_id, item.meeting_id) == (last.body_id, last.meeting_id)]


def _settled(case: Case, minutes: AllMinutes) -> CaseState | None:
    """What the case ended in; None while it has not ended, as when an item of it is only put off ("utgår", "till")."""
    latest = _latest(case)
    if any(item.header.struck and item.header.struck.moved_to for item in latest):
        return None
    left = [item for item in latest if item.header.struck is None]
    if not left:
        return CaseState.WITHDRAWN
    decided = [(item, one) for item in left for one in minutes.of_item(item)]
    outcomes = [one.outcome for _, one in decided]
    treated = {item.slug for item, _ in decided}
    if len(treated) < len(left) or None in outcomes or any(outcome in TO_COME_BACK for outcome in outcomes):
        return None
    if any(_settles(item, one) for item, one in decided):
        return CaseState.DECIDED
    return next((_ENDED[outcome] for outcome in outcomes if outcome in _ENDED), None)


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
