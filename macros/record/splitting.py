"""Header and body of a file told apart, and what was meant where the lines of `---` are not as they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frontmatter.default_handlers import YAMLHandler

from macros.finding import Finding, Level
from macros.record.source import Source

LARGEST_HEADER = 256 * 1024
"""Characters of a header."""

_SPLITTER = YAMLHandler(fm_boundary=re.compile(r"^---[ \t]*$", re.MULTILINE))
"""python-frontmatter's splitting, with exactly three dashes: longer rules are Markdown and belong to the body."""


def split(source: Source) -> tuple[Source, list[Finding]]:
    """The source with header and body told apart: a header stands first, between two lines of `---`.

    A missing or unfinished header, or one larger than `LARGEST_HEADER`, is a finding and gives an empty header.
    """
    if not _SPLITTER.detect(source.text):
        return source, [_without_header(source)]
    try:
        header, body = _SPLITTER.split(source.text)
    except ValueError:
        return source, [_without_end(source)]
    header, body = header.removeprefix("\n"), body.removeprefix("\n")
    if len(header) > LARGEST_HEADER:
        return source, [
            Finding(
                source.place(1, 1, 3),
                Level.ERROR,
                "för-stor-rubrikdel",
                f"Rubrikdelen är {len(header) // 1024} kB; högst {LARGEST_HEADER // 1024} kB läses.",
                "flytta löpande text till brödtexten under rubrikdelen.",
            )
        ]
    parted = Source(source.path, source.text, header, body, source.header_line + header.count("\n") + 1)
    return parted, list(_second_header(parted))


_NEARLY_DASHES = re.compile(r"\s*(?:[-–—−]{2,}|[–—−])\s*")
"""A line that was meant as `---`: Word makes one long dash of them, and a blank may have slipped in before."""

_FIRST_KEY = re.compile(r"^---[ \t]*\n[^\W\d][\w-]*:", re.MULTILINE)


def _without_header(source: Source) -> Finding:
    """The finding for a file that does not begin with `---`: what stands there instead."""
    line = next((n for n, row in enumerate(source.lines, 1) if row.strip()), 1)
    first = source.lines[line - 1]
    message = "Filen har ingen rubrikdel."
    remedy = "börja filen med en rad ---, skriv nycklarna (till exempel rubrik: ...) och avsluta med en rad ---."
    if not first:
        message, remedy = "Filen är tom.", f"ta bort filen, eller {remedy}"
    elif first.strip() == "---" or _FIRST_KEY.search(source.text):
        message, remedy = "Något står före rubrikdelen.", "flytta eller ta bort det: raden --- ska vara filens första."
    elif _NEARLY_DASHES.fullmatch(first):
        message, remedy = "Filens första rad är inte tre bindestreck.", "skriv precis --- på raden."
    return Finding(source.place(line), Level.ERROR, "rubrikdel-saknas", message, remedy)


def _without_end(source: Source) -> Finding:
    """The finding for a header that no line `---` ends; a line that was meant to is pointed at."""
    for line, row in enumerate(source.lines[1:], 2):
        if _NEARLY_DASHES.fullmatch(row):
            return Finding(
                source.place(line, 1, len(row)),
                Level.ERROR,
                "rubrikdel-oavslutad",
                "Raden som ska avsluta rubrikdelen är inte tre bindestreck.",
                "skriv precis --- på raden, längst till vänster.",
            )
    return Finding(
        source.place(1, 1, 3),
        Level.ERROR,
        "rubrikdel-oavslutad",
        "Rubrikdelen tar aldrig slut.",
        "sätt en rad med bara --- efter den sista nyckeln.",
    )


_HEADER_AGAIN = re.compile(
    r"\s*(?:---[ \t]*\n)?([^\W\d][\w-]*:).*\n(?:(?:[^\W\d][\w-]*:|[ \t]|- ).*\n)*---[ \t]*(?:\n|\Z)"
)


def _second_header(source: Source) -> Iterator[Finding]:
    """A header that was pasted once more would stand as text on the page."""
    found = _HEADER_AGAIN.match(source.body)
    if found and source.header.startswith(found[1]):
        yield Finding(
            source.place(source.body_line + source.body.count("\n", 0, found.start(1))),
            Level.ERROR,
            "rubrikdel-dubbel",
            "Rubrikdelen står två gånger.",
            "ta bort den ena, med sin rad ---.",
        )
