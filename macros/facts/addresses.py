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


def of_decisions(archive: Archive) -> Iterator[str]:
    """The addresses of the delegated decisions that have a page of their own."""
    for body in archive.bodies:
        for found in body.lists:
            yield from (found.address_of(row) for row in found.header.decisions if row.page)


def of_attachments(archive: Archive) -> Iterator[tuple[str, str]]:
    """(path, address) of every file in a folder of attachments, whether it is published or not."""
    for body in archive.bodies:
        yield from ((file.path, addresses.attachment(body.id, None, file.name)) for file in body.files)
        for meeting in body.meetings:
            yield from ((file.path, addresses.attachment(body.id, meeting.id, file.name)) for file in meeting.files)


def of_record(facts: Day) -> frozenset[str]:
    """Every address that a text of the record may link to, without the site's own pages."""
    archive = facts.archive
    found = {address for _, address in (*of_files(archive), *of_attachments(archive))}
    found |= set(of_decisions(archive))
    found |= {notice.address for notice in facts.notices.all}
    found |= {one.address for minuted in facts.minutes for one in minuted.decided}
    for case in facts.cases.all:
        found |= {case.address, *(address for _, address in facts.cases.further(case))}
    for body in archive.bodies:
        found |= set(_gathered(facts, body))
    return frozenset(found)


def _gathered(facts: Day, body: Body) -> Iterator[str]:
    yield from (addresses.year(body.id, year) for year in facts.meetings.years(body))
    yield from (one.address for one in facts.people.of(body))
    if body.lists:
        yield addresses.delegation_lists(body.id)
    if facts.has_list_of_cases(body):
        yield addresses.body_cases(body.id)
