"""What has been released ("utgivet") against what the record gives: what is gone, and what the ledgers do not have yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from macros import addresses
from macros.facts.addresses import of_pages
from macros.facts.day import Day
from macros.facts.frozen import Frozen, frozen
from macros.facts.frozen_beside import frozen_beside
from macros.record.ledgers import Released, ReleasedRow, ReleasedRows


def is_of_record(address: str) -> bool:
    """Whether the record gives such an address, and not the site itself or a page that was written by hand."""
    first, _, rest = address.partition("/")
    if f"{first}/" in (addresses.CASES, addresses.NOTICE_BOARD):
        return rest != "" and address != addresses.NOTICE_ARCHIVE
    return first != "" and first not in addresses.RESERVED_BODY_IDS


class ReleaseState:
    """The record on a day beside the ledgers of what has been released."""

    def __init__(self, facts: Day) -> None:
        self.facts = facts
        self._released = facts.archive.released

    @cached_property
    def attachments(self) -> dict[str, str]:
        """Address → path of every attachment that readers may open."""
        return dict(self.facts.open_files)

    @cached_property
    def given(self) -> dict[str, str]:
        """Address → the file that gives it: every page and every attachment of the record."""
        return of_pages(self.facts) | self.attachments

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Path → digest of every attachment's file."""
        archive = self.facts.archive
        folders = (*(body.files for body in archive.bodies), *(meeting.files for meeting in archive.meetings))
        return {file.path: file.digest for files in folders for file in files}

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files of the record."""
        return frozenset((*self.digests, *(document.path for document in self.facts.archive.documents())))

    @cached_property
    def frozen(self) -> Mapping[str, Frozen]:
        """What is approved, by key, and what stands still beside it."""
        return {one.key: one for one in (*frozen(self.facts), *frozen_beside(self.facts))}

    @cached_property
    def _withdrawn(self) -> frozenset[str]:
        return frozenset(self.facts.items.withdrawn_files())

    def still_given(self) -> Iterator[ReleasedRow]:
        """The latest line of every address that must be given: all but the files that were withdrawn, and what is hidden."""
        latest = self._released.addresses.latest.values()
        return (row for row in latest if row.key not in self._withdrawn and not row.is_hidden)

    def lost(self) -> Iterator[ReleasedRow]:
        """The lines of the record's own addresses that it no longer gives."""
        return (row for row in self.still_given() if is_of_record(row.key) and row.key not in self.given)

    def fresh(self, others: Mapping[str, str]) -> Released:
        """What the ledgers do not have yet; `others` are the addresses that the record does not give, with their files."""
        return Released(
            ReleasedRows(tuple(self._fresh_addresses(others))),
            ReleasedRows(tuple(self._fresh_notices())),
            ReleasedRows(tuple(self._fresh_paragraphs())),
        )

    def _fresh_addresses(self, others: Mapping[str, str]) -> Iterator[ReleasedRow]:
        known, today = self._released.addresses.latest, self.facts.today
        for address, path in sorted({**others, **self.given}.items()):
            if address not in known:
                digest = self.digests[path] if address in self.attachments else ""
                yield ReleasedRow(address, 1, today, digest, path)

    def _fresh_notices(self) -> Iterator[ReleasedRow]:
        known, today = self._released.notices.latest, self.facts.today
        for notice in self.facts.notices.up:
            if notice.address not in known:
                yield ReleasedRow(notice.address, 1, today, notice.digest, str(notice.last_day.date))

    def _fresh_paragraphs(self) -> Iterator[ReleasedRow]:
        known, today = self._released.paragraphs.latest, self.facts.today
        for key, one in self.frozen.items():
            if key not in known or known[key].edition < one.edition:
                yield ReleasedRow(key, one.edition, today, one.digest, str(one.approved), one.change)
