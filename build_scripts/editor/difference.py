"""The changes that lead from a header to what its form now holds: what was not touched is not in them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from build_scripts.desk.writing import Tree
from build_scripts.editor.changes import Change, Insert, Put, Take
from build_scripts.editor.fields import Field, Group, Lines, Pairs, Rows, Shape
from build_scripts.editor.state import Row, State, cleaned, to_tree
from macros.record.schema import Keys


def changes(shape: Shape, old: Tree | None, state: State, keys: Keys = ()) -> Iterator[Change]:
    """In an order that they can be carried out in; keys that the form does not know are left alone."""
    new = to_tree(shape, state)
    if new is None:
        if keys and old is not None and old not in ([], {}):
            yield Take(keys)
        elif not keys and isinstance(shape, Group) and isinstance(old, dict):
            yield from (Take((field.key,)) for field in shape.fields if field.key in old)
    elif keys and old in (None, "", [], {}):
        yield Put(keys, new)
    elif isinstance(shape, Group) and isinstance(old, dict) and isinstance(state, dict):
        yield from _of_fields(shape.fields, old, state, keys)
    elif isinstance(shape, Rows) and isinstance(old, list) and isinstance(state, list):
        yield from _of_rows(shape, old, state, keys)
    elif isinstance(shape, Lines) and isinstance(old, list) and isinstance(new, list):
        yield from _of_lines(old, new, keys)
    elif isinstance(shape, Pairs) and isinstance(old, dict) and isinstance(new, dict):
        yield from (Take((*keys, name)) for name in old if name not in new)
        yield from (Put((*keys, name), value) for name, value in new.items() if _is_other(shape.of, old, name, value))
    elif not isinstance(old, str) or cleaned(shape, old) != new:
        yield Put(keys, new)


def _is_other(shape: Shape, old: dict[str, Tree], name: str, value: Tree) -> bool:
    before = old.get(name)
    return not isinstance(before, str) or cleaned(shape, before) != value


def _of_fields(
    fields: tuple[Field, ...], old: dict[str, Tree], state: dict[str, State], keys: Keys
) -> Iterator[Change]:
    """First what is put, then what is taken: a map is never left without a key in between."""
    found = [
        one
        for field in fields
        for one in changes(field.shape, old.get(field.key), state[field.key], (*keys, field.key))
    ]
    taken = [one for one in found if isinstance(one, Take) and len(one.keys) == len(keys) + 1]
    yield from (one for one in found if one not in taken)
    yield from taken


def _of_rows(shape: Rows, old: list[Tree], state: list[Row], keys: Keys) -> Iterator[Change]:
    """From the last row to the first, so that the numbers of those before stay right."""
    kept = [row for row in state if to_tree(shape.of, row.value) is not None]
    before = len(old)
    for row in reversed(kept):
        if row.origin is None or row.origin >= before:
            value = to_tree(shape.of, row.value)
            assert value is not None
            yield Insert((*keys, before), value)
            continue
        yield from (Take((*keys, n)) for n in range(before - 1, row.origin, -1))
        before = row.origin
        yield from changes(shape.of, old[before], row.value, (*keys, before))
    yield from (Take((*keys, n)) for n in range(before - 1, -1, -1))


def _of_lines(old: list[Tree], new: list[Tree], keys: Keys) -> Iterator[Change]:
    known = [cleaned(Lines(), row) if isinstance(row, str) else "" for row in old]
    for _, a, b, c, d in reversed(SequenceMatcher(None, known, new, autojunk=False).get_opcodes()):
        if known[a:b] == new[c:d]:
            continue
        same = min(b - a, d - c)
        yield from (Insert((*keys, a + same), value) for value in reversed(new[c + same : d]))
        yield from (Take((*keys, n)) for n in range(b - 1, a + same - 1, -1))
        yield from (Put((*keys, a + n), new[c + n]) for n in range(same))
