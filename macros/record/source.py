"""A file of the record as text: bytes to lines without a silent change of anything that can be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.finding import Finding, Place

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes. A text of the record is some kilobytes; a larger file is something else that was put there by mistake."""

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
            whole.warning(
                "byteordningsmärke",
                "Filen börjar med ett osynligt byteordningsmärke (BOM).",
                "spara filen som UTF-8 utan BOM.",
            )
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*findings, _not_utf8(path, content, error.start)]
    if broken := _BROKEN.search(text) if "Ã" in text or "\ufffd" in text else None:
        findings.append(_broken(Source(path, text), broken))
    text, rewritten = _plain(path, text)
    return Source(path, text), [*findings, *rewritten, *_hidden(Source(path, text))]


def _plain(path: str, text: str) -> tuple[str, list[Finding]]:
    """The text with bare newlines and whole letters, with a finding for each kind that was written in another way."""
    findings = []
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        findings.append(
            Place(path, line, 1).warning(
                "radslut",
                "Filen har radslut av Windows-typ (CRLF).",
                "ställ in editorn på radslut LF; innehållet ändras inte.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        line = next(n for n, row in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", row))
        findings.append(
            Place(path, line, 1).warning(
                "delade-tecken",
                "Bokstäver som å, ä eller ö är skrivna som två tecken (NFD).",
                "skriv om bokstäverna; texten läses som om de vore hela.",
            )
        )
        text = unicodedata.normalize("NFC", text)
    return text, findings


def too_large(path: str, size: int) -> Finding:
    """The finding for a file of `size` bytes that is larger than a text can be; it is not read."""
    return Place(path).error(
        "för-stor-fil",
        f"Filen är {size // 1024 // 1024} MB; högst {LARGEST_FILE // 1024 // 1024} MB text läses.",
        "lägg stora dokument som bilaga och skriv bara texten här.",
    )


_BROKEN = re.compile("Ã[\u0080-\u00bf\u2026\u201e\u2013]|\ufffd")
"""What becomes of å, ä and ö in a text that was read in one encoding and saved in another."""


def _broken(source: Source, found: re.Match[str]) -> Finding:
    """The finding for the first letter that has become other signs."""
    line = source.text.count("\n", 0, found.start()) + 1
    column = found.start() - source.text.rfind("\n", 0, found.start())
    letter = found[0].encode("cp1252", "ignore").decode("utf-8", "ignore")
    return source.place(line, column, len(found[0])).error(
        "teckenkodning",
        f"En bokstav har blivit skräptecken ({found[0]}).",
        f"skriv {letter or 'rätt bokstav'} i stället, och leta efter fler sådana i filen.",
    )


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How files of Word, Excel and PDF begin, whatever they are called."""


def _not_utf8(path: str, content: bytes, offset: int) -> Finding:
    if content.startswith(_OFFICE):
        return Place(path).error(
            "teckenkodning",
            "Filen är ett dokument från Word, Excel eller PDF, ingen textfil.",
            "lägg dokumentet i mappen bilagor, eller gör text av det med klubbat importera.",
        )
    if content.startswith(_UTF_16) or b"\x00" in content:
        return Place(path).error(
            "teckenkodning",
            "Filen är sparad som UTF-16, inte som UTF-8.",
            "öppna filen i editorn och spara om den med teckenkodningen UTF-8.",
        )
    before = content[:offset]
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    end = content.find(b"\n", offset)
    excerpt = content[start : end if end >= 0 else len(content)].decode("latin-1").rstrip("\r")
    return Place(path, line, offset - start + 1, 1, excerpt).error(
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


_OLD_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")


def without_hidden_signs(text: str) -> str:
    """The text without characters that a reader cannot see; those that end a line in Word end it here."""
    return _HIDDEN.sub("", _OLD_LINE_ENDS.sub("\n", text))


def hidden_finding(place: Place, sign: str) -> Finding:
    """The finding for a character that a reader cannot see."""
    return place.error(
        "osynligt-tecken",
        f"Texten innehåller {_NAMES.get(sign, f'det osynliga tecknet U+{ord(sign):04X}')}.",
        "ta bort tecknet: ställ markören där och radera, eller skriv om ordet.",
    )
