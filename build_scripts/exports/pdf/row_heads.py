"""The heads of rows in tables, told as heads to readers by ear, which Typst 0.15 tells of columns only.

The paper is added to and not written anew: what Typst made stands byte for byte, and after it the changed cells, as PDF lets
a file be updated (ISO 32000-1, 7.5.6 of incremental updates, 14.8.5.7 of `Scope` in the cells of tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.exports.pdf.article import Node
from build_scripts.report import BuildFailed

_CELL = re.compile(rb"(?<=\n)(\d+) 0 obj\n<</Type/StructElem/S/TD.*\nendobj")
_TRAILER = re.compile(rb"trailer\n<<(/Size .*)>>\nstartxref\n(\d+)\n%%EOF\s*\Z")
_OF_TABLE = b"<</O/Table"


def with_row_heads(content: bytes, articles: Sequence[Sequence[Node]]) -> bytes:
    """The paper of these articles: its cells stand in their order, a row's head among them."""
    heads = [is_head for article in articles for is_head in _cells(article)]
    if not any(heads):
        return content
    cells, trailer = list(_CELL.finditer(content)), _TRAILER.search(content)
    if len(cells) != len(heads) or trailer is None:
        raise BuildFailed("En PDF har inte de tabellceller som dess sida har, så radernas rubriker kan inte märkas.")
    changed = [(int(cell[1]), _as_head(cell[0])) for cell, is_head in zip(cells, heads, strict=True) if is_head]
    added, places, at = b"\n", [], len(content) + 1
    for number, cell in changed:
        places.append(b"%d 1\n%010d 00000 n\r\n" % (number, at))
        added += cell + b"\n"
        at += len(cell) + 1
    added += b"xref\n%strailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        b"".join(places),
        trailer[1],
        trailer[2],
        at,
    )
    return content + added


def _cells(nodes: Sequence[object]) -> Iterator[bool]:
    """Whether each cell below the heads of the tables is the head of its row, in the order in which they are set."""
    for node in nodes:
        if isinstance(node, list):
            yield from _cells(node)
        elif isinstance(node, dict) and node.get("k") == "table":
            yield from (cell["head"] == "row" for row in node["rows"] for cell in row)
        elif isinstance(node, dict):
            yield from _cells(list(node.values()))


def _as_head(cell: bytes) -> bytes:
    head = cell.replace(b"/S/TD", b"/S/TH", 1)
    if _OF_TABLE in head:
        return head.replace(_OF_TABLE, _OF_TABLE + b"/Scope/Row", 1)
    scope = _OF_TABLE + b"/Scope/Row>>"
    return (
        head.replace(b"/A[", b"/A[" + scope, 1) if b"/A[" in head else head.replace(b"/K[", b"/A[" + scope + b"]/K[", 1)
    )
