"""The search engine's program as a service."""

import random
from pathlib import Path
from typing import Any

import pytest

from build_scripts.exports import search_engine
from build_scripts.exports.search import index
from build_scripts.exports.search_engine import EngineFailed, indexed
from build_scripts.report import BuildFailed
from tests.search.sites import frame

DRAW = random.Random(1)
WORDS = [f"{sign}rende{number}" for sign in "äbå" for number in range(200)]
PAGES = [
    (f"a/{number}/", f"<html><body data-pagefind-body><p>{' '.join(DRAW.choices(WORDS, k=90))}</p></body></html>")
    for number in range(60)
]


def test_the_same_pages_in_the_same_order_give_the_same_bytes() -> None:
    """The order is ours: were it the engine's own, the other order would give the same."""
    made = indexed(PAGES)
    assert indexed(PAGES) == made
    assert indexed(PAGES[::-1]).keys() != made.keys()
    assert sum(name.endswith(".pf_fragment") for name in made) == len(PAGES)


def test_what_the_engine_refuses_is_told() -> None:
    """Only a page without an address is refused, and no caller has one."""
    page = ("a/", "<html><body data-pagefind-body>Ett</body></html>")
    nowhere: Any = (None, page[1])
    with pytest.raises(EngineFailed, match="Either source_path or url must be provided"):
        indexed([page, nowhere])


def test_an_engine_that_ends_is_told_with_what_it_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = tmp_path / "motor"
    engine.write_text("#!/bin/sh\necho Inget minne kvar. >&2\n")
    engine.chmod(0o755)
    monkeypatch.setattr(search_engine, "get_executable", lambda: engine)
    with pytest.raises(EngineFailed, match=r"^Inget minne kvar\.$"):
        indexed(PAGES)
    frame(tmp_path)
    with pytest.raises(BuildFailed, match=r"^Sökindexet kunde inte byggas: Inget minne kvar\.$"):
        index(tmp_path)


def test_a_folder_that_cannot_be_indexed(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"Sökindexet kunde inte byggas: "):
        index(tmp_path / "borta")
