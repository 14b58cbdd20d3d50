"""`klubbat läge --webbplats`: what is shown, since when, how far behind main, and when it must be built again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.__main__ import main
from build_scripts.site.chain import LOG, Chain, RowKind
from tests.site.projects import tiny, write
from tests.site.test_withdrawn import FILES

KIND, DIGEST = RowKind.RELEASE, "a" * 64


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a notice posted on Wednesday 2026-11-11, to be taken down on Thursday 2026-12-03, and its git."""
    root = tiny(tmp_path / "projekt", FILES)
    git.run(root, "init", "--quiet", "--initial-branch=main")
    for name in ("Grund", "Nytt"):
        write(root, "anteckning.txt", name)
        git.run(root, "add", "--all")
        git.run(root, "-c", "user.name=Grund", "-c", "user.email=grund@example.se", "commit", "--quiet", "-m", name)
    git.run(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    return root


def site(root: Path, time: str, version: str = "HEAD", kind: RowKind = KIND) -> Path:
    """A site that was published then."""
    folder = root.parent / "site"
    log = Chain().with_row(time, kind, git.text(root, "rev-parse", version), DIGEST)
    write(folder, LOG, log.as_bytes().decode())
    return folder


def told(root: Path, folder: Path | str, day: str, *words: str) -> int:
    return main(["läge", "--katalog", str(root), "--idag", day, "--webbplats", str(folder), *words])


@pytest.mark.parametrize(
    ("time", "day", "code", "expected"),
    [
        ("2026-11-10T22:59:00Z", "2026-11-10", 0, "Den måste byggas om onsdag 11 november 2026: anslaget /{} ska upp."),
        ("2026-11-10T23:00:00Z", "2026-12-02", 0, "Den måste byggas om torsdag 3 december 2026: anslaget /{} ska ned."),
        (
            "2026-11-12T02:20:00Z",
            "2026-12-03",
            1,
            "Den är för gammal sedan torsdag 3 december 2026: anslaget /{} ska ned.",
        ),
        ("2026-12-03T02:20:00Z", "2026-12-03", 0, "Inget anslag kommer upp eller tas ned framöver"),
    ],
)
def test_it_is_built_again_when_a_notice_comes_up_or_down(
    root: Path, time: str, day: str, code: int, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Days are those of Stockholm: 23:00 UTC is the next day there in winter."""
    assert told(root, site(root, time), day) == code
    printed = " ".join(capsys.readouterr().out.split())
    assert expected.format("anslagstavla/prov-2026-11-05-1/") in printed


def test_what_is_shown_since_when_and_how_far_behind(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site(root, "2026-11-22T02:20:00Z", "HEAD~1", RowKind.BACK)
    assert told(root, folder, "2026-11-22") == 0
    version = git.text(root, "rev-parse", "HEAD~1")
    assert " ".join(capsys.readouterr().out.split()).startswith(
        f"{folder} visar version {version[:12]}, backad från en nyare, publicerad söndag 22 november 2026 kl. 03.20. "
        "Main har 1 nyare version som inte visas. "
    )
    assert told(root, folder, "2026-11-22", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "plats": str(folder),
        "version": version,
        "slag": "backning",
        "publicerad": "2026-11-22T02:20:00Z",
        "nyare_versioner": 1,
        "byggs_om": "2026-12-03",
        "anslag": "anslagstavla/prov-2026-11-05-1/",
        "för_gammal": False,
    }


def test_a_site_without_a_log_and_one_with_a_broken_one_are_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = site(root, "2026-11-22T02:20:00Z")
    write(folder, LOG, (folder / LOG).read_text("utf-8").replace("02:20", "03:20"))
    assert told(root, folder, "2026-11-22") == 1
    assert f"{LOG}:2:1: fel[bevis]: Raden är ändrad" in capsys.readouterr().err
    (folder / LOG).unlink()
    assert told(root, folder, "2026-11-22") == 2
    assert "har ingen logg: webbplatsen är inte publicerad med klubbat publicera." in capsys.readouterr().err
