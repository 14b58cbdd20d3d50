"""Rules of the days a body meets on: weekday, holidays, the schedule against the folders, moves and cancellations."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from macros.checks.given import Given, Rule, folder_of
from macros.dates.working_days import DAYS_OF_WEEK, public_holiday, shift
from macros.dates.written import capital, in_words, listing, weekday_date
from macros.facts.meetings import first_day, has_its_day, nearest_planned
from macros.finding import Finding
from macros.record import layout
from macros.record.archive import Body, Meeting
from macros.record.body import Weekday
from macros.record.loose_dates import WEEKDAYS
from macros.record.schema import Document, Keys
from macros.record.summons import MeetingKind, MeetingState

NEAR = 4 * DAYS_OF_WEEK
"""As many days away a day may be proposed: more weeks than have the same weekday as a holiday in a row."""


def weekday_of_body(given: Given) -> Iterator[Finding]:
    """An ordinary meeting is held on a weekday of the body's ("sammanträdesdag"); one that moved, or goes on, may be on any.

    So may one whose own day, in its week or nearest to it, is a holiday. What a file has of them is told once.
    """
    for body in given.archive.bodies:
        weekdays = body.header.weekdays
        if not weekdays:
            continue
        strange: dict[str, list[tuple[Document[Any], Keys, dt.date]]] = defaultdict(list)
        further = {day for meeting in body.meetings for day in meeting.days[1:]}
        further |= {day for schedule in body.schedules for row in schedule.header.meetings for day in row.days[1:]}
        for document, keys, date, meeting in _days(body):
            moved = meeting is not None and (meeting.header.moves or meeting.header.kind is not MeetingKind.ORDINARY)
            free = moved or date in further
            numbers = [weekday.number for weekday in weekdays]
            own_days = [
                day for number in numbers for day in (_near(date, number)[0], shift(date, number - date.weekday()))
            ]
            # A holiday is told as one; beside the holiday of its own weekday the body had to choose another.
            beside = any(map(public_holiday, (date, *own_days)))
            if date.weekday() not in numbers and not free and not beside:
                strange[document.path].append((document, keys, date))
        yield from (_strange(weekdays, found) for found in strange.values())


def _strange(weekdays: Sequence[Weekday], found: list[tuple[Document[Any], Keys, dt.date]]) -> Finding:
    """The days of one file that are on no weekday of the body's, told once."""
    document, keys, date = found[0]
    usual = listing([f"{weekday}ar" for weekday in weekdays])
    if len(found) > 1:
        others = [day for day in Weekday if day.number in {one.weekday() for _, _, one in found}]
        return document.warning(
            "fel-veckodag",
            keys,
            f"{capital(in_words(len(found)))} dagar ligger inte på {usual}: "
            f"{', '.join(weekday_date(one) for _, _, one in found)}.",
            f"kontrollera datumen. Sammanträder organet också på {listing([f'{day}ar' for day in others])}: skriv "
            f"sammanträdesdag: [{', '.join((*weekdays, *others))}] i organ.md.",
        )
    days = (day for weekday in weekdays for day in _near(date, weekday.number))
    nearest = min(
        (day for day in days if day.year == date.year and not public_holiday(day)), key=lambda day: abs(day - date)
    )
    return document.warning(
        "fel-veckodag",
        keys,
        f"{weekday_date(date).capitalize()}: organet sammanträder annars på {usual}.",
        f"kontrollera datumet; närmaste {WEEKDAYS[nearest.weekday()]} är {nearest}.",
    )


def _near(date: dt.date, weekday: int) -> list[dt.date]:
    """The days of the weekday from some weeks before to some weeks after the date, the nearest first."""
    around = sorted(range(-NEAR, NEAR + 1), key=abs)
    return [day for day in (shift(date, away) for away in around) if day.weekday() == weekday]


def not_on_a_holiday(given: Given) -> Iterator[Finding]:
    """No meeting is planned for or held on a public holiday ("helgdag") or one of the three eves.

    Nor on midsommarafton, julafton or nyårsafton. Source: lag (1989:253) 1-2 §§; lag (1930:173) 2 §.
    """
    for body in given.archive.bodies:
        for document, keys, date, meeting in _days(body):
            holiday = public_holiday(date)
            if holiday and not (meeting and meeting.is_cancelled):
                yield document.error(
                    "sammanträde-helgdag",
                    keys,
                    f"{weekday_date(date).capitalize()} är {holiday}.",
                    _another(body, date),
                )


