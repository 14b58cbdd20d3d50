"""`klubbat kontrollera --köat` and the hook that runs it: the next commit is judged, not what lies on the disk."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.checks.case import SOUND
from tests.guard.granska import LAST

pytestmark = pytest.mark.slow
"""Takes seconds, and is left to the whole run."""

ROOT = Path(__file__).parents[2]
MEETING = "meetings/testnamnden/2026-03-12"
ITEM = f"{MEETING}/02-skolskjuts.md"
SOUND_ITEM = (SOUND / ITEM).read_text(encoding="utf-8")
BROKEN = SOUND_ITEM.replace("diarienummer", "dairienummer")

Capture = pytest.CaptureFixture[str]


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    own = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "user.name=Prov", "-c", "user.email=prov@example.se", *words]
    return subprocess.run(command, cwd=root, env=os.environ | own, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A sound record, committed."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    (tmp_path / ".gitignore").write_text(".cache/\n.venv\n", encoding="utf-8")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "Början")):
        assert _git(tmp_path, *words).returncode == 0
    return tmp_path


def _write(root: Path, text: str, path: str = ITEM, add: bool = False) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    if add:
        assert _git(root, "add", path).returncode == 0


def _check(root: Path, capsys: Capture) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["kontrollera", "--köat", "--katalog", str(root), "--idag", "2026-03-01"])
    return code, capsys.readouterr().out


def test_nothing_staged_is_nothing_to_say(root: Path, capsys: Capture) -> None:
    assert _check(root, capsys) == (0, "Inga fel. 0 filer kontrollerades.\n")


def test_what_is_staged_is_judged_and_not_what_lies_on_the_disk(root: Path, capsys: Capture) -> None:
    _write(root, BROKEN, add=True)
    _write(root, SOUND_ITEM)
    code, said = _check(root, capsys)
    assert code == 1
    assert said.startswith(f"{ITEM}:3:1: fel[okänd-nyckel]: Nyckeln dairienummer finns inte.\n")
    assert said.endswith("1 fel i 1 fil.\n")
    _write(root, SOUND_ITEM + "Mer.\n", add=True)
    _write(root, BROKEN)
    assert _check(root, capsys) == (0, "Inga fel. 1 fil kontrollerades.\n")


def test_a_file_that_git_does_not_know_yet_stops_nothing(root: Path, capsys: Capture) -> None:
    _write(root, "utan rubrikdel", f"{MEETING}/03-utkast.md")
    assert _check(root, capsys)[0] == 0
    _git(root, "add", ".")
    assert "fel[rubrikdel-saknas]" in _check(root, capsys)[1]


def test_the_staged_files_are_guarded(root: Path, capsys: Capture) -> None:
    _write(root, f"{SOUND_ITEM}Elev 850709-{LAST}.\n", add=True)
    _write(root, SOUND_ITEM)
    code, said = _check(root, capsys)
    assert (code, LAST in said) == (1, False)
    assert f"{ITEM}:6:6: fel[personnummer]: Stopp: 850709-**** är" in said


def test_a_review_counts_when_it_is_in_the_same_commit(root: Path, capsys: Capture) -> None:
    _write(root, f"{SOUND_ITEM}Samråd hölls hos den som är bosatt på Provgatan 4.\n", add=True)
    assert "fel[hemadress]" in _check(root, capsys)[1]
    words = ("--godkänn", "--av", "Kim Exempel", "--skäl", "Bara ett prov.", "--idag", "2026-03-01")
    assert main(["granska", str(root / ITEM), "--katalog", str(root), *words]) == 0
    assert "fel[hemadress]" in _check(root, capsys)[1]
    _git(root, "add", f"{MEETING}/granskning.yml")
    (root / MEETING / "granskning.yml").unlink()
    assert _check(root, capsys) == (0, "Inga fel. 2 filer kontrollerades.\n")


def test_a_fault_elsewhere_that_the_commit_brings_about_is_told(root: Path, capsys: Capture) -> None:
    assert _git(root, "rm", "-q", f"{MEETING}/kallelse.md").returncode == 0
    code, said = _check(root, capsys)
    assert (code, "fel[kallelse-saknas]" in said) == (1, True)


def test_without_git_it_is_said(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    assert main(["kontrollera", "--köat", "--katalog", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("klubbat kontrollera: git säger: fatal: not a git repository")


def test_the_hook_refuses_a_commit_and_lets_a_mended_one_through(root: Path) -> None:
    (root / ".venv").symlink_to(ROOT / ".venv")
    assert _git(root, "config", "core.hooksPath", str(ROOT / ".githooks")).returncode == 0
    _write(root, BROKEN, add=True)
    refused = _git(root, "commit", "-qm", "Fel")
    assert (refused.returncode, "fel[okänd-nyckel]" in refused.stdout + refused.stderr) == (1, True)
    assert "Inget checkades in. Rätta det som står ovan" in refused.stderr
    _write(root, f"{SOUND_ITEM}Mer.\n")
    mended = _git(root, "commit", "-qam", "Rätt")
    assert (mended.returncode, mended.stderr) == (0, mended.stderr)
    assert _git(root, "log", "-1", "--format=%s").stdout == "Rätt\n"


def test_the_hook_says_what_to_do_where_the_program_is_missing(root: Path) -> None:
    assert _git(root, "config", "core.hooksPath", str(ROOT / ".githooks")).returncode == 0
    _write(root, f"{SOUND_ITEM}Mer.\n", add=True)
    refused = _git(root, "commit", "-qm", "Utan program")
    assert (refused.returncode, refused.stderr) == (
        1,
        "Klubbat är inte installerat här. Kör make setup (utan make: se content/hjalp/windows.md), och checka in igen.\n",
    )


def test_the_settings_are_guarded_with_the_notes_beside_them(root: Path, capsys: Capture) -> None:
    told = "extra:\n  sidfotstext: Samråd hölls hos den som är bosatt på Provgatan 4.\n"
    _write(root, told, "mkdocs.yml", add=True)
    code, said = _check(root, capsys)
    assert code == 1
    assert said.startswith("mkdocs.yml:2:")
    review = ["--godkänn", "--av", "Kim Exempel", "--skäl", "Genomläst.", "--idag", "2026-03-02"]
    assert main(["granska", "--katalog", str(root), str(root / "mkdocs.yml"), *review]) == 0
    assert _git(root, "add", "granskning.yml").returncode == 0
    assert _check(root, capsys)[0] == 0
