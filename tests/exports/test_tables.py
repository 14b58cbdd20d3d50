"""The tables of open data, as a spreadsheet program reads them."""

from __future__ import annotations

import csv
import datetime as dt
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from build_scripts.exports.tables import files
from macros.facts.day import Day
from macros.pages.build import pages
from macros.pages.open_table import ColumnKind
from macros.pages.open_tables import TABLES
from macros.record.archive import Archive
from macros.record.reading import read
from macros.record.reuse import Reuse
from tests.pages.held import HELD
from tests.pages.records import LIST, record
from tests.site.projects import ROOT

SITE = "https://arkiv.example.se/kommun/"
TODAY = dt.date(2026, 3, 2)


def made(archive: Archive, today: dt.date = TODAY) -> dict[str, str]:
    """All files by name."""
    return {name: one.content().decode() for name, one in files(Day(archive.without_drafts, today), SITE).items()}


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table by the names of their columns."""
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\r")
    return list(csv.DictReader(text[1:].splitlines(keepends=True), delimiter=";"))


def test_every_table_of_the_shipped_record_is_as_it_is_described() -> None:
    found = made(read(ROOT)[0], dt.date(2026, 11, 29))
    for table in TABLES:
        told = json.loads(found[f"{table.address}-metadata.json"])
        columns = told["tableSchema"]["columns"]
        kinds = {column["titles"]: column["datatype"] for column in columns}
        content = rows(found[table.address])
        assert content
        for row in content:
            assert list(row) == list(kinds)
            for name, cell in row.items():
                if cell and kinds[name] == "integer":
                    assert str(int(cell)) == cell
                if cell and kinds[name] == "date":
                    assert dt.date.fromisoformat(cell).isoformat() == cell
            assert row["adress"].startswith(SITE)


@pytest.fixture
def held(tmp_path: Path) -> dict[str, list[dict[str, str]]]:
    """The tables of a board that has met, by name."""
    found = made(record(tmp_path, HELD))
    return {table.name: rows(found[table.address]) for table in TABLES}


def test_decisions_are_the_approved_paragraphs_that_are_shown(held: dict[str, list[dict[str, str]]]) -> None:
    assert [row["paragraf"] for row in held["beslut"]] == ["1", "2", "4", "5"]
    assert held["beslut"][1] == {
        "organ": "parknamnden",
        "organets_namn": "Parknämnden",
        "kommun": "Ekstads kommun",
        "påhittat": "nej",
        "sammanträde": "2026-02-12",
        "paragraf": "2",
        "rubrik": "Nya bänkar",
        "diarienummer": "PN/2026:3",
        "utfall": "Ändrat jämfört med förslaget",
        "beslut": "Nämnden köper åtta bänkar.\nBänkarna står klara i maj.",
        "justerat": "2026-02-12",
        "anslaget": "2026-02-13",
        "adress": f"{SITE}parknamnden/2026-02-12/protokoll/2/",
    }


def test_what_was_done_is_told_from_the_day_that_its_page_was_published(tmp_path: Path) -> None:
    ledger = (
        "adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n"
        "kalender/sammantraden.ics\t1\t2026-02-01\t\t\t\n"
        "parknamnden/2026-02-12/protokoll/\t1\t2026-02-14\t\t\t\n"
        "parknamnden/2026-02-12/nya-bankar/\t1\t2026-02-05\t\t\t\n"
    )
    withdrawn = "---\npubliceras: maskat\nskäl: personuppgifter\ntillbakadragen: 2026-03-01\n---\n"
    files = {**HELD, "utgivet/adresser.tsv": ledger, "parknamnden/2026-02-12/01-nya-bankar.md": withdrawn}
    found = made(record(tmp_path, files))
    minutes, item = (f"{SITE}parknamnden/2026-02-12/{name}/" for name in ("protokoll", "nya-bankar"))
    expected = [
        ("2026-02-05", "publicerad", "", "", item),
        ("2026-02-14", "justerat", "§ 2", "", minutes),
        ("2026-02-14", "publicerad", "", "", minutes),
        ("2026-02-26", "justerat", "§§ 1, 3–5", "", minutes),
        ("2026-03-01", "tillbakadragen", "", "handlingen innehåller personuppgifter", item),
    ]
    told = rows(found["data/andringar.csv"])
    assert [tuple(row.values()) for row in told] == expected
    assert json.loads(found["data/changes.json"]) == [{k: v for k, v in row.items() if v} for row in told]


def test_the_licence_is_told_where_the_settings_have_one(tmp_path: Path) -> None:
    archive = record(tmp_path, HELD)
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    for reuse, told in ((Reuse(), None), (Reuse(licence), {"@id": licence})):
        found = made(replace(archive, reuse=reuse))
        assert json.loads(found["data/beslut.csv-metadata.json"]).get("dc:license") == told
        page = next(one for one in pages(replace(archive, reuse=reuse), TODAY) if one.address == "data/")
        assert ("Ingen licens är angiven." in page.html) is (told is None)
        assert (f'<a href="{licence}" rel="license">' in page.html) is (told is not None)


def test_a_meetings_items_are_counted_as_on_its_page(tmp_path: Path) -> None:
    """Those that are not shown have a line and a number there; one that was struck is not on the agenda any more."""
    items = {
        f"parknamnden/2026-02-12/2{number}-{name}.md": f"---\nrubrik: {name}\n{keys}---\n"
        for number, (name, keys) in enumerate(
            {
                "hemlig": "publiceras: nej\nskäl: sekretess\n",
                "maskad": "publiceras: maskat\nskäl: sekretess\n",
                "struken": "utgår:\n  datum: 2026-02-10\n  skäl: Underlaget saknas.\n",
            }.items()
        )
    }
    before, after = (
        rows(made(record(tmp_path / str(len(more)), {**HELD, **more}))["data/sammantraden.csv"])
        for more in (dict[str, str](), items)
    )
    count = {row["sammanträde"]: int(row["antal_ärenden"]) for row in before}
    assert {row["sammanträde"]: int(row["antal_ärenden"]) for row in after} == {
        day: number + 2 * (day == "2026-02-12") for day, number in count.items()
    }


def test_votes_are_one_row_each(held: dict[str, list[dict[str, str]]]) -> None:
    assert [(row["namn"], row["röst"], row["betydde"]) for row in held["roster"]] == [
        ("Alma Ek", "Ja", "Åtta bänkar."),
        ("Cia Rönn", "Ja", "Åtta bänkar."),
        ("Bo Al", "Nej", "Tio bänkar."),
        ("Dan Lind", "Nej", "Tio bänkar."),
    ]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
def test_no_text_is_a_formula(tmp_path: Path, begins: str) -> None:
    hostile = LIST.replace("beslut: Fällning av en alm", f"beslut: '{begins}HYPERLINK(1)'")
    files = {**HELD, "parknamnden/2026-02-12/delegationsbeslut/2026-02-akerenheten.md": hostile}
    found = rows(made(record(tmp_path, files))["data/delegationsbeslut.csv"])
    assert found[0]["beslut"] == f"'{begins}HYPERLINK(1)"
    assert found[0]["datum"] == "2026-02-10"


def test_no_number_stands_right_after_a_day() -> None:
    """A count of four digits beside a day may be a personal number to the guard, which then lets nothing be published.

    No meeting has a thousand items.
    """
    beside = [
        number.name
        for table in TABLES
        for day, number in pairwise(table.columns)
        if (day.kind, number.kind) == (ColumnKind.DATE, ColumnKind.NUMBER)
    ]
    assert beside == ["antal_ärenden"]


def test_attendance_has_a_row_for_each_year_of_each_representative(held: dict[str, list[dict[str, str]]]) -> None:
    told = [(row["namn"], row["sammanträden"], row["var_med_på"], row["omröstningar"]) for row in held["narvaro"]]
    voted = [(name, "1", "1", "1") for name in ("Bo Al", "Dan Lind", "Alma Ek", "Cia Rönn")]
    assert told == [*voted, ("Eva Lönn", "1", "1", "0")]


def test_a_cases_time_is_from_its_first_known_step_to_its_latest() -> None:
    found = rows(made(read(ROOT)[0], dt.date(2026, 11, 29))["data/arenden.csv"])
    told = {row["diarienummer"]: row for row in found}["EXN/2026:17"]
    assert (told["första_steget"], told["senaste_steget"], told["dagar"]) == ("2026-02-19", "2026-10-20", "243")
    assert told["adress"] == f"{SITE}arenden/exempelnamnden-exn-2026-17/"
    assert {(row["kommun"], row["påhittat"]) for row in found} == {
        ("Exempelköpings kommun", "ja"), ("Malmö stad", "nej")}  # fmt: skip


PICTURED = {
    "kalender/": "data/sammantraden",
    "arenden/": "data/arenden",
    "exempelnamnden/ledamoter/": "data/narvaro",
    "exempelnamnden/delegationsbeslut/": "beslut",
}


def test_beside_every_picture_of_the_archive_is_the_way_to_its_numbers() -> None:
    made_pages = {page.address: page.html for page in pages(read(ROOT)[0].without_drafts, dt.date(2026, 11, 29))}
    for address, table in PICTURED.items():
        assert "k-diagram" in made_pages[address]
        assert f'{table}.csv">' in made_pages[address]
