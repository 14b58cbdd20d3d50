"""A form as the page shows it: every field with its name, its value, its rows and the findings about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts.editor.form.fields import (
    ROW_KEY,
    Choice,
    FormField,
    Group,
    Lines,
    Pairs,
    Rows,
    Shape,
    TextField,
    row_shape,
)
from build_scripts.editor.form.posting import DOWN, UP
from build_scripts.editor.form.state import ROOT, FormRow, FormState, day_in, to_tree
from build_scripts.editor.header.spans import HeaderText, NotEditable
from macros.dates.written import weekday_date
from macros.finding import Finding, Level
from macros.record.header import Node
from macros.record.parsing import split
from macros.record.schema import Keys
from macros.record.source import Source

FORMS = {TextField: "text", Choice: "val", Lines: "rader", Group: "grupp", Rows: "lista", Pairs: "lista"}
"""What a field's form is called in the templates."""

LONGEST_TITLE = 70
MOST_OPEN = 3
"""Rows of a list that all stand open."""

BODY_KEYS: Keys = ("", "")
"""The keys that stand for the text below the header; no header can hold them."""

_MISSING = re.compile(r"Nyckeln (\S+) saknas")

_Places = dict[tuple[int, int], Keys]


@dataclass(frozen=True)
class ShownRow:
    """A row of a list: its id in names, its number from 1, what it is about, its fields, and the button to go on from."""

    id: str
    name: str
    number: int
    title: str
    is_open: bool
    has_errors: bool
    fields: tuple[ShownField, ...]
    findings: tuple[Finding, ...]
    focus: str


@dataclass(frozen=True)
class ShownField:
    """One field; `beside` are lines that stand next to it, such as computed deadlines; `ordered` rows can be moved."""

    field: FormField
    name: str
    form: str
    value: str = ""
    findings: tuple[Finding, ...] = ()
    beside: tuple[str, ...] = ()
    fields: tuple[ShownField, ...] = ()
    rows: tuple[ShownRow, ...] = ()
    focus: bool = False
    ordered: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether something in the field stops it from being saved."""
        return any(found.level is Level.ERROR for found in self.findings)

    @property
    def help(self) -> str:
        """What the field is for and how it is written."""
        shape = self.field.shape
        # "datum, ÅÅÅÅ-MM-DD": what it is the label says, how it is written stands behind the comma.
        written = shape.form.partition(", ")[2] if isinstance(shape, TextField) else ""
        parts = (
            self.field.help,
            f"Skrivs {written}." if written else "",
            "Skriv en på varje rad." if isinstance(shape, Lines) else "",
        )
        return " ".join(part for part in parts if part)

    @property
    def is_short(self) -> bool:
        """Whether the value is a day, a time or a number."""
        return isinstance(self.field.shape, TextField) and self.field.shape.form not in ("", "text", "text på en rad")

    @property
    def is_filled(self) -> bool:
        """Whether there is anything in it, or anything to say of it."""
        return bool(
            self.value or self.findings or self.focus or self.rows or any(inner.is_filled for inner in self.fields)
        )


@dataclass
class View:
    """Builds the form's fields; `findings` are taken out as they find their field, what is left belongs to the whole."""

    findings: dict[Keys, list[Finding]]
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)
    focus: str = ""
    told: list[tuple[Finding, str]] = field(default_factory=list)

    def form(self, group: Group, state: FormState) -> tuple[ShownField, ...]:
        """The fields of the whole form."""
        assert isinstance(state, dict)
        return self._fields(group, state, ROOT, ())

    def rest(self) -> tuple[Finding, ...]:
        """The findings that no field has taken."""
        return tuple(finding for found in self.findings.values() for finding in found)

    def take(self, keys: Keys, name: str) -> tuple[Finding, ...]:
        """The findings at exactly these keys, which are now told at the field of this name."""
        found = tuple(self.findings.pop(keys, ()))
        self.told += [(finding, name) for finding in found]
        return found

    def _fields(self, group: Group, state: dict[str, FormState], name: str, keys: Keys) -> tuple[ShownField, ...]:
        return tuple(self._field(one, state[one.key], f"{name}.{one.key}", (*keys, one.key)) for one in group.fields)

    def _field(self, one: FormField, state: FormState, name: str, keys: Keys) -> ShownField:
        form = FORMS[type(one.shape)]
        found = self.take(keys, name)
        shape = one.shape
        if isinstance(shape, Group) and isinstance(state, dict):
            return ShownField(one, name, form, findings=found, fields=self._fields(shape, state, name, keys))
        if isinstance(shape, Rows | Pairs) and isinstance(state, list):
            rows = self._rows(shape, state, name, keys)
            ordered = isinstance(shape, Rows)
            return ShownField(one, name, form, findings=found, rows=rows, focus=name == self.focus, ordered=ordered)
        assert isinstance(state, str)
        if isinstance(shape, Lines):
            below = sorted(known for known in self.findings if known[: len(keys)] == keys)
            found += tuple(finding for known in below for finding in self.take(known, name))
        beside = (*_day(shape, state), *self.beside.get(name, ()))
        return ShownField(one, name, form, state, found, beside, focus=name == self.focus)

    def _rows(self, shape: Rows | Pairs, rows: list[FormRow], name: str, keys: Keys) -> tuple[ShownRow, ...]:
        """The rows; an empty one is not written, so the rows after it have a number less in the file."""
        shown, written = [], 0
        for n, row in enumerate(rows):
            id = row.id(n)
            inner = row_shape(shape)
            tree = to_tree(inner, row.value)
            at: Keys = (*keys, written if tree is not None else -1)
            if isinstance(shape, Pairs) and isinstance(row.value, dict):
                at = (*keys, str(row.value[ROW_KEY]))
            before = len(self.told)
            own = self.take(at, f"{name}.{id}-rad") if isinstance(inner, Group) else ()
            if isinstance(inner, Group) and isinstance(row.value, dict):
                fields = self._fields(inner, row.value, f"{name}.{id}", at)
            else:
                one = FormField("", f"Rad {n + 1}", "", False, inner)
                fields = (self._field(one, row.value, f"{name}.{id}", at),)
            if self.focus == f"{name}.{id}":
                fields = (replace(fields[0], focus=True), *fields[1:])
            told = [finding for finding, _ in self.told[before:]]
            errors = any(finding.level is Level.ERROR for finding in told)
            focus = self._button(f"{name}.{id}", n, len(rows))
            is_open = tree is None or bool(told) or bool(focus) or len(rows) <= MOST_OPEN or row.origin is None
            shown.append(ShownRow(id, f"{name}.{id}", n + 1, _title(fields), is_open, errors, fields, own, focus))
            written += tree is not None
        return tuple(shown)

    def _button(self, name: str, place: int, length: int) -> str:
        """The button of the row that the writer just pressed, or the one that is left at the list's end."""
        home, _, button = self.focus.partition(" ")
        if home != name:
            return ""
        return DOWN if place == 0 else UP if place == length - 1 else button


