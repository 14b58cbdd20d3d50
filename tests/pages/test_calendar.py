"""The calendar's grids: what stands on a day in words, and the last days of appeal beside the meetings."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import SMALL, built

MOVED = (
    "---\ndatum: 2026-04-23\nläge: planerat\n"
    "flyttningar:\n  - från: 2026-04-16\n    till: 2026-04-23\n    skäl: Val\n---\n"
)
OFF = "---\ndatum: 2026-05-21\nläge: inställt\nskäl: Få ärenden.\n---\n"


def _said(html: str) -> dict[str, str]:
    """What each marked day of the small grids says, by where it leads."""
    found = re.findall(
        r'<td><a href="\.\./kalender/(\S+)">\d+<span class="visuellt-dold">: (.*?)</span></a></td>', html
    )
    return {place: said.replace("\N{NO-BREAK SPACE}", " ") for place, said in found}


def test_the_months_ahead_have_a_grid_that_says_what_each_day_holds(tmp_path: Path) -> None:
    files = {**SMALL, "parknamnden/2026-04-16/kallelse.md": MOVED, "parknamnden/2026-05-21/kallelse.md": OFF}
    page = built(tmp_path, files)["kalender/"].html
    assert _said(page) == {
        "2026-03/#d12": "Parknämnden kallat",
        "2026-04/#d16": "Parknämnden flyttat till torsdag 23 april 2026",
        "2026-04/#d23": "Parknämnden planerat, Flyttat",
        "2026-05/#d21": "Parknämnden inställt",
    }
    assert page.count('class="k-manad__rutnat"') == 3


def test_a_last_day_of_appeal_stands_in_its_month_and_among_what_is_coming(tmp_path: Path) -> None:
    pages = built(tmp_path, HELD)
    notices = {
        address: page for address, page in pages.items() if re.fullmatch(r"anslagstavla/parknamnden-.*", address)
    }
    assert notices
    month = Fragment(pages["kalender/2026-03/"].html)
    last = [line for line in month.lines if line.startswith("Sista dag att överklaga")]
    assert last == ["Sista dag att överklaga: Parknämnden"] * 2
    assert any(f"../../{address}" in month.links for address in notices)
    coming = [line for line in Fragment(pages["kalender/"].html).lines if line.startswith("Sista dag att överklaga")]
    assert len(coming) == 2


def test_what_is_coming_stands_in_the_order_of_its_days(tmp_path: Path) -> None:
    between = {"parknamnden/2026-03-12/kallelse.md": "---\ndatum: 2026-03-12\nläge: planerat\n---\n"}
    html = built(tmp_path, {**HELD, **between})["kalender/"].html
    coming = re.findall(r'<li data-till="([^"]*)"[^>]*>\n<a [^>]*>(\w+)', html)
    assert coming == [("2026-03-06", "Sista"), ("2026-03-12", "Parknämnden"), ("2026-03-20", "Sista")]


def test_short_names_of_a_month_are_told(tmp_path: Path) -> None:
    short = SMALL["parknamnden/organ.md"].replace("slag: nämnd\n", "slag: nämnd\nförkortning: PN\n")
    pages = built(tmp_path, {**SMALL, "parknamnden/organ.md": short})
    assert "PN: Parknämnden (Ekstads kommun)" in Fragment(pages["kalender/2026-03/"].html).lines
    assert "PN:" not in pages["kalender/2026-12/"].html