def _another(body: Body, date: dt.date) -> str:
    """What to choose instead: another of the same weekday where the body meets on it, else one of its own."""
    usual = [weekday.value for weekday in body.header.weekdays]
    same = WEEKDAYS[date.weekday()]
    if same in usual or (not usual and date.weekday() < 5):
        return f"välj en annan {same} eller en annan dag."
    return f"välj en {' eller '.join((*usual, 'en annan arbetsdag'))}." if usual else "välj en arbetsdag."


def _days(body: Body) -> Iterator[tuple[Document[Any], Keys, dt.date, Meeting | None]]:
    """The dates of the schedules, and of the meetings that no schedule plans: a fault is told where it was decided.

    A date that is told as another year's is judged in that year's schedule.
    """
    planned = set[dt.date]()
    for schedule in body.schedules:
        for n, found in enumerate(schedule.header.meetings):
            planned.update(found.days)
            if found.date.year == schedule.header.year:
                yield schedule, ("sammanträden", n, "datum"), found.date, None
            for m, further in enumerate(found.further_days):
                yield schedule, ("sammanträden", n, "fler_dagar", m, "datum"), further.date, None
    for meeting in body.meetings:
        if meeting.date not in planned and (meeting.header.moves or has_its_day(meeting)):
            yield meeting.document, ("datum",), meeting.date, meeting
        for n, further in enumerate(meeting.header.further_days):
            if further.date not in planned:
                yield meeting.document, ("fler_dagar", n, "datum"), further.date, meeting


def meeting_is_planned(given: Given) -> Iterator[Finding]:
    """An ordinary meeting stands in its year's schedule ("sammanträdesordning"), if there is one, with its first date."""
    for body in given.archive.bodies:
        for meeting in body.meetings:
            first = first_day(meeting)
            schedule = body.schedule(first.year)
            if meeting.header.kind is not MeetingKind.ORDINARY or schedule is None or schedule.header.planned(first):
                continue
            if not has_its_day(meeting):
                continue
            keys: Keys = ("flyttningar", 0, "från") if meeting.header.moves else ("datum",)
            nearest = nearest_planned(schedule.header, first)
            known = f" (närmast i ordningen är {nearest})" if nearest else ""
            yield meeting.document.warning(
                "utanför-ordningen",
                keys,
                f"{first} står inte i {schedule.header.year} års sammanträdesordning.",
                f"rätta datumet{known}, skriv slag: extra, eller lägg till dagen i ordningen.",
            )


def planned_meeting_exists(given: Given) -> Iterator[Finding]:
    """A date of the schedule that has passed has its meeting's folder; what a schedule misses is told once.

    Nothing is awaited of a body that is "historiskt", nor from before the archive begins ("arkivet_börjar").
    """
    for body in given.archive.bodies:
        if body.header.historical:
            continue
        first_day_here = body.header.begins or dt.date.min
        missing = {
            one.date for one in given.facts.meetings.unopened(body) if first_day_here <= one.date and one.has_passed
        }
        home = folder_of(body.document.path)
        for schedule in body.schedules:
            days = {
                planned.date: n
                for n, planned in enumerate(schedule.header.meetings)
                if planned.date in missing
                and planned.date.year == schedule.header.year
                and not given.is_unread(f"{home}/{planned.date}")
            }
            if not days:
                continue
            first, many = min(days), len(days) > 1
            summons = layout.SUMMONS.at(f"{home}/{first}")
            yield schedule.warning(
                "sammanträde-saknas",
                ("sammanträden", days[first], "datum"),
                f"{len(days)} sammanträden har passerat men har ingen mapp: {', '.join(map(str, sorted(days)))}."
                if many
                else f"Sammanträdet {first} har passerat men har ingen mapp.",
                f"lägg till {summons}{' och så vidare' if many else ''}, med läge: inställt om det inte blev av.",
            )


