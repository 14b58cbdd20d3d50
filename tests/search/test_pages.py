"""Which pages the search finds, what they are found by, and how the search engine is given them."""

from pathlib import Path

import pytest

from build_scripts.exports.search_pages import IndexedPage, found_pages, page_names, searchable
from macros.remembered import with_memory
from macros.texts.compounds import CompoundParts
from tests.site.projects import write

PAGE = """<!doctype html><title>Skolskjuts – Arkivet</title><article class="k-artikel">
<nav>Kommunstyrelsen</nav>
<div class="k-sida" data-sok-sida data-titel="A &amp; B" data-slag="Ärende" data-kommun="Ekerö"
 data-ar="2017" data-datum="2017-09-14" data-enhet="Parken">
<span data-organ="Nämnden &lt;1&gt;"></span><span data-organ="Styrelsen"></span>
{}
</div></article><footer>Kommunstyrelsen</footer>"""


def test_pages_and_what_they_are_found_by(tmp_path: Path) -> None:
    write(tmp_path, "a/index.html", PAGE)
    write(tmp_path, "om/index.html", '<article class="x" data-sok-sida data-slag="Sida"></article>')
    write(tmp_path, "404.html", "<article>Borta</article>")
    write(tmp_path, "pagefind/x.html", PAGE)
    choices = (
        ("slag", "Ärende"),
        ("år", "2017"),
        ("enhet", "Parken"),
        ("organ", "Nämnden <1>"),
        ("organ", "Styrelsen"),
    )
    found = found_pages(tmp_path, page_names(tmp_path, "pagefind"), {})
    assert found == (
        IndexedPage("a/index.html", "Ekerö", 2017, "2017-09-14", choices),
        IndexedPage("om/index.html", "", None, None, (("slag", "Sida"),)),
    )
    assert [page.address for page in found] == [
        "a/?slag=%C3%84rende&organ=N%C3%A4mnden+%3C1%3E&organ=Styrelsen",
        "om/?slag=Sida",
    ]
    assert IndexedPage("x.html", "", None, None, ()).address == "x.html"


def test_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="har inga sidor"):
        page_names(tmp_path, "pagefind")


def test_what_is_known_of_a_page_is_not_read_again(tmp_path: Path) -> None:
    class Kept(dict[tuple[str, ...], str]):
        def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
            return self.get((kind, *made_from))

        def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
            self[kind, *made_from] = made

    write(tmp_path, "a/index.html", PAGE)
    write(tmp_path, "404.html", "<article>Borta</article>")
    names, keys = ("404.html", "a/index.html"), {"a/index.html": "1", "404.html": "2"}
    with with_memory(Kept()):
        first = found_pages(tmp_path, names, keys)
        for name in names:
            (tmp_path / name).unlink()
        assert found_pages(tmp_path, names, keys) == first
        with pytest.raises(FileNotFoundError):
            found_pages(tmp_path, names, {**keys, "404.html": "3"})
    assert [(page.name, page.key) for page in first] == [("a/index.html", "1")]


PARTS = CompoundParts(frozenset({"skol", "kommun"}), frozenset({"skjuts", "styrelse"}))
TEXT = """<!doctype html><title>Skolskjuts</title><article><nav>Kommunstyrelsen</nav>
<div class="k" id="x" data-sok-sida data-titel="A &amp; B>">{}</div></article><footer>Kommunstyrelsen</footer>"""
MARKS = 'data-pagefind-body data-pagefind-sort="plats[data-plats]" data-pagefind-meta='


def read(html: str) -> tuple[str, str]:
    """What is handed on of the page's body, and what is added beside it."""
    made = searchable(TEXT.format(html), 7, PARTS)
    marks, _, text = made.removeprefix(f'<html lang="sv"><body {MARKS}').removesuffix("</body></html>").partition(">")
    before, _, beside = marks.removesuffix(' ‿"').removesuffix('‿"').partition(' data-delar="')
    assert before == '"title[data-title], delar[data-delar]" data-plats="7" data-title="A &amp; B&gt;"'
    return text, beside


@pytest.mark.parametrize(
    ("html", "beside"),
    [
        ("<p>Skolskjutsen dras in.</p>", "skjutsen skol"),
        ("<p>Skolskjutsen eller skol-buss.</p>", "skjutsen"),
        ("<p>Enligt § 43 och §§ 7-9.</p>", "§7 §43"),
        ("<p><b>Skol</b>skjuts. Kommun&shy;styrelsen.</p>", ""),
        (
            "<div data-sok-ej><div>Skolskjuts</div> § 9</div><p data-sok-ej>§ 1<br>§ 2</p><p>§ 3</p>",
            "§3",
        ),
        ("<nav>Skolskjuts</nav><form><label>§ 1</label></form>§ 2", "§2"),
        ("<!-- Skolskjuts <p> § 1 -->", ""),
        ('<a title="Skolskjuts > § 1">x</a>', ""),
    ],
)
def test_what_is_added_beside_the_text(html: str, beside: str) -> None:
    assert read(html)[1] == beside


@pytest.mark.parametrize(
    ("html", "handed_on"),
    [
        ("<table><tr><th>Mnkr</th><th>Budget</th></tr><tr><td>1,2</td></tr></table>", " Mnkr.  Budget.  1,2. "),
        ("<p>Ett</p><p>Två.</p><p>Tre<b>!</b></p>", " Ett.  Två.  Tre! "),
        ("<ul><li>Ett</li><li>Två</li></ul>", "  Ett.  Två.  "),
        ("<p>Ett</p>\n", " Ett. \n"),
        ("<dl><dt>Slag</dt>\n<dd>Beslut</dd></dl>", "Slag\nBeslut"),
        ('<h2 id="om">Om <a href="x">detta</a></h2>Ja', "<h2>Om detta</h2>Ja"),
        (
            '<section class="s" data-sok-vikt="4"><h2>Beslut</h2><p>Ja</p></section>',
            '<section data-pagefind-weight="4"><h2>Beslut</h2> Ja. </section>',
        ),
        (
            '<dd id="n" data-sok-vikt="8" data-nummer="2017:43">D/2017:43</dd>',
            '<dd data-pagefind-weight="8" data-nummer="2017:43" data-pagefind-meta="nummer[data-nummer]">D/2017:43</dd>',
        ),
        ("Ett<br>två<img src=x>", "Ett två"),
        ("<p>1 &lt; 2</p>", " 1 &lt; 2. "),
        ("<p><i>Öppet</p><p>Nästa</p>", " Öppet.  Nästa. "),
        ("Ett</p> två", "Ett två"),
        ("<p>Ett</p><script>x</script><nav><p>Två</p></nav>", " Ett. "),
    ],
    ids=["table", "blocks", "list", "lines", "inline", "heading", "weight", "meta", "void", "entities", "open", "stray", "left"],
)  # fmt: skip
def test_what_is_handed_on(html: str, handed_on: str) -> None:
    assert read(html)[0] == handed_on


def test_what_stands_after_the_body_is_not_read() -> None:
    assert "Kommunstyrelsen" not in searchable(TEXT.format("Ett"), 0, PARTS)


def test_a_page_without_title_is_given_its_place_and_its_day() -> None:
    assert searchable('<p data-sok-sida data-datum="2017-09-14">Ett</p>', 3, PARTS) == (
        f'<html lang="sv"><body {MARKS}"datum[data-datum], delar[data-delar]" '
        'data-plats="3" data-datum="2017-09-14" data-delar="‿">Ett</body></html>'
    )
