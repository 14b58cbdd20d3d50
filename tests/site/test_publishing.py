"""What is published: a version of main, never older by itself, never behind a withdrawal, whole, and with a row in the log."""

from __future__ import annotations

import shutil
from collections import namedtuple
from functools import partial
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.git import GitFailed
from build_scripts.site.chain import HEAD, LOG, RowKind, read_chain
from build_scripts.site.publishing import main_version
from tests.site.browser import served
from tests.site.clones import MEETING
from tests.site.projects import TODAY, write
from tests.site.publishing_server import PublishingServer

pytestmark = pytest.mark.slow


def sent(server: PublishingServer, name: str, title: str) -> str:
    """The version with one item more, sent by somebody and fetched by the server; the commit."""
    server.item(name, title)
    assert server.skicka() == 0
    return server.head()


def test_a_release_is_shown_proved_and_told_in_the_log(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    told = capsys.readouterr().out
    first = server.head()
    assert server.rows() == [(RowKind.RELEASE, first)]
    assert f"Version {first[:12]} av main visas: rad 1 i loggen.\n" in told
    head = (server.site.parent / ".site" / HEAD).read_text("utf-8").strip()
    assert f"Loggens huvud är {head}. " in told
    assert server.publicera() == 0
    assert capsys.readouterr().out.startswith("Inget har ändrats sedan det publicerades.\n")
    second = sent(server, "02-badhus", "Badhus")
    assert server.publicera() == 0
    assert server.publicera(day="2026-11-23") == 0
    assert server.rows() == [(RowKind.RELEASE, one) for one in (first, second, second)]
    capsys.readouterr()
    assert server.klubbat("bevisa", str(server.site), "--huvud", head) == 0
    proved = " ".join(capsys.readouterr().out.split())
    assert "; 3 utgivningar och 0 tillbakadraganden står i loggen. Huvud: " in proved


@pytest.mark.parametrize("what", ["not saved", "not sent", "another branch"])
def test_only_what_is_on_main_is_published(
    server: PublishingServer, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server.item("02-badhus", "Badhus")
    expected = f"det här är inte sparat i git: {MEETING}/02-badhus.md. Skicka det först"
    if what != "not saved":
        git.run(server.root, *(["switch", "--quiet", "-c", "egen"] if what == "another branch" else ["status"]))
        git.run(server.root, "add", "--all")
        git.run(server.root, "commit", "--quiet", "-m", "Badhus")
        expected = "bara det som finns på origin/main publiceras, och det här är något annat"
    assert server.publicera() == 2
    assert expected in capsys.readouterr().err
    assert not server.site.exists()


def test_a_computer_without_git_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not that the folder has no version."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitFailed, match="Programmet git finns inte på datorn"):
        main_version(tmp_path)


def test_older_never_takes_the_place_of_newer_by_itself(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = server.head(), sent(server, "02-badhus", "Badhus")
    assert server.publicera() == 0
    git.run(server.root, "switch", "--quiet", "--detach", old)
    capsys.readouterr()
    assert server.publicera() == 2
    assert capsys.readouterr().err == (
        f"klubbat publicera: det som visas ({new[:12]}) är nyare än det som skulle visas ({old[:12]}), så inget gjordes. Hämta "
        "main först (klubbat hämta). Vill du visa en äldre version: klubbat backa.\n"
    )
    assert server.shows("badhus")


def test_a_clock_that_is_behind_shows_no_day_that_has_been(
    server: PublishingServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    rows, new = server.rows(), sent(server, "02-badhus", "Badhus")
    capsys.readouterr()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    for publish in (server.publicera, partial(server.backa, new)):
        assert publish() == 2
        told = capsys.readouterr().err
        assert "klockan visar 2025-11-24T16:00:00Z, och det som visas publicerades 20" in told
        assert "Ställ klockan rätt. " in told
    assert server.rows() == rows


def test_who_goes_back_stays_there_for_each_day_until_main_has_something_newer(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = server.head(), sent(server, "02-badhus", "Badhus")
    assert server.backa(old) == 2
    assert capsys.readouterr().err.endswith("inget är publicerat där än, så det finns inget att backa från.\n")
    assert server.publicera() == 0
    capsys.readouterr()
    expected = {
        "HEAD~3": " saknar rader i listorna över utgivet, så inget gjordes. Välj en version som klubbat skicka avslutade",
        "finns-inte": ": finns-inte är ingen version i git; git log --oneline visar dem.",
    }
    for version, message in expected.items():
        assert server.backa(version) == 2
        assert message in capsys.readouterr().err
    assert server.backa(old) == 0
    assert not server.shows("badhus")
    assert server.publicera(day="2026-11-23") == 0
    assert f"Webbplatsen är backad till {old[:12]}: den byggs om för i dag" in capsys.readouterr().err
    assert 'Läget den <time datetime="2026-11-23">' in (server.site / "kalender/index.html").read_text("utf-8")
    newest = sent(server, "03-bibliotek", "Bibliotek")
    assert server.publicera() == 0
    assert server.shows("badhus")
    assert server.shows("bibliotek")
    kinds = [RowKind.RELEASE, RowKind.BACK, RowKind.BACK, RowKind.RELEASE]
    assert server.rows() == list(zip(kinds, (new, old, old, newest), strict=True))
    assert server.klubbat("bevisa", str(server.site)) == 0


def test_a_withdrawal_is_a_row_and_nobody_goes_back_behind_it(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    sent(server, "02-badhus", "Badhus")
    before = server.head()
    assert server.publicera() == 0
    write(
        server.root,
        f"{MEETING}/02-badhus.md",
        f"---\npubliceras: nej\nskäl: personuppgifter\ntillbakadragen: {TODAY}\n---\n",
    )
    assert server.skicka() == 0
    assert server.publicera() == 0
    assert [kind for kind, _ in server.rows()] == [RowKind.RELEASE, RowKind.WITHDRAWAL, RowKind.RELEASE]
    assert server.klubbat("bevisa", str(server.site)) == 0
    assert sorted(path.name for path in (server.site.parent / ".site").iterdir() if path.is_dir()) == ["0002"]
    shown = {file: (server.site / file).read_bytes() for file in (LOG, "index.html")}
    capsys.readouterr()
    assert server.backa(before) == 2
    assert "den versionen visar något som har dragits tillbaka sedan dess" in capsys.readouterr().err
    assert {file: (server.site / file).read_bytes() for file in shown} == shown
    withdrawn = server.head()
    sent(server, "03-bibliotek", "Bibliotek")
    assert server.publicera() == 0
    assert server.backa(withdrawn) == 0
    assert not server.shows("bibliotek")


def test_what_main_last_was_whole_is_shown_when_it_is_not(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = server.head()
    server.item("02-badhus", "Badhus")
    server.pushed("add", "--all")
    capsys.readouterr()
    assert server.publicera() == 0
    assert f"Den senaste hela versionen\nvisas i stället ({whole[:12]}), med dagens datum." in capsys.readouterr().err
    assert not server.shows("badhus")
    assert server.rows() == [(RowKind.RELEASE, whole)]
    assert server.skicka() == 0
    assert server.publicera() == 0
    assert server.shows("badhus")


def test_as_many_releases_stay_as_are_asked_for(server: PublishingServer) -> None:
    for day in range(22, 28):
        assert server.publicera("--behåll", "4" if day < 27 else "1", day=f"2026-11-{day}") == 0
        releases = sorted(path.name for path in (server.site.parent / ".site").glob("[0-9]*") if path.is_dir())
        assert releases == [f"{n:04}" for n in range(max(1, day - 21 - 3), day - 20)][-1 if day == 27 else 0 :]
    assert server.publicera("--behåll", "0") == 2


def test_without_room_nothing_is_done(
    server: PublishingServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(10**9, 10**9 - 40_000_000, 40_000_000))
    capsys.readouterr()
    assert server.publicera(day="2026-11-23") == 2
    assert "har 40 MB ledigt, men 5" in capsys.readouterr().err
    assert server.rows() == [(RowKind.RELEASE, server.head())]


@pytest.mark.parametrize("lost", ["the log", "a row", "the last row"])
def test_a_log_that_is_not_what_was_published_stops(
    server: PublishingServer, lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a new one begins only when somebody says so."""
    assert server.publicera() == 0
    assert server.publicera(day="2026-11-23") == 0
    log = server.site / LOG
    lines = log.read_bytes().splitlines(keepends=True)
    if lost == "the log":
        log.unlink()
    else:
        log.write_bytes(b"".join(lines[:-1] if lost == "the last row" else [lines[0], *lines[2:]]))
    before = log.read_bytes() if log.exists() else None
    capsys.readouterr()
    assert server.publicera(day="2026-11-24") == 1
    told = capsys.readouterr().err
    assert f"{LOG}" in told
    assert "fel[bevis]" in told
    assert told.endswith(f"Inget publicerades: {server.site} är som förut.\n")
    assert (log.read_bytes() if log.exists() else None) == before
    assert server.publicera("--ny-logg", day="2026-11-24") == 0
    assert server.rows() == [(RowKind.RELEASE, server.head())]


def test_what_was_changed_where_it_is_shown_is_told_and_built_again(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    page = server.site / "prov/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole.replace(b"Prov", b"Prav"))
    capsys.readouterr()
    assert server.publicera() == 0
    assert (
        "Det som visas är inte som loggen säger, och byggs om: prov/index.html: Filen är ändrad"
        in capsys.readouterr().err
    )
    assert page.read_bytes() == whole


def test_plain_builds_leave_what_is_published_alone(
    server: PublishingServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert server.publicera() == 0
    assert server.klubbat("bygg", "--ut", str(server.site)) == 2
    assert "visar det som är publicerat, med en logg: kör klubbat publicera" in capsys.readouterr().err


def test_an_artefact_goes_on_from_the_log_at_the_sites_address(
    server: PublishingServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A service like Pages remembers nothing: the log is fetched from what is shown there."""
    public, online = tmp_path / "public", tmp_path / "online"
    online.mkdir()
    write(online, "404.html", "Här finns ingen webbplats än.")
    with served(online) as root:
        address = root.rstrip("/")
        settings = (server.root / "mkdocs.yml").read_text("utf-8")
        write(server.root, "mkdocs.yml", settings.replace("https://prov.example.se/arkiv/", f"{address}/"))
        server.pushed("add", "--all")
        for day in (22, 23):
            words = ("publicera", "--till", str(public), "--artefakt", "--tyst", "--idag", f"2026-11-{day}")
            assert server.klubbat(*words) == 0
            assert public.is_dir()
            assert not public.is_symlink()
            assert (f"Ingen logg finns på {address}/: en ny börjar." in capsys.readouterr().err) is (day == 22)
            shutil.rmtree(online, ignore_errors=True)
            shutil.copytree(public, online)
        assert len(read_chain((online / LOG).read_bytes()).rows) == 2
        assert server.klubbat("bevisa", f"{address}/") == 0
        write(online, "prov/index.html", "Någon annans ord")
        capsys.readouterr()
        assert server.klubbat("bevisa", address) == 1
        assert "prov/index.html: fel[bevis]: Filen är ändrad" in capsys.readouterr().out
    assert server.klubbat(*words) == 2
    assert f"{address}/{LOG} svarar inte som en webbplats: " in capsys.readouterr().err


@pytest.mark.parametrize("left", [b"", b"\n", b"\xff\xfe", b"b614f977"], ids=["empty", "a line", "no text", "a part"])
def test_a_head_that_a_power_cut_left_is_no_sign_of_tampering(server: PublishingServer, left: bytes) -> None:
    assert server.publicera() == 0
    kept = server.site.parent / ".site" / HEAD
    head = kept.read_bytes()
    kept.write_bytes(left)
    sent(server, "02-badhus", "Badhus")
    assert server.publicera() == 0
    assert len(kept.read_bytes()) == len(head)
    assert kept.read_bytes() != head
    assert server.publicera() == 0


def test_a_whole_disk_is_no_site_and_is_not_measured(
    server: PublishingServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("build_scripts.site.publishing.found")
    assert server.klubbat("publicera", "--till", "/", "--tyst") == 2
    assert "/ innehåller annat än en webbplats" in capsys.readouterr().err
