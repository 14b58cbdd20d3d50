"""A vote party by party: counts as a table with a bar each, from the names and the parties of the day."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.facts.paragraphs import Decided
from macros.facts.people import Cast
from macros.pages.build import promises
from macros.pages.votes import by_party
from macros.record.reading import read
from macros.record.votes import Vote
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import built

ROOT = Path(__file__).parents[2]
FACTS = Day(read(ROOT)[0], dt.date(2026, 11, 28))
PAGES = {promise.address: promise for promise in promises(FACTS)}
VOTES = [
    pytest.param(one, vote, id=f"{one.place} {n}")
    for minuted in FACTS.minutes
    for one in minuted.decided
    if one.is_shown
    for n, vote in enumerate(one.paragraph.votes)
]


@pytest.mark.parametrize("address", ["protokoll/47/", "protokoll/", "initiativ-om-avgiftsfri-parkering/"])
def test_each_party_has_its_counts_and_a_bar_of_them(address: str) -> None:
    page = PAGES[f"exempelnamnden/2026-10-22/{address}"].make().html
    lines = Fragment(page).lines
    start = lines.index("Votering i § 47, parti för parti")
    assert lines[start:][:16] == [
        "Votering i § 47, parti för parti",
        "Parti", "Ja", "Nej",
        "BY", "–", "3",
        "EK", "3", "–",
        "SJ", "2", "–",
        "LY", "1", "–",
    ]  # fmt: skip
    table = page[page.index('<table class="k-partier">') :].partition("</table>")[0]
    assert re.findall(r'<rect class="k-partier__(\w+)" x="([\d.]+)%" width="([\d.]+)%"', table) == [
        ("no", "0.0", "100.0"),
        ("yes", "0.0", "100.0"),
        ("yes", "0.0", "66.67"),
        ("yes", "0.0", "33.33"),
    ]


@pytest.mark.parametrize(("one", "vote"), VOTES)
def test_the_parties_add_up_to_the_vote(one: Decided, vote: Vote) -> None:
    parties = by_party(FACTS, one, vote)
    counts = {cast: sum(party.counts[cast] for party in parties) for cast in Cast}
    named = {Cast.YES: vote.yes, Cast.NO: vote.no, Cast.ABSTAINED: vote.abstained}
    assert counts == {cast: len(names) for cast, names in named.items()}
    for party in parties:
        ends = [(part.start, part.start + part.length) for part in party.bar]
        assert all(abs(before[1] - after[0]) < 0.02 for before, after in pairwise(ends))
        assert ends[-1][1] <= 100.02


def test_a_side_without_names_gives_no_table_of_the_others(tmp_path: Path) -> None:
    minutes = HELD["parknamnden/2026-02-12/protokoll.md"].replace("        ja: [Alma Ek, Cia Rönn]\n", "")
    found = built(tmp_path, {**HELD, "parknamnden/2026-02-12/protokoll.md": minutes})
    assert not [page.address for page in found.values() if "k-partier" in page.html]


def test_a_body_without_known_parties_has_no_such_table(tmp_path: Path) -> None:
    files = {name: text for name, text in HELD.items() if not name.endswith("ledamoter.md")}
    assert not [page.address for page in built(tmp_path, files).values() if "k-partier" in page.html]
