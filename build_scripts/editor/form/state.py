"""What a form holds: read from a header or from what the browser sent, and turned back into the header's values."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from build_scripts.editor.form.fields import (
    ROW_KEY,
    ROW_VALUE,
    Choice,
    Group,
    Lines,
    Pairs,
    Rows,
    Shape,
    TextField,
    row_shape,
)
from build_scripts.new.writing import Tree
from macros.record.loose_dates import exact_date

ROOT = "h"
"""The name of the whole form; a field's name is the way to it, with stops: `h.bilagor.0.titel`."""


@dataclass(frozen=True)
class FormRow:
    """A row of a list; `origin` is its number in the file as it was opened, None for a new one."""

    origin: int | None
    value: FormState

    def id(self, place: int) -> str:
        """What the row is called in its fields' names; a new one by its place in the list."""
        return f"n{place}" if self.origin is None else str(self.origin)


FormState: TypeAlias = "str | dict[str, FormState] | list[FormRow]"


class NotAForm(Exception):
    """The header holds something of another shape than the form's; carries the key."""


def of_tree(shape: Shape, tree: Tree, key: str = "rubrikdelen") -> FormState:
    """What the form shows of a header's value; raises `NotAForm` where the value is of another shape."""
    if tree == "":
        return empty(shape)
    match shape:
        case TextField() | Choice() if isinstance(tree, str):
            return cleaned(shape, tree)
        case Lines() if isinstance(tree, str):
            return cleaned(TextField(""), tree)
        case Lines() if isinstance(tree, list):
            return "\n".join(cleaned(TextField(""), _string(row, key)) for row in tree)
        case Group() if isinstance(tree, str) and shape.alone:
            return of_tree(shape, {shape.alone: tree}, key)
        case Group() if isinstance(tree, dict):
            return {
                field.key: of_tree(field.shape, tree[field.key], field.key) if field.key in tree else empty(field.shape)
                for field in shape.fields
            }
        case Rows() if isinstance(tree, list):
            return [FormRow(n, of_tree(shape.of, row, key)) for n, row in enumerate(tree)]
        case Pairs() if isinstance(tree, dict):
            return [
                FormRow(n, {ROW_KEY: name, **_beside_name(shape, of_tree(shape.of, value, key))})
                for n, (name, value) in enumerate(tree.items())
            ]
    raise NotAForm(key)


def _beside_name(shape: Pairs, state: FormState) -> dict[str, FormState]:
    """The fields that stand beside the name."""
    return state if isinstance(shape.of, Group) and isinstance(state, dict) else {ROW_VALUE: state}


def pair_of(shape: Pairs, row: FormRow) -> tuple[str, FormState]:
    """The name and the value that a row of `Pairs` holds."""
    assert isinstance(row.value, dict)
    name = row.value[ROW_KEY]
    assert isinstance(name, str)
    return name, row.value if isinstance(shape.of, Group) else row.value[ROW_VALUE]


def empty(shape: Shape) -> FormState:
    """A form with nothing in it."""
    if isinstance(shape, Group):
        return {field.key: empty(field.shape) for field in shape.fields}
    return [] if isinstance(shape, Rows | Pairs) else ""


def cleaned(shape: Shape, written: str) -> str:
    """A text as it is kept: one line where it is one, and never with space around it."""
    lines = [line.rstrip() for line in joined(written).split("\n")]
    if isinstance(shape, TextField) and shape.long:
        return "\n".join(lines).strip()
    if isinstance(shape, Lines):
        return "\n".join(line.strip() for line in lines if line.strip())
    return " ".join(line.strip() for line in lines if line.strip())


_CLOCK = re.compile(r"(?:(?:kl|klockan)[. ] *)?(\d\d?)[.:](\d\d)(?: *[-–] *(\d\d?)[.:](\d\d))?", re.IGNORECASE)


def typed(shape: Shape, written: str) -> str:
    """What is typed into a field for a time as the file has it: 18.00 is 18:00, and kl. 9.00–10.30 is 09:00-10:30."""
    return clock_typed(written) if isinstance(shape, TextField) and shape.form.startswith("klockslag") else written


def clock_typed(written: str) -> str:
    """A time, or from one to another, with colons and all digits; anything else as it is."""
    found = _CLOCK.fullmatch(written)
    if found is None:
        return written
    start, end = f"{found[1]:0>2}:{found[2]}", f"{found[3]:0>2}:{found[4]}" if found[3] else ""
    return f"{start}-{end}" if end else start


def with_id(state: dict[str, FormState]) -> dict[str, FormState]:
    """What a group holds, with an id made of its name where it has a field for one that is empty: "Sista dag" is sista_dag."""
    name = state.get("namn")
    if state.get("id") != "" or not isinstance(name, str):
        return state
    return state | {"id": re.sub(r"[\W_]+", "_", name.lower()).strip("_")}


def joined(text: str) -> str:
    """A text as the browser sends it, with plain line ends and joined letters."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def day_in(state: FormState) -> dt.date | None:
    """The day that a field holds, written ÅÅÅÅ-MM-DD; None where it holds anything else."""
    return exact_date(state) if isinstance(state, str) else None


def to_tree(shape: Shape, state: FormState) -> Tree | None:
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
            pairs = (pair_of(shape, row) for row in state)
            return {name: to_tree(shape.of, value) or "" for name, value in pairs if name} or None
        case Lines() if isinstance(state, str):
            return list(state.split("\n")) if state else None
    assert isinstance(state, str)
    return state or None


class Part(NamedTuple):
    """What stands directly in a group or a list: its key in the header, its part of a field's name, and its form."""

    key: str | int
    id: str
    shape: Shape
    state: FormState


def inside(shape: Shape, state: FormState) -> Iterator[Part]:
    """The fields of a group, or the rows of a list; an empty row is not in the header, and the next has its number there."""
    if isinstance(shape, Group) and isinstance(state, dict):
        yield from (Part(field.key, field.key, field.shape, state[field.key]) for field in shape.fields)
    elif isinstance(shape, Rows | Pairs) and isinstance(state, list):
        inner, written = row_shape(shape), 0
        for n, row in enumerate(state):
            is_written = to_tree(inner, row.value) is not None
            key = pair_of(shape, row)[0] if isinstance(shape, Pairs) else written if is_written else -1
            yield Part(key, row.id(n), inner, row.value)
            written += is_written


def with_shapes(shape: Shape, state: FormState, name: str = ROOT) -> Iterator[tuple[str, Shape, str]]:
    """Every value of the form: its field's name, its shape, and what it holds."""
    if isinstance(state, str):
        yield name, shape, state
    for part in inside(shape, state):
        yield from with_shapes(part.shape, part.state, f"{name}.{part.id}")


def by_name(shape: Shape, state: FormState) -> Iterator[tuple[str, str]]:
    """Every value of the form by its field's name."""
    return ((name, value) for name, _, value in with_shapes(shape, state))


def _string(tree: Tree, key: str) -> str:
    if isinstance(tree, str):
        return tree
    raise NotAForm(key)
