"""Changes a header where it stands: comments, order, quoting and body that are not meant stay byte for byte.

Every change is read back: where the text would say anything else than what was meant, nothing is changed.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from build_scripts.editor.header.cuts import reordered, replaced, with_key, with_row, without_key, without_row
from build_scripts.editor.header.spans import Cut, HeaderText, NotEditable, Order, Spot, refused
from build_scripts.new.writing import Tree
from macros.record.schema import Keys


@dataclass(frozen=True)
class Put:
    """The value at `keys` becomes this one; a key that is not there comes in its place in the model's order."""

    keys: Keys
    value: Tree


@dataclass(frozen=True)
class Insert:
    """A new row: the last of `keys` is the number that it gets in its list."""

    keys: Keys
    value: Tree


@dataclass(frozen=True)
class Take:
    """The key or the row at `keys` goes away."""

    keys: Keys


@dataclass(frozen=True)
class Reorder:
    """The rows of the list at `keys` stand in another order: `order` has the old number of each, from the first on."""

    keys: Keys
    order: tuple[int, ...]


HeaderChange: TypeAlias = Put | Insert | Take | Reorder


def applied(tree: Tree, *changes: HeaderChange) -> Tree:
    """The tree with the changes, whatever the order of its keys; the tree itself stays as it is."""
    changed = copy.deepcopy(tree)
    for change in changes:
        _apply(changed, change)
    return changed


def _apply(tree: Tree, change: HeaderChange) -> None:
    if isinstance(change, Reorder):
        rows = value_at(tree, change.keys)
        if not isinstance(rows, list):
            raise KeyError(change.keys)
        rows[:] = [rows[n] for n in change.order]
        return
    parent, last = value_at(tree, change.keys[:-1]), change.keys[-1]
    if isinstance(parent, list) and isinstance(last, int):
        if isinstance(change, Take):
            del parent[last]
        elif isinstance(change, Insert):
            parent.insert(last, change.value)
        else:
            parent[last] = change.value
    elif isinstance(parent, dict) and isinstance(last, str):
        if isinstance(change, Take):
            del parent[last]
        else:
            parent[last] = change.value
    else:
        raise KeyError(last)


def value_at(tree: Tree, keys: Keys) -> Tree:
    """The value at these keys; raises `KeyError` where there is none."""
    for key in keys:
        match tree, key:
            case list(), int() if key < len(tree):
                tree = tree[key]
            case dict(), str():
                tree = tree[key]
            case _:
                raise KeyError(key)
    return tree


def changed(text: str, changes: Iterable[HeaderChange], order: Order) -> str:
    """The file's text with the changes, one after the other; raises `NotEditable` and then nothing is changed."""
    now = HeaderText.of(text)
    for values, run in groupby(changes, _is_value):
        together = tuple(run)
        if values:
            # Values that are put do not move the rows of a list: they are made, and read back, at once where that goes.
            with suppress(NotEditable):
                now, together = _changed(now, together, order), ()
        for change in together:
            now = _changed(now, (change,), order)
    return now.text


def _is_value(change: HeaderChange) -> bool:
    return isinstance(change, Put)


def _changed(text: HeaderText, changes: Sequence[HeaderChange], order: Order) -> HeaderText:
    plain: Any = text.root.plain()
    meant = applied(plain, *changes)
    for on_one_line in (False, True):
        with suppress(NotEditable):
            written = HeaderText.of(text.with_cuts(_cut(text, change, order, on_one_line) for change in changes))
            if written.root.plain() == meant:
                return written
    raise refused(next((key for key in reversed(changes[0].keys) if isinstance(key, str)), "värdet"))


def _cut(text: HeaderText, change: HeaderChange, order: Order, on_one_line: bool) -> Cut:
    """What the change does to the text, not yet read back."""
    way = change.keys if isinstance(change, Reorder) else change.keys[:-1]
    place = Spot.at(text, way, order, on_one_line)
    last, value = change.keys[-1], place.parent.value
    match change:
        case Reorder() if isinstance(value, list):
            return reordered(place, value, change.order)
        case Put() if isinstance(value, dict) and isinstance(last, str) and last not in value:
            return with_key(place, value, last, change.value)
        case Put():
            return replaced(place, last, change.value)
        case Take() if isinstance(value, dict) and isinstance(last, str):
            return without_key(place, value, last)
        case Take() if isinstance(value, list) and isinstance(last, int):
            return without_row(place, value, last)
        case Insert() if isinstance(value, list) and isinstance(last, int):
            return with_row(place, value, last, change.value)
    raise refused(last)
