"""Rules of who was there, held against `ledamoter.md` on the meeting's day: names, mandates and roles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.checks.names import meant
from macros.facts.meetings import has_its_day
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.members import MembersHeader, Person, Role
from macros.record.minutes import Attendant
from macros.record.schema import Keys

CHAIRS = (Role.CHAIR, Role.FIRST_VICE_CHAIR, Role.SECOND_VICE_CHAIR)

ROLES = {
    "ledamöter": "ledamot",
    "tjänstgörande_ersättare": "ersättare",
    "ersättare": "ersättare",
}
"""The lists of the attendance and what one must be to stand there."""


def with_members(given: Given) -> Iterator[tuple[Minuted, MembersHeader]]:
    """All minutes of bodies whose `ledamoter.md` is known; without that file nothing of it is judged."""
    for found in given.facts.minutes:
        if found.body.members is not None:
            yield found, found.body.members.header


def _dated(given: Given) -> Iterator[tuple[Minuted, MembersHeader]]:
    return ((found, members) for found, members in with_members(given) if has_its_day(found.meeting))


def listed(found: Minuted) -> Iterator[tuple[str, Keys, Attendant]]:
    """Everyone in the attendance's lists, with the list's name and the way to the name."""
    attendance = found.header.attendance
    lists = (attendance.members, attendance.serving, attendance.substitutes)
    for group, people in zip(ROLES, lists, strict=True):
        for n, one in enumerate(people):
            yield group, ("närvarande", group, n), one


def _names(found: Minuted) -> Iterator[tuple[Keys, str]]:
    yield ("närvarande", "ordförande"), found.header.attendance.chair
    for _, keys, one in listed(found):
        yield (*keys, "namn"), one.name
    for n, serving in enumerate(found.header.attendance.serving):
        yield ("närvarande", "tjänstgörande_ersättare", n, "för"), serving.replaces


def person_is_known(given: Given) -> Iterator[Finding]:
    """Everyone in the attendance ("närvarande") stands in `ledamoter.md` with exactly that name.

    Source: KL 5:65-67, 6:35.
    """
    for found, members in with_members(given):
        names = [person.name for person in members.persons]
        for keys, name in _names(found):
            if name not in names:
                yield found.document.error(
                    "okänd-förtroendevald",
                    keys,
                    f"{name} står inte i ledamoter.md.",
                    meant(name, names, "rätta namnet, eller lägg till personen i ledamoter.md."),
                )


def mandate_holds(given: Given) -> Iterator[Finding]:
    """Everyone in the attendance ("närvarande") has a mandate ("uppdrag") on the meeting's day.

    It is the members who decide. Source: KL 6:27.
    """
    for found, members in _dated(given):
        for keys, name in _names(found):
            person = members.person(name)
            if keys != ("närvarande", "ordförande") and person is not None and person.role_on(found.date) is None:
                yield found.document.error(
                    "uppdrag-gäller-inte",
                    keys,
                    f"{name} hade inget uppdrag i nämnden {found.date}: {_why(person, found.date)}.",
                    "kontrollera namnet; stämmer det, rätta från eller till i ledamoter.md.",
                )


def _why(person: Person, day: dt.date) -> str:
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
            person = members.person(one.name)
            role = person.role_on(found.date) if person else None
            if role is not None and (role is Role.SUBSTITUTE) != (ROLES[group] == "ersättare"):
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
            person = members.person(name)
            role = person.role_on(found.date) if person else None
            if role is not None and role not in CHAIRS:
                yield found.document.warning(
                    "ordförande-roll",
                    keys,
                    f"{name} var {role} {found.date}, varken ordförande eller vice ordförande.",
                    "kontrollera namnet; valdes en ordförande för tillfället, skriv det under förklaringar.",
                )


RULES: tuple[Rule, ...] = (person_is_known, mandate_holds, role_fits, chair_is_a_chair)
