"""Changes a header where it stands: comments, order, quoting and body that are not meant stay byte for byte.

Every change is read back: where the text would say anything else than what was meant, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any

from build_scripts.editor.header.changes import Change, Insert, Order, Put, Reorder, Take, applied
from build_scripts.editor.header.keys import replaced, with_key, without_key
from build_scripts.editor.header.place import Place, refused
from build_scripts.editor.header.rows import reordered, with_row, without_row
from build_scripts.editor.header.spans import Cut, NotEditable, Text


def changed(text: str, changes: Iterable[Change], order: Order) -> str:
    """The file's text with the changes, one after the other; raises `NotEditable` and then nothing is changed."""
    now = Text.of(text)
    for values, run in groupby(changes, _is_value):
        together = tuple(run)
        if values:
            # Values that are put do not move the rows of a list: they are made, and read back, at once where that goes.
            with suppress(NotEditable):
                now, together = _changed(now, together, order), ()
        for change in together:
            now = _changed(now, (change,), order)
    return now.text


def _is_value(change: Change) -> bool:
    return isinstance(change, Put)


def _changed(text: Text, changes: Sequence[Change], order: Order) -> Text:
    plain: Any = text.root.plain()
    meant = applied(plain, *changes)
    for on_one_line in (False, True):
        with suppress(NotEditable):
            written = Text.of(text.with_cuts(_cut(text, change, order, on_one_line) for change in changes))
            if written.root.plain() == meant:
                return written
    raise refused(next((key for key in reversed(changes[0].keys) if isinstance(key, str)), "värdet"))


def _cut(text: Text, change: Change, order: Order, on_one_line: bool) -> Cut:
    """What the change does to the text, not yet read back."""
    way = change.keys if isinstance(change, Reorder) else change.keys[:-1]
    place = Place.at(text, way, order, on_one_line)
    last, value = change.keys[-1], place.parent.value
    match change:
        case Reorder() if isinstance(value, list):
            return reordered(place, value, change.order)
        case Put() if isinstance(value, dict) and isinstance(last, str) and last not in value:
            return with_key(place, value, last, change.value)
        case Put():
            return replaced(place, last, change.value)
        case Take() if isinstance(value, dict) and isinstance(last, str):
            return without_key(place, value, last)
        case Take() if isinstance(value, list) and isinstance(last, int):
            return without_row(place, value, last)
        case Insert() if isinstance(value, list) and isinstance(last, int):
            return with_row(place, value, last, change.value)
    raise refused(last)
