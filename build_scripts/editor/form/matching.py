"""Which row of a changed list is which row of the list that it came from: by what they hold."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from build_scripts.desk.writing import Tree
from build_scripts.editor.form.fields import Group, Rows, Shape
from build_scripts.editor.form.state import Row, State, to_tree


def matched(old: Sequence[Tree | None], new: Sequence[Tree | None]) -> dict[int, int]:
    """New number → old number, each at most once: first rows that are the same, then those with at least half in common."""
    known: dict[str, deque[int]] = defaultdict(deque)
    for n, tree in enumerate(old):
        known[_written(tree)].append(n)
    found: dict[int, int] = {}
    for n, tree in enumerate(new):
        if same := known[_written(tree)]:
            found[n] = same.popleft()
    taken = set(found.values())
    left = {n: set(_parts(old[n])) for n in range(len(old)) if n not in taken}
    for n in (n for n in range(len(new)) if n not in found):
        parts = set(_parts(new[n]))
        best = max(left, key=lambda other: (len(left[other] & parts), -abs(other - n)), default=None)
        if best is not None and 2 * len(left[best] & parts) >= max(len(left[best]), len(parts), 1):
            found[n] = best
            del left[best]
    return found


def rebased(shape: Shape, state: State, tree: Tree | None) -> State:
    """The same form as if it had been begun from this tree: its rows find theirs again, by what they hold."""
    if isinstance(shape, Group) and isinstance(state, dict):
        known = tree if isinstance(tree, dict) else {}
        return {field.key: rebased(field.shape, state[field.key], known.get(field.key)) for field in shape.fields}
    if not isinstance(shape, Rows) or not isinstance(state, list):
        return state
    old = tree if isinstance(tree, list) else []
    origins = matched(old, [to_tree(shape.of, row.value) for row in state])
    return [
        Row(origins.get(n), rebased(shape.of, row.value, old[origins[n]] if n in origins else None))
        for n, row in enumerate(state)
    ]


def _written(tree: Tree | None) -> str:
    return json.dumps(tree, ensure_ascii=False, sort_keys=True)


def _parts(tree: Tree | None, way: str = "") -> Iterator[str]:
    """What two rows may have in common: their values by key, and of a text its words."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield f"{way}.{key}={_written(value)}"
            if not isinstance(value, str):
                yield from _parts(value, f"{way}.{key}")
    elif isinstance(tree, list):
        for value in tree:
            yield from _parts(value, way)
    elif not way and tree:
        yield from tree.split()
