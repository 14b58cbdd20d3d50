"""Elected representatives ("förtroendevalda"): a body's list on the day, and a page for each. Employees have none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.dates import written
from macros.facts.day import Day
from macros.facts.paragraphs import Decided
from macros.facts.people import Elected
from macros.pages import record_page, subscriptions, wording
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import span
from macros.pages.presence import years_of_presence
from macros.pages.record_page import Found, Link
from macros.record.archive import Body
from macros.record.members import Mandate, Role
from macros.texts.alphabet import Key, alphabetical

KIND = "Förtroendevald"

_ORDER = {role: place for place, role in enumerate(Role)}
_CHAIRS = (Role.CHAIR, Role.FIRST_VICE_CHAIR, Role.SECOND_VICE_CHAIR)
_GROUPS = (("Presidium", _CHAIRS), ("Ledamöter", (Role.MEMBER,)), ("Ersättare", (Role.SUBSTITUTE,)))


def members_link(body: Body) -> Link:
    """The body's elected representatives."""
    return Link("Förtroendevalda", addresses.members(body.id))


def pages(facts: Day, _: Inputs) -> Iterator[Promise]:
    """The bodies that have a list, each body's list, and a page for each person."""
    yield Promise(addresses.ELECTED, KIND, partial(_index, facts))
    for body in facts.archive.bodies:
        if body.members is not None:
            yield Promise(addresses.members(body.id), KIND, partial(_list, facts, body))
            for one in facts.people.of(body):
                yield Promise(one.address, KIND, partial(_page, facts, body, one))


def _index(facts: Day) -> Page:
    bodies = [body for body in facts.archive.bodies if body.members is not None]
    return record_page.page(
        facts,
        "elected.html",
        addresses.ELECTED,
        "Förtroendevalda",
        "Ledamöter och ersättare i alla organ.",
        [record_page.START],
        KIND,
        dated=True,
        found=record_page.found_list(facts),
        bodies=[
            (Link(facts.name(body), addresses.members(body.id)), body, _chairs(facts, body))
            for body in sorted(bodies, key=lambda body: alphabetical(facts.name(body)))
        ],
        today=facts.today,
    )


def _chairs(facts: Day, body: Body) -> list[tuple[Elected, Mandate]]:
    now = [(one, mandate) for one in facts.people.of(body) if (mandate := one.person.mandate_on(facts.today))]
    chairs = [found for found in now if found[1].role in _CHAIRS]
    return sorted(chairs, key=partial(_place, facts.today))


def _list(facts: Day, body: Body) -> Page:
    people = facts.people.of(body)
    now = [(one, mandate) for one in people if (mandate := one.person.mandate_on(facts.today))]
    groups = [
        (heading, sorted(found, key=partial(_place, facts.today)))
        for heading, roles in _GROUPS
        if (found := [(one, mandate) for one, mandate in now if mandate.role in roles])
    ]
    address = addresses.members(body.id)
    return record_page.page(
        facts,
        "members.html",
        address,
        "Förtroendevalda",
        f"Ledamöter och ersättare i {body.name}.",
        [record_page.START, record_page.body_link(body)],
        KIND,
        dated=True,
        title=f"Förtroendevalda – {facts.name(body)}",
        found=Found(record_page.LIST, (facts.name(body),), matter=body.address),
        body=body,
        header=body.members.header if body.members else None,
        groups=groups,
        today=facts.today,
        others=sorted(
            (one for one in people if one.person.mandate_on(facts.today) is None), key=partial(_name, facts.today)
        ),
        text=record_page.text_of(body.members, address),
        years=years_of_presence(facts, body),
    )


def _name(day: dt.date, one: Elected) -> Key:
    return alphabetical(one.person.label_on(day))


def _place(day: dt.date, found: tuple[Elected, Mandate]) -> tuple[int, object, int, object]:
    """Chairs in order, then by party; substitutes of a party by their order of substitution."""
    one, mandate = found
    party = alphabetical(one.person.party_on(day))
    return (
        _ORDER[mandate.role],
        party if mandate.role not in _CHAIRS else (),
        mandate.rank or 0,
        _name(day, one),
    )


def _page(facts: Day, body: Body, one: Elected) -> Page:
    person = one.person
    role = person.role_on(facts.today)
    title = person.title_on(facts.today)
    return record_page.page(
        facts,
        "member.html",
        one.address,
        title,
        f"{title}: uppdrag, närvaro, röster och reservationer i {body.name}.",
        [record_page.START, record_page.body_link(body), members_link(body)],
        KIND,
        dated=True,
        title=f"{title} – {facts.name(body)}",
        crumb=person.label_on(facts.today),
        found=Found(
            "Person",
            (facts.name(body),),
            person.mandates[-1].first,
            role=written.capital(role) if role else None,
        ),
        body=body,
        person=person,
        one=one,
        attended=one.attended,
        of=len(one.attended),
        votes=[(voted, _of(voted.decided, voted.number)) for voted in one.votes],
        dissents=[(found, _of(found.decided)) for found in one.dissents],
        alternates=subscriptions.of_person(one),
        today=facts.today,
        parties=len({mandate.party or person.party for mandate in person.mandates}) > 1,
        mandate_period=period,
        attendance_span=span,
    )


def _of(decided: Decided, vote: int | None = None) -> Link:
    """The paragraph, and which of its votes where it has several."""
    which = f", votering {vote}" if vote else ""
    return Link(f"§ {decided.number} {wording.paragraph_title(decided)}{which}", decided.place)


def period(mandate: Mandate, today: dt.date) -> str:
    """When a mandate holds: "från och med 1 januari 2023", "1 januari 2023–31 maj 2026"."""
    first = wording.plain_date(mandate.first)
    if mandate.last is None:
        return f"{'sedan' if mandate.first <= today else 'från och med'} {first}"
    return f"{first}–{wording.plain_date(mandate.last)}"
