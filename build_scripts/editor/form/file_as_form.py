"""A file as a form: what the form changes in its header, row by row, and the text that the file would get."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from build_scripts.editor.form.fields import FormField, Group, Lines, Pairs, Rows, Shape, fields_of, keys_at, label
from build_scripts.editor.form.state import FormRow, FormState, NotAForm, cleaned, joined, of_tree, pair_of, to_tree
from build_scripts.editor.header.changes import HeaderChange, Insert, Put, Reorder, Take, changed
from build_scripts.editor.header.spans import HeaderText, NotEditable
from build_scripts.editor.stored import Stored
from build_scripts.new.writing import Tree
from macros.record.parsing import split
from macros.record.schema import Keys
from macros.record.source import Source


def changes(shape: Shape, old: Tree | None, state: FormState, keys: Keys = ()) -> Iterator[HeaderChange]:
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
    elif isinstance(shape, Pairs) and isinstance(old, dict) and isinstance(state, list):
        yield from _of_pairs(shape, old, state, keys)
    elif not isinstance(old, str) or _meant_by(shape, old) != new:
        yield Put(keys, _in_place_of(old, new))


def _meant_by(shape: Shape, written: str) -> Tree:
    """What a text says: itself, or the list or the group of fields that it stands for alone."""
    text = cleaned(shape, written)
    if isinstance(shape, Group):
        return {shape.alone: text}
    return [text] if isinstance(shape, Lines) else text


def _in_place_of(old: Tree | None, new: Tree) -> Tree:
    """The new value; one text for another where a text stood, though a list of one would say the same."""
    match old, new:
        case str(), [one]:
            return one
    return new


def _of_fields(
    fields: tuple[FormField, ...], old: dict[str, Tree], state: dict[str, FormState], keys: Keys
) -> Iterator[HeaderChange]:
    """First what is put, then what is taken: a map is never left without a key in between."""
    found = [
        one
        for field in fields
        for one in changes(field.shape, old.get(field.key), state[field.key], (*keys, field.key))
    ]
    taken = [one for one in found if isinstance(one, Take) and len(one.keys) == len(keys) + 1]
    yield from (one for one in found if one not in taken)
    yield from taken


def _of_pairs(shape: Pairs, old: dict[str, Tree], state: list[FormRow], keys: Keys) -> Iterator[HeaderChange]:
    new = {name: value for name, value in (pair_of(shape, row) for row in state) if name}
    for name, value in new.items():
        if name in old:
            yield from changes(shape.of, old[name], value, (*keys, name))
        else:
            yield Put((*keys, name), to_tree(shape.of, value) or "")
    yield from (Take((*keys, name)) for name in old if name not in new)


def _of_rows(shape: Rows, old: list[Tree], state: list[FormRow], keys: Keys) -> Iterator[HeaderChange]:
    """First the rows get their order, then from the last to the first, so that the numbers of those before stay right."""
    kept = [row for row in state if to_tree(shape.of, row.value) is not None]
    order = _order([row.origin for row in kept], len(old))
    if order != list(range(len(old))):
        yield Reorder(keys, tuple(order))
    places = {origin: place for place, origin in enumerate(order)}
    before = len(old)
    for row in reversed(kept):
        if row.origin not in places:
            value = to_tree(shape.of, row.value)
            assert value is not None
            yield Insert((*keys, before), value)
            continue
        place = places[row.origin]
        yield from (Take((*keys, n)) for n in range(before - 1, place, -1))
        before = place
        assert row.origin is not None
        yield from changes(shape.of, old[row.origin], row.value, (*keys, before))
    yield from (Take((*keys, n)) for n in range(before - 1, -1, -1))


def _order(origins: Sequence[int | None], length: int) -> list[int]:
    """The old rows in the order of those that are kept; the others, which will go, stay where they are."""
    kept = [origin for origin in origins if origin is not None and origin < length]
    places, known = iter(kept), set(kept)
    return [next(places) if n in known else n for n in range(length)]


def _of_lines(old: list[Tree], new: list[Tree], keys: Keys) -> Iterator[HeaderChange]:
    known = [cleaned(Lines(), row) if isinstance(row, str) else "" for row in old]
    moved = matched(known, new)
    order = _order([moved.get(n) for n in range(len(new))], len(old))
    if order != list(range(len(old))):
        yield Reorder(keys, tuple(order))
        known = [known[n] for n in order]
    for _, a, b, c, d in reversed(SequenceMatcher(None, known, new, autojunk=False).get_opcodes()):
        if known[a:b] == new[c:d]:
            continue
        same = min(b - a, d - c)
        yield from (Insert((*keys, a + same), value) for value in reversed(new[c + same : d]))
        yield from (Take((*keys, n)) for n in range(b - 1, a + same - 1, -1))
        yield from (Put((*keys, a + n), new[c + n]) for n in range(same))


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


def rebased(shape: Shape, state: FormState, tree: Tree | None) -> FormState:
    """The same form as if it had been begun from this tree: its rows find theirs again, by what they hold."""
    if isinstance(shape, Group) and isinstance(state, dict):
        known = tree if isinstance(tree, dict) else {}
        return {field.key: rebased(field.shape, state[field.key], known.get(field.key)) for field in shape.fields}
    if not isinstance(shape, Rows) or not isinstance(state, list):
        return state
    written = tree if isinstance(tree, list) else []
    old = [to_tree(shape.of, of_tree(shape.of, row)) for row in written]
    origins = matched(old, [to_tree(shape.of, row.value) for row in state])
    return [
        FormRow(origins.get(n), rebased(shape.of, row.value, old[origins[n]] if n in origins else None))
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


CODING = "Filen är inte sparad som UTF-8 med lika radslut. Öppna den i en texteditor och spara om den som UTF-8."


@dataclass(frozen=True)
class Opened:
    """A file as a form: its fields, its header's values, and what the form shows of them."""

    stored: Stored
    source: Source
    fields: Group
    tree: Any
    state: FormState

    @property
    def body(self) -> str:
        """The text below the header."""
        return self.source.body


