"""Two windows on one file: what the other has saved and what this one holds, merged or laid before the writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.editor.form.fields import Group, Pairs, Rows, Shape, row_shape
from build_scripts.editor.form.merging import Conflict, Merge
from build_scripts.editor.form.opened import Opened, other_body
from build_scripts.editor.form.state import State, by_name

BODY = "text"
"""The name of the text below the header among the fields."""

SAVED, MINE = "sparat", "mitt"
"""The words by which the writer chooses a version."""


@dataclass(frozen=True)
class Merged:
    """The form with what the other window saved.

    `there` are the keys that it changed, `conflicts` the fields that both did, `kept` the rows (by name) that one took away
    and the other changed, each with a sentence.
    """

    state: State
    body: str
    there: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    kept: tuple[tuple[str, str], ...]

    @property
    def is_clear(self) -> bool:
        """Whether nobody has to choose."""
        return not self.conflicts and not self.kept


def merged(base: Opened, state: State, body: str, saved: Opened) -> Merged:
    """The form that began from `base`, as if it had begun from what is saved now."""
    assert isinstance(base.state, dict)
    assert isinstance(saved.state, dict)
    merge = Merge()
    together = merge.of(base.fields, base.state, state, saved.state)
    there = [key for key, value in saved.state.items() if value != base.state[key]]
    if other_body(base, saved.body):
        there.append(BODY)
        if not other_body(base, body):
            body = saved.body
        elif other_body(saved, body):
            merge.conflicts.append(Conflict(BODY, body, saved.body))
    return Merged(together, body, tuple(there), tuple(merge.conflicts), tuple(merge.kept))


def chosen(
    base: Opened, values: Mapping[str, str], open_names: Sequence[str]
) -> tuple[dict[str, str], tuple[Conflict, ...]]:
    """The values with the versions that the writer has chosen, and the conflicts where nothing is chosen yet."""
    saved = {**dict(by_name(base.fields, base.state)), BODY: base.body}
    result, left = dict(values), []
    for name in dict.fromkeys(open_names):
        if name not in saved or name not in values:
            continue
        choice = values.get(choice_of(name), "")
        if choice == SAVED:
            result[name] = saved[name]
        elif choice != MINE:
            left.append(Conflict(name, values[name], saved[name]))
    return result, tuple(left)


def choice_of(name: str) -> str:
    """The name of the choice between the versions of a field."""
    return f"val.{name}"


def way_to(fields: Group, name: str) -> str:
    """A field's name as a person reads it: "Bilagor, rad 2, Titel"."""
    shape: Shape = fields
    words = []
    for part in name.split(".")[1:]:
        if isinstance(shape, Group):
            field = shape.field(part)
            if field is None:
                break
            words.append(field.label)
            shape = field.shape
        elif isinstance(shape, Rows | Pairs):
            words.append(f"rad {int(part.removeprefix('n')) + 1}")
            shape = row_shape(shape)
    return ", ".join(words) or "Text"
