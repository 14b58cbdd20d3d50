"""A page of the record: promised, so that it is made only when what it is made from has changed; and finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its address from the site's root, what it is called, and its fragment of HTML.

    `title` and `description` are plain text (whoever puts them into HTML escapes them). `html` is the article's finished
    content, breadcrumbs included; `head` is HTML for the document's head. `kind` is the Swedish word readers filter by.
    """

    address: str
    title: str
    description: str
    html: str
    kind: str
    head: str = ""


@dataclass(frozen=True)
class Promise:
    """A page that `make` gives, at this address and of this kind.

    `inputs` name everything that the page is made from (`macros.pages.inputs`): promises of the same address and inputs
    give the same page, byte for byte. None means the whole archive and the day: such a page is always made.
    """

    address: str
    kind: str
    make: Callable[[], Page]
    inputs: tuple[str, ...] | None = None
