"""Names of elected representatives as they stand on a page."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from macros.facts.day import Day
from macros.record.archive import Body

Named = Callable[[str], Markup]
"""A name as it stands on a page: with party, leading to the person's page where there is one."""


def naming(facts: Day, body: Body, root: str) -> Named:
    """How names of the body's minutes stand on a page; a name that is not in `ledamoter.md` stands alone."""
    people = facts.people.of(body)

    def named(name: str) -> Markup:
        one = people.get(name)
        if one is None:
            return escape(name)
        return Markup('<a href="{}{}">{}</a> ({})').format(root, one.address, name, one.person.party)

    return named
