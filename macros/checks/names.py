"""Names: which one was meant by one that is written wrongly, whether that is told already, and who is named beside an office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from macros.facts.minutes import Minuted
from macros.guard.people import ends_with_person
from macros.record.members import Role
from macros.record.values import did_you_mean

CLOSE = 0.8
"""How alike two names must be for the one to be asked about: short names of different people are alike by chance."""


def near(name: str, names: Iterable[str]) -> str | None:
    """The name among others that this one was meant to be, if one is close."""
    found = did_you_mean(name, sorted(names))
    if found and found != name and SequenceMatcher(None, name.lower(), found.lower()).ratio() >= CLOSE:
        return found
    return None


def meant(name: str, names: Iterable[str], otherwise: str) -> str:
    """What to do about a name that is not there: the nearest one that is, else `otherwise`."""
    found = near(name, names)
    return f"Menade du {found}?" if found else otherwise


def is_told(found: Minuted, name: str) -> bool:
    """Whether a name that is missed is told already: it may be several persons', or it, or the one meant, is unknown there.

    So is one that stands in the attendance without a mandate, or among those of another role.
    """
    unclear = any(name == one or name.startswith(f"{one} (") for one in found.unclear_names)
    unknown = name in found.unknown_names or near(name, found.unknown_names) is not None
    return unclear or unknown or _has_no_place(found, name)


def _has_no_place(found: Minuted, name: str) -> bool:
    """Whether it stands in a list of the attendance that its mandate on the day gives it no place in."""
    members = found.body.members.header if found.body.members else None
    person = members.person(name, found.date) if members else None
    if person is None:
        return False
    role = person.role_on(found.date)
    groups = {keys[0] for keys, one in found.header.attendance.everyone if one.name == name}
    return any(role is None or is_misplaced(role, str(group)) for group in groups)


ROLES = {
    "ledamöter": "ledamot",
    "tjänstgörande_ersättare": "ersättare",
    "ersättare": "ersättare",
}
"""The lists of the attendance and what one must be to stand there."""


def is_misplaced(role: Role, group: str) -> bool:
    """Whether somebody of the role stands in a list of the attendance that is for others."""
    return (role is Role.SUBSTITUTE) != (ROLES[group] == "ersättare")


_BESIDE = re.compile(r"\s*[,()/:;]\s*")
"""What people put between a name and its office: "Lisa Provberg, ekonomichef"."""


def person_in(text: str) -> str | None:
    """The person's name in a text that should name an office, if it has one."""
    return next((part for part in _BESIDE.split(text) if ends_with_person(part)), None)
