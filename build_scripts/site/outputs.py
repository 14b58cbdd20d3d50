"""The files of a site that are neither pages nor attachments, and what a whole site must hold."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports import search
from build_scripts.exports.changes import record_file_names, record_files
from build_scripts.exports.numbers import NUMBERS, numbers
from build_scripts.exports.sitemap import ROBOTS, SITEMAP, robots, sitemaps
from build_scripts.site.ledger import kept
from build_scripts.site.prepared import Prepared
from build_scripts.site.verify import Expected


def exports(prepared: Prepared, site_url: str) -> Iterator[tuple[str, str]]:
    """Name and content of every file for machines that is made from the record."""
    yield from sitemaps(site_url, _page_addresses(prepared))
    yield ROBOTS, robots(site_url)
    yield from numbers(prepared.archive)
    yield from record_files(prepared, site_url)


def _page_addresses(prepared: Prepared) -> Iterator[str]:
    for page in prepared.pages:
        yield page.address
    for hand_written in prepared.content.values():
        yield hand_written.address


def expected(prepared: Prepared, site_url: str) -> Expected:
    """What the site that is built from this must hold."""
    pages = frozenset(_page_addresses(prepared))
    attachments = (address for address, _ in prepared.attachments)
    files = {SITEMAP, ROBOTS, *NUMBERS.values(), "404.html", *attachments, *record_file_names(prepared)}
    files |= set(search.FILES) if prepared.searchable else set()
    unbuilt = () if prepared.searchable else (f"{search.FOLDER}/",)
    released = frozenset(entry.address for entry in kept(prepared.released, prepared.archive))
    return Expected(pages, frozenset(files), released, site_url, unbuilt)
