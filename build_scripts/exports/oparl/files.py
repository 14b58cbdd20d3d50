"""Every file of OParl: the system, its municipalities, their bodies, people, meetings and papers, and the lists of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from build_scripts.exports.exported_file import ExportedFile, Files
from build_scripts.exports.oparl import meetings, people
from build_scripts.exports.oparl.documents import Attachments, papers
from build_scripts.exports.oparl.things import SCHEMA, Maker, Thing, inside, list_page, written
from macros import addresses
from macros.dates.terms import assembly_term
from macros.facts.day import Day
from macros.record.archive import Body

SYSTEM = addresses.oparl("System", "system")
"""Where programs begin."""

_LISTED = ("Organization", "Person", "Meeting", "Paper")
"""The lists that every municipality must have; what stands inside these things has none of its own."""


def files(facts: Day, site_url: str) -> Files:
    """Every file, by name."""
    make = Maker(facts, site_url)
    made: Files = {}
    bodies: list[Thing] = []
    for municipality in sorted(make.municipalities, key=addresses.slug):
        things = _listed(_things(make, municipality))
        terms = things["LegislativeTerm"]
        bodies.append(_body(make, municipality, terms))
        made |= {one.name: _file(one) for kind in things.values() for one in kind}
        gone = [one for kind in things.values() for one in kind if one.is_deleted]
        lists = {kind: [one for one in things[kind] if not one.is_deleted] for kind in _LISTED} | {"Deleted": gone}
        for kind, members in lists.items():
            made |= _pages(make, f"{addresses.slug(municipality)}/{kind.lower()}", members)
    made |= {one.name: _file(one) for one in (_system(make), *bodies)}
    return made | _pages(make, "body", bodies)


def _file(one: Thing) -> ExportedFile:
    return ExportedFile(one.text)


def _pages(make: Maker, name: str, things: list[Thing]) -> Files:
    return {address: ExportedFile(partial(written, page)) for address, page in make.pages(name, things)}


def _listed(things: Iterable[Thing]) -> dict[str, list[Thing]]:
    """Things by kind, in an order that never changes: what was released later comes later."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for one in sorted(things, key=lambda one: (str(one.said["created"]), one.name)):
        found[str(one.said["type"]).removeprefix(SCHEMA)].append(one)
    return found


def _system(make: Maker) -> Thing:
    said = {
        "oparlVersion": SCHEMA,
        "license": make.facts.archive.reuse.licence,
        "body": make.url(list_page("body", 1)),
        "name": f"Sammanträden, handlingar och beslut: {', '.join(make.municipalities)}",
        "website": make.url(""),
        "web": make.url(addresses.OPEN_DATA),
    }
    return make.thing("System", "system", said, of=[body.address for body in make.facts.archive.bodies] or [""])


def _body(make: Maker, municipality: str, terms: list[Thing]) -> Thing:
    slug = addresses.slug(municipality)
    bodies = make.municipalities[municipality]
    said = {
        "system": make.id("System", "system"),
        "name": municipality,
        "license": make.facts.archive.reuse.licence,
        **{kind.lower(): make.url(list_page(f"{slug}/{kind.lower()}", 1)) for kind in _LISTED},
        "namnd:deleted": make.url(list_page(f"{slug}/deleted", 1)),
        "namnd:invented": all(body.header.invented for body in bodies) or None,
        "web": make.url(bodies[0].address),
    }
    thing = make.thing("Body", slug, said, of=[body.address for body in bodies])
    # Of what must be there an empty list is said too.
    return Thing(thing.name, {**thing.said, "legislativeTerm": inside(terms)})


def _things(make: Maker, municipality: str) -> Iterator[Thing]:
    files = Attachments(make)
    bodies = make.municipalities[municipality]
    for body in bodies:
        yield people.organisation(make, body)
        for one in make.facts.people.of(body):
            yield from people.person(make, body, one)
        for meeting in body.meetings:
            agenda = meetings.agenda(make, body, meeting, files)
            yield from agenda
            yield from meetings.meeting(make, body, meeting, agenda, files)
    yield from papers(make, municipality, files)
    yield from files.all({body.id for body in bodies})
    yield from _locations(make, municipality, bodies)
    yield from _terms(make, municipality, bodies)


def _locations(make: Maker, municipality: str, bodies: list[Body]) -> Iterator[Thing]:
    """The places of meetings, each once, with the meetings that are held there."""
    found: dict[str, tuple[str, list[str]]] = {}
    for body in bodies:
        for meeting in body.meetings:
            if meeting.header.venue:
                place = meetings.location(make, municipality, meeting.header.venue)
                found.setdefault(place.name, (meeting.header.venue, []))[1].append(make.id("Meeting", meeting.address))
    for venue, held in found.values():
        yield meetings.location(make, municipality, venue, bodies=[make.body(municipality)], meetings=held)


def _terms(make: Maker, municipality: str, bodies: list[Body]) -> Iterator[Thing]:
    """The terms of fullmäktige in which the bodies have met."""
    days = (meeting.date for body in bodies for meeting in body.meetings)
    for first, last in sorted(set(map(assembly_term, days))):
        said = {"name": f"Mandatperioden {first.year}–{last.year}", "startDate": first, "endDate": last}
        address = f"{addresses.slug(municipality)}/{first.year}"
        belongs = {"body": make.body(municipality)}
        yield make.thing("LegislativeTerm", address, said, belongs, of=[bodies[0].address])
