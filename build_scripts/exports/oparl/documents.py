"""Documents: files that readers may open, papers that are treated, and where each is treated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from build_scripts.exports.oparl.things import Maker, Thing, inside, known
from macros import addresses
from macros.facts.documents import Attached
from macros.facts.items import shown
from macros.record.archive import AgendaItem, DelegationList
from macros.record.media import media_type
from macros.record.paper import Paper


@dataclass
class Attachments:
    """The attachments that are told of, each once, with everything that it belongs to."""

    make: Maker
    _made: dict[str, Thing] = field(default_factory=dict)

    def of(self, path: str, **belongs: str) -> list[Thing]:
        """Those of a file of the record that readers may open."""
        return [self._one(found, belongs) for found in self.make.facts.open_attachments.get(path, ())]

    def _one(self, found: Attached, belongs: dict[str, str]) -> Thing:
        address, name = found.address, found.attachment.file
        assert address is not None
        assert name is not None
        if address not in self._made:
            file = self.make.facts.items.file(found.body_id, found.meeting_id, name)
            said = {
                "name": found.attachment.title,
                "fileName": name,
                "mimeType": media_type(name),
                "date": found.attachment.date,
                "size": file.size if file else None,
                "accessUrl": self.make.url(address),
            }
            self._made[address] = self.make.thing("File", address, said)
        for kind, id in belongs.items():
            ids = self._made[address].belongs.setdefault(kind, [])
            if id not in ids:
                ids.append(id)
        return self._made[address]

    def all(self, body_ids: Set[str]) -> Iterator[Thing]:
        """Every file that was told of, and what is left of those of these bodies that were withdrawn."""
        yield from self._made.values()
        for address, day in self.make.facts.withdrawn_files.items():
            if address.partition("/")[0] in body_ids:
                yield self.make.deleted("File", address, day)


def printed(make: Maker, page: str, name: str, **belongs: list[str]) -> Thing:
    """A page's PDF file."""
    address = addresses.as_pdf(page)
    said = {
        "name": name,
        "fileName": address.rpartition("/")[2],
        "mimeType": media_type(address),
        "web": make.url(page),
    }
    return make.thing("File", page, {**said, "accessUrl": make.url(address)}, dict(belongs))


def _consultation(make: Maker, item: AgendaItem) -> Thing:
    """That a meeting treats an item."""
    if item.header.withdrawn is not None:
        return make.deleted("Consultation", item.address, item.header.withdrawn)
    said = {
        "agendaItem": make.id("AgendaItem", item.address),
        "meeting": make.id("Meeting", addresses.meeting(item.body_id, item.meeting_id or "")),
        "organization": [make.id("Organization", addresses.body(item.body_id))],
        "role": item.header.kind.value,
        "web": make.url(item.address),
    }
    return make.thing("Consultation", item.address, said, {"paper": make.id("Paper", paper_of(make, item))})


def paper_of(make: Maker, item: AgendaItem) -> str:
    """The address of the paper that an item is about: its case's page, or its own where it has no number."""
    case = make.facts.case_of(item)
    return case.address if case else item.address


def papers(make: Maker, municipality: str, files: Attachments) -> Iterator[Thing]:
    """The municipality's cases, its items without a number, their documents with a text of their own, and its lists.

    Each with the consultations that stand in it.
    """
    facts = make.facts
    for case in facts.cases.all:
        if case.municipality == municipality:
            items = shown(case.items)
            said = {
                "name": case.title,
                "reference": case.number,
                "namnd:otherReference": list(case.further),
                "namnd:route": [
                    known({"organization": _organisation(make, event.body_id), "date": event.date})
                    for event in case.events
                    if event.stop is not None
                ],
                "relatedPaper": [make.id("Paper", other.address) for other in facts.related.get(case.address, ())],
            }
            yield from _paper(make, municipality, case.address, said, items, files)
    for body in make.municipalities[municipality]:
        for item in shown(tuple(body.items)):
            if facts.case_of(item) is None:
                yield from _paper(make, municipality, item.address, {"name": item.title}, [item], files)
            yield from (_document(make, municipality, item, one) for one in item.papers if item.is_public)
        yield from (_list(make, municipality, one, files) for one in body.lists)


def _organisation(make: Maker, body_id: str) -> str:
    body = make.facts.archive.body(body_id)
    return make.id("Organization", addresses.body(body_id)) if body else body_id


def _paper(
    make: Maker, municipality: str, address: str, said: dict[str, Any], items: Sequence[AgendaItem], files: Attachments
) -> Iterator[Thing]:
    treated = [_consultation(make, item) for item in items if item.meeting_id is not None]
    yield from treated
    withdrawn = [day for item in items if (day := item.header.withdrawn)]
    if withdrawn and len(withdrawn) == len(items):
        yield make.deleted("Paper", address, max(withdrawn))
        return
    public = [item for item in items if item.is_public]
    id = make.id("Paper", address)
    attachments = [one for item in public for one in files.of(item.document.path, paper=id)]
    said |= {
        "paperType": public[0].header.kind.value if public else None,
        "date": min((day for item in public if (day := item.header.document_date or item.date)), default=None),
        "subordinatedPaper": [
            make.id("Paper", one.address) for item in public for one in item.papers if one.header.is_shown
        ],
        "auxiliaryFile": inside(_once(attachments)),
        "consultation": inside(treated),
        "web": make.url(address),
    }
    yield make.thing(
        "Paper", address, {"body": make.body(municipality), **said}, of=[address, *(item.address for item in items)]
    )


def _once(things: Iterable[Thing]) -> list[Thing]:
    return list({one.name: one for one in things}.values())


def _document(make: Maker, municipality: str, item: AgendaItem, one: Paper) -> Thing:
    if one.header.withdrawn is not None:
        return make.deleted("Paper", one.address, one.header.withdrawn)
    said = {
        "body": make.body(municipality),
        "name": one.header.title,
        "date": one.header.date,
        "paperType": one.header.kind.value if one.header.kind else None,
        "superordinatedPaper": [make.id("Paper", paper_of(make, item))],
        "web": make.url(one.address),
    }
    return make.thing("Paper", one.address, said)


def _list(make: Maker, municipality: str, one: DelegationList, files: Attachments) -> Thing:
    header = one.header
    if header.withdrawn is not None:
        return make.deleted("Paper", one.address, header.withdrawn)
    id = make.id("Paper", one.address)
    said = {
        "body": make.body(municipality),
        "name": f"Delegationsbeslut, {header.unit}, {header.month}",
        "date": header.received,
        "paperType": "delegationslista",
        "originatorOrganization": [make.id("Organization", addresses.body(one.body_id))],
        "auxiliaryFile": inside(_once(files.of(one.document.path, paper=id))),
        "namnd:reportedAt": make.id("Meeting", addresses.meeting(one.body_id, one.meeting_id)),
        "namnd:delegatedDecision": [
            known(
                {
                    "date": row.date.date,
                    "point": row.point,
                    "decision": row.decision,
                    "reference": row.case_number,
                    "serialNumber": row.serial_number.number if row.serial_number else None,
                    "delegate": row.delegate,
                    "urgent": row.urgent or None,
                    "web": make.url(one.address_of(row)),
                }
            )
            for row in header.decisions
        ],
        "web": make.url(one.address),
    }
    return make.thing("Paper", one.address, said)