def opened(stored: Stored, text: str | None = None) -> Opened:
    """The file, or another text of it, as a form; raises `NotEditable` where it can only be shown as text."""
    source = stored.source
    if source is None or stored.encoded(source.text) is None:
        raise NotEditable(CODING)
    if text is not None:
        source = split(Source(stored.path, text))[0]
    fields = fields_of(stored.kind.model)
    tree: Any = HeaderText.of(source.text).root.plain()
    try:
        return Opened(stored, source, fields, tree, of_tree(fields, tree))
    except NotAForm as key:
        raise NotEditable(f"Under {key} står något annat än vad ett formulär kan visa.") from None


def text_of(file: Opened, state: FormState, body: str) -> str:
    """The whole file as the form says; raises `NotEditable` where that cannot be written by position."""
    text = changed(file.source.text, changes(file.fields, file.tree, state), lambda keys: keys_at(file.fields, keys))
    if not other_body(file, body):
        return text
    header = text[: len(text) - len(file.body)] if file.body else text
    written = joined(body).rstrip("\n")
    return header.rstrip("\n") + "\n" + (f"{written}\n" if written.strip() else "")


def other_body(file: Opened, body: str) -> bool:
    """Whether the text below the header is another than the file's."""
    return joined(body).rstrip("\n") != file.body.rstrip("\n")


def message(file: Opened, state: FormState, body: str) -> str:
    """What git is told when the writer says nothing: the file and the keys that changed."""
    keys = list(
        dict.fromkeys(str(change.keys[0]).replace("_", " ") for change in changes(file.fields, file.tree, state))
    )
    if other_body(file, body):
        keys.append("texten")
    return f"{named(file.stored)}: ändra {', '.join(keys) or 'filen'}"


def named(stored: Stored) -> str:
    """A file in a few words: its kind and where it stands."""
    return f"{label(stored.kind.name)} {stored.path.partition('/')[2].removesuffix('.md')}"
