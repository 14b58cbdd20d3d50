"""Macro calls: only one function with constant arguments is a call; everything else is told with its place."""

from __future__ import annotations

import time

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
        ("{{ f('a', \"b\") }}\n", [("f", ("a", "b"), 1, 1)]),
        ("{{f()}}{{ f ( 1, ) }}", [("f", (), 1, 1), ("f", (1,), 1, 8)]),
        ("{{\nf(\n  1,\n  2)\n}} {{ g(3) }}", [("f", (1, 2), 1, 1), ("g", (3,), 5, 4)]),
        ('{{ f("{{ g(1) }}", "{%", "#}") }}', [("f", ("{{ g(1) }}", "{%", "#}"), 1, 1)]),
        ('{{ f("a" "b") }}', [("f", ("ab",), 1, 1)]),
        ('{{ f("a\\"b\\\\", "\\u00e5\\n") }}', [("f", ('a"b\\', "å\n"), 1, 1)]),
        ("{{ f(1_000, 0x10) }}", [("f", (1000, 16), 1, 1)]),
        ('{{ åäö_nästa("Å") }}', [("åäö_nästa", ("Å",), 1, 1)]),
        ("{{ f(1) }} }} ) {", [("f", (1,), 1, 1)]),
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
        ("{{ }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(-1) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(1.5) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(007) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(1j) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(None) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(...) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(1 2) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(1)(2) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(1); g(2) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ a.f(1) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(*x) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ("{{ f(x:=1) }}", 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ if("a") }}', 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ "a"("b") }}', 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ f("\\x4") }}', 1, 1, "Det här är inget anrop av en funktion med fasta värden."),
        ('{{ f(f"a") }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f(b"a") }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f(r"a") }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f(u"a") }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f("\\d") }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f("a\nb") }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ("{{ f(1) # a }}", 1, 1, "Ett makro börjar här men går inte att läsa."),
        ("{{ f((1)) }}", 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f({"a": 1}) }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ("{{ f(1) }", 1, 1, "Ett makro börjar här men går inte att läsa."),
        ("{{ f(1)) }}", 1, 1, "Ett makro börjar här men går inte att läsa."),
        ('{{ f("a) }}', 1, 1, "Ett makro börjar här men går inte att läsa."),
        ("{% if {{ f(1) }} x", 1, 1, "{% kan inte användas i texter."),
        ("{# {{ f(1) }}", 1, 1, "{# kan inte användas i texter."),
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


def test_what_stands_after_a_finding_is_read_on_unless_nobody_can_tell_where_it_ends() -> None:
    def told(text: str) -> list[tuple[int, int]]:
        return [(finding.place.column, finding.place.length) for finding in mark(text, "kallelse.md").findings]

    assert told("{% a %} {{ 1 }} {# b #} {{ f(x) }}") == [(1, 2), (9, 7), (17, 2), (25, 10)]
    assert told("{{ f(1) }} {{ oj {{ f(x) }} {% a %}") == [(12, 2)]
    assert told("{% a {{ f(x) }}") == [(1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ f(" + "9" * 5000 + ") }}",
        "{{ f(" + "1," * 400_000 + ") }}",
        '{{ f("' + "a" * 1_000_000 + '") }}',
        "{{ f" + "(" * 100_000 + ")" * 100_000 + " }}",
        "{{ " + "-" * 900 + "1 }}",
        "{{ " + "not " * 240 + "1 }}",
        "{{ " + "-" * 1_000_000 + "1 }}",
        "{{ f(" + "[" * 900 + ") }}",
        "{{ f(" + "lambda:" * 130 + "1) }}",
        "{{ f" + "(1)" * 300 + " }}",
        "{{ f(\0) }}",
        "{{ f(1)\ud800 }}",
        "{{" * 500_000,
        "{{ '\"" * 200_000,
        "{% %}{# #}" * 50_000,
        "{%" * 500_000,
        "{{ f(x) }}\n" * 10_000,
    ],
    ids=lambda text: f"{text[:12]!r} of {len(text)}",
)
def test_a_long_or_deep_text_is_told_in_time(text: str) -> None:
    begun = time.process_time()
    marked = mark(text, "kallelse.md")
    assert marked.findings
    assert marked.calls == ()
    assert time.process_time() - begun < 5


@pytest.mark.filterwarnings("error")
@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126) | st.just("å"), max_size=30))
def test_nothing_between_the_braces_warns_or_raises(inside: str) -> None:
    for written in (inside, f"f({inside})", f'f("{inside}")', f'f(1, "{inside}", 2)'):
        marked = mark("{{ " + written + " }}", "kallelse.md")
        assert marked.findings or marked.calls


def test_many_calls_keep_their_places() -> None:
    calls = mark("{{ f(1) }}\n" * 10_000, "kallelse.md").calls
    assert (len(calls), calls[-1].place.line) == (10_000, 10_000)


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
    if not marked.calls:
        assert marked.text == text or marked.findings
    elif not marked.findings:
        plain = [piece for n, piece in enumerate(marked.text.split(MARK)) if n % 2 == 0]
        assert len(plain) == len(marked.calls) + 1
        assert all(piece in text for piece in plain)
