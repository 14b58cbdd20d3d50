"""Rules of a schedule ("sammanträdesordning"): its file, its dates, its standing meetings and its steps ("steg")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of
from macros.checks.twice import twice
from macros.dates.deadlines import Deadline, OutOfOrder, deadlines, out_of_order
from macros.dates.working_days import why_not_working
from macros.dates.written import weekday_date
from macros.finding import Finding, Level, Place
from macros.record import layout
from macros.record.archive import Body
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Document
from macros.record.values import did_you_mean


def file_is_year(given: Given) -> Iterator[Finding]:
    """A schedule's file is named by its year ("år")."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            stem = _stem(schedule.path)
            if says_another_year(schedule):
                yield schedule.error(
                    "år-filnamn",
                    ("år",),
                    f"Filen heter {stem}.md men år är {schedule.header.year}.",
                    f"skriv år: {stem}, eller byt namn på filen till {schedule.header.year}.md.",
                )


def says_another_year(schedule: Document[ScheduleHeader]) -> bool:
    """Whether the schedule's year is another than its file's."""
    return _stem(schedule.path) != str(schedule.header.year)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def dates_of_the_year(given: Given) -> Iterator[Finding]:
    """Every date of a schedule ("sammanträden") lies in its year and stands there once."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            year = schedule.header.year
            days = [planned.date for planned in schedule.header.meetings]
            for n, date in enumerate(days):
                if date.year != year and str(date.year) != _stem(schedule.path):
                    yield schedule.error(
                        "fel-år",
                        ("sammanträden", n, "datum"),
                        f"{date} ligger inte i {year}.",
                        f"flytta raden till {_file_of(date.year)}, eller rätta årtalet{_same_day(body, date, year)}.",
                    )
            again = ((("sammanträden", n, "datum"), date) for n, date in enumerate(days))
            yield from twice(schedule, "planerat-dubbelt", again, "", "rätta datumet, eller ta bort den ena raden.")


def _file_of(year: int) -> str:
    return layout.SCHEDULE.at("", str(year))


def printed_days_of_the_year(given: Given) -> Iterator[Finding]:
    """A day listed as printed ("tryckta_dagar") of a standing meeting lies in the schedule's year and stands there once."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for n, standing in enumerate(schedule.header.standing):
                for m, day in enumerate(standing.printed):
                    if day.year != schedule.header.year:
                        yield schedule.error(
                            "fel-år",
                            ("stående", n, "tryckta_dagar", m),
                            f"{day} ligger inte i {schedule.header.year}.",
                            "rätta årtalet, eller ta bort raden.",
                        )
                again = ((("stående", n, "tryckta_dagar", m), day) for m, day in enumerate(standing.printed))
                yield from twice(schedule, "planerat-dubbelt", again, "", "ta bort den ena raden.")


def _same_day(body: Body, date: dt.date, year: int) -> str:
    """The same day of the year, where the body could meet on it: else it is no slip of the year alone."""
    try:
        day = date.replace(year=year)
    except ValueError:
        return ""
    usual = [weekday.number for weekday in body.header.weekdays]
    fits = why_not_working(day) is None and (not usual or day.weekday() in usual)
    return f" till {day}" if fits else ""


def ids_once(given: Given) -> Iterator[Finding]:
    """A step ("steg") and a standing meeting ("stående") have an id of their own."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for key, ids in (
                ("steg", [step.id for step in schedule.header.steps]),
                ("stående", [standing.id for standing in schedule.header.standing]),
            ):
                again = (((key, n, "id"), id) for n, id in enumerate(ids))
                yield from twice(schedule, "steg-dubbelt", again, "Id ", "ge det ena ett eget id.")


def pauses_end_after_they_begin(given: Given) -> Iterator[Finding]:
    """A pause ("undantag") of a standing meeting ends on the day it begins or later."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for n, standing in enumerate(schedule.header.standing):
                for m, pause in enumerate(standing.pauses):
                    if pause.last < pause.first:
                        yield schedule.error(
                            "undantag-ordning",
                            ("stående", n, "undantag", m, "till"),
                            f"Undantaget slutar {pause.last}, före dess början {pause.first}.",
                            "byt plats på från och till, eller rätta dagarna.",
                        )


