"""An attachment as somebody reads it: a PDF's pages as pictures, everything else as its texts by place."""

from __future__ import annotations

import io
from functools import lru_cache

import pdfplumber
from pdfplumber.utils.exceptions import PdfminerException

_DOTS = 90
"""Per inch: readable on a screen, about 750 points wide."""


def page_count(content: bytes) -> int:
    """How many pages a PDF has; 0 where it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            return len(document.pages)
    except (PdfminerException, ValueError, TypeError, KeyError):
        return 0


@lru_cache(maxsize=32)
def picture(content: bytes, number: int) -> bytes | None:
    """A page (from 1) as PNG; None where there is none or it cannot be drawn."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if not 1 <= number <= len(document.pages):
                return None
            drawn = io.BytesIO()
            document.pages[number - 1].to_image(resolution=_DOTS).original.save(drawn, "PNG")
            return drawn.getvalue()
    except (PdfminerException, ValueError, TypeError, KeyError, RuntimeError):
        return None
