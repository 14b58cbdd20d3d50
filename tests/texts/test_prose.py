"""Prose: safe, whole, and shaped for the page it stands on."""

from __future__ import annotations

import re

import pytest

from macros.texts.prose import prose, safe_html, without_title
from tests.pages.html import Fragment

SAFE = [
    ("vanlig text", "Ett stycke.", "<p>Ett stycke.</p>"),
    ("mall är text", "{{ 7*7 }} och {% if x %}", "<p>{{ 7*7 }} och {% if x %}</p>"),
    ("rå HTML utelämnas", "a <b onclick=x>b</b> c", "<p>a b c</p>"),
    ("skript utelämnas", "<script>alert(1)</script>\n\nEfter.", "\n<p>Efter.</p>"),
    ("lista som börjar på 5", "5. fem\n6. sex", '<ol start="5">\n<li>fem</li>\n<li>sex</li>\n</ol>'),
    ("en våg är ingen strykning", "~5~ och ~~struket~~", "<p>~5~ och <del>struket</del></p>"),
    ("javascript-länk", "[x](javascript:alert)", "<p><a>x</a></p>"),
    ("data-länk", "[x](data:text/html,y)", "<p><a>x</a></p>"),
    ("http utan s", "[x](http://example.se/)", "<p><a>x</a></p>"),
    ("https", "[x](https://example.se/?a=1&b=2)", '<p><a href="https://example.se/?a=1&amp;b=2">x</a></p>'),
    ("e-post", "<namnd@example.se>", '<p><a href="mailto:namnd@example.se">namnd@example.se</a></p>'),
    ("länk från roten", "[x](/avux/2017/)", '<p><a href="../../avux/2017/">x</a></p>'),
    ("länk till annan värd", "[x](//ond.example.se/)", '<p><a href="../../ond.example.se/">x</a></p>'),
    ("bakstreck", r"[x](\\\\ond.example.se/)", '<p><a href="%5C%5Cond.example.se/">x</a></p>'),
    ("bild", "![bild](x.png)", "<p></p>"),
    ("titel på länk", '[x](https://example.se "titel")', '<p><a href="https://example.se">x</a></p>'),
]


@pytest.mark.parametrize(("markdown", "html"), [case[1:] for case in SAFE], ids=[case[0] for case in SAFE])
def test_only_text_and_shape_pass(markdown: str, html: str) -> None:
    assert prose(markdown, root="../../").rstrip("\n") == html


HEADINGS = [
    ("från h1", "# A\n\n## B\n\n# C", 2, [(2, "A"), (3, "B"), (2, "C")]),
    ("hål fylls", "# A\n\n#### B", 3, [(3, "A"), (4, "B")]),
    ("djup först", "### A\n\n# B\n\n### C", 2, [(2, "A"), (2, "B"), (3, "C")]),
    ("tom rubrik", "#\n\n## B", 2, [(2, "B")]),
    ("aldrig under h6", "# A\n\n## B\n\n### C", 5, [(5, "A"), (6, "B"), (6, "C")]),
]


@pytest.mark.parametrize(
    ("markdown", "level", "headings"), [case[1:] for case in HEADINGS], ids=[case[0] for case in HEADINGS]
)
def test_headings_start_at_the_level_of_the_page(markdown: str, level: int, headings: list[tuple[int, str]]) -> None:
    assert Fragment(prose(markdown, level)).headings == headings


def test_a_note_is_led_to_by_its_number_and_leads_back_once() -> None:
    text = "En[^å] och[^B] en[^å].\n\n[^å]: Ett.\n[^b]: Två.\n"
    assert (
        prose(text)
        == """<p>En<sup class="footnote-ref"><a href="#not-1" id="till-not-1" aria-label="Fotnot 1">1</a></sup> \
och<sup class="footnote-ref"><a href="#not-2" id="till-not-2" aria-label="Fotnot 2">2</a></sup> \
en<sup class="footnote-ref"><a href="#not-1" aria-label="Fotnot 1">1</a></sup>.</p>
<section class="footnotes" aria-label="Fotnoter">
<ol>
<li id="not-1">
<p>Ett. <a href="#till-not-1" class="footnote-backref" aria-label="Tillbaka till texten">↩</a></p>
</li>
<li id="not-2">
<p>Två. <a href="#till-not-2" class="footnote-backref" aria-label="Tillbaka till texten">↩</a></p>
</li>
</ol>
</section>
"""
    )


