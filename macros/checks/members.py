"""Rules of who was there, held against `ledamoter.md` on the meeting's day: names, mandates and roles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from macros.checks.given import Given, Rule
from macros.checks.names import is_misplaced, meant
from macros.facts.meetings import has_its_day
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.attendance import Attendant
from macros.record.elected_names import names_in
from macros.record.members import Mandate, MembersHeader, Person, Role
from macros.record.schema import Document, Keys

CHAIRS = (Role.CHAIR, Role.FIRST_VICE_CHAIR, Role.SECOND_VICE_CHAIR)


def with_members(given: Given) -> Iterator[tuple[Minuted, MembersHeader]]:
    """All minutes of bodies whose `ledamoter.md` is known; without that file nothing of it is judged."""
    for found in given.facts.minutes:
        if found.body.members is not None:
            yield found, found.body.members.header


def _dated(given: Given) -> Iterator[tuple[Minuted, MembersHeader]]:
    return ((found, members) for found, members in with_members(given) if has_its_day(found.meeting))


def listed(found: Minuted) -> Iterator[tuple[str, Keys, Attendant]]:
    """Everyone in the attendance's lists, with the list's name and the way to the name."""
    return ((keys[0], ("närvarande", *keys), one) for keys, one in found.header.attendance.everyone)


def _names(found: Minuted) -> Iterator[tuple[Keys, str]]:
    return ((("närvarande", *keys), name) for keys, name in names_in(found.header.attendance))


def person_is_known(given: Given) -> Iterator[Finding]:
    """Everyone in the attendance ("närvarande") stands in `ledamoter.md` with exactly that name.

    Source: KL 5:65-67, 6:35.
    """
    for found, members in with_members(given):
        names = [person.label_on(found.date) for person in members.persons]
        for keys, name in _names(found):
            if not members.meant_by(name, found.date):
                other = next((one.label_on(found.date) for one in members.persons if name in one.labels), None)
                yield found.document.error(
                    "okänd-förtroendevald",
                    keys,
                    f"{name} hette {other} {found.date}." if other else f"{name} står inte i ledamoter.md.",
                    f"skriv {other}, eller rätta tidigare_namn i ledamoter.md."
                    if other
                    else meant(name, names, "rätta namnet, eller lägg till personen i ledamoter.md."),
                )


def name_means_one(given: Given) -> Iterator[Finding]:
    """A name in the minutes means exactly one person of `ledamoter.md` on the meeting's day, else it has the word ("särskiljs").

    Which of two with one name was there, voted or dissented is never guessed. Source: KL 5:65-67, 6:35.
    """
    for found, members in with_members(given):
        if not found.unclear_names:
            continue
        for keys, name in names_in(found.header):
            meant_by = members.meant_by(name, found.date)
            if len(meant_by) < 2 or any(_not_told_apart(one, other) for one, other in combinations(meant_by, 2)):
                continue
            labels = list(dict.fromkeys(person.label_on(found.date) for person in meant_by))
            yield found.document.error(
                "oklart-namn",
                keys,
                f"{name} kan vara {' eller '.join(labels)}."
                if len(labels) > 1
                else f"{name} har flera hetat, och ingen av dem hade uppdrag i nämnden {found.date}.",
                f"skriv vem det är, till exempel {labels[0]}."
                if len(labels) > 1
                else "kontrollera namnet; stämmer det, rätta från eller till i ledamoter.md.",
            )


def namesakes_are_told_apart(given: Given) -> Iterator[Finding]:
    """Two of one name have each a word ("särskiljs") that tells them apart, and one person is one row.

    A person whose party has changed is one row too, with the party ("parti") under the mandate.
    """
    for body in given.archive.bodies:
        if body.members is None or not body.members.header.has_namesakes:
            continue
        persons = body.members.header.persons
        for m, other in enumerate(persons):
            n = next((n for n, one in enumerate(persons[:m]) if _not_told_apart(one, other)), None)
            if n is not None:
                yield _namesake(body.members, n, m)


def _not_told_apart(one: Person, other: Person) -> bool:
    if _called_alike(one, other):
        return None in (one.word, other.word) or one.word == other.word
    return one.label_on(dt.date.max) == other.label_on(dt.date.max)


def _namesake(document: Document[MembersHeader], n: int, m: int) -> Finding:
    one, other = document.header.persons[n], document.header.persons[m]
    first, keys = document.place("förtroendevalda", n, "namn").line, ("förtroendevalda", m, "namn")
    lines = f"rad {first} och rad {document.place(*keys).line}"
    name = next((name for name in one.names if name in other.labels), other.name)
    if _called_alike(one, other):
        told = f"Två som heter {name} har uppdrag samtidigt, på {lines}, och går inte att skilja åt."
        remedy = (
            "skriv särskiljs: på båda, med var sitt ord (bostadsort eller yrke), till exempel särskiljs: Norra. "
            f"I protokollen heter de då {name.partition(' (')[0]} (Norra) och så vidare."
        )
    else:
        told = f"{name} har två poster, på {lines}, vid olika tider."
        written = '"-"' if other.party == "-" else other.party
        party = f", med parti: {written} på vart och ett" if one.party != other.party else ""
        remedy = (
            f"är det en person, flytta uppdragen till posten på rad {first}{party}. "
            "Är det två, skriv särskiljs: på den ena, med ett ord som skiljer dem åt."
        )
    return document.error("samma-namn", keys, told, remedy)


def _called_alike(one: Person, other: Person) -> bool:
    """Whether there is a day on which both have a mandate and the same name; nothing changes between the days that are tried."""
    begins = [mandate.first for person in (one, other) for mandate in person.mandates]
    begins += [former.last + dt.timedelta(days=1) for person in (one, other) for former in person.former_names]
    both = (day for day in begins if one.role_on(day) and other.role_on(day))
    return any(one.name_on(day) == other.name_on(day) or one.label_on(day) == other.label_on(day) for day in both)


def mandate_ends_after_it_begins(given: Given) -> Iterator[Finding]:
    """A mandate ("uppdrag") ends ("till") on the day when it began ("från") at the earliest."""
    for body in given.archive.bodies:
        if body.members is None:
            continue
        for n, person in enumerate(body.members.header.persons):
            for m, mandate in enumerate(person.mandates):
                if _ends_before(mandate):
                    yield body.members.error(
                        "uppdrag-ordning",
                        ("förtroendevalda", n, "uppdrag", m, "till"),
                        f"Uppdraget slutar {mandate.last}, före dagen då det började, {mandate.first}.",
                        "rätta från eller till.",
                    )


def _ends_before(mandate: Mandate) -> bool:
    return mandate.last is not None and mandate.last < mandate.first


def mandate_holds(given: Given) -> Iterator[Finding]:
    """Everyone in the attendance ("närvarande") has a mandate ("uppdrag") on the meeting's day.

    It is the members who decide. Of one whose mandate ends before it begins, that is told. Source: KL 6:27.
    """
    for found, members in _dated(given):
        for keys, name in _names(found):
            person = members.person(name, found.date)
            if person is None or any(map(_ends_before, person.mandates)):
                continue
            if keys != ("närvarande", "ordförande") and person.role_on(found.date) is None:
                yield found.document.error(
                    "uppdrag-gäller-inte",
                    keys,
                    f"{name} hade inget uppdrag i nämnden {found.date}: {why_no_mandate(person, found.date)}.",
                    "kontrollera namnet; stämmer det, rätta från eller till i ledamoter.md.",
                )


def why_no_mandate(person: Person, day: dt.date) -> str:
    """When the mandates of somebody who has none on the day ended and begin, as a piece of a Swedish sentence."""
    ended = [mandate.last for mandate in person.mandates if mandate.last is not None and mandate.last < day]
    begins = [mandate.first for mandate in person.mandates if mandate.first > day]
    told = [f"uppdraget tog slut {max(ended)}"] if ended else []
    return " och ".join([*told, f"uppdraget börjar {min(begins)}"] if begins else told)


def role_fits(given: Given) -> Iterator[Finding]:
    """Members stand under "ledamöter" and substitutes ("ersättare") under the two lists of their own.

    Source: KL 5:65-67, 6:35.
    """
    for found, members in _dated(given):
        for group, keys, one in listed(found):
            person = members.person(one.name, found.date)
            role = person.role_on(found.date) if person else None
            if role is not None and is_misplaced(role, group):
                yield found.document.error(
                    "fel-roll",
                    (*keys, "namn"),
                    f"{one.name} står under {group} men var {role} {found.date}.",
                    "flytta raden till tjänstgörande_ersättare och skriv för: vem, eller till ersättare."
                    if role is Role.SUBSTITUTE
                    else "flytta raden till ledamöter.",
                )


def chair_is_a_chair(given: Given) -> Iterator[Finding]:
    """The one who leads ("ordförande") is the chair or a vice chair on that day, or was chosen for the occasion: explain it.

    Source: the body's reglemente.
    """
    for found, members in _dated(given):
        chairs: list[tuple[Keys, str]] = [(("närvarande", "ordförande"), found.header.attendance.chair)]
        chairs += [((*keys, "ordförande"), one.chair) for keys, one in found.paragraphs if one.chair is not None]
        for keys, name in chairs:
            person = members.person(name, found.date)
            role = person.role_on(found.date) if person else None
            if role is not None and role not in CHAIRS:
                yield found.document.warning(
                    "ordförande-roll",
                    keys,
                    f"{name} var {role} {found.date}, varken ordförande eller vice ordförande.",
                    "kontrollera namnet; valdes en ordförande för tillfället, skriv det under förklaringar.",
                )


RULES: tuple[Rule, ...] = (
    person_is_known,
    name_means_one,
    namesakes_are_told_apart,
    mandate_ends_after_it_begins,
    mandate_holds,
    role_fits,
    chair_is_a_chair,
)
