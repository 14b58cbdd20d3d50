"""Whose name is one of the elected's own, and when they too are asked about."""

from __future__ import annotations

import pytest

from macros.guard.official import Official
from tests.guard.hits import hits


def test_an_elected_name_in_the_order_of_registers_is_nobody_private() -> None:
    official = Official(names=frozenset(("eva lind",)))
    assert hits("Lind, Eva: jäv i ärendet om färdtjänst", official) == []
    assert hits("Lind Eva\tnärvarande", official) == []
    assert hits("Lind, Maja: jäv i ärendet om färdtjänst", official) == [("namn-vid-omsorg", "Lind, Maja")]


def test_a_name_that_only_begins_or_ends_as_an_elected_ones_is_somebody_elses() -> None:
    official = Official(names=frozenset(("anna lind",)))
    for text in ("Ledamoten Anna Lind deltar.", "Anna Linds motion bifalls.", "Linds, Annas, motion bifalls."):
        assert hits(text, official) == []
    for name in ("Anna Lindberg", "Johanna Lind", "Anna Lind-Berg", "Anna Lind Berg"):
        assert [shown for _, shown in hits(f"{name} söker bistånd.", official)] == [name]


@pytest.mark.parametrize(
    "text", ["| Lind | Maja | {} |", "| Maja | Lind | {} |", "| Maja Lind | {} |", "| Maja Lind | {}\n"]
)
def test_a_party_in_the_next_cell_makes_a_name_an_elected_ones(text: str) -> None:
    assert hits(text.format("S")) == hits(text.format("KD")) == []
    assert len(hits(text.format("ja"))) == 1


def test_the_elected_are_known_by_two_cells_and_by_an_initial() -> None:
    official = Official(names=frozenset(("eva lundell",)))
    for text in ("| Lundell | Eva | ja |", "| Eva | Lundell | ja |", "| E. Lundell | ja |", "E. Lundell lämnar mötet."):
        assert hits(text, official) == []
    for text in ("| Lundell | Maja | ja |", "| M. Lundell | ja |", "| Eva | ja |", "E. Lundell får hemtjänst."):
        assert len(hits(text, official)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Färdtjänst för Eva Lundell beviljas.", ["Eva Lundell"]),
        ("Eva Lundell (S) beviljas hemtjänst.", ["Eva Lundell"]),
        ("Eva Lundell är sjukskriven till maj.", ["Eva Lundell"]),
        ("Eva Lundells dotter har placerats i familjehem.", ["Eva Lundells"]),
        ("Eva Lundell (S) frågar om hemtjänsten.", []),
        ("Svar på fråga om färdtjänst till Eva Lundell (S)", []),
        ("Eva Lundell yrkar att den som har demens får hemtjänst.", []),
    ],
)
def test_one_of_the_elected_is_asked_about_where_the_care_is_her_own(text: str, told: list[str]) -> None:
    assert [shown for _, shown in hits(text, Official(names=frozenset(("eva lundell",))))] == told
