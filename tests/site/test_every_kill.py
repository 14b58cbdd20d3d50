"""A build killed before any one of its file operations, and a store that has lost any one of its files, are repaired by the next
build: the site shown in between is the old one or the new one, whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.site.release import listing_of, new_release

SITE = ("index.html", "404.html")

BUILT = """
import os, sys
from pathlib import Path
from tests.site.test_every_kill import build

target, left = Path(sys.argv[1]), int(sys.argv[2])

def count(event, args):
    global left
    changes = event.partition(".")[0] in ("os", "shutil") and event != "os.listdir" and event != "os.scandir"
    if changes or event == "open" and args[1] and args[1] != "r" and str(target.parent) in str(args[0]):
        if not left:
            os._exit(9)
        left -= 1

sys.addaudithook(count)
build(target, "ny")
"""


def build(target: Path, version: str) -> None:
    """A build that changes what the spare holds, and says so in its listing, as the real one does."""
    with new_release(target) as folder:
        listing_of(folder).unlink(missing_ok=True)
        for name in SITE:
            (folder / name).write_text(version, encoding="utf-8")
        listing_of(folder).write_text(version, encoding="utf-8")


def shown(target: Path) -> set[str]:
    return {(target / name).read_text("utf-8") for name in SITE}


def store(target: Path) -> list[str]:
    """What lies in the store when all is well: two releases, the spare, their listings and the lock."""
    return sorted(path.name for path in (target.parent / ".site").iterdir())


def built(folder: Path, times: int) -> Path:
    """A target that has been built so many times: with three there is a spare."""
    for version in range(1, times + 1):
        build(folder / "site", str(version))
    return folder / "site"


def repaired(target: Path) -> None:
    """The next builds are as if nothing had happened."""
    build(target, "nyast")
    assert shown(target) == {"nyast"}
    build(target, "näst")
    build(target, "sist")
    names = store(target)
    last, before = (name for name in reversed(names) if name.isdecimal())
    assert names == sorted(["lås", "reserv", "reserv.lista", before, f"{before}.lista", last, f"{last}.lista"])
    for name in ("reserv", before, last):
        assert (target.parent / ".site" / f"{name}.lista").read_text("utf-8") in shown(target.parent / ".site" / name)


@pytest.mark.slow
@pytest.mark.parametrize("times", [1, 2, 4])
def test_killed_before_each_file_operation(tmp_path: Path, times: int) -> None:
    begun = built(tmp_path / "början", times).parent
    for operation in range(200):
        target = shutil.copytree(begun, tmp_path / f"{operation}", symlinks=True) / "site"
        ended = subprocess.run([sys.executable, "-c", BUILT, str(target), str(operation)], check=False).returncode
        assert shown(target) in ({str(times)}, {"ny"})
        repaired(target)
        if not ended:
            break
    assert operation >= 10


@pytest.mark.parametrize("lost", ["lås", "reserv", "reserv.lista", "0003", "0003.lista", "0004", "0004.lista", "."])
def test_any_part_of_the_store_is_lost(tmp_path: Path, lost: str) -> None:
    target = built(tmp_path, 4)
    part = tmp_path / ".site" / lost
    assert part.exists()
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    repaired(target)
