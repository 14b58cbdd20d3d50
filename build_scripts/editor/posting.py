"""What a page of the editor sent, within limits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from starlette.requests import Request

from build_scripts.editor.form.posted import Posted
from build_scripts.editor.security import LARGEST_POST

MOST_FIELDS = 20_000
_ROWS = "[]"


@dataclass(frozen=True)
class Form:
    """The values of a form by name, the first of each; and the ids of lists' rows in the order that they stand."""

    values: dict[str, str]
    rows: dict[str, list[str]]

    def text(self, name: str) -> str:
        """A value without space around it; empty where it was not sent."""
        return self.values.get(name, "").strip()

    @property
    def action(self) -> tuple[str, str]:
        """What the button that was pressed does, and to what: `rad+ h.bilagor`."""
        what, _, name = self.text("gor").partition(" ")
        return what, name

    def posted(self) -> Posted:
        """The fields of the record's file, with what a button of a list does."""
        return Posted(self.values, self.rows, *self.action)


async def read(request: Request) -> Form:
    """Reads the form that was sent."""
    values: dict[str, str] = {}
    rows: dict[str, list[str]] = defaultdict(list)
    async with request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=LARGEST_POST) as sent:
        for name, value in sent.multi_items():
            if not isinstance(value, str):
                continue
            if name.endswith(_ROWS):
                rows[name.removesuffix(_ROWS)].append(value)
            else:
                values.setdefault(name, value)
    return Form(values, rows)
