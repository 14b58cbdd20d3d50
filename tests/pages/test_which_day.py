"""Which day a page speaks of: each page that the day matters to says it, and no other page changes with the days."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

from macros.pages.build import pages
from tests.pages.records import record
from tests.pages.test_inputs import RICH

DAYS = [
    dt.date(2026, 1, 20) + dt.timedelta(days=n)
    for n in (0, 14, 15, 24, 36, 45, 46, 60, 61, 85, 98, 120, 122, 150, 200, 400)
]
"""Days before, at and after the notices, the meetings and the end of every time that runs from them."""


def test_a_page_that_does_not_say_its_day_is_the_same_on_every_later_day(tmp_path: Path) -> None:
    archive = record(tmp_path, RICH)
    made = {today: {page.address: page.html for page in pages(archive, today)} for today in DAYS}
    silent: set[str] = set()
    for before, after in pairwise(DAYS):
        said = f'data-laget="{before}"'
        told = {address for address, html in made[before].items() if said in html}
        changed = {
            address for address, html in made[before].items() if address not in told and made[after][address] != html
        }
        assert changed == set(), (before, after)
        silent |= made[before].keys() - told
    assert silent
