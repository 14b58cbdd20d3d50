"""Hand-written pages: their addresses, and what is put into them."""

import pytest
from markupsafe import Markup

from build_scripts.site.content import ContentPage, address_of, finished
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
