"""Where one change of a header is made: the map or the list that it is made in, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.editor.header.changes import Order
from build_scripts.editor.header.spans import NotEditable, Text
from macros.record.header import Node
from macros.record.schema import Keys


@dataclass(frozen=True)
class Place:
    """A map or list (`parent`) of a text; `in_brackets` when it, or anything around it, is written within brackets.

    With `on_one_line` every new value is written on one line. A text on lines of its own can swallow a remark that stands
    in as far as it does; on one line it never can.
    """

    text: Text
    keys: Keys
    parent: Node
    in_brackets: bool
    order: Order
    on_one_line: bool

    @classmethod
    def at(cls, text: Text, keys: Keys, order: Order, on_one_line: bool) -> Place:
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
