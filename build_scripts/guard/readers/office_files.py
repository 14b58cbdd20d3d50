"""Word, Excel, PowerPoint and OpenDocument: every text in the package, deleted and hidden ones, notes and metadata too.

Of Excel the cells of every sheet are read row by row, and what is printed above and below.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import openpyxl
from defusedxml import ElementTree
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from build_scripts.foreign import MOST_CELLS, is_swollen
from build_scripts.guard.readers.extracted import (
    BROKEN,
    EMBEDDED,
    LOCKED,
    PROGRAM,
    PROPERTIES,
    Extracted,
    Piece,
    kind_of,
    unreadable,
)
from build_scripts.guard.readers.images import read_image
from macros.words import words

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0"
"""How a locked Word or Excel file begins, and those of before 2007."""

_BREAKS = frozenset(words("p h tr row si br tab tc table-cell line-break comment a creator lastModifiedBy"))
_SPOKEN = frozenset(("descr", "title", "Target", "author", "string-value", "value", "href"))
"""Attributes that hold words of people."""

_DOCUMENTS = frozenset(words("doc docm docx htm html mht odt pdf pptx rtf txt xls xlsx"))
"""Endings of whole documents, which programs that make letters put into the package beside their own text."""

_PLACES = (
    (r"(?:docProps/|meta\.xml|customXml/)", PROPERTIES),
    (r".*comments", "en kommentar"),
    (r".*(?:header|footer)\d*\.xml|styles\.xml", "sidhuvud eller sidfot"),
    (r".*(?:foot|end)notes", "en not"),
    (r"ppt/slides/slide(\d+)\.xml", r"bild \1"),
    (r"ppt/notesSlides/notesSlide(\d+)\.xml", r"talarens anteckningar \1"),
    (r".*\.rels", "en länk"),
    (r".*", "texten"),
)
_PROGRAMS = re.compile(r"(?:^|/)(?:vbaProject\.bin|activeX/|ctrlProps/|macrosheets/|Basic/|Scripts/)", re.IGNORECASE)
"""Where Office and OpenDocument keep macros and controls."""

_FETCHED = re.compile(
    rb"<[^<>]*(?:/(?:attachedTemplate|oleObject|frame|subDocument)\")[^<>]*TargetMode=\"External\""
    rb"|<[^<>]*TargetMode=\"External\"[^<>]*(?:/(?:attachedTemplate|oleObject|frame|subDocument)\")"
)
"""A part that the program fetches from elsewhere when the file is opened; an ordinary link waits to be followed."""

_AUTHORS = re.compile(r"<(?:\w+:)?(?:creator|lastModifiedBy|initial-creator)>\s*[^<\s]")


class _TooWide(Exception):
    """A sheet with far more empty cells than filled ones; carries how large and why."""


def read_office(content: bytes) -> Extracted:
    """Everything that can be read of an office file. Never raises."""
    if content.startswith(_OLD_CONTAINER):
        return unreadable(LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if any(part.flag_bits & 1 for part in parts):
                return unreadable(LOCKED)
            if is_swollen(parts):
                return unreadable("den är för stor när den packas upp")
            return _read(content, package, [part.filename for part in parts])
    except _TooWide as told:
        return unreadable(str(told))
    except Exception:
        # As with PDF: zip, XML and Excel readers raise any of Python's errors on hostile files.
        return unreadable(BROKEN)


def _read(content: bytes, package: zipfile.ZipFile, names: list[str]) -> Extracted:
    if any(name.startswith("_xmlsignatures/") or name == "META-INF/documentsignatures.xml" for name in names):
        return Extracted(faults=(("signerad-bilaga", "en underskrift i filen"),))
    if any("/embeddings/" in name or name.startswith("Object ") or kind_of(name) in _DOCUMENTS for name in names):
        return unreadable(EMBEDDED)
    if any(_PROGRAMS.search(name) for name in names):
        return unreadable(PROGRAM)
    pieces: list[Piece] = []
    faults: list[tuple[str, str]] = []
    has_author = False
    is_workbook = "xl/workbook.xml" in names
    if is_workbook:
        _refuse_spread(
            [package.read(name) for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        )
        pieces += (Piece(where, text) for where, text in _rows(content))
    for name in names:
        kind = kind_of(name)
        if kind in ("xml", "rels", "svg") and not (
            is_workbook and re.match(r"xl/(?:worksheets/sheet|sharedStrings)", name)
        ):
            part = package.read(name)
            if kind == "rels" and _FETCHED.search(part):
                return unreadable("den hämtar en mall eller en annan del från en annan plats")
            pieces += (Piece(_place(name), text) for text in _texts(part) if text.strip())
            has_author = has_author or bool(_AUTHORS.search(part.decode("utf-8", "replace")))
        elif kind in ("jpg", "jpeg", "png", "tif", "tiff"):
            image = read_image(package.read(name))
            pieces += (Piece(f"en bild, {piece.where}", piece.text) for piece in image.pieces)
            faults += (fault for fault in image.faults if fault[0] == "bildposition")
    return Extracted(tuple(pieces), tuple(faults[:1]), has_author)


def _place(name: str) -> str:
    return next(found.expand(place) for shape, place in _PLACES if (found := re.match(shape, name)))


def _texts(part: bytes) -> Iterator[str]:
    """The part's words in reading order, and what its attributes say. Runs of one paragraph are joined as they are shown."""
    root = ElementTree.fromstring(part, forbid_dtd=True)
    words: list[str] = []
    said: list[str] = []
    # A stack of its own: documents nest deeper than Python's calls.
    left: list[Element | str] = [root]
    while left:
        part_of_text = left.pop()
        if isinstance(part_of_text, str):
            words.append(part_of_text)
            continue
        said += (value for key, value in part_of_text.attrib.items() if key.rpartition("}")[2] in _SPOKEN)
        if str(part_of_text.tag).rpartition("}")[2] in _BREAKS:
            left.append("\n")
        for child in reversed(part_of_text):
            left += [child.tail or "", child]
        left.append(part_of_text.text or "")
    yield "".join(words)
    yield "\n\n".join(said)


