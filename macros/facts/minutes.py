"""What became of a meeting, as it stands on a day: paragraphs with their approval and notice, found by item and meeting."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros import addresses
from macros.dates.after_meeting import latest_approval, latest_notice
from macros.facts.decided import Decided, Part
from macros.facts.notices import Posted, notices
from macros.pages.wording import State, plain_date
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.minutes import Appeal, Approval, MinutesHeader


@dataclass(frozen=True)
class Minuted:
    """The minutes of one meeting, its approvals and paragraphs in order."""

    body: Body
    meeting: Meeting
    header: MinutesHeader
    parts: tuple[Part, ...]
    decided: tuple[Decided, ...]

    @property
    def address(self) -> str:
        """The minutes' page."""
        return addresses.minutes(self.body.id, self.meeting.id)

    @property
    def is_public(self) -> bool:
        """Whether anything of it is approved."""
        return any(part.approved for part in self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is approved: only then may what is said of the whole meeting be shown."""
        return all(part.approved for part in self.parts)

    def taking_part(self, decided: Iterable[Decided]) -> list[str]:
        """Who took part in what is shown of these paragraphs, in the order of the attendance."""
        names = {name for one in decided if one.is_shown for name in self.header.taking_part(one.paragraph)}
        order = (*self.header.attendance.members, *self.header.attendance.serving)
        return [name for name in dict.fromkeys(one.name for one in order) if name in names]

    def states(self, today: dt.date) -> tuple[State, ...]:
        """How far the minutes have come, in words: approved, notice up until, laga kraft at the earliest."""
        approved = [part for part in self.parts if part.approved]
        if not approved:
            return (State("Protokollet är inte justerat", "ojusterat"),)
        whole = self.is_whole
        return (
            State("Protokollet justerat" if whole else "Protokollet justerat till en del", "justerat"),
            *self._notice_states(approved, today),
        )

    def _notice_states(self, approved: list[Part], today: dt.date) -> Iterator[State]:
        up = [notice for part in approved for notice in part.notices if notice.is_up(today)]
        if up:
            yield State(f"Anslag uppe till och med {plain_date(max(notice.last_day.date for notice in up))}", "anslag")
        reviewed = [one.part for one in self.decided if one.paragraph.appeal is Appeal.JUDICIAL_REVIEW]
        if force := [part.laga_kraft for part in approved if part.laga_kraft and part in reviewed]:
            yield State(f"Laga kraft tidigast {plain_date(max(force))}", "lagakraft")


class Aftermath:
    """All minutes and notices of an archive on a day, indexed once."""

    def __init__(self, archive: Archive, today: dt.date) -> None:
        self.today = today
        self.notices: tuple[Posted, ...] = tuple(notices(archive))
        self._by_approval: dict[tuple[str, str, tuple[int, ...]], list[Posted]] = defaultdict(list)
        for notice in self.notices:
            if notice.meeting is not None and notice.approval is not None:
                self._by_approval[_key(notice.meeting, notice.approval)].append(notice)
        self._minutes = {
            (body.id, meeting.id): self._minuted(body, meeting, meeting.minutes.header)
            for body in archive.bodies
            for meeting in body.meetings
            if meeting.minutes is not None
        }

    def _minuted(self, body: Body, meeting: Meeting, header: MinutesHeader) -> Minuted:
        parts = tuple(self._part(meeting, approval) for approval in header.approvals)
        items = {item.slug: item for item in meeting.items}
        decided = tuple(
            Decided(
                body,
                meeting,
                header,
                paragraph,
                items.get(paragraph.item or ""),
                next((part for part in parts if paragraph.number in part.approval.paragraphs), None),
            )
            for paragraph in header.paragraphs
        )
        return Minuted(body, meeting, header, parts, decided)

    def _part(self, meeting: Meeting, approval: Approval) -> Part:
        approved = approval.approved if approval.approved and approval.approved <= self.today else None
        posted = [
            notice for notice in self._by_approval.get(_key(meeting, approval), ()) if notice.posted <= self.today
        ]
        return Part(
            approval,
            approved,
            latest_approval(meeting.date),
            latest_notice(approved) if approved else None,
            tuple(posted) if approved and len(posted) == len(approval.postings) else (),
        )

    @property
    def minutes(self) -> Iterator[Minuted]:
        """All minutes, body by body in time order."""
        return iter(self._minutes.values())

    def of_meeting(self, meeting: Meeting) -> Minuted | None:
        """The meeting's minutes."""
        return self._minutes.get((meeting.body_id, meeting.id))

    def states(self, meeting: Meeting) -> tuple[State, ...]:
        """How far the meeting's minutes have come, in words; nothing where there are none."""
        minuted = self.of_meeting(meeting)
        return minuted.states(self.today) if minuted else ()

    @cached_property
    def _by_item(self) -> dict[str, Decided]:
        return {one.item.address: one for minuted in self._minutes.values() for one in minuted.decided if one.item}

    def of_item(self, item: AgendaItem) -> Decided | None:
        """The item's paragraph."""
        return self._by_item.get(item.address)

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], Decided]:
        return {
            (one.body.id, f"{one.meeting.id}/{one.number}"): one
            for minuted in self._minutes.values()
            for one in minuted.decided
        }

    def paragraph(self, body_id: str, reference: str) -> Decided | None:
        """The paragraph that a text such as `2026-05-13/52` means."""
        return self._by_place.get((body_id, reference))

    @cached_property
    def _posting(self) -> frozenset[str]:
        return frozenset(notice.body.id for notice in self.notices)

    def has_notices(self, body: Body) -> bool:
        """Whether the body has ever posted a notice, or is to."""
        return body.id in self._posting

    @cached_property
    def up(self) -> tuple[Posted, ...]:
        """The notices that are up, the one that went up last first."""
        return _latest_first(notice for notice in self.notices if notice.is_up(self.today))

    @cached_property
    def down(self) -> tuple[Posted, ...]:
        """The notices that have been up, the latest first."""
        return _latest_first(
            notice for notice in self.notices if notice.posted <= self.today and not notice.is_up(self.today)
        )

    def decided_of(self, notice: Posted) -> tuple[Decided, ...]:
        """The paragraphs that a notice announces."""
        minuted = self.of_meeting(notice.meeting) if notice.meeting else None
        if minuted is None or notice.approval is None:
            return ()
        return tuple(one for one in minuted.decided if one.number in notice.approval.paragraphs)


def _key(meeting: Meeting, approval: Approval) -> tuple[str, str, tuple[int, ...]]:
    return meeting.body_id, meeting.id, tuple(approval.paragraphs)


def _latest_first(found: Iterable[Posted]) -> tuple[Posted, ...]:
    return tuple(sorted(found, key=lambda notice: (notice.posted, notice.address), reverse=True))
