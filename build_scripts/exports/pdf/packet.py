"""A meeting's documents in one file: what is ours, then the attachments that are PDF, each where its own bookmark leads.

The attachments are other people's papers, so a file that holds any claims to keep no standard: it says so, and where the same
stands as pages. One that is locked or signed is led to and not taken in: a copy of it would be worth less than it says.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.constants import PageLabelStyle

from build_scripts.exports.pdf.article import Node
from build_scripts.exports.pdf.typesetting import Manuscript, paper, stamps
from macros.facts.day import Day
from macros.pages.attachments import every, of_call, of_item
from macros.record.archive import Meeting

_SIGNATURE = b"/ByteRange"
_HEADING = "Bilagor i filen"
_SAID = (
    "Bilagorna följer efter den här sidan. De är andras dokument och står som de kom, så filen som helhet uppfyller ingen "
    "standard för tillgänglighet. Det som är vårt finns också som sidor på webbplatsen."
)


@dataclass(frozen=True)
class PdfAttachment:
    """An attachment that may be taken into the file: what it is called, whose it is, and where its file lies."""

    title: str
    about: str
    file: Path

    @property
    def made_from(self) -> tuple[str, str, str, int, int]:
        """What tells whether it is as it was."""
        facts = self.file.stat()
        return self.title, self.about, self.file.name, facts.st_size, facts.st_mtime_ns


@dataclass(frozen=True)
class _Taken:
    """An attachment that is taken in, with how many pages come before its first among all the attachments'."""

    attached: PdfAttachment
    reader: PdfReader
    before: int


Manuscripts = Callable[..., Manuscript]
"""Gives the manuscript of so many articles, with so many pages `appended`."""


def attached(facts: Day, meeting: Meeting, root: Path) -> tuple[PdfAttachment, ...]:
    """The attachments of the call and of the items that are shown and are PDF files, in the order of the agenda."""
    found = [
        *((shown, "Kallelsen") for shown in every(of_call(facts, meeting))),
        *((shown, f"Punkt {item.number}") for item in meeting.items for shown in every(of_item(facts, item))),
    ]
    return tuple(
        PdfAttachment(shown.title, about, root / shown.file.path)
        for shown, about in found
        if shown.title and shown.file and shown.file.name.lower().endswith(".pdf")
    )


def packet(manuscript: Manuscripts, articles: list[list[Node]], attachments: Sequence[PdfAttachment]) -> bytes:
    """The whole file."""
    taken = list(_taken(attachments))
    if not taken:
        return paper(manuscript(articles=articles))
    count = sum(len(one.reader.pages) for one in taken)
    own = paper(manuscript(articles=[*articles, _list(taken)], appended=count))
    return _joined(own, taken, count)


def _taken(attachments: Sequence[PdfAttachment]) -> Iterator[_Taken]:
    before = 1
    for one in attachments:
        reader = _opened(one.file)
        if reader is not None:
            yield _Taken(one, reader, before)
            before += len(reader.pages)


def _opened(file: Path) -> PdfReader | None:
    """The attachment, if it can be taken in: it is no worse led to when it is locked, signed or broken."""
    # A broken file ends in any of Python's errors.
    with suppress(Exception):
        content = file.read_bytes()
        reader = PdfReader(io.BytesIO(content))
        if not reader.is_encrypted and _SIGNATURE not in content and len(reader.pages):
            return reader
    return None


def _list(taken: Sequence[_Taken]) -> list[Node]:
    """The page before the attachments: which they are, whose, and where each begins."""
    head = [_cell("Bilaga", "col"), _cell("Hör till", "col"), _cell("Sida", "col", right=True)]
    rows = [
        [_cell(one.attached.title), _cell(one.attached.about), _cell({"k": "page", "after": one.before}, right=True)]
        for one in taken
    ]
    return [
        {"k": "h", "level": 1, "id": None, "c": [_HEADING]},
        {"k": "p", "c": [_SAID]},
        {"k": "table", "columns": 3, "caption": [], "head": [head], "rows": rows},
    ]


def _cell(content: Node, head: str = "", *, right: bool = False) -> dict[str, object]:
    return {"head": head, "right": right, "c": [content]}


def _joined(own: bytes, taken: Sequence[_Taken], count: int) -> bytes:
    """Our pages with their tags and bookmarks, then the attachments, each page with its number in the whole file."""
    writer = PdfWriter(clone_from=io.BytesIO(own))
    first = len(writer.pages)
    writer.set_page_label(0, first - 1, style=PageLabelStyle.DECIMAL)
    for number, one in enumerate(taken, 1):
        start = len(writer.pages)
        title = f"{one.attached.about}: {one.attached.title}"
        writer.append(one.reader, outline_item=title, import_outline=True)
        writer.set_page_label(
            start, len(writer.pages) - 1, style=PageLabelStyle.DECIMAL, prefix=f"Bilaga {number}, sida "
        )
    _number(writer.pages[first:], first, first + count)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _number(pages: Sequence[PageObject], before: int, last: int) -> None:
    for page in pages:
        if page.rotation:
            page.transfer_rotation_to_content()
    places = [(float(page.cropbox.width), float(page.cropbox.height)) for page in pages]
    texts = [f"Sida {number} av {last}" for number in range(before + 1, last + 1)]
    for page, stamp in zip(pages, PdfReader(io.BytesIO(stamps(places, texts))).pages, strict=True):
        page.merge_transformed_page(
            stamp, Transformation().translate(float(page.cropbox.left), float(page.cropbox.bottom))
        )
