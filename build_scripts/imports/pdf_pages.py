"""The pages of a PDF as they look: lines with their pieces, ruled tables, and which pages are pictures only."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.layout import LTChar, LTItem
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from build_scripts.foreign import TookTooLong, in_time, time_for
from build_scripts.imports.blocks import BULLETS
from build_scripts.imports.received import NotImported
from build_scripts.imports.wordml import clean

MOST_PAGES = 400
"""Pages of a packet; a call with all its papers has some hundred."""

MOST_SIGNS = 40_000
"""Signs of one page: a page set as tightly as can be read has ten thousand."""

_SAME_LINE = 0.45
"""Of the height of the letters: words whose feet differ less stand on one line."""

_LABEL = re.compile(rf"^([{BULLETS}–](?=\w)|\d{{1,2}}(?:\.\d{{1,2}})*[.)]?(?=[A-ZÅÄÖ][a-zåäö]))")
"""The mark of a list's row that is set close to its text, as programs set them: no space can be seen between."""

_MARK = re.compile(rf"att|[{BULLETS}–-]|§?\s?\d{{1,2}}[.)]?|[a-zåäö][.)]")
"""The mark of a list's row that is set far from its text, and is no column."""

_TOUCHING = re.compile(r"(?<=[a-zåäö])(?=\d{4}-\d\d-\d\d)|(?<=[a-zåäö\d])(?=[A-ZÅÄÖ]{2,5}[ /-]?\d{4}[/:-]\d)")
"""Where a date or a case number stands so close to the column before it that no space can be seen."""

_SMALL_WORD = re.compile(
    r"(?:i|på|för|av|och|till|med|om|vid|från|samt|enligt|under|som|en|ett|den|det|de|eller|ej|inte)\b"
)
"""What begins a line below a word that happens to be as wide as its cell."""

_GAP, _NARROW = 1.6, 0.5
"""Of the height of the letters: a wider space than the first parts columns; where a column begins, one than the second."""

_WIDER = 1.5
"""Of the usual space of the page: letters that all are as wide have wide ones between words."""

_FEWEST_ROWS = 3
"""Lines of a page on which a column begins at one place."""


@dataclass(frozen=True)
class Stretch:
    """Words of one line without a wide space between them. Places are points from the page's left edge."""

    left: float
    right: float
    text: str
    size: float
    bold: bool


@dataclass(frozen=True)
class PdfLine:
    """A line from left to right. `top` and `bottom` are points from the page's upper edge."""

    top: float
    bottom: float
    pieces: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The line's words."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(piece.size for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces)


@dataclass(frozen=True)
class PdfTable:
    """A ruled table: rows of cells of lines, and where it stands."""

    top: float
    bottom: float
    rows: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True)
class PdfPage:
    """One page: its number from 1, its height and width, what is written on it outside and inside of tables."""

    number: int
    width: float
    height: float
    lines: tuple[PdfLine, ...]
    tables: tuple[PdfTable, ...]
    has_pictures: bool

    @property
    def is_scan(self) -> bool:
        """Whether the page is a picture without any text."""
        return self.has_pictures and not self.lines and not self.tables


def read_pages(content: bytes) -> tuple[PdfPage, ...]:
    """All pages of a file's bytes; raises NotImported for one that is locked, broken, or too large to be a board's papers."""
    if not content.startswith(b"%PDF"):
        raise NotImported("filen är ingen PDF som går att läsa. Be den som skickade den om en ny.")
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise NotImported(f"filen har fler än {MOST_PAGES} sidor och läses inte. Dela upp den.")
            with in_time(time_for(len(document.pages))):
                return tuple(_pages(document.pages))
    except NotImported:
        raise
    except TookTooLong:
        raise NotImported("filen tar för lång tid att läsa. Skriv ut den som PDF på nytt, eller be om en ny.") from None
    except Exception as error:
        # The reader of PDF raises any of Python's errors on files that are broken.
        if _is_locked(error):
            raise NotImported("filen är skyddad med lösenord. Ta bort lösenordet och importera den igen.") from None
        raise NotImported("filen är skadad och går inte att läsa. Be den som skickade den om en ny.") from None


class _PlainPage(Page):
    """A page whose signs have what words and tables are made from; all that the library can tell takes it half of the time."""

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        if not isinstance(obj, LTChar):
            return super().process_object(obj)
        left, above = self.mediabox[:2]
        top, bottom = (self.height - y + above for y in (obj.y1, obj.y0))
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "fontname": str(obj.fontname),
            "size": obj.size,
            "upright": obj.upright,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "width": obj.width,
            "height": obj.height,
            "top": top,
            "bottom": bottom,
            "doctop": self.initial_doctop + top,
        }


def _is_locked(error: Exception) -> bool:
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    return isinstance(cause, PDFPasswordIncorrect)


def _pages(pages: Iterable[Page]) -> Iterator[PdfPage]:
    for number, read in enumerate(pages, 1):
        page = _PlainPage(read.pdf, read.page_obj, number, read.initial_doctop)
        if len(page.chars) > MOST_SIGNS:
            raise NotImported(f"sida {number} har fler än {MOST_SIGNS} tecken och läses inte.")
        words = page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=False)
        tables = list(_tables(page, words)) if page.rects or page.lines or page.curves else []
        outside = [word for word in words if not any(_inside(word, box) for box, _ in tables)]
        yield PdfPage(
            number,
            float(page.width),
            float(page.height),
            tuple(_lines(outside)),
            tuple(PdfTable(box[1], box[3], rows) for box, rows in tables),
            bool(page.images),
        )
        page.close()


