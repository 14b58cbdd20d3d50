"""A packet that is open: its pages as they are split by, the text of any of its documents, and their pages as files."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter

from build_scripts.imports.blocks import joined
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.leaves import Leaf, leaves_of_pdf, leaves_of_word
from build_scripts.imports.pdf_pages import PdfPage, read_pages
from build_scripts.imports.pdf_text import text_of_pages
from build_scripts.imports.portions import Portion
from build_scripts.imports.word import word_pages


@dataclass(frozen=True)
class Packet:
    """A file with many documents: its pages, the text of a part's pages, and a file of them where they can be cut out.

    `beside` is what the file has besides its pages, such as notes and footers, by kind.
    """

    leaves: list[Leaf]
    text: Callable[[Portion], Incoming]
    cut: Callable[[Portion], bytes] | None
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()


def opened(content: bytes, ending: str) -> Packet:
    """The packet of a file's bytes; raises NotImported where it cannot be read."""
    if ending == ".pdf":
        return _of_pdf(read_pages(content), content)
    document, pages = word_pages(content)

    def text(part: Portion) -> Incoming:
        blocks = joined(block for page in pages[part.first - 1 : part.last] for block in page)
        return Incoming(tuple(blocks), passages=tuple(line for block in blocks for line in block.lines))

    return Packet(leaves_of_word(pages), text, None, tuple(_beside(document)))


def _beside(document: Incoming) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is on no page, and so in none of the documents."""
    parts = (("Sidhuvud", document.heads), ("Sidfot", document.feet), ("Textruta", document.boxes))
    found = [(what, [line for part in several for block in part for line in block.lines]) for what, several in parts]
    found += [("Noter", [*document.notes]), *((kind.value, [*texts]) for kind, texts in document.aside.items())]
    yield from ((what, lines) for what, texts in found if (lines := tuple(filter(None, texts))))


def _of_pdf(pages: tuple[PdfPage, ...], content: bytes) -> Packet:
    return Packet(
        leaves_of_pdf(pages, content),
        lambda part: text_of_pages(pages[part.first - 1 : part.last]),
        _cut_from(content),
    )


def _cut_from(content: bytes) -> Callable[[Portion], bytes]:
    """Cuts parts out of a PDF, each as a file of its own, the same for the same pages."""
    reader = PdfReader(io.BytesIO(content))

    def cut(part: Portion) -> bytes:
        writer = PdfWriter()
        for number in range(part.first, part.last + 1):
            writer.add_page(reader.pages[number - 1])
        packed = io.BytesIO()
        writer.write(packed)
        return packed.getvalue()

    return cut
