"""A change of a header: a value put somewhere, a row put into a list, or something taken away."""

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


Change: TypeAlias = Put | Insert | Take


def applied(tree: Tree, change: Change) -> Tree:
    """The tree with the change, whatever the order of its keys; the tree itself stays as it is."""
    changed = copy.deepcopy(tree)
    parent: Tree = changed
    for key in change.keys[:-1]:
        parent = _at(parent, key)
    last = change.keys[-1]
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
    return changed


def _at(tree: Tree, key: str | int) -> Tree:
    if isinstance(tree, list) and isinstance(key, int):
        return tree[key]
    if isinstance(tree, dict) and isinstance(key, str):
        return tree[key]
    raise KeyError(key)
