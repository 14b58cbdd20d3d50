"""Two windows on one file: field by field, what only one has changed is taken from that one; the rest the writer chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.editor.form.fields import ROW_KEY, Group, Pairs, Rows, Shape, row_shape
from build_scripts.editor.form.file_as_form import Opened, matched, other_body
from build_scripts.editor.form.state import ROOT, FormRow, FormState, by_name, inside, to_tree

_STAYS = "Raden står kvar i formuläret; ta bort den om den ska bort."
REMOVED_THERE = f"I det andra fönstret togs en rad bort som du har ändrat. {_STAYS}"
REMOVED_HERE = f"Du har tagit bort en rad som ändrades i det andra fönstret. {_STAYS}"

Mark = tuple[str, int]

BODY = "text"
"""The name of the text below the header among the fields."""

SAVED, MINE = "sparat", "mitt"
"""The words by which the writer chooses a version."""


@dataclass(frozen=True)
class Conflict:
    """A field that both have changed, each in a way of its own: its name and both values. The form holds `mine`."""

    name: str
    mine: str
    saved: str


@dataclass
class Merge:
    """Merges forms, and gathers the fields and the rows that somebody must look at.

    `state` and `body` are the form with what the other window saved, `there` the keys that it changed, `conflicts` the
    fields that both did, `kept` the rows (by name) that one took away and the other changed, each with a sentence.
    """

    conflicts: list[Conflict] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    state: FormState = ""
    body: str = ""
    there: list[str] = field(default_factory=list)

    @property
    def is_clear(self) -> bool:
        """Whether nobody has to choose."""
        return not self.conflicts and not self.kept

    def of(self, shape: Shape, base: FormState, mine: FormState, saved: FormState, name: str = ROOT) -> FormState:
        """The merged form, as one that began from `saved`.

        `mine` has its rows' origins in `base`, from which both began; `saved` in itself.
        """
        if mine in (base, saved):
            return saved
        if saved == base:
            return mine
        if isinstance(shape, Group) and isinstance(base, dict) and isinstance(mine, dict) and isinstance(saved, dict):
            return {
                one.key: self.of(one.shape, base[one.key], mine[one.key], saved[one.key], f"{name}.{one.key}")
                for one in shape.fields
            }
        if isinstance(shape, Rows | Pairs):
            assert isinstance(base, list)
            assert isinstance(mine, list)
            assert isinstance(saved, list)
            return self._rows(shape, base, mine, saved, name)
        assert isinstance(mine, str)
        assert isinstance(saved, str)
        self.conflicts.append(Conflict(name, mine, saved))
        return mine

    def _rows(
        self, shape: Rows | Pairs, base: list[FormRow], mine: list[FormRow], saved: list[FormRow], name: str
    ) -> list[FormRow]:
        inner = row_shape(shape)
        bases = {("base", n): row for n, row in enumerate(base)}
        ours = dict(zip(_marks("mine", _own(shape, base, mine)), mine, strict=True))
        theirs = dict(zip(_marks("saved", _found(shape, base, saved)), saved, strict=True))
        result: list[FormRow] = []
        for mark in _woven(list(ours), list(theirs)):
            before, one, other = bases.get(mark), ours.get(mark), theirs.get(mark)
            if one and other and before:
                row = FormRow(
                    other.origin, self.of(inner, before.value, one.value, other.value, f"{name}.{other.id(0)}")
                )
            elif other:
                if before and other.value == before.value:
                    continue
                row = other
            else:
                assert one is not None
                if one.value in [known.value for known in (saved if before is None else [before])]:
                    continue
                row = FormRow(None, _as_new(inner, one.value))
            if before and not (one and other):
                self.kept.append((f"{name}.{row.id(len(result))}", REMOVED_THERE if one else REMOVED_HERE))
            result.append(row)
        return result


def _marks(whose: str, bases: Sequence[int | None]) -> list[Mark]:
    """What tells each row from the others: its row in the base, or that it is new here."""
    return [(whose, n) if base is None else ("base", base) for n, base in enumerate(bases)]


def _own(shape: Rows | Pairs, base: list[FormRow], rows: list[FormRow]) -> list[int | None]:
    """Each row's number in the base that it began from."""
    if isinstance(shape, Pairs):
        return _found(shape, base, rows)
    return [row.origin if row.origin is not None and row.origin < len(base) else None for row in rows]


def _found(shape: Rows | Pairs, base: list[FormRow], rows: list[FormRow]) -> list[int | None]:
    """Each row's number in the base, by its name or by what it holds."""
    if isinstance(shape, Pairs):
        numbers = {_name(row): n for n, row in enumerate(base)}
        return [numbers.pop(_name(row), None) for row in rows]
    old, new = ([to_tree(shape.of, row.value) for row in each] for each in (base, rows))
    found = matched(old, new)
    return [found.get(n) for n in range(len(rows))]


def _name(row: FormRow) -> str:
    assert isinstance(row.value, dict)
    name = row.value[ROW_KEY]
    assert isinstance(name, str)
    return name


def _woven(mine: list[Mark], saved: list[Mark]) -> list[Mark]:
    """Both orders in one: the one that I have made, else the saved one; the other's rows stand behind their neighbours."""
    own = [number for whose, number in mine if whose == "base"]
    first, second = (mine, saved) if own != sorted(own) else (saved, mine)
    result, known, at = list(first), set(first), 0
    for mark in second:
        if mark in known:
            at = result.index(mark) + 1
        else:
            result.insert(at, mark)
            at += 1
    return result


def _as_new(shape: Shape, state: FormState) -> FormState:
    """A row that is in no file yet, nor are the rows in it."""
    if isinstance(shape, Group) and isinstance(state, dict):
        return {field.key: _as_new(field.shape, state[field.key]) for field in shape.fields}
    if isinstance(shape, Rows | Pairs) and isinstance(state, list):
        return [FormRow(None, _as_new(row_shape(shape), row.value)) for row in state]
    return state


def merged(base: Opened, state: FormState, body: str, saved: Opened) -> Merge:
    """The form that began from `base`, as if it had begun from what is saved now."""
    found = Merge(body=body)
    found.state = found.of(base.fields, base.state, state, saved.state)
    before, after = inside(base.fields, base.state), inside(base.fields, saved.state)
    found.there = [now.id for then, now in zip(before, after, strict=True) if then != now]
    if other_body(base, saved.body):
        found.there.append(BODY)
        if not other_body(base, body):
            found.body = saved.body
        elif other_body(saved, body):
            found.conflicts.append(Conflict(BODY, body, saved.body))
    return found


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
