"""The days that follow by law on a meeting, an approval or a notice, as they are printed: heading, explanation and keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.dates.after_meeting import (
    LastDay,
    earliest_laga_kraft,
    earliest_taken_down,
    last_day_of_appeal,
    latest_approval,
    latest_notice,
)
from macros.dates.written import weekday_date
from macros.law import running


@dataclass(frozen=True)
class Following:
    """One day that follows: a line that says it, how it is counted, and the same for programs (Swedish keys)."""

    heading: str
    explanation: str
    keys: Mapping[str, str | None]


def after_meeting(meeting: dt.date) -> tuple[Following, ...]:
    """Last days of approval, and of the notice of minutes that are approved on that last day."""
    approval = latest_approval(meeting)
    return _own(approval, "justerat", "Protokollet justeras"), *after_approval(approval.strict)


def after_approval(approved: dt.date) -> tuple[Following, ...]:
    """The last day of the notice."""
    return (_own(latest_notice(approved), "anslaget", "Justeringen anslås"),)


def _own(day: LastDay, what: str, said: str) -> Following:
    later = f" (enligt söndagsregeln {weekday_date(day.by_sunday_rule)})" if day.by_sunday_rule else ""
    return Following(
        f"{said} senast {weekday_date(day.strict)}{later}",
        day.explanation,
        {
            f"senast_{what}": day.strict.isoformat(),
            f"{what}_enligt_söndagsregeln": day.by_sunday_rule.isoformat() if day.by_sunday_rule else None,
            f"{what}_orsak": day.reason,
        },
    )


def after_posting(posted: Sequence[dt.date]) -> tuple[Following, ...]:
    """Last day of appeal, first day without the notice, and the first day on which the decision may have laga kraft."""
    last = last_day_of_appeal(*posted)
    down, laga_kraft = earliest_taken_down(*posted), earliest_laga_kraft(*posted)
    return (
        Following(
            f"Sista dag för överklagande: {weekday_date(last.date)}",
            last.explanation,
            {
                "sista_dag_för_överklagande": last.date.isoformat(),
                "nominell_dag": last.strict.isoformat(),
                "orsak": last.reason,
            },
        ),
        Following(
            f"Anslaget tas ned tidigast {weekday_date(down)}",
            f"Anslaget ska sitta uppe tills tiden för överklagande har gått ut, enligt {running('KL 8:12')}.",
            {"tas_ned_tidigast": down.isoformat()},
        ),
        Following(
            f"Laga kraft tidigast {weekday_date(laga_kraft)}",
            "Det gäller om ingen har överklagat; en person måste bekräfta det.",
            {"laga_kraft_tidigast": laga_kraft.isoformat()},
        ),
    )
