"""Rules of a meeting's folder: its date, its only ordinary meeting of the day, and the numbers of its items."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Set

from macros.checks.given import Given, Rule, folder_of
from macros.dates.written import listing
from macros.facts.items import next_number
from macros.facts.meetings import has_its_day
from macros.finding import Finding, Level, Place
from macros.record.archive import AgendaItem, Meeting
from macros.record.home import RECORD
from macros.record.loose_dates import exact_date, no_date
from macros.record.numbers import ItemNumber
from macros.record.summons import MeetingKind


def record_has_a_body(given: Given) -> Iterator[Finding]:
    """The record holds at least one body ("organ"): an empty folder is a checkout that went wrong, not a record in order."""
    if not given.archive.bodies and not given.unread:
        yield Finding(
            Place(RECORD),
            Level.ERROR,
            "arkivet-saknas",
            f"Mappen {RECORD} är tom: inget organ finns i den.",
            f"hämta tillbaka den ur git (git restore {RECORD}), eller börja ett nytt arkiv med klubbat init.",
        )


def folder_date(given: Given) -> Iterator[Finding]:
    """A meeting's folder is named by its first decided date: "datum", or "från" of its first move ("flyttningar")."""
    for meeting in given.archive.meetings:
        day = meeting.id[:10]
        moves = meeting.header.moves
        first, keys = (moves[0].old, ("flyttningar", 0, "från")) if moves else (meeting.date, ("datum",))
        if day == first.isoformat():
            continue
        if exact_date(day) is None:
            yield Finding(
                Place(folder_of(meeting.document.path)),
                Level.ERROR,
                "mapp-datum",
                no_date(day),
                f"byt namn på mappen till {first}.",
            )
        elif moves:
            yield meeting.document.error(
                "mapp-datum",
                keys,
                f"Mappen heter {day} men den första flyttningen är från {first}.",
                f"skriv från: {day}. Mappen behåller det datum som först bestämdes.",
            )
        else:
            yield meeting.document.error(
                "mapp-datum",
                keys,
                f"Mappen heter {day} men datum är {first}.",
                f"skriv datum: {day}. Är sammanträdet flyttat till {first}: lägg till flyttningar med "
                f"från: {day} och till: {first}. Var mappens namn fel från början: byt namn på den.",
            )


def one_ordinary_meeting(given: Given) -> Iterator[Finding]:
    """A body has at most one ordinary ("ordinarie") meeting on a day.

    One that is cancelled does not count, nor one whose day is told as wrong: the copy of a folder.
    """
    held: dict[tuple[str, dt.date], Meeting] = {}
    for meeting in given.archive.meetings:
        if meeting.header.kind is not MeetingKind.ORDINARY or meeting.is_cancelled or not has_its_day(meeting):
            continue
        for n, day in enumerate(meeting.days):
            other = held.setdefault((meeting.body_id, day), meeting)
            if other is not meeting:
                yield meeting.document.error(
                    "sammanträde-dubbelt",
                    ("fler_dagar", n - 1, "datum") if n else ("datum",),
                    f"Organet har redan ett ordinarie sammanträde {day}: {other.document.path}.",
                    "rätta datumet, eller skriv slag: extra i det ena sammanträdet.",
                )
                break


def item_number_once(given: Given) -> Iterator[Finding]:
    """Two items of a meeting never have the same number."""
    for meeting in given.archive.meetings:
        first: dict[ItemNumber, str] = {}
        for item in meeting.items:
            if item.number is not None and first.setdefault(item.number, item.document.path) != item.document.path:
                yield Finding(
                    Place(item.document.path),
                    Level.ERROR,
                    "ärendenummer-dubbelt",
                    f"Nummer {item.number} har också {first[item.number].rpartition('/')[2]}.",
                    f"byt numret först i filnamnet; nästa lediga är {next_number(meeting).in_file_name}.",
                )


def item_numbers_in_a_row(given: Given) -> Iterator[Finding]:
    """The items of a meeting are numbered from 1 without gaps; a withdrawn item's gap is explained in the call."""
    for meeting in given.archive.meetings:
        numbers = {item.number for item in meeting.items if item.number}
        if not numbers or given.is_unread(folder_of(meeting.document.path)):
            continue
        missing = _missing(numbers)
        if missing:
            some = listing([*map(str, missing[:10]), *(["fler"] if len(missing) > 10 else [])])
            yield Finding(
                Place(meeting.document.path),
                Level.WARNING,
                "ärendenummer-saknas",
                f"Ärendena går till nummer {max(numbers)}, men {some} saknas.",
                "numrera om filerna, eller förklara i kallelsen, under förklaringar, varför numret står tomt.",
            )


def _missing(numbers: Set[ItemNumber]) -> list[ItemNumber]:
    """The numbers before the last that nothing has; before 7b that is 7a, and 7 only where nothing stands under it."""
    taken = {number.main for number in numbers}
    whole = {ItemNumber(main) for main in range(1, max(taken)) if main not in taken}
    before = {
        ItemNumber(one.main, chr(code)) for one in numbers if one.letter for code in range(ord("a"), ord(one.letter))
    }
    before |= {ItemNumber(one.main, part=part) for one in numbers for part in range(1, one.part)}
    return sorted((whole | before) - numbers)


def case_number_once(given: Given) -> Iterator[Finding]:
    """A case number ("diarienummer") stands at one item of a meeting, unless it is collective ("samlingsnummer").

    Several decisions in one matter are several items that are plainly of it: numbered under each other (7, 7a), or with the
    same property, name or number in their titles. Else the number was probably copied along.
    """
    for meeting in given.archive.meetings:
        first: dict[str, AgendaItem] = {}
        for item in meeting.items:
            number = item.header.case_number
            if number is None or item.header.collective:
                continue
            other = first.setdefault(number, item)
            if other is not item and not _of_one_matter(other, item):
                main = other.number.main if other.number else 1
                yield item.document.warning(
                    "diarienummer-dubbelt",
                    ("diarienummer",),
                    f"{number} står också i {other.document.path.rpartition('/')[2]}.",
                    "kontrollera numret. Är det flera beslut i samma ärende: numrera dem under varandra, "
                    f"{ItemNumber(main)} och {ItemNumber(main, 'a')}, eller förklara det under förklaringar. "
                    "Samlar numret många olika handlingar: skriv samlingsnummer: ja i alla.",
                )


_TELLING = re.compile(r"(?<=\s)[A-ZÅÄÖ][\w:-]+|\b\d+:\d+\b|\b(?!(?:19|20)\d\d\b)\d+\b")
"""Words of a title that tell a matter from others: a name, the number of a property or a bill, but no year."""


def _of_one_matter(one: AgendaItem, other: AgendaItem) -> bool:
    if one.number and other.number and one.number.main == other.number.main:
        return True
    if one.header.struck or other.header.struck:
        return True
    words = (set(_TELLING.findall(item.header.title or "")) for item in (one, other))
    return bool(set.intersection(*words))


RULES: tuple[Rule, ...] = (
    record_has_a_body,
    folder_date,
    one_ordinary_meeting,
    item_number_once,
    item_numbers_in_a_row,
    case_number_once,
)
