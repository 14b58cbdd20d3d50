"""Rules of what is pasted from elsewhere and looks right in the file, but is plain text on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from macros.checks.given import Given, Rule
from macros.checks.texts import MOST_IN_A_TEXT, at, texts
from macros.finding import Finding
from macros.record.plain_signs import BULLETS
from macros.record.values import shorten
from macros.texts import footnotes
from macros.texts.prose import without_code

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[^\W\d_])(.*)$", re.MULTILINE)
"""A heading's mark with a letter after it; `#4` is a number of something."""

_GLUED = re.compile(r"#[^\W\d_]")
"""What such a heading must hold: a cheap look before the exact one."""

_MARKS = f"{BULLETS}⁃■□"
_BULLET = re.compile(rf"^[ \t]*([{_MARKS}])[ \t]*(.*)$", re.MULTILINE)
_DASHED = re.compile(r"^ {0,3}([–—−])[ \t]+(\S.*)(?:\n[ \t]*\1[ \t]+\S.*)+$", re.MULTILINE)
"""Two rows or more of one paragraph that begin with a long dash. A single one may be a line of dialogue."""

_SIGNS = f"{_MARKS}–—−"
"""One of which stands in either."""

_TABBED = re.compile(r"^[ \t]*[^\s|][^\n]*\t[^\n]*\S[^\n]*(?:\n[ \t]*[^\s|][^\n]*\t[^\n]*\S[^\n]*)+$", re.MULTILINE)
"""Two rows or more, each with a tab between words: columns of Word or Excel."""


def no_pasted_table(given: Given) -> Iterator[Finding]:
    """A table is written with | between its cells: columns that tabs part become one running line on the page."""
    for document in texts(given):
        if "\t" not in document.body:
            continue
        for found in islice(_TABBED.finditer(without_code(document.body)), MOST_IN_A_TEXT):
            rows = found.group().split("\n")
            first = _cells(rows[0])
            yield at(document.source, found.start(), len(rows[0])).warning(
                "klistrad-tabell",
                f"{len(rows)} rader har kolumner med tabbar mellan; på sidan blir de löpande text.",
                f"skriv | mellan cellerna, först {shorten(_row(first))}, sedan raden {shorten(_row(['---'] * len(first)))} "
                "och därefter de andra raderna.",
            )


_PIPED = re.compile(r"^ {0,3}\|[^\n]*\n {0,3}\|[^\n]*$(?:\n {0,3}\|[^\n]*$)*", re.MULTILINE)
_UNDER_HEADS = re.compile(r" {0,3}\| *:?-+:? *(?:\| *:?-+:? *)*\|?")
"""Rows that begin with |, and the row that must be the second of them."""


def table_has_its_heads(given: Given) -> Iterator[Finding]:
    """A table has a row of dashes under its heads: without it the rows become one running line on the page."""
    for document in texts(given):
        if "|" not in document.body:
            continue
        for found in islice(_PIPED.finditer(without_code(document.body)), MOST_IN_A_TEXT):
            rows = found.group().split("\n")
            if not _UNDER_HEADS.fullmatch(rows[1].rstrip()):
                cells = rows[0].strip().strip("|").split("|")
                yield at(document.source, found.start(), len(rows[0])).warning(
                    "klistrad-tabell",
                    f"{len(rows)} rader med | saknar raden under rubrikerna; på sidan blir de löpande text.",
                    f"skriv {shorten(_row(['---'] * len(cells)))} på en egen rad under den första.",
                )


def _cells(row: str) -> list[str]:
    return [" ".join(cell.split()) for cell in re.split(r"\t+", row.strip())]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def heading_has_a_blank(given: Given) -> Iterator[Finding]:
    """A heading has a blank after its `#`: without it the row is a part of the paragraph."""
    for document in texts(given):
        if not _GLUED.search(document.body):
            continue
        for found in islice(_HEADING.finditer(without_code(document.body)), MOST_IN_A_TEXT):
            yield at(document.source, found.start(1), len(found.group().strip())).warning(
                "rubrik-blanksteg",
                f"{shorten(found.group().strip())} blir ingen rubrik.",
                f"skriv {shorten(f'{found[1]} {found[2].strip()}')}",
            )


def list_has_its_mark(given: Given) -> Iterator[Finding]:
    """A list's rows begin with `-`: Word's own marks and dashes become signs within one running paragraph."""
    for document in texts(given):
        if not any(sign in document.body for sign in _SIGNS):
            continue
        for found in islice(_BULLET.finditer(without_code(document.body)), MOST_IN_A_TEXT):
            yield at(document.source, found.start(1)).warning(
                "listtecken",
                f"Raden börjar med {found[1]} och blir ingen punkt i en lista.",
                f"skriv {shorten(f'- {found[2].strip()}')}",
            )
        for found in islice(_DASHED.finditer(without_code(document.body)), MOST_IN_A_TEXT):
            rows = found[0].count("\n") + 1
            yield at(document.source, found.start(1)).warning(
                "listtecken",
                f"{rows} rader börjar med {found[1]} och blir ett enda stycke på sidan.",
                f"börja varje rad med ett kort streck: {shorten(f'- {found[2].strip()}')}",
            )


_INDENTED = re.compile(r"(?:\A|\n[ \t]*\n)(?:\t| {4})[ \t]*([^\W\d_][^\n]*)")
_IN_A_LIST = re.compile(r"[ \t]+|[ \t]*(?:[-*+]|\d{1,9}[.)]|\[\^)")
"""How a row begins that a paragraph further in may belong to, also where more of its words stand on the rows below."""

_BLANK_ROWS = re.compile(r"\n[ \t]*\n")


def paragraph_stands_at_the_margin(given: Given) -> Iterator[Finding]:
    """A paragraph is not indented: with a tab or four blanks before it the page shows it as a piece of a program."""
    for document in texts(given):
        if "\t" not in document.body and "    " not in document.body:
            continue
        for found in islice(_INDENTED.finditer(without_code(document.body)), MOST_IN_A_TEXT):
            before = _BLANK_ROWS.split(document.body[: found.start()].rstrip())[-1]
            if not any(map(_IN_A_LIST.match, before.split("\n"))):
                yield at(document.source, found.start(1), len(found[1])).warning(
                    "indraget-stycke",
                    "Stycket är indraget och visas i en ruta, med maskinskrift.",
                    f"ta bort indraget: {shorten(found[1])}",
                )


def footnote_is_there(given: Given) -> Iterator[Finding]:
    """A note that a text names (`[^1]`) stands in it (`[^1]: ...`): else the mark is shown as it is written."""
    for document in texts(given):
        known = footnotes.defined(document.body)
        for found in footnotes.labels(without_code(document.body)):
            if found[1].casefold() not in known:
                yield at(document.source, found.start(), len(found[0])).warning(
                    "fotnot-saknas",
                    f"Texten nämner fotnoten {found[0]}, men den finns inte.",
                    f"skriv {found[0]}: och fotnotens text sist, på en egen rad.",
                )


RULES: tuple[Rule, ...] = (
    no_pasted_table,
    table_has_its_heads,
    heading_has_a_blank,
    list_has_its_mark,
    paragraph_stands_at_the_margin,
    footnote_is_there,
)
