"""Changes a header where it stands: comments, order, quoting and body that are not meant stay byte for byte.

Every change is read back: where the text would say anything else than what was meant, nothing is changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from build_scripts.desk.writing import Tree, below, entry, scalar
from build_scripts.editor.changes import Change, Insert, Order, Put, Take, applied
from build_scripts.editor.spans import NotEditable, Text
from macros.record import header as headers
from macros.record.header import Node
from macros.record.source import Source


def changed(text: str, changes: Iterable[Change], order: Order) -> str:
    """The file's text with the changes, one after the other; raises `NotEditable` and then nothing is changed."""
    for change in changes:
        text = _changed(text, change, order)
    return text


def _changed(text: str, change: Change, order: Order) -> str:
    before = Text.of(text)
    plain: Any = before.root.plain()
    meant = applied(plain, change)
    # A text on lines of its own can swallow a remark that stands in as far as it does; on one line it never can.
    for on_one_line in (False, True):
        written = _Writer(before, change, order, on_one_line).written()
        with suppress(NotEditable):
            if Text.of(written).root.plain() == meant:
                return written
    raise _refused(change)


def _refused(change: Change) -> NotEditable:
    key = next((str(key) for key in reversed(change.keys) if isinstance(key, str)), "värdet")
    return NotEditable(f"{key} är skrivet på ett sätt som formuläret inte kan ändra. Ändra det i filens text.")


def flow(tree: Tree) -> str:
    """A value on one line, as it can stand within brackets."""
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in tree.items()) + "}"
    for written in (tree, scalar(tree)):
        if written and "\n" not in written and _reads_in_brackets(written, tree):
            return written
    return json.dumps(tree, ensure_ascii=False)


def _reads_in_brackets(written: str, text: str) -> bool:
    header = f"k: [{written}, {{{written}: {written}}}]\n"
    root, findings = headers.parse(Source("", f"---\n{header}---\n", header))
    return root is not None and not findings and root.plain() == {"k": [text, {text: text}]}


