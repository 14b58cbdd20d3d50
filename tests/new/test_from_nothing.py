"""README's path, played in an empty folder with Python, git and make; and the help's, with Python and git alone.

The program is set up once; what the lines install is what is installed here, so that no test asks a package registry.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.words import words
from tests.new.records import ROOT

README = (ROOT / "README.md").read_text("utf-8")
WINDOWS = (ROOT / "content/hjalp/windows.md").read_text("utf-8")


def _tools(folder: Path, *names: str) -> dict[str, str]:
    """An environment in which nothing but these programs, and what make and git need of the system, is found."""
    folder.mkdir()
    for name in (*names, *words("sh test touch rm awk env cat xargs uname sed basename tr dirname")):
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    author = {"GIT_AUTHOR_NAME": "N N", "GIT_AUTHOR_EMAIL": "n@example.se"}
    return {"PATH": str(folder), "HOME": str(folder), "LC_ALL": "C.UTF-8", **author}


def _said(root: Path, environment: dict[str, str], line: str, code: int = 0) -> str:
    done = subprocess.run(
        line, shell=True, cwd=root, env=environment, capture_output=True, text=True, executable="/bin/sh"
    )
    assert done.returncode == code, f"{line}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def _begun(tmp_path: Path, environment: dict[str, str]) -> Path:
    """The record that README's own line makes, from the shipped project."""
    command = re.search(r"`klubbat (init \.\./arkiv [^`]*)`", README)
    assert command
    for key, value in (("user.name", "Namn"), ("user.email", "namn@example.se"), ("init.defaultBranch", "master")):
        _said(tmp_path, environment, f"git config --global {key} {value}")
    line = command[1].replace("../arkiv", str(tmp_path / "arkiv"))
    _said(ROOT, environment, f"{sys.executable} -m build_scripts {line} --idag 2026-11-29")
    return tmp_path / "arkiv"


def _set_up(root: Path, folder: str = "bin") -> None:
    """What `make setup` or the help's first lines leave: the installed packages, with the program of the copy."""
    (root / ".venv" / folder).mkdir(parents=True)
    for name, module in (("python", ""), ("klubbat", "-m build_scripts ")):
        file = root / ".venv" / folder / name
        file.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec {sys.executable} {module}"$@"\n')
        file.chmod(0o755)
    for name in (".ready", ".ready-dev"):
        (root / ".venv" / name).touch()


@pytest.mark.slow
def test_readme_from_an_empty_folder(tmp_path: Path) -> None:
    environment = _tools(tmp_path / "program", "git", "make")
    root = _begun(tmp_path, environment)
    _set_up(root)
    assert "Inga fel. 6 varningar" in _said(root, environment, "make check")
    assert "bilagor i site." in _said(root, environment, "make build")
    assert (root / "site/index.html").is_file()
    _said(tmp_path, environment, "git init --quiet --bare -b main andras.git")
    _said(root, environment, f"git remote add origin {tmp_path}/andras.git")
    (root / "content/om.md").write_text("# Om webbplatsen\n\nTekniska nämndens handlingar.\n", "utf-8")
    _said(root, environment, "git add --all && git commit --quiet -m Om")
    _said(root, environment, ".venv/bin/klubbat skicka --idag 2026-11-29")
    assert _said(tmp_path, environment, "git --git-dir andras.git rev-parse main") == _said(
        root, environment, "git rev-parse main"
    )
    (root / "meetings/tekniska-namnden/organ.md").write_text("---\nnamn:X\n---\n", "utf-8")
    refused = _said(root, environment, "git add --all && git commit -m Fel", code=1)
    assert "Inget checkades in." in refused


@pytest.mark.slow
def test_the_same_with_python_and_git_alone(tmp_path: Path) -> None:
    environment = _tools(tmp_path / "program", "git")
    root = _begun(tmp_path, environment)
    _set_up(root)
    commands = re.findall(r"`python -m build_scripts (\w+)`", WINDOWS)
    assert commands == ["visa", "kontrollera", "granska", "bygg"]
    for command in ("kontrollera", "granska", "bygg"):
        _said(root, environment, f".venv/bin/python -m build_scripts {command}")
    (root / "content/om.md").write_text("# Om\n\nTekniska nämnden.\n", "utf-8")
    _said(root, environment, "git add --all && git commit --quiet -m Om")
    # Where Windows has the program, the hook finds it too.
    (root / ".venv/bin").rename(root / ".venv/Scripts")
    (root / ".venv/Scripts/klubbat").rename(root / ".venv/Scripts/klubbat.exe")
    (root / "content/om.md").write_text("# Om oss\n\nTekniska nämnden.\n", "utf-8")
    _said(root, environment, "git add --all && git commit --quiet -m Oss")
    (root / "meetings/tekniska-namnden/organ.md").write_text("---\nnamn:X\n---\n", "utf-8")
    refused = _said(root, environment, "git add --all && git commit -m Fel", code=1)
    assert "Inget checkades in." in refused


def test_make_hooks_says_in_swedish_that_there_is_no_repository(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv").mkdir()
    for name in ("requirements.lock", "pyproject.toml", ".venv/.ready"):
        (tmp_path / name).touch()
    outside = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    said = subprocess.run(["make", "hooks"], cwd=tmp_path, capture_output=True, text=True, env=outside).stderr
    assert said.startswith("Mappen är inget git-arkiv än: skriv git init -b main först.\n")


@pytest.mark.slow
def test_writing_checking_and_looking_need_no_links(tmp_path: Path) -> None:
    root = tmp_path / "arkiv"
    program = """
import errno, os, sys
def refuse(*words, **named): raise OSError(errno.EPERM, "A required privilege is not held by the client")
os.symlink = refuse
from build_scripts.__main__ import main
from build_scripts.site.building import BuildOrder, release
import datetime as dt, pathlib
root = sys.argv[1]
at = ["--katalog", root, "--idag", "2026-11-29"]
init = ["init", root, "--kommun", "X kommun", "--nämnd", "Tekniska nämnden", "--sammanträdesdag", "torsdag", "--tid", "18:00"]
assert main([*init, "--idag", "2026-11-29"]) == 0
assert main(["ny", "ärende", "tekniska-namnden", "2027-01-21", "Ny väg", *at]) == 0
assert main(["kontrollera", *at]) == 0
target = pathlib.Path(root, "visas")
for day in (29, 30):
    release(BuildOrder(pathlib.Path(root), dt.date(2026, 11, day), target, site_url="http://127.0.0.1:8000/"))
    assert (target / "index.html").is_file() and not target.is_symlink()
"""
    done = subprocess.run([sys.executable, "-c", program, str(root)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
