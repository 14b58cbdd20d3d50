"""`klubbat ny`: what is said when something cannot be made, and what is asked for. Nothing is written then."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.new import asking
from tests.new.records import HOME, TODAY, files, ny, sound

Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["år", "testnamnden", "2026"],
            f"{HOME}/sammantradesordning/2026.md finns redan och skrivs aldrig över. Ändra dagarna i den.",
        ),
        (["år", "testnamnden", "nästa"], 'ÅR: "nästa" är inget år; skriv fyra siffror, till exempel 2019.'),
        (["år", "testnamnden"], "År saknas. Ange ÅR."),
        (
            ["år", "testnamden", "2027"],
            'organet "testnamden" finns inte. Menade du testnamnden? Organ som finns: testnamnden.',
        ),
        (
            ["sammanträde", "testnamnden", "2026-03-13"],
            "fredag 13 mars 2026 står inte i 2026 års sammanträdesordning; närmast är 2026-03-12. "
            "Är det ett extra sammanträde: lägg till --slag extra.",
        ),
        (
            ["sammanträde", "testnamnden", "2026-03-12"],
            "testnamnden har redan sammanträdet 2026-03-12. Är det ett till samma dag: lägg till --slag extra.",
        ),
        (
            ["sammanträde", "testnamnden", "2027-05-06"],
            "torsdag 6 maj 2027 är Kristi himmelsfärdsdag. Välj en annan dag.",
        ),
        (
            ["sammanträde", "testnamnden", "20260312"],
            'Dagen: "20260312" är inget datum av formen ÅÅÅÅ-MM-DD. Menade du 2026-03-12?',
        ),
        (["sammanträde", "testnamnden", "2026-02-30"], "Dagen: 2026-02-30 finns inte i kalendern."),
        (
            ["sammanträde", "testnamnden", "2026-09-10", "--slag", "xtra"],
            '--slag: "xtra" går inte att använda. Menade du extra?',
        ),
        (
            ["sammanträde", "testnamnden", "2026-09-10", "--tid", "18"],
            'tid: "18" är inget klockslag av formen TT:MM. Gör så här: skriv 18:00.',
        ),
        (["ärende", "testnamnden", "2026-03-12"], "Rubrik saknas. Ange RUBRIK."),
        (["ärende", "testnamnden", "2026-03-12", " "], "RUBRIK är tomt. Skriv ett värde efter RUBRIK."),
        (
            ["ärende", "testnamnden", "2026-03-19", "X"],
            'testnamnden har inget sammanträde "2026-03-19". Menade du 2026-03-12?',
        ),
        (
            ["ärende", "testnamnden", "2026-02-05", "X"],
            "sammanträdet 2026-02-05 har redan ett protokoll. Ett ärende till måste få en paragraf där.",
        ),
        (
            ["ärende", "testnamnden", "2026-03-12", "X", "--maskat", "sekretess"],
            "ett maskat ärende har varken rubrik, förslag eller nummer i filen: git är offentligt.",
        ),
        (
            ["ärende", "testnamnden", "2026-03-12", "X", "--diarienummer", "TN-2026/33"],
            "inget skrevs, för arkivet skulle få fel.\n"
            f'{HOME}/2026-03-12/03-x.md:3:15: fel[diarienummer-form]: "TN-2026/33" har inte formen TN/ÅÅÅÅ:N.\n'
            "  3 | diarienummer: TN-2026/33\n"
            "    |               ^^^^^^^^^^\n"
            "  Gör så här: skriv TN/2026:33.",
        ),
        (
            [
                "delegationslista",
                "testnamnden",
                "2026-03-12",
                "--enhet",
                "Skolskjuts",
                "--månad",
                "2026-02",
                "--inga-beslut",
            ],
            f"{HOME}/2026-03-12/delegationsbeslut/2026-02-skolskjuts.md finns redan och skrivs aldrig över. "
            "Ändra i filen, eller flytta undan den först.",
        ),
        (
            ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Kök", "--månad", "februari", "--inga-beslut"],
            '--månad: "februari" är ingen månad av formen ÅÅÅÅ-MM. Skriv år och månad, till exempel 2026-03.',
        ),
        (
            ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Kök", "--månad", "feb 2026", "--inga-beslut"],
            '--månad: "feb 2026" är ingen månad av formen ÅÅÅÅ-MM. Menade du 2026-02?',
        ),
        (
            [
                *("delegationslista", "testnamnden", "2026-03-12", "--enhet", "Kök", "--månad", "2026-02"),
                *("--inkommen", "1/3", "--inga-beslut"),
            ],
            '--inkommen: "1/3" är inget datum av formen ÅÅÅÅ-MM-DD. Menade du 2026-03-01?',
        ),
        (
            ["delegationslista", "testnamnden", "2026-03-12", "--enhet", "Kök", "--månad", "2026-02"],
            "säg var besluten finns med --från FIL (eller - för det som skrivs in), eller --inga-beslut.",
        ),
        (
            [
                "delegationslista",
                "testnamnden",
                "2026-03-12",
                "--enhet",
                "Kök",
                "--månad",
                "2026-02",
                "--från",
                "saknas.csv",
            ],
            "saknas.csv går inte att använda: den finns inte.",
        ),
        (
            ["protokoll", "testnamnden", "2026-03-12"],
            "sammanträdet hålls först torsdag 12 mars 2026. Protokollet kan skrivas den dagen.",
        ),
        (
            ["protokoll", "testnamnden", "2026-02-05"],
            f"{HOME}/2026-02-05/protokoll.md finns redan och skrivs aldrig över.",
        ),
    ],
    ids=lambda value: " ".join(value[:1] + value[2:]) if isinstance(value, list) else "",
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    words: list[str], said: str, tmp_path: Path, capsys: Out
) -> None:
    root = sound(tmp_path)
    before = files(root)
    assert ny(root, *words) == 2
    assert capsys.readouterr() == ("", f"klubbat ny: {said}\n")
    assert files(root) == before
    assert not any(path.is_dir() and not any(path.iterdir()) for path in root.rglob("*"))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("2026-03-12/02-skolskjuts.md", ["ärende", "testnamnden", "2026-03-12", "X"]),
        ("sammantradesordning/2026.md", ["år", "testnamnden", "2027"]),
        ("sammantradesordning/2026.md", ["sammanträde", "testnamnden", "2026-09-10"]),
        ("ledamoter.md", ["protokoll", "testnamnden", "2026-03-12", "--idag", "2026-03-12"]),
    ],
)
def test_nothing_is_made_beside_a_file_that_cannot_be_read(
    broken: str, words: list[str], tmp_path: Path, capsys: Out
) -> None:
    root = sound(tmp_path, {broken: "---\nrubrikk: x\n---\n"})
    before = files(root)
    assert main(["ny", *words, "--katalog", str(root)]) == 2
    err = capsys.readouterr().err
    assert err.startswith("klubbat ny: filen kan inte läsas.\n")
    assert f"{HOME}/{broken}:2:1: fel[okänd-nyckel]: Nyckeln rubrikk finns inte.\n" in err
    assert files(root) == before
    assert main(["läge", "--katalog", str(root), "--idag", TODAY]) == 0
    assert capsys.readouterr().err == "Något kan saknas här: filer gick inte att läsa. Se klubbat kontrollera.\n"


def test_at_a_terminal_what_is_missing_is_asked_for(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sound(tmp_path)
    answers = iter(["", "Skolgård"])
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert ny(root, "ärende", "testnamnden", "2026-03-12") == 0
    assert (root / HOME / "2026-03-12/03-skolgard.md").is_file()


def test_an_answer_that_is_broken_off_writes_nothing(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(prompt: str) -> str:
        raise EOFError

    root = sound(tmp_path)
    before = files(root)
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", broken_off)
    assert ny(root, "ärende", "testnamnden", "2026-03-12") == 2
    assert capsys.readouterr().err == "klubbat ny: avbrutet innan allt var besvarat. Inget skrevs.\n"
    assert files(root) == before


def test_a_word_with_two_part_letters_is_the_same_word(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    assert main(["la\u0308ge", "--katalog", str(root), "--idag", TODAY]) == 0
    assert capsys.readouterr().out.startswith("Läget söndag 1 mars 2026\n")
