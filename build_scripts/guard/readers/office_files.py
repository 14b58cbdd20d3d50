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
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from build_scripts.foreign import MOST_CELLS, is_swollen
from build_scripts.guard.readers.extracted import (
    BROKEN,
    EMBEDDED,
    FETCHING,
    LOCKED,
    PROGRAM,
    PROPERTIES,
    Extracted,
    Piece,
    kind_of,
    unreadable,
)
from build_scripts.guard.readers.images import read_image
from build_scripts.guard.readers.office_actions import fetches, has_programs, leads_elsewhere, runs
from macros.words import words

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0"
"""How a locked Word or Excel file begins, and those of before 2007."""

_PACKAGE = b"PK"
"""How a zip file begins. One that begins with something else is another kind of file as well."""

_BREAKS = words("p h tr row si br tab line-break comment a creator lastModifiedBy")
_SHOWN_AS = {"tc": "\t", "table-cell": "\t", "noBreakHyphen": "-", **dict.fromkeys(_BREAKS, "\n")}
"""Elements that are shown as a sign: a cell's own paragraphs end its lines."""

_DELETED = "delText"
"""The element of a text that was struck out with its track kept."""

_SPOKEN = frozenset(("descr", "title", "Target", "author", "string-value", "value", "href", "alt", "prompt", "tooltip"))
"""Attributes that hold words of people."""

_MAY_BE_SOMEBODY = re.compile(r"@|\d{6}.{0,3}\D.{0,3}\d{4}|\d{12}")
"""What no other attribute holds but where somebody has written it: a mail address, or a personal number with a sign in it."""

_XML = frozenset(words("xml rels svg"))
_IMAGES = frozenset(words("gif jfif jpg jpeg png tif tiff webp"))
_DRAWINGS = frozenset(words("emf wmf"))
_MACHINERY = frozenset(("", *words("bin bmp fntdata ico odttf rdf ttf vml wdp")))
"""Endings of a package's parts: texts, pictures with metadata, drawings, and what only the program reads.

Any other is a whole file beside the document's own text, as programs that make letters put into the package.
"""

_WRITTEN = re.compile(rb"(?:[ -~\xa0-\xff]\0){4,}|[ -~\xa0-\xff]{8,}")
"""Text in a drawing, of two bytes a sign or one."""

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
_UNREAD_CELLS = re.compile(r"xl/(?:workbook|sharedStrings|worksheets/sheet\d*)\.bin", re.IGNORECASE)
"""Where Excel's binary workbooks (xlsb) have what they say."""

_AUTHORS = re.compile(r"<(?:\w+:)?(?:creator|lastModifiedBy|initial-creator)>\s*[^<\s]")


class _TooWide(Exception):
    """A sheet with far more empty cells than filled ones; carries how large and why."""


def read_office(content: bytes) -> Extracted:
    """Everything that can be read of an office file. Never raises."""
    if content.startswith(_OLD_CONTAINER):
        return unreadable(LOCKED)
    if not content.startswith(_PACKAGE):
        return unreadable(BROKEN)
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


def _judged_by_names(names: list[str]) -> Extracted | None:
    """What the names of its parts say of a file that need not be opened; None where they say nothing."""
    if any(name.startswith("_xmlsignatures/") or name == "META-INF/documentsignatures.xml" for name in names):
        return Extracted(faults=(("signerad-bilaga", "en underskrift i filen"),))
    if has_programs(names):
        return unreadable(PROGRAM)
    known = _XML | _IMAGES | _DRAWINGS | _MACHINERY
    if any("/embeddings/" in name or name.startswith("Object ") or kind_of(name) not in known for name in names):
        return unreadable(EMBEDDED)
    if any(map(_UNREAD_CELLS.match, names)):
        return unreadable("dess celler kan bara läsas av Excel. Spara den som .xlsx")
    return None


