"""A body's series of paragraph numbers: by year, or by the term that its kind has, and what the minutes are held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import check
from macros.dates.terms import series_of
from macros.facts.day import Day
from macros.planning.numbering import next_paragraph
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.pages.records import BODY, record

TERMS = [
    # kind, last day of a term, first day of the next
    ("fullmäktige", "Friday 2018-10-12", "Monday 2018-10-15"),
    ("fullmäktige", "Friday 2022-10-14", "Saturday 2022-10-15"),
    ("fullmäktige", "Wednesday 2026-10-14", "Thursday 2026-10-15"),
    ("styrelse", "Saturday 2022-12-31", "Sunday 2023-01-01"),
    ("nämnd", "Monday 2018-12-31", "Tuesday 2019-01-01"),
    ("gemensam nämnd", "Thursday 2026-12-31", "Friday 2027-01-01"),
    ("utskott", "Saturday 2022-12-31", "Sunday 2023-01-01"),
]


def _organ(kind: str, series: str = "mandatperiod") -> str:
    changed = BODY.replace("slag: nämnd", f"slag: {kind}").replace("kommun:", f"paragrafserie: {series}\nkommun:")
    return changed.replace("sammanträdesdag: torsdag\n", "")


@pytest.mark.parametrize(("kind", "last", "first"), TERMS)
def test_a_term_begins_on_the_day_of_its_kind(kind: str, last: str, first: str, tmp_path: Path) -> None:
    header = record(tmp_path, {"parknamnden/organ.md": _organ(kind)}).bodies[0].header
    before, after = day(last), day(first)
    assert series_of(header, after) == series_of(header, before) + 1
    assert series_of(header, before.replace(year=before.year + 4)) == series_of(header, after)


@pytest.mark.parametrize("kind", ["fullmäktige", "styrelse", "nämnd"])
def test_a_series_by_year_is_the_year_for_every_kind(kind: str, tmp_path: Path) -> None:
    header = record(tmp_path, {"parknamnden/organ.md": _organ(kind, "år")}).bodies[0].header
    assert [series_of(header, day(one)) for one in ("Friday 2022-10-14", "Saturday 2022-10-15")] == [2022, 2022]


def _year(root: Path, kind: str, **paragraphs: int) -> Archive:
    """A body with one meeting for each day ("d2022_09_20"), whose minutes hold this one paragraph."""
    files = {"parknamnden/organ.md": _organ(kind)}
    for name, number in paragraphs.items():
        date = name[1:].replace("_", "-")
        files[f"parknamnden/{date}/kallelse.md"] = f"---\ndatum: {date}\nläge: genomfört\n---\n"
        files[f"parknamnden/{date}/protokoll.md"] = (
            "---\nnärvarande:\n  ordförande: Anna Ek\n  ledamöter:\n    - namn: Anna Ek\n    - namn: Bo Al\n"
            f"paragrafer:\n  - nummer: {number}\n    rubrik: Information\n    utfall: noteras\n"
            f"justeringar:\n  - paragrafer: {number}\n    justerare:\n      - Bo Al\n---\n"
        )
    return record(root, files)


def _told(archive: Archive) -> list[str]:
    today = day("Friday 2023-02-10")
    return [f"{found.message} {found.remedy}" for found in check(Day(archive, today)) if found.rule == "paragraf-serie"]


def test_the_paragraphs_of_fullmaktige_begin_again_in_october_and_go_on_over_the_new_year(tmp_path: Path) -> None:
    days = {"d2022_09_20": 400, "d2022_10_18": 1, "d2022_12_13": 2, "d2023_01_31": 3}
    archive = _year(tmp_path, "fullmäktige", **days)
    assert _told(archive) == []
    body = archive.bodies[0]
    assert [next_paragraph(body, meeting) for meeting in body.meetings] == [1, 1, 2, 3]


def test_the_paragraphs_of_fullmaktige_do_not_begin_again_in_january(tmp_path: Path) -> None:
    assert _told(_year(tmp_path, "fullmäktige", d2022_10_18=1, d2022_12_13=2, d2023_01_31=1)) == [
        "Protokollet börjar med § 1 efter protokollet 2022-12-13; numren där gick till § 2. börja med § 3."
    ]


@pytest.mark.parametrize("kind", ["styrelse", "nämnd", "utskott"])
def test_the_paragraphs_of_a_board_begin_again_in_january_alone(kind: str, tmp_path: Path) -> None:
    right = {"d2022_09_20": 400, "d2022_10_18": 401, "d2023_01_31": 1}
    assert _told(_year(tmp_path, kind, **right)) == []
    assert _told(_year(tmp_path / "fel", kind, **(right | {"d2022_10_18": 1}))) == [
        "Protokollet börjar med § 1 efter protokollet 2022-09-20; numren där gick till § 400. börja med § 401."
    ]
