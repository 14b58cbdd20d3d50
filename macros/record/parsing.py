"""One file of the record from its bytes to a document of its kind: the same bytes always give the same.

What git leaves where two people changed the same lines is seen first; then header and body are told apart, and where the lines
of `---` are not as they should be it is said what was meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from frontmatter.default_handlers import YAMLHandler

from macros.finding import Finding, Level
from macros.record import header as headers
from macros.record import source as sources
from macros.record.misread import MOST_TOLD
from macros.record.schema import Document, H, Header, build
from macros.record.source import Source
from macros.remembered import remembered


class Parse(Protocol):
    """What makes a document of a file's bytes: `parse`, or what remembers what it gave."""

    def __call__(self, model: type[H], path: str, content: bytes, /) -> tuple[Document[H] | None, list[Finding]]: ...


def parse(model: type[H], path: str, content: bytes) -> tuple[Document[H] | None, list[Finding]]:
    """One file's bytes as a document of its kind, or None with findings. Depends on nothing but its arguments."""
    source, findings = sources.decode(path, content)
    if source is None:
        return None, findings
    if conflict := conflict_finding(source):
        return None, [conflict]
    source, more = split(source)
    if more:
        return None, [*findings, *more]
    if findings:
        return _judged(model, source, findings)
    told: list[tuple[Document[H] | None, list[Finding]]] = []

    def without_fault() -> str | None:
        told.append(_judged(model, source, findings))
        document, found = told[0]
        return json.dumps(document.root.plain()) if document and document.root and not found else None

    kept = remembered("rubrikdel", (model.__name__, source.header), without_fault)
    if told:
        return told[0]
    assert kept is not None
    return Document(path, model.model_validate(json.loads(kept)), source, None), []


class Parsed:
    """Files as they were read last: while one has the same bytes it gives the same document, the very object."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[type[Header], bytes, tuple[Document[Any] | None, list[Finding]]]] = {}

    def parse(self, model: type[H], path: str, content: bytes) -> tuple[Document[H] | None, list[Finding]]:
        """What `parse` gives."""
        last = self._last.get(path)
        if last is None or last[:2] != (model, content):
            last = self._last[path] = (model, content, parse(model, path, content))
        return last[2]


def _judged(model: type[H], source: Source, findings: list[Finding]) -> tuple[Document[H] | None, list[Finding]]:
    # A hidden character in the header is what stops YAML; what it says of the place afterwards only confuses.
    hidden = any(found.rule == "osynligt-tecken" and found.place.line < source.body_line for found in findings)
    root, more = headers.parse(source)
    if root is None:
        return None, findings if hidden else _gravest([*findings, *more])
    document, faults = build(model, source, root)
    unread = {found.place.line for found in (*findings, *more) if found.level is Level.ERROR}
    # What a line that cannot be read right would mean is nothing that somebody has written, and what it says is not missing.
    broken = any(found.rule == "teckenkodning" for found in findings)
    faults = [found for found in faults if not (broken and found.rule == "nyckel-saknas")]
    return document, _gravest([*findings, *more, *(found for found in faults if found.place.line not in unread)])


def _gravest(findings: list[Finding]) -> list[Finding]:
    """At most `MOST_TOLD`, errors before warnings: a file that is left out is never left out without an error."""
    return sorted(findings, key=lambda found: found.level is Level.WARNING)[:MOST_TOLD]


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
            source.place(1, 1, 3).error(
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


_KEY_FIRST = re.compile(r"[^\W\d]\w*:(?:\s|$)")
"""A file's first line that is a key of the header."""


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
    elif _KEY_FIRST.match(first) and "---" in source.lines[line:]:
        message, remedy = "Raden --- före den första nyckeln saknas.", "sätt en rad med bara --- överst i filen."
    elif _NEARLY_DASHES.fullmatch(first):
        message, remedy = "Filens första rad är inte tre bindestreck.", "skriv precis --- på raden."
    return source.place(line).error("rubrikdel-saknas", message, remedy)


