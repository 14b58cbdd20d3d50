"""What everybody has counts, whatever was done on the host's own page: it is missed, written back, and shown meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.__main__ import main
from build_scripts.site.whole_version import last_whole
from macros.record.ledgers import ADDRESSES
from tests.site.clones import MEETING, Clone, is_whole, made_place
from tests.site.projects import TODAY, write
from tests.site.test_ledger import DAY

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A place that two people send to."""
    return made_place(tmp_path)


def test_rows_that_are_published_cannot_be_taken_away(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna = Clone(place, "anna")
    assert anna.skicka() == 0
    (anna.root / ADDRESSES.file).unlink()
    capsys.readouterr()
    assert anna.klubbat("kontrollera", "--idag", TODAY) == 1
    assert "fel[utgivet-lista]: Raden om " in capsys.readouterr().out
    assert anna.skicka() == 0
    assert is_whole(anna.root)


@pytest.mark.parametrize("others", [0, 2])
def test_rows_taken_away_on_the_hosts_own_page_are_missed_and_written_back(
    others: int, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when something else was changed there since: what everybody had is not forgotten with the next change."""
    anna, host = Clone(place, "anna"), Clone(place, "host")
    assert anna.skicka() == 0
    assert host.klubbat("hämta") == 0
    whole = host.head()
    ledger = host.root / ADDRESSES.file
    released = ledger.read_bytes()
    ledger.write_bytes(
        b"".join(line for line in released.splitlines(keepends=True) if b"2026-11-26/cykelplan/" not in line)
    )
    item = f"{MEETING}/01-cykelplan.md"
    host.pushed("mv", item, f"{MEETING}/01-cykelplanen.md")
    for n in range(others):
        write(
            host.root, f"{MEETING}/kallelse.md", (host.root / f"{MEETING}/kallelse.md").read_text("utf-8") + f"\n{n}\n"
        )
        host.pushed("add", "--all")
    capsys.readouterr()
    assert host.klubbat("kontrollera", "--idag", TODAY) == 1
    assert capsys.readouterr().out.startswith(
        f"{MEETING}/01-cykelplanen.md: fel[adress-försvunnen]: Adressen /prov/2026-11-26/cykelplan/ är utgiven sedan {TODAY} "
        f"men finns inte längre.\n  Gör så här: byt tillbaka namnet på filen till {item}. Ska handlingen dras tillbaka: behåll "
        "filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl i filen.\n\n"
        f"{ADDRESSES.file}: fel[utgivet-lista]: Raden om prov/2026-11-26/cykelplan/ är publicerad men saknas här, eller säger "
        "något annat.\n  Gör så här: kör klubbat skicka, som skriver tillbaka dem.\n"
    )
    with last_whole(host.root, DAY) as (folder, version):
        assert version == whole
        assert (folder / item).is_file()
    assert git.text(host.root, "worktree", "list").count("\n") == 0
    git.run(host.root, "mv", f"{MEETING}/01-cykelplanen.md", item)
    assert host.skicka() == 0
    assert ledger.read_bytes() == released


def test_a_file_deleted_on_the_hosts_own_page_is_had_where_it_last_was(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna, host = Clone(place, "anna"), Clone(place, "host")
    write(anna.root, f"{MEETING}/handlingar/cykelplan/forslag.md", "---\ntitel: Ordförandens förslag\n---\nBygg.\n")
    assert anna.skicka() == 0
    assert host.klubbat("hämta") == 0
    item, before = f"{MEETING}/01-cykelplan.md", git.text(host.root, "rev-parse", "--short", "HEAD")
    host.pushed("rm", "--quiet", item)
    capsys.readouterr()
    assert host.klubbat("kontrollera", "--idag", TODAY) == 1
    told = capsys.readouterr().out
    assert f": ta tillbaka {item}: git restore --source={before} {item}. Ska " in told
    # What follows from it is not told beside it.
    assert told.count(": fel[") == 1
    git.run(host.root, "restore", f"--source={before}", item)
    assert host.skicka() == 0
    assert is_whole(host.root)


def test_without_the_past_nothing_is_guessed_to_be_whole(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host = Clone(place, "host")
    assert host.skicka() == 0
    host.pushed("rm", "--quiet", f"{MEETING}/01-cykelplan.md")
    git.run(place, "clone", "--quiet", "--depth=1", f"file://{place}/plats.git", "grund-kopia")
    publish = ("publicera", "--till", str(place / "site"), "--tyst", "--idag", TODAY)
    capsys.readouterr()
    assert main([publish[0], "--katalog", str(place / "grund-kopia"), *publish[1:]]) == 2
    assert capsys.readouterr().err == (
        "klubbat publicera: inget att visa: ingen av de senaste versionerna (1 st) är hel. git har inte alla versioner här: "
        "hämta dem (git fetch --unshallow; i CI fetch-depth: 0 eller GIT_DEPTH: 0). Kör klubbat kontrollera, rätta det som den "
        "säger, och kör klubbat skicka.\n"
    )


def test_an_edit_on_the_hosts_own_page_is_told_and_the_last_whole_version_is_shown(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna, host = Clone(place, "anna"), Clone(place, "host")
    assert anna.skicka() == 0
    assert host.klubbat("hämta") == 0
    assert host.klubbat("utgivet", "--idag", TODAY, "--saknas", "HEAD") == 0
    host.item("02-badhus", "Badhus")
    git.run(host.root, "add", "--all")
    git.run(host.root, "commit", "--quiet", "-m", "Ändrat i webbläsaren")
    git.run(host.root, "push", "--quiet", "--no-verify", "origin", "main")
    assert host.klubbat("utgivet", "--idag", TODAY, "--saknas", "HEAD") == 1
    publish = ("publicera", "--till", str(place / "site"), "--tyst", "--idag", TODAY)
    capsys.readouterr()
    assert host.klubbat(*publish) == 0
    assert "Den senaste hela versionen\nvisas i stället" in capsys.readouterr().err
    site = place / "site/prov/2026-11-26"
    assert (site / "cykelplan/index.html").is_file()
    assert not (site / "badhus").exists()
    assert anna.skicka() == 0
    assert host.klubbat("hämta") == 0
    assert host.klubbat(*publish) == 0
    assert (site / "badhus/index.html").is_file()
