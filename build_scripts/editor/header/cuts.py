"""A key of a map or a row of a list: put in, taken away, moved or given another value, where it stands in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from build_scripts.editor.header.spans import Cut, Spot, refused
from build_scripts.new.writing import Tree, below, entry, scalar
from macros.record import header as headers
from macros.record.header import Node
from macros.record.source import Source


def replaced(place: Spot, key: str | int, tree: Tree) -> Cut:
    """Another value of a key, or of a row."""
    text, node = place.text, place.child(key)
    start, end = text.start(node), text.end(node)
    lead = "" if text.text[start - 1 : start] in (" ", "[", "{", "", "\n") else " "
    if place.in_brackets:
        as_before = _as_before(place, node, tree) if isinstance(tree, str) else None
        return Cut(start, end, lead + (as_before or flow(tree)))
    inner = " " * (place.indent + 2)
    begin = _behind_colon(place, key) if _stands_below(place, node) else start
    # A remark behind the old value stays on its line, also when the new one goes on below it.
    line_end = text.after_line(end) - 1
    rest = text.text[end:line_end].rstrip()
    if place.on_one_line or not tree:
        rows = [flow(tree)]
    elif isinstance(tree, str):
        lines = list(entry("k", tree))
        written = _as_before(place, node, tree) or lines[0].removeprefix("k: ")
        rows = [written, *indented(inner[2:], lines[1:])]
    elif isinstance(key, int):
        lines = list(below(tree))
        rows = [lines[0], *indented(inner, lines[1:])]
    else:
        return Cut(_behind_colon(place, key), line_end, "\n".join([rest, *indented(inner, below(tree))]))
    lead = " " if begin != start else lead
    if len(rows) == 1:
        return Cut(begin, end, lead + rows[0])
    return Cut(begin, line_end, lead + "\n".join([rows[0] + rest, *rows[1:]]))


def _stands_below(place: Spot, node: Node) -> bool:
    """Whether the value of a key stands on lines of its own."""
    is_block = not isinstance(node.value, str) and not place.text.is_flow(node)
    return is_block and isinstance(place.parent.value, dict)


def _behind_colon(place: Spot, key: str | int) -> int:
    return place.text.text.index(":", place.key_end(str(key))) + 1


def _as_before(place: Spot, node: Node, text: str) -> str | None:
    """The new text within the same kind of quotes as the old, where it had any and they can hold it."""
    quotes = {'"': f'"{text}"', "'": "'" + text.replace("'", "''") + "'"}
    written = quotes.get(place.text.sign(node))
    return written if written and "\n" not in text and reads_in_brackets(written, text) else None


def with_key(place: Spot, values: dict[str, Node], key: str, tree: Tree) -> Cut:
    """A new key, in its place in the model's order."""
    text, before = place.text, _before(place, values, key)
    if place.in_brackets:
        piece = f"{flow(key)}: {flow(tree)}"
        if not values:
            start = text.start(place.parent) + 1
            return Cut(start, start, piece)
        if before:
            end = text.end(values[before[-1]])
            return Cut(end, end, f", {piece}")
        start = place.key_start(next(iter(values)))
        return Cut(start, start, f"{piece}, ")
    indent = " " * place.indent
    lines = [f"{flow(key)}: {flow(tree)}"] if place.on_one_line else list(entry(key, tree))
    if not before:
        start = place.key_start(next(iter(values)))
        rows = [lines[0], *indented(indent, lines[1:])]
        return Cut(start, start, "\n".join(rows) + "\n" + indent)
    start = text.after_line(place.entry_end(before[-1]))
    return Cut(start, start, "".join(f"{row}\n" for row in indented(indent, lines)))


def _before(place: Spot, values: dict[str, Node], key: str) -> list[str]:
    """The keys that are there and stand before this one; a key that the model does not know comes last."""
    known = {name: n for n, name in enumerate(place.order(place.keys))}
    if key not in known:
        return list(values)
    return [name for name in values if name in known and known[name] < known[key]]


