"""What a page of the editor sent, within limits; and a file's form in it, with what the buttons of its lists do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.requests import Request

from build_scripts.editor.form.fields import Group, Pairs, Rows, Shape, row_shape
from build_scripts.editor.form.state import (
    ROOT,
    FormRow,
    FormState,
    cleaned,
    clock_typed,
    empty,
    joined,
    typed,
    with_id,
)
from build_scripts.editor.security import LARGEST_POST
from macros.record.source import without_hidden_signs

MOST_FIELDS = 20_000
MOST_FILES = 100
ADD, REMOVE, UP, DOWN = ROW_BUTTONS = ("rad+", "rad-", "upp", "ned")
"""What a button does with a list (`ADD`) or with a row."""

_BUTTON = "gor"
"""The field of the pressed button: what it does and, after a space, to what, as in `rad+ h.bilagor`."""

_ROWS = "[]"
BOXES = "|"
"""What the name of a box to tick ends with: those that are ticked are the lines of the field."""

NUMBER = re.compile(r"\d{1,6}", re.ASCII)
"""A place in a list, as a form sends it."""


@dataclass(frozen=True)
class Upload:
    """A file that was sent: its name on the writer's machine, without folders, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Form:
    """The first value of each field by its name, and the lists' row ids, by list name, in the order that they stand.

    `files` holds what was sent of each field for files.
    """

    values: Mapping[str, str]
    rows: Mapping[str, Sequence[str]]
    files: Mapping[str, Sequence[Upload]] = field(default_factory=dict)

    def written(self, name: str) -> str:
        """A value as it was sent; empty where it was not."""
        return self.values.get(name, "")

    def text(self, name: str) -> str:
        """A value without space around it."""
        return self.written(name).strip()

    def clock(self, name: str) -> str:
        """A time that was sent, as the record writes it where it is one."""
        return clock_typed(self.text(name))

    @property
    def path(self) -> str:
        """The file that the page is about."""
        return self.text("fil")

    @property
    def button(self) -> str:
        """What the pressed button does."""
        return self.text(_BUTTON).partition(" ")[0]

    @property
    def target(self) -> str:
        """The name of the list or the row that the button does it to."""
        return self.text(_BUTTON).partition(" ")[2]

    def state(self, shape: Shape, name: str = ROOT) -> FormState:
        """The form of a file as it was sent, or as the button leaves it."""
        if isinstance(shape, Group):
            return with_id({field.key: self.state(field.shape, f"{name}.{field.key}") for field in shape.fields})
        if not isinstance(shape, Rows | Pairs):
            return typed(shape, cleaned(shape, self.written(name)))
        rows = [
            FormRow(int(id) if NUMBER.fullmatch(id) else None, self.state(row_shape(shape), f"{name}.{id}"))
            for id in self.ids(name)
        ]
        return [*rows, FormRow(None, empty(row_shape(shape)))] if (self.button, self.target) == (ADD, name) else rows

    def ids(self, name: str) -> list[str]:
        """The ids of a list's rows, as the button leaves them."""
        ids = list(dict.fromkeys(self.rows.get(name, ())))
        home, _, id = self.target.rpartition(".")
        if home != name or id not in ids:
            return ids
        at = ids.index(id)
        to = {REMOVE: None, UP: at - 1, DOWN: at + 1}.get(self.button, at)
        del ids[at]
        if to is not None:
            ids.insert(max(to, 0), id)
        return ids

    def next(self) -> str:
        """Where the writer goes on: in the new row, at the list that lost one, or at the same button of the moved row."""
        if self.button == ADD:
            return f"{self.target}.n{len(self.ids(self.target))}"
        home, _, id = self.target.rpartition(".")
        ids = self.ids(home)
        if self.button == REMOVE or id not in ids:
            return home
        return f"{home}.{id if NUMBER.fullmatch(id) else f'n{ids.index(id)}'} {self.button}"


def asked(request: Request) -> Form:
    """What an address asks for: its parameters, letters joined."""
    given = {**request.query_params, **request.path_params}
    return Form({name: joined(value) for name, value in given.items()}, {})


async def read(request: Request) -> Form:
    """Reads the form that was sent, with plain line ends and joined letters, and without signs that nobody can see."""
    values: dict[str, str] = {}
    rows: dict[str, list[str]] = defaultdict(list)
    ticked: dict[str, list[str]] = defaultdict(list)
    files: dict[str, list[Upload]] = defaultdict(list)
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LARGEST_POST) as sent:
        for name, value in sent.multi_items():
            if not isinstance(value, str):
                # A field for files that is left empty sends one without name.
                if given := re.split(r"[/\\]", joined(value.filename or ""))[-1]:
                    files[name].append(Upload(given, await value.read()))
            elif name.endswith(_ROWS):
                rows[name.removesuffix(_ROWS)].append(value)
            elif name.endswith(BOXES):
                ticked[name.removesuffix(BOXES)].append(joined(value))
            else:
                values.setdefault(name, without_hidden_signs(joined(value)))
    for name, lines in ticked.items():
        values[name] = "\n".join([*lines, *([values[name]] if values.get(name) else [])])
    return Form(values, rows, files)
