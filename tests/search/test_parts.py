"""How a large index is divided, and which parts of it are kept from an earlier build."""

import shutil
from pathlib import Path

import pytest

from build_scripts.exports import search, search_parts
from build_scripts.exports.search_pages import IndexedPage
from build_scripts.exports.search_parts import PAGES_OF_A_PART, Known, choices, clear, divided, part_of
from tests.search.sites import frame, item
from tests.site.projects import contents, write


def pages(municipality: str, years: dict[int | None, int]) -> list[IndexedPage]:
    return [
        IndexedPage(f"{municipality}/{year}/{number}/index.html", municipality, year, None, (("år", str(year)),))
        for year, count in years.items()
        for number in range(count)
    ]


def names(found: list[IndexedPage], limit: int) -> dict[str, int]:
    return {part.name: len(part.pages) for part in divided(found, limit)}


SITE = pages("", {None: 2})


@pytest.mark.parametrize(
    ("found", "limit", "expected"),
    [
        (SITE + pages("Ekerö", {2024: 3}), 5, {"sidor": 5}),
        (
            SITE + pages("Ekerö", {2024: 3, 2025: 2, 2026: 2}),
            5,
            {"sidor": 2, "ekero-2026-2026": 2, "ekero-2024-2025": 5},
        ),
        (SITE + pages("Ekerö", {2024: 3, None: 4}), 5, {"sidor": 2, "ekero-2024-2024": 7}),
        (SITE + pages("Ekerö", {2020: 9, 2021: 1}), 5, {"sidor": 2, "ekero-2021-2021": 1, "ekero-2020-2020": 9}),
        (
            SITE + pages("Ekerö", {2026: 3}) + pages("Malmö stad", {2025: 3}),
            5,
            {"sidor": 2, "ekero-2026-2026": 3, "malmo-stad-2025-2025": 3},
        ),
        (SITE + pages("Ekerö", {None: 6}), 5, {"sidor": 2, "ekero": 6}),
        (pages("Ekerö", {2024: 3, 2025: 3}), 5, {"ekero-2025-2025": 3, "ekero-2024-2024": 3}),
    ],
    ids=["small", "years", "no year", "a year is whole", "municipalities", "only without year", "nothing in common"],
)
def test_parts_by_municipality_and_years(found: list[IndexedPage], limit: int, expected: dict[str, int]) -> None:
    assert names(found, limit) == expected


def test_the_handbook_is_a_part_of_its_own() -> None:
    handbook = [IndexedPage("hjalp/index.html", "", None, None, (("slag", "Handbok"),))]
    assert names([*handbook, *SITE], 5) == {"sidor": 2, "handbok": 1}
    assert names([*handbook, *SITE, *pages("Ekerö", {2025: 3, 2026: 3})], 5) == {
        "sidor": 2,
        "ekero-2026-2026": 3,
        "ekero-2025-2025": 3,
        "handbok": 1,
    }


def test_closed_years_keep_their_part() -> None:
    before = divided(pages("Ekerö", {2024: 3, 2025: 2, 2026: 2}) + SITE, 5)
    after = divided(pages("Ekerö", {2024: 3, 2025: 2, 2026: 4, None: 1}) + SITE, 5)
    assert (before[0], before[2:]) == (after[0], after[2:])
    assert before[1] != after[1]


def test_every_page_is_in_one_part() -> None:
    found = SITE + pages("Ekerö", {None: 3, **dict.fromkeys(range(2000, 2027), 4)}) + pages("Malmö", {2001: 9})
    whole = divided(found, 10)
    assert sorted((page for part in whole for page in part.pages), key=str) == sorted(found, key=str)
    assert max(len(part.pages) for part in whole) <= 10 + 3


def test_a_board_of_twenty_years_is_in_three_parts() -> None:
    found = SITE + pages("Ekerö", dict.fromkeys(range(2006, 2026), 230))
    assert [len(part.pages) for part in divided(found, PAGES_OF_A_PART)] == [2, 920, 1840, 1840]
    assert PAGES_OF_A_PART == 2_000


def test_what_can_be_chosen() -> None:
    assert choices(pages("Ekerö", {2026: 2, 2025: 1})) == {"år": ["2025", "2026"]}