def _read(content: bytes, package: zipfile.ZipFile, names: list[str]) -> Extracted:
    if judged := _judged_by_names(names):
        return judged
    pieces = [Piece("delarnas namn", "\n\n".join((package.comment.decode("utf-8", "replace"), *names)))]
    faults: list[tuple[str, str]] = []
    has_author = False
    is_workbook = "xl/workbook.xml" in names
    if is_workbook:
        sheets = [package.read(name) for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        if any(map(fetches, sheets)):
            return unreadable(FETCHING)
        pieces += (Piece("bredvid cellerna", text) for text in _beside_cells(sheets))
        pieces += (Piece(where, text) for where, text in _rows(content))
    for name in names:
        kind = kind_of(name)
        if kind in _XML and not (is_workbook and re.match(r"xl/(?:worksheets/sheet|sharedStrings)", name)):
            part = package.read(name)
            if fetches(part) or (kind == "rels" and leads_elsewhere(part)):
                return unreadable(FETCHING)
            if runs(part):
                return unreadable(PROGRAM)
            pieces += (Piece(_place(name), text) for text in _texts(part) if text.strip())
            has_author = has_author or bool(_AUTHORS.search(part.decode("utf-8", "replace")))
        elif kind in _DRAWINGS:
            found = (text.replace(b"\0", b"").decode("latin-1") for text in _WRITTEN.findall(package.read(name)))
            pieces.append(Piece("en ritad bild", "\n".join(found)))
        elif kind in _IMAGES:
            image = read_image(package.read(name))
            pieces += (Piece(f"en bild, {piece.where}", piece.text) for piece in image.pieces)
            faults += (fault for fault in image.faults if fault[0] == "bildposition")
    return Extracted(tuple(pieces), tuple(faults[:1]), has_author)


def _place(name: str) -> str:
    return next(found.expand(place) for shape, place in _PLACES if (found := re.match(shape, name)))


def _texts(part: bytes) -> Iterator[str]:
    """The part's words in reading order, also without what was deleted, and what its attributes say.

    Runs of one paragraph are joined as they are shown.
    """
    root = ElementTree.fromstring(part, forbid_dtd=True)
    words: list[str] = []
    deleted: set[int] = set()
    said: list[str] = []
    # A stack of its own: documents nest deeper than Python's calls.
    left: list[Element | str] = [root]
    while left:
        part_of_text = left.pop()
        if isinstance(part_of_text, str):
            words.append(part_of_text)
            continue
        said += _said(part_of_text)
        tag = str(part_of_text.tag).rpartition("}")[2]
        if tag == _DELETED:
            deleted.add(len(words))
        left.append(_SHOWN_AS.get(tag, ""))
        for child in reversed(part_of_text):
            left += [child.tail or "", child]
        left.append(part_of_text.text or "")
    yield "".join(words)
    if deleted:
        yield "".join(word for n, word in enumerate(words) if n not in deleted)
    yield "\n\n".join(said)


def _said(element: Element) -> Iterator[str]:
    return (
        value
        for key, value in element.attrib.items()
        if key.rpartition("}")[2] in _SPOKEN or _MAY_BE_SOMEBODY.search(value)
    )


def _beside_cells(sheets: Iterable[bytes]) -> Iterator[str]:
    """What sheets hold beside the cells' values: formulas, rules for them, notes of links. Raises `_TooWide`.

    Cells that are merged or linked together are made one by one when the file is opened, however empty.
    """
    left = MOST_CELLS
    for sheet in sheets:
        found: list[str] = []
        for _, element in ElementTree.iterparse(io.BytesIO(sheet), forbid_dtd=True):
            tag = element.tag.rpartition("}")[2]
            if tag not in _OF_CELLS:
                found += _said(element)
            if tag in ("f", "formula", "formula1", "formula2") and element.text:
                found.append(element.text)
            if tag in ("mergeCell", "hyperlink") and element.get("ref"):
                first, top, last, bottom = (side or 1 for side in range_boundaries(element.get("ref")))
                left -= (last - first + 1) * (bottom - top + 1)
            element.clear()
            if left < 0:
                raise _TooWide("så många celler är sammanfogade eller har samma länk att den inte går att öppna")
        yield "\n\n".join(found)


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
        numbered: set[int] = set()
        for number, row in enumerate(sheet.iter_rows(), 1):
            filled = [cell for cell in row if cell.value is not None]
            numbered |= {cell.column for cell in filled if isinstance(cell.value, str) and _NUMBERED.search(cell.value)}
            if filled:
                yield (
                    f"{sheet.title}, rad {number}",
                    "\t".join(_written(cell, cell.column in numbered) for cell in filled),
                )


_OF_CELLS = frozenset(("row", "c", "v", "is", "t"))

_NUMBERED = re.compile(r"person(?:nummer|nr)|\bp-?nr\b", re.IGNORECASE)
"""Above a column of personal numbers: those who were born in this century's first years begin with noughts."""

_OF_FORMAT = re.compile(r"""\[[^\]]*\]|[_*].|"([^"]*)"|\\(.)|([0#?])|([-+ ():'~])|(.)""", re.DOTALL)
"""A part of a cell's format: what is not shown; a text, a sign, a digit's place, what stands for itself, and any other sign."""

_BARE: list[str | None] = [None]
_ALL_DIGITS = 10 * _BARE


def _written(cell: Cell | MergedCell, is_numbered: bool) -> str:
    """A cell as it is shown: a number of ten digits that was stored with decimals or without its first noughts is still that."""
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return _filled(str(value), _shape(cell.number_format) or (_ALL_DIGITS if is_numbered else _BARE))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    return value.isoformat() if isinstance(value, dt.datetime | dt.date) else str(value)


def _shape(number_format: str) -> list[str | None]:
    """What a format shows, None for each digit; nothing where it shows another number than the digits, as a day or an amount."""
    shape: list[str | None] = []
    for text, sign, place, itself, other in _OF_FORMAT.findall(number_format.partition(";")[0]):
        if other:
            return []
        shape.append(None if place else text + sign + itself)
    return shape if None in shape else []


def _filled(digits: str, shape: list[str | None]) -> str:
    """The digits in their places, from the right; what is more of them stands in the first."""
    places = shape.count(None)
    left = digits.rjust(places, "0")
    more = len(left) - places
    each = iter((left[: more + 1], *left[more + 1 :]))
    return "".join(next(each) if part is None else part for part in shape)


def _margins(sheet: Worksheet) -> Iterator[str]:
    pages = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    for margin in (getattr(sheet, page) for page in pages):
        yield from (part.text for part in (margin.left, margin.center, margin.right) if part.text)
