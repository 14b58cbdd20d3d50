"""On which days the files of the record were changed, as git knows it: never who did it or what they said of it.

All of git is read once for each commit. A clone that is shallow does not know the days before it begins, so nothing is told then.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from build_scripts import git
from macros.record.home import RECORD
from macros.record.moments import STOCKHOLM
from macros.remembered import remembered

_COMMIT = "\x01"


def known_until(root: Path) -> str:
    """What the days of changes are made from: the commit, whether git has all before it, and where in it the project lies."""
    return git.asked(root, "rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix") or ""


def days_of_changes(root: Path) -> Mapping[str, tuple[dt.date, ...]]:
    """Path → the days in Stockholm on which the file was changed, in order; empty where git does not have all of them."""
    until = known_until(root)
    if "false" not in until.split("\n")[1:2]:
        return {}
    told = remembered("historik", (until,), lambda: _read(root, until.split("\n")[0]))
    days: dict[str, list[str]] = json.loads(told or "{}")
    return {path: tuple(map(dt.date.fromisoformat, found)) for path, found in days.items()}


def _read(root: Path, commit: str) -> str | None:
    """The days by path, as JSON; None where git does not answer. A merge is no change: what it brings was changed before."""
    asked = ("-z", "--no-renames", "--relative", "--name-only", f"--format={_COMMIT}%ct")
    try:
        told = git.run(root, "log", *asked, commit)
    except git.GitFailed:
        return None
    days: dict[str, set[str]] = defaultdict(set)
    day = ""
    for part in told.decode("utf-8", "surrogateescape").split("\0"):
        part = part.lstrip("\n")
        if part.startswith(_COMMIT):
            day = dt.datetime.fromtimestamp(int(part.removeprefix(_COMMIT)), STOCKHOLM).date().isoformat()
        elif part.startswith(f"{RECORD}/"):
            days[part].add(day)
    return json.dumps({path: sorted(found) for path, found in sorted(days.items())})
