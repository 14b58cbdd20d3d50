"""A row of a list: put in, taken away, or moved with its remarks, where it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from build_scripts.desk.writing import Tree, below
from build_scripts.editor.header.place import Place, refused
from build_scripts.editor.header.spans import Cut
from build_scripts.editor.header.written import flow, indented
from macros.record.header import Node


def with_row(place: Place, rows: list[Node], at: int, tree: Tree) -> Cut:
    """A new row, which gets the number `at`."""
    if at > len(rows):
        raise refused(at)
    text = place.text
    if text.is_flow(place.parent):
        if not rows:
            start = text.start(place.parent) + 1
            return text.cut(start, start, flow(tree))
        if at == len(rows):
            end = text.end(rows[-1])
            return text.cut(end, end, f", {flow(tree)}")
        start = text.start(rows[at])
        return text.cut(start, start, f"{flow(tree)}, ")
    indent = " " * place.indent
    lines = indented(indent, [f"- {flow(tree)}"] if place.on_one_line else below([tree]))
    pieces = _on_lines(place, rows)
    start = pieces[at - 1][1] if at else pieces[0][0]
    return text.cut(start, start, "".join(f"{row}\n" for row in lines))


def without_row(place: Place, rows: list[Node], at: int) -> Cut:
    """Nothing instead of the row."""
    text, row = place.text, place.child(at)
    start, end = text.start(row), text.end(row)
    if text.is_flow(place.parent):
        if at + 1 < len(rows):
            return text.cut(start, text.start(rows[at + 1]))
        return text.cut(text.end(rows[at - 1]) if at else start, end)
    if len(rows) == 1:
        # Two steps in: a list's dash may stand right below its key, brackets may not.
        return text.cut(text.start(place.parent), end, "  []")
    return text.cut(text.line_of(_dash(place, row)), text.after_line(end))


def reordered(place: Place, rows: list[Node], order: Sequence[int]) -> Cut:
    """The rows in another order: each takes its remarks along, and the space between rows stays."""
    if sorted(order) != list(range(len(rows))):
        raise refused("")
    pieces = _in_brackets(place, rows) if place.text.is_flow(place.parent) else _on_lines(place, rows)
    text = place.text
    between = [text.text[end:start] for (_, end), (start, _) in pairwise(pieces)]
    moved = [text.text[slice(*pieces[n])] for n in order]
    return text.cut(pieces[0][0], pieces[-1][1], "".join(map("".join, zip(moved, [*between, ""], strict=True))))


def _in_brackets(place: Place, rows: list[Node]) -> list[tuple[int, int]]:
    pieces = [(place.text.start(row), place.text.end(row)) for row in rows]
    if "#" in "".join(place.text.text[end:start] for (_, end), (start, _) in pairwise(pieces)):
        # Nothing says which of its neighbours a remark between commas is about.
        raise refused("")
    return pieces


def _on_lines(place: Place, rows: list[Node]) -> list[tuple[int, int]]:
    """From the remarks right above each row's dash to the last line of the row, and the remarks further in below it."""
    text = place.text
    dashes = [text.line_of(_dash(place, row)) for row in rows]
    ends = [text.after_line(text.end(row)) for row in rows]
    below = [*dashes[1:], text.text.index("\n---", ends[-1] - 1) + 1]
    for n, limit in enumerate(below):
        further_in = takewhile(lambda line: _remark(line) > place.indent, _lines(text.text[ends[n] : limit]))
        ends[n] += sum(map(len, further_in))
    starts = []
    for dash, limit in zip(dashes, [0, *ends], strict=False):
        above = takewhile(lambda line: _remark(line) >= 0, reversed(_lines(text.text[limit:dash])))
        starts.append(dash - sum(map(len, above)))
    return list(zip(starts, ends, strict=True))


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n", text)


def _remark(line: str) -> int:
    """How far in a line that is only a remark stands; -1 for any other line."""
    text = line.lstrip(" ")
    return len(line) - len(text) if text.startswith("#") else -1


def _dash(place: Place, row: Node) -> int:
    """The dash of a row: on the line where its value begins, or on one above."""
    text = place.text.text
    column, line = place.indent, place.text.line_of(place.text.start(row))
    while text[line + column : line + column + 1] != "-" or text[line : line + column].strip():
        if line == 0:
            raise refused("")
        line = place.text.line_of(line - 1)
    return line + column