PAGES = [
    IndexedPage("a/index.html", "Ekerö", 2017, None, (), "1"),
    IndexedPage("b/index.html", "Ekerö", 2017, None, (), "2"),
]
CHANGED = [PAGES[0], IndexedPage("b/index.html", "Ekerö", 2017, None, (), "3")]
UNKNOWN = [PAGES[0], IndexedPage("b/index.html", "Ekerö", 2017, None, ())]


def test_a_parts_key_is_of_all_it_is_made_from() -> None:
    keys = [
        Known(program="x").key("p", PAGES),
        Known(program="y").key("p", PAGES),
        Known(program="x").key("q", PAGES),
        Known(program="x").key("p", CHANGED),
        Known(program="x").key("p", PAGES[:1]),
    ]
    assert len({*keys}) == len(keys)
    assert keys[0] == Known({"a": "b"}, {"c": "d"}, "x").key("p", PAGES)
    assert Known(program="x").key("p", UNKNOWN) == ""


@pytest.mark.parametrize(
    ("files", "kept"),
    [
        ({"p/a": "1", "p/index/b": "1", "pagefind.js": "2", "index/c": "2", "delar.json": "9"}, {"p", ""}),
        ({"p/a": "1", "p/index/b": None, "pagefind.js": "2"}, {""}),
        ({"p/a": "1", "p/b": "0", "pagefind.js": "2", "index/c": None}, set()),
        ({"q/a": "", "p/a": "1"}, {"p"}),
        ({}, set()),
    ],
    ids=["all", "one file is not as it was", "one file is older", "a part without key", "nothing"],
)
def test_a_part_is_kept_when_all_of_it_is_there(files: dict[str, str | None], kept: set[str]) -> None:
    assert Known(files=files).kept({"": "2", "p": "1", "q": ""}, "delar.json") == kept


@pytest.mark.parametrize(
    ("name", "part"),
    [("pagefind.js", ""), ("index/sv_1.pf_index", ""), ("fragment/", ""), ("ekero-2017/x", "ekero-2017"), ("p/", "p")],
)
def test_the_part_of_a_file(name: str, part: str) -> None:
    assert part_of(name) == part


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ({"p"}, {"p/a"}),
        ({""}, {"x.js", "index/b"}),
        (set(), set()),
        ({"", "p", "q"}, {"x.js", "index/b", "p/a", "q/c"}),
    ],
)
def test_what_is_not_kept_is_removed(tmp_path: Path, kept: set[str], left: set[str]) -> None:
    for name in ("x.js", "index/b", "p/a", "q/c"):
        write(tmp_path, name, "")
    clear(tmp_path, kept)
    assert set(contents(tmp_path)) == left


def test_only_the_part_of_a_changed_page_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_parts, "PAGES_OF_A_PART", 3)
    monkeypatch.setattr(search_parts, "PAGES_OF_A_PART", 3)
    frame(tmp_path)
    for number in range(4):
        item(tmp_path, f"{number}", year=2010 + number // 2)
    keys = dict.fromkeys(contents(tmp_path), "1")
    seen: list[str] = []
    files = search.index(tmp_path, Known(keys), seen.append)
    assert set(seen) == {"sidor", "ekero-2011-2011", "ekero-2010-2010"}
    assert set(files) == {name for name in contents(tmp_path) if name.startswith("pagefind/")}
    before = contents(tmp_path)

    there: dict[str, str | None] = {name.removeprefix("pagefind/"): key for name, key in files.items()}
    seen.clear()
    assert search.index(tmp_path, Known(keys, there), seen.append) == files
    assert (seen, contents(tmp_path)) == ([], before)

    item(tmp_path, "2", year=2011, report="Ändrat.")
    changed = search.index(tmp_path, Known({**keys, "2/index.html": "2"}, there), seen.append)
    assert seen == ["ekero-2011-2011"]
    assert {name.split("/")[1] for name in files | changed if files.get(name) != changed.get(name)} == {
        "ekero-2011-2011"
    }
    anew = tmp_path.with_name("anew")
    shutil.copytree(tmp_path, anew, ignore=shutil.ignore_patterns("pagefind"))
    search.index(anew)
    assert contents(anew / "pagefind") == contents(tmp_path / "pagefind")
