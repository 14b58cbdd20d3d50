"""What a page shows of a form besides its values: the findings at their fields, what is computed beside them, and its rows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from build_scripts.editor.form.fields import FormField, Group, Lines, Pairs, Rows, Shape, TextField, row_shape
from build_scripts.editor.form.grids import SIDES, BallotRow
from build_scripts.editor.form.known import KnownValues
from build_scripts.editor.form.placing import Placed, Triple, placed, triples
from build_scripts.editor.form.posting import DOWN, UP
from build_scripts.editor.form.remedies import Remedy
from build_scripts.editor.form.state import ROOT, FormRow, FormState, day_in, empty, inside
from build_scripts.editor.form.windows import BODY
from build_scripts.editor.header.spans import HeaderText, NotEditable
from macros.dates.working_days import public_holiday
from macros.dates.written import weekday_date
from macros.finding import Finding, Level
from macros.record.header import Node
from macros.record.parsing import split
from macros.record.schema import Keys
from macros.record.source import Source

LONGEST_TITLE = 70
_MISSING = re.compile(r"Nyckeln (\S+) saknas")


@dataclass(frozen=True)
class ShownRow:
    """A row of a list: its id in names, its number from 1, what it is about, the button to go on from, and its fields.

    Each field has its state and its name.
    """

    id: str
    name: str
    number: int
    title: str
    is_open: bool
    focus: str
    fields: tuple[tuple[FormField, FormState, str], ...]


@dataclass(frozen=True)
class View:
    """Answers what the templates ask of a field by its name.

    `told` are findings in the form's order, each with the name of the field that it is told at, "" for the whole file;
    `remedies` are the buttons of those whose remedy is known;
    `beside` are lines that stand next to a field, such as computed deadlines; `focus` is where the writer goes on. `kind` of file
    says which fields are common, `choices` what a field may hold, and `standing_open` are the rows and groups that do.
    `ballots` are the votes that are shown as tables, by the name of their row.
    """

    told: Sequence[tuple[Finding, str]] = ()
    remedies: Mapping[Finding, Remedy] = field(default_factory=dict)
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)
    focus: str = ""
    kind: str = ""
    choices: Callable[[str], KnownValues | None] = lambda name: None
    standing_open: frozenset[str] = frozenset()
    ballots: Mapping[str, Sequence[BallotRow]] = field(default_factory=dict)

    def side_of_vote(self, name: str) -> str:
        """Which side of a vote that is shown as a table the field is; none for any other field."""
        vote, _, side = name.rpartition(".")
        return side if vote in self.ballots and side in SIDES else ""

    def placed(self, fields: Sequence[Triple], name: str) -> Placed:
        """The fields of a group, the common ones told apart."""
        return placed(self.kind, name, fields)

    def triples(self, group: Group, state: FormState, name: str) -> tuple[Triple, ...]:
        """The fields of a group with what they hold and their names."""
        return triples(group, state, name)

    def is_open(self, name: str) -> bool:
        """Whether a row, a group or what is folded in it stands open."""
        return name in self.standing_open or self.is_told(name)

    def findings(self, name: str) -> list[Finding]:
        """What is told at exactly this field."""
        return [finding for finding, at in self.told if at == name]

    def has_errors(self, name: str) -> bool:
        """Whether something in the field, or in what stands in it, stops it from being saved."""
        return any(finding.level is Level.ERROR and _is_in(name, at) for finding, at in self.told)

    def is_filled(self, shape: Shape, state: FormState) -> bool:
        """Whether there is anything in the field."""
        return state != empty(shape)

    def are_told(self, fields: Iterable[Triple]) -> bool:
        """Whether something is told of any of the fields, or the writer goes on in one."""
        return any(self.is_told(name) for _, _, name in fields)

    def is_date(self, shape: Shape, state: FormState) -> bool:
        """Whether the field is a date field: what is written otherwise stays a text, so that it is not lost."""
        return isinstance(shape, TextField) and shape.is_day and (state == "" or day_in(state) is not None)

    def boxes(self, known: KnownValues, state: str) -> list[tuple[str, str, bool]]:
        """Boxes to tick, each with its value, words and whether it is ticked; the order of the file is never changed by them.

        Where the file has them in another order, or has others, those that are ticked come first.
        """
        words, written = dict(known.pairs), [line for line in state.split("\n") if line]
        if written == [value for value in words if value in written]:
            return [(value, said, value in written) for value, said in known.pairs]
        ticked = [(value, words.get(value, value), True) for value in written]
        return [*ticked, *((value, said, False) for value, said in known.pairs if value not in written)]

    def lines(self, shape: Shape, state: FormState, name: str) -> list[str]:
        """What stands beside the field: a date in words, where it is one, and what is computed of it."""
        day = day_in(state) if isinstance(shape, TextField) and shape.is_day else None
        return [*([day_told(day)] if day else []), *self.beside.get(name, ())]

    def rows(self, shape: Rows | Pairs, rows: list[FormRow], name: str) -> Iterator[ShownRow]:
        """The rows of a list."""
        inner = row_shape(shape)
        for n, row in enumerate(rows):
            id = row.id(n)
            own = f"{name}.{id}"
            fields: tuple[tuple[FormField, FormState, str], ...] = (
                (FormField("", f"Rad {n + 1}", "", False, inner), row.value, own),
            )
            if isinstance(inner, Group) and isinstance(row.value, dict):
                fields = tuple((one, row.value[one.key], f"{own}.{one.key}") for one in inner.fields)
            yield ShownRow(
                id, own, n + 1, _title(fields, self.choices), self.is_open(own), self._button(own, n, len(rows)), fields
            )

    def is_told(self, name: str) -> bool:
        """Whether something in the field stops it from being saved, or the writer goes on there."""
        return _is_in(name, self.focus) or self.has_errors(name)

    def warnings(self, name: str) -> int:
        """How many warnings are told of what stands in the field."""
        return sum(finding.level is Level.WARNING and _is_in(name, at) for finding, at in self.told)

    def _button(self, name: str, place: int, length: int) -> str:
        """The button of the row that the writer just pressed, or the one that is left at the list's end."""
        home, _, button = self.focus.partition(" ")
        if home != name:
            return ""
        return DOWN if place == 0 else UP if place == length - 1 else button


