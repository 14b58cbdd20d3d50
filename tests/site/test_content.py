"""Hand-written pages: their addresses, and what is put into them."""

import datetime as dt
from pathlib import Path

import pytest
from markupsafe import Markup

from build_scripts.content import ContentPage, address_of, content_pages, finished
from macros.facts.day import Day
from macros.record.archive import Archive
from macros.record.source import MARK


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("index.md", ""),
        ("om.md", "om/"),
        ("hjalp/index.md", "hjalp/"),
        ("hjalp/regler.md", "hjalp/regler/"),
        ("hjalp/djup/index.md", "hjalp/djup/"),
        ("indexen.md", "indexen/"),
    ],
)
def test_the_address_of_a_page(name: str, address: str) -> None:
    assert address_of(name) == address


def test_values_are_put_in_and_only_tables_written_by_hand_get_a_box() -> None:
    page = ContentPage("", "", "", ("a < b", Markup('<table class="k-plan"></table>')))
    html = f"<p>{MARK}0{MARK}</p>\n<table>\n<tr></tr>\n</table>\n<p>{MARK}1{MARK}</p>\n<table></table>"
    assert finished(page, html) == (
        "<p>a &lt; b</p>\n"
        '<div class="k-tabell" role="region" aria-label="Tabell 1" tabindex="0">\n<table>\n<tr></tr>\n</table>\n</div>\n'
        '<table class="k-plan"></table>\n'
        '<div class="k-tabell" role="region" aria-label="Tabell 2" tabindex="0">\n<table></table>\n</div>'
    )


def test_a_page_that_git_could_not_put_together_is_told_and_nothing_else_of_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    page = "---\nfel: {{ nej }}\n<<<<<<< HEAD\n# A {{ nej }}\n=======\n# B\n>>>>>>> origin/main\n"
    (tmp_path / "content/om.md").write_text(page, encoding="utf-8")
    pages, found = content_pages(tmp_path, Day(Archive(), dt.date(2026, 11, 22)))
    assert pages == {}
    assert [(str(finding.place), finding.rule) for finding in found] == [("content/om.md:3:1", "sammanfogning")]
