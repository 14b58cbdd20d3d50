"""A body's year of attendance and votes: counted from approved minutes, the picture and the table the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.facts.day import Day
from macros.pages.presence import years_of_presence
from macros.record.reading import read
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import built

ROOT = Path(__file__).parents[2]


def test_the_table_says_who_was_there_and_voted(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)["parknamnden/ledamoter/"].html).lines
    table = lines[lines.index("Närvaro och röster 2026") :]
    assert table[1:6] == ["Namn", "Parti", "Sammanträden", "Var med på", "Omröstningar"]
    rows = {tuple(table[n : n + 5]) for n in range(6, len(table) - 4, 5)}
    assert ("Alma Ek", "S", "1", "1", "1") in rows
    picture = lines[lines.index("Sammanträden 2026 som var och en var med på") :]
    assert picture[picture.index("Alma Ek") + 1] == "1"


def test_the_shipped_years_add_up_to_what_each_persons_page_says() -> None:
    facts = Day(read(ROOT)[0], dt.date(2026, 11, 28))
    seen = 0
    for body in facts.archive.bodies:
        found = years_of_presence(facts, body)
        for one in facts.people.of(body):
            rows = [row for year in found for row in year.rows if row.one is one]
            assert sum(row.there for row in rows) == one.times_there
            assert sum(row.meetings for row in rows) == len(one.attended)
            assert sum(row.votes for row in rows) == len(one.votes)
            assert all(row.there <= row.meetings for row in rows)
            seen += len(rows)
        assert [year.year for year in found] == sorted((year.year for year in found), reverse=True)
    assert seen > 20