def _is_in(name: str, at: str) -> bool:
    """Whether a place is this field, one within it, or a row's own place or button."""
    return at == name or at.startswith((f"{name}.", f"{name}-", f"{name} "))


def day_told(day: dt.date) -> str:
    """A day in words, with the holiday that it is: "torsdag 24 december 2026, julafton"."""
    holiday = public_holiday(day)
    return f"{weekday_date(day)}, {holiday}" if holiday else weekday_date(day)


def _title(fields: Iterable[Triple], choices: Callable[[str], KnownValues | None]) -> str:
    """What tells a row from its neighbours: its first two texts, by their titles where those are known."""
    texts = [
        _named(state.partition("\n")[0], choices(name))
        for one, state, name in fields
        if isinstance(state, str) and one.shape.kind != "val" and one.key != "id"
    ]
    title = " · ".join([text for text in texts if text][:2])
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _named(value: str, known: KnownValues | None) -> str:
    return dict(known.pairs).get(value, value) if known else value


def told_at(fields: Group, state: FormState, text: str, findings: Iterable[Finding]) -> list[tuple[Finding, str]]:
    """The findings of the text that the form makes, in the form's order, with the name of each one's field ("" for none)."""
    source = split(Source("", text))[0]
    try:
        places = list(_places(HeaderText.of(text).root))
    except NotEditable:
        return [(finding, "") for finding in findings]

    def where(finding: Finding) -> tuple[tuple[int, ...], str]:
        in_body = finding.place.line >= source.body_line
        return ((), BODY) if in_body else _field_at(fields, state, _keys(finding, places))

    told = sorted(((where(finding), finding) for finding in findings), key=itemgetter(0))
    return [(finding, name) for (_, name), finding in told]


def _field_at(fields: Group, state: FormState, keys: Keys) -> tuple[tuple[int, ...], str]:
    """The field that shows the value at these keys: its place in the form and its name; no name where none does."""
    shape: Shape = fields
    place: tuple[int, ...] = ()
    name, row = ROOT, ""
    for key in keys:
        if isinstance(shape, Lines):
            break
        found = next((part for part in enumerate(inside(shape, state)) if part[1].key == key), None)
        if found is None:
            return (), ""
        # What is said of a whole row stands above its fields.
        row = "-rad" if isinstance(shape, Rows | Pairs) else ""
        n, part = found
        place, name, shape, state = (*place, n), f"{name}.{part.id}", part.shape, part.state
    return place, name + (row if isinstance(shape, Group) else "") if keys else ""


_Place = tuple[tuple[int, int], Keys, bool]


def _keys(finding: Finding, places: Sequence[_Place]) -> Keys:
    """The keys of the value that the finding is about; none for the file as a whole."""
    place = finding.place
    if missing := _MISSING.match(finding.message):
        # Where a map begins its first key does too: the innermost map is the one that lacks something.
        maps = {at: keys for at, keys, is_map in places if is_map}
        return (*maps.get((place.line, place.column), ()), missing[1])
    # What stands behind a value, such as a remark, is told at the value.
    known = {at: keys for at, keys, _ in reversed(places) if at[0] == place.line and at[1] <= place.column}
    return known[max(known)] if known and place.line > 1 else ()


def _places(node: Node, keys: Keys = ()) -> Iterator[_Place]:
    """Where each key and value stands, with its keys and whether it is a map; what is around comes before what is within."""
    inner: Iterable[tuple[str | int, Node]] = ()
    if not isinstance(node.value, str):
        inner = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
    for key, value in inner:
        own = (*keys, key)
        for at in ((node.keys or {}).get(str(key), value), value):
            yield (at.line, at.column), own, isinstance(value.value, dict)
        yield from _places(value, own)
