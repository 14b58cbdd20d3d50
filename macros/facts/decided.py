"""A paragraph with its approval and notice: what may be told of it on a day, in the words of the pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from macros import addresses
from macros.dates.after_meeting import LastDay
from macros.facts.notices import Posted
from macros.pages.wording import State
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import WithheldReason
from macros.record.minutes import Approval, MinutesHeader, Outcome, Paragraph

CONFIDENTIAL = "Sekretess"
NOT_SHOWN = "Visas inte"

_OUTCOMES = {
    Outcome.AS_PROPOSED: State("Enligt förslaget", "beslutad"),
    Outcome.DECIDED: State("Beslutat", "beslutad"),
    Outcome.CHANGED: State("Ändrat jämfört med förslaget", "beslutad"),
    Outcome.REJECTED: State("Avslag", "avslag"),
    Outcome.REFERRED_BACK: State("Återremitterat", "ater"),
    Outcome.TABLED: State("Bordlagt", "ater"),
    Outcome.WITHDRAWN: State("Utgick", "utgick"),
    Outcome.NOTED: State("Noterat", "noterat"),
}


@dataclass(frozen=True)
class Part:
    """An approval ("justering") of some paragraphs.

    `approved` is None until the day it is approved; what is not approved is not shown: minutes become public by it.
    `latest` is the last day for the approval, `latest_notice` for the notice after it. Source: KL 5:69, 8:12; TF 2:10.
    """

    approval: Approval
    approved: dt.date | None
    latest: LastDay
    latest_notice: LastDay | None
    notices: tuple[Posted, ...]

    @property
    def last_day(self) -> LastDay | None:
        """The last day of appeal; None before it is posted."""
        return self.notices[0].last_day if self.notices else None

    @property
    def removed_early(self) -> dt.date | None:
        """The day a notice was taken down before the time for appeal had ended, which stops the time. Source: KL 8:12, 13:5."""
        return min((day for notice in self.notices if (day := removed_early(notice))), default=None)

    @property
    def laga_kraft(self) -> dt.date | None:
        """The day that is shown with "tidigast"; None where the time does not run."""
        return self.notices[0].earliest_laga_kraft if self.notices and not self.removed_early else None


def removed_early(notice: Posted) -> dt.date | None:
    """The day the notice was taken down, when that was before its time."""
    return notice.removed if notice.removed and notice.removed < notice.earliest_removal else None


@dataclass(frozen=True)
class Decided:
    """A paragraph with what it is about and how far it has come."""

    body: Body
    meeting: Meeting
    minutes: MinutesHeader
    paragraph: Paragraph
    item: AgendaItem | None
    part: Part | None

    @property
    def number(self) -> int:
        """The paragraph's number."""
        return self.paragraph.number

    @property
    def address(self) -> str:
        """The paragraph's extract."""
        return addresses.extract(self.body.id, self.meeting.id, self.number)

    @property
    def place(self) -> str:
        """The paragraph's place in the minutes."""
        return addresses.paragraph_place(self.body.id, self.meeting.id, self.number)

    @property
    def is_withheld(self) -> bool:
        """Whether nothing but the number may be told."""
        return self.paragraph.outcome is Outcome.WITHHELD or (self.item is not None and not self.item.is_public)

    @property
    def is_approved(self) -> bool:
        """Whether the paragraph is approved."""
        return self.part is not None and self.part.approved is not None

    @property
    def is_shown(self) -> bool:
        """Whether what was decided may be told."""
        return self.is_approved and not self.is_withheld

    @property
    def title(self) -> str:
        """What the paragraph is called: of what is withheld, only that it is."""
        if self.is_withheld:
            secret = self.item is not None and self.item.header.reason is WithheldReason.SECRECY
            return CONFIDENTIAL if secret else NOT_SHOWN
        if self.item is not None:
            return self.item.title
        if self.paragraph.title and not self.is_approved:
            return "Rubriken visas när paragrafen är justerad"
        return self.paragraph.point or self.paragraph.title or "Ärende som inte finns i arkivet"

    @property
    def outcome(self) -> State | None:
        """What became of it, in a word; None where that may not be told."""
        if not self.is_shown:
            return None
        return _OUTCOMES[self.paragraph.outcome]

    @property
    def texts(self) -> tuple[str, ...]:
        """The decision's words: its own, or the item's proposal where it was decided as proposed; none that may not be told."""
        if not self.is_shown:
            return ()
        as_proposed = self.item is not None and self.paragraph.outcome is Outcome.AS_PROPOSED
        return self.paragraph.decision or (self.item.header.proposals if as_proposed and self.item else ())
