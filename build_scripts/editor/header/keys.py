"""A key of a map: put in, taken away, or given another value, where it stands in the text."""

from __future__ import annotations

from build_scripts.desk.writing import Tree, below, entry
from build_scripts.editor.header.place import Place
from build_scripts.editor.header.spans import Cut
from build_scripts.editor.header.written import flow, indented, reads_in_brackets
from macros.record.header import Node


def replaced(place: Place, key: str | int, tree: Tree) -> Cut:
    """Another value of a key, or of a row."""
    text, node = place.text, place.child(key)
    start, end = text.start(node), text.end(node)
    lead = "" if text.text[start - 1 : start] in (" ", "[", "{", "", "\n") else " "
    if place.in_brackets:
        as_before = _as_before(place, node, tree) if isinstance(tree, str) else None
        return text.cut(start, end, lead + (as_before or flow(tree)))
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
        return text.cut(_behind_colon(place, key), line_end, "\n".join([rest, *indented(inner, below(tree))]))
    lead = " " if begin != start else lead
    if len(rows) == 1:
        return text.cut(begin, end, lead + rows[0])
    return text.cut(begin, line_end, lead + "\n".join([rows[0] + rest, *rows[1:]]))


def _stands_below(place: Place, node: Node) -> bool:
    """Whether the value of a key stands on lines of its own."""
    is_block = not isinstance(node.value, str) and not place.text.is_flow(node)
    return is_block and isinstance(place.parent.value, dict)


def _behind_colon(place: Place, key: str | int) -> int:
    return place.text.text.index(":", place.key_end(str(key))) + 1


def _as_before(place: Place, node: Node, text: str) -> str | None:
    """The new text within the same kind of quotes as the old, where it had any and they can hold it."""
    quotes = {'"': f'"{text}"', "'": "'" + text.replace("'", "''") + "'"}
    written = quotes.get(place.text.sign(node))
    return written if written and "\n" not in text and reads_in_brackets(written, text) else None


def with_key(place: Place, values: dict[str, Node], key: str, tree: Tree) -> Cut:
    """A new key, in its place in the model's order."""
    text, before = place.text, _before(place, values, key)
    if place.in_brackets:
        piece = f"{flow(key)}: {flow(tree)}"
        if not values:
            start = text.start(place.parent) + 1
            return text.cut(start, start, piece)
        if before:
            end = text.end(values[before[-1]])
            return text.cut(end, end, f", {piece}")
        start = place.key_start(next(iter(values)))
        return text.cut(start, start, f"{piece}, ")
    indent = " " * place.indent
    lines = [f"{flow(key)}: {flow(tree)}"] if place.on_one_line else list(entry(key, tree))
    if not before:
        start = place.key_start(next(iter(values)))
        rows = [lines[0], *indented(indent, lines[1:])]
        return text.cut(start, start, "\n".join(rows) + "\n" + indent)
    start = text.after_line(place.entry_end(before[-1]))
    return text.cut(start, start, "".join(f"{row}\n" for row in indented(indent, lines)))


def _before(place: Place, values: dict[str, Node], key: str) -> list[str]:
    """The keys that are there and stand before this one; a key that the model does not know comes last."""
    known = {name: n for n, name in enumerate(place.order(place.keys))}
    if key not in known:
        return list(values)
    return [name for name in values if name in known and known[name] < known[key]]


def without_key(place: Place, values: dict[str, Node], key: str) -> Cut:
    """Nothing instead of the key and its value."""
    text = place.text
    place.child(key)
    names = list(values)
    at = names.index(key)
    start, end = place.key_start(key), place.entry_end(key)
    if len(names) == 1:
        return text.cut(start, end, "{}") if not place.in_brackets else text.cut(start, end)
    if place.in_brackets:
        if at == 0:
            return text.cut(start, place.key_start(names[1]))
        return text.cut(place.entry_end(names[at - 1]), end)
    line = text.line_of(start)
    if not text.text[line:start].strip():
        return text.cut(line, text.after_line(end))
    following = place.key_start(names[1])
    if "#" in text.text[end:following]:
        # A remark stands before the next key: the dash keeps a line of its own, and the remark stays.
        return text.cut(len(text.text[:start].rstrip(" ")), text.after_line(end) - 1)
    return text.cut(start, following)
