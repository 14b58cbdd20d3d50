"""Two people with a clone each and a place between them: nobody who sends can publish something that is not held still."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.site.prepared import prepare
from macros.record.ledgers import ADDRESSES
from tests.site.clones import MEETING, Clone, is_whole, made_place
from tests.site.projects import ROOT, TODAY, write
from tests.site.test_ledger import DAY

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place that two people send to."""
    return made_place(tmp_path)


def test_two_who_send_at_once_both_get_everything(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna, bo = Clone(place, "anna"), Clone(place, "bo")
    anna.item("02-badhus", "Badhus")
    bo.item("03-bibliotek", "Bibliotek")
    assert anna.skicka() == 0
    assert capsys.readouterr().out.startswith("Skickat. ")
    assert bo.skicka() == 0
    assert anna.klubbat("hämta") == 0
    assert capsys.readouterr().out.endswith("Du har nu det som andra har skickat.\n")
    assert anna.head() == bo.head()
    assert is_whole(anna.root)
    released = prepare(anna.root, DAY).archive.released.addresses.latest
    assert {"prov/2026-11-26/badhus/", "prov/2026-11-26/bibliotek/"} <= released.keys()
    assert anna.skicka() == 0
    assert capsys.readouterr().out == "Inget att skicka: alla har redan det som är här.\n"


def test_what_is_wrong_is_not_sent_and_nothing_is_saved(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    before = anna.head()
    write(anna.root, f"{MEETING}/02-badhus.md", "---\nrubrik: Badhus\ndiarienummer: fel\n---\n")
    assert anna.skicka() == 1
    told = capsys.readouterr().err
    assert "fel[diarienummer-form]" in told
    assert told.endswith("Inget skickades. Rätta det som står ovan, och skicka igen.\n")
    assert anna.head() == before == git.text(anna.root, "rev-parse", "origin/main")
    assert git.text(anna.root, "status", "--porcelain") == f"?? {MEETING}/02-badhus.md"


def test_a_personal_number_is_not_sent(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    write(anna.root, f"{MEETING}/02-badhus.md", "---\nrubrik: Badhus\n---\nGäller 189001019802.\n")
    assert anna.skicka() == 1
    assert "fel[personnummer]" in capsys.readouterr().err
    assert git.text(anna.root, "rev-parse", "origin/main") == anna.head()


def test_the_same_line_changed_by_two_is_told_and_nothing_is_lost(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna, bo = Clone(place, "anna"), Clone(place, "bo")
    for who, title in ((anna, "Cykelplan i norr"), (bo, "Cykelplan i söder")):
        file = who.root / f"{MEETING}/01-cykelplan.md"
        text = file.read_text("utf-8")
        line = next(row for row in text.split("\n") if row.startswith("rubrik:"))
        file.write_text(text.replace(line, f"rubrik: {title}"), encoding="utf-8")
    assert anna.skicka() == 0
    capsys.readouterr()
    assert bo.skicka() == 1
    assert (
        f"Samma rader är ändrade både här och av någon annan:\n  {MEETING}/01-cykelplan.md\n" in capsys.readouterr().err
    )
    assert "Cykelplan i söder" in (bo.root / f"{MEETING}/01-cykelplan.md").read_text("utf-8")
    assert git.asked(bo.root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD") is None
    assert bo.klubbat("hämta") == 1


def test_what_others_have_sent_and_nobody_has_merged_here_stops_nothing(place: Path) -> None:
    """An editor that fetches by itself moves origin/main: what is new there is not missing here."""
    anna, bo = Clone(place, "anna"), Clone(place, "bo")
    bo.item("03-bibliotek", "Bibliotek")
    assert bo.skicka() == 0
    anna.item("02-badhus", "Badhus")
    git.run(anna.root, "fetch", "--quiet")
    assert anna.klubbat("kontrollera", "--idag", TODAY) == 0
    assert anna.skicka() == 0
    assert is_whole(anna.root)


def test_a_file_in_the_way_of_what_others_have_sent_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna, bo = Clone(place, "anna"), Clone(place, "bo")
    bo.item("02-badhus", "Badhus")
    assert bo.skicka() == 0
    anna.item("02-badhus", "Ett annat badhus")
    capsys.readouterr()
    assert anna.klubbat("hämta") == 1
    assert capsys.readouterr().err == (
        "Hämtar vad andra har skickat ...\n"
        "Det här har andra skickat, men du har egna filer eller ändringar där som inte är sparade i git:\n"
        f"  {MEETING}/02-badhus.md\n"
        "Inget hämtades, och inget är ändrat. Byt namn på en ny fil; spara en ändring med git add och git commit. Hämta sedan "
        "igen.\n"
    )
    assert "annat" in (anna.root / f"{MEETING}/02-badhus.md").read_text("utf-8")


def test_what_the_place_did_not_take_is_not_released(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    hook = place / "plats.git/hooks/pre-receive"
    write(hook.parent, hook.name, "#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    anna.item("02-badhus", "Badhus")
    assert anna.skicka() == 1
    assert "Inget skickades: platsen eller git sa nej. Git säger:\n" in capsys.readouterr().err
    assert not (anna.root / ADDRESSES.file).exists()
    (anna.root / f"{MEETING}/02-badhus.md").unlink()
    hook.unlink()
    assert anna.skicka() == 0
    assert "prov/2026-11-26/badhus/" not in prepare(anna.root, DAY).archive.released.addresses.latest


def test_a_branch_is_said_not_to_be_published(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    assert anna.skicka() == 0
    git.run(anna.root, "switch", "--quiet", "-c", "utkast")
    anna.item("02-badhus", "Badhus")
    capsys.readouterr()
    assert anna.skicka() == 0
    assert capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ") == (
        "Skickat till grenen utkast. 1 rad är ny i listorna över utgivet. Det publiceras när grenen har fogats till main.\n"
    )


def test_what_was_never_sent_can_be_deleted_freely(place: Path) -> None:
    anna = Clone(place, "anna")
    assert anna.skicka() == 0
    git.run(anna.root, "switch", "--quiet", "-c", "utkast")
    anna.item("02-badhus", "Badhus")
    assert anna.klubbat("utgivet", "--idag", TODAY, "--skriv") == 0
    git.run(anna.root, "add", "--all")
    git.run(anna.root, "commit", "--quiet", "-m", "Utkast")
    git.run(anna.root, "switch", "--quiet", "main")
    assert is_whole(anna.root)


def test_the_hook_refuses_a_push_to_main_that_lacks_rows(place: Path) -> None:
    anna = Clone(place, "anna")
    hooks = anna.root / ".git/hooks"
    shutil.copy(ROOT / ".githooks/pre-push", hooks)
    push = ["git", "-C", str(anna.root), "push", "--quiet", "origin"]
    anna.item("02-badhus", "Badhus")
    git.run(anna.root, "add", "meetings")
    git.run(anna.root, "commit", "--quiet", "-m", "Badhus")
    bare = subprocess.run([*push, "main"], capture_output=True, text=True, check=False)
    assert bare.returncode != 0
    assert "Klubbat är inte installerat här. Kör make setup" in bare.stderr
    write(anna.root, ".venv/bin/klubbat", f'#!/bin/sh\nexec {ROOT}/.venv/bin/klubbat "$@" --idag {TODAY}\n')
    (anna.root / ".venv/bin/klubbat").chmod(0o755)
    refused = subprocess.run([*push, "main"], capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    assert "Kör klubbat skicka i stället för git push." in refused.stderr
    assert subprocess.run([*push, "main:utkast"], check=False).returncode == 0
    assert anna.skicka() == 0
    assert is_whole(anna.root)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("remote", "remove", "origin"), "git vet inte vart det ska skickas"),
        (("config", "user.name", ""), "git vet inte vem du är"),
        (("switch", "--quiet", "--detach"), "du står inte på någon gren"),
    ],
)
def test_what_is_missing_is_told(
    change: tuple[str, ...], told: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = Clone(place, "anna")
    git.run(anna.root, *change)
    assert anna.skicka() == 2
    assert capsys.readouterr().err.startswith(f"klubbat skicka: {told}")


def test_a_place_that_does_not_answer_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    shutil.rmtree(place / "plats.git")
    anna.item("02-badhus", "Badhus")
    assert anna.skicka() == 1
    assert "Inget skickades: platsen eller git sa nej. Git säger:\n" in capsys.readouterr().err


def test_a_lock_that_a_dead_git_left_is_told_with_the_way_out(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    anna.item("02-badhus", "Badhus")
    lock = anna.root / ".git/index.lock"
    lock.touch()
    assert anna.skicka() == 1
    told = "Ett annat program använder git i mappen, eller avbröts mitt i. Vänta en stund och försök igen: "
    assert f"{told}ett lås som är äldre än 15 minuter tas bort." in capsys.readouterr().err
    os.utime(lock, (time.time() - 14 * 60,) * 2)
    assert anna.skicka() == 1
    os.utime(lock, (time.time() - 16 * 60,) * 2)
    assert anna.skicka() == 0
    assert not lock.exists()


def test_a_lock_that_another_git_has_for_a_moment_is_waited_for(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk asks git on every page, also while something is saved."""
    anna = Clone(place, "anna")
    anna.item("02-badhus", "Badhus")
    lock = anna.root / ".git/index.lock"
    lock.touch()
    waits: list[float] = []

    def ended_meanwhile(seconds: float) -> None:
        waits.append(seconds)
        lock.unlink()

    monkeypatch.setattr(git, "sleep", ended_meanwhile)
    assert anna.skicka() == 0
    assert len(waits) == 1


def test_an_address_that_itself_must_not_be_told_leaves_only_its_digest(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And so does all that belongs to it: its documents, its PDF files; the file's name goes from what it gave besides."""
    anna = Clone(place, "anna")
    item = f"{MEETING}/02-ansokan-fran-anna-test.md"
    write(anna.root, item, "---\nrubrik: Ansökan\ndiarienummer: PRO/2026:8\n---\n")
    write(anna.root, f"{MEETING}/handlingar/ansokan-fran-anna-test/brev.md", "---\ntitel: Brev\n---\nHej.\n")
    assert anna.skicka() == 0
    hide = ("utgivet", "--dölj", "/prov/2026-11-26/ansokan-fran-anna-test/")
    capsys.readouterr()
    assert anna.klubbat(*hide) == 2
    assert (
        capsys.readouterr().err == "klubbat utgivet: sidan finns kvar i arkivet: döp om filen och maskera den först.\n"
    )
    git.run(anna.root, "rm", "-r", "--quiet", item, f"{MEETING}/handlingar")
    hidden = "---\ndiarienummer: PRO/2026:8\npubliceras: maskat\nskäl: personuppgifter\n---\n"
    write(anna.root, f"{MEETING}/02-maskat-arende.md", hidden)
    assert anna.klubbat(*hide) == 0
    assert anna.klubbat(*hide) == 2
    capsys.readouterr()
    assert anna.skicka() == 0
    assert "anna-test" not in capsys.readouterr().err
    assert "anna-test" not in "".join(file.read_text("utf-8") for file in (anna.root / "meetings/utgivet").iterdir())
    assert is_whole(anna.root)
