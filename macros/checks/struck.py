"""Rules of items that were struck from an agenda after the call ("utgår"): the day, what became of them, where they went."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of, impossible
from macros.checks.publication import telling
from macros.dates.written import several_dates
from macros.facts.items import name_of
from macros.finding import Finding
from macros.record.archive import AgendaItem, Body
from macros.record.item import Struck
from macros.record.minutes import Outcome
from macros.record.schema import said_beside
from macros.record.summons import MeetingState
from macros.record.values import did_you_mean


def struck_on_a_possible_day(given: Given) -> Iterator[Finding]:
    """An item is struck ("utgår") from a meeting's agenda, on a day that has been and not after the meeting."""
    for item, struck in _struck(given):
        meeting = given.archive.meeting(item.body_id, item.meeting_id)
        if meeting is None:
            told = "Ärendet har inget sammanträde, och kan inte utgå ur någon föredragningslista."
            remedy = "ta bort utgår; lägg ärendet i sammanträdets mapp om det har kallats till ett."
            yield item.document.error("utgår-dag", ("utgår",), told, remedy)
            continue
        if wrong := impossible(struck.date, given.today):
            told = wrong[0]
        elif struck.date > meeting.last_day:
            told = f"{struck.date} är efter sammanträdet {several_dates(meeting.days)}."
        else:
            continue
        latest = min(given.today, meeting.last_day)
        remedy = f"skriv dagen då ärendet togs bort från föredragningslistan, senast {latest}."
        yield item.document.error("utgår-dag", ("utgår", "datum"), told, remedy)


def struck_is_not_decided(given: Given) -> Iterator[Finding]:
    """An item that was struck ("utgår") has no paragraph, or one that says so; it cannot have been decided."""
    for item, struck in _struck(given):
        for one in given.facts.minutes.of_item(item):
            outcome = one.paragraph.outcome
            if outcome not in (Outcome.WITHDRAWN, Outcome.WITHHELD) and one.meeting.minutes is not None:
                yield one.meeting.minutes.error(
                    "utgår-beslut",
                    (*one.keys, "utfall"),
                    f"§ {one.number} har utfallet {outcome}, men ärendet {item.slug} utgick {struck.date}.",
                    f"togs det upp: ta bort utgår ur {item.document.path}. Annars skriv utfall: {Outcome.WITHDRAWN}, "
                    "eller ta bort paragrafen om den inte är justerad.",
                )


def moved_item_comes_back(given: Given) -> Iterator[Finding]:
    """An item moved to a later meeting ("utgår", "till") is taken up there by one that continues it ("fortsätter").

    Asked for when that meeting has been called; before, its agenda is still being made.
    """
    for item, struck in _struck(given):
        body = given.archive.body_by_id[item.body_id]
        if struck.moved_to is None or item.meeting_id is None or given.is_unread(folder_of(body.document.path)):
            continue
        told = _wrongly_moved(given, body, item, struck.moved_to)
        if told is not None:
            yield item.document.error("utgår-till", ("utgår", "till"), *told)
            continue
        after = given.facts.items.continued_by(item)
        meeting = body.meeting_by_id.get(struck.moved_to)
        if after is not None and after.meeting_id not in (struck.moved_to, None):
            yield item.document.warning(
                "utgår-till",
                ("utgår", "till"),
                f"Ärendet fortsätter på sammanträdet {after.meeting_id}, inte på {struck.moved_to}.",
                f"skriv till: {after.meeting_id}, eller rätta fortsätter i {after.document.path}.",
            )
        elif after is None and meeting is not None and meeting.header.state is not MeetingState.PLANNED:
            yield item.document.warning(
                "utgår-till",
                ("utgår", "till"),
                f"Inget ärende på sammanträdet {meeting.id} fortsätter det här.",
                f"skriv fortsätter: {name_of(item)} i ärendet där, eller ta bort till om det inte togs upp.",
            )


def _wrongly_moved(given: Given, body: Body, item: AgendaItem, folder: str) -> tuple[str, str] | None:
    """What is wrong with the meeting that an item was moved to, and what to do; None where it is a later one."""
    meeting, own = body.meeting_by_id.get(folder), body.meeting_by_id[item.meeting_id or ""]
    later = [found for found in given.facts.meetings.of(body) if found.moment > own.moment]
    names = [found.meeting.id if found.meeting else found.date.isoformat() for found in later]
    if folder in names:
        return None
    if meeting is not None:
        told = f"Sammanträdet {folder} är inte efter {own.date}, då ärendet skulle ha tagits upp."
    else:
        told = f'Organet har inget sammanträde "{folder}", varken med mapp eller i sammanträdesordningen.'
    near = did_you_mean(folder, names)
    listed = f"; de närmaste är {', '.join(names[:3])}" if names else ""
    return told, f"Menade du {near}?" if near and not meeting else f"skriv det senare sammanträdets mapp{listed}."


def struck_tells_nothing_of_the_hidden(given: Given) -> Iterator[Finding]:
    """Of an item that is not shown it may be told that it was struck ("utgår"), when and to what meeting; not why."""
    for item, struck in _struck(given):
        for key in said_beside(struck, _MAY_STAND) if not item.is_public else ():
            yield telling(item.document, ("utgår", key), f"Ärendet visas inte men utgår innehåller {key}.")


_MAY_STAND = frozenset(("date", "moved_to"))
"""What may be told of an item that is not shown; any other key is refused, so that a new one is."""


def _struck(given: Given) -> Iterator[tuple[AgendaItem, Struck]]:
    for item in given.archive.items:
        if item.header.struck is not None:
            yield item, item.header.struck


RULES: tuple[Rule, ...] = (
    struck_on_a_possible_day,
    struck_is_not_decided,
    moved_item_comes_back,
    struck_tells_nothing_of_the_hidden,
)
