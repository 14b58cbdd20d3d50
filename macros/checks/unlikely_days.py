"""Days that nobody means: a finger's slip on a year, calls sent when the meeting was over, numbers and names of days to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from macros.checks.given import Given, Rule
from macros.checks.texts import at
from macros.dates.written import capital, date
from macros.facts.meetings import has_its_day
from macros.finding import Finding, Level
from macros.record.archive import Meeting
from macros.record.delegation import WrittenDate
from macros.record.former_names import FormerName
from macros.record.loose_dates import ANY_MONTH, ANY_WEEKDAY, WEEKDAYS, loose_date
from macros.record.schema import Document, Keys, Model

FARTHEST = 9
"""Years between a meeting and a day that its papers name: a time limit may be as long, and hardly a report older."""

OLDEST = 99
"""Years since a day that a file of no meeting names."""

_YEAR = re.compile(r"(?<![\d.-])(\d{4})(?=-\d\d-\d\d)")
_YEAR_OF_NUMBER = re.compile(r"(?<!\d)((?:19|2\d)\d\d)(?!\d)")


def years_off_the_meeting(given: Given) -> Iterator[Finding]:
    """A day in the papers of a meeting is of about its years: 4026 and 1926 are slips, and an old source is explained.

    The rows of a list are of its month, or told so by the list's own rule.
    """
    lists = {found.document.path for found in given.lists}
    for meeting in _meetings(given):
        for document in _papers(meeting):
            around = range(meeting.date.year - FARTHEST, meeting.date.year + FARTHEST + 1)
            for keys, day in _far_days(document, around):
                if document.path in lists and keys[0] == "beslut":
                    continue
                yield document.warning(
                    "datum-långt-ifrån",
                    keys,
                    f"{day} ligger {abs(day.year - meeting.date.year)} år från sammanträdet {meeting.date}.",
                    "rätta årtalet. Är dagen riktig: förklara den i filen.",
                )


def years_nobody_lives_to_see(given: Given) -> Iterator[Finding]:
    """A day in a file of no meeting is of these times: mandates may be old, and none is given for ever."""
    papers = {document.path for meeting in given.archive.meetings for document in _papers(meeting)}
    around = range(given.today.year - OLDEST, given.today.year + FARTHEST + 1)
    for document in given.archive.documents():
        for keys, day in _far_days(document, around) if document.path not in papers else ():
            yield document.warning(
                "datum-långt-ifrån",
                keys,
                f"{day} ligger {abs(day.year - given.today.year)} år från i dag.",
                "rätta årtalet. Är det en sista dag som ingen har bestämt: ta bort raden.",
            )


def called_when_it_was_over(given: Given) -> Iterator[Finding]:
    """A call ("kallelse") is sent before the meeting's last day is over."""
    for meeting in _meetings(given):
        called = meeting.header.called
        if called is not None and called > meeting.days[-1]:
            yield meeting.document.warning(
                "kallelse-efteråt",
                ("kallelsens_datum",),
                f"Kallelsen är daterad {called}, efter sammanträdet {meeting.days[-1]}.",
                "rätta kallelsens_datum till den dag då kallelsen skickades.",
            )


def numbers_of_years_to_come(given: Given) -> Iterator[Finding]:
    """A matter that a meeting took up had its number ("diarienummer") by then."""
    for meeting in _meetings(given):
        for item in meeting.items:
            years = [int(year) for year in _YEAR_OF_NUMBER.findall(item.header.case_number or "")]
            if years and min(years) > meeting.days[-1].year:
                yield item.document.warning(
                    "diarienummer-framtid",
                    ("diarienummer",),
                    f"Diarienumret {item.header.case_number} är av ett år efter sammanträdet {meeting.date}.",
                    "rätta årtalet i diarienumret.",
                )


_WEEKDAY_AND_DAY = re.compile(
    rf"\b({ANY_WEEKDAY})(?:en)?,? +(?:den +)?(\d{{1,2}} +(?:{ANY_MONTH}))(?: +(\d{{4}}))?\b",
    re.IGNORECASE,
)


