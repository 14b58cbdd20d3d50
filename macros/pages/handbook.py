"""The secretary's handbook ("handbok"): its long pages in parts, a page for each, and the list that leads there.

A hand-written page says in its header what it is parted by (`delas`): its own headings, as the rules are, or the kinds of files.
The list stands last on the page itself. Its entries have the ids that the headings had while all stood on one page, so that
links to them still lead right.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros import addresses
from macros.facts.day import Day
from macros.finding import Finding
from macros.pages import record_page
from macros.pages.page import Page, Promise
from macros.pages.record_page import Link
from macros.pages.templating import render, root_from
from macros.record.source import Source
from macros.texts.calls import Call, Value, evaluate, fill, mark
from macros.texts.prose import prose, without_code

KIND = "Handbok"
_HANDBOOK = Link("För nämndsekreterare", addresses.HANDBOOK)

_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
_FIRST = re.compile(r"\s*<p>((?:<strong>[^<]*</strong> )?.*?)(?:</p>|(?<=[.!?])\s(?=[A-ZÅÄÖ]))", re.DOTALL)
"""What a text begins with, its first sentence; the rules begin with "**Fel.**" before it."""

_TO_FILE = re.compile(r"(?<=\]\()([\w./-]+\.md)(#[\w-]+)?(?=\))")
_FROM_PAGE = re.compile(r"(?<=\]\()(?:\.\./)+(?:[\w-]+/)*(?=[)#])")


@dataclass(frozen=True)
class PagePart:
    """A part of a long page: its heading and address, its text, and what the list says of it."""

    heading: str
    address: str
    text: Markup
    told: Markup

    @property
    def place(self) -> str:
        """Its id in the list."""
        return addresses.slug(self.heading)


def by_headings(
    source: Source, address: str, run: Callable[[str, Call], Value], linked: Callable[[str], str | None]
) -> tuple[Source, list[PagePart], list[Finding]]:
    """The page without what stands under its headings, a part for each, and what is wrong in them.

    `address` is the page's. `run` gives the value of a call in the part at an address, and `linked` the address of the
    hand-written page that a link means, if there is one.
    """
    found = [*_HEADING.finditer(without_code(source.body))]
    ends = [*(heading.start() for heading in found[1:]), len(source.body)]
    parts: list[PagePart] = []
    findings: list[Finding] = []
    for heading, end in zip(found, ends, strict=True):
        here = addresses.part(address, heading[1])
        line = source.body_line + source.body.count("\n", 0, heading.end())
        text, lost = _with_addresses(source, source.body[heading.end() : end], line, linked)
        text = _FROM_PAGE.sub(partial(_from_root, address), text)
        marked = mark(text, source.path, line)
        values, refused = evaluate(marked, partial(run, here))
        findings += [*lost, *marked.findings, *refused]
        first = _FIRST.match(_finished(marked.text, values, address))
        told = Markup(first[1]) if first else Markup()
        parts.append(PagePart(heading[1], here, _finished(marked.text, values, here), told))
    body = source.body[: found[0].start()] if found else source.body
    return Source(source.path, source.text, source.header, body, source.body_line), parts, findings


def _finished(text: str, values: list[Value], address: str) -> Markup:
    return fill(prose(text, root=root_from(address)), values)


def _from_root(address: str, link: re.Match[str]) -> str:
    """A link as it is written on the page, from the site's root: a part lies a folder deeper."""
    return f"/{posixpath.normpath(posixpath.join(address, link[0]))}/"


def _with_addresses(
    source: Source, text: str, line: int, linked: Callable[[str], str | None]
) -> tuple[str, list[Finding]]:
    """The text with links to hand-written pages, which name their files, led to their addresses."""
    findings: list[Finding] = []

    def led(link: re.Match[str]) -> str:
        page = linked(posixpath.normpath(link[1]))
        if page is None:
            row = text.count("\n", 0, link.start())
            place = source.place(line + row, link.start() - text.rfind("\n", 0, link.start()), len(link[0]))
            remedy = "rätta länken, eller lägg tillbaka sidan."
            findings.append(place.error("trasig-länk", f"Länken {link[0]} leder till något som inte finns.", remedy))
        return f"/{page or ''}{link[2] or ''}"

    return _TO_FILE.sub(led, text), findings


def listed(parts: Iterable[PagePart], address: str) -> Markup:
    """The list of the parts, on the page at the address: to read, and with scripts to search in."""
    return render("handbook_parts.html", parts=parts, root=root_from(address))


def pages(facts: Day, page: Link, parts: Iterable[PagePart]) -> Iterator[Promise]:
    """A page for each part of the page."""
    for part in parts:
        inputs = (page.text, part.heading, part.text, part.told)
        yield Promise(part.address, KIND, partial(_page, facts, page, part), inputs)


def _page(facts: Day, page: Link, part: PagePart) -> Page:
    return record_page.page(
        facts,
        "handbook_part.html",
        part.address,
        part.heading,
        part.told.striptags(),
        [record_page.START, _HANDBOOK, page],
        KIND,
        title=f"{part.heading} – {page.text}",
        text=part.text,
        whole=page,
    )
