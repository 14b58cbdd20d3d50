"""`klubbat datum`: every step of one meeting, and the days that follow on it, on an approval or on a notice, each explained."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts import named
from build_scripts.loading import load
from build_scripts.project import WrongUse, add_format, given_day
from macros.dates.after_meeting import (
    LastDay,
    earliest_laga_kraft,
    earliest_taken_down,
    last_day_of_appeal,
    latest_approval,
    latest_notice,
)
from macros.dates.deadlines import Deadline, deadlines, explanation
from macros.dates.written import hours, weekday_date, wrapped
from macros.law import running
from macros.record.archive import Body
from macros.record.schedule import ScheduleHeader

HELP = "Visar ett sammanträdes alla steg, eller dagarna efter justering och anslag, och hur varje datum är räknat."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to count from, the meeting's body, and how to print."""
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument(
        "--sammanträde",
        "--sammantrade",
        dest="meeting",
        metavar="ÅÅÅÅ-MM-DD",
        help="sammanträdets dag eller mapp, till exempel 2018-04-12; utan --organ visas bara tiderna efter det",
    )
    start.add_argument(
        "--justerat",
        dest="approved",
        metavar="ÅÅÅÅ-MM-DD",
        help="dagen då protokollet justerades: när anslås det senast",
    )
    start.add_argument(
        "--anslaget",
        dest="posted",
        nargs="+",
        metavar="ÅÅÅÅ-MM-DD",
        help="dagen då anslaget sattes upp: när går tiden för överklagande ut; en gemensam nämnds alla dagar efter varandra",
    )
    named.add_body_option(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the steps in time order, or the days that follow. A day outside the schedule is counted by the same rules."""
    if arguments.body is None:
        return _after(arguments)
    if arguments.meeting is None:
        raise WrongUse("--organ hör ihop med --sammanträde; de andra dagarna räknas lika för alla organ.")
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    date = _date(body, arguments.meeting)
    schedule = named.schedule(body, date.year, findings)
    steps = deadlines(schedule, date)
    if arguments.format == "json":
        print(json.dumps([_record(step) for step in steps], ensure_ascii=False, indent=2))
    else:
        print("\n".join([*_text(body, schedule, date, steps), "", *_told(after_meeting(date))]))
    return 0


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
    return Following(
        f"{said} senast {weekday_date(day.strict)}{day.by_sunday_rule_too(weekday_date)}",
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


def _after(arguments: argparse.Namespace) -> int:
    """The days that follow from a meeting, an approval or a notice, by law alone."""
    if arguments.meeting is not None:
        days = after_meeting(given_day(arguments.meeting))
    elif arguments.approved is not None:
        days = after_approval(given_day(arguments.approved))
    else:
        days = after_posting([given_day(written) for written in arguments.posted])
    if arguments.format == "json":
        print(json.dumps({key: value for day in days for key, value in day.keys.items()}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(days)))
    return 0


def _told(days: Sequence[Following]) -> Iterator[str]:
    """Each day with its explanation, a blank line between."""
    for n, day in enumerate(days):
        yield from [""] if n else []
        yield day.heading
        yield from wrapped(day.explanation, "  ", "  ")


def _date(body: Body, written: str) -> dt.date:
    """The day on which the meeting is held: that of its folder's call when there is such a folder, else as written."""
    held = body.meeting_by_id.get(written)
    return held.date if held is not None else given_day(written)


def _record(step: Deadline) -> dict[str, str | bool | None]:
    return {
        "sammanträde": step.meeting.isoformat(),
        "steg": step.step.id,
        "namn": step.step.name,
        "nominellt": step.nominal.isoformat(),
        "datum": step.date.isoformat(),
        "tid": hours(step.step.hours) if step.step.hours else None,
        "orsak": step.reason or step.holiday,
        "avvikelse": step.deviates,
        "förklaring": explanation(step),
    }


def _text(body: Body, schedule: ScheduleHeader, date: dt.date, steps: Sequence[Deadline]) -> Iterator[str]:
    yield f"{body.header.short_name or body.name}: sammanträde {weekday_date(date)}"
    if schedule.planned(date) is None:
        yield f"Dagen står inte i sammanträdesordningen {schedule.year}; datumen är räknade efter dess regler."
    if not steps:
        yield f"Sammanträdesordningen {schedule.year} har inga steg."
    for step in steps:
        when = f" {hours(step.step.hours)}" if step.step.hours else ""
        yield ""
        yield f"{weekday_date(step.date)}{when}: {step.step.name}"
        yield from wrapped(explanation(step), "  ", "  ")
