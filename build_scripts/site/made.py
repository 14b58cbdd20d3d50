"""What is known of the record's pages without making them: what each held, and where it led.

It is remembered under the page's inputs (`macros.pages.page.Promise`), or, for a page that is always made, under its content.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import code_stamp, digest
from build_scripts.mkdocs_adapter.handover import head
from build_scripts.site.sound import Facts, facts_of
from macros.pages.page import Page, Promise

_KIND = "sida"


@dataclass(frozen=True)
class Made:
    """A page as it is or was made: the digest of its content, and what was seen in it (None in doubt).

    `page` gives it; where nothing has changed it is never asked.
    """

    address: str
    content: bytes
    facts: Facts | None
    page: Callable[[], Page]

    @property
    def file(self) -> str:
        """Its file, from the site's root."""
        return f"{self.address}index.html"


def made(promises: Iterable[Promise], site_url: str, memory: Memory) -> Iterator[Made]:
    """Each promised page: from the memory when its inputs are as they were, else made."""
    stamp = digest(code_stamp(), site_url)
    for promise in promises:
        key = None if promise.inputs is None else digest(stamp, promise.address, *promise.inputs)
        kept = memory.get(_KIND, key) if key else None
        yield _remembered(promise, kept) if kept else _made(promise, key, site_url, memory)


def _remembered(promise: Promise, kept: bytes) -> Made:
    content, facts = json.loads(kept)
    return Made(promise.address, bytes.fromhex(content), facts and Facts(*facts), promise.make)


def _made(promise: Promise, key: bytes | None, site_url: str, memory: Memory) -> Made:
    page = promise.make()
    content = digest(code_stamp(), site_url, page.address, page.title, page.description, page.head, page.html)
    kept = None if key else memory.get(_KIND, content)
    if kept:
        return _remembered(promise, kept)
    facts = facts_of(f"{page.address}index.html", page.title, head(page), page.html, site_url)
    told = json.dumps((content.hex(), facts), ensure_ascii=False)
    memory.put(_KIND, key or content, told.encode("utf-8", "surrogatepass"))
    return Made(page.address, content, facts, lambda: page)
