"""The page of usual mistakes shows what the program says, one clear finding for each, and leads to the rule."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from macros.addresses import slug
from tests.checks.case import ITEM, SOUND
from tests.docs.mistakes import MISTAKES, PAGE, messages, shown, written
from tests.guard.granska import NUMBER


@pytest.fixture
def of_guard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the guard says of a personal number."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    text = f"---\nrubrik: Skolskjuts\n---\n\nSökanden, {NUMBER}, har yttrat sig.\n"
    (tmp_path / ITEM).write_text(text, encoding="utf-8")
    assert main(["granska", "--katalog", str(tmp_path), str(tmp_path / ITEM)]) == 1
    return capsys.readouterr().out.split("\n\n")[0] + "\n"


def test_the_page_shows_what_the_program_says(of_guard: str) -> None:
    if os.environ.get("SKRIV_SVAR"):
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(written(page, messages(of_guard)), encoding="utf-8")
    assert shown(PAGE.read_text(encoding="utf-8")) == list(messages(of_guard))


def test_there_are_twenty_and_each_is_one_finding(of_guard: str) -> None:
    counts = [len(re.findall(r": (?:fel|varning)\[", message)) for message in messages(of_guard)]
    assert counts == [1] * 20


def test_each_mistake_has_a_heading_and_leads_to_its_rule() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rules = [name.split("/")[0] for name in MISTAKES] + ["personnummer"]
    assert re.findall(r"^### .* \{: #([a-z-]+) \}$", page, re.MULTILINE) == [slug(rule) for rule in rules]
    links = re.findall(r" \[Regeln (.+)\]\(\.\./regler/(.+)/\)$", page, re.MULTILINE)
    assert links == [(rule, slug(rule)) for rule in rules]
