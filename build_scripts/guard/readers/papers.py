"""The papers that a site makes of its own pages, of which there are many: the text of each page, its outline and its properties.

What is attached to one is judged as the attachment that it is. Here a fast reader is enough, which looks at what is shown.
"""

from __future__ import annotations

import pypdfium2

from build_scripts.guard.readers.extracted import BROKEN, PROPERTIES, Extracted, Piece, unreadable


def read_paper(content: bytes) -> Extracted:
    """What the paper holds. Never raises."""
    try:
        paper = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return unreadable(BROKEN)
    with paper:
        pages = [page.get_textpage().get_text_range() for page in paper]
        about = [*paper.get_metadata_dict().values(), *(entry.get_title() for entry in paper.get_toc())]
    pieces = [Piece(f"sida {number}", text) for number, text in enumerate(pages, 1)]
    return Extracted((*pieces, *(Piece(PROPERTIES, text) for text in about)))
