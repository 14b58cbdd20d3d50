"""Packets set on the spot: the papers of one meeting in the looks of many municipalities."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace

import typst
from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter

from tests.imports.packets.hagsjo import LOOKS, Look
from tests.imports.packets.invented import InventedPacket
from tests.imports.packets.papers import documents
from tests.imports.packets.pieces import Blocks, heading, paragraph, said


def set_packet(packet: InventedPacket, look: Look) -> bytes:
    """The packet as one PDF."""
    parts = list(documents(packet, look))
    lengths = [1 if blocks is None else len(_pages(_set(look, blocks, 1, 1, 1))) for _, blocks in parts]
    total = sum(length + (look.blanks and length % 2) for length in lengths)
    writer = PdfWriter()
    for (title, blocks), length in zip(parts, lengths, strict=True):
        first = len(writer.pages)
        made = _scan() if blocks is None else _set(look, blocks, first, length, total)
        for page in _pages(made):
            writer.add_page(page)
        if look.blanks and length % 2:
            writer.add_blank_page()
        if look.bookmarks:
            writer.add_outline_item(title=title, page_number=first)
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def _pages(content: bytes) -> Sequence[PageObject]:
    return PdfReader(io.BytesIO(content)).pages


def _scan() -> bytes:
    image = Image.new("L", (620, 877), 250)
    for y in range(80, 800, 14):
        for x in range(60, 560, 3):
            if (x * y) % 7 < 3:
                image.putpixel((x, y), 40)
    packed = io.BytesIO()
    image.save(packed, "PDF", resolution=75)
    return packed.getvalue()


def _set(look: Look, blocks: Blocks, before: int, own: int, total: int) -> bytes:
    """A document; `before` pages of the packet stand before it, it has `own` and the packet `total`."""

    def number(page: str, of: int) -> str:
        shape = look.page.format(page="\0", of=of)
        left, right = (json.dumps(part, ensure_ascii=False) for part in shape.split("\0"))
        return f"#{left}#({page})#{right}"

    counter = "counter(page).get().first()"
    numbers = {
        "": "",
        "own": number(counter, own),
        "packet": number(f"{counter} + {before}", total),
        "both": f"{number(counter, own)} #h(2em) Sida #({counter} + {before}) av {total}",
    }[look.pages]
    foot = said(look.foot) if look.foot else ""
    source = f"""
#set page(width: 21cm, height: 29.7cm, margin: 2.5cm, header: context [#h(1fr) {numbers}], footer: [{foot}])
#set text(size: {look.size}pt, lang: "sv")
#set par(justify: false)
"""
    return typeset(source + "\n".join(blocks))


def typeset(source: str) -> bytes:
    """What the typesetter makes of a source."""
    made = typst.Compiler(input=source.encode()).compile()
    assert isinstance(made, bytes)
    return made


def set_lines(text: str) -> bytes:
    """A document of lines; those with `#`, `##` and `###` before them are headings, and a line of `----` ends a page."""
    look = LOOKS[0]
    blocks = []
    for line in text.split("\n"):
        if line == "----":
            blocks.append("#pagebreak()")
            continue
        mark, _, rest = line.partition(" ")
        blocks.append(heading(look, rest, min(len(mark), 2)) if set(mark) == {"#"} else paragraph(line))
    return _set(replace(look, foot=""), blocks, 0, 1, 1)
