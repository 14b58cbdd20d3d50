"""What a form holds: read from a header or from what the browser sent, and turned back into the header's values."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from build_scripts.desk.writing import Tree
from build_scripts.editor.fields import ROW_KEY, ROW_VALUE, Choice, Field, Group, Lines, Pairs, Rows, Shape, Text

_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
ROOT = "h"
"""The name of the whole form; a field's name is the way to it, with stops: `h.bilagor.0.titel`."""


@dataclass(frozen=True)
class Row:
    """A row of a list; `origin` is its number in the file as it was opened, None for a new one."""

    origin: int | None
    value: State


State: TypeAlias = "str | dict[str, State] | list[Row]"


class NotAForm(Exception):
    """The header holds something of another shape than the form's; carries the key."""


def row_shape(shape: Rows | Pairs) -> Group | Text:
    """The form of each row."""
    return shape.of if isinstance(shape, Rows) else _PAIR


def of_tree(shape: Shape, tree: Tree, key: str = "rubrikdelen") -> State:
    """What the form shows of a header's value; raises `NotAForm` where the value is of another shape."""
    if tree == "":
        return empty(shape)
    match shape:
        case Text() | Choice() if isinstance(tree, str):
            return cleaned(shape, tree)
        case Lines() if isinstance(tree, list):
            return "\n".join(cleaned(Text(""), _string(row, key)) for row in tree)
        case Group() if isinstance(tree, dict):
            return {
                field.key: of_tree(field.shape, tree[field.key], field.key) if field.key in tree else empty(field.shape)
                for field in shape.fields
            }
        case Rows() if isinstance(tree, list):
            return [Row(n, of_tree(shape.of, row, key)) for n, row in enumerate(tree)]
        case Pairs() if isinstance(tree, dict):
            return [
                Row(n, {ROW_KEY: name, ROW_VALUE: cleaned(shape.of, _string(value, key))})
                for n, (name, value) in enumerate(tree.items())
            ]
    raise NotAForm(key)


def empty(shape: Shape) -> State:
    """A form with nothing in it."""
    if isinstance(shape, Group):
        return {field.key: empty(field.shape) for field in shape.fields}
    return [] if isinstance(shape, Rows | Pairs) else ""


def cleaned(shape: Shape, written: str) -> str:
    """A text as it is kept: one line where it is one, and never with space around it."""
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.rstrip() for line in text.split("\n")]
    if isinstance(shape, Text) and shape.long:
        return "\n".join(lines).strip()
    if isinstance(shape, Lines):
        return "\n".join(line.strip() for line in lines if line.strip())
    return " ".join(line.strip() for line in lines if line.strip())


@dataclass(frozen=True)
class Posted:
    """What the browser sent: every value by field name, and the lists' row ids by list name.

    `added` names a list that is to get a row more, `removed` a row that is to go.
    """

    values: Mapping[str, str]
    rows: Mapping[str, Sequence[str]]
    added: str = ""
    removed: str = ""

    def state(self, shape: Shape, name: str = ROOT) -> State:
        """The form as it was sent."""
        if isinstance(shape, Group):
            return {field.key: self.state(field.shape, f"{name}.{field.key}") for field in shape.fields}
        if not isinstance(shape, Rows | Pairs):
            return cleaned(shape, self.values.get(name, ""))
        rows = [
            Row(int(id) if _NUMBER.fullmatch(id) else None, self.state(row_shape(shape), f"{name}.{id}"))
            for id in dict.fromkeys(self.rows.get(name, ()))
            if f"{name}.{id}" != self.removed
        ]
        return [*rows, Row(None, empty(row_shape(shape)))] if self.added == name else rows


def to_tree(shape: Shape, state: State) -> Tree | None:
    """The header's value, without what was left empty; None where nothing is left."""
    match shape:
        case Group() if isinstance(state, dict):
            tree = {
                field.key: value
                for field in shape.fields
                if (value := to_tree(field.shape, state[field.key])) is not None
            }
            return tree or None
        case Rows() if isinstance(state, list):
            rows = [value for row in state if (value := to_tree(shape.of, row.value)) is not None]
            return rows or None
        case Pairs() if isinstance(state, list):
            return dict(_pairs(state)) or None
        case Lines() if isinstance(state, str):
            return list(state.split("\n")) if state else None
    assert isinstance(state, str)
    return state or None


def _pairs(rows: list[Row]) -> Iterator[tuple[str, Tree]]:
    for row in rows:
        assert isinstance(row.value, dict)
        name, value = row.value[ROW_KEY], row.value[ROW_VALUE]
        assert isinstance(name, str)
        assert isinstance(value, str)
        if name:
            yield name, value


def rebased(shape: Shape, state: State, tree: Tree | None) -> State:
    """The same form as if it had been begun from this tree: its rows find theirs again, by what they hold."""
    if isinstance(shape, Group) and isinstance(state, dict):
        known = tree if isinstance(tree, dict) else {}
        return {field.key: rebased(field.shape, state[field.key], known.get(field.key)) for field in shape.fields}
    if not isinstance(shape, Rows) or not isinstance(state, list):
        return state
    old = tree if isinstance(tree, list) else []
    new = [to_tree(shape.of, row.value) for row in state]
    origins: dict[int, int] = {}
    for _, a, b, c, d in SequenceMatcher(None, [*map(_key, old)], [*map(_key, new)], autojunk=False).get_opcodes():
        origins |= dict(zip(range(c, d), range(a, b), strict=False))
    return [
        Row(origins.get(n), rebased(shape.of, row.value, old[origins[n]] if n in origins else None))
        for n, row in enumerate(state)
    ]


def _key(tree: Tree | None) -> str:
    return json.dumps(tree, ensure_ascii=False, sort_keys=True)


def _string(tree: Tree, key: str) -> str:
    if isinstance(tree, str):
        return tree
    raise NotAForm(key)


_PAIR = Group((Field(ROW_KEY, "Namn", "", True, Text("")), Field(ROW_VALUE, "Värde", "", True, Text(""))))
