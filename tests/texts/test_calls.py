"""Macro calls: only one function with constant arguments is a call; everything else is told with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from macros.record.source import MARK
from macros.texts.calls import CallFault, evaluate, fill, mark

FORM = 'skriv {{ namn("värde") }}: en funktion med värden inom citattecken eller heltal.'


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ('Senast {{ tidsfrist("anmäl_förhinder") }}.', [("tidsfrist", ("anmäl_förhinder",), 1, 8)]),
        (
            'a\n\n  {{plan("avux", 2018)}} {{ helgdagar(2027) }}',
            [("plan", ("avux", 2018), 3, 3), ("helgdagar", (2027,), 3, 26)],
        ),
        ('{{ f("}}") }}', [("f", ("}}",), 1, 1)]),
        ("inget här", []),
    ],
)
def test_calls_are_found_with_their_places(text: str, calls: list[tuple[object, ...]]) -> None:
    marked = mark(text, "kallelse.md")
    assert [(call.name, call.arguments, call.place.line, call.place.column) for call in marked.calls] == calls
    assert marked.findings == ()
    assert marked.text.count(MARK) == 2 * len(calls)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("{{ 1 + 1 }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(x) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ f("a" * 999999999) }}', 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ f("a") | upper }}', 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(steg='a') }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(True) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ "".__class__ }}', 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("rad\nx {% for a in b %}", 2, 3, "{% kan inte användas i texter."),
        ("{# bort #}", 1, 1, "{# kan inte användas i texter."),
        ("a {{ f(1) }} {{", 1, 14, "Ett makro börjar här men går inte att läsa."),
        ('a\n{{ f("a" }}', 2, 1, "Ett makro börjar här men går inte att läsa."),
        ("a {{- f(1) }}", 1, 3, "Ett plus eller minus intill klamrarna tar bort blanksteg i texten."),
        (f"a {MARK}0{MARK}", 1, 3, "Tecknet U+E000 används av programmet självt."),
    ],
)
def test_everything_else_is_a_finding(text: str, line: int, column: int, message: str) -> None:
    finding = mark(text, "kallelse.md").findings[0]
    assert (finding.rule, finding.place.line, finding.place.column, finding.message) == (
        "makro-form",
        line,
        column,
        message,
    )


def test_lines_are_counted_from_the_first_line_of_the_text() -> None:
    assert mark("a\n{{ f(1) }}", "kallelse.md", 12).calls[0].place.line == 13


def test_values_are_escaped_and_ready_html_takes_its_paragraphs_place() -> None:
    html = f"<p>{MARK}0{MARK}</p><p>före {MARK}1{MARK}</p><p>{MARK}2{MARK}</p>"
    assert fill(html, [Markup("<ul></ul>"), "<b>", "a & b"]) == "<ul></ul><p>före &lt;b&gt;</p><p>a &amp; b</p>"


def test_a_refused_call_is_a_finding_at_its_place() -> None:
    def refuse(_: object) -> str:
        raise CallFault("Inget sådant steg.", "skriv ett annat.")

    values, findings = evaluate(mark("a {{ f(1) }}", "kallelse.md"), refuse)
    assert values == [""]
    assert [(f.rule, f.place.column, f.message, f.remedy) for f in findings] == [
        ("makro-värde", 3, "Inget sådant steg.", "skriv ett annat.")
    ]


@given(st.text(alphabet=st.sampled_from(list("{}%#-+\"'()ab1, \n\\" + MARK)), max_size=40))
def test_no_text_raises_and_no_word_outside_a_call_is_lost(text: str) -> None:
    marked = mark(text, "kallelse.md")
    if not marked.calls and not marked.findings:
        assert marked.text == text
