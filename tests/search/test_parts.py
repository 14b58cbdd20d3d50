"""How a large index is divided."""

import pytest

from build_scripts.exports.search_pages import Found
from build_scripts.exports.search_parts import PAGES_OF_A_PART, choices, divided


def pages(municipality: str, years: dict[int | None, int]) -> list[Found]:
    return [
        Found(f"{municipality}/{year}/{number}/index.html", municipality, year, None, (("år", str(year)),))
        for year, count in years.items()
        for number in range(count)
    ]


def names(found: list[Found], limit: int) -> tuple[int, dict[str, int]]:
    whole = divided(found, limit)
    return len(whole.common), {part.name: len(part.pages) for part in whole.parts}


SITE = pages("", {None: 2})


@pytest.mark.parametrize(
    ("found", "limit", "expected"),
    [
        (SITE + pages("Ekerö", {2024: 3}), 5, (5, {})),
        (SITE + pages("Ekerö", {2024: 3, 2025: 2, 2026: 2}), 5, (2, {"ekero-2026-2026": 2, "ekero-2024-2025": 5})),
        (SITE + pages("Ekerö", {2024: 3, None: 4}), 5, (2, {"ekero-2024-2024": 7})),
        (SITE + pages("Ekerö", {2020: 9, 2021: 1}), 5, (2, {"ekero-2021-2021": 1, "ekero-2020-2020": 9})),
        (
            SITE + pages("Ekerö", {2026: 3}) + pages("Malmö stad", {2025: 3}),
            5,
            (2, {"ekero-2026-2026": 3, "malmo-stad-2025-2025": 3}),
        ),
        (SITE + pages("Ekerö", {None: 6}), 5, (2, {"ekero": 6})),
        (pages("Ekerö", {2024: 3, 2025: 3}), 5, (3, {"ekero-2024-2024": 3})),
    ],
    ids=["small", "years", "no year", "a year is whole", "municipalities", "only without year", "nothing in common"],
)
def test_parts_by_municipality_and_years(found: list[Found], limit: int, expected: tuple[int, dict[str, int]]) -> None:
    assert names(found, limit) == expected


def test_closed_years_keep_their_part() -> None:
    before = divided(pages("Ekerö", {2024: 3, 2025: 2, 2026: 2}) + SITE, 5).parts
    after = divided(pages("Ekerö", {2024: 3, 2025: 2, 2026: 4, None: 1}) + SITE, 5).parts
    assert before[1:] == after[1:]
    assert before[0] != after[0]


def test_every_page_is_in_one_part() -> None:
    found = SITE + pages("Ekerö", {None: 3, **dict.fromkeys(range(2000, 2027), 4)}) + pages("Malmö", {2001: 9})
    whole = divided(found, 10)
    assert sorted([*whole.common, *(page for part in whole.parts for page in part.pages)], key=str) == sorted(
        found, key=str
    )
    assert max(len(part.pages) for part in whole.parts) <= 10 + 3


def test_a_board_of_twenty_years_is_in_three_parts() -> None:
    found = SITE + pages("Ekerö", dict.fromkeys(range(2006, 2026), 230))
    assert [len(part.pages) for part in divided(found).parts] == [920, 1840, 1840]
    assert PAGES_OF_A_PART == 2_000


def test_what_can_be_chosen() -> None:
    assert choices(pages("Ekerö", {2026: 2, 2025: 1})) == {"år": ["2025", "2026"]}
