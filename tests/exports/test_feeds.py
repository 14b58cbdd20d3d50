"""Feeds as a reader program reads them, and the schema of Atom."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from build_scripts.exports.feeds import files
from build_scripts.exports.files import exported
from macros.addresses import feed_of
from macros.facts.day import Day
from macros.pages.build import promises
from macros.record.archive import Archive
from macros.record.reading import read
from tests.dates.examples import day
from tests.pages.held import HELD, MINUTES
from tests.pages.records import record
from tests.site.projects import ROOT

pytestmark = pytest.mark.slow
"""Takes seconds, and is left to the whole run."""

SITE = "https://arkiv.example.se/kommun/"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
TAG = "tag:arkiv.example.se,2026:/kommun/"


def made(archive: Archive, today: dt.date) -> dict[str, str]:
    """All feeds of a record."""
    return {name: one.content().decode() for name, one in files(Day(archive.without_drafts, today), SITE).items()}


def entries(text: str) -> list[Any]:
    """The entries of a feed that the schema takes and a reader program has nothing to say of."""
    assert SCHEMA.validate(etree.fromstring(text.encode())), SCHEMA.error_log
    found = feedparser.parse(text.encode())
    assert not found.bozo
    assert found.version == "atom10"
    ids = [one.id for one in found.entries]
    assert len(ids) == len(set(ids))
    assert all(one.updated >= one.published and one.link.startswith(SITE) for one in found.entries)
    updated = [one.updated for one in found.entries]
    assert updated == sorted(updated, reverse=True)
    assert found.feed.updated == (updated[0] if updated else "2000-01-01T00:00:00Z")
    return list(found.entries)


def titles(text: str) -> list[tuple[str, str]]:
    """(day, title) of each entry, with plain spaces."""
    return [(one.updated[:10], one.title.replace("\N{NO-BREAK SPACE}", " ")) for one in entries(text)]


def test_every_feed_of_the_shipped_record_is_valid_and_none_tells_the_future() -> None:
    today = day("Sunday 2026-11-29")
    found = {name: entries(text) for name, text in made(read(ROOT)[0], today).items()}
    assert {"feed/allt.xml", "feed/exempelnamnden/allt.xml", "feed/arenden/avux-2017-43.xml"} <= {*found}
    assert all(one.updated[:10] <= today.isoformat() for told in found.values() for one in told)


@pytest.fixture
def held(tmp_path: Path) -> dict[str, str]:
    """The feeds of a board that has met."""
    return made(record(tmp_path, HELD), day("Monday 2026-03-02"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kallelse", [("2026-02-05", "Parknämnden: Sammanträde torsdag 12 februari 2026")]),
        ("protokoll", [("2026-02-26", "Parknämnden: Protokoll 12 februari 2026")]),
        (
            "beslut",
            [
                ("2026-02-26", "Parknämnden: § 5 Val av vice ordförande, beslutat"),
                ("2026-02-26", "Parknämnden: § 4 Medborgarförslag om hundrastgård, återremitterat"),
                ("2026-02-26", "Parknämnden: § 1 Val av justerare, noterat"),
                ("2026-02-12", "Parknämnden: § 2 Nya bänkar, ändrat jämfört med förslaget"),
            ],
        ),
        (
            "anslag",
            [
                ("2026-02-27", "Parknämnden: Anslag: Protokoll 12 februari 2026, §§ 1, 3–5"),
                ("2026-02-13", "Parknämnden: Anslag: Protokoll 12 februari 2026, § 2"),
                ("2026-02-03", "Parknämnden: Anslag: Anställningar i januari"),
            ],
        ),
        ("rattelse", []),
        (
            "arenden/parknamnden-pn-2026-3",
            [
                ("2026-02-13", "Parknämnden: Anslag: Protokoll 12 februari 2026, § 2"),
                ("2026-02-12", "Parknämnden: § 2 Nya bänkar, ändrat jämfört med förslaget"),
                ("2026-02-05", "Nya bänkar: Parknämnden: Sammanträde torsdag 12 februari 2026"),
            ],
        ),
        (
            "parknamnden/ledamoter/bo-al",
            [
                ("2026-02-12", "Röst: Nej. Parknämnden: § 2 Nya bänkar, ändrat jämfört med förslaget"),
                ("2026-02-12", "Reservation. Parknämnden: § 2 Nya bänkar, ändrat jämfört med förslaget"),
            ],
        ),
    ],
)
def test_what_a_feed_tells_and_when(held: dict[str, str], name: str, expected: list[tuple[str, str]]) -> None:
    assert titles(held[f"feed/{name}.xml"]) == expected


def test_the_feed_of_a_body_and_of_all_hold_every_kind(held: dict[str, str]) -> None:
    every = titles(held["feed/allt.xml"])
    assert len(every) == 9
    assert titles(held["feed/parknamnden/allt.xml"]) == every
    assert titles(held["feed/fullmaktige/allt.xml"]) == []


def test_a_day_before_the_approval_only_what_was_approved_at_once_is_told(tmp_path: Path) -> None:
    found = made(record(tmp_path, HELD), day("Wednesday 2026-02-25"))
    assert titles(found["feed/beslut.xml"]) == [
        ("2026-02-12", "Parknämnden: § 2 Nya bänkar, ändrat jämfört med förslaget")
    ]
    assert "§§" not in str(titles(found["feed/anslag.xml"]))


CORRECTION = """    rättelser:
      - datum: 2026-03-01
        text: Antalet ska vara sju bänkar.
"""
CHANGE = """ändringar:
  - datum: 2026-03-05
    ändring: rättad återgivning
    paragrafer: 2
    skäl: Webbplatsen hade fel antal.
