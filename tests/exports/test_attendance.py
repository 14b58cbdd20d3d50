"""`klubbat närvaro`: the table for fees tells who was there and when, as the approved minutes say, and lies outside the site."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.pages.held import HELD, MINUTES
from tests.pages.records import record
from tests.site.projects import ROOT

MINUTES_FILE = "parknamnden/2026-02-12/protokoll.md"


def run(root: Path, *words: str, body: str = "parknamnden", today: str = "2026-03-20") -> int:
    return main(["närvaro", body, *words, "--katalog", str(root), "--idag", today])


def rows(file: Path) -> list[dict[str, str]]:
    text = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True), delimiter=";"))


def test_everybody_who_was_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(tmp_path, HELD)
    assert run(tmp_path, "2026") == 0
    found = rows(tmp_path / "utskick/närvaro-parknamnden-2026.csv")
    told = [(one["namn"], one["parti"], one["roll"], one["tjänstgjorde"], one["för"]) for one in found]
    assert told == [
        ("Alma Ek", "S", "ordförande", "ja", ""),
        ("Bo Al", "M", "ledamot", "ja", ""),
        ("Cia Rönn", "S", "ledamot", "ja", ""),
        ("Dan Lind", "M", "ledamot", "ja", ""),
        ("Eva Lönn", "S", "tjänstgörande ersättare", "ja", "Cia Rönn"),
    ]
    assert [one["på_distans"] for one in found] == ["nej", "nej", "ja", "nej", "nej"]
    assert found[3]["del_av"].replace("\xa0", " ") == "till och med § 2"
    assert {(one["datum"], one["från"], one["till"]) for one in found} == {("2026-02-12", "", "")}, "no hours are told"
    assert "Filen är inte en del av webbplatsen" in capsys.readouterr().out


def test_a_substitute_who_did_not_serve_and_the_hours_of_the_minutes(tmp_path: Path) -> None:
    minutes = MINUTES.replace("närvarande:\n", "tid: 18:00-20:10\nnärvarande:\n", 1).replace(
        "  övriga:\n", "  ersättare:\n    - namn: Fia Asp\n      från: 18:30\n  övriga:\n", 1
    )
    record(tmp_path, {**HELD, MINUTES_FILE: minutes})
    assert run(tmp_path, "2026-02") == 0
    found = {one["namn"]: one for one in rows(tmp_path / "utskick/närvaro-parknamnden-2026-02.csv")}
    assert (found["Fia Asp"]["roll"], found["Fia Asp"]["tjänstgjorde"]) == ("ersättare", "nej")
    assert (found["Fia Asp"]["från"], found["Fia Asp"]["till"]) == ("18:30", "20:10")
    assert (found["Alma Ek"]["från"], found["Alma Ek"]["till"]) == ("18:00", "20:10")
    assert (found["Dan Lind"]["från"], found["Dan Lind"]["till"]) == ("18:00", ""), (
        "when he left is told by a paragraph"
    )
    assert (found["Eva Lönn"]["från"], found["Eva Lönn"]["till"]) == ("", "")


def test_each_day_of_a_meeting_has_its_own_rows(tmp_path: Path) -> None:
    file = tmp_path / "arvoden.csv"
    assert run(ROOT, "2026-11", "--ut", str(file), body="exempel-ks", today="2026-11-29") == 0
    found = [one for one in rows(file) if one["namn"] == "Folke Påhittsson" and one["sammanträde"] == "2026-11-10"]
    assert [(one["datum"], one["från"], one["till"]) for one in found] == [
        ("2026-11-10", "18:00", "21:10"),
        ("2026-11-11", "09:00", "11:20"),
    ]


def test_what_is_not_approved_is_left_out_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(tmp_path, HELD)
    assert run(tmp_path, "2026-02", today="2026-02-20") == 2
    told = capsys.readouterr().err
    assert "Inte med: 12 februari 2026" in told
    assert "har inget justerat protokoll i 2026-02. Inget skrevs." in told
    assert not (tmp_path / "utskick").exists()


@pytest.mark.parametrize("place", ["meetings/a.csv", "content/a.csv", "site/a.csv", "site/../meetings/a.csv"])
def test_the_table_is_never_put_where_it_is_published(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path, HELD)
    assert run(tmp_path, "2026", "--ut", str(tmp_path / place)) == 2
    assert "kommer ut på webbplatsen" in capsys.readouterr().err
    assert not (tmp_path / place).exists()


@pytest.mark.parametrize("period", ["26", "2026-13", "2026-1", "februari", "2026-02-12"])
def test_what_is_no_period_is_told(tmp_path: Path, period: str, capsys: pytest.CaptureFixture[str]) -> None:
    record(tmp_path, HELD)
    assert run(tmp_path, period) == 2
    assert "är ingen period. Skriv ett år eller en månad: 2018 eller 2018-03." in capsys.readouterr().err