def _title(fields: Sequence[ShownField]) -> str:
    """What tells a row from its neighbours: its first two values."""
    values = [shown.value.partition("\n")[0] for shown in fields if shown.form != "val" and shown.value][:2]
    title = " · ".join(values)
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _day(shape: Shape, value: str) -> tuple[str, ...]:
    """A date in words, where it is one."""
    day = day_in(value) if isinstance(shape, TextField) and shape.form.startswith("datum") else None
    return (weekday_date(day),) if day else ()


def by_keys(text: str, findings: Iterable[Finding]) -> dict[Keys, list[Finding]]:
    """The findings by the keys of the value that each is about; `()` for the file as a whole."""
    source = split(Source("", text))[0]
    try:
        values, maps = _places(HeaderText.of(text).root)
    except NotEditable:
        return {(): list(findings)}
    found: dict[Keys, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[_keys(finding, source, values, maps)].append(finding)
    return found


def _keys(finding: Finding, source: Source, values: _Places, maps: _Places) -> Keys:
    place = finding.place
    if place.line >= source.body_line:
        return BODY_KEYS
    if missing := _MISSING.match(finding.message):
        return (*maps.get((place.line, place.column), ()), missing[1])
    # What stands behind a value, such as a remark, is told at the value.
    before = [at for at in values if at[0] == place.line and at[1] <= place.column]
    return values[max(before)] if before and place.line > 1 else ()


def _places(root: Node) -> tuple[_Places, _Places]:
    values: _Places = {}
    maps: _Places = {}
    waiting: list[tuple[Node, Keys]] = [(root, ())]
    while waiting:
        node, keys = waiting.pop()
        if keys:
            values[node.line, node.column] = keys
        if isinstance(node.value, dict):
            maps.setdefault((node.line, node.column), keys)
            for key, value in node.value.items():
                at = (node.keys or {})[key]
                values.setdefault((at.line, at.column), (*keys, key))
                if isinstance(value.value, dict):
                    maps[at.line, at.column] = (*keys, key)
                waiting.append((value, (*keys, key)))
        elif isinstance(node.value, list):
            waiting += [(row, (*keys, n)) for n, row in enumerate(node.value)]
    return values, maps