def _without_end(source: Source) -> Finding:
    """The finding for a header that no line `---` ends; a line that was meant to is pointed at."""
    for line, row in enumerate(source.lines[1:], 2):
        if _NEARLY_DASHES.fullmatch(row):
            return source.place(line, 1, len(row)).error(
                "rubrikdel-oavslutad",
                "Raden som ska avsluta rubrikdelen är inte tre bindestreck.",
                "skriv precis --- på raden, längst till vänster.",
            )
    return source.place(1, 1, 3).error(
        "rubrikdel-oavslutad", "Rubrikdelen tar aldrig slut.", "sätt en rad med bara --- efter den sista nyckeln."
    )


_HEADER_AGAIN = re.compile(
    r"\s*(?:---[ \t]*\n)?([^\W\d][\w-]*:).*\n(?:(?:[^\W\d][\w-]*:|[ \t]|- ).*\n)*---[ \t]*(?:\n|\Z)"
)


def _second_header(source: Source) -> Iterator[Finding]:
    """A header that was pasted once more would stand as text on the page."""
    found = _HEADER_AGAIN.match(source.body)
    if found and source.header.startswith(found[1]):
        yield source.place(source.body_line + source.body.count("\n", 0, found.start(1))).error(
            "rubrikdel-dubbel", "Rubrikdelen står två gånger.", "ta bort den ena, med sin rad ---."
        )


_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MOST_SHOWN = 3
_LONGEST = 80


@dataclass(frozen=True)
class Version:
    """One of the two: what git calls it, the line it begins on, and its lines."""

    name: str
    first: int
    lines: Sequence[str]

    def __str__(self) -> str:
        name = f" ({self.name})" if self.name else ""
        if not self.lines:
            return f"{name} har inga rader"
        last = self.first + len(self.lines) - 1
        where = f"rad {self.first}" if last == self.first else f"rad {self.first}-{last}"
        shown = " / ".join(line.strip() for line in self.lines[:_MOST_SHOWN])
        more = len(self.lines) > _MOST_SHOWN or len(shown) > _LONGEST
        return f'{name} är {where}: "{shown[:_LONGEST].rstrip()}{" …" if more else ""}"'


def conflict_finding(source: Source) -> Finding | None:
    """The finding "sammanfogning" for a file that git could not put together; nothing else in it can be judged."""
    found = list(_conflicts(source.lines)) if _OURS in source.text else []
    if not found:
        return None
    ours, theirs = found[0]
    more = f" Filen har {len(found)} sådana ställen." if len(found) > 1 else ""
    return source.place(ours.first - 1, 1, len(_OURS)).error(
        "sammanfogning",
        f"Git kunde inte foga samman två versioner. Den första{ours}. Den andra{theirs}.{more}",
        f"behåll den ena versionen eller skriv ihop dem, ta bort raderna som börjar med {_OURS}, {_MIDDLE} och {_THEIRS}, "
        f"och spara. Skriv sedan git add {source.path} och git commit.",
    )


def _conflicts(lines: Sequence[str]) -> Iterator[tuple[Version, Version]]:
    """Both versions wherever all marks stand first on a line and in order; what stood before may be given between them."""
    marks: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        mark = line[:7]
        if line[7:8] not in ("", " "):
            continue
        if mark == _OURS:
            marks = {_OURS: number}
        elif mark == _BASE and list(marks) == [_OURS]:
            marks[_BASE] = number
        elif line == _MIDDLE and marks and _MIDDLE not in marks:
            marks[_MIDDLE] = number
        elif mark == _THEIRS and _MIDDLE in marks:
            ours, middle = marks[_OURS], marks[_MIDDLE]
            ours_end = marks.get(_BASE, middle)
            yield (
                Version(lines[ours - 1][8:], ours + 1, lines[ours : ours_end - 1]),
                Version(line[8:], middle + 1, lines[middle : number - 1]),
            )
            marks = {}
