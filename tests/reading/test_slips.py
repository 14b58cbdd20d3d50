"""A fixed, short selection of the slips of `slips.py`: nothing leaks, and what is changed is told as often as it has been."""

from __future__ import annotations

import pytest

from tests.reading.slips import slips

STEP = 23
"""Every so many slips; a prime, so that all kinds and all files are met."""

LEAST_TOLD = 0.96
"""Of the selection 97 % are told, as of all the slips there are (`make fuzz`)."""


@pytest.mark.slow
def test_slips_are_told_and_none_leaks() -> None:
    made = [slip for slip in slips(STEP) if slip.outcome != "ofarlig"]
    assert len(made) > 60
    assert [slip for slip in made if slip.outcome == "läcka"] == []
    told = [slip for slip in made if slip.outcome in ("nekad", "varnad")]
    silent = [slip for slip in made if slip.outcome == "tyst"]
    assert len(told) / len(made) >= LEAST_TOLD, silent
