"""An attachment as somebody reads it: a PDF's pages as pictures, everything else as its texts by place."""

from __future__ import annotations

import io

_DOTS = 90
"""Per inch: readable on a screen, about 750 points wide."""


def page_count(content: bytes) -> int:
    """How many pages a PDF has; 0 where it cannot be read."""
    # The package is loaded only where there is a page to read.
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            return len(document.pages)
    except Exception:
        # A broken file breaks its readers in many ways; the guard tells of it.
        return 0


def picture(content: bytes, number: int) -> bytes | None:
    """A page (from 1) as PNG; None where there is none or it cannot be drawn."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if not 1 <= number <= len(document.pages):
                return None
            drawn = io.BytesIO()
            document.pages[number - 1].to_image(resolution=_DOTS).original.save(drawn, "PNG")
            return drawn.getvalue()
    except Exception:
        return None
