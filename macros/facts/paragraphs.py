"""A paragraph ("§") with what it is about and how far it has come, and the approval ("justering") that it belongs to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from macros import addresses
from macros.dates.after_meeting import LastDay
from macros.facts.clauses import Clause, Effect, Way, clauses_in, way_of, words_of
from macros.facts.notices import Posted
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.corrections import ChangeKind, MinutesChange
from macros.record.minutes import Approval, MinutesHeader, Outcome, Paragraph
from macros.record.schema import Keys


@dataclass(frozen=True)
class PartOfMinutes:
    """An approval ("justering") of some paragraphs.

    `presiding` are those who led its paragraphs and therefore approve them, each with the numbers led.
    `approved` is None until the day it is approved; what is not approved is not shown: minutes become public by it.
    `latest` is the last day for the approval, `latest_notice` for the notice after it. Source: KL 5:69, 8:12; TF 2:10.
    """

    approval: Approval
    presiding: tuple[tuple[str, tuple[int, ...]], ...]
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
        """The first day that one of its notices was taken down before its time, which stops the time. Source: KL 8:12, 13:5."""
        return min((day for notice in self.notices if (day := notice.removed_early)), default=None)

    @property
    def laga_kraft(self) -> dt.date | None:
        """The day that is shown with "tidigast"; None where the time does not run."""
        return self.notices[0].earliest_laga_kraft if self.notices and not self.removed_early else None


def is_withheld(paragraph: Paragraph, items: Sequence[AgendaItem]) -> bool:
    """Whether nothing but a paragraph's number may be told: it says so, or an item is masked, not shown or withdrawn.

    An item that is not there is one that nobody has read yet ("oläst"), or is named wrongly: neither is told.
    """
    is_missing = len(items) < len(set(paragraph.items))
    return paragraph.is_left_out or is_missing or not all(item.is_public for item in items)


@dataclass(frozen=True)
class Decided:
    """A paragraph with what it is about and how far it has come. `keys` is its way into the minutes' header."""

    body: Body
    meeting: Meeting
    minutes: MinutesHeader
    keys: Keys
    paragraph: Paragraph
    items: tuple[AgendaItem, ...]
    part: PartOfMinutes | None

    @property
    def number(self) -> int:
        """The paragraph's number."""
        return self.paragraph.number

    @property
    def body_name(self) -> str:
        """The body's name on the day of the meeting."""
        return self.body.name_on(self.meeting.date)

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
        return is_withheld(self.paragraph, self.items)

    @property
    def is_titled(self) -> bool:
        """Whether what it is about may be told, if not what was decided: its items are public."""
        named = len(self.items) == len(set(self.paragraph.items)) > 0
        return not self.is_withheld or (named and all(item.is_public for item in self.items))

    @property
    def is_approved(self) -> bool:
        """Whether the paragraph is approved."""
        return self.part is not None and self.part.approved is not None

    @property
    def is_shown(self) -> bool:
        """Whether what was decided may be told."""
        return self.is_approved and not self.is_withheld

    @property
    def outcome(self) -> Outcome | None:
        """What became of it; None where that may not be told."""
        return self.paragraph.outcome if self.is_shown else None

    @property
    def texts(self) -> tuple[str, ...]:
        """The decision's words: its own, or its items' proposals where it was decided as proposed; none that may not be told."""
        return words_of(self.paragraph, self.items) if self.is_shown else ()

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Each sentence of the decision with what it does, whether it may be told or not."""
        return clauses_in(self.body.header, self.paragraph, self.items)

    @property
    def proposes_to(self) -> tuple[str, ...]:
        """The bodies that it proposes something to, as its words name them, each once."""
        return tuple(dict.fromkeys(one.receiver for one in self.clauses if one.effect is Effect.PROPOSES))

    @cached_property
    def way(self) -> Way:
        """How it can be appealed, as far as its own words say."""
        return way_of(self.body.header, self.paragraph, self.items)

    @property
    def changes(self) -> tuple[MinutesChange, ...]:
        """What is told of it afterwards ("ändringar"): what names it, and that it was withdrawn with the whole minutes."""
        return tuple(one for one in self.minutes.changes if one.is_of(self.number) and not one.is_of_attendance)

    @property
    def withdrawal(self) -> MinutesChange | None:
        """That it was withdrawn ("tillbakadragen"), the last time."""
        return next((one for one in reversed(self.changes) if one.kind is ChangeKind.WITHDRAWN), None)

    @property
    def presiding(self) -> str:
        """The one who led the paragraph, and so approves it. Source: KL 5:65, 5:69, 6:35; the body's reglemente."""
        return self.minutes.presiding(self.paragraph)


@dataclass(frozen=True)
class ParagraphName:
    """What a text such as `2026-05-13/52` names: a meeting's folder and a paragraph of its minutes."""

    folder: str
    number: int

    @classmethod
    def read(cls, written: str) -> ParagraphName | None:
        """The name as written; None where it is not of that form."""
        folder, _, number = written.partition("/")
        return cls(folder, int(number)) if folder and re.fullmatch(r"\d{1,6}", number, re.ASCII) else None
