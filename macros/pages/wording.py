"""How values are worded and marked up on pages: dates, times, sizes and reasons. The same everywhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from markupsafe import Markup, escape

from macros.dates import written
from macros.facts.history import EventKind
from macros.facts.meetings import MeetingDay
from macros.facts.news import NewsKind
from macros.facts.paragraphs import Decided
from macros.facts.people import Cast, Presence
from macros.law import in_one_form
from macros.record.archive import Body, Meeting
from macros.record.body import BodyKind, Openness
from macros.record.corrections import ChangeKind
from macros.record.filed import File
from macros.record.item import Arrival, Explained, ItemKind, Struck, Withdrawable, WithheldReason
from macros.record.numbers import paragraph_list
from macros.record.summons import MeetingKind, SummonsHeader
from macros.record.values import Hours, Month

NBSP = "\N{NO-BREAK SPACE}"


def unbroken(text: str) -> str:
    """The text with its day kept on the month's line and "kl." on the hour's."""
    words = text.split(" ")
    joined = words[0]
    for before, word in pairwise(words):
        joined += (NBSP if (before.isdigit() and len(before) < 3) or before == "kl." else " ") + word
    return joined


@cache
def plain_day(day: dt.date) -> str:
    """A date with its weekday, for titles: "torsdag 14 september 2017"."""
    return unbroken(written.weekday_date(day))


@cache
def plain_date(day: dt.date) -> str:
    """A date, for titles: "14 september 2017"."""
    return unbroken(written.date(day))


def plain_days(days: Sequence[dt.date]) -> str:
    """A meeting's days with their weekdays, for titles: "tisdag 8 och onsdag 9 december 2026"."""
    return unbroken(written.several_dates(days, weekdays=True))


def plain_dates(days: Sequence[dt.date]) -> str:
    """A meeting's days, for titles: "8 och 9 december 2026"."""
    return unbroken(written.several_dates(days))


def days(of: Sequence[dt.date]) -> Markup:
    """A meeting's days, each with its weekday and its form for machines."""
    return Markup(written.listing([day(one) for one in of]))


def dates(of: Sequence[dt.date]) -> Markup:
    """A meeting's days without their weekdays."""
    return Markup(written.listing([date(one) for one in of]))


def short_days(of: Sequence[dt.date]) -> Markup:
    """A meeting's days, where the year stands above."""
    return Markup(written.listing([short_day(one) for one in of]))


@cache
def day(of: dt.date) -> Markup:
    """A date with its weekday; the machine's form stands in `datetime`."""
    return Markup(f'<time datetime="{of.isoformat()}">{plain_day(of)}</time>')


@cache
def date(of: dt.date) -> Markup:
    """A date without its weekday."""
    return Markup(f'<time datetime="{of.isoformat()}">{plain_date(of)}</time>')


@cache
def short_day(of: dt.date) -> Markup:
    """Weekday, day and month, where the year stands above: "torsdag 14 september"."""
    return Markup(f'<time datetime="{of.isoformat()}">{unbroken(written.weekday_day(of, of.year))}</time>')


@cache
def clock(time: dt.time) -> str:
    """A time of day: "kl. 19.00"."""
    return unbroken(written.clock(time))


def hours(span: Hours) -> str:
    """A time of day or a span: "kl. 16.00–17.30"."""
    return unbroken(written.hours(span))


def days_left(days: int) -> str:
    """How long a time still runs, its last day not counted: "11 dagar kvar", "sista dagen"."""
    return f"{number_of(days, 'dag', 'dagar')} kvar" if days else "sista dagen"


def month(of: Month) -> str:
    """A month: "augusti 2017"."""
    return written.month(of)


def size(file: File) -> str:
    """Kind and size of a file: "PDF, 12 kB", "PDF, 1,4 MB"."""
    kind = file.name.rpartition(".")[2].upper()
    if file.size < 1_000_000:
        return f"{kind}, {max(1, round(file.size / 1000))}{NBSP}kB"
    return f"{kind}, {file.size / 1_000_000:.1f}".replace(".", ",") + f"{NBSP}MB"


