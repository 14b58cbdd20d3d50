"""Our papers as PDF: each is its page as it would be printed, and a meeting's documents together in one file.

A paper is made of its page's article: it tells what the page tells, in the same words and order, and nothing that it withholds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from build_scripts.exports.exported_file import ExportedFile, Files, canonical
from build_scripts.exports.pdf import packet
from build_scripts.exports.pdf.article import Node, content
from build_scripts.exports.pdf.printed import Printed, printed, with_documents
from build_scripts.exports.pdf.typesetting import Manuscript, paper
from macros import addresses
from macros.facts.day import Day
from macros.pages.page import Page, Promise
from macros.record.archive import Body, Meeting


def files(facts: Day, pages: Iterable[Promise], root: Path, site_url: str) -> Files:
    """Every paper, by name. `root` is the project's, where attachments lie."""
    return dict(_files(facts, {page.address: page for page in pages}, root, site_url))


def _files(facts: Day, pages: Mapping[str, Promise], root: Path, site_url: str) -> Iterator[tuple[str, ExportedFile]]:
    for one in printed(facts):
        if (page := pages.get(one.address)) is not None:
            made_from = partial(_inputs, (page,))
            yield addresses.as_pdf(one.address), ExportedFile(partial(_paper, one, page, site_url), made_from, "")
    for meeting in with_documents(facts):
        body = facts.archive.body_by_id[meeting.body_id]
        parts = [pages[address] for address in _parts(meeting) if address in pages]
        attached = packet.attached(facts, meeting, root)
        make = partial(_packet, body, meeting, parts, attached, site_url)
        yield addresses.packet(meeting.address), ExportedFile(make, partial(_inputs, parts, attached), "")


def _parts(meeting: Meeting) -> Iterator[str]:
    """The pages that a meeting's documents are: the agenda, and each item that is shown with its own documents."""
    yield meeting.address
    for item in meeting.items:
        if item.is_public:
            yield item.address
            yield from (found.address for found in item.papers if found.header.is_shown)


def _inputs(pages: Iterable[Promise], attached: Iterable[packet.PdfAttachment] = ()) -> object:
    return [(page.address, page.inputs) for page in pages], [one.made_from for one in attached]


def _paper(one: Printed, promise: Promise, site_url: str) -> bytes:
    page = promise.make()
    article = _article(page, site_url)
    if one.plan:
        # What stands below the plan's table on its page is not part of the plan.
        article = article[: next((n for n, node in enumerate(article, 1) if _is_table(node)), len(article))]
    return paper(_manuscript(one.body, one.date, page, [article], site_url, plan=one.plan))


def to_sign(body: Body, date: dt.date, page: Page, site_url: str) -> bytes:
    """Minutes with a line for each who is to sign them."""
    return paper(_manuscript(body, date, page, [_article(page, site_url)], site_url))


def extracts(body: Body, date: dt.date, title: str, pages: Iterable[Page], address: str, site_url: str) -> bytes:
    """The extracts of several paragraphs in one paper, each on a page of its own; `address` is that of their minutes."""
    articles = [_article(page, site_url, f"{number}-") for number, page in enumerate(pages, 1)]
    return paper(Manuscript(title, *_sender(body, date), canonical(address, site_url), articles))


def _is_table(node: Node) -> bool:
    return isinstance(node, dict) and node["k"] == "table"


def _packet(
    body: Body, meeting: Meeting, parts: Iterable[Promise], attached: tuple[packet.PdfAttachment, ...], site_url: str
) -> bytes:
    pages = [part.make() for part in parts]
    articles = [_article(page, site_url, f"{number}-") for number, page in enumerate(pages, 1)]
    return packet.packet(partial(_manuscript, body, meeting.date, pages[0], site_url=site_url), articles, attached)


def _article(page: Page, site_url: str, prefix: str = "") -> list[Node]:
    return content(page.html, partial(urljoin, canonical(page.address, site_url)), prefix)


def _manuscript(
    body: Body,
    date: dt.date,
    page: Page,
    articles: list[list[Node]],
    site_url: str,
    *,
    appended: int = 0,
    plan: bool = False,
) -> Manuscript:
    return Manuscript(page.title, *_sender(body, date), canonical(page.address, site_url), articles, appended, plan)


def _sender(body: Body, date: dt.date) -> tuple[str, dt.date, str]:
    """The body's name on the day, the day, and what stands above."""
    name = body.name_on(date)
    return name, date, f"{name}, {body.header.municipality}"
