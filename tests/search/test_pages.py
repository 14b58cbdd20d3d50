"""What the search engine is given to read."""

from pathlib import Path

import pytest

from build_scripts.exports.search_pages import Found, found_pages, searchable
from macros.search.compounds import Parts
from tests.site.projects import write

PARTS = Parts(frozenset({"skol", "kommun"}), frozenset({"skjuts", "styrelse"}))

PAGE = """<!doctype html><title>Skolskjuts – Arkivet</title><article class="k-artikel">
<nav>Kommunstyrelsen</nav>
<div class="k-sida" data-pagefind-body data-titel="A &amp; B" data-slag="Ärende" data-kommun="Ekerö"
 data-ar="2017" data-datum="2017-09-14"
 data-pagefind-filter="slag[data-slag], år[data-ar]">
<span data-organ="Nämnden &lt;1&gt;" data-pagefind-filter="organ[data-organ]"></span>
{}
</div></article><footer>Kommunstyrelsen</footer>"""
BODY = PAGE[PAGE.index("<article") : PAGE.index("</article>") + len("</article>")]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("<p>Skolskjutsen dras in.</p>", "skjutsen skol styrelsen kommun"),
        ("<p>Enligt § 43 och §§ 7-9.</p>", "§7 §43 styrelsen kommun"),
        ("<p>Skol&shy;skjuts</p>", "styrelsen kommun"),
        (
            "<div data-pagefind-ignore><div>Skolskjuts</div> § 9</div><p data-pagefind-ignore>§ 1<br>§ 2</p><p>§ 3</p>",
            "§3 styrelsen kommun",
        ),
    ],
    ids=["compound", "paragraphs", "soft hyphen", "left out"],
)
def test_what_is_added_beside_the_text(text: str, beside: str) -> None:
    field = (
        f'<i data-delar="{" ".join(sorted(beside.split(), key=_order))}" data-pagefind-meta="delar[data-delar]"></i>'
    )
    made = searchable(PAGE.format(text), PARTS)
    article = BODY.format(text)
    assert made.replace(field, "") == f'<html lang="sv"><body>{article}</body></html>'
    assert f'år[data-ar]">{field}\n' in made


def _order(word: str) -> tuple[bool, int, str]:
    return word.startswith("§"), int(word[1:]) if word.startswith("§") else 0, word


def test_a_page_without_compounds_stays_as_it_is() -> None:
    page = '<html><article data-pagefind-body data-pagefind-filter="slag:Sida"><h1>Om</h1></article></html>'
    assert searchable(page, PARTS) == '<html lang="sv"><body>' + page[6:-7] + "</body></html>"


def test_pages_and_what_they_are_found_by(tmp_path: Path) -> None:
    write(tmp_path, "a/index.html", PAGE)
    write(
        tmp_path, "om/index.html", '<article class="x" data-pagefind-body data-pagefind-filter="slag:Sida"></article>'
    )
    write(tmp_path, "404.html", "<article>Borta</article>")
    write(tmp_path, "pagefind/x.html", PAGE)
    assert found_pages(tmp_path, "pagefind") == (
        Found(
            "a/index.html", "Ekerö", 2017, "2017-09-14", (("slag", "Ärende"), ("år", "2017"), ("organ", "Nämnden <1>"))
        ),
        Found("om/index.html", "", None, None, (("slag", "Sida"),)),
    )


def test_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="har inga sidor"):
        found_pages(tmp_path, "pagefind")
