"""A document's page ("handling"): what it is, from and to whom, its text, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.facts.day import Day
from macros.pages import attachments, record_page
from macros.pages.attachments import Shown, party
from macros.pages.inputs import Inputs
from macros.pages.item import path_of
from macros.pages.page import Page, Promise
from macros.pages.record_page import Found, Link
from macros.pages.reports import report
from macros.pages.request import naming_of, recipient
from macros.pages.tombstone import tombstone
from macros.record.archive import AgendaItem
from macros.record.paper import Paper

KIND = "Handling"


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each document with a text of its own."""
    for item in facts.archive.items:
        for paper in item.papers:
            make = partial(_page if item.is_public and paper.header.is_shown else _withdrawn, facts, item, paper)
            yield Promise(paper.address, KIND, make, (inputs.item(item), paper.slug))


def _page(facts: Day, item: AgendaItem, paper: Paper) -> Page:
    header, body = paper.header, facts.archive.body_by_id[item.body_id]
    documents = tuple(attachments.every(attachments.of_item(facts, item)))
    own = next(shown for shown in documents if shown.address == paper.address)
    title, case = own.title or "", facts.case_of(item)
    return record_page.page(
        facts,
        "paper.html",
        paper.address,
        title,
        f"Handling i ärendet {item.title}, {body.name_on(item.date)}.",
        _path(facts, item),
        KIND,
        title=f"{title}, {item.title} – {facts.name(body, item.date)}",
        found=Found(
            KIND,
            record_page.found_under(facts, body, item.date),
            header.date or item.date,
            number=item.header.case_number,
            title=f"{title}, {item.title}",
            matter=case.address if case else item.address,
        ),
        on=item.date,
        body=body,
        item=item,
        header=header,
        own=own,
        whole=_whole(own, documents),
        author=party(facts, header.author, header.date) if header.author else None,
        recipients=[party(facts, one, header.date) for one in header.recipients],
        text=report(paper.document, paper.address, title),
        case=case,
        about=f"{naming_of(body, facts.archive.meeting(item.body_id, item.meeting_id), item)} och handlingen ”{title}”",
        recipient=recipient(body, f"{title}, {item.header.case_number or item.title}"),
    )


def _path(facts: Day, item: AgendaItem) -> list[Link]:
    body = facts.archive.body_by_id[item.body_id]
    path = path_of(body, facts.archive.meeting(item.body_id, item.meeting_id))
    return [*path, Link(item.title, item.address)]


def _whole(own: Shown, documents: tuple[Shown, ...]) -> Shown | None:
    """The document that this one belongs to, if it may be told of."""
    return next((shown for shown in documents if own in shown.parts and shown.title), None)


def _withdrawn(facts: Day, item: AgendaItem, paper: Paper) -> Page:
    body = facts.archive.body_by_id[item.body_id]
    header = paper.header if paper.header.withdrawn else item.header
    return tombstone(
        facts,
        body,
        paper.address,
        "Tillbakadragen handling",
        _path(facts, item),
        KIND,
        header,
        number=item.header.case_number,
    )
