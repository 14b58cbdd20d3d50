"""Elected representatives: the list, and what a page tells of each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.pages.held import HELD, MEMBERS, MINUTES
from tests.pages.html import Fragment
from tests.pages.records import TODAY, built

LAGET = "Läget den 2 mars 2026"
MINUTES_FILE = "parknamnden/2026-02-12/protokoll.md"


def _lines(root: Path, address: str, today: dt.date = TODAY, files: dict[str, str] = HELD) -> list[str]:
    lines = Fragment(built(root, files, today)[address].html).lines
    return lines[lines.index("Parknämnden, Ekstads kommun") + 1 :]


FOLLOWED = [
    "Prenumerera",
    "Röster och reservationer Flöde: Röster och reservationer",
    "Så prenumererar du i Outlook, Google Kalender och på telefonen",
]
"""What every page of a person ends with."""


def test_the_list_has_chairs_members_by_party_substitutes_by_rank_and_who_has_left(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "parknamnden/ledamoter/")
    assert lines[: lines.index("Närvaro och röster")] == [
        "Förtroendevalda", LAGET,
        "Presidium", "Alma Ek (S) Ordförande",
        "Ledamöter", "Bo Al (M)", "Dan Lind (M)", "Cia Rönn (S)",
        "Ersättare", "Eva Lönn (S) Plats 1 i inkallelseordningen för S",
        "Utan uppdrag", "Fia Asp (M)",
    ]  # fmt: skip


PERSONS = [
    ("ledamot som röstar och reserverar sig", "bo-al", [
        "Bo Al (M)", "Ledamot i Parknämnden", LAGET,
        "Röster", "1 öppen omröstning", "Paragraf", "Datum", "Röst", "Det betydde", "Utfall",
        "§ 2 Nya bänkar", "12 februari 2026", "Nej", "Tio bänkar.", "Förlorade",
        "Reservationer", "§ 2 Nya bänkar 12 februari 2026", "Tio behövs.",
        "Närvaro", "Med på 1 av 1 sammanträde med justerat protokoll under uppdraget.",
        "Sammanträde för sammanträde", "Närvaro", "Sammanträde", "Närvaro", "12 februari 2026", "Ledamot",
        "Uppdrag", "Ledamot, sedan 1 januari 2023"]),
    ("bytte från ersättare till ledamot, på distans", "cia-ronn", [
        "Cia Rönn (S)", "Ledamot i Parknämnden", LAGET,
        "Röster", "1 öppen omröstning", "Paragraf", "Datum", "Röst", "Det betydde", "Utfall",
        "§ 2 Nya bänkar", "12 februari 2026", "Ja", "Åtta bänkar.", "Vann",
        "Reservationer", "Inga reservationer i protokollen.",
        "Närvaro", "Med på 1 av 1 sammanträde med justerat protokoll under uppdraget.",
        "Sammanträde för sammanträde", "Närvaro", "Sammanträde", "Närvaro", "12 februari 2026", "Ledamot, på distans",
        "Uppdrag", "Ledamot, sedan 1 januari 2026", "Ersättare, 1 januari 2023–31 december 2025"]),
    ("ersättare som tjänstgjorde i en paragraf", "eva-lonn", [
        "Eva Lönn (S)", "Ersättare i Parknämnden", LAGET,
        "Röster", "Inga röster med namn i protokollen.", "Reservationer", "Inga reservationer i protokollen.",
        "Närvaro", "Med på 1 av 1 sammanträde med justerat protokoll under uppdraget.",
        "Sammanträde för sammanträde", "Närvaro", "Sammanträde", "Närvaro",
        "12 februari 2026", "Tjänstgörande ersättare, § 4",
        "Uppdrag", "Ersättare, sedan 1 januari 2026"]),
    ("lämnade före det första protokollet", "fia-asp", [
        "Fia Asp (M)", "Har inget uppdrag i Parknämnden", LAGET,
        "Närvaro, röster och reservationer visas när ett protokoll från uppdragets tid är justerat.",
        "Uppdrag", "Ledamot, 1 januari 2023–31 december 2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), [case[1:] for case in PERSONS], ids=[case[0] for case in PERSONS])
def test_a_page_tells_roles_presence_votes_and_dissents(tmp_path: Path, name: str, lines: list[str]) -> None:
    assert _lines(tmp_path, f"parknamnden/ledamoter/{name}/") == [*lines, *FOLLOWED]


def test_nothing_of_unapproved_minutes_is_counted(tmp_path: Path) -> None:
    lines = _lines(tmp_path, "parknamnden/ledamoter/bo-al/", dt.date(2026, 2, 11))
    assert lines[3] == "Närvaro, röster och reservationer visas när ett protokoll från uppdragets tid är justerat."


def test_two_of_the_same_name_have_addresses_of_their_own(tmp_path: Path) -> None:
    members = MEMBERS.replace("namn: Dan Lind", "namn: Bo  Al").replace("Bo  Al", "Bo Ål")
    pages = built(tmp_path, {**HELD, "parknamnden/ledamoter.md": members})
    assert {"parknamnden/ledamoter/bo-al/", "parknamnden/ledamoter/bo-al-2/"} <= set(pages)


def test_names_of_europe_have_addresses_in_ascii_and_never_none(tmp_path: Path) -> None:
    members = MEMBERS.replace("namn: Dan Lind", "namn: Łukasz Größe").replace("namn: Fia Asp", "namn: 王芳")
    pages = built(tmp_path, {**HELD, "parknamnden/ledamoter.md": members})
    assert {"parknamnden/ledamoter/lukasz-grosse/", "parknamnden/ledamoter/person/"} <= set(pages)


TWO = {
    **HELD,
    "parknamnden/ledamoter.md": MEMBERS.replace("namn: Bo Al\n", "namn: Bo Al\n    särskiljs: Norra\n").replace(
        "namn: Dan Lind\n    parti: M", "namn: Bo Al\n    särskiljs: Södra\n    parti: SJ"
    ),
    MINUTES_FILE: MINUTES.replace("Bo Al", "Bo Al (Norra)").replace("Dan Lind", "Bo Al (Södra)"),
}
"""Two of one name, told apart by a word."""


def test_two_of_one_name_have_pages_votes_and_dissents_of_their_own(tmp_path: Path) -> None:
    minutes = Fragment(built(tmp_path, TWO)["parknamnden/2026-02-12/protokoll/"].html)
    assert {
        "Bo Al (Norra) (M)",
        "Bo Al (Södra) (SJ), till och med § 2",
        "Bo Al (Norra) (M) och Bo Al (Södra) (SJ):",
    } <= set(minutes.lines)
    north, south = (_lines(tmp_path, f"parknamnden/ledamoter/{name}/", files=TWO) for name in ("bo-al", "bo-al-2"))
    assert (north[0], south[0]) == ("Bo Al (Norra) (M)", "Bo Al (Södra) (SJ)")
    assert "12 februari 2026 Ledamot" in " ".join(north)
    assert "Ledamot, till och med § 2" in south


def test_a_name_without_its_word_is_the_only_one_with_a_mandate_on_the_day(tmp_path: Path) -> None:
    members = TWO["parknamnden/ledamoter.md"].replace(
        "parti: SJ\n    uppdrag:\n      - roll: ledamot\n        från: 2023-01-01",
        "parti: SJ\n    uppdrag:\n      - roll: ledamot\n        från: 2026-02-13",
    )
    files = {**TWO, "parknamnden/ledamoter.md": members, MINUTES_FILE: MINUTES}
    minutes = Fragment(built(tmp_path, files)["parknamnden/2026-02-12/protokoll/"].html).lines
    assert "Bo Al (Norra) (M)" in minutes
    assert not any("Södra" in line for line in minutes)


def test_a_party_is_that_of_the_mandate_on_the_day(tmp_path: Path) -> None:
    until = "        från: 2023-01-01\n        till: 2026-02-12\n"
    until += "      - roll: ledamot\n        parti: SJ\n        från: 2026-02-13\n"
    members = MEMBERS.replace(
        "namn: Bo Al\n    parti: M\n    uppdrag:\n      - roll: ledamot\n        från: 2023-01-01\n",
        f"namn: Bo Al\n    parti: M\n    uppdrag:\n      - roll: ledamot\n{until}",
    )
    files = {**HELD, "parknamnden/ledamoter.md": members}
    pages = built(tmp_path, files)
    assert "Bo Al (M)" in Fragment(pages["parknamnden/2026-02-12/protokoll/"].html).lines
    assert "Bo Al (SJ)" in Fragment(pages["parknamnden/ledamoter/"].html).lines
    page = _lines(tmp_path, "parknamnden/ledamoter/bo-al/", files=files)
    assert page[:3] == ["Bo Al (SJ)", "Ledamot i Parknämnden", LAGET]
    told = page.index("Uppdrag")
    assert page[told + 1 : told + 3] == [
        "Ledamot (SJ), sedan 13 februari 2026",
        "Ledamot (M), 1 januari 2023–12 februari 2026",
    ]
    assert "Med på 1 av 1 sammanträde med justerat protokoll under uppdraget." in page


def test_a_name_that_has_changed_stands_as_it_was_then_on_a_page_with_its_old_address(tmp_path: Path) -> None:
    members = MEMBERS.replace(
        "namn: Bo Al\n", "namn: Bo Ek\n    tidigare_namn:\n      - namn: Bo Al\n        till: 2026-02-12\n"
    )
    files = {**HELD, "parknamnden/ledamoter.md": members}
    assert "Bo Al (M)" in Fragment(built(tmp_path, files)["parknamnden/2026-02-12/protokoll/"].html).lines
    page = _lines(tmp_path, "parknamnden/ledamoter/bo-al/", files=files)
    assert page[0] == "Bo Ek (M)"
    assert "Hette Bo Al till och med 12 februari 2026." in page
    assert "1 öppen omröstning" in page


def test_employees_have_no_page_and_unknown_names_no_link(tmp_path: Path) -> None:
    members = MEMBERS.replace("namn: Dan Lind", "namn: Gun Fors")
    pages = built(tmp_path, {**HELD, "parknamnden/ledamoter.md": members})
    assert not any("parkchef" in address or "dan-lind" in address for address in pages)
    assert "Dan Lind, till och med § 2" in Fragment(pages["parknamnden/2026-02-12/protokoll/"].html).lines