def unended(sentence: str) -> str:
    """The sentence without its full stop, to stand inside another."""
    return sentence.rstrip().removesuffix(".")


def invented(body: Body, day: dt.date) -> tuple[str, ...]:
    """What is told of everything that an invented body does, by its name on the day; nothing of a real one."""
    return (f"Påhittat exempel: {body.name_on(day)} finns inte.",) if body.header.invented else ()


def because(reason: str | None) -> str:
    """Why, as a sentence after another; empty where nothing is said."""
    return f" Skäl: {unended(reason)}." if reason else ""


def cancelled(summons: SummonsHeader) -> str:
    """That a meeting is cancelled, and why."""
    return f"Sammanträdet är inställt.{because(summons.state_reason)}"


def possessive(name: str) -> str:
    """The name in the genitive: "Botkyrka kommuns", "Borås"."""
    return name if name[-1:] in "sxz" else f"{name}s"


def parted(address: str) -> Markup:
    """An e-mail or web address that lines may end within, before its signs and never inside a word."""
    return Markup(re.sub(r"(?<=\w)(?=[@./])", "<wbr>", escape(address)))


def paragraph_range(numbers: Iterable[int]) -> str:
    """Paragraph numbers as they are written, unbroken after the sign: "§ 47", "§§ 43–45, 47"."""
    return paragraph_list(numbers).replace(" ", NBSP, 1)


def paragraphs_in_text(numbers: Iterable[int]) -> str:
    """Paragraph numbers inside a sentence: "§ 47", "§§ 43–45 och 47"."""
    head, comma, last = paragraph_range(numbers).rpartition(", ")
    return f"{head} och {last}" if comma else last


def number_of(count: int, one: str, many: str) -> str:
    """A count with its noun: "1 ärende", "5 ärenden"; unbroken, unless the two would be wider than the narrowest line."""
    noun = one if count == 1 else many
    return f"{count}{NBSP if len(noun.split()[0]) < LONG_WORD else ' '}{noun}"


LONG_WORD = 10
"""Letters: with two figures before it, a word of so many fills a line of large text on a small phone."""


def paragraph_title(decided: Decided) -> str:
    """What a paragraph is called: of what is withheld, only that it is."""
    if not decided.is_titled:
        if decided.withdrawal is not None:
            return "Tillbakadragen paragraf"
        secret = any(item.header.reason is WithheldReason.SECRECY for item in decided.items)
        return "Sekretess" if secret else "Visas inte"
    if decided.items:
        return "; ".join(item.title for item in decided.items)
    if decided.paragraph.title and not decided.is_approved:
        return "Rubriken visas när paragrafen är justerad"
    return decided.paragraph.point or decided.paragraph.title or "Ärende som inte finns i arkivet"


CHANGES = {ChangeKind.TOLD_RIGHTLY: "Rättad återgivning", ChangeKind.WITHDRAWN: "Tillbakadragen"}
"""What was done to what is told here of approved minutes."""

PRESENCE = {
    Presence.CHAIR: "Ordförande",
    Presence.MEMBER: "Ledamot",
    Presence.SERVING_SUBSTITUTE: "Tjänstgörande ersättare",
    Presence.SUBSTITUTE: "Ersättare",
}
CASTS = {Cast.YES: "Ja", Cast.NO: "Nej", Cast.ABSTAINED: "Avstod"}


WITHHELD_APPEAL = "Den som ett sådant beslut gäller får veta hur det överklagas tillsammans med beslutet."
"""How a decision that is not shown is appealed. Source: FL 33 §."""

RAISED = {ItemKind.MOTION: "motionen", ItemKind.CITIZENS_PROPOSAL: "medborgarförslaget"}
"""What is to be decided within a year, inside a sentence."""

