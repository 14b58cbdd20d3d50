"""Files that are made of the minutes: what has happened in each case, the notices that are up, and all delegated decisions."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.site.prepared import Prepared
from macros import addresses
from macros.pages.decisions import tables
from macros.pages.followed import CHANGES, changes
from macros.pages.notice_board import DATA, FRAGMENT, notice_files


def record_files(prepared: Prepared, site_url: str) -> Iterator[tuple[str, str]]:
    """(address, text) of each file."""
    yield from linked_files(prepared)
    yield from notice_files(prepared.facts, site_url)


def linked_files(prepared: Prepared) -> Iterator[tuple[str, str]]:
    """The files that pages of the site lead to: they belong with the pages whoever builds them."""
    yield CHANGES, changes(prepared.facts)
    yield from tables(prepared.archive)


def record_file_names(prepared: Prepared) -> set[str]:
    """The files' addresses, without making them."""
    return {
        CHANGES,
        DATA,
        FRAGMENT,
        *(addresses.decisions_table(body.id) for body in prepared.archive.bodies if body.lists),
    }