_Box = tuple[float, float, float, float]


def _tables(
    page: Page, words: Sequence[dict[str, Any]]
) -> Iterator[tuple[_Box, tuple[tuple[tuple[str, ...], ...], ...]]]:
    """The ruled tables with something in them; a frame around a text is none."""
    for table in page.find_tables():
        rows = [
            [_uncut(tuple(_written(cell or "")), box, words) for cell, box in zip(cells, row.cells, strict=True)]
            for cells, row in zip(table.extract(), table.rows, strict=True)
        ]
        for word in words:
            if word["x0"] < table.bbox[2] < word["x1"]:
                for row, cells in zip(table.rows, rows, strict=True):
                    if row.bbox[1] <= (word["top"] + word["bottom"]) / 2 <= row.bbox[3]:
                        cells[-1] = tuple(_beyond_the_edge(line, word["text"]) for line in cells[-1])
        if len(rows[0]) > 1 and sum(any(row) for row in rows) > 1:
            yield table.bbox, tuple(map(tuple, rows))


def _uncut(lines: tuple[str, ...], box: _Box | None, words: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The lines of a cell, with a word that is wider than the cell whole: it was cut where no further letter had room."""
    if box is None or len(lines) < 2:
        return lines
    inside = [word for word in words if _inside(word, box)]
    edge = box[2] - min((word["x0"] - box[0] for word in inside), default=0)
    full = {word["text"] for word in inside if edge - word["x1"] < (word["x1"] - word["x0"]) / len(word["text"])}
    kept = [lines[0]]
    for above, line in pairwise(lines):
        is_cut = above in full and above[-1:].isalpha() and line[:1].islower() and not _SMALL_WORD.match(line)
        kept[-1:] = [kept[-1] + line] if is_cut else [kept[-1], line]
    return tuple(kept)


def _beyond_the_edge(line: str, word: str) -> str:
    """The line of a cell with its last word whole, where that is written over the table's edge."""
    cut = next((n for n in range(len(word) - 1, len(word) // 2, -1) if line.endswith(word[:n])), None)
    return line if cut is None or line.endswith(word) else f"{line[:-cut]}{word}"


def _written(text: str) -> Iterator[str]:
    return (line for raw in text.split("\n") if (line := _seen(raw)))


def _seen(text: str) -> str:
    """The text as it is seen: a hyphen that may break a word is drawn as one where it stands on a page."""
    return _TOUCHING.sub(" ", " ".join(clean(text.replace("\u00ad", "-")).split()))


def _inside(word: dict[str, Any], box: _Box) -> bool:
    x, y = float(word["x0"] + word["x1"]) / 2, float(word["top"] + word["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _lines(words: Sequence[dict[str, Any]]) -> Iterator[PdfLine]:
    """The words as lines, from above."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if lines and word["bottom"] - median(one["bottom"] for one in lines[-1]) <= _SAME_LINE * word["size"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    lines = [sorted(line, key=lambda word: word["x0"]) for line in lines]
    spaces = [(round(word["x0"]), _space(before, word)) for line in lines for before, word in pairwise(line)]
    parted = {place for place, space in spaces if space > _GAP}
    narrow = max(_NARROW, _WIDER * median([space for _, space in spaces if space <= _GAP] or [0.0]))
    begun = Counter(place for place, space in spaces if space > narrow)
    columns = frozenset(place for place in parted if begun[place] >= _FEWEST_ROWS)
    for line in lines:
        yield from _line(line, columns, narrow)


def _space(before: dict[str, Any], word: dict[str, Any]) -> float:
    """The space between two words, of the height of the letters."""
    return float(word["x0"] - before["x1"]) / float(before["size"])


def _line(words: Sequence[dict[str, Any]], columns: frozenset[int], narrow: float) -> Iterator[PdfLine]:
    pieces: list[Stretch] = []
    part: list[dict[str, Any]] = []
    for word, after in pairwise([*words, None]):
        assert word is not None
        part.append(word)
        if after is None or _space(word, after) > (narrow if round(after["x0"]) in columns else _GAP):
            pieces += _piece(part)
            part = []
    if len(pieces) == 2 and _MARK.fullmatch(pieces[0].text) and pieces[1].text[0].isalpha():
        mark, text = pieces
        pieces = [replace(text, left=mark.left, text=f"{mark.text} {text.text}")]
    if pieces:
        yield PdfLine(min(word["top"] for word in words), max(word["bottom"] for word in words), tuple(pieces))


def _piece(words: Sequence[dict[str, Any]]) -> Iterator[Stretch]:
    text = words[0]["text"]
    for before, word in pairwise(words):
        # A change of type in the middle of a word makes two words of it, without a space between.
        text += ("" if word["x0"] - before["x1"] < 0.08 * word["size"] else " ") + word["text"]
    if text := _LABEL.sub(r"\1 ", _seen(text)):
        bold = all(_is_bold(word["fontname"]) for word in words)
        yield Stretch(words[0]["x0"], words[-1]["x1"], text, round(max(word["size"] for word in words), 1), bold)


def _is_bold(font: str) -> bool:
    return any(sign in font.lower() for sign in ("bold", "black", "heavy", "semibold"))
