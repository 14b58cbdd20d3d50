"""Blanks that are not the plain one: they look like it, and a header that has them falls apart in places nobody looks at."""

from __future__ import annotations

import re

from macros.finding import Finding, Level
from macros.record.source import Source

_HARD_BLANK = re.compile(r"^((?: |- )*-?(?:[^\W\d][\w-]*:)?)([\u00a0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
"""Blanks that Word and web pages write, where a header's form hangs on plain ones: before a row, and after `-` or a key."""


def with_plain_blanks(source: Source) -> tuple[str, list[Finding]]:
    """The header with plain blanks in place of hard ones that would break its form, and an error for each row that had any."""
    found = [
        Finding(
            source.place(
                source.header_line + source.header.count("\n", 0, hard.start()), len(hard[1]) + 1, len(hard[2])
            ),
            Level.ERROR,
            "hårt-blanksteg",
            "Här står ett hårt blanksteg. Det ser ut som ett vanligt men är ett annat tecken.",
            "radera tecknet och tryck på mellanslag i stället.",
        )
        for hard in _HARD_BLANK.finditer(source.header)
    ]
    plain = _HARD_BLANK.sub(lambda hard: hard[1] + " " * len(hard[2]), source.header) if found else source.header
    return plain, found
