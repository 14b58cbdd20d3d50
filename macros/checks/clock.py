"""Rules of the clock in minutes: the hours of each day, adjournments ("ajourneringar"), who came and went when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from macros.checks.given import Given, Rule
from macros.checks.members import listed
from macros.dates.written import in_words, listing, several_dates
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.attendance import Attendant, ServingSubstitute
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys


def hours_of_each_day(given: Given) -> Iterator[Finding]:
    """Minutes that say when the meeting began and ended ("tid") say it of each of its days that has been ("fler_dagar")."""
    for found in given.facts.minutes:
        said, days = len(found.header.hours), found.meeting.days
        if said > len(days) or (0 < said < len(days) and not found.is_going_on):
            yield found.document.error(
                "tid-dagar",
                ("tid",),
                f"Protokollet har klockslag för {in_words(said)} {'dag' if said == 1 else 'dagar'}, men sammanträdet har "
                f"{in_words(len(days))}: {several_dates(days)}.",
                "skriv en rad med klockslag för varje dag under tid:, eller rätta fler_dagar i kallelse.md.",
            )


def adjourned_while_it_sat(given: Given) -> Iterator[Finding]:
    """An adjournment ("ajournering") begins and ends while the meeting sat, at paragraphs of these minutes, in order."""
    for found in given.facts.minutes:
        for n, one in enumerate(found.header.adjournments):
            keys: Keys = ("ajourneringar", n)
            for key, number in (("efter_paragraf", one.after), ("under_paragraf", one.during)):
                if number is not None and number not in found.numbers:
                    yield found.document.error(
                        "ajournering",
                        (*keys, key),
                        f"§ {number} finns inte i protokollet, som har {paragraph_list(found.numbers)}.",
                        "rätta numret, eller ta bort raden: då visas ajourneringen utan paragraf.",
                    )
            days = [(key, day) for key, day in (("datum", one.date), ("till_datum", one.until)) if day is not None]
            strange = [(key, day) for key, day in days if day not in found.sittings.dates]
            for key, day in strange:
                yield _on_another_day(found, "ajournering", (*keys, key), day)
            if not strange:
                yield from _break(found, keys, *found.sittings.break_of(one))


def _on_another_day(found: Minuted, rule: str, keys: Keys, day: dt.date) -> Finding:
    return found.document.error(
        rule,
        keys,
        f"{day} är ingen av sammanträdets dagar: {several_dates(found.meeting.days)}.",
        f"rätta dagen, eller skriv - datum: {day} under fler_dagar: i kallelse.md.",
    )


def _break(found: Minuted, keys: Keys, began: dt.datetime | None, ended: dt.datetime | None) -> Iterator[Finding]:
    if began and ended and ended <= began:
        yield found.document.error(
            "ajournering",
            (*keys, "till_datum"),
            f"Ajourneringen slutar {_said(ended)}, innan den börjar {_said(began)}.",
            "rätta datum och till_datum.",
        )
        return
    outside = [moment for moment in (began, ended) if moment and not found.sittings.was_held_at(moment)]
    if outside:
        yield found.document.error(
            "ajournering",
            (*keys, "tid"),
            f"Sammanträdet pågick inte {_said(outside[0])}: {_hours(found)}.",
            "rätta klockslagen här, eller tid: i protokollet. Fortsatte sammanträdet en annan dag: skriv till_datum.",
        )


def came_while_it_sat(given: Given) -> Iterator[Finding]:
    """Who came or went by the clock ("från", "till") did so while the meeting sat, and went after they came."""
    for found in given.facts.minutes:
        for _, keys, one in listed(found):
            if one.date is not None and one.date not in found.sittings.dates:
                yield _on_another_day(found, "närvaro-tid", (*keys, "datum"), one.date)
                continue
            came, went = found.sittings.span_of(one)
            if one.arrived_at and one.left_at and came and went and went <= came:
                yield found.document.error(
                    "närvaro-tid",
                    (*keys, "till"),
                    f"{one.name} gick {one.left_at:%H:%M} men kom {one.arrived_at:%H:%M}.",
                    "rätta klockslagen. Höll sammanträdet på över midnatt: skriv tid: i protokollet, till exempel 18:00-00:30.",
                )
                continue
            for key, time, moment in (("från", one.arrived_at, came), ("till", one.left_at, went)):
                if time and moment and not found.sittings.was_held_at(moment):
                    yield found.document.error(
                        "närvaro-tid",
                        (*keys, key),
                        f"{one.name} {'kom' if key == 'från' else 'gick'} {_said(moment)}, men då pågick inte sammanträdet: "
                        f"{_hours(found)}.",
                        "rätta klockslaget, eller tid: i protokollet.",
                    )


def clocks_do_not_meet(given: Given) -> Iterator[Finding]:
    """Nobody is there twice at one hour, and no two substitutes serve for one member at the same hour."""
    for found in given.facts.minutes:
        for (_, _, one), (_, keys, other) in combinations(listed(found), 2):
            if not (one.is_by_clock and other.is_by_clock and _meet(found, one, other)):
                continue
            if one.name == other.name and type(one) is type(other) and one.name not in found.unclear_names:
                yield found.document.error(
                    "dubbel-närvaro",
                    (*keys, "namn"),
                    f"{one.name} står två gånger för samma tid.",
                    "rätta från och till, så att tiderna inte går in i varandra.",
                )
            elif _replaced(one) is not None and _replaced(one) == _replaced(other):
                yield found.document.error(
                    "tjänstgöring-dubbel",
                    (*keys, "för"),
                    f"{one.name} och {other.name} tjänstgör båda för {_replaced(one)} vid samma tid.",
                    "rätta vem som ersattes, eller från och till, så att tiderna inte går in i varandra.",
                )


def _replaced(one: Attendant) -> str | None:
    return one.replaces if isinstance(one, ServingSubstitute) else None


def _meet(found: Minuted, one: Attendant, other: Attendant) -> bool:
    """Whether both were there at some hour; not known, and so not said, where a time falls on no known day."""
    spans = [found.sittings.span_of(each) for each in (one, other)]
    placed = len(found.sittings.days) == 1 or (one.date is not None and other.date is not None)
    came, went = ([at for at in each if at is not None] for each in zip(*spans, strict=True))
    return placed and (not came or not went or max(came) < min(went))


def _said(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _hours(found: Minuted) -> str:
    """When the meeting sat, as the minutes say."""
    return listing(
        [
            f"{one.date} {one.hours.start:%H:%M}-{one.hours.end:%H:%M}"
            for one in found.sittings.days
            if one.hours and one.hours.end
        ]
    )


RULES: tuple[Rule, ...] = (
    hours_of_each_day,
    adjourned_while_it_sat,
    came_while_it_sat,
    clocks_do_not_meet,
)
