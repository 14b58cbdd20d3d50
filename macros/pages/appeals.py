"""How a paragraph can be appealed, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from macros.dates.after_meeting import ADMINISTRATIVE_APPEAL
from macros.facts.appeals import AppealState, AppealStatus
from macros.law import running
from macros.pages import wording


@dataclass(frozen=True)
class AppealLine:
    """What a reader is told: the main thing first, then how it came about.

    `last` is the last day of appeal where one can be counted. `possible` is false for a decision that cannot be appealed at all.
    """

    main: str
    why: str = ""
    last: dt.date | None = None
    laga_kraft: dt.date | None = None
    possible: bool = True


_WITHOUT_DAY = {
    AppealState.IMPOSSIBLE: AppealLine("Beslutet kan inte överklagas.", possible=False),
    AppealState.ADMINISTRATIVE: AppealLine("Beslutet överklagas genom förvaltningsbesvär.", ADMINISTRATIVE_APPEAL),
    AppealState.NOT_POSTED: AppealLine(
        "Sista dagen att överklaga är inte bestämd än.",
        f"Tiden börjar räknas den dag då anslaget om justeringen sätts upp, enligt {running('KL 13:5')}.",
    ),
}


def appeal_line(status: AppealStatus | None) -> AppealLine | None:
    """How it stands with an appeal; nothing where nothing may be told."""
    if status is None:
        return None
    if status.removed_early is not None:
        return AppealLine(
            "Sista dagen att överklaga kan inte anges.",
            f"Anslaget togs ned {wording.plain_day(status.removed_early)}, innan tiden hade gått ut. "
            f"Då slutar tiden att löpa enligt {running('KL 8:12, 13:5')}.",
        )
    if status.last is None:
        return _WITHOUT_DAY[status.state]
    day = wording.plain_day(status.last.date)
    said = "Sista dag att överklaga är" if status.state is AppealState.OPEN else "Tiden för överklagande gick ut"
    return AppealLine(f"{said} {day}.", status.last.explanation, status.last.date, status.laga_kraft)
