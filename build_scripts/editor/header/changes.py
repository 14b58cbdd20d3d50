"""A change of a header: a value put somewhere, a row put into a list, something taken away, or rows in another order."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from build_scripts.desk.writing import Tree
from macros.record.schema import Keys

Order: TypeAlias = Callable[[Keys], Sequence[str]]
"""The keys that may stand in the map at some keys, in the model's order."""


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


Change: TypeAlias = Put | Insert | Take | Reorder


def applied(tree: Tree, *changes: Change) -> Tree:
    """The tree with the changes, whatever the order of its keys; the tree itself stays as it is."""
    changed = copy.deepcopy(tree)
    for change in changes:
        _apply(changed, change)
    return changed


def _apply(tree: Tree, change: Change) -> None:
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
