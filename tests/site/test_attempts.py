"""Whether the last night went well, told to whoever asks what waits."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.kept import stamps
from build_scripts.report import Refused
from build_scripts.site import attempts
from build_scripts.site.chain import HEAD
from build_scripts.site.release import store_of
from macros.finding import Finding, Level, Place
from tests.site.clones import Clone
from tests.site.projects import TODAY, write
from tests.site.publishing_server import PublishingServer

pytestmark = pytest.mark.slow


def läge(server: PublishingServer, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    """What `klubbat läge` says, on one line, to its reader and beside."""
    capsys.readouterr()
    assert server.klubbat("läge", "--idag", TODAY, *words) == 0
    told = capsys.readouterr()
    return " ".join(told.out.split()), " ".join(told.err.split())


def test_a_failed_night_is_told_with_what_is_due_until_one_has_gone_well(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    assert läge(server, capsys)[0].startswith("Läget ")
    server.item("02-badhus", "Badhus")
    assert server.publicera() == 2
    said, _ = läge(server, capsys)
    assert said.startswith(f"Publiceringen till {server.site} ")
    assert "misslyckades: det här är inte sparat i git: meetings/prov/2026-11-26/02-badhus.md. Skicka det först" in said
    assert f"Kör klubbat publicera --till {server.site}. Läget " in said
    out, beside = läge(server, capsys, "--format", "json")
    assert out.startswith("[")
    assert beside.startswith("Publiceringen till ")
    assert server.skicka() == 0
    assert server.publicera() == 0
    assert läge(server, capsys)[0].startswith("Läget ")


@pytest.mark.parametrize("what", ["no answer", "own commits"])
def test_a_night_that_could_not_fetch_is_told_and_the_next_shows_what_was_sent(
    server: PublishingServer, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    place = server.root.parent / "plats.git"
    other = Clone(server.root.parent, "berit")
    other.item("02-badhus", "Badhus")
    assert other.skicka() == 0
    if what == "no answer":
        place.rename(place.with_name("borta"))
    else:
        git.run(server.root, "commit", "--quiet", "--allow-empty", "-m", "Eget")
    assert server.publicera("--hämta") == 2
    assert "det som är skickat gick inte att hämta. Gör så här: kör git pull --ff-only i " in capsys.readouterr().err
    assert "misslyckades: det som är skickat gick inte att hämta. Gör så här: " in läge(server, capsys)[0]
    assert not server.shows("badhus")
    if what == "no answer":
        place.with_name("borta").rename(place)
    else:
        git.run(server.root, "reset", "--quiet", "--hard", "HEAD~")
    assert server.publicera("--hamta") == 0
    assert server.shows("badhus")
    assert läge(server, capsys)[0].startswith("Läget ")


def test_a_program_that_was_fetched_publishes_instead_of_the_one_that_fetched_it(
    server: PublishingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert server.publicera() == 0
    begun: list[list[str]] = []

    def begin(program: str, words: list[str]) -> None:
        begun.append(words)
        raise SystemExit(0)

    monkeypatch.setattr("os.execv", begin)
    monkeypatch.setattr(sys, "orig_argv", ["python", "klubbat", "publicera"])
    monkeypatch.setattr(stamps, "_CODE", server.root)
    stamps.code_stamp.cache_clear()
    try:
        other = Clone(server.root.parent, "berit")
        write(other.root, "macros/nytt.py", "")
        git.run(other.root, "add", "--all")
        other.pushed("status", "--short")
        with suppress(SystemExit):
            server.publicera("--hämta")
        assert begun == [[sys.executable, "klubbat", "publicera"]]
        stamps.code_stamp.cache_clear()
        assert server.publicera("--hämta") == 0
        assert len(begun) == 1
    finally:
        stamps.code_stamp.cache_clear()


def test_a_night_that_was_killed_is_told_and_a_damaged_note_says_nothing(
    server: PublishingServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert server.publicera() == 0
    note = server.root / attempts.FILE
    went_well = note.read_text("utf-8")
    monkeypatch.setattr(attempts, "_why", lambda error, target: attempts._BEGUN)
    server.item("02-badhus", "Badhus")
    assert server.publicera() == 2
    assert "misslyckades: den blev aldrig klar, eller pågår. Kör" in läge(server, capsys)[0]
    for damaged in ("", "{", "[]", "{}", went_well.replace(":", ";"), went_well.replace("T", "X"), "null"):
        note.write_text(damaged, encoding="utf-8")
        assert läge(server, capsys)[0].startswith("Läget ")
    note.write_text(went_well, encoding="utf-8")
    shutil.rmtree(server.site.resolve())
    assert "är inte som det publicerades. Kör klubbat bevisa" in läge(server, capsys)[0]
    shutil.rmtree(server.site.parent / ".site")
    assert läge(server, capsys)[0].startswith("Läget ")


def test_the_note_of_a_night_names_an_error_and_counts_no_warnings(tmp_path: Path) -> None:
    root, target = tmp_path, tmp_path / "site"
    store_of(target).mkdir()
    (store_of(target) / HEAD).touch()
    found = [
        Finding(Place(path), level, "x", f"Ett {level.value}.", "")
        for path, level in (
            ("content/a.md", Level.WARNING),
            ("meetings/b.md", Level.ERROR),
            ("meetings/c.md", Level.ERROR),
        )
    ]
    with pytest.raises(Refused), attempts.attempted(root, target, "2026-11-30T03:00:00Z"):
        raise Refused(found, 3)
    assert "meetings/b.md: Ett fel och 1 fel till" in (root / attempts.FILE).read_text("utf-8")


def test_what_is_tried_for_the_first_time_is_not_told_of(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.item("02-badhus", "Badhus")
    assert server.publicera() == 2
    assert läge(server, capsys)[0].startswith("Läget ")
