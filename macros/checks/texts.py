"""Rules of the texts below the headers: no raw HTML, no calls where none are run, and no word that the page would change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from macros.checks import lost_words
from macros.checks.given import Given, Rule
from macros.finding import Finding, Level, Place
from macros.record.item import ItemHeader
from macros.record.paper import PaperHeader
from macros.record.schema import Document
from macros.record.source import Source
from macros.record.summons import SummonsHeader
from macros.record.values import shorten
from macros.remembered import remembered
from macros.texts import pictured
from macros.texts.commonmark import with_every_link
from macros.texts.prose import BREAK, OMITTED, safe_html, uncleaned, without_code

_TAG = re.compile(r"<(?:!--.*?-->|[!?][^<>]*>|/?[A-Za-z][^<>]*>)", re.DOTALL)
_END = re.compile(r"</([A-Za-z][A-Za-z0-9-]*)")
_ADDRESS = re.compile(r"<[A-Za-z][A-Za-z0-9.+-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>")
CALL = re.compile(r"\{\{[^{}\n]*\}\}")


_PATH = re.compile(r"\]\([A-Za-z]:\\[^()\n]*\)")
"""A link to a file on somebody's disk, which is told as a link."""

MOST_IN_A_TEXT = 20
"""Findings of one rule in one text: a page pasted from the web must not flood the terminal."""


def texts(given: Given) -> Iterator[Document[Any]]:
    """Every file of the record with a text below its header."""
    return (document for document in given.archive.documents() if document.body and not document.body.isspace())


def at(source: Source, offset: int, length: int = 1) -> Place:
    """The place of an offset in the body."""
    start = source.body.rfind("\n", 0, offset) + 1
    return source.place(source.body_line + source.body.count("\n", 0, offset), offset - start + 1, length)


def no_raw_html(given: Given) -> Iterator[Finding]:
    """A text holds no HTML: it is left out of the page, so that what stands in it would vanish."""
    for document in texts(given):
        if "<" not in document.body or OMITTED not in uncleaned(document.body):
            continue
        tags = islice(raw_html(document.body), MOST_IN_A_TEXT)
        found = [(tag.start(), tag.group().split("\n")[0]) for tag in tags]
        for offset, tag in found or [(document.body.index("<"), "<")]:
            yield Finding(
                at(document.source, offset, len(tag)),
                Level.ERROR,
                "rå-html",
                f"{shorten(tag)} är HTML och visas inte.",
                "ta bort kommentaren: den som hämtar arkivet kan läsa den."
                if tag.startswith("<!--")
                else "skriv med Markdown i stället. Är tecknet en del av texten: sätt ett bakstreck före, \\<.",
            )


def _closes(tag: re.Match[str]) -> bool:
    """Whether the tag only ends one that is told where it begins."""
    name = _END.match(tag.group())
    return name is not None and re.search(rf"<{name[1]}\b", tag.string[: tag.start()], re.IGNORECASE) is not None


def raw_html(body: str) -> Iterator[re.Match[str]]:
    """Tags and comments outside code and apart from addresses within angle brackets."""
    plain = without_code(body)
    return (
        found
        for found in _TAG.finditer(plain)
        if not _ADDRESS.fullmatch(found.group())
        and not _closes(found)
        and not _breaks_a_cell(found)
        and plain[found.start() - 1 : found.start()] != "\\"
    )


def _breaks_a_cell(tag: re.Match[str]) -> bool:
    """Whether the tag is a new line in a row of a table, which is shown."""
    before, after = tag.string[: tag.start()].rpartition("\n")[2], tag.string[tag.end() :].partition("\n")[0]
    return tag.group() == BREAK and "|" in before + after


def calls_only_in_letters(given: Given) -> Iterator[Finding]:
    """A call ("{{ ... }}") is run only in the letter of a call to a meeting (`kallelse.md`); elsewhere it is text.

    A line of a report that asks for a picture of its table is no such call.
    """
    for document in texts(given):
        if "{{" not in document.body or isinstance(document.header, SummonsHeader):
            continue
        for found in CALL.finditer(_without_pictures(document)):
            yield Finding(
                at(document.source, found.start(), len(found.group())),
                Level.WARNING,
                "makro-i-text",
                "Makron räknas bara ut i kallelser; här visas klamrarna som text.",
                "skriv ut värdet i stället.",
            )


def _without_pictures(document: Document[Any]) -> str:
    """The text with blanks for the lines that ask for pictures, where such lines are read."""
    is_report = isinstance(document.header, ItemHeader | PaperHeader)
    return pictured.without_lines(document.body) if is_report else document.body


def pictures_of_tables(given: Given) -> Iterator[Finding]:
    """A line that asks for a picture ("diagram") names columns of the table below it, and their cells are numbers of one kind.

    A cell may also be empty, have a stroke, or a word without digits, which the picture then says.
    """
    for document in texts(given):
        if isinstance(document.header, ItemHeader | PaperHeader):
            for slip in islice(pictured.pictured(document.body).slips, MOST_IN_A_TEXT):
                place = at(document.source, slip.offset, slip.length)
                yield Finding(place, Level.ERROR, "diagram-tabell", slip.message, slip.remedy)


def words_survive(given: Given) -> Iterator[Finding]:
    """Every word and number of a text stands on its page, in the same order and with nothing added.

    A list that starts at 5 keeps its 5; a row that reads as a link definition, `2*3*4`, a table's extra cell or an
    HTML entity would be lost or changed. Raw HTML, which is left out, is another rule's.
    """
    for document in texts(given):
        body = _without_pictures(document)
        if isinstance(document.header, SummonsHeader) and "{{" in body:
            body = CALL.sub(lambda call: "x" * len(call.group()), body)
        if remembered("ord", (body,), partial(_unchanged, body)):
            continue
        html = uncleaned(body)
        if OMITTED in html:
            continue
        if '<a href=""' in html:
            html = with_every_link(body)
        paths = [found.span() for found in _PATH.finditer(body)]
        for change in lost_words.changes(body, html):
            if any(start <= change.offset < end for start, end in paths):
                continue
            yield Finding(
                at(document.source, change.offset, change.length),
                Level.ERROR,
                "ord-ändras",
                change.message,
                change.remedy,
            )


def _unchanged(body: str) -> str | None:
    """A word for yes: the page has the text's words."""
    return "ja" if lost_words.same(body, safe_html(body)) else None


RULES: tuple[Rule, ...] = (no_raw_html, calls_only_in_letters, pictures_of_tables, words_survive)
