"""A header's rows with plain signs where its form hangs on them, and an error for each that had another.

Word and web pages write blanks, dashes and marks of lists that look like the plain ones. The rest is judged in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from macros.finding import Finding
from macros.record.source import Source
from macros.record.values import shorten

BULLETS = "•▪●○◦‣·"
"""Signs that stand before the rows of lists in documents."""

_HARD_BLANK = re.compile(r"^((?: |- )*-?(?:[^\W\d][\w-]*:)?)([\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
"""Blanks that Word and web pages write, where a header's form hangs on plain ones: before a row, and after `-` or a key."""


def _with_plain_blanks(source: Source) -> tuple[str, list[Finding]]:
    """The header with plain blanks in place of hard ones that would break its form, and an error for each row that had any."""
    found = [
        source.place(
            source.header_line + source.header.count("\n", 0, hard.start()), len(hard[1]) + 1, len(hard[2])
        ).error(
            "hårt-blanksteg",
            "Här står ett hårt blanksteg. Det ser ut som ett vanligt men är ett annat tecken.",
            "radera tecknet och tryck på mellanslag i stället.",
        )
        for hard in _HARD_BLANK.finditer(source.header)
    ]
    plain = _HARD_BLANK.sub(lambda hard: hard[1] + " " * len(hard[2]), source.header) if found else source.header
    return plain, found


_ROW = re.compile(rf"( *)(?:([–—−‐‑{BULLETS}*])[ \t\u00a0]+|-(?=[^\W\d_]))(?=\S)")
"""A list's row with another mark than `-` and a blank."""

_ABOVE_A_ROW = re.compile(r"((?: |- )*)[^\W\d][\w-]*:\s*")


def with_plain_signs(source: Source) -> tuple[str, list[Finding]]:
    """The header as it is read: plain blanks, and `- ` first on every row of a list."""
    header, told = _with_plain_blanks(source)
    lines = header.split("\n")
    rows = list(_marked_rows(lines))
    for number, row in rows:
        lines[number] = f"{row[1]}- {lines[number][row.end() :]}"
    for mark, alike in ((mark, list(group)) for mark, group in groupby(rows, key=lambda one: one[1][2])):
        number, row = alike[0]
        told.append(
            source.place(source.header_line + number, len(row[1]) + 1).error(
                "listrad",
                f"Raden börjar med {mark} i stället för -." if mark else "Det saknas ett blanksteg efter strecket.",
                f"skriv {lines[number].strip()}" + (", och likadant på raderna under" if len(alike) > 1 else ""),
            )
        )
    told += _marks_before_values(source, lines)
    return "\n".join(lines) if rows else header, told


_MARKED_VALUE = re.compile(rf"((?: |- )*(?:[^\W\d][\w-]*: +))([–—−{BULLETS}]) +(\S.*)")
"""A value behind its key with a list's mark of Word's before it."""


def _marks_before_values(source: Source, lines: list[str]) -> Iterator[Finding]:
    """A value that was pasted with the mark of the list it stood in: the page would show it."""
    for number, line in enumerate(lines):
        if found := _MARKED_VALUE.fullmatch(line):
            yield source.place(source.header_line + number, len(found[1]) + 1).warning(
                "listtecken",
                f"Värdet börjar med {found[2]}, som hör till en lista i Word och skulle synas på sidan.",
                f"skriv {shorten(f'{found[1].strip()} {found[3]}')}",
            )


def _marked_rows(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The rows with such a mark, by number from 0, where only a row can stand: below a key without a value, or another row."""
    row_of: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        found = _ROW.match(line)
        above = _ABOVE_A_ROW.fullmatch(lines[number - 1]) if found and number else None
        if found and (row_of == indent or (above and indent >= len(above[1]))):
            yield number, found
            row_of = indent
        elif line.startswith("- ", indent):
            row_of = indent
        elif row_of is not None and indent <= row_of and line.strip():
            row_of = None
