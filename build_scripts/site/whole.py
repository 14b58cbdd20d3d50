"""Which version in git is whole: without errors on the day, nothing that the guard stops, and all that it gives in the ledgers.

What lies on the main branch may lag: somebody has edited a file on the host's own page. Then the last whole version is what is
shown, with the day that it is today, so that notices still come up and down.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts import git
from build_scripts.guard.sources import judge_sources
from build_scripts.project import WrongUse
from build_scripts.site.prepared import prepare
from macros.finding import has_errors
from macros.record.ledgers import Released

MOST_LOOKED_BACK = 50
"""Versions of the main branch: more than anybody makes without looking at what is published."""


def is_whole(root: Path, version: str, today: dt.date) -> bool:
    """Whether a version has no errors and nothing that the ledgers lack. Raises `GitFailed` for a version that is none."""
    with git.checked_out(root, version) as folder:
        return _is_whole(folder, today)


@contextmanager
def last_whole(root: Path, today: dt.date) -> Iterator[tuple[Path, str]]:
    """A folder with the last whole version, and what git calls it; the project itself, and no name, where that is whole."""
    if _is_whole(root, today):
        yield root, ""
        return
    for version in git.text(root, "rev-list", "--first-parent", f"--max-count={MOST_LOOKED_BACK}", "HEAD").split():
        with git.checked_out(root, version) as folder:
            if _is_whole(folder, today):
                yield folder, version
                return
    raise WrongUse(
        f"ingen av de senaste {MOST_LOOKED_BACK} versionerna är hel: kör klubbat kontrollera och klubbat skicka."
    )


def _is_whole(root: Path, today: dt.date) -> bool:
    prepared = prepare(root, today, searchable=False)
    if not prepared.may_be_built or prepared.fresh != Released():
        return False
    return not has_errors(judge_sources(root, prepared.archive).findings)