"""


def test_a_correction_is_told_by_itself_and_with_its_day_in_what_it_corrects(tmp_path: Path) -> None:
    corrected = MINUTES.replace("  - nummer: 3\n", f"{CORRECTION}  - nummer: 3\n").replace(
        "justeringar:\n", f"{CHANGE}justeringar:\n"
    )
    archive = record(tmp_path, {**HELD, "parknamnden/2026-02-12/protokoll.md": corrected})
    name = f"{TAG}parknamnden/2026-02-12/protokoll/2/"
    told = {}
    for today in (day("Saturday 2026-02-28"), day("Monday 2026-03-02"), day("Friday 2026-03-06")):
        found = made(archive, today)
        one = next(one for one in entries(found["feed/beslut.xml"]) if one.id == name)
        told[today.isoformat()] = (one.published[:10], one.updated[:10], one.summary.split("\n")[2:])
        assert len(entries(found["feed/rattelse.xml"])) == (today >= dt.date(2026, 3, 1)) + (
            today >= dt.date(2026, 3, 5)
        )
    assert told == {
        "2026-02-28": ("2026-02-12", "2026-02-12", []),
        "2026-03-02": ("2026-02-12", "2026-03-01", ["Rättelse 1 mars 2026: Antalet ska vara sju bänkar."]),
        "2026-03-06": (
            "2026-02-12",
            "2026-03-05",
            [
                "Rättelse 1 mars 2026: Antalet ska vara sju bänkar.",
                "Rättad återgivning 5 mars 2026: Webbplatsen hade fel antal.",
            ],
        ),
    }
    corrections = [one.id for one in entries(found["feed/rattelse.xml"])]
    assert corrections == [f"{TAG}parknamnden/2026-02-12/protokoll/andring-1", f"{name}rattelse-1"]


def test_what_is_struck_from_an_agenda_is_told_with_its_day(tmp_path: Path) -> None:
    item = next(name for name, text in HELD.items() if "rubrik: Nya bänkar" in text)
    struck = HELD[item].replace("rubrik: ", "utgår:\n  datum: 2026-02-10\n  skäl: Kartan saknas.\nrubrik: ", 1)
    found = made(record(tmp_path, {**HELD, item: struck}), day("Wednesday 2026-02-11"))
    (call,) = entries(found["feed/kallelse.xml"])
    assert call.updated[:10] == "2026-02-10"
    assert "1. Nya bänkar (utgår)" in call.summary
    (own,) = entries(found["feed/arenden/parknamnden-pn-2026-3.xml"])
    assert own.title.startswith("Utgår: Nya bänkar: ")
    assert "Kartan saknas" in own.summary


def test_ids_stay_when_something_is_added(tmp_path: Path) -> None:
    before = made(record(tmp_path / "a", HELD), day("Monday 2026-03-02"))
    later = {**HELD, "parknamnden/2026-04-16/kallelse.md": "---\ndatum: 2026-04-16\nläge: kallat\n---\n"}
    after = made(record(tmp_path / "b", later), day("Friday 2026-05-01"))
    assert {one.id for one in entries(before["feed/allt.xml"])} < {one.id for one in entries(after["feed/allt.xml"])}


def test_every_feed_is_told_of_in_the_head_of_a_page() -> None:
    facts = Day(read(ROOT)[0].without_drafts, day("Sunday 2026-11-29"))
    heads = "".join(page.make().head for page in promises(facts) if "/2026-" not in page.address)
    known = facts.cases.addressed
    kept = [feed_of(address) for address, case in known if case.collective or address != case.address]
    assert sorted(name for name in files(facts, SITE) if f'{name}"' not in heads) == sorted(kept)


def test_no_feed_comes_or_goes_with_the_day() -> None:
    archive = read(ROOT)[0]
    assert {*made(archive, dt.date(2016, 1, 1))} == {*made(archive, dt.date(2031, 1, 1))}


def days_in_sitemap(archive: Archive, told: tuple[str, ...]) -> dict[str, str]:
    """Address → its day in the sitemap."""
    facts = Day(archive, day("Monday 2026-03-02"))
    text = exported(facts, told, SITE)["sitemap.xml"].content().decode()
    return dict(re.findall("<loc>https://arkiv.example.se/kommun/(.*)</loc>(?:<lastmod>(.*)</lastmod>)?", text))


def test_the_sitemap_has_the_day_that_something_was_last_told_and_no_other(tmp_path: Path) -> None:
    place = "parknamnden/2026-02-12/"
    told = ("", place, f"{place}protokoll/", f"{place}protokoll/2/", f"{place}protokoll/3/", "parknamnden/")
    archive = record(tmp_path, HELD)
    known = {
        "": "",
        "parknamnden/": "",
        place: "2026-02-26",
        f"{place}protokoll/": "2026-02-26",
        f"{place}protokoll/2/": "2026-02-12",
        f"{place}protokoll/3/": "",
    }
    assert days_in_sitemap(archive, told) == known
    changed: dict[str, tuple[dt.date, ...]] = {
        one.document.path: (dt.date(2026, 2, 1), dt.date(2026, 2, 28), dt.date(2026, 3, 9)) for one in archive.items
    }
    changed |= {"meetings/parknamnden/organ.md": (dt.date(2026, 2, 28),)}
    item = next(one.address for one in archive.items if one.slug == "nya-bankar")
    later = days_in_sitemap(replace(archive, changed_on=changed), (*told, item))
    assert later == known | {place: "2026-02-28", item: "2026-02-28"}
