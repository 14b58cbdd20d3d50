"""`klubbat ersättare`: which substitutes are next to be called in for those who cannot come, by the body's own order."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import unicodedata
from collections.abc import Iterator, Sequence

from build_scripts import named
from build_scripts.loading import load
from build_scripts.project import WrongUse, add_format, add_today, given_day, today
from macros.checks.members import why_no_mandate
from macros.dates.written import listing, weekday_date, wrapped
from macros.facts.day import Day
from macros.facts.substitutes import NO_PARTY, CalledIn, NoCall, called_in
from macros.record import layout
from macros.record.archive import Body
from macros.record.members import MembersHeader, Person
from macros.record.values import did_you_mean

HELP = "Säger vilka ersättare som står på tur att kallas in för dem som inte kan komma."


_NEEDS_NOBODY = (NoCall.SUBSTITUTE, NoCall.THERE)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the day, and who is absent."""
    named.add_body(parser)
    named.add_day(parser)
    parser.add_argument(
        "--frånvarande",
        dest="absent",
        action="append",
        required=True,
        metavar="NAMN",
        help="den som inte kommer, ledamot eller ersättare; kan upprepas",
    )
    add_format(parser)
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints who is next for each; 1 when nobody can be named for somebody."""
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    for part in (layout.MEMBERS.file, arguments.day):
        named.refuse_unread(findings, f"/{body.id}/{part}")
    if body.members is None:
        raise WrongUse(f"{body.id} har ingen ledamoter.md. Skriv in ledamöter och ersättare där först.")
    held = body.meeting_by_id.get(arguments.day)
    day = held.date if held else given_day(arguments.day, "DAG")
    members = body.members.header
    absent = list(dict.fromkeys(_person(members, name, day) for name in arguments.absent))
    facts = Day(archive, today(arguments.idag))
    meeting = held or facts.meetings.on(body.id, day)
    minuted = facts.minutes.of_meeting(meeting) if meeting else None
    found = tuple(called_in(members, day, absent, minuted.header.attendance if minuted else None))
    if arguments.format == "json":
        print(json.dumps([_record(one, absent, day) for one in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_text(body, found, absent, day)))
    return int(any(one.next is None and one.why not in _NEEDS_NOBODY for one in found))


def _person(members: MembersHeader, written: str, day: dt.date) -> Person:
    """The one whom a name means on the day; a name that is nobody's, or several persons', is refused with the choices."""
    name = " ".join(unicodedata.normalize("NFC", written).split())
    meant = members.meant_by(name, day)
    if len(meant) == 1:
        return meant[0]
    if meant:
        labels = " eller ".join(f'"{one.label_on(day)}"' for one in meant)
        raise WrongUse(f"{name} kan vara {labels}. Skriv vem det är, med ordet inom parentes.")
    close = did_you_mean(name, [one.label_on(day) for one in members.persons])
    raise WrongUse(f"{name} står inte i ledamoter.md." + (f" Menade du {close}?" if close else ""))


def _text(body: Body, found: Sequence[CalledIn], absent: Sequence[Person], day: dt.date) -> Iterator[str]:
    yield f"{body.header.short_name or body.name}, {weekday_date(day)}"
    for one in found:
        role = one.absent.role_on(day)
        yield ""
        yield f"{one.absent.title_on(day)}{f', {role}' if role else ''}"
        yield from wrapped(_answer(one, day), "  ", "  ")
        for person in one.passed:
            yield from wrapped(
                f"Före i ordningen: {person.title_on(day)}, {_why_passed(person, absent)}.", "    ", "      "
            )


def _answer(one: CalledIn, day: dt.date) -> str:
    """The whole answer for one of the absent."""
    if one.next is not None:
        title = one.next.title_on(day)
        return f"{title} tjänstgör redan, enligt protokollet." if one.already else f"Kalla in {title}."
    return {
        NoCall.NO_MANDATE: f"Inget uppdrag i nämnden den dagen: {why_no_mandate(one.absent, day)}. Ingen kallas in.",
        NoCall.SUBSTITUTE: "Ingen kallas in för en ersättare, som inte heller själv kallas in.",
        NoCall.THERE: "Står bland de närvarande i protokollet. Ingen kallas in.",
        NoCall.ORDER_UNKNOWN: f"Ordningen mellan {_titles(one.unordered, day)} är inte bestämd i ledamoter.md. "
        "Skriv ordning: på deras uppdrag, olika för var och en.",
        NoCall.PARTY_ORDER_UNKNOWN: f"{_own_party(one, day)}, och ledamoter.md säger inte vilket parti som står på tur. "
        "Skriv partierna under inkallelseordning:.",
        NoCall.NOBODY_LEFT: f"Ingen ersättare är kvar i {listing(one.parties)}, som är hela inkallelseordningen.",
    }[one.why or NoCall.NOBODY_LEFT]


def _own_party(one: CalledIn, day: dt.date) -> str:
    party = one.absent.party_on(day)
    return "Ledamoten har inget parti" if party == NO_PARTY else f"{party} har ingen ersättare kvar"


def _titles(persons: Sequence[Person], day: dt.date) -> str:
    return listing([one.title_on(day) for one in persons])


def _why_passed(person: Person, absent: Sequence[Person]) -> str:
    return "som inte kan komma" if person in absent else "som tjänstgör för någon annan"


def _record(one: CalledIn, absent: Sequence[Person], day: dt.date) -> dict[str, object]:
    return {
        "frånvarande": one.absent.label_on(day),
        "parti": one.absent.party_on(day),
        "roll": one.absent.role_on(day),
        "ersättare": one.next.label_on(day) if one.next else None,
        "ersättarens_parti": one.next.party_on(day) if one.next else None,
        "tjänstgör_redan": one.already,
        "svar": _answer(one, day),
        "före_i_ordningen": [
            {"namn": person.label_on(day), "parti": person.party_on(day), "skäl": _why_passed(person, absent)}
            for person in one.passed
        ],
    }
