"""A copy of the program for a new municipality: everything but the shipped record, its ledgers and its tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from build_scripts.new.writing import scalar
from build_scripts.project import WrongUse
from macros.record.layout import RECORD

SETTINGS = "mkdocs.yml"
PROGRAM = (
    SETTINGS,
    "content",
    "site_overrides",
    "macros",
    "build_scripts",
    "pyproject.toml",
    "requirements.lock",
    "requirements-dev.lock",
    "Makefile",
    "LICENSE",
    "README.md",
    "CONTRIBUTING.md",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".github",
    ".gitlab-ci.yml",
    ".githooks",
    ".vscode",
)
"""What a checkout of its own needs: `make serve` and `make check` work in the copy, in the editor, and where it is pushed to."""

SOURCE = Path(__file__).parents[2]


def copy_program(target: Path, municipality: str, source: Path = SOURCE) -> None:
    """Copies the program into a new or empty folder, with the municipality's name as the site's and an empty record.

    A folder with anything in it is left alone.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise WrongUse(f"{target} är inte tom och har ingen {SETTINGS}. Ange en ny mapp, eller stå i projektets mapp.")
    if not (source / SETTINGS).is_file():
        raise WrongUse("programmet är installerat utan sina filer. Kör kommandot i en kopia av projektet.")
    target.mkdir(parents=True, exist_ok=True)
    for name in PROGRAM:
        found = source / name
        if found.is_dir():
            shutil.copytree(found, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif found.is_file():
            shutil.copy2(found, target / name)
    settings = target / SETTINGS
    named = re.sub(
        r"(?m)^site_name: .*$", lambda _: f"site_name: {scalar(municipality)}", settings.read_text("utf-8"), count=1
    )
    settings.write_text(named, encoding="utf-8", newline="")
    (target / RECORD).mkdir()