_MEETING_KINDS = {
    MeetingKind.ORDINARY: "Sammanträde",
    MeetingKind.EXTRA: "Extra sammanträde",
    MeetingKind.CONSTITUENT: "Konstituerande sammanträde",
}
BODY_KINDS = {kind: written.capital(kind.value) for kind in BodyKind}
ITEM_KINDS = {kind: written.capital(kind.value) for kind in ItemKind} | {
    ItemKind.DECISION: "Beslutsärende",
    ItemKind.REPORTED: "Anmälningsärende",
    ItemKind.DELEGATION: "Anmälan av delegationsbeslut",
    ItemKind.MOTION_RESPONSE: "Svar på motion",
}
"""What kind of item it is, so that nobody takes a proposal for a decision."""


OPENNESS_OF_BODY = {Openness.OPEN: "Öppna för allmänheten", Openness.CLOSED: "Stängda för allmänheten"}
OPENNESS_OF_MEETING = {Openness.OPEN: "Öppet för allmänheten", Openness.CLOSED: "Stängt för allmänheten"}
"""Whether the public may attend a body's meetings, or one of them; nothing where it is not known."""

NEWS = {
    NewsKind.CALL: "Kallelser",
    NewsKind.MINUTES: "Justerade protokoll",
    NewsKind.DECISION: "Beslut",
    NewsKind.NOTICE: "Anslag",
    NewsKind.CORRECTION: "Rättelser och ändringar",
}
"""What a feed of one kind of news is called."""


def meeting_kind(meeting: Meeting) -> str:
    """What kind of meeting it is, as a heading begins."""
    return _MEETING_KINDS[meeting.header.kind]


def that_meeting(called: str) -> str:
    """A meeting inside a sentence, from what it is called: "det extra sammanträdet 8 oktober 2026"."""
    definite = written.uncapital(called.replace("ammanträde", "ammanträdet", 1))
    return definite if definite.startswith("s") else f"det {definite}"


def which_meeting(found: MeetingDay) -> str:
    """A meeting among a body's: its days, and what kind it is where it is no ordinary one, as two may be held on a day."""
    days = written.capital(plain_days(found.days))
    if found.meeting is None or found.meeting.header.kind is MeetingKind.ORDINARY:
        return days
    return f"{days}, {meeting_kind(found.meeting).lower()}"


def struck_words(struck: Struck) -> str:
    """When and why an item was taken off the agenda ("utgår"), as a sentence."""
    reason = f": {unended(struck.reason)}" if struck.reason else ""
    return f"Togs bort från föredragningslistan {plain_date(struck.date)}{reason}."


_REASONS = {
    WithheldReason.SECRECY: "uppgifterna kan omfattas av sekretess",
    WithheldReason.PERSONAL_DATA: "handlingen innehåller personuppgifter",
    WithheldReason.COPYRIGHT: "handlingen skyddas av upphovsrätt",
    WithheldReason.UNREAD: "handlingen är inte läst än",
}


def why_withheld(withheld: Explained) -> str:
    """Why something is not shown, as a piece of a sentence; the section of law only where secrecy is the reason."""
    if withheld.reason is None:
        return "skälet är inte angivet"
    law = withheld.legal_ground if withheld.reason is WithheldReason.SECRECY else None
    return _REASONS[withheld.reason] + (f" enligt {in_one_form(law)}" if law else "")


def when_and_why_withheld(withheld: Withdrawable) -> str:
    """Why something is not shown, after the day it was withdrawn if it had been shown, as a piece of a sentence."""
    day = f"drogs tillbaka den {plain_date(withheld.withdrawn)}: " if withheld.withdrawn else ""
    return day + why_withheld(withheld)


PAST = {
    EventKind.APPROVED: "justerat",
    EventKind.TOLD_RIGHTLY: "rättad återgivning",
    EventKind.CORRECTED: "rättelse",
    EventKind.REPLACED: "ny bilaga i stället för en tidigare",
    EventKind.WITHDRAWN: "tillbakadragen",
}
"""What was done with what a page shows."""

ARRIVALS = {
    Arrival.SUMMONS: "Med kallelsen",
    Arrival.LATE_DISPATCH: "Tillkom i ett kompletterande utskick",
    Arrival.AT_MEETING: "Tillkom vid sammanträdet",
}