def move_has_reason(given: Given) -> Iterator[Finding]:
    """A move ("flyttning") says why ("skäl")."""
    for meeting in given.archive.meetings:
        for n, move in enumerate(meeting.header.moves):
            if move.reason is None:
                yield meeting.document.error(
                    "flyttning-skäl",
                    ("flyttningar", n, "från"),
                    f"Flyttningen från {move.old} saknar skäl.",
                    "lägg till skäl: med orsaken, eller skäl: okänt om den inte är känd.",
                )


def moves_are_a_chain(given: Given) -> Iterator[Finding]:
    """Moves follow on each other: each begins on the day the last one ended on, and the last ends on "datum"."""
    for meeting in given.archive.meetings:
        moves, document = meeting.header.moves, meeting.document
        for n, move in enumerate(moves):
            if move.old == move.new:
                yield document.error(
                    "flyttning-kedja",
                    ("flyttningar", n, "till"),
                    f"Flyttningen går från {move.old} till samma dag.",
                    "skriv den nya dagen, eller ta bort flyttningen.",
                )
        for n, (move, following) in enumerate(pairwise(moves), 1):
            if following.old != move.new:
                yield document.error(
                    "flyttning-kedja",
                    ("flyttningar", n, "från"),
                    f"Flyttningen börjar {following.old} men den förra slutade {move.new}.",
                    f"skriv från: {move.new}.",
                )
        if moves and moves[-1].new != meeting.date:
            yield document.error(
                "flyttning-kedja",
                ("flyttningar", len(moves) - 1, "till"),
                f"Den sista flyttningen är till {moves[-1].new} men datum är {meeting.date}.",
                f"skriv datum: {moves[-1].new}, eller rätta flyttningen.",
            )


def days_follow_on_each_other(given: Given) -> Iterator[Finding]:
    """The further days of a meeting ("fler_dagar"), called or planned, come after the first, each after the one before."""
    told: list[tuple[Document[Any], Keys, tuple[dt.date, ...]]] = [
        (schedule, ("sammanträden", n), row.days)
        for body in given.archive.bodies
        for schedule in body.schedules
        for n, row in enumerate(schedule.header.meetings)
    ]
    told += [(meeting.document, (), meeting.days) for meeting in given.archive.meetings]
    for document, keys, days in told:
        for n, (before, day) in enumerate(pairwise(days)):
            if day <= before:
                yield document.error(
                    "fler-dagar-ordning",
                    (*keys, "fler_dagar", n, "datum"),
                    f"Sammanträdet fortsätter {day}, men dagen före i listan är {before}.",
                    "skriv dagarna efter datum, i ordning och var och en på en egen rad.",
                )


def cancelled_has_reason(given: Given) -> Iterator[Finding]:
    """A cancelled ("inställt") meeting says why ("skäl"), and no other meeting does."""
    for meeting in given.archive.meetings:
        if meeting.is_cancelled and meeting.header.state_reason is None:
            yield meeting.document.warning(
                "inställt-skäl", ("läge",), "Sammanträdet är inställt utan skäl.", "lägg till skäl: med orsaken."
            )
        elif meeting.header.state_reason is not None and not meeting.is_cancelled:
            yield meeting.document.warning(
                "inställt-skäl",
                ("skäl",),
                f"Skälet visas inte: läget är {meeting.header.state}, inte inställt.",
                "skriv läge: inställt, eller ta bort skäl.",
            )


def held_is_past(given: Given) -> Iterator[Finding]:
    """A meeting is held ("genomfört") on its last day at the earliest."""
    for meeting in given.archive.meetings:
        if meeting.header.state is MeetingState.HELD and meeting.last_day > given.today:
            begun = meeting.date <= given.today
            yield meeting.document.error(
                "läge-framtid",
                ("läge",),
                f"Sammanträdet har dagen {meeting.last_day} kvar och kan inte vara genomfört än."
                if begun
                else f"Sammanträdet {meeting.date} kan inte vara genomfört än.",
                "låt läge: kallat stå kvar tills sista dagen har varit; det som justeras omedelbart kan publiceras ändå."
                if begun
                else "skriv läge: planerat, eller kallat när kallelsen är skickad.",
            )


RULES: tuple[Rule, ...] = (
    weekday_of_body,
    not_on_a_holiday,
    meeting_is_planned,
    planned_meeting_exists,
    move_has_reason,
    moves_are_a_chain,
    days_follow_on_each_other,
    cancelled_has_reason,
    held_is_past,
)
