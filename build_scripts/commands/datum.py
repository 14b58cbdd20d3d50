"""`klubbat datum`: every step of one meeting, and the days that follow on it, on an approval or on a notice, each explained."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator, Sequence

from build_scripts import following, named
from build_scripts.new import asking
from build_scripts.project import WrongUse, load
from macros.dates.deadlines import Deadline, deadlines, explanation
from macros.dates.written import hours, weekday_date, wrapped
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
    parser.add_argument("--organ", dest="body", metavar="ORGAN", help="organets id, till exempel avux")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hur svaret skrivs ut (annars text)")


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
        print("\n".join([*_text(body, schedule, date, steps), "", *_told(following.after_meeting(date))]))
    return 0


def _after(arguments: argparse.Namespace) -> int:
    """The days that follow from a meeting, an approval or a notice, by law alone."""
    if arguments.meeting is not None:
        days = following.after_meeting(asking.day(arguments.meeting))
    elif arguments.approved is not None:
        days = following.after_approval(asking.day(arguments.approved))
    else:
        days = following.after_posting([asking.day(written) for written in arguments.posted])
    if arguments.format == "json":
        print(json.dumps({key: value for day in days for key, value in day.keys.items()}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(days)))
    return 0


def _told(days: Sequence[following.Following]) -> Iterator[str]:
    """Each day with its explanation, a blank line between."""
    for n, day in enumerate(days):
        yield from [""] if n else []
        yield day.heading
        yield from wrapped(day.explanation, "  ", "  ")


def _date(body: Body, written: str) -> dt.date:
    """The day on which the meeting is held: that of its folder's call when there is such a folder, else as written."""
    held = body.meeting_by_id.get(written)
    return held.date if held is not None else asking.day(written)


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
