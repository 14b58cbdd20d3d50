"""Feeds to follow the archive by: all, each kind of thing, each body, case and elected representative.

Every address depends on the record alone and never on the day, so that a subscription lives as long as its page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from build_scripts.exports.atom_text import FeedEntry, atom_text
from build_scripts.exports.exported_file import ExportedFile, Files
from macros import addresses
from macros.dates import written
from macros.dates.written import uncapital
from macros.facts.cases import Case, Event
from macros.facts.day import Day
from macros.facts.items import shown
from macros.facts.minutes import Minuted
from macros.facts.news import News, NewsKind, news
from macros.facts.notices import Posted
from macros.facts.paragraphs import Decided
from macros.facts.people import Elected, Voted
from macros.pages import states, wording
from macros.pages.notice_board import title_of
from macros.record.archive import AgendaItem, Meeting
from macros.record.corrections import Correction, MinutesChange

MOST = 100
"""How many entries a feed holds: the latest. A case's and a person's hold all."""

Entries = Callable[[], tuple[FeedEntry, ...]]


def files(facts: Day, site_url: str) -> Files:
    """Every feed, by name."""
    return dict(_files(facts, site_url))


def _files(facts: Day, site_url: str) -> Iterator[tuple[str, ExportedFile]]:
    told = _Told(facts)

    def file(address: str, name: str, page: str, entries: Entries, given_by: str) -> tuple[str, ExportedFile]:
        known = cache(entries)
        make = partial(_text, name, address, page, known, site_url)
        return address, ExportedFile(make, lambda: (name, known()), given_by)

    yield file(addresses.FEED, "Allt nytt", "", lambda: told.latest(lambda _: True), "")
    for kind in NewsKind:
        of_kind = partial(told.latest, partial(_is_of_kind, kind))
        yield file(addresses.kind_feed(kind.value), wording.NEWS[kind], "", of_kind, "")
    for body in facts.archive.bodies:
        of_body, name = partial(told.latest, partial(_is_of_body, body.id)), facts.name(body)
        yield file(addresses.body_feed(body.id), name, body.address, of_body, body.document.path)
        for one in facts.people.of(body):
            path = body.members.path if body.members else ""
            title = f"{one.person.names[-1]}, {name}"
            yield file(addresses.feed_of(one.address), title, one.address, partial(told.of_person, one), path)
    for address, case in facts.cases.addressed:
        if case.items:
            name, path = f"{case.number}: {case.title}", case.items[0].document.path
            yield file(addresses.feed_of(address), name, case.address, partial(told.of_case, case), path)


def _text(name: str, address: str, page: str, entries: Entries, site_url: str) -> str:
    return atom_text(name, address, page, entries(), site_url)


def _is_of_kind(kind: NewsKind, one: News) -> bool:
    return one.kind is kind


def _is_of_body(body_id: str, one: News) -> bool:
    return one.body.id == body_id


@dataclass(frozen=True)
class _Told:
    """All news of a day as entries, each worded once."""

    facts: Day

    @cached_property
    def _all(self) -> tuple[tuple[News, FeedEntry], ...]:
        return tuple((one, _entry(self.facts, one)) for one in news(self.facts))

    @cached_property
    def _by_address(self) -> dict[str, list[FeedEntry]]:
        found: dict[str, list[FeedEntry]] = defaultdict(list)
        for one, entry in self._all:
            found[one.address].append(entry)
        return found

    def latest(self, is_meant: Callable[[News], bool]) -> tuple[FeedEntry, ...]:
        """The latest news that are meant."""
        return tuple(entry for one, entry in self._all if is_meant(one))[:MOST]

    def of_case(self, case: Case) -> tuple[FeedEntry, ...]:
        """Each time that it is called to, what was decided, delegated and corrected in it, and where it was posted."""
        return _in_order(entry for event in case.events for entry in self._of_event(event))

    def _of_event(self, event: Event) -> Iterator[FeedEntry]:
        if event.decision is not None and event.source is not None:
            row = event.source.header.decisions.index(event.decision)
            for call in self._call(event.source.body_id, event.source.meeting_id):
                yield replace(
                    call,
                    id=f"{event.source.address}{event.decision.page or f'rad-{row + 1}'}",
                    title=f"Delegationsbeslut: {event.decision.decision}",
                    address=event.source.address_of(event.decision),
                    kind=NewsKind.DECISION.value,
                    updated=call.published,
                    told=(f"Beslutat {written.date(event.decision.date.date)}.",),
                )
        elif event.item is not None and event.stop is None:
            yield from self._of_item(event.item)

    def _of_item(self, item: AgendaItem) -> Iterator[FeedEntry]:
        if item.is_told:
            for call in self._call(item.body_id, item.meeting_id):
                struck = item.header.struck
                title = f"{'Utgår: ' if struck else ''}{item.title}: {call.title}"
                told = (*([wording.struck_words(struck)] if struck else []), *call.told[:1])
                yield replace(call, id=item.address, title=title, address=item.address, told=told)
        for decided in self.facts.minutes.of_item(item):
            if decided.is_shown and decided.part:
                yield from self._by_address.get(decided.address, ())
                for notice in decided.part.notices:
                    yield from self._by_address.get(notice.address, ())

    def _call(self, body_id: str, meeting_id: str | None) -> list[FeedEntry]:
        """The entry of the meeting's call, if it is told."""
        return self._by_address.get(addresses.meeting(body_id, meeting_id), []) if meeting_id else []

    def of_person(self, one: Elected) -> tuple[FeedEntry, ...]:
        """How the person voted, and dissents."""
        votes = (
            self._acted(one, found.decided, f"rost-{_number(found)}", f"Röst: {wording.CASTS[found.cast]}")
            for found in one.votes
        )
        dissents = (self._acted(one, found.decided, "reservation", "Reservation") for found in one.dissents)
        return _in_order(entry for found in (*votes, *dissents) for entry in found)

    def _acted(self, one: Elected, decided: Decided, what: str, words: str) -> Iterator[FeedEntry]:
        for entry in self._by_address.get(decided.address, ()):
            if entry.id == decided.address:
                yield replace(entry, id=f"{one.address}{decided.address}{what}", title=f"{words}. {entry.title}")