def _refuse_spread(sheets: Iterable[bytes]) -> None:
    """Cells that are merged or linked together are made one by one when the file is opened, however empty. Raises `_TooWide`."""
    left = MOST_CELLS
    for sheet in sheets:
        for _, element in ElementTree.iterparse(io.BytesIO(sheet), forbid_dtd=True):
            if element.tag.rpartition("}")[2] in ("mergeCell", "hyperlink") and element.get("ref"):
                first, top, last, bottom = (side or 1 for side in range_boundaries(element.get("ref")))
                left -= (last - first + 1) * (bottom - top + 1)
            element.clear()
            if left < 0:
                raise _TooWide("så många celler är sammanfogade eller har samma länk att den inte går att öppna")


def _rows(content: bytes) -> Iterator[tuple[str, str]]:
    """(place, text) of every row of a workbook with something in it; cells are parted by tabs."""
    with warnings.catch_warnings():
        # openpyxl warns of drawing and validation features that it leaves out; their texts are read elsewhere.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for sheet in book.worksheets:
        yield "bladets namn", sheet.title
        yield from ((f"{sheet.title}, sidhuvud eller sidfot", text) for text in _margins(sheet))
        if sheet.max_row * sheet.max_column > MOST_CELLS:
            raise _TooWide(
                f"bladet {sheet.title} sträcker sig över {sheet.max_row} rader och {sheet.max_column} kolumner, för "
                "att något står ensamt långt ner eller långt till höger"
            )
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [_written(value) for value in row if value is not None]
            if cells:
                yield f"{sheet.title}, rad {number}", "\t".join(cells)


def _written(value: object) -> str:
    """A cell as it is read: a number of ten digits that was stored with decimals is still ten digits."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value)


def _margins(sheet: Worksheet) -> Iterator[str]:
    pages = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    for margin in (getattr(sheet, page) for page in pages):
        yield from (part.text for part in (margin.left, margin.center, margin.right) if part.text)
