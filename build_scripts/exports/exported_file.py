"""A file beside the pages: what makes it, what it is made from, and whether its address is promised to stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True)
class ExportedFile:
    """A file that `make` gives: its text, or its bytes where it is none.

    `made_from` gives everything that the text is made from besides the site's address: where its words (`repr`) are as they
    were, the file is not made again. Without it the file is always made. `given_by` is the file of the record that gives
    it, of a file whose address is promised to stay as a page's is; None of the others.
    """

    make: Callable[[], str | bytes]
    made_from: Callable[[], object] | None = None
    given_by: str | None = None

    def content(self) -> bytes:
        """The file's bytes."""
        made = self.make()
        return made.encode("utf-8") if isinstance(made, str) else made


Files = dict[str, ExportedFile]
"""By name from the site's root."""


def canonical(address: str, site_url: str) -> str:
    """The whole address of a page or file."""
    return f"{site_url}{'' if site_url.endswith('/') else '/'}{quote(address)}"


def base_of(site_url: str) -> str:
    """The path that a site with this address lies under, with slashes at both ends."""
    return f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/")


_SINCE = "2026"
"""The year from which ids have this form: part of each, by RFC 4151."""


def tag(address: str, site_url: str) -> str:
    """What the thing at an address is called for ever, on whatever page it is told of."""
    return f"tag:{urlsplit(site_url).hostname or 'localhost'},{_SINCE}:{base_of(site_url)}{address}"
