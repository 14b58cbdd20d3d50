"""The table of a PDF that holds text, and every line of its pages."""

from __future__ import annotations

import io

import pdfplumber

from build_scripts.imports.package import LARGEST_FILE
from build_scripts.imports.refusal import Refused
from build_scripts.imports.wordml import clean

MOST_PAGES = 100
_BY_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


Grid = list[list[list[str]]]
"""Rows of cells of lines."""


def read_pdf(content: bytes) -> tuple[Grid, tuple[str, ...]]:
    """The rows of all tables, and the lines of all pages; raises Refused for a PDF that is locked, scanned or broken."""
    if len(content) > LARGEST_FILE or not content.startswith(b"%PDF"):
        raise Refused("filen är ingen PDF som går att läsa. Be den som skickade den om en ny.")
    rows: Grid = []
    lines: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise Refused(f"filen har fler än {MOST_PAGES} sidor och läses inte som en lista.")
            for page in document.pages:
                lines += _lines(page.extract_text() or "")
                tables = page.extract_tables() or page.extract_tables(_BY_TEXT)
                rows += ([_lines(cell or "") for cell in row] for table in tables for row in table)
    except Refused:
        raise
    except Exception:
        # The reader of PDF raises any of Python's errors on files that are broken or locked.
        raise Refused("filen är skadad eller skyddad med lösenord och går inte att läsa.") from None
    if not lines:
        raise Refused("filen är inskannad och har ingen text. Be enheten om listan som Word, Excel eller PDF med text.")
    return rows, tuple(lines)


def _lines(text: str) -> list[str]:
    return [found for line in text.split("\n") if (found := " ".join(clean(line).split()))]
