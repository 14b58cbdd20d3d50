"""The text field in Chromium: Word and Excel become Markdown with their tables, and the text is shown as it will look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.editor.projects import ITEM, project
from tests.editor.running import desk
from tests.site.browser import window
from tests.site.projects import TODAY

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.slow]

WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body>
<!--StartFragment--><h1>Bakgrund<o:p></o:p></h1>
<p class=MsoNormal>Taxan är från <b>2019</b> och
gäller * alla.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Bad</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>Kallbad</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Först</p>
<table class=MsoTableGrid><tr><td><p>År</p></td><td><p><b>Kr</b></p></td></tr>
<tr><td><p>2026</p></td><td><p>1 200 | 1 300</p></td></tr></table><!--EndFragment--></body></html>
"""
MARKDOWN = """\
## Bakgrund

Taxan är från **2019** och gäller \\* alla.

- Bad
   - Kallbad
1. Först

| År | **Kr** |
| --- | --- |
| 2026 | 1 200 \\| 1 300 |"""
PASTED: dict[str, tuple[dict[str, str], str]] = {
    "word": ({"text/html": WORD, "text/plain": "x"}, MARKDOWN),
    "a list of the web": (
        {"text/html": "<ul><li>Ett<ol><li>Inre</li></ol></li><li>Två</li></ul>"},
        "- Ett\n   1. Inre\n- Två",
    ),
    "excel": (
        {"text/html": "<table><tr><td>A<td>B</tr><tr><td colspan=2>C</tr></table>", "text/plain": "A\tB\nC\t"},
        "| A | B |\n| --- | --- |\n| C |  |",
    ),
    "a table without form": ({"text/plain": "A\tB\r\n1\t2\r\n"}, "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    "a script": ({"text/html": "<p>Ett</p><p><script>alert(1)</script>Två</p>"}, "Ett\n\nTvå"),
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """The form of an item."""
    root = project(tmp_path_factory.mktemp("arkiv"))
    with desk(root, TODAY) as address:
        opened = window(browser)
        opened.goto(address)
        opened.goto(f"{opened.url}redigera?fil={ITEM}")
        yield opened


PASTE = """(data) => {
    const field = document.getElementById("text");
    field.focus(); field.select();
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(data)) clipboardData.setData(kind, text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    return field.dispatchEvent(event);
}"""


@pytest.mark.parametrize(("data", "expected"), PASTED.values(), ids=PASTED)
def test_what_is_pasted_becomes_markdown(data: dict[str, str], expected: str, page: Page) -> None:
    assert page.evaluate(PASTE, data) is False
    assert page.locator("#text").input_value() == expected


def test_plain_text_is_left_to_the_browser(page: Page) -> None:
    assert page.evaluate(PASTE, {"text/html": "<p>Bara ord</p>", "text/plain": "Bara ord"}) is True


def test_the_tools_write_and_the_text_is_shown_beside(page: Page) -> None:
    page.locator("#text").fill("Taxan")
    page.locator("#text").press("Control+A")
    page.get_by_role("button", name="Fet").press("Enter")
    expect(page.locator("#text")).to_have_value("**Taxan**")
    page.get_by_role("button", name="Visa hur det blir").press("Enter")
    shown = page.get_by_role("region", name="Så blir texten")
    expect(shown.locator("strong")).to_have_text("Taxan")
    page.locator("#text").fill("## Ny taxa")
    expect(shown.locator("h2, h3")).to_have_text("Ny taxa")


def test_who_writes_before_the_script_has_come_writes_on(page: Page) -> None:
    late: list[Route] = []
    page.route("**/text.js", lambda route: late.append(route))
    with page.expect_request("**/text.js"):
        page.goto(page.url, wait_until="commit")
    page.locator("#text").focus()
    late[0].continue_()
    page.locator(".r-verktyg").first.wait_for()
    expect(page.locator("#text")).to_be_focused()
    page.unroute("**/text.js")
