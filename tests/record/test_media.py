"""What files are called in HTTP, said once."""

from __future__ import annotations

import pytest

from macros.record.media import ending, media_type
from tests.site.projects import ROOT


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("karta.pdf", "application/pdf"),
        ("KARTA.PDF", "application/pdf"),
        ("kalender/avux/sammantraden.ics", "text/calendar"),
        ("feed/allt.xml", "application/atom+xml"),
        ("data/votes.json", "application/json"),
        ("sida.html", None),
        ("pdf", None),
    ],
)
def test_a_name_tells_what_the_file_is(name: str, kind: str | None) -> None:
    assert media_type(name) == kind


def test_no_dot_is_no_ending() -> None:
    assert [ending(name) for name in ("karta", "karta.tar.GZ", "a.b/karta")] == ["", "gz", ""]


@pytest.mark.parametrize(
    "said",
    ['"application/pdf"', '"text/csv"', '"text/calendar"', '"application/atom+xml"', 'ZoneInfo("Europe/Stockholm")'],
)
def test_it_is_said_in_one_place(said: str) -> None:
    code = [file for room in ("macros", "build_scripts") for file in (ROOT / room).rglob("*.py")]
    assert sum(file.read_text("utf-8").count(said) for file in code) == 1
