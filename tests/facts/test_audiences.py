"""Whom a step of the year is for, in the words of its schedule."""

from __future__ import annotations

import pytest

from macros.facts.audiences import Audience, audiences_of
from macros.record.schedule import Step


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("Handläggare", {Audience.OFFICER}),
        ("Presidiet och förvaltningen", {Audience.CHAIRS, Audience.OFFICER}),
        ("Ordföranden och justeraren", {Audience.CHAIRS, Audience.MEMBER}),
        ("Ledamöter, ersättare och webbplatsen", {Audience.MEMBER}),
        ("Oppositionens gruppledare", {Audience.OPPOSITION}),
        ("Fackliga företrädare", {Audience.UNION}),
        ("Nämndsekreteraren", {Audience.SECRETARY}),
        ("Webbredaktionen", set()),
        (None, set()),
    ],
)
def test_the_roles_that_a_step_is_for(said: str | None, roles: set[Audience]) -> None:
    step = Step.model_validate(
        {"id": "a", "namn": "A", "dagar_före": "1", "slag": "deadline", "vid_helgdag": "före"}
        | ({"för": said} if said else {})
    )
    assert audiences_of(step) == roles
