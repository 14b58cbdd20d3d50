"""The start page below its heading: search, latest decisions, what can be appealed, next meetings, ways in, and the bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote_plus

from markupsafe import Markup

from macros import addresses
from macros.dates.written import day_and_month, weekday_day
from macros.facts.appeals import still_open
from macros.facts.day import Day
from macros.facts.items import shown
from macros.facts.meetings import MeetingDay
from macros.facts.minutes import Minuted
from macros.facts.notices import Posted
from macros.facts.paragraphs import Decided
from macros.pages import wording
from macros.pages.record_page import Link
from macros.pages.states import State, day_states
from macros.pages.templating import render, root_from
from macros.pages.wording import unbroken
from macros.record.archive import Archive, Body
from macros.record.summons import MeetingState
from macros.texts.alphabet import alphabetical

MOST_DECISIONS = 3
MOST_APPEALABLE = 3
MOST_MEETINGS = 6
LEAST_WORD = 6
"""Letters of a word that is worth searching for."""


@dataclass(frozen=True)
class Appealable:
    """A notice that is up, what of it can be appealed, and how many days are left after today."""

    notice: Posted
    what: str
    days_left: int


@dataclass(frozen=True)
class ListedBody:
    """A body in the list, with what an archive that is no longer added to tells of it: its meetings and matters."""

    body: Body
    told: tuple[Link, ...]


def start(facts: Day, address: str = "") -> Markup:
    """Everything below the start page's heading; `address` is the page it stands on."""
    settled = facts.minutes.settled
    appealable = list(_appealable(facts))
    return render(
        "start.html",
        root=root_from(address),
        today=facts.today,
        examples=[(words, quote_plus(words)) for words in _examples(settled)],
        decisions=list(one_of_each_matter(settled))[:MOST_DECISIONS],
        appealable=appealable[:MOST_APPEALABLE],
        all_appealable=len(appealable),
        up=len(facts.notices.up),
        coming=[(found, _states(found)) for found in facts.meetings.next_of_each[:MOST_MEETINGS]],
        lists=[Link(facts.name(body), addresses.delegation_lists(body.id)) for body in _ordered(facts) if body.lists],
        minutes=[
            Link(f"{facts.name(found.body, found.date)} {wording.plain_dates(found.meeting.days)}", found.address)
            for found in _latest_minutes(facts)
        ],
        municipalities=[
            (name, [ListedBody(body, tuple(_told(body))) for body in found])
            for name, found in groupby(_ordered(facts), lambda body: body.header.municipality)
        ],
    )


def spoken_of(facts: Day) -> Markup:
    """Which day the page speaks of, as record pages say it."""
    return render("spoken_of.html", today=facts.today)


def courts(archive: Archive, address: str = "") -> Markup:
    """The court that each body's decisions are appealed to, where the record knows it.

    Source: KL 13:5-6.
    """
    known = [
        body for body in sorted(archive.bodies, key=_place) if body.header.appeal_to and not body.header.historical
    ]
    return render("courts.html", root=root_from(address), bodies=known)


def one_of_each_matter(settled: Iterable[Decided]) -> Iterator[Decided]:
    """The first paragraph of each matter: one that was settled in several stands once."""
    seen = set[str]()
    for decided in settled:
        if decided.items[0].address not in seen:
            seen.add(decided.items[0].address)
            yield decided


def _examples(settled: Iterable[Decided]) -> Iterator[str]:
    """Three searches that find something: a word, a case number and a day, of the latest decision that has all of them."""
    for decided in settled:
        for item in decided.items:
            word = max(filter(str.isalpha, item.title.split()), key=len, default="")
            if len(word) >= LEAST_WORD and item.header.case_number:
                yield from (word.lower(), item.header.case_number, unbroken(day_and_month(decided.meeting.date)))
                return


def _appealable(facts: Day) -> Iterator[Appealable]:
    """The notices with something that can be appealed, those whose time ends first at the top."""
    for notice in sorted(facts.notices.up, key=lambda one: (one.last_day.date, one.address)):
        left = (notice.last_day.date - facts.today).days
        if notice.delegated:
            yield Appealable(notice, notice.delegated.header.title, left)
        elif found := still_open(facts.minutes.announced_by(notice), facts.today):
            yield Appealable(notice, _called(found), left)


def _called(found: Sequence[Decided]) -> str:
    """Paragraphs by number and matter: "§§ 43, 47 Delårsrapport och 1 beslut till"."""
    titles = list(dict.fromkeys(map(wording.paragraph_title, found)))
    more = f" och {len(titles) - 1} beslut till" if len(titles) > 1 else ""
    return f"{wording.paragraph_range(one.number for one in found)} {titles[0]}{more}"


def _states(found: MeetingDay) -> tuple[State, ...]:
    """How far the meeting has come, and while it waits, whether there is an agenda or when it comes."""
    day, *more = day_states(found)
    if found.is_proposed or (found.meeting and found.meeting.header.state is MeetingState.HELD):
        return (day, *more)
    return (_call(found), *more)


def _call(found: MeetingDay) -> State:
    if found.meeting and found.meeting.header.state is MeetingState.CALLED:
        items = wording.number_of(len(found.meeting.agenda), "ärende", "ärenden")
        return State(f"Föredragningslista, {items}", "kallat")
    if found.call_due is None:
        return State("Kallelsen är inte publicerad än", "planerat")
    return State(f"Kallelsen kommer senast {unbroken(weekday_day(found.call_due, found.call_due.year))}", "planerat")


def _latest_minutes(facts: Day) -> list[Minuted]:
    """Each body's latest minutes that are public."""
    latest: dict[str, Minuted] = {}
    for minuted in facts.minutes:
        if minuted.is_public and (minuted.body.id not in latest or minuted.date > latest[minuted.body.id].date):
            latest[minuted.body.id] = minuted
    return [latest[body.id] for body in _ordered(facts) if body.id in latest]


def _told(body: Body) -> Iterator[Link]:
    """The meetings with an agenda and the matters without a meeting of a body that is no longer followed."""
    if body.header.historical:
        for meeting in body.meetings:
            if shown(meeting.items):
                yield Link(f"{wording.meeting_kind(meeting)} {wording.plain_dates(meeting.days)}", meeting.address)
        for item in shown(body.matters):
            yield Link(item.title, item.address)


def _ordered(facts: Day) -> list[Body]:
    return sorted(facts.archive.bodies, key=_place)


def _place(body: Body) -> tuple[bool, object, object]:
    """Invented bodies last: a reader looks for a real one."""
    return body.header.invented, alphabetical(body.header.municipality), alphabetical(body.name)
