"""The addresses of the record's own files: of those that are pages, and of attachments."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.record.archive import Archive


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
