"""The days that stand in one cell of a yearly plan."""

from __future__ import annotations

import pytest

from build_scripts.imports.plan_cells import entries
from tests.imports.plans import hour


@pytest.mark.parametrize("nothing", ["", "-", "–", " — "])
def test_an_empty_cell_has_no_days(nothing: str) -> None:
    assert entries(nothing) == ((), ())


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("4, 26", ["4", "26"]),
        ("4 26", ["4", "26"]),
        ("4 och 26", ["4", "26"]),
        ("22**,27*", ["22 **", "27 *"]),
        ("22 *†", ["22 * †"]),
        ("19(08.00)", ["19 08:00"]),
        ("5, 19* (08.00)", ["5", "19 * 08:00"]),
        ("11, kl. 09:30", ["11 09:30"]),
        ("11 kl 9, 12 klockan 10.15*", ["11 09:00", "12 * 10:15"]),
        ("28/1", ["28/1"]),
        ("8R, 9v", ["8 R", "9 v"]),
        ("19 (Folkets hus)", ["19 [Folkets hus]"]),
        ("19 (25.00)", ["19 [25.00]"]),
        ("10-11, 24 – 25*", ["10-11", "24-25 *"]),
        ("10–11/3 kl. 9", ["10-11/3 09:00"]),
    ],
)
def test_the_days_of_a_cell(cell: str, days: list[str]) -> None:
    found, unread = entries(cell)
    assert unread == ()
    assert [
        "".join(
            (
                str(one.day),
                f"-{one.last}" if one.last > one.day else "",
                f"/{one.month}" if one.month else "",
                *(f" {mark}" for mark in one.marks),
                hour(one.time),
                f" [{one.words}]" if one.words else "",
            )
        )
        for one in found
    ] == days


@pytest.mark.parametrize("piece", ["2.3", "10–11–12", "x", "100", "vecka 4", "7 kl. 25", "7 kl. 9.60", "8ABC"])
def test_a_piece_that_is_no_day_is_handed_back_whole(piece: str) -> None:
    found, unread = entries(f"{piece}, 21")
    assert ([one.day for one in found], unread) == ([21], (piece,))