def step_exists(given: Given) -> Iterator[Finding]:
    """A step named by its id ("avvikelser" of a schedule, "senast" of a call) is in the schedule of the year."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for n, planned in enumerate(schedule.header.meetings):
                for id in planned.deviations:
                    if schedule.header.step(id) is None:
                        yield _unknown_step(
                            schedule.key_place("sammanträden", n, "avvikelser", id), id, schedule.header
                        )
        for meeting in body.meetings:
            step = meeting.header.absence.step if meeting.header.absence else None
            if step is None:
                continue
            year = meeting.date.year
            found = body.schedule(year)
            if found is not None and found.header.step(step) is None:
                yield _unknown_step(meeting.document.place("anmäl_förhinder", "senast"), step, found.header)
            elif found is None and not _has_file(given, body, _file_of(year)):
                yield meeting.document.error(
                    "okänt-steg",
                    ("anmäl_förhinder", "senast"),
                    f"Det finns ingen sammanträdesordning för {year}.",
                    f"lägg till {_file_of(year)}, eller ta bort senast.",
                )


def _has_file(given: Given, body: Body, name: str) -> bool:
    """Whether the schedule's file is there, though it could not be read or says another year."""
    path = f"{folder_of(body.document.path)}/{name}"
    return given.is_unread(path) or any(schedule.path == path for schedule in body.schedules)


def _unknown_step(place: Place, id: str, schedule: ScheduleHeader) -> Finding:
    ids = [step.id for step in schedule.steps]
    meant = did_you_mean(id, ids)
    return Finding(
        place,
        Level.ERROR,
        "okänt-steg",
        f"{schedule.year} års ordning har inget steg {id}.",
        f"Menade du {meant}?" if meant else f"skriv ett stegs id: {', '.join(ids) or 'ordningen har inga steg'}.",
    )


def set_by_hand(given: Given) -> Iterator[Finding]:
    """A date set by hand ("avvikelser") is a working day and another than the rule gives."""
    for schedule, n, steps in _planned(given):
        for step in steps:
            if not step.deviates:
                continue
            keys = ("sammanträden", n, "avvikelser", step.step.id, "datum")
            if step.date == step.by_rule:
                yield schedule.warning(
                    "avvikelse-onödig", keys, f"{step.date} är samma dag som regeln ger.", "ta bort avvikelsen."
                )
            elif reason := why_not_working(step.date):
                yield schedule.warning(
                    "avvikelse-helgdag",
                    keys,
                    f"{step.date} är {reason}.",
                    f"välj en arbetsdag; regeln ger {weekday_date(step.by_rule)}.",
                )


def steps_keep_their_order(given: Given) -> Iterator[Finding]:
    """A moved step neither passes another step of its meeting nor falls on the meeting or on its other side."""
    for schedule, n, steps in _planned(given):
        for wrong in out_of_order(steps):
            step = wrong.deadline
            by_hand = ("avvikelser", step.step.id, "datum") if step.deviates else ("datum",)
            yield schedule.warning(
                "stegordning",
                ("sammanträden", n, *by_hand),
                _message(wrong),
                f"sätt en annan dag för {step.step.id} under avvikelser, eller förklara varför ordningen gäller ändå.",
            )


def _message(wrong: OutOfOrder) -> str:
    step, other = wrong.deadline, wrong.other
    name = f"{step.step.name} hamnar {weekday_date(step.date)}"
    if other is None:
        return f"{name}, {'före' if step.nominal > step.meeting else 'efter'} eller samma dag som sammanträdet {step.meeting}."
    side = "efter" if step.date > other.date else "före"
    return f"{name}, {side} {other.step.name} {weekday_date(other.date)}, som ska komma {side} den."


def _planned(given: Given) -> Iterator[tuple[Document[ScheduleHeader], int, tuple[Deadline, ...]]]:
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for n, planned in enumerate(schedule.header.meetings):
                yield schedule, n, deadlines(schedule.header, planned)


RULES: tuple[Rule, ...] = (
    file_is_year,
    dates_of_the_year,
    printed_days_of_the_year,
    ids_once,
    pauses_end_after_they_begin,
    step_exists,
    set_by_hand,
    steps_keep_their_order,
)
