"""Where the values of a header stand in the file's text, as offsets, and where one change is made; made anew for each change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeAlias

from macros.record.header import Node, parse
from macros.record.parsing import split
from macros.record.schema import Keys
from macros.record.source import Source

Order: TypeAlias = Callable[[Keys], Sequence[str]]
"""The keys that may stand in the map at some keys, in the model's order."""

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]*)*")
"""An anchor or tag before a value; the parser's place of the value begins with it."""


class NotEditable(Exception):
    """The text cannot be changed by position; carries why, as a Swedish sentence."""


@dataclass(frozen=True)
class Cut:
    """A piece of a text, between two offsets, and what comes instead of it."""

    start: int
    end: int
    instead: str = ""


@dataclass(frozen=True)
class HeaderText:
    """A file's text with its header's tree. Offsets count characters from the file's start."""

    text: str
    root: Node
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> HeaderText:
        """The text with its tree; raises `NotEditable` where the header cannot be read."""
        source, findings = split(Source("", text))
        root = parse(source)[0] if not findings else None
        if root is None:
            raise NotEditable("Rubrikdelen går inte att läsa.")
        starts = [0]
        for line in source.lines:
            starts.append(starts[-1] + len(line) + 1)
        return cls(text, root, tuple(starts))

    def offset(self, line: int, column: int) -> int:
        """A line and column, both from 1, as an offset."""
        return self.starts[line - 1] + column - 1

    def start(self, node: Node) -> int:
        """Where the value itself begins, behind its anchor."""
        at = self.offset(node.line, node.column)
        found = _PROPERTIES.match(self.text, at)
        return found.end() if found and found.group() else at

    def sign(self, node: Node) -> str:
        """The first character of the value as it is written; of an empty one, nothing."""
        empty = node.value == "" and (node.line, node.column) == (node.end_line, node.end_column)
        return "" if empty else self.text[self.start(node) : self.start(node) + 1]

    def is_flow(self, node: Node) -> bool:
        """Whether a list or map is written within brackets."""
        return not isinstance(node.value, str) and self.sign(node) in "[{" and self.sign(node) != ""

    def end(self, node: Node) -> int:
        """Behind the value's last character; the line break after a text of several lines is not part of it."""
        if isinstance(node.value, str) or self.is_flow(node):
            end = self.offset(node.end_line, node.end_column)
            if isinstance(node.value, str) and self.sign(node) in ("|", ">"):
                start = self.start(node)
                return start + len(self.text[start:end].rstrip("\n "))
            return end
        if isinstance(node.value, list):
            return max((self.end(row) for row in node.value), default=self.start(node))
        keys = node.keys or {}
        return max(max(self.end(value), self.end(keys[key])) for key, value in node.value.items())

    def line_of(self, offset: int) -> int:
        """The offset where the line begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def after_line(self, offset: int) -> int:
        """The offset where the next line begins."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def column(self, offset: int) -> int:
        """How far in on its line, from 0."""
        return offset - self.line_of(offset)

    def with_cuts(self, cuts: Iterable[Cut]) -> str:
        """The text with all of them, those at one place in their order; raises `NotEditable` where two overlap."""
        written, at = "", 0
        for cut in sorted(cuts, key=attrgetter("start")):
            if cut.start < at:
                raise NotEditable("Två ändringar gäller samma ställe i texten.")
            written, at = written + self.text[at : cut.start] + cut.instead, cut.end
        return written + self.text[at:]


@dataclass(frozen=True)
class Spot:
    """A map or list (`parent`) of a text; `in_brackets` when it, or anything around it, is written within brackets.

    With `on_one_line` every new value is written on one line. A text on lines of its own can swallow a remark that stands
    in as far as it does; on one line it never can.
    """

    text: HeaderText
    keys: Keys
    parent: Node
    in_brackets: bool
    order: Order
    on_one_line: bool

    @classmethod
    def at(cls, text: HeaderText, keys: Keys, order: Order, on_one_line: bool) -> Spot:
        """The map or list at these keys."""
        node, in_brackets = text.root, text.is_flow(text.root)
        for key in keys:
            node = _child(node, key)
            in_brackets = in_brackets or text.is_flow(node)
        return cls(text, keys, node, in_brackets, order, on_one_line)

    def child(self, key: str | int) -> Node:
        """The value of a key, or a row."""
        return _child(self.parent, key)

    @property
    def indent(self) -> int:
        """How far in the parent's keys, or the dashes of its rows, stand."""
        if isinstance(self.parent.value, dict) and self.parent.keys:
            return self.text.column(self.text.start(next(iter(self.parent.keys.values()))))
        return self.text.column(self.text.start(self.parent))

    def key_start(self, key: str) -> int:
        """The offset where the key stands."""
        return self.text.start((self.parent.keys or {})[key])

    def key_end(self, key: str) -> int:
        """The offset behind the key itself."""
        return self.text.end((self.parent.keys or {})[key])

    def entry_end(self, key: str) -> int:
        """The offset behind the key and its value."""
        return max(self.key_end(key), self.text.end(self.child(key)))


def refused(key: str | int) -> NotEditable:
    """The text is written in a way that cannot be changed here."""
    named = key if isinstance(key, str) else "listan"
    return NotEditable(f"{named} är skrivet på ett sätt som formuläret inte kan ändra. Ändra det i filens text.")


def _child(node: Node, key: str | int) -> Node:
    if isinstance(node.value, dict) and isinstance(key, str) and key in node.value:
        return node.value[key]
    if isinstance(node.value, list) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    raise refused(key)
