"""A person's name as it is read aloud: the given name first."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from macros.record.values import LINE_FORM, line, shorten, text_schema, wrong

_ONE = r"[^\W\d_][\w'’]*[a-zåäöéü](?:-[^\W\d_][\w'’]+)*"
_BACKWARDS = re.compile(rf"(?P<family>(?:(?:[Vv]on|[Aa]f|[Dd]e) )?{_ONE})\s*[,;]\s*(?P<given>{_ONE}(?: {_ONE})?)")


def person_name(value: object) -> str:
    """The name; two words with a comma between, as a register has one ("Ask, Anna"), are told, and may be two persons."""
    name = line(value)
    found = _BACKWARDS.fullmatch(name)
    if found and found["given"][0].isupper():
        told = f'"{shorten(name)}" har ett kommatecken i sig.'
        turned = f"{found['given']} {found['family']}"
        raise wrong(
            "flera-namn",
            told,
            f"är det en person, skriv förnamnet först: {turned}. Är det två, skriv var och en för sig.",
        )
    return name


PersonName = Annotated[str, BeforeValidator(person_name), text_schema(title=LINE_FORM)]
"""The name of one person, given name first."""
