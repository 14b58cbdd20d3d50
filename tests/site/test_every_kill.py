"""A build killed before any one of its file operations, and a store that has lost any one of its files, are repaired by the next
build: the site shown in between is the old one or the new one, whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.site.release import MARKS_OF_A_SITE, listing_of, new_release

KILLED = """
import os, shutil, sys
from pathlib import Path
from tests.site.test_every_kill import build

begun, folder = map(Path, sys.argv[1:])

def build_until(operation, target):
    left = operation

    def count(event, args):
        nonlocal left
        changes = event.partition(".")[0] in ("os", "shutil") and event != "os.listdir" and event != "os.scandir"
        if changes or event == "open" and args[1] and args[1] != "r" and str(target.parent) in str(args[0]):
            if not left:
                os._exit(9)
            left -= 1

    code = 1
    try:
        sys.addaudithook(count)
        build(target, "ny")
        code = 0
    finally:
        left = -1
        os._exit(code)

for operation in range(200):
    target = shutil.copytree(begun, folder / f"{operation}", symlinks=True) / "site"
    child = os.fork()
    if not child:
        build_until(operation, target)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code, flush=True)
    if code == 0:
        break
"""
"""Builds copies of what is begun, each in a child of one process that has read the program, and tells how each child ended."""


def build(target: Path, version: str) -> None:
    """A build that changes what the spare holds, and says so in its listing, as the real one does."""
    with new_release(target) as folder:
        listing_of(folder).unlink(missing_ok=True)
        for name in MARKS_OF_A_SITE:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(version, encoding="utf-8")
        listing_of(folder).write_text(version, encoding="utf-8")


def shown(target: Path) -> set[str]:
    return {(target / name).read_text("utf-8") for name in MARKS_OF_A_SITE}


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
    command = [sys.executable, "-c", KILLED, str(begun), str(tmp_path)]
    codes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert codes == ["9"] * (len(codes) - 1) + ["0"]
    assert len(codes) > 10
    for operation in range(len(codes)):
        target = tmp_path / f"{operation}/site"
        assert shown(target) in ({str(times)}, {"ny"})
        repaired(target)


@pytest.mark.parametrize("lost", ["lås", "reserv", "reserv.lista", "0003", "0003.lista", "0004", "0004.lista", "."])
def test_any_part_of_the_store_is_lost(tmp_path: Path, lost: str) -> None:
    target = built(tmp_path, 4)
    part = tmp_path / ".site" / lost
    assert part.exists()
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    repaired(target)
