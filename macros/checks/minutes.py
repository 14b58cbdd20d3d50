"""Rules of minutes ("protokoll") and meetings: which meetings have minutes, and the running numbers of paragraphs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from macros.checks.given import Given, Rule, folder_of
from macros.checks.paragraphs import without_paragraph
from macros.dates.after_meeting import DAYS_TO_APPROVE, DAYS_TO_POST, TIMES
from macros.dates.terms import series_of
from macros.dates.written import several_dates
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record import layout
from macros.record.archive import Body
from macros.record.numbers import paragraph_list
from macros.record.summons import MeetingState


def minutes_of_a_held_meeting(given: Given) -> Iterator[Finding]:
    """Only a meeting that was held ("genomfört") has minutes, or one of several days that is going on ("kallat")."""
    for found in given.facts.minutes:
        state = found.meeting.header.state
        begun = found.is_going_on and found.date <= given.today and state is MeetingState.CALLED
        if state is not MeetingState.HELD and not begun:
            remedy = (
                "ta bort protokoll.md."
                if state is MeetingState.CANCELLED
                else "skriv läge: genomfört i kallelse.md, eller ta bort protokoll.md."
            )
            yield found.meeting.document.error(
                "protokoll-läge", ("läge",), f"Sammanträdet är {state} men har ett protokoll.", remedy
            )


def held_meeting_has_minutes(given: Given) -> Iterator[Finding]:
    """A meeting held has minutes when the time to approve and post them is over; asked from the body's first minutes on.

    Not judged where the body is "historiskt". Source: KL 5:69, 6:35, 8:12.
    """
    for body in given.archive.bodies:
        for meeting in body.meetings if body.has_minutes else ():
            late = (given.today - meeting.last_day).days > DAYS_TO_APPROVE + DAYS_TO_POST
            unread = given.is_unread(layout.MINUTES.at(folder_of(meeting.document.path)))
            held = meeting.header.state is MeetingState.HELD
            if late and not unread and held and given.facts.minutes.are_awaited(body, meeting):
                yield meeting.document.warning(
                    "protokoll-saknas",
                    ("läge",),
                    f"Sammanträdet hölls {several_dates(meeting.days, weekdays=True)} men har inget protokoll.",
                    f"lägg protokoll.md i mappen; det ska justeras inom {TIMES['justera']} och anslås senast {TIMES['anslå']} "
                    "efter det (KL 5:69, 8:12).",
                )


def paragraphs_run_on(given: Given) -> Iterator[Finding]:
    """Inside one minutes each paragraph ("§") has the number after the one before; the first that has not is told.

    Where as many numbers are missing as items have no paragraph, those are told.
    That they are numbered is custom. Source: KL 5:65-67, 6:35; custom.
    """
    for found in given.facts.minutes:
        if found.is_only_at_once and found.numbers == tuple(sorted(set(found.numbers))):
            continue
        for n, (before, number) in enumerate(pairwise(found.numbers), 1):
            if number in found.numbers[:n]:
                yield found.document.error(
                    "paragraf-dubbel",
                    ("paragrafer", n, "nummer"),
                    f"§ {number} står två gånger i protokollet.",
                    f"skriv nummer: {before + 1}, eller ta bort den ena.",
                )
                break
            if number != before + 1 and number - before - 1 != len(without_paragraph(given, found)):
                yield found.document.error(
                    "paragraf-följd",
                    ("paragrafer", n, "nummer"),
                    f"§ {number} följer på § {before}.",
                    f"skriv nummer: {before + 1}, eller lägg till det som saknas.",
                )
                break


def numbers_follow_the_last_minutes(given: Given) -> Iterator[Finding]:
    """Paragraphs go on from the body's minutes before, and begin again with 1 each year or own term ("paragrafserie").

    An error only where nothing is missing between: a meeting without minutes may hold the numbers between, and so may what is
    older than the archive ("arkivet_börjar"), or minutes of which only what was approved at once is written. A number that is
    already taken is always one.
    """
    for body in given.archive.bodies:
        if given.is_unread(folder_of(body.document.path)):
            continue
        for before, found, whole in _neighbours(given, body):
            if not (before.runs_on and found.runs_on):
                continue
            partly = before.date < (body.header.begins or dt.date.min)
            yield from _judged(
                before, found, whole and not partly and not found.is_only_at_once and not before.is_only_at_once
            )


def _neighbours(given: Given, body: Body) -> Iterator[tuple[Minuted, Minuted, bool]]:
    """Two minutes after each other, and whether every meeting between them that may have been held is among them."""
    before: Minuted | None = None
    whole = True
    for meeting in body.meetings:
        found = given.facts.minutes.of_meeting(meeting)
        if found is None:
            whole = whole and meeting.is_cancelled
            continue
        if before is not None:
            yield before, found, whole
        before, whole = found, True


def _judged(before: Minuted, found: Minuted, whole: bool) -> Iterator[Finding]:
    last, first = max(before.numbers), found.numbers[0]
    same = series_of(found.body.header, before.date) == series_of(found.body.header, found.date)
    expected = last + 1 if same else 1
    keys = ("paragrafer", 0, "nummer")
    if same and first <= last:
        taken = sorted(set(found.numbers) & set(before.numbers))
        what = f"{paragraph_list(taken)} finns redan där" if taken else f"numren där gick till § {last}"
        yield found.document.error(
            "paragraf-serie",
            keys,
            f"Protokollet börjar med § {first} efter protokollet {before.date}; {what}.",
            f"börja med § {expected}.",
        )
    elif whole and first != expected:
        begins = f"protokollet {before.date} slutade med § {last}" if same else "en ny serie börjar med § 1"
        yield found.document.error(
            "paragraf-serie",
            keys,
            f"Protokollet börjar med § {first}, men {begins}.",
            f"börja med § {expected}, eller lägg till det som saknas. Är de äldre protokollen inte inlagda här: skriv "
            f"arkivet_börjar: {found.date} i organ.md.",
        )


RULES: tuple[Rule, ...] = (
    minutes_of_a_held_meeting,
    held_meeting_has_minutes,
    paragraphs_run_on,
    numbers_follow_the_last_minutes,
)
