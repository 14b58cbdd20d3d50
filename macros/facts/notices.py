"""Every notice ("anslag") of the record with its days: of approved minutes, and of delegated decisions that are not reported."""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros import addresses
from macros.dates.after_meeting import LastDay, earliest_laga_kraft, earliest_taken_down, last_day_of_appeal
from macros.facts.clauses import Way, way_of
from macros.record.archive import Archive, Body, Meeting
from macros.record.body import BodyKind
from macros.record.delegation import Notice
from macros.record.ledgers import digest_of
from macros.record.minutes import Approval, Paragraph
from macros.record.schema import Document, Keys


class NoticeState(enum.Enum):
    """Where a notice is on a day."""

    COMING = enum.auto()
    UP = enum.auto()
    DOWN = enum.auto()


@dataclass(frozen=True)
class Posted:
    """One notice on one municipality's board.

    `meeting` and `approval` are those of approved minutes; a notice of delegated decisions has `delegated` instead, and
    `approved` is then the day they were minuted ("protokollfört"). `elsewhere` holds the days on which the same minutes were
    posted on a joint board's other boards. `keys` is the way to "anslaget" in the document.
    """

    address: str
    body: Body
    document: Document[Any]
    keys: Keys
    approved: dt.date | None
    posted: dt.date
    removed: dt.date | None
    kept_at: str | None
    municipality: str
    elsewhere: tuple[dt.date, ...] = ()
    meeting: Meeting | None = None
    approval: Approval | None = None
    delegated: Notice | None = None

    @property
    def last_day(self) -> LastDay:
        """The last day of appeal, counted from the last posting."""
        return last_day_of_appeal(self.posted, *self.elsewhere)

    @property
    def earliest_removal(self) -> dt.date:
        """The first day on which the notice may be taken down."""
        return earliest_taken_down(self.posted, *self.elsewhere)

    @property
    def earliest_laga_kraft(self) -> dt.date:
        """The first day on which the decisions may have gained laga kraft; shown with "tidigast"."""
        return earliest_laga_kraft(self.posted, *self.elsewhere)

    @property
    def down_on(self) -> dt.date:
        """The first day on which it is no longer up."""
        return min(self.removed or dt.date.max, self.earliest_removal)

    def is_up(self, today: dt.date) -> bool:
        """Whether the notice is up ("uppe nu"): from its posting to the last day of appeal; it comes down by itself."""
        return self.posted <= today < self.down_on

    def state(self, today: dt.date) -> NoticeState:
        """Where the notice is on the day."""
        if self.posted > today:
            return NoticeState.COMING
        return NoticeState.UP if self.is_up(today) else NoticeState.DOWN

    @property
    def removed_early(self) -> dt.date | None:
        """The day it was taken down ("nedtaget"), when that was before the time for appeal had ended: that stops the time.

        Source: KL 8:12, 9:32, 13:5.
        """
        return self.removed if self.removed and self.removed < self.earliest_removal else None

    @property
    def is_reviewable(self) -> bool:
        """Whether the time for appeal means anything: not where every decision has another way or none. Source: KL 13:2-3."""
        if self.meeting is None:
            return True
        items = self.meeting.items
        ways = (
            way_of(self.body.header, one, [item for item in items if item.slug in one.items]) for one in self.paragraphs
        )
        return Way.REVIEW in ways

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that the notice is about; none for delegated decisions."""
        if self.meeting is None or self.meeting.minutes is None or self.approval is None:
            return ()
        return tuple(one for one in self.meeting.minutes.header.paragraphs if one.number in self.approval.paragraphs)

    @property
    def body_name(self) -> str:
        """The body's name on the day it was posted."""
        return self.body.name_on(self.posted)

    @property
    def digest(self) -> str:
        """The digest of what the notice says: two notices with the same digest say the same."""
        said = [
            self.body_name,
            self.meeting.date.isoformat() if self.meeting else "",
            [[one.number, ", ".join(one.items) or one.point or one.title] for one in self.paragraphs],
            [self.delegated.header.title, self.delegated.document.body] if self.delegated else [],
            [[str(row.date.date), row.point, row.decision] for row in self.delegated.header.decisions]
            if self.delegated
            else [],
            *(str(part or "") for part in (self.approved, self.posted, self.kept_at, self.municipality)),
        ]
        return digest_of(json.dumps(said, ensure_ascii=False).encode())


