"""Who a step of the schedule is for ("för"), as roles that have a calendar of their own."""

from __future__ import annotations

import enum

from macros.record.schedule import Step


class Audience(enum.Enum):
    """A role with deadlines of its own, by its Swedish word."""

    OFFICER = "tjänsteperson"
    CHAIRS = "presidium"
    OPPOSITION = "opposition"
    UNION = "facklig"
    SECRETARY = "sekreterare"
    MEMBER = "ledamot"


_SAID = {
    Audience.OFFICER: ("handlägg", "tjänsteperson", "tjänstemän", "förvaltning", "föredragande", "chef"),
    Audience.CHAIRS: ("presidi", "ordförande"),
    Audience.OPPOSITION: ("opposition",),
    Audience.UNION: ("facklig", "fack "),
    Audience.SECRETARY: ("sekreterare", "kansli", "registrator"),
    Audience.MEMBER: ("ledam", "ersättare", "justerare", "förtroendevald"),
}
"""What a schedule's own words for a role hold, in small letters."""


def audiences_of(step: Step) -> frozenset[Audience]:
    """The roles that the step is for, as its words say; none where it says nothing, or names somebody else."""
    said = f"{step.audience or ''} ".lower()
    return frozenset(role for role, parts in _SAID.items() if any(part in said for part in parts))