def weekday_is_that_of_the_day(given: Given) -> Iterator[Finding]:
    """A day that a text names with its weekday is one: who reads "onsdag 17 december" comes on one of two days.

    Without a year a call's is the one nearest to the meeting; a report's may be of its year, or of the one before or after.
    """
    for meeting in _meetings(given):
        for document in _papers(meeting):
            for found in _WEEKDAY_AND_DAY.finditer(document.body):
                days = _days_meant(found[2].lower(), found[3], meeting.date)
                days = days[:1] if document is meeting.document else days
                if days and found[1].lower() not in (WEEKDAYS[day.weekday()] for day in days):
                    yield Finding(
                        at(document.source, found.start(), len(found[0])),
                        Level.WARNING,
                        "veckodag-datum",
                        f"{capital(date(days[0]))} är en {WEEKDAYS[days[0].weekday()]}.",
                        f"skriv {WEEKDAYS[days[0].weekday()]}, eller rätta dagen.",
                    )


def _days_meant(written: str, year: str | None, meeting: dt.date) -> list[dt.date]:
    """The days that are meant by "12 mars", the nearest to the meeting first; one where the year is written."""
    years = [int(year)] if year else [meeting.year + step for step in (-1, 0, 1)]
    days = [day for one in years if (day := loose_date(f"{written} {one}"))]
    return sorted(days, key=lambda day: abs(day - meeting))


def names_of_days_to_come(given: Given) -> Iterator[Finding]:
    """A body has its new name when the former one ("tidigare_namn") has ended: before, every page would tell it too soon."""
    for body in given.archive.bodies:
        for n, former in enumerate(body.header.former_names):
            if former.last >= given.today:
                yield body.document.error(
                    "namn-framtid",
                    ("tidigare_namn", n, "till"),
                    f"Organet heter {former.name} till och med {former.last}, och den dagen är inte slut.",
                    f"låt namn: vara {former.name} tills dess, och gör bytet dagen efter.",
                )


def former_names_follow_each_other(given: Given) -> Iterator[Finding]:
    """Former names ("tidigare_namn") of a body or a person stand in order: of two that end on one day nobody bore one."""
    for body in given.archive.bodies:
        persons = body.members.header.persons if body.members else ()
        yield from _out_of_order(body.document, (), body.header.former_names)
        for n, person in enumerate(persons):
            if body.members:
                yield from _out_of_order(body.members, ("förtroendevalda", n), person.former_names)


def _out_of_order(document: Document[Any], keys: Keys, names: Sequence[FormerName]) -> Iterator[Finding]:
    for n, (earlier, later) in enumerate(pairwise(names), 1):
        if later.last <= earlier.last:
            yield document.error(
                "namn-ordning",
                (*keys, "tidigare_namn", n, "till"),
                f"Namnet {later.name} slutade {later.last}, inte efter {earlier.name}, som slutade {earlier.last}.",
                "skriv namnen i tidsordning, det äldsta först, och varje namns egen sista dag.",
            )


def _meetings(given: Given) -> Iterator[Meeting]:
    """Those whose day is not in doubt."""
    return (meeting for meeting in given.archive.meetings if has_its_day(meeting))


def _papers(meeting: Meeting) -> Iterator[Document[Any]]:
    yield meeting.document
    if meeting.minutes is not None:
        yield meeting.minutes
    yield from (found.document for found in meeting.lists)
    for item in meeting.items:
        yield item.document
        yield from (paper.document for paper in item.papers)


def _far_days(document: Document[Any], around: range) -> Iterator[tuple[Keys, dt.date]]:
    """The days of other years than those; a cheap look first, since nearly no file has any."""
    if any(int(year) not in around for year in set(_YEAR.findall(document.source.header))):
        yield from ((keys, day) for keys, day in _days(document.header) if day.year not in around)


def _days(part: Any, keys: Keys = ()) -> Iterator[tuple[Keys, dt.date]]:
    """Every day in a header, with where it stands."""
    if isinstance(part, Model):
        for name in part.model_fields_set:
            yield from _days(getattr(part, name), (*keys, type(part).model_fields[name].alias or name))
    elif isinstance(part, tuple):
        for n, row in enumerate(part):
            yield from _days(row, (*keys, n))
    elif isinstance(part, WrittenDate):
        yield keys, part.date
    elif isinstance(part, dt.date) and not isinstance(part, dt.datetime):
        yield keys, part


RULES: tuple[Rule, ...] = (
    years_off_the_meeting,
    years_nobody_lives_to_see,
    called_when_it_was_over,
    numbers_of_years_to_come,
    weekday_is_that_of_the_day,
    names_of_days_to_come,
    former_names_follow_each_other,
)
