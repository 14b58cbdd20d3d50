"""The addresses that the record gives: of its files, of what is gathered from several, and of its cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from macros import addresses
from macros.facts.file_addresses import of_attachments, of_files
from macros.record.archive import Body

if TYPE_CHECKING:
    from macros.facts.day import Day


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
