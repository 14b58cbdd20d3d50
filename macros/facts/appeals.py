"""How a paragraph can be appealed, as it stands on a day."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.dates.after_meeting import LastDay
from macros.facts.clauses import Way
from macros.facts.paragraphs import Decided, PartOfMinutes
from macros.record.minutes import Outcome


class AppealState(enum.Enum):
    """How it stands with an appeal. The first four are about "laglighetsprövning"."""

    NOT_POSTED = enum.auto()
    STOPPED = enum.auto()
    OPEN = enum.auto()
    OVER = enum.auto()
    ADMINISTRATIVE = enum.auto()
    IMPOSSIBLE = enum.auto()
    PREPARES = enum.auto()
    UNCLEAR = enum.auto()


@dataclass(frozen=True)
class AppealStatus:
    """Whether the time for an appeal runs, and until when.

    `proposes_to` are the bodies whose decisions it prepares, as its words name them: by all it does, or beside what it decides.
    `last` is the last day where one can be counted, `laga_kraft` the day that is shown with "tidigast"; `removed_early` the
    day that a notice was taken down before its time, which stopped it; `outcome` what became of the paragraph; `notice` the
    address of the notice that the time is counted from, the last one of a joint board's.
    """

    state: AppealState
    last: LastDay | None = None
    laga_kraft: dt.date | None = None
    removed_early: dt.date | None = None
    proposes_to: tuple[str, ...] = ()
    outcome: Outcome = Outcome.DECIDED
    notice: str | None = None


_OTHER_WAYS = {
    Way.IMPOSSIBLE: AppealState.IMPOSSIBLE,
    Way.ADMINISTRATIVE: AppealState.ADMINISTRATIVE,
    Way.PREPARES: AppealState.PREPARES,
    Way.UNCLEAR: AppealState.UNCLEAR,
}


def appeal_of(decided: Decided, today: dt.date) -> AppealStatus | None:
    """How the paragraph can be appealed; None while it is not approved, or where nothing of it may be told.

    Source: KL 13:2-3, 13:5; FL 44 §.
    """
    if not decided.is_shown or decided.part is None:
        return None
    way = decided.way
    if way in _OTHER_WAYS:
        return AppealStatus(_OTHER_WAYS[way], proposes_to=decided.proposes_to, outcome=decided.paragraph.outcome)
    return replace(review_of(decided.part, today), proposes_to=decided.proposes_to)


def still_open(decided: Iterable[Decided], today: dt.date) -> list[Decided]:
    """Those of the paragraphs that can still be appealed by "laglighetsprövning"."""
    found = [(one, appeal_of(one, today)) for one in decided]
    return [one for one, status in found if status is not None and status.state is AppealState.OPEN]


def review_of(part: PartOfMinutes, today: dt.date) -> AppealStatus:
    """The time for appeal ("laglighetsprövning") of everything that is announced by the same notice.

    A notice that is taken down before its time stops the time. Source: KL 8:12, 13:5.
    """
    if part.last_day is None:
        return AppealStatus(AppealState.NOT_POSTED)
    if part.removed_early:
        return AppealStatus(AppealState.STOPPED, removed_early=part.removed_early)
    state = AppealState.OVER if today > part.last_day.date else AppealState.OPEN
    counted = next((one.address for one in part.notices if one.last_day == part.last_day), None)
    return AppealStatus(state, part.last_day, part.laga_kraft, notice=counted)
