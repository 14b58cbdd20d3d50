"""Case numbers against their series, and what is meant by a number that is written otherwise."""

from __future__ import annotations

import pytest

from macros.record.diary import in_series, meant

AVUX, EKERO, MALMO = "AVUX/ÅÅÅÅ:N", "KSÅÅ/N-NNN", "STK-ÅÅÅÅ-N"


@pytest.mark.parametrize(
    ("number", "series"),
    [
        ("AVUX/2017:43", AVUX),
        ("AVUX/2015:132", AVUX),
        ("BUN/2017:43", "BUN/ÅÅÅÅ:N"),
        ("SN 2017/0043", "SN ÅÅÅÅ/NNNN"),
        ("KS15/221-001", EKERO),
        ("STK-2020-1509", MALMO),
    ],
)
def test_the_forms_that_exist_are_in_their_series(number: str, series: str) -> None:
    assert in_series(number, series)


@pytest.mark.parametrize(
    ("number", "series", "right"),
    [
        ("AVUX-2017/43", AVUX, "AVUX/2017:43"),
        ("AVUX/2017: 43", AVUX, "AVUX/2017:43"),
        ("avux/2017:43", AVUX, "AVUX/2017:43"),
        ("AVUX/17:43", AVUX, "AVUX/2017:43"),
        ("AVUX/2017:043", AVUX, "AVUX/2017:43"),
        ("KS 15/221-1", EKERO, "KS15/221-001"),
        ("KS2015/221-001", EKERO, "KS15/221-001"),
        ("STK 2020:1509", MALMO, "STK-2020-1509"),
        ("34:2017", AVUX, None),
        ("BUN/2017:43", AVUX, None),
        ("AVUX/2017", AVUX, None),
        ("AVUX/0017:43", AVUX, None),
        ("Dnr EXN/2026:30", "EXN/ÅÅÅÅ:N", "EXN/2026:30"),
        ("Dnr: 2026:30", "DNR/ÅÅÅÅ:N", "DNR/2026:30"),
    ],
)
def test_what_is_meant_is_computed_or_not_guessed(number: str, series: str, right: str | None) -> None:
    assert not in_series(number, series)
    assert meant(number, series) == right
