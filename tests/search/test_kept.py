"""Parts of the index that are kept from an earlier build."""

import shutil
from pathlib import Path

import pytest

from build_scripts.exports import search, search_parts
from build_scripts.exports.search_kept import Known, clear, part_of
from build_scripts.exports.search_pages import Found
from tests.search.sites import frame, item
from tests.site.projects import contents, write

PAGES = [Found("a/index.html", "Ekerö", 2017, None, (), "1"), Found("b/index.html", "Ekerö", 2017, None, (), "2")]
CHANGED = [PAGES[0], Found("b/index.html", "Ekerö", 2017, None, (), "3")]
UNKNOWN = [PAGES[0], Found("b/index.html", "Ekerö", 2017, None, ())]


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
    monkeypatch.setattr(search_parts.divided, "__defaults__", (3,))
    monkeypatch.setattr(search_parts.parts_of, "__defaults__", (3,))
    frame(tmp_path)
    for number in range(4):
        item(tmp_path, f"{number}", year=2010 + number // 2)
    keys = dict.fromkeys(contents(tmp_path), "1")
    seen: list[str] = []
    files = search.index(tmp_path, Known(keys), seen.append)
    assert seen == ["ekero-2011-2011", "ekero-2010-2010"]
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
