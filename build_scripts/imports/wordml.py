"""The names of Word's XML, its text as people see it, and the rows and cells of its tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{MAIN}}}"
R = f"{{{RELATION}}}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ufff9-\ufffb\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_BREAKS = re.compile("[\u2028\u2029\x85\r\n]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def clean(text: str) -> str:
    """The text as it is seen: whole letters (NFC), ordinary spaces, and no sign that a reader cannot see."""
    seen = _INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub(" ", text)))
    return unicodedata.normalize("NFC", seen).replace("\u2011", "-")


def local(element: Element) -> str:
    """The element's name without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child with this name, if both are there."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a switch such as bold is on; None where it is not said."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val") not in ("0", "false", "off", "none")


def number(text: str | None) -> int | None:
    """The whole number, if it is one."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else None


_TEXTS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def own_text(element: Element) -> str:
    """The text that an element is itself, such as the break of a line; that of the elements in it is theirs."""
    return clean(element.text or "") if local(element) == "t" else _TEXTS.get(local(element), "")


def children(element: Element) -> Iterator[Element]:
    """The elements in an element; of a thing in two forms those of the new one, or of the old where the new is empty."""
    for child in element:
        if local(child) == "AlternateContent":
            yield from children(next((form for form in child if len(form)), child))
        else:
            yield child


def seen(element: Element) -> Iterator[str]:
    """All text of an element, whatever it stands in, each paragraph on lines of its own."""
    around = "\n" if local(element) == "p" else ""
    yield around + own_text(element)
    for child in children(element):
        yield from seen(child)
    yield around


def said(element: Element) -> str:
    """The same on one line."""
    return " ".join("".join(seen(element)).split())


MOST_COLUMNS = 63
"""Of a Word table."""

_PIECE = 3
"""Lines of a row's only text that make it a piece of the document; two where the row has no other cell."""


def inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those wrapped in form fields; not those of tables inside."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "smartTag"):
            yield from inside(child, name)


def framed(row: Element) -> Element | None:
    """The cell of a row that is only a frame around text, as in forms that are one big table; None for any other row."""
    cells = list(inside(row, "tc"))
    filled = [cell for cell in cells if said(cell)]
    if len(filled) != 1:
        return None
    lines = sum(1 + sum(1 for _ in part.iter(f"{W}br")) for part in inside(filled[0], "p") if said(part))
    has_table = next(inside(filled[0], "tbl"), None) is not None
    return filled[0] if has_table or lines >= (2 if len(cells) == 1 else _PIECE) else None


def skipped(row: Element) -> tuple[int, int]:
    """Columns that a row leaves out before its first and after its last cell."""
    properties = row.find(f"{W}trPr")
    before, after = (number(value(properties, name)) or 0 for name in ("gridBefore", "gridAfter"))
    return min(before, MOST_COLUMNS), min(after, MOST_COLUMNS)