def without_key(place: Spot, values: dict[str, Node], key: str) -> Cut:
    """Nothing instead of the key and its value."""
    text = place.text
    place.child(key)
    names = list(values)
    at = names.index(key)
    start, end = place.key_start(key), place.entry_end(key)
    if len(names) == 1:
        return Cut(start, end, "{}") if not place.in_brackets else Cut(start, end)
    if place.in_brackets:
        if at == 0:
            return Cut(start, place.key_start(names[1]))
        return Cut(place.entry_end(names[at - 1]), end)
    line = text.line_of(start)
    if not text.text[line:start].strip():
        return Cut(line, text.after_line(end))
    following = place.key_start(names[1])
    if "#" in text.text[end:following]:
        # A remark stands before the next key: the dash keeps a line of its own, and the remark stays.
        return Cut(len(text.text[:start].rstrip(" ")), text.after_line(end) - 1)
    return Cut(start, following)


def with_row(place: Spot, rows: list[Node], at: int, tree: Tree) -> Cut:
    """A new row, which gets the number `at`."""
    if at > len(rows):
        raise refused(at)
    text = place.text
    if text.is_flow(place.parent):
        if not rows:
            start = text.start(place.parent) + 1
            return Cut(start, start, flow(tree))
        if at == len(rows):
            end = text.end(rows[-1])
            return Cut(end, end, f", {flow(tree)}")
        start = text.start(rows[at])
        return Cut(start, start, f"{flow(tree)}, ")
    indent = " " * place.indent
    lines = indented(indent, [f"- {flow(tree)}"] if place.on_one_line else below([tree]))
    pieces = _on_lines(place, rows)
    start = pieces[at - 1][1] if at else pieces[0][0]
    return Cut(start, start, "".join(f"{row}\n" for row in lines))


def without_row(place: Spot, rows: list[Node], at: int) -> Cut:
    """Nothing instead of the row."""
    text, row = place.text, place.child(at)
    start, end = text.start(row), text.end(row)
    if text.is_flow(place.parent):
        if at + 1 < len(rows):
            return Cut(start, text.start(rows[at + 1]))
        return Cut(text.end(rows[at - 1]) if at else start, end)
    if len(rows) == 1:
        # Two steps in: a list's dash may stand right below its key, brackets may not.
        return Cut(text.start(place.parent), end, "  []")
    return Cut(text.line_of(_dash(place, row)), text.after_line(end))


def reordered(place: Spot, rows: list[Node], order: Sequence[int]) -> Cut:
    """The rows in another order: each takes its remarks along, and the space between rows stays."""
    if sorted(order) != list(range(len(rows))):
        raise refused("")
    pieces = _in_brackets(place, rows) if place.text.is_flow(place.parent) else _on_lines(place, rows)
    text = place.text
    between = [text.text[end:start] for (_, end), (start, _) in pairwise(pieces)]
    moved = [text.text[slice(*pieces[n])] for n in order]
    return Cut(pieces[0][0], pieces[-1][1], "".join(map("".join, zip(moved, [*between, ""], strict=True))))


def _in_brackets(place: Spot, rows: list[Node]) -> list[tuple[int, int]]:
    pieces = [(place.text.start(row), place.text.end(row)) for row in rows]
    if "#" in "".join(place.text.text[end:start] for (_, end), (start, _) in pairwise(pieces)):
        # Nothing says which of its neighbours a remark between commas is about.
        raise refused("")
    return pieces


def _on_lines(place: Spot, rows: list[Node]) -> list[tuple[int, int]]:
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


def _dash(place: Spot, row: Node) -> int:
    """The dash of a row: on the line where its value begins, or on one above."""
    text = place.text.text
    column, line = place.indent, place.text.line_of(place.text.start(row))
    while text[line + column : line + column + 1] != "-" or text[line : line + column].strip():
        if line == 0:
            raise refused("")
        line = place.text.line_of(line - 1)
    return line + column


def flow(tree: Tree) -> str:
    """A value on one line, as it can stand within brackets."""
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in tree.items()) + "}"
    for written in (tree, scalar(tree)):
        if written and "\n" not in written and reads_in_brackets(written, tree):
            return written
    return json.dumps(tree, ensure_ascii=False)


def reads_in_brackets(written: str, text: str) -> bool:
    """Whether it reads as the text within brackets and braces."""
    header = f"k: [{written}, {{{written}: {written}}}]\n"
    root, findings = headers.parse(Source("", f"---\n{header}---\n", header))
    return root is not None and not findings and root.plain() == {"k": [text, {text: text}]}


def indented(indent: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines that far in; an empty one stays empty."""
    return (indent + line if line else "" for line in lines)
