"""Names of elected representatives in minutes: where they stand, and the minutes with everybody called in one way."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Annotated, TypeVar, get_args

from pydantic import BeforeValidator

from macros.record.members import MembersHeader
from macros.record.person_names import person_name
from macros.record.schema import Keys, Model
from macros.record.values import LINE_FORM, shorten, text_schema, wrong

_OF_ELECTED = "the name of an elected representative"
_BETWEEN = re.compile(r"\s*(?:,|;|\s(?:och|samt|&)\s)\s*")


def _one_name(value: object) -> str:
    """The name of one person; several with a comma or "och" between, or an office behind it, are told."""
    name = person_name(value)
    first, *rest = _BETWEEN.split(name)
    if not rest:
        return name
    listed = [part for part in (first, *rest) if part[:1].isupper()] or [first, *rest]
    told = f'"{shorten(name)}" är mer än ett namn.'
    if len(listed) == 1:
        raise wrong("flera-namn", told, f"skriv bara namnet: {first}")
    raise wrong("flera-namn", told, f"skriv vart och ett för sig, inom hakparentes: [{', '.join(listed)}]")


ElectedName = Annotated[str, BeforeValidator(_one_name), text_schema(title=LINE_FORM), _OF_ELECTED]
"""A name that means somebody in `ledamoter.md` on the meeting's day."""

M = TypeVar("M", bound=Model)


@cache
def _of_names(model: type[Model]) -> frozenset[str]:
    """The model's fields that hold names of elected representatives, one or several."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if _OF_ELECTED in info.metadata
        or any(_OF_ELECTED in getattr(inner, "__metadata__", ()) for inner in get_args(info.annotation))
    )


def names_in(part: Model) -> Iterator[tuple[Keys, str]]:
    """Every name of an elected representative in minutes or a part of them, with the way to it."""
    for field, info in type(part).model_fields.items():
        value, key = getattr(part, field), info.alias or field
        rows = enumerate(value) if isinstance(value, tuple) else ()
        if isinstance(value, Model):
            yield from (((key, *keys), name) for keys, name in names_in(value))
        elif field not in _of_names(type(part)):
            yield from (
                ((key, n, *keys), name) for n, row in rows if isinstance(row, Model) for keys, name in names_in(row)
            )
        elif isinstance(value, str):
            yield (key,), value
        else:
            yield from (((key, n), name) for n, name in rows)


def _with_names(part: M, called: Callable[[str], str]) -> M:

    def inner(field: str, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(inner(field, row) for row in value)
        if isinstance(value, Model):
            return _with_names(value, called)
        return called(value) if isinstance(value, str) and field in _of_names(type(part)) else value

    return part.model_copy(update={field: inner(field, getattr(part, field)) for field in part.model_fields_set})


def called_on(day: dt.date, members: MembersHeader | None, minutes: M) -> M:
    """The minutes with each person called as on the day; a name that is nobody's, or several persons', stands as written."""
    if members is None or not any(person.word or person.former_names for person in members.persons):
        return minutes
    return _with_names(minutes, partial(members.called, day=day))
