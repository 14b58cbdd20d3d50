"""A page as the search engine is given it."""

import pytest

from build_scripts.exports.search_text import searchable
from macros.texts.compounds import CompoundParts

PARTS = CompoundParts(frozenset({"skol", "kommun"}), frozenset({"skjuts", "styrelse"}))
PAGE = """<!doctype html><title>Skolskjuts</title><article><nav>Kommunstyrelsen</nav>
<div class="k" id="x" data-pagefind-body data-titel="A &amp; B>">{}</div></article><footer>Kommunstyrelsen</footer>"""


def read(html: str) -> str:
    """What is handed on inside the page's body."""
    made = searchable(PAGE.format(html), PARTS)
    before = '<html lang="sv"><body><div class="k" data-pagefind-body data-titel="A &amp; B>">'
    after = "</div></body></html>"
    assert made.startswith(before)
    assert made.endswith(after)
    return made.removeprefix(before).removesuffix(after)


def field(words: str) -> str:
    return f'<i data-delar="{words}" data-pagefind-meta="delar[data-delar]"></i>'


@pytest.mark.parametrize(
    ("html", "beside"),
    [
        ("<p>Skolskjutsen dras in.</p>", "skjutsen skol"),
        ("<p>Skolskjutsen eller skol-buss.</p>", "skjutsen"),
        ("<p>Enligt § 43 och §§ 7-9.</p>", "§7 §43"),
        ("<p><b>Skol</b>skjuts. Kommun&shy;styrelsen.</p>", ""),
        (
            "<div data-pagefind-ignore><div>Skolskjuts</div> § 9</div><p data-pagefind-ignore>§ 1<br>§ 2</p><p>§ 3</p>",
            "§3",
        ),
        ("<nav>Skolskjuts</nav><form><label>§ 1</label></form>§ 2", "§2"),
        ("<!-- Skolskjuts <p> § 1 -->", ""),
        ('<a title="Skolskjuts > § 1">x</a>', ""),
    ],
)
def test_what_is_added_beside_the_text(html: str, beside: str) -> None:
    made = read(html)
    assert made.partition("</i>")[0] + "</i>" == field(beside) if beside else "data-delar" not in made


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
            '<section class="s" data-pagefind-weight="4"><h2>Beslut</h2><p>Ja</p></section>',
            '<section class="s" data-pagefind-weight="4"><h2>Beslut</h2> Ja. </section>',
        ),
        ('<dd id="n" data-n="1" data-pagefind-meta="n[data-n]"></dd>', '<dd data-n="1" data-pagefind-meta="n[data-n]"></dd>'),
        ("Ett<br>två<img src=x>", "Ett två"),
        ("<p>1 &lt; 2</p>", " 1 &lt; 2. "),
        ("<p><i>Öppet</p><p>Nästa</p>", " Öppet.  Nästa. "),
        ("Ett</p> två", "Ett två"),
        ("<p>Ett</p><script>x</script><nav><p>Två</p></nav>", " Ett. "),
    ],
    ids=["table", "blocks", "list", "lines", "inline", "heading", "weight", "meta", "void", "entities", "open", "stray", "left"],
)  # fmt: skip
def test_what_is_handed_on(html: str, handed_on: str) -> None:
    assert read(html) == handed_on


def test_what_stands_after_the_body_is_not_read() -> None:
    assert "</div></body></html>" in searchable(PAGE.format("Ett"), PARTS)
    assert "Kommunstyrelsen" not in searchable(PAGE.format("Ett"), PARTS)