BREAKS = [
    ("i en cell och i rubriken", "| A<br>B |\n|---|\n| 1<br>2<br>3 |", ["A<br>B", "1<br>2<br>3"]),
    ("bara så skrivet", "| A<br/>B |\n|---|\n| 1<BR>2 |", ["AB", "12"]),
    ("kod är text", "| A |\n|---|\n| `<br>` |", ["A", "<code>&lt;br&gt;</code>"]),
    ("inte i stycken", "a<br>b | c\n\n| A |\n|---|\n| 1 |", ["A", "1"]),
]


@pytest.mark.parametrize(("markdown", "cells"), [case[1:] for case in BREAKS], ids=[case[0] for case in BREAKS])
def test_a_cell_may_hold_several_lines(markdown: str, cells: list[str]) -> None:
    html = prose(markdown)
    assert re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html) == cells
    assert html.count("<br>") == "".join(cells).count("<br>")


def test_a_table_has_a_name_header_scopes_and_its_figures_to_the_right() -> None:
    table = '## Pengar & "mål"\n\n|  | Belopp | Not |\n|---|---|--:|\n| Träd | 1 200 kr | a |\n| Gräs | −7,5 % | b |\n'
    assert (
        prose(table)
        == """<h2>Pengar &amp; "mål"</h2>
<div class="k-tabell" role="region" aria-label="Tabell 1: Pengar &amp; &quot;mål&quot;" tabindex="0">\
<table><caption class="visuellt-dold">Tabell 1: Pengar &amp; "mål"</caption>
<thead>
<tr><td></td><th class="k-siffra" scope="col">Belopp</th><th class="k-siffra" scope="col">Not</th></tr>
</thead>
<tbody>
<tr><td>Träd</td><td class="k-siffra">1 200 kr</td><td class="k-siffra">a</td></tr>
<tr><td>Gräs</td><td class="k-siffra">−7,5 %</td><td class="k-siffra">b</td></tr>
</tbody>
</table></div>
"""
    )


def test_a_column_with_any_word_stays_to_the_left() -> None:
    assert "k-siffra" not in prose("| a | b |\n|---|---|\n| x | 1 |\n| y | omkring 2 |\n")


def test_tables_count_up_and_work_inside_quotes() -> None:
    two = "| a |\n|---|\n| x |\n\n> | b |\n> |---|\n> | y |\n"
    html = prose(two)
    assert [label in html for label in ('aria-label="Tabell 1"', 'aria-label="Tabell 2"')] == [True, True]
    assert Fragment(html).faults == []


def test_safe_html_adds_no_words() -> None:
    assert Fragment(safe_html("# A\n\n| b |\n|---|\n| c |\n")).lines == ["A", "b", "c"]


TITLES = [
    ("en rubrik", "# Plan för träd\n\nTräden är många.", "\nTräden är många.\n"),
    ("av lägre nivå, med punkt", "## plan för träd.\nTräden är många.", "Träden är många.\n"),
    ("fet", "**Plan för träd**\n\nTräden är många.", "\nTräden är många.\n"),
    ("understruken", "Plan för träd\n=====\n\nTräden är många.", "\nTräden är många.\n"),
    ("ensam", "\nPlan  för träd\n\nTräden är många.", "\nTräden är många.\n"),
    ("första orden i en mening", "Plan för träd\när viktig.", "Plan för träd\när viktig."),
    ("en annan rubrik", "# Plan för träden\n\nMånga.", "# Plan för träden\n\nMånga."),
    ("längre ner", "Om:\n\n# Plan för träd\n", "Om:\n\n# Plan för träd\n"),
    ("tom", "", ""),
]


@pytest.mark.parametrize(("text", "left"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_a_text_does_not_begin_with_the_title_that_the_page_has_said(text: str, left: str) -> None:
    assert without_title(text, "Plan för träd") == left
