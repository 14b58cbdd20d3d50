"""Minutes on a day: their approvals and paragraphs, what may be told of each, found by item and meeting."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from macros import addresses
from macros.dates.after_meeting import latest_approval, latest_notice
from macros.facts.clauses import Way
from macros.facts.items import items_of
from macros.facts.notices import AllNotices, Posted
from macros.facts.paragraphs import Decided, ParagraphName, PartOfMinutes, is_withheld
from macros.facts.sittings import Sittings, sittings_of
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.attendance import Attendant
from macros.record.corrections import Correction
from macros.record.elected_names import called_on, names_in
from macros.record.item import ItemKind
from macros.record.minutes import SETTLED, Approval, MinutesHeader, Paragraph
from macros.record.moments import Moment
from macros.record.schema import Document, Keys


class MinutesState(enum.Enum):
    """How far minutes have come."""

    NOT_APPROVED = enum.auto()
    PARTLY_APPROVED = enum.auto()
    APPROVED = enum.auto()


@dataclass(frozen=True)
class Minuted:
    """The minutes of one meeting on a day, its approvals and paragraphs in order.

    `header` calls everybody as on the meeting's day, so that equal names are one person; the document, as written.
    """

    body: Body
    meeting: Meeting
    document: Document[MinutesHeader]
    header: MinutesHeader
    parts: tuple[PartOfMinutes, ...]
    decided: tuple[Decided, ...]
    today: dt.date

    @property
    def date(self) -> dt.date:
        """The day the meeting was held, the first of several: those who were there had their mandates on it."""
        return self.meeting.date

    @property
    def body_name(self) -> str:
        """The body's name on the day."""
        return self.body.name_on(self.date)

    @cached_property
    def sittings(self) -> Sittings:
        """The meeting's days with their hours."""
        return sittings_of(self.meeting, self.header)

    @property
    def is_only_at_once(self) -> bool:
        """Whether what was approved at the meeting ("omedelbar") is all that is written of a longer agenda."""
        written = {slug for paragraph in self.header.paragraphs for slug in paragraph.items}
        at_once = all(approval.immediate for approval in self.header.approvals)
        return at_once and any(item.slug not in written for item in self.meeting.agenda)

    @property
    def is_going_on(self) -> bool:
        """Whether the meeting has a day left, so that its minutes need not be whole."""
        return self.today < self.meeting.last_day

    @property
    def address(self) -> str:
        """The minutes' page."""
        return addresses.minutes(self.body.id, self.meeting.id)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The paragraphs' numbers as they stand."""
        return tuple(one.number for one in self.decided)

    @property
    def paragraphs(self) -> Iterator[tuple[Keys, Paragraph]]:
        """Each paragraph with its way into the header."""
        return ((one.keys, one.paragraph) for one in self.decided)

    @property
    def runs_on(self) -> bool:
        """Whether each paragraph has the number after the one before."""
        return all(after == before + 1 for before, after in pairwise(self.numbers))

    @property
    def state(self) -> MinutesState:
        """How far the minutes have come."""
        if self.is_whole:
            return MinutesState.APPROVED
        return MinutesState.PARTLY_APPROVED if self.is_public else MinutesState.NOT_APPROVED

    @property
    def is_public(self) -> bool:
        """Whether anything of it is approved."""
        return any(part.approved for part in self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is approved: only then may what is said of the whole meeting be shown."""
        return all(part.approved for part in self.parts)

    @property
    def up_until(self) -> dt.date | None:
        """The last day of a notice that is up, the latest if there are several."""
        up = (notice for part in self.parts for notice in part.notices if notice.is_up(self.today))
        return max((notice.last_day.date for notice in up), default=None)

    @property
    def reviewable(self) -> tuple[PartOfMinutes, ...]:
        """The approved parts with a decision that can be appealed by "laglighetsprövning"."""
        reviewed = [one.part for one in self.decided if one.way is Way.REVIEW]
        return tuple(part for part in self.parts if part.approved and part in reviewed)

    @property
    def laga_kraft(self) -> dt.date | None:
        """The first day on which all that can be appealed may have gained laga kraft, as far as it is posted."""
        return max((part.laga_kraft for part in self.reviewable if part.laga_kraft), default=None)

    def taking_part(self, decided: Iterable[Decided]) -> list[str]:
        """Who surely took part in what is shown of these paragraphs, in the order of the attendance."""
        names = {name for one in decided if one.is_shown for name in self.header.taking_part(one.paragraph)}
        order = (*self.header.attendance.members, *self.header.attendance.serving)
        return [name for name in dict.fromkeys(one.name for one in order) if name in names]

    def perhaps_taking_part(self, decided: Decided) -> list[Attendant]:
        """Who may have taken part in what is shown of the paragraph: there by the clock alone, or for a part of it."""
        if not decided.is_shown:
            return []
        perhaps = self.header.may_take_part(decided.paragraph) - self.header.taking_part(decided.paragraph)
        everyone = (*self.header.attendance.members, *self.header.attendance.serving)
        return [one for one in everyone if one.name in perhaps and one.may_be_at(decided.number)]

    @cached_property
    def unknown_names(self) -> frozenset[str]:
        """Names of the attendance that are not in `ledamoter.md`; none where nothing is known of the members."""
        if self.body.members is None:
            return frozenset()
        members = self.body.members.header
        names = names_in(self.header.attendance)
        return frozenset(name for _, name in names if not members.meant_by(name, self.date))

    @cached_property
    def unclear_names(self) -> frozenset[str]:
        """Names of the minutes that may mean several persons."""
        members = self.body.members.header if self.body.members else None
        if members is None or not members.has_namesakes:
            return frozenset()
        return frozenset(name for _, name in names_in(self.header) if len(members.meant_by(name, self.date)) > 1)


@dataclass(frozen=True)
class Corrected:
    """A correction ("rättelse") of a paragraph, and the approved paragraph that it was decided in."""

    correction: Correction
    decided: Decided | None


class AllMinutes:
    """All minutes of an archive on a day, indexed once."""

    def __init__(self, archive: Archive, notices: AllNotices, today: dt.date) -> None:
        self._notices = notices
        self._today = today
        self._awaited_from: dict[str, tuple[Moment, str]] = {}
        self._minutes = {
            (body.id, meeting.id): self._minuted(body, meeting, meeting.minutes)
            for body in archive.bodies
            for meeting in body.meetings
            if meeting.minutes is not None
        }

    def _minuted(self, body: Body, meeting: Meeting, document: Document[MinutesHeader]) -> Minuted:
        header = called_on(meeting.date, body.members.header if body.members else None, document.header)
        parts = tuple(self._part(meeting, header, approval) for approval in header.approvals)
        decided = tuple(
            Decided(
                body,
                meeting,
                header,
                ("paragrafer", n),
                paragraph,
                items_of(meeting, paragraph.items),
                next((part for part in parts if paragraph.number in part.approval.paragraphs), None),
            )
            for n, paragraph in enumerate(header.paragraphs)
        )
        return Minuted(body, meeting, document, header, parts, decided, self._today)

    def _part(self, meeting: Meeting, header: MinutesHeader, approval: Approval) -> PartOfMinutes:
        led: dict[str, list[int]] = defaultdict(list)
        for paragraph in header.paragraphs:
            if paragraph.number in approval.paragraphs:
                # Who led what is withheld is not told by the paragraph itself: a change of chair says who was disqualified.
                withheld = is_withheld(paragraph, items_of(meeting, paragraph.items))
                name = approval.chair or header.attendance.chair if withheld else header.presiding(paragraph)
                led[name].append(paragraph.number)
        approved = approval.approved if approval.approved and approval.approved <= self._today else None
        posted = [notice for notice in self._notices.of_approval(meeting, approval) if notice.posted <= self._today]
        return PartOfMinutes(
            approval,
            tuple((name, tuple(numbers)) for name, numbers in led.items()),
            approved,
            latest_approval(meeting.last_day),
            latest_notice(approved) if approved else None,
            tuple(posted) if approved and len(posted) == len(approval.postings) else (),
        )

    def __iter__(self) -> Iterator[Minuted]:
        """All minutes, body by body in time order."""
        return iter(self._minutes.values())

    @cached_property
    def settled(self) -> list[Decided]:
        """The paragraphs that settled a matter, of the latest meeting first; lists that were only reported are none."""
        found = [
            decided
            for minuted in self
            for decided in minuted.decided
            if decided.outcome in SETTLED and any(item.header.kind is not ItemKind.DELEGATION for item in decided.items)
        ]
        return sorted(found, key=lambda one: (-one.meeting.date.toordinal(), one.body.id, one.number))

    def of_meeting(self, meeting: Meeting) -> Minuted | None:
        """The meeting's minutes."""
        return self._minutes.get((meeting.body_id, meeting.id))

    def are_awaited(self, body: Body, meeting: Meeting) -> bool:
        """Whether the meeting was held and its minutes are still to come.

        Awaited of a body that is followed, from its first minutes on and from where the archive begins ("arkivet_börjar"); of
        one that has none yet, for its latest meeting alone.
        """
        lacks = meeting.minutes is None and not meeting.is_cancelled and meeting.last_day <= self._today
        if not lacks or body.header.historical or meeting.date < (body.header.begins or dt.date.min):
            return False
        if body.id not in self._awaited_from:
            past = (one.order for one in body.meetings if one.last_day <= self._today and not one.is_cancelled)
            first = min((one.order for one in body.meetings if one.minutes is not None), default=None)
            self._awaited_from[body.id] = first or max(past)
        return meeting.order >= self._awaited_from[body.id]

    @cached_property
    def _by_item(self) -> dict[str, list[Decided]]:
        found: dict[str, list[Decided]] = defaultdict(list)
        for minuted in self:
            for one in minuted.decided:
                for item in one.items:
                    found[item.address].append(one)
        return found

    def of_item(self, item: AgendaItem) -> Sequence[Decided]:
        """The paragraphs that the item was treated in, in order: mostly one."""
        return self._by_item.get(item.address, ())

    @cached_property
    def _by_name(self) -> dict[tuple[str, ParagraphName], Decided]:
        return {
            (one.body.id, ParagraphName(one.meeting.id, one.number)): one for minuted in self for one in minuted.decided
        }

    def named(self, body_id: str, written: str) -> Decided | None:
        """The paragraph that a text such as `2026-05-13/52` means in the body's record."""
        name = ParagraphName.read(written)
        return self._by_name.get((body_id, name)) if name else None

    def corrected(self, decided: Decided) -> tuple[Corrected, ...]:
        """The corrections that stand beside what the paragraph says, if it may be told of."""
        corrections = decided.paragraph.corrections if decided.is_shown else ()
        return tuple(Corrected(one, self._decided_in(decided, one)) for one in corrections)

    def _decided_in(self, decided: Decided, one: Correction) -> Decided | None:
        found = self.named(decided.body.id, one.decided_in) if one.decided_in else None
        return found if found is not None and found.is_approved else None

    def announced_by(self, notice: Posted) -> tuple[Decided, ...]:
        """The paragraphs that a notice announces."""
        minuted = self.of_meeting(notice.meeting) if notice.meeting else None
        if minuted is None or notice.approval is None:
            return ()
        return tuple(one for one in minuted.decided if one.number in notice.approval.paragraphs)
