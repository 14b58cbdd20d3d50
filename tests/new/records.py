"""Records to work in: copies of the shipped boards and of the sound test record, and what stands in one."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from build_scripts.__main__ import main
from build_scripts.loading import load
from macros.facts.day import Day
from macros.finding import Finding, Level, as_text
from macros.judging import judge
from macros.record.archive import Archive

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests/cases/grund/meetings"
HOME = "meetings/testnamnden"
TODAY = "2026-03-01"


def ny(root: Path, *words: str, idag: str = TODAY) -> int:
    """Runs `klubbat ny` on the record; its exit code."""
    return main(["ny", *words, "--katalog", str(root), "--idag", idag])


def made(root: Path, before: Mapping[str, bytes]) -> dict[str, str]:
    """The files that are new, and those that changed."""
    return {name: content.decode() for name, content in files(root).items() if before.get(name) != content}


def shipped(root: Path, *bodies: str) -> Path:
    """A copy of shipped boards."""
    for body in bodies:
        shutil.copytree(ROOT / "meetings" / body, root / "meetings" / body)
    return root


def sound(root: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """A copy of the sound test record, with files below the board's folder written anew or taken away (None)."""
    shutil.copytree(SOUND, root / "meetings")
    for name, text in (files or {}).items():
        path = root / HOME / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def archive(root: Path) -> Archive:
    """The record of the folder, all of which must be readable."""
    found, findings = load(root)
    assert [as_text(one) for one in findings if one.level is Level.ERROR] == []
    return found


def findings(root: Path, today: dt.date) -> list[Finding]:
    """Everything that the checks say."""
    found, known = load(root)
    return judge(found, known, Day(found.without_drafts, today))


def errors(root: Path, today: dt.date) -> list[str]:
    """The errors that the checks find, as they are printed."""
    return [as_text(one) for one in findings(root, today) if one.level is Level.ERROR]


def files(root: Path) -> dict[str, bytes]:
    """Every file of the project with its content, without what the program remembers."""
    found = ((path.relative_to(root), path) for path in sorted(root.rglob("*")) if path.is_file())
    return {str(name): path.read_bytes() for name, path in found if name.parts[0] != ".cache"}
