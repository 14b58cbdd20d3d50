"""What several threads ask for at once, as the desk and the preview do, is what one alone gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Lock
from time import sleep

import pytest
from pdfplumber import display
from pdfplumber.page import Page
from pypdf import PdfReader

from build_scripts.editor.pictures import picture
from build_scripts.exports.pdf.typesetting import stamps
from macros.texts.commonmark import as_html
from tests.guard.documents import pdf

THREADS = 4
TEXT = (
    "Nämnden ~~avslår~~ bifaller[^1].\n\n| År | Belopp |\n| --- | ---: |\n| 2026 | ~~10~~ 20 |\n\n[^1]: ~~Nej~~ ja.\n"
    * 20
)


def _stamped() -> int:
    """How many pages were set; their bytes tell the second."""
    return len(PdfReader(BytesIO(stamps([(595.0, 842.0)] * 3, ["Ärende 1", "Ärende 2", "Ärende 3"]))).pages)


@pytest.mark.parametrize("work", [lambda: as_html(TEXT), _stamped], ids=["Markdown", "pages"])
def test_all_get_what_one_gets(work: Callable[[], object]) -> None:
    alone = work()
    with ThreadPoolExecutor(THREADS) as asking:
        assert all(asked.result() == alone for asked in [asking.submit(work) for _ in range(200)])


def test_one_page_is_drawn_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser asks for all pages of a document at once; two that were drawn together ended the whole desk."""
    drawing, draw = Lock(), Page.to_image

    def alone(page: Page, resolution: int) -> display.PageImage:
        assert drawing.acquire(blocking=False)
        sleep(0.05)
        try:
            return draw(page, resolution)
        finally:
            drawing.release()

    def asked_about(text: str) -> Iterable[str]:
        return ["Karta"]

    monkeypatch.setattr(Page, "to_image", alone)
    content = pdf(("Karta", "Skala"))
    with ThreadPoolExecutor(THREADS) as asking:
        drawn = [*asking.map(lambda number: picture(content, number, asked_about), [1, 2, 1, 2])]
    assert [one and one[:4] for one in drawn] == [b"\x89PNG"] * 4
    assert drawn[:2] == drawn[2:]
