"""A finished page of the record, as the site's frame takes it."""

from __future__ import annotations

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
