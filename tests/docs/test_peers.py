"""What other generators are given to measure them: our frame with words of their own, and the same pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.mkdocs_adapter.handover import ARTICLE, CANONICAL, HEAD, TITLE
from tests.bench.peers import PEERS, Work

FRAME = f"<link href={CANONICAL}><title>{TITLE}</title>{HEAD}<p>{ARTICLE}</p>{CANONICAL}"
NAMES = [name for name, *_ in PEERS]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("is_same", [False, True], ids=["one line", "same page"])
def test_a_peer_has_every_slot_in_its_own_words(tmp_path: Path, name: str, is_same: bool) -> None:
    lay_out = next(lay_out for peer, _, lay_out, _ in PEERS if peer == name)
    (tmp_path / "pages/avux").mkdir(parents=True)
    (tmp_path / "pages/avux/index.md").write_text('---\ntitle: "Gammal"\n---\n\n# Nämnden\n\n---\n', "utf-8")
    data: dict[str, dict[str, str | int]] = {"avux/": {"title": "Nämnden", "djup": 1, "huvud": "<meta>"}}
    layouts = {0: f"<p>{TITLE}{ARTICLE}", **({1: FRAME} if is_same else {})}
    lay_out(Work(tmp_path / "pages", data if is_same else {}, layouts), tmp_path / name)
    texts = {file.name: file.read_text("utf-8") for file in (tmp_path / name).rglob("*") if file.is_file()}
    assert not any(mark in text for text in texts.values() for mark in (CANONICAL, TITLE, HEAD, ARTICLE))
    page = next(text for file, text in texts.items() if file.endswith(".md"))
    assert page.split("---\n", 2)[2] == "\n# Nämnden\n\n---\n"
    assert ('huvud: "<meta>"\n' in page) == ("djup: 1\n" in page) == is_same
    assert any(file.startswith("ram1") for file in texts) == is_same
