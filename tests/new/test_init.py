"""`klubbat init`: a municipality's record from nothing, another board, and what is said when it cannot be made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.__main__ import main
from build_scripts.content import to_fill_in
from build_scripts.mkdocs_adapter.settings_rules import settings_findings
from build_scripts.new import asking
from build_scripts.new.body import PROGRAM
from tests.dates.examples import day
from tests.new.records import ROOT, archive, errors, files, findings, sound

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""

Out = pytest.CaptureFixture[str]
BOARD = "meetings/tekniska-namnden"

LEFT = (
    "meetings",
    "tests",
    "docs",
    ".ci",
    "CHANGELOG.md",
    "SECURITY.md",
    "publiccode.yml",
)
"""What stays: the shipped record and its ledgers, and what is about developing the program itself."""

INIT = [
    *("--kommun", "Lillköpings kommun"),
    *("--nämnd", "Tekniska nämnden"),
    *("--sammanträdesdag", "torsdag"),
    *("--tid", "18:00"),
    *("--idag", "2026-11-02"),
]

ORGAN = """\
---
namn: Tekniska nämnden
kommun: Lillköpings kommun
slag: nämnd
sammanträdesdag: torsdag
tid: 18:00
# Antal dagar före sammanträdet. Skriv kallelse_källa: med reglementet och dess paragraf.
kallelse_senast: 7
# FYLL I: det som nämnden har av diarieserie, kontakt, registrator, överklagande, anmälan av delegation och enheter.
# Ta bort tecknet # på de raderna nedanför. Alla nycklar finns i hjälpen, under Nycklar.
# diarieserie:
"""


LEFT_TO_WRITE = [
    ("content/om.md", "fyll-i"),
    ("content/tillganglighet.md", "fyll-i"),
    ("content/tillganglighet.md", "fyll-i"),
    (f"{BOARD}/ledamoter.md", "fyll-i"),
    (f"{BOARD}/organ.md", "fyll-i"),
]


def test_the_repository_is_whole_from_the_start(tmp_path: Path, capsys: Out) -> None:
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT]) == 0
    assert git.text(root, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git.text(root, "config", "core.hooksPath") == ".githooks"
    assert git.text(root, "status", "--porcelain") == ""
    assert git.text(root, "log", "--format=%s") == "Börja arkivet"
    assert capsys.readouterr().out.endswith(
        f"De tre nästa kommandona\n  cd {root} && make serve\n  .venv/bin/klubbat kontrollera\n"
        "  git remote add origin ADRESS && .venv/bin/klubbat skicka\nUtan make: se content/hjalp/windows.md.\n"
    )


def test_without_an_author_the_first_commit_is_the_next_command(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git, "knows_author", lambda root: False)
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT]) == 0
    assert git.asked(root, "rev-parse", "HEAD^{commit}") is None
    assert 'git commit -m "Börja arkivet"\n' in capsys.readouterr().out
    assert "A  meetings/tekniska-namnden/organ.md" in git.text(root, "status", "--porcelain").splitlines()


def test_the_copy_tells_nothing_of_the_shipped_record_and_passes_the_guard(tmp_path: Path, capsys: Out) -> None:
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT]) == 0
    for page in ("index.md", "om.md", "tillganglighet.md", "personuppgifter.md", "sa-overklagar-du.md"):
        text = (root / "content" / page).read_text("utf-8")
        assert [word for word in ("Botkyrka", "Huddinge", "Exempelköping", "example.se") if word in text] == []
    assert main(["granska", "--katalog", str(root)]) == 0
    assert "klubbat.example.se" not in (root / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://klubbat.example.se/", True),
        ("https://example.com", True),
        ("https://arkiv.lillkoping.se/", False),
        ("https://bokexample.se/", False),
    ],
)
def test_an_address_that_is_an_example_is_told(address: str, told: bool, tmp_path: Path) -> None:
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT]) == 0
    (root / "mkdocs.yml").write_text(f"site_name: X\nsite_url: {address}\n", "utf-8")
    found = [(str(one.place), one.place.length) for one in settings_findings(root, archive(root))]
    assert found == ([("mkdocs.yml:2:11", len(address))] if told else [])


def test_the_shipped_record_is_an_example_and_has_nothing_to_fill_in() -> None:
    assert list(to_fill_in(ROOT)) == []
    assert "fyll-i" not in {one.rule for one in findings(ROOT, day("Saturday 2026-11-28"))}


def test_a_record_from_nothing(tmp_path: Path) -> None:
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT]) == 0
    left = [*to_fill_in(root), *findings(root, day("Monday 2026-11-02"))]
    assert [(one.place.path, one.rule) for one in left] == LEFT_TO_WRITE
    assert [one.rule for one in settings_findings(root, archive(root))] == ["webbadress"]
    assert sorted(name for name in files(root) if name.startswith("meetings/")) == [
        f"{BOARD}/2027-01-21/01-anmalningsarenden.md",
        f"{BOARD}/2027-01-21/02-anmalan-av-delegationsbeslut.md",
        f"{BOARD}/2027-01-21/kallelse.md",
        f"{BOARD}/ledamoter.md",
        f"{BOARD}/organ.md",
        f"{BOARD}/sammantradesordning/2027.md",
    ]
    assert (root / BOARD / "organ.md").read_text("utf-8").startswith(ORGAN)
    assert "\nsite_name: Lillköpings kommun\n" in (root / "mkdocs.yml").read_text("utf-8")


def test_a_diary_series_that_is_known_is_written_out(tmp_path: Path) -> None:
    root = sound(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: Provköping\n", "utf-8")
    assert main(["init", str(root), *INIT, "--diarieserie", "TEK/ÅÅÅÅ:N"]) == 0
    organ = (root / BOARD / "organ.md").read_text("utf-8")
    assert "\ndiarieserie:\n  - TEK/ÅÅÅÅ:N\nsammanträdesdag: torsdag\n" in organ
    assert organ.count("diarieserie") == 1
    item = (root / BOARD / "2027-01-21/01-anmalningsarenden.md").read_text("utf-8")
    assert "# diarienummer: TEK/2027:N\n" in item


def test_the_copy_builds_its_own_site(tmp_path: Path) -> None:
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT]) == 0
    words = ["bygg", "--utan-sok", "--tyst", "--katalog", str(root), "--idag", "2026-11-02"]
    built = subprocess.run([sys.executable, "-m", "build_scripts", *words], capture_output=True, text=True, cwd=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (root / "site/tekniska-namnden/2027-01-21/index.html").is_file()
    assert not (root / "site/exempelnamnden").exists()


def test_every_file_of_the_project_is_copied_or_left_on_purpose() -> None:
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    at_the_top = {name.partition("/")[0] for name in names if name and (ROOT / name).exists()}
    assert sorted([*PROGRAM, *LEFT]) == sorted(at_the_top)


def test_another_board_is_added_to_a_record_that_is_there(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: Provköping\n", "utf-8")
    before = files(root)
    assert main(["init", str(root), *INIT, "--id", "tn", "--år", "2026", "--plats", "Sal A"]) == 0
    after = files(root)
    assert {name: after[name] for name in before} == before
    assert sorted(set(after) - set(before)) == [
        "meetings/tn/2026-11-19/01-anmalningsarenden.md",
        "meetings/tn/2026-11-19/02-anmalan-av-delegationsbeslut.md",
        "meetings/tn/2026-11-19/kallelse.md",
        "meetings/tn/ledamoter.md",
        "meetings/tn/organ.md",
        "meetings/tn/sammantradesordning/2026.md",
    ]
    assert errors(root, day("Monday 2026-11-02")) == []
    capsys.readouterr()
    assert main(["init", str(root), *INIT, "--id", "tn"]) == 2
    assert capsys.readouterr().err == (
        "klubbat init: meetings/tn finns redan och skrivs aldrig över. Välj ett annat --id.\n"
    )
    assert files(root) == after


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kommun", "X"], "Nämndens namn saknas. Ange --nämnd."),
        (["--kommun", "X", "--namnd", "Y"], "Sammanträdesdag saknas. Ange --sammanträdesdag."),
        ([*INIT, "--id", "Tekniska"], '--id: "Tekniska" kan inte bli en adress. Skriv tekniska.'),
        ([*INIT, "--id", "om"], "--id: adressen /om/ används av webbplatsen själv. Välj ett annat id."),
        (
            [*INIT, "--diarieserie", "TN/ÅÅÅÅ"],
            '--diarieserie: "TN/ÅÅÅÅ" har inget löpnummer. Skriv N där det står, som i AVUX/ÅÅÅÅ:N.',
        ),
        ([*INIT, "--slag", "nemnd"], '--slag: "nemnd" går inte att använda. Menade du nämnd?'),
        (
            [*INIT, "--sammantradesdag", "torsdagar"],
            '--sammanträdesdag: "torsdagar" går inte att använda. Menade du torsdag?',
        ),
        ([*INIT, "--tid", "18"], 'tid: "18" är inget klockslag av formen TT:MM. Gör så här: skriv 18:00.'),
        (
            [*INIT, "--ar", "2026", "--idag", "2026-12-31"],
            "det finns ingen torsdag kvar att föreslå 2026. Ange ett senare år.",
        ),
    ],
)
def test_what_init_cannot_do_is_told(words: list[str], said: str, tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: Provköping\n", "utf-8")
    before = files(root)
    assert main(["init", str(root), *words]) == 2
    assert capsys.readouterr().err == f"klubbat init: {said}\n"
    assert files(root) == before


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "brev.txt").write_text("hej", "utf-8")
    assert main(["init", str(tmp_path), *INIT]) == 2
    assert capsys.readouterr().err == (
        f"klubbat init: {tmp_path} är inte tom och har ingen mkdocs.yml. Ange en ny mapp, eller stå i projektets mapp.\n"
    )
    assert list(files(tmp_path)) == ["brev.txt"]


def test_nothing_is_copied_for_a_board_that_cannot_be(tmp_path: Path) -> None:
    root = tmp_path / "arkiv"
    assert main(["init", str(root), *INIT, "--tid", "25:00"]) == 2
    assert not root.exists()


def test_init_asks_at_a_terminal_and_suggests_an_id(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = {
        "Kommunens namn": "Åby kommun",
        "Nämndens namn": "Vård- och omsorgsnämnden",
        "Sammanträdesdag": "tisdag",
    }

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return answers.get(prompt.rstrip(": "), "17:00" if prompt.startswith("Klockslag") else "")

    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    root = sound(tmp_path)
    (root / "mkdocs.yml").write_text("site_name: Provköping\n", "utf-8")
    assert main(["init", str(root), "--idag", "2026-11-02"]) == 0
    assert asked == [
        "Kommunens namn: ",
        "Nämndens namn: ",
        "Nämndens id i adresserna [vard-och-omsorgsnamnden]: ",
        "Sammanträdesdag: ",
        "Klockslag då sammanträdena börjar (TT:MM): ",
    ]
    assert (root / "meetings/vard-och-omsorgsnamnden/organ.md").is_file()
