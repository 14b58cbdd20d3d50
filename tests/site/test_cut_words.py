"""Long words in Chromium: none is cut or widens the page, and those that are parted get a hyphen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.measured import LARGE, opened, resized, widens

pytestmark = pytest.mark.xdist_group("browser")

LONG = "Sammanträdesordningsförberedelsekommittéledamotskonferensens"


@pytest.mark.parametrize("where", [".k-grannar a", ".k-brodsmulor li:last-child", ".k-brodsmulor a"])
def test_a_long_word_does_not_widen_the_page(page: Page, root: str, where: str) -> None:
    opened(page, f"{root}exempelnamnden/2026-10-22/", 1280)
    page.evaluate("([where, word]) => { document.querySelector(where).textContent = word }", [where, LONG])
    right = (
        "one => { const r = document.createRange(); r.selectNodeContents(one); return r.getBoundingClientRect().right }"
    )
    for width in (1280, 320):
        if width == 320:
            page.evaluate(LARGE)
        resized(page, width)
        assert widens(page) <= 0, width
        assert page.locator(where).first.evaluate(right) <= width


def test_a_breadcrumb_keeps_the_stroke_on_its_last_line(page: Page, root: str) -> None:
    opened(page, f"{root}exempelnamnden/2026-10-22/", 390)
    page.evaluate("one => document.querySelectorAll('.k-brodsmulor a')[1].textContent = one", "Miljö- och byggnämnden")
    ends = """li => { const box = li.getBoundingClientRect(), words = [...li.firstElementChild.getClientRects()].at(-1);
      return box.bottom - words.bottom }"""
    crumb = page.locator(".k-brodsmulor li").nth(1)
    for width in range(260, 130, -2):
        crumb.evaluate("(li, width) => li.style.maxWidth = `${width}px`", width)
        assert crumb.evaluate(ends) < 10, width


CUT = r"""() => {
  const found = [], walker = document.createTreeWalker(document.querySelector(".k-mitt"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    for (const word of node.data.matchAll(/(?<![\p{L}\d\u00AD])[\p{L}\d]{3,}(?![\p{L}\d\u00AD])/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
      if (new Set(lines).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
"""The words that stand on two lines of the page, but for those that soft hyphens part.

The tests' browser knows no Swedish hyphens, so each of them is cut.
"""


@pytest.mark.parametrize(
    "address",
    [
        "avux/",
        "avux/2017-09-14/effektiviseringar-infor-2018/",
        "anslagstavla/",
        "kalender/",
        "exempelnamnden/sammantradesordning/2026/",
    ],
)
def test_no_word_of_a_table_a_fact_or_a_state_is_cut(page: Page, root: str, address: str) -> None:
    opened(page, root + address, 1280)
    for width in (1280, 390):
        resized(page, width)
        assert page.evaluate(CUT) == [], width


@pytest.mark.parametrize("address", ["avux/", "tillganglighet/", "arenden/avux-2017-26/"])
def test_no_word_of_a_heading_is_cut_on_the_smallest_phone(page: Page, root: str, address: str) -> None:
    opened(page, root + address, 320)
    heading = page.locator("h1").inner_text()
    assert [word for word in page.evaluate(CUT) if word in heading] == []


def test_words_that_are_parted_get_a_hyphen(page: Page, root: str) -> None:
    opened(page, f"{root}avux/sammantradesordning/2018/", 320)
    for where in ("h1", "th", "td", ".k-grannar", ".k-brodsmulor"):
        assert page.locator(where).first.evaluate("one => getComputedStyle(one).hyphens") == "auto", where
