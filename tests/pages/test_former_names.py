"""A body that has changed its name: what is told of a day before keeps the name of the day, on pages, in data and on paper."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.exports import calendars, feeds
from build_scripts.exports.pdf.documents import to_sign
from build_scripts.letters import signing
from build_scripts.letters.meeting import letters
from build_scripts.letters.recipients import Recipients
from macros.facts.day import Day
from macros.pages.build import promises
from macros.pages.notice_board import board_data
from macros.pages.open_tables import TABLES
from macros.record.archive import Body
from macros.record.former_names import FormerName
from macros.record.reading import read
from tests.exports.pdf_files import ReadPdf
from tests.pages.html import Fragment

ROOT = Path(__file__).parents[2]
SITE = "https://arkiv.example.se/"
OLD, NEW = "Exempelnämnden", "Utbildnings- och fritidsnämnden"


def _renamed(body: Body) -> Body:
    """The same body, called something else since 28 November 2026."""
    if body.name != OLD:
        return body
    former = (FormerName.model_validate({"namn": OLD, "till": "2026-11-27"}),)
    header = body.header.model_copy(update={"name": NEW, "former_names": former})
    return replace(body, document=replace(body.document, header=header))


ARCHIVE = read(ROOT)[0]
FACTS = Day(replace(ARCHIVE, bodies=tuple(map(_renamed, ARCHIVE.bodies))), dt.date(2026, 11, 28))
PAGES = {promise.address: promise for promise in promises(FACTS)}
_LEADS_BACK = re.compile(r'<nav class="k-brodsmulor".*?</nav>', re.DOTALL)


OWN = (
    "exempelnamnden/2026-10-22/",
    "exempelnamnden/2025/",
    "anslagstavla/exempelnamnden-2026-10-22-",
    "kalender/2026-10/",
)


@pytest.mark.parametrize("address", [one for one in PAGES if one.startswith(OWN)])
def test_pages_of_days_before_keep_the_name_of_the_day(address: str) -> None:
    page = PAGES[address].make()
    told = "\n".join([page.title, page.description, *Fragment(_LEADS_BACK.sub("", page.html)).lines])
    assert OLD in told
    assert NEW not in told


@pytest.mark.parametrize(
    "address",
    [
        "exempel-ks/2026-10-20/protokoll/",
        "exempel-ks/2026-10-20/protokoll/141/",
        "exempel-ks/2026-10-20/medel-till-cykelplanens-forsta-stracka/",
        "exempel-ks/delegationsbeslut/2026-10-kommunledningskontoret/hostmarknad-pa-stora-torget/",
    ],
)
def test_what_others_sent_to_it_has_the_name_of_the_day(address: str) -> None:
    lines = "\n".join(Fragment(PAGES[address].make().html).lines)
    assert OLD in lines
    assert NEW not in lines


def test_a_hit_of_the_search_shows_the_name_of_the_day_and_is_found_under_both() -> None:
    html = PAGES["exempelnamnden/2026-10-22/protokoll/42/"].make().html
    assert re.findall('data-organ="([^"]*)"', html) == [OLD, NEW]


def test_calendars_feeds_and_tables_tell_the_name_of_each_day() -> None:
    calendar = calendars.files(FACTS, SITE)["kalender/exempelnamnden/sammantraden.ics"].content().decode()
    titles = re.findall(r"SUMMARY:(?:INSTÄLLT: )?(.*?)\\,", calendar)
    assert {*titles} == {OLD, NEW}
    assert titles.index(NEW) == titles.count(OLD)
    assert NEW not in calendars.files(FACTS, SITE)["kalender/exempelnamnden/2026-10-22.ics"].content().decode()
    feed = feeds.files(FACTS, SITE)["feed/exempelnamnden/allt.xml"].content().decode()
    for entry in re.findall("<entry>.*?</entry>", feed, re.DOTALL):
        assert (NEW in entry) == bool(re.search(r"/exempelnamnden/(?:2026-12|2027)", entry))
    rows = next(table for table in TABLES if table.name == "sammantraden").rows(FACTS)
    assert {row[1] for row in rows if row[0] == "exempelnamnden" and str(row[5]) < "2026-11-28"} == {OLD}


def test_pages_of_days_after_have_the_new_name() -> None:
    page = PAGES["exempelnamnden/2026-12-17/"].make()
    told = "\n".join([page.title, page.description, *Fragment(page.html).lines])
    assert NEW in told
    assert OLD not in told.replace(f"{OLD}s reglemente", "")


def test_a_years_plan_has_the_name_that_the_year_began_with() -> None:
    page = PAGES["exempelnamnden/sammantradesordning/2026/"].make()
    assert NEW not in "\n".join([page.title, page.description, *Fragment(_LEADS_BACK.sub("", page.html)).lines])


def test_letters_of_minutes_have_the_name_of_the_day() -> None:
    meeting = FACTS.archive.body_by_id["exempelnamnden"].meeting_by_id["2026-10-22"]
    letter = next(one for one in letters(FACTS, meeting, SITE, Recipients(), {}) if one.name == "protokoll.eml")
    assert OLD in letter.subject
    assert letter.text.startswith(f"{OLD}, Exempelköpings kommun\n")


def test_minutes_that_are_signed_after_the_change_have_the_name_of_the_day() -> None:
    minuted = next(one for one in FACTS.minutes if one.meeting.address == "exempelnamnden/2026-10-22/")
    left = replace(minuted, parts=tuple(replace(part, approved=None) for part in minuted.parts))
    (letter,) = signing.letters(FACTS, left, SITE)
    assert OLD in letter.subject
    assert NEW not in letter.subject + letter.text


def test_its_short_name_is_that_of_its_name_now() -> None:
    body = FACTS.archive.body_by_id["exempelnamnden"]
    days = (dt.date(2026, 11, 27), dt.date(2026, 11, 28))
    assert [body.short_on(day) for day in days] == [OLD, "EXN"]


@pytest.mark.parametrize(("day", "sender"), [("2026-10-22", OLD), ("2026-12-17", NEW)])
def test_papers_are_of_the_body_as_it_was_called_on_the_day(day: str, sender: str) -> None:
    page = PAGES["exempelnamnden/2026-10-22/protokoll/42/"].make()
    paper = ReadPdf(to_sign(FACTS.archive.body_by_id["exempelnamnden"], dt.date.fromisoformat(day), page, SITE))
    assert str(paper.file.docinfo["/Author"]) == sender


def test_the_bodys_own_page_tells_both() -> None:
    lines = Fragment(PAGES["exempelnamnden/"].make().html).lines
    assert lines.count(NEW) > 0
    assert f"Hette {OLD} till och med 27 november 2026" in lines


def test_the_matters_path_has_the_name_of_each_day() -> None:
    lines = Fragment(PAGES["arenden/exempelnamnden-exn-2026-25/"].make().html).lines
    assert any(OLD in line and "2026" in line for line in lines)
    assert not any(NEW in line and "oktober 2026" in line for line in lines)


def test_the_data_of_a_notice_has_the_name_of_the_day_it_was_posted() -> None:
    day = Day(FACTS.archive, dt.date(2026, 11, 20))
    told = [one["organ"] for one in json.loads(board_data(day, SITE))["anslag"]]
    assert OLD in told
    assert NEW not in told


@pytest.mark.parametrize(
    ("day", "name"), [("2026-11-27", OLD), ("2026-11-28", NEW), ("2020-01-01", "Skolnämnden"), (None, NEW)]
)
def test_the_name_on_a_day(day: str | None, name: str) -> None:
    body = next(body for body in FACTS.archive.bodies if body.name == NEW)
    first = FormerName.model_validate({"namn": "Skolnämnden", "till": "2024-12-31"})
    header = body.header.model_copy(update={"former_names": (*body.header.former_names, first)})
    body = replace(body, document=replace(body.document, header=header))
    assert body.name_on(dt.date.fromisoformat(day) if day else None) == name