class _Writer:
    """One change of one text."""

    def __init__(self, text: Text, change: Change, order: Order, on_one_line: bool) -> None:
        self.text = text
        self.change = change
        self.order = order
        self.on_one_line = on_one_line
        self.in_brackets = False
        self.parent = text.root
        for key in change.keys[:-1]:
            self.in_brackets = self.in_brackets or text.is_flow(self.parent)
            self.parent = self._child(self.parent, key)
        self.in_brackets = self.in_brackets or text.is_flow(self.parent)

    def _child(self, node: Node, key: str | int) -> Node:
        if isinstance(node.value, dict) and isinstance(key, str) and key in node.value:
            return node.value[key]
        if isinstance(node.value, list) and isinstance(key, int) and key < len(node.value):
            return node.value[key]
        raise _refused(self.change)

    def written(self) -> str:
        """The whole text with the change."""
        last, value = self.change.keys[-1], self.parent.value
        if isinstance(value, dict) and isinstance(last, str):
            if isinstance(self.change, Take):
                return self._without_key(value, last)
            if last in value:
                return self._replaced(value[last], self.change.value)
            return self._with_key(value, last, self.change.value)
        if isinstance(value, list) and isinstance(last, int):
            if isinstance(self.change, Put):
                return self._replaced(self._child(self.parent, last), self.change.value)
            if isinstance(self.change, Insert):
                return self._with_row(value, last, self.change.value)
            return self._without_row(value, last)
        raise _refused(self.change)

    def _indent(self) -> int:
        """How far in the parent's keys, or the dashes of its rows, stand."""
        if isinstance(self.parent.value, dict) and self.parent.keys:
            return self.text.column(self.text.start(next(iter(self.parent.keys.values()))))
        return self.text.column(self.text.start(self.parent))

    def _replaced(self, node: Node, tree: Tree) -> str:
        start, end = self.text.start(node), self.text.end(node)
        lead = "" if self.text.text[start - 1 : start] in (" ", "[", "{", "", "\n") else " "
        if self.in_brackets:
            as_before = self._as_before(node, tree) if isinstance(tree, str) else None
            return self.text.cut(start, end, lead + (as_before or flow(tree)))
        inner = " " * (self._indent() + 2)
        begin = self._behind_colon(node) if self._stands_below(node) else start
        # A remark behind the old value stays on its line, also when the new one goes on below it.
        line_end = self.text.after_line(end) - 1
        rest = self.text.text[end:line_end].rstrip()
        if self.on_one_line:
            rows = [flow(tree)]
        elif isinstance(tree, str):
            lines = list(entry("k", tree))
            written = self._as_before(node, tree) or lines[0].removeprefix("k: ")
            rows = [written, *(_in(inner[2:], row) for row in lines[1:])]
        elif not tree:
            rows = [flow(tree)]
        elif isinstance(self.parent.value, list):
            lines = list(below(tree))
            rows = [lines[0], *(_in(inner, row) for row in lines[1:])]
        else:
            rows = [_in(inner, row) for row in below(tree)]
            return self.text.cut(self._behind_colon(node), line_end, "\n".join([rest, *rows]))
        lead = " " if begin != start else lead
        if len(rows) == 1:
            return self.text.cut(begin, end, lead + rows[0])
        return self.text.cut(begin, line_end, lead + "\n".join([rows[0] + rest, *rows[1:]]))

    def _stands_below(self, node: Node) -> bool:
        """Whether the value of a key stands on lines of its own."""
        is_block = not isinstance(node.value, str) and not self.text.is_flow(node)
        return is_block and isinstance(self.parent.value, dict)

    def _behind_colon(self, node: Node) -> int:
        assert isinstance(self.parent.value, dict)
        key = next(key for key, value in self.parent.value.items() if value is node)
        return self.text.text.index(":", self.text.end((self.parent.keys or {})[key])) + 1

    def _as_before(self, node: Node, text: str) -> str | None:
        """The new text within the same kind of quotes as the old, where it had any and they can hold it."""
        quotes = {'"': f'"{text}"', "'": "'" + text.replace("'", "''") + "'"}
        written = quotes.get(self.text.sign(node))
        return written if written and "\n" not in text and _reads_in_brackets(written, text) else None

    def _with_key(self, value: dict[str, Node], key: str, tree: Tree) -> str:
        known = list(self.order(self.change.keys[:-1]))
        place = {name: n for n, name in enumerate(known)}
        before = [name for name in value if place.get(name, -1) < place.get(key, len(known)) and name in place]
        if key not in place:
            before = list(value)
        if self.in_brackets:
            piece = f"{flow(key)}: {flow(tree)}"
            if not value:
                start = self.text.start(self.parent) + 1
                return self.text.cut(start, start, piece)
            if before:
                end = self.text.end(value[before[-1]])
                return self.text.cut(end, end, f", {piece}")
            start = self._key_start(next(iter(value)))
            return self.text.cut(start, start, f"{piece}, ")
        indent = " " * self._indent()
        lines = [f"{flow(key)}: {flow(tree)}"] if self.on_one_line else list(entry(key, tree))
        if not before:
            start = self._key_start(next(iter(value)))
            rows = [lines[0], *(_in(indent, row) for row in lines[1:])]
            return self.text.cut(start, start, "\n".join(rows) + "\n" + indent)
        start = self.text.after_line(self._entry_end(before[-1]))
        return self.text.cut(start, start, "".join(_in(indent, row) + "\n" for row in lines))

    def _key_start(self, key: str) -> int:
        return self.text.start((self.parent.keys or {})[key])

    def _entry_end(self, key: str) -> int:
        assert isinstance(self.parent.value, dict)
        return max(self.text.end((self.parent.keys or {})[key]), self.text.end(self.parent.value[key]))

    def _without_key(self, value: dict[str, Node], key: str) -> str:
        if key not in value:
            raise _refused(self.change)
        names = list(value)
        at = names.index(key)
        start, end = self._key_start(key), self._entry_end(key)
        if len(names) == 1:
            return self.text.cut(start, end, "{}") if not self.in_brackets else self.text.cut(start, end)
        if self.in_brackets:
            if at == 0:
                return self.text.cut(start, self._key_start(names[1]))
            return self.text.cut(self._entry_end(names[at - 1]), end)
        line = self.text.line_of(start)
        if not self.text.text[line:start].strip():
            return self.text.cut(line, self.text.after_line(end))
        following = self._key_start(names[1])
        if "#" in self.text.text[end:following]:
            # A remark stands before the next key: the dash keeps a line of its own, and the remark stays.
            return self.text.text[:start].rstrip(" ") + self.text.text[self.text.after_line(end) - 1 :]
        return self.text.cut(start, following)

    def _with_row(self, rows: list[Node], at: int, tree: Tree) -> str:
        if at > len(rows):
            raise _refused(self.change)
        if self.text.is_flow(self.parent):
            if not rows:
                start = self.text.start(self.parent) + 1
                return self.text.cut(start, start, flow(tree))
            if at == len(rows):
                end = self.text.end(rows[-1])
                return self.text.cut(end, end, f", {flow(tree)}")
            start = self.text.start(rows[at])
            return self.text.cut(start, start, f"{flow(tree)}, ")
        indent = " " * self._indent()
        rows_of = [f"- {flow(tree)}"] if self.on_one_line else below([tree])
        lines = [_in(indent, row) for row in rows_of]
        if at:
            start = self.text.after_line(self.text.end(rows[at - 1]))
            return self.text.cut(start, start, "".join(f"{row}\n" for row in lines))
        start = self.text.start(self.parent)
        return self.text.cut(start, start, "\n".join(lines).removeprefix(indent) + "\n" + indent)

    def _without_row(self, rows: list[Node], at: int) -> str:
        row = self._child(self.parent, at)
        start, end = self.text.start(row), self.text.end(row)
        if self.text.is_flow(self.parent):
            if at + 1 < len(rows):
                return self.text.cut(start, self.text.start(rows[at + 1]))
            return self.text.cut(self.text.end(rows[at - 1]) if at else start, end)
        if len(rows) == 1:
            # Two steps in: a list's dash may stand right below its key, brackets may not.
            return self.text.cut(self.text.start(self.parent), end, "  []")
        return self.text.cut(self.text.line_of(self._dash(start)), self.text.after_line(end))

    def _dash(self, start: int) -> int:
        """The dash of the row whose value begins here: on its line, or on one above."""
        column, line = self._indent(), self.text.line_of(start)
        while self.text.text[line + column : line + column + 1] != "-" or self.text.text[line : line + column].strip():
            if line == 0:
                raise _refused(self.change)
            line = self.text.line_of(line - 1)
        return line + column


def _in(indent: str, line: str) -> str:
    return indent + line if line else line
