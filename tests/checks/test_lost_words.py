"""Words and numbers of a text against those of its page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.checks.lost_words import changes, same, shown, written
from macros.texts.prose import prose, uncleaned

KEPT = [
    "5. Fem\n6. Sex\n\nText.\n\n7. Sju\n",
    "1. Ett\n   1. Ett ett\n   2. Ett två\n2. Två\n",
    "- punkt\n  3. tre\n  4. fyra\n",
    "3) tre\n4) fyra\n",
    "Kostnaden är 3 827 552 kr, det vill säga -2,5 %.\n",
    "[text](https://example.se/a/b?x=1&y=2) och <https://example.se/q?a=1> samt <namnden@example.se>\n",
    "[text](/avux/2017-09-14/) och [å](https://example.se/%C3%A5)\n",
    "[text](<https://example.se/a b>)\n",
    "2\\*3\\*4 och a\\_b, snake_case_ord och _kursivt_ ord\n",
    "`kod *med* stjärnor` och\n\n```yaml\nnyckel: [1, 2]\n```\n\n~~~\ntext\n~~~\n",
    "| A | B |\n|---|--:|\n| 1 | 2 |\n| 3 |\n",
    "Rubrik\n======\n\nUnderrubrik\n---\n\n# Rad 1 #\n",
    "> citat\n> 5. fem\n",
    "    indragen kod 12\n",
    "1986\\. Ett bra år.\n",
    "| A<br>B | C |\n|---|---|\n| `<br>`<br>2 | 3 |\n",
    "Ett[^1] två[^B]. Åter[^1] `[^x]`.\n\n[^1]: Not 1.\n[^b]: Not b.\n\n    5. Fem\n    6. Sex\n",
    "Om 3 < 5 & 7 > 6 gäller 100 %.\n",
    "foo](bar) och [hakar] utan länk\n",
]

CHANGED = [
    ("Talet 2*3*4.", ['"2 3 4" blir "234" på sidan.']),
    ("Text.\n\n[ann]: sidan", ['"ann sidan" kommer inte med på sidan.']),
    (
        "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |",
        ['"3" kommer inte med på sidan.', '"6" kommer inte med på sidan.'],
    ),
    ("1. a\n1. b", ['"1" blir "2" på sidan.']),
    ("07. sju", ['"07" blir "7" på sidan.']),
    ("Barn &amp; unga", ['"amp" kommer inte med på sidan.']),
    ("&nbsp;", ['"nbsp" kommer inte med på sidan.']),
    ("&#53; kr", ['"53" blir "5" på sidan.']),
    ("![karta](a.png)", ['"karta a png" kommer inte med på sidan.']),
    ('[text](https://example.se/ "en rubrik")', ['"en rubrik" kommer inte med på sidan.']),
    ("**Be**slut", ['"Be slut" blir "Beslut" på sidan.']),
]


@pytest.mark.parametrize("text", KEPT)
def test_words_that_the_page_keeps(text: str) -> None:
    assert same(text, uncleaned(text)), (written(text), shown(uncleaned(text)))


@pytest.mark.parametrize(("text", "messages"), CHANGED)
def test_words_that_the_page_would_change(text: str, messages: list[str]) -> None:
    html = uncleaned(text)
    assert not same(text, html)
    assert [change.message for change in changes(text, html)] == messages


@pytest.mark.parametrize("text", [text for text in KEPT if "|" not in text])
def test_the_page_itself_has_the_words_that_were_compared(text: str) -> None:
    """Tables are left out: their hidden caption is the page's own addition."""
    assert shown(prose(text)) == shown(uncleaned(text))


@given(st.text(alphabet=st.sampled_from("ab 12\n*_`[]()!<>&;#|:-.~\\ÅÄ\t"), max_size=80))
def test_any_text_is_compared_without_an_exception(text: str) -> None:
    html = uncleaned(text)
    found = list(changes(text, html))
    assert bool(found) or written(text) == shown(html)


@pytest.mark.parametrize(
    "text",
    ["*a" * 50_000, "[a" * 50_000, "`" * 100_000, "` `` " * 20_000, "&amp; " * 20_000, "1. a\n" * 10_000, "<a " * 30_000,
     "| a " * 20_000, "{{ " * 30_000, "~~~ a\n" * 20_000, "> " * 2_000 + "a"],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_a_hostile_text_is_compared_in_a_second(text: str) -> None:
    start = time.process_time()
    html = uncleaned(text)
    if not same(text, html):
        assert len(list(changes(text, html))) <= 10
    assert time.process_time() - start < 1
