"""What a whole site must hold."""

from __future__ import annotations

from build_scripts.exports import search
from build_scripts.site.ledgers import still_given
from build_scripts.site.prepared import Prepared
from build_scripts.site.verify import Expected


def expected(prepared: Prepared, site_url: str) -> Expected:
    """What the site that is built from this must hold."""
    attachments = (address for address, _ in prepared.attachments)
    files = {"404.html", *attachments, *prepared.exported(site_url)}
    files |= set(search.FILES) if prepared.searchable else set()
    unbuilt = () if prepared.searchable else (f"{search.FOLDER}/",)
    released = frozenset(entry.address for entry in still_given(prepared.released, prepared.archive))
    return Expected(frozenset(prepared.page_addresses()), frozenset(files), released, site_url, unbuilt)