def _number(found: Voted) -> int:
    """Which of the paragraph's votes it is."""
    return found.decided.paragraph.votes.index(found.vote) + 1


def _in_order(entries: Iterator[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Each entry once, the latest first."""
    known = {entry.id: entry for entry in entries}.values()
    return tuple(sorted(known, key=lambda entry: (entry.updated, entry.published, entry.id), reverse=True))


def _entry(facts: Day, one: News) -> FeedEntry:
    title, told = _words(one)
    about = one.about
    day = (
        about.posted if isinstance(about, Posted) else about.meeting.date if isinstance(about, Decided) else about.date
    )
    author = facts.name(one.body, day)
    told = (*told, *map(_changed, one.changes), *wording.invented(one.body, day))
    return FeedEntry(
        one.id, f"{author}: {title}", one.address, author, one.kind.value, one.published, one.updated, told
    )


def _words(one: News) -> tuple[str, tuple[str, ...]]:
    """The title behind the body's name, and what is told of it."""
    about = one.about
    if isinstance(about, Meeting):
        return _of_meeting(about)
    if isinstance(about, Posted):
        what = "Sista dag att överklaga" if about.is_reviewable else "Uppe till och med"
        early = f"Togs ned {written.date(about.removed_early)}, före tidens slut." if about.removed_early else ""
        return f"Anslag: {title_of(about)}", (early or f"{what}: {written.weekday_date(about.last_day.date)}.",)
    before = "Rättelse: " if one.kind is NewsKind.CORRECTION else ""
    if isinstance(about, Minuted):
        approved = [number for part in about.parts if part.approved for number in part.approval.paragraphs]
        told = () if before else (f"Justerat: {wording.paragraph_range(approved)}.",)
        return f"{before}Protokoll {written.several_dates(about.meeting.days)}", told
    outcome = f", {uncapital(states.state(about.outcome).word)}" if about.outcome and not before else ""
    return f"{before}§ {about.number} {wording.paragraph_title(about)}{outcome}", () if before else about.texts


def _of_meeting(meeting: Meeting) -> tuple[str, tuple[str, ...]]:
    header = meeting.header
    state = "INSTÄLLT: " if meeting.is_cancelled else "Flyttat: " if header.moves else ""
    when = f"{wording.meeting_kind(meeting)} {written.several_dates(meeting.days, weekdays=True)}"
    place = [written.hours(header.hours) if header.hours else "", header.venue or ""]
    told = [f"{', '.join((when, *filter(None, place)))}."]
    if meeting.is_cancelled and header.state_reason:
        told.append(f"Skäl: {wording.unended(header.state_reason)}.")
    told += [f"Flyttat från {written.date(move.old)} till {written.date(move.new)}." for move in header.moves]
    told += [f"{item.number}. {item.title}{' (utgår)' if item.header.struck else ''}" for item in shown(meeting.items)]
    return f"{state}{when}", tuple(told)


def _changed(change: Correction | MinutesChange) -> str:
    if isinstance(change, Correction):
        return f"Rättelse {written.date(change.date)}: {change.text}"
    return f"{written.capital(change.kind.value)} {written.date(change.date)}: {change.reason}"
