"""A file of the record as text: bytes to lines without a silent change of anything that can be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from frontmatter.default_handlers import YAMLHandler

from macros.finding import Finding, Level, Place

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. A text of the record is some kilobytes; a larger file is something else that was put there by mistake."""

LARGEST_HEADER = 256 * 1024
"""Characters of a header."""

MARK = "\ue000"
"""The private-use character that stands for a macro's value while Markdown runs; sources may not contain it."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u200b-\u200d\u2060\ufeff"
_HIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029{_BIDI}{_ZERO_WIDTH}\ue000-\uf8ff\ufff9-\ufffb]"
)
_NAMES = {"\x00": "ett NUL-tecken", "\ufeff": "ett osynligt tecken (byteordningsmärke)"}


@dataclass(frozen=True)
class Source:
    """One text file: its path, its text (NFC, lines end with a bare newline), and where header and body stand.

    `header` and `body` are slices of `text`; `header_line` and `body_line` are the lines (from 1) that they begin on.
    """

    path: str
    text: str
    header: str = ""
    body: str = ""
    body_line: int = 1
    header_line: int = 2

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines without their ends."""
        return self.text.split("\n")

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """A place in this file with its line as excerpt."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.path, line, column, length, excerpt)


def decode(path: str, content: bytes) -> tuple[Source | None, list[Finding]]:
    """Text of the bytes, with a finding for everything that was not plain UTF-8 with bare newlines.

    Returns no source when the bytes cannot be read as text without guessing; never raises.
    """
    if len(content) > LARGEST_FILE:
        return None, [too_large(path, len(content))]
    whole = Place(path)
    findings = []
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
        findings.append(
            Finding(
                whole,
                Level.WARNING,
                "byteordningsmärke",
                "Filen börjar med ett osynligt byteordningsmärke (BOM).",
                "spara filen som UTF-8 utan BOM.",
            )
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*findings, _not_utf8(path, content, error.start)]
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        findings.append(
            Finding(
                Place(path, line, 1),
                Level.WARNING,
                "radslut",
                "Filen har radslut av Windows-typ (CRLF).",
                "ställ in editorn på radslut LF; innehållet ändras inte.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        line = next(n for n, row in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", row))
        findings.append(
            Finding(
                Place(path, line, 1),
                Level.WARNING,
                "delade-tecken",
                "Bokstäver som å, ä eller ö är skrivna som två tecken (NFD).",
                "skriv om bokstäverna; texten läses som om de vore hela.",
            )
        )
        text = unicodedata.normalize("NFC", text)
    findings += _hidden(Source(path, text))
    return Source(path, text), findings


def too_large(path: str, size: int) -> Finding:
    """The finding for a file of `size` bytes that is larger than a text can be; it is not read."""
    return Finding(
        Place(path),
        Level.ERROR,
        "för-stor-fil",
        f"Filen är {size // 1024 // 1024} MB; högst {LARGEST_FILE // 1024 // 1024} MB text läses.",
        "lägg stora dokument som bilaga och skriv bara texten här.",
    )


def _not_utf8(path: str, content: bytes, offset: int) -> Finding:
    before = content[:offset]
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    end = content.find(b"\n", offset)
    excerpt = content[start : end if end >= 0 else len(content)].decode("latin-1").rstrip("\r")
    return Finding(
        Place(path, line, offset - start + 1, 1, excerpt),
        Level.ERROR,
        "teckenkodning",
        "Filen är inte sparad som UTF-8.",
        "öppna filen i editorn och spara om den med teckenkodningen UTF-8.",
    )


def _hidden(source: Source) -> Iterator[Finding]:
    """Characters that a reader cannot see but that change order, words or searches (at most twenty are told)."""
    # Nearly always so, and seen much faster: none of those characters is printable.
    if source.text.replace("\n", "").isprintable():
        return
    for told, match in enumerate(_HIDDEN.finditer(source.text)):
        if told == 20:
            return
        line = source.text.count("\n", 0, match.start()) + 1
        column = match.start() - source.text.rfind("\n", 0, match.start())
        yield hidden_finding(source.place(line, column), match.group())


def hidden_sign(text: str) -> str | None:
    """The first character of the text that a reader cannot see, if there is one."""
    found = _HIDDEN.search(text)
    return found.group() if found else None


def hidden_finding(place: Place, sign: str) -> Finding:
    """The finding for a character that a reader cannot see."""
    return Finding(
        place,
        Level.ERROR,
        "osynligt-tecken",
        f"Texten innehåller {_NAMES.get(sign, f'det osynliga tecknet U+{ord(sign):04X}')}.",
        "ta bort tecknet: ställ markören där och radera, eller skriv om ordet.",
    )


_SPLITTER = YAMLHandler(fm_boundary=re.compile(r"^---[ \t]*$", re.MULTILINE))
"""python-frontmatter's splitting, with exactly three dashes: longer rules are Markdown and belong to the body."""


def split(source: Source) -> tuple[Source, list[Finding]]:
    """The source with header and body told apart: a header stands first, between two lines of `---`.

    A missing or unfinished header, or one larger than `LARGEST_HEADER`, is a finding and gives an empty header.
    """
    if not _SPLITTER.detect(source.text):
        return source, [
            Finding(
                source.place(1),
                Level.ERROR,
                "rubrikdel-saknas",
                "Filen har ingen rubrikdel.",
                "börja filen med en rad ---, skriv nycklarna (till exempel rubrik: ...) och avsluta med en rad ---.",
            )
        ]
    try:
        header, body = _SPLITTER.split(source.text)
    except ValueError:
        return source, [
            Finding(
                source.place(1, 1, 3),
                Level.ERROR,
                "rubrikdel-oavslutad",
                "Rubrikdelen tar aldrig slut.",
                "sätt en rad med bara --- efter den sista nyckeln.",
            )
        ]
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
    return Source(source.path, source.text, header, body, source.header_line + header.count("\n") + 1), []
