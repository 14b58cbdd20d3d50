"""What is surely whole is whole: every fault that `verify` tells is at least a doubt here."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.site.sound import Soundness, facts_of
from build_scripts.site.verify import Expected, is_surely_whole
from tests.site.test_verify import CASES, EXPECTED, GOOD

PLAIN = {name: content.replace('href="fel"', "fel") for name, content in GOOD.items()}
"""A good site without words that look like a link."""

JUDGED_IN_FULL = ("404.html", "assets/a.css")
OF_THE_FRAME = ("empty page", "cut page", "no policy", "wrong canonical address")
"""Faults that only a frame can have; frames are judged in full."""

_PARTS = re.compile(
    r"<head>(?P<head>.*)<title>.*</title></head><body><article id=\"innehall\">(?P<article>.*)</article>", re.DOTALL
)
_IN_FRAME = re.compile(r"<(?:meta|link)[^>]*>|<script src[^>]*></script>")


def is_whole(
    folder: Path,
    changes: dict[str, str | None],
    expected: Expected = EXPECTED,
    judged: tuple[str, ...] = JUDGED_IN_FULL,
) -> bool:
    """Whether the good site with these changes is surely whole."""
    pages = Soundness()
    names = set()
    for name, content in (PLAIN | changes).items():
        if content is None:
            continue
        names.add(name)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
        found = _PARTS.search(content)
        if name.endswith(".html") and name not in judged and found:
            # The policy, styles and scripts of GOOD's heads stand in the frame.
            head = found["head"].replace(_policy(PLAIN["404.html"]), "")
            if content == PLAIN.get(name):
                head = _IN_FRAME.sub("", head)
            pages.add(name, facts_of(name, "Sida", head, found["article"], expected.site_url))
            pages.ids.setdefault(name, set()).add("innehall")
    return is_surely_whole(folder, frozenset(names), expected, pages, judged)


def _policy(page: str) -> str:
    return page.partition("<head>")[2].partition("<title>")[0]


def test_a_good_site_is_surely_whole(tmp_path: Path) -> None:
    assert is_whole(tmp_path, {})


def test_words_that_look_like_a_link_are_doubt(tmp_path: Path) -> None:
    assert not is_whole(tmp_path, {"avux/index.html": GOOD["avux/index.html"]})


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name][1] and name not in OF_THE_FRAME])
def test_a_fault_is_never_surely_whole(tmp_path: Path, name: str) -> None:
    assert not is_whole(tmp_path, CASES[name][0])


@pytest.mark.parametrize("name", OF_THE_FRAME)
def test_a_fault_of_the_frame_is_seen_in_full(tmp_path: Path, name: str) -> None:
    assert not is_whole(tmp_path, CASES[name][0], judged=(*JUDGED_IN_FULL, "index.html"))


def test_a_released_address_may_not_go_missing(tmp_path: Path) -> None:
    released = replace(EXPECTED, released=frozenset(("avux/2017/",)))
    assert not is_whole(tmp_path, {}, released)


@pytest.mark.parametrize("searchable", [True, False])
def test_links_to_the_search_index_need_it_only_where_it_is_built(tmp_path: Path, searchable: bool) -> None:
    page = PLAIN["index.html"].replace("</article>", '<a href="pagefind/pagefind.js">S</a></article>')
    expected = replace(EXPECTED, unbuilt=() if searchable else ("pagefind/",))
    assert is_whole(tmp_path, {"index.html": page}, expected) is not searchable


@pytest.mark.parametrize(
    "article",
    [
        *("<a href=avux/>A</a>", "<a href='avux/'>A</a>", "<p style=x>A</p>", "<!-- A -->"),
        *('<img src="assets/a.svg" alt="">', '<a href="ftp://example.se/">A</a>'),
    ],
)
def test_what_is_written_in_an_unknown_way_is_doubt(tmp_path: Path, article: str) -> None:
    page = PLAIN["index.html"].replace("</article>", f"{article}</article>")
    assert not is_whole(tmp_path, {"index.html": page})
