"""Bodies that meet, which OParl calls organizations, and who is elected to them: only elected representatives are named."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.oparl.meetings import notice
from build_scripts.exports.oparl.things import Maker, Thing, inside
from macros.facts.people import Elected
from macros.record.archive import Body
from macros.record.members import Role


def organisation(make: Maker, body: Body) -> Thing:
    """A body, with the notices of delegated decisions that are not reported to it."""
    header = body.header
    posted = (one for one in make.facts.notices.all if one.delegated is not None and one.body.id == body.id)
    members = [_membership_id(make, one, n) for one in make.facts.people.of(body) for n in _numbers(one)]
    said = {
        "body": make.body(header.municipality),
        "name": body.name,
        "shortName": header.short_name,
        "organizationType": "Gremium",
        "classification": header.kind.value,
        "membership": members,
        "website": make.url(body.address),
        "namnd:notice": [notice(make, one) for one in posted if one.posted <= make.facts.today],
        "namnd:invented": header.invented or None,
        "web": make.url(body.address),
    }
    return make.thing("Organization", body.address, said)


def person(make: Maker, body: Body, one: Elected) -> Iterator[Thing]:
    """An elected representative of a body, and each mandate; who is elected to two bodies is two, as on the pages."""
    id = make.id("Person", one.address)
    mandates = [
        make.thing(
            "Membership",
            _membership(one, n),
            {
                "organization": make.id("Organization", body.address),
                "role": mandate.role.value,
                "votingRight": mandate.role is not Role.SUBSTITUTE,
                "startDate": mandate.first,
                "endDate": mandate.last,
                "namnd:party": mandate.party or one.person.party,
            },
            {"person": id},
            of=[one.address],
        )
        for n, mandate in zip(_numbers(one), one.person.mandates, strict=True)
    ]
    said = {
        "body": make.body(body.header.municipality),
        "name": one.person.label_on(make.facts.today),
        "membership": inside(mandates),
        "web": make.url(one.address),
    }
    yield make.thing("Person", one.address, said)
    yield from mandates


def _numbers(one: Elected) -> range:
    return range(1, len(one.person.mandates) + 1)


def _membership(one: Elected, number: int) -> str:
    return f"{one.address}{number}"


def _membership_id(make: Maker, one: Elected, number: int) -> str:
    return make.id("Membership", _membership(one, number))
