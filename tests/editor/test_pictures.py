"""Pages of attachments as pictures, drawn for whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import sleep

import pytest
from pdfplumber import display
from pdfplumber.page import Page

from build_scripts.editor.pictures import picture
from tests.editor.test_attachments import pdf


def test_one_page_is_drawn_at_a_time_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
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
    content = pdf("Karta", "Skala")
    with ThreadPoolExecutor(4) as asking:
        drawn = [*asking.map(lambda number: picture(content, number, asked_about), [1, 2, 1, 2])]
    assert [one and one[:4] for one in drawn] == [b"\x89PNG"] * 4
    assert drawn[:2] == drawn[2:]