def notices(archive: Archive) -> Iterator[Posted]:
    """All notices, body by body: those of the minutes in time order, then those of delegated decisions."""
    for body in archive.bodies:
        for meeting in body.meetings:
            if meeting.minutes is not None:
                for n, approval in enumerate(meeting.minutes.header.approvals):
                    yield from _of_approval(body, meeting, meeting.minutes, n, approval)
        for notice in body.notices:
            header = notice.header
            yield Posted(
                addresses.delegated_notice(body.id, notice.slug),
                body,
                notice.document,
                ("anslaget",),
                header.minuted,
                header.posted,
                header.removed,
                header.kept_at or body.header.minutes_kept_at,
                body.header.municipality,
                delegated=notice,
            )


def _of_approval(body: Body, meeting: Meeting, minutes: Document[Any], n: int, approval: Approval) -> Iterator[Posted]:
    joint = body.header.kind is BodyKind.JOINT_BOARD
    for m, posting in enumerate(approval.postings):
        others = (other.posted for k, other in enumerate(approval.postings) if k != m)
        yield Posted(
            addresses.notice(body.id, meeting.id, min(approval.paragraphs), posting.municipality if joint else None),
            body,
            minutes,
            ("justeringar", n, "anslag", m, "anslaget"),
            approval.approved,
            posting.posted,
            posting.removed,
            approval.kept_at or body.header.minutes_kept_at,
            posting.municipality or body.header.municipality,
            tuple(others),
            meeting,
            approval,
        )


def boards_without(body: Body, approval: Approval) -> list[str]:
    """The municipalities on whose boards the approval is not posted yet: a joint board's is on each member's.

    Source: KL 8:12, 9:32.
    """
    if body.header.kind is not BodyKind.JOINT_BOARD or not body.header.member_municipalities:
        return [] if approval.postings else [body.header.municipality]
    posted = {posting.municipality for posting in approval.postings}
    return [one for one in body.header.member_municipalities if one not in posted]


@dataclass(frozen=True)
class NoticeChange:
    """On the day the notice comes up or, else, down."""

    day: dt.date
    notice: Posted
    comes_up: bool


class AllNotices:
    """All notices of an archive on a day."""

    def __init__(self, archive: Archive, today: dt.date) -> None:
        self.all = tuple(notices(archive))
        self._today = today
        self._by_approval: dict[tuple[str, str, tuple[int, ...]], list[Posted]] = defaultdict(list)
        for notice in self.all:
            if notice.meeting is not None and notice.approval is not None:
                self._by_approval[_key(notice.meeting, notice.approval)].append(notice)

    def of_approval(self, meeting: Meeting, approval: Approval) -> list[Posted]:
        """The notices of an approval ("justering"), one for each board."""
        return self._by_approval.get(_key(meeting, approval), [])

    @cached_property
    def _posting(self) -> frozenset[str]:
        return frozenset(notice.body.id for notice in self.all)

    def has_any(self, body: Body) -> bool:
        """Whether the body has ever posted a notice, or is to."""
        return body.id in self._posting

    @cached_property
    def up(self) -> tuple[Posted, ...]:
        """The notices that are up, the one that went up last first."""
        return self._in_state(NoticeState.UP)

    @cached_property
    def down(self) -> tuple[Posted, ...]:
        """The notices that have been up, the latest first."""
        return self._in_state(NoticeState.DOWN)

    def next_change(self, after: dt.date) -> NoticeChange | None:
        """The first time after a day that a notice comes up or down: what was built that day is true until then."""
        both = (
            change
            for notice in self.all
            if notice.posted < notice.down_on
            for change in (NoticeChange(notice.posted, notice, True), NoticeChange(notice.down_on, notice, False))
        )
        later = (change for change in both if change.day > after)
        return min(later, key=lambda change: (change.day, change.notice.address, change.comes_up), default=None)

    def _in_state(self, state: NoticeState) -> tuple[Posted, ...]:
        found = (notice for notice in self.all if notice.state(self._today) is state)
        return tuple(sorted(found, key=lambda notice: (notice.posted, notice.address), reverse=True))


def _key(meeting: Meeting, approval: Approval) -> tuple[str, str, tuple[int, ...]]:
    return meeting.body_id, meeting.id, tuple(approval.paragraphs)
