"""A person's name as it is read aloud: the given name first."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from macros.record.values import line, shorten, text_schema, wrong

_BACKWARDS = re.compile(r"(?P<family>[^\W\d_][\w'’-]*)\s*,\s*(?P<given>[^\W\d_][\w'’-]*)")


def person_name(value: object) -> str:
    """The name; one with the family name first, as in a register ("Ask, Anna"), is told."""
    name = line(value)
    found = _BACKWARDS.fullmatch(name)
    if found and found["family"][0].isupper() and found["given"][0].isupper():
        told = f'"{shorten(name)}" har efternamnet först.'
        raise wrong("flera-namn", told, f"Menade du {found['given']} {found['family']}?")
    return name


PersonName = Annotated[str, BeforeValidator(person_name), text_schema(title="text på en rad")]
"""The name of one person, given name first."""
