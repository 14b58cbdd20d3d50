"""Where a new item comes on the agenda, options before its title, and dates as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.new.records import HOME, ny, sound

Out = pytest.CaptureFixture[str]
PLANNED = "---\ndatum: 2026-09-10\nläge: planerat\n---\n"


def _item(title: str, kind: str = "beslut", collective: bool = False) -> str:
    more = "samlingsnummer: ja\n" if collective else ""
    return f"---\nrubrik: {title}\nslag: {kind}\n{more}---\n"


def _names(root: Path, meeting: str = "2026-09-10") -> list[str]:
    return sorted(path.stem for path in (root / HOME / meeting).glob("[0-9]*.md"))


def _with(root: Path, last: list[tuple[str, str, bool]], this: list[tuple[str, str, bool]]) -> Path:
    files: dict[str, str | None] = {
        "2026-09-10/kallelse.md": PLANNED,
        "2026-03-12/01-cykelplan.md": None,
        "2026-03-12/02-skolskjuts.md": None,
    }
    for meeting, rows in (("2026-03-12", last), ("2026-09-10", this)):
        for number, (name, kind, collective) in enumerate(rows, 1):
            files[f"{meeting}/{number:02}-{name}.md"] = _item(name, kind, collective)
    home = sound(root, files)
    (home / HOME / "2026-03-12/bilagor/plan.pdf").unlink()
    return home


REPORTED, LISTS, OWN = ("anmalan", "anmälan", True), ("delegation", "delegation", True), ("budget", "beslut", False)


@pytest.mark.parametrize(
    ("last", "this", "expected"),
    [
        ([OWN, REPORTED, LISTS], [REPORTED, LISTS], ["01-ny", "02-anmalan", "03-delegation"]),
        ([REPORTED, OWN, LISTS], [REPORTED, LISTS], ["01-anmalan", "02-ny", "03-delegation"]),
        ([REPORTED, LISTS, OWN], [REPORTED, LISTS], ["01-anmalan", "02-delegation", "03-ny"]),
        ([REPORTED, LISTS], [REPORTED, LISTS], ["01-anmalan", "02-delegation", "03-ny"]),
        ([OWN, LISTS], [OWN, LISTS], ["01-budget", "02-ny", "03-delegation"]),
    ],
)
def test_what_ended_the_last_agenda_stays_last(
    last: list[tuple[str, str, bool]], this: list[tuple[str, str, bool]], expected: list[str], tmp_path: Path
) -> None:
    root = _with(tmp_path, last, this)
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Ny") == 0
    assert _names(root) == expected


def test_a_number_puts_the_item_in_and_moves_the_others(tmp_path: Path, capsys: Out) -> None:
    root = _with(tmp_path, [OWN], [OWN, ("skola", "beslut", False)])
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Ny", "--nummer", "2") == 0
    assert _names(root) == ["01-budget", "02-ny", "03-skola"]
    assert "Numrerade om\n" in capsys.readouterr().out
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Sist", "--nummer", "4") == 0
    assert _names(root) == ["01-budget", "02-ny", "03-skola", "04-sist"]


@pytest.mark.parametrize("number", ["0", "4", "två"])
def test_a_number_that_the_agenda_has_not_is_refused(number: str, tmp_path: Path, capsys: Out) -> None:
    root = _with(tmp_path, [OWN], [OWN, ("skola", "beslut", False)])
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Ny", "--nummer", number) == 2
    assert f"--nummer {number}: " in capsys.readouterr().err
    assert _names(root) == ["01-budget", "02-skola"]


@pytest.mark.parametrize(
    "words",
    [
        ["2026-09-10", "--diarienummer", "TN/2026:9", "Ny väg"],
        ["--diarienummer", "TN/2026:9", "2026-09-10", "Ny väg"],
        ["2026-09-10", "Ny väg", "--diarienummer", "TN/2026:9"],
        ["2026-09-10", "--slag", "beslut", "Ny väg", "--diarienummer=TN/2026:9"],
    ],
)
def test_options_may_stand_before_the_title(words: list[str], tmp_path: Path) -> None:
    root = _with(tmp_path, [OWN], [])
    assert ny(root, "ärende", "testnamnden", *words) == 0
    text = (root / HOME / "2026-09-10/01-ny-vag.md").read_text("utf-8")
    assert "rubrik: Ny väg\ndiarienummer: TN/2026:9\n" in text


@pytest.mark.parametrize(
    "written", ["12/3 2026", "20260312", "2026-3-12", "12 mars 2026", "260312", "torsdag 12 mar 2026"]
)
def test_a_day_in_another_form_is_given_back_in_the_right_one(written: str, tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    assert ny(root, "ärende", "testnamnden", written, "Ny") == 2
    assert ny(root, "sammanträde", "testnamnden", written) == 2
    assert ny(root, "ärende", "testnamnden", "2026-03-12", "Ny", idag="2026-03-12T10") == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.endswith("Menade du 2026-03-12?") for line in said] == [True, True, False]


@pytest.mark.parametrize("written", ["12/3", "12 mars", "torsdagen den 12 mars"])
def test_a_day_without_a_year_is_that_of_a_meeting(written: str, tmp_path: Path, capsys: Out) -> None:
    assert ny(sound(tmp_path), "ärende", "testnamnden", written, "Ny") == 2
    assert capsys.readouterr().err.endswith("Menade du 2026-03-12?\n")


def test_what_is_to_be_done_names_the_place_that_the_item_got(tmp_path: Path, capsys: Out) -> None:
    root = _with(tmp_path, [OWN], [OWN, ("skola", "beslut", False)])
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Ny väg", "--nummer", "2") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Skriv tjänsteskrivelsen i meetings/testnamnden/2026-09-10/02-ny-vag.md," in told
