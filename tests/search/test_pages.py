"""Which pages the search finds, what they are found by, and how the search engine is given them."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from build_scripts.exports.search_pages import IndexedPage, Searchable, found_pages, page_names, searchable
from build_scripts.exports.search_words import indexed
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
        ("kommun", "Ekerö"),
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


PARTS = CompoundParts(frozenset({"skol", "kommun", "gatu"}), frozenset({"skjuts", "styrelse", "ljus"}))
TEXT = """<!doctype html><title>Skolskjuts</title><article><nav>Kommunstyrelsen</nav>
<div class="k" id="x" data-sok-sida data-titel="A &amp; B>">{}</div></article><footer>Kommunstyrelsen</footer>"""
AT = IndexedPage("a/index.html", "", None, None, (("slag", "Beslut"), ("organ", "Nämnden <1>")))


def given(html: str, page: IndexedPage = AT) -> Searchable:
    return searchable(html, page, 7, PARTS)


def fields(html: str) -> dict[str, str]:
    """What the engine is given beside the text, by field."""
    return dict(re.findall(r' data-(?!pagefind)([a-z]+)="([^"]*)"', given(html).html))


def content(html: str) -> str:
    """The text that the engine is given, without the mark that ends each word."""
    return (
        given(TEXT.format(html))
        .html.partition("<body ")[2]
        .partition(">")[2]
        .removesuffix("</body></html>")
        .replace("þ", "")
    )


def shown(html: str) -> dict[str, list[str]]:
    """What goes along with the page's address, to be shown."""
    return parse_qs(given(html).address.partition("?")[2])


@pytest.mark.parametrize(
    ("html", "around"),
    [
        ("<p>Skolskjutsen dras in.</p>", "skjut skol"),
        ("<p>Skolskjutsen eller skol-buss.</p>", "skjut"),
        ("<p>Gatuljuset.</p>", "gat gatu ljus"),
        ("<p><b>Kom</b>munen. Kommun&shy;styrelsen.</p>", "styrelsen"),
        ("<p data-sok-ej>Skolskjuts</p><nav>Skolskjuts</nav><!-- Skolskjuts -->", ""),
        ("<dl><dt>Handläggare</dt><dd>Chefen</dd></dl>", "handläggare chef"),
        ('<h2>Beslut</h2><p class="k-meta">Rad</p><span class="k-lage k-lage--x">Klart</span>', "beslut rad klart"),
        ("<table><caption>Tabell</caption><tr><th>Post</th></tr></table>", "tabell post"),
    ],
)
def test_what_stands_around_the_text_and_what_its_words_are_made_of(html: str, around: str) -> None:
    found = fields(TEXT.format(html))["kring"].split()
    assert found[-1] == "þ"
    assert set(found[:-1]) == {indexed(word) for word in (*around.split(), "nämnden", "1")}


