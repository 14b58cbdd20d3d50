"""An attachment as somebody reads it: a PDF's pages as pictures, everything else as its texts by place."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable

from macros.one_at_a_time import one_at_a_time

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


_MARK = (255, 190, 0, 90)
"""Yellow as of a marker, with the letters seen through it."""


# PDFium, which draws, ends the program when two threads ask it together, also for two documents.
@one_at_a_time
def picture(content: bytes, number: int, asked_about: Callable[[str], Iterable[str]] = lambda text: ()) -> bytes | None:
    """A page (from 1) as PNG; None where there is none or it cannot be drawn.

    What `asked_about` finds in the page's text is marked where it stands.
    """
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if not 1 <= number <= len(document.pages):
                return None
            page, drawn = document.pages[number - 1], io.BytesIO()
            image = page.to_image(resolution=_DOTS)
            for words in asked_about(page.extract_text()):
                for found in page.search(r"\s+".join(map(re.escape, words.split()))):
                    image.draw_rects(found["chars"], fill=_MARK, stroke=_MARK)
            image.annotated.save(drawn, "PNG")
            return drawn.getvalue()
    except Exception:
        return None
