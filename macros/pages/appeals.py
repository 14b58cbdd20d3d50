"""How a paragraph can be appealed, in words, as it stands on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from macros.dates.after_meeting import FORVALTNINGSBESVAR
from macros.facts.decided import Decided, Part
from macros.pages import wording
from macros.record.minutes import Appeal


@dataclass(frozen=True)
class AppealLine:
    """What a reader is told: the main thing first, then how it came about.

    `last` is the last day of appeal where one can be counted; `open` whether it is not past.
    `possible` is false for a decision that cannot be appealed at all.
    """

    main: str
    why: str = ""
    last: dt.date | None = None
    laga_kraft: dt.date | None = None
    open: bool = False
    possible: bool = True


_KINDS = {
    Appeal.NONE: AppealLine("Beslutet kan inte överklagas.", possible=False),
    Appeal.ADMINISTRATIVE_APPEAL: AppealLine("Beslutet överklagas genom förvaltningsbesvär.", FORVALTNINGSBESVAR),
}


def appeal_line(decided: Decided, today: dt.date) -> AppealLine | None:
    """How the paragraph can be appealed; None while it is not approved, or where nothing of it may be told.

    Source: KL 13:2-3 (not appealable), 13:5 (three weeks from the day of posting); FL (2017:900) 44 §.
    """
    if not decided.is_shown or decided.part is None:
        return None
    return _KINDS.get(decided.paragraph.appeal) or judicial_review(decided.part, today)


def judicial_review(part: Part, today: dt.date) -> AppealLine:
    """The time for appeal ("laglighetsprövning") of everything that is announced by the same notice.

    Source: KL 13:5; a notice that is taken down before its time stops the time (KL 8:12).
    """
    if part.last_day is None:
        return AppealLine(
            "Sista dagen att överklaga är inte bestämd än.",
            "Tiden börjar räknas den dag då anslaget om justeringen sätts upp (KL 13 kap. 5 §).",
        )
    if part.removed_early:
        return AppealLine(
            "Sista dagen att överklaga kan inte anges.",
            f"Anslaget togs ned {wording.plain_day(part.removed_early)}, innan tiden hade gått ut. "
            "Då slutar tiden att löpa (KL 8 kap. 12 §, 13 kap. 5 §).",
        )
    last = part.last_day
    if today > last.date:
        return AppealLine(
            f"Tiden för överklagande gick ut {wording.plain_day(last.date)}.",
            last.explanation,
            last.date,
            part.laga_kraft,
        )
    return AppealLine(
        f"Sista dag att överklaga är {wording.plain_day(last.date)}.",
        last.explanation,
        last.date,
        part.laga_kraft,
        open=True,
    )
