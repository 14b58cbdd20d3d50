"""The addresses that the record gives: of its files, of what is gathered from several, and of its cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from macros import addresses
from macros.record.archive import Archive, Body

if TYPE_CHECKING:
    from macros.facts.day import Day


def of_files(archive: Archive) -> Iterator[tuple[str, str]]:
    """(path, address) of every file that is a page of its own."""
    for body in archive.bodies:
        yield body.document.path, body.address
        for schedule in body.schedules:
            yield schedule.path, addresses.schedule(body.id, schedule.header.year)
        for order in body.orders:
            yield order.path, addresses.delegation_order(body.id)
        for notice in body.notices:
            yield notice.document.path, addresses.delegated_notice(body.id, notice.slug)
        if body.members is not None:
            yield body.members.path, addresses.members(body.id)
        for meeting in body.meetings:
            yield meeting.document.path, meeting.address
            if meeting.minutes is not None:
                yield meeting.minutes.path, addresses.minutes(body.id, meeting.id)
            yield from ((found.document.path, found.address) for found in meeting.lists)
        for item in body.items:
            yield item.document.path, item.address
            yield from ((paper.document.path, paper.address) for paper in item.papers)


def of_attachments(archive: Archive) -> Iterator[tuple[str, str]]:
    """(path, address) of every file in a folder of attachments, whether it is published or not."""
    for body in archive.bodies:
        yield from ((file.path, addresses.attachment(body.id, None, file.name)) for file in body.files)
        for meeting in body.meetings:
            yield from ((file.path, addresses.attachment(body.id, meeting.id, file.name)) for file in meeting.files)


def of_record(facts: Day) -> frozenset[str]:
    """Every address that a text of the record may link to, without the site's own pages."""
    return frozenset((*of_pages(facts), *(address for _, address in of_attachments(facts.archive))))


def of_pages(facts: Day) -> dict[str, str]:
    """Every page of the record by address, with the file that gives it: the last one where several do.

    A case is given by its first item, paragraphs and notices by the minutes, and what is gathered by the body's own file.
    """
    found: dict[str, str] = {}
    for body in facts.archive.bodies:
        found |= dict.fromkeys(_gathered(facts, body), body.document.path)
        for one in body.lists:
            found |= {one.address_of(row): one.document.path for row in one.header.decisions if row.page}
    for case in facts.cases.all:
        first = case.items[0] if case.items else case.events[0].source
        path = first.document.path if first else ""
        found |= dict.fromkeys((case.address, *(address for _, address in facts.cases.further(case))), path)
    for minuted in facts.minutes:
        found |= dict.fromkeys((one.address for one in minuted.decided), minuted.document.path)
    found |= {notice.address: notice.document.path for notice in facts.notices.all}
    return found | {address: path for path, address in of_files(facts.archive)}


def _gathered(facts: Day, body: Body) -> Iterator[str]:
    yield from (addresses.year(body.id, year) for year in facts.meetings.years(body))
    yield from (one.address for one in facts.people.of(body))
    if body.lists:
        yield addresses.delegation_lists(body.id)
    if facts.has_list_of_cases(body):
        yield addresses.body_cases(body.id)