@pytest.mark.parametrize(
    ("html", "text", "words"),
    [
        ("<p>Ett</p><p>Två.</p><p>Tre<b>!</b></p>", "Ett. Två. Tre!", "ett tvæ tre"),
        ("<ul><li>Ett</li><li>Två</li></ul>", "Ett. Två.", "ett tvæ"),
        ("<table><tr><td>A</td><td></td><td>1,2</td></tr></table>", "A · 1,2 ·", "a 1k2"),
        ("<table><tr><td>1 900 000</td><td>210</td></tr></table>", "1 900 000 · 210 ·", "1900000 210"),
        ('<section class="k-prosa"><h3>Skick</h3><p>Bra</p></section>', "Bra.", "<h3>skick </h3>bra"),
        (
            '<section class="k-paragraf"><h2 data-sok-visa>§ 2 Val</h2><p data-sok-ej>Nej</p></section>',
            "§ 2 Val.",
            "<h2>par2 val </h2>",
        ),
        (
            '<section data-sok-vikt="4"><h2>Beslut</h2><p>Ja</p></section>',
            "Ja.",
            '<section data-pagefind-weight="4">ja </section>',
        ),
        (
            '<dl><dd data-sok-vikt="8" data-nummer="2017:43">EXN/2017:43</dd></dl>',
            None,
            '<dd data-pagefind-weight="8">exn2017d43 2017d43 </dd>',
        ),
        ("Ett<br>två<img src=x>", "Ett två", "ett tvæ"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3.", "1 2 3"),
        ("<p><i>Öppet</p><p>Nästa</p>", "Öppet. Nästa.", "øpp nəst"),
        ("Ett</p> två", "Ett två", "ett tvæ"),
        ("<p>Ett</p><script>x</script><nav><p>Två</p></nav>", "Ett.", "ett"),
        ("<p>Enligt § 43 och EXN/2026:0017.</p>", "Enligt § 43 och EXN/2026:0017.", "enl par43 och exn2026d17 2026d17"),
    ],
    ids=[
        *("blocks", "list", "cells", "numbers", "headings of a text", "a heading that is shown", "weight", "number"),
        *("void", "entities", "open", "stray", "left", "references"),
    ],
)
def test_what_is_shown_and_what_is_searched(html: str, text: str | None, words: str) -> None:
    assert shown(TEXT.format(html)).get("text", [None]) == [text]
    assert content(html).strip() == words


def test_what_stands_after_the_body_is_not_read() -> None:
    assert "kommunstyrel" not in given(TEXT.format("Ett")).html


def test_what_is_shown_goes_with_the_address() -> None:
    marks = 'data-sok-sida data-datum="2017-09-14" data-arende="arenden/x/" data-paragraf="4"'
    html = f"<div {marks}><h1>Å? 100 % &amp; b</h1>Text</div>"
    assert given(html).address == (
        "a/?slag=Beslut&organ=Nämnden+<1>&titel=Å%3F+100+%25+%26+b&datum=2017-09-14&arende=arenden/x/&paragraf=4&text=Text"
    )
    assert shown(html)["titel"] == ["Å? 100 % & b"]
    assert given("<p data-sok-sida></p>", IndexedPage("x.html", "", None, None, ())).address == "x.html"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (
            'data-slag="Sammanträde" data-datum="2017-09-14"',
            {"dag": "d20170914þ d0914þ m201709þ y2017þ", "slag": "sammantrədþ"},
        ),
        ('data-slag="Protokoll" data-datum="2017-09-14"', {"slag": "protokollþ"}),
        ('data-titel="Ett namn"', {"title": "ettþ namnþ"}),
        ('data-titel="Ett namn" data-sok-litet="ja"', {"liten": "ettþ namnþ"}),
        ('data-titel="Ett namn" data-slag="Organ"', {"title": "ettþ namnþ", "egen": "ettþ namnþ", "slag": "organþ"}),
        ('data-enhet="Skolan"', {}),
        ('data-enhet="Skolan" data-manad="2017-08"', {"dag": "m201708þ", "enhet": "skolanþ"}),
        ('data-roll="Ledamot"', {"roll": "ledamotþ"}),
        ('data-roll="Ordförande"', {"roll": "ordførþ nəmndþ 1þ"}),
        ('data-roll="Andre vice ordförande"', {"vice": "andrþ vicþ ordførþ nəmndþ 1þ"}),
    ],
)
def test_the_fields_of_a_page(marks: str, expected: dict[str, str]) -> None:
    found = fields(f"<div data-sok-sida {marks}>Text</div>")
    assert {name: value for name, value in found.items() if name not in ("kring", "plats")} == expected
    assert ("d20170914þ" in found["kring"]) == ("datum" in marks)


def test_the_words_that_a_page_is_written_in() -> None:
    html = '<div data-sok-sida data-titel="Å-plan"><p>Nämnden av 2017, X1.</p><dl><dd>Ordförande</dd></dl></div>'
    assert given(html).written == {"plan", "nämnden", "ordförande"}
