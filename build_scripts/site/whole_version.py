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
from build_scripts.published import MOST_LOOKED_BACK
from build_scripts.site.prepared import prepare
from macros.finding import has_errors
from macros.record.ledgers import Released


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
    versions = git.text(root, "rev-list", "--first-parent", f"--max-count={MOST_LOOKED_BACK}", "HEAD").split()
    for version in versions:
        with git.checked_out(root, version) as folder:
            if _is_whole(folder, today):
                yield folder, version
                return
    is_shallow = git.text(root, "rev-parse", "--is-shallow-repository") == "true"
    hint = (
        "git har inte alla versioner här: hämta dem (git fetch --unshallow; i CI fetch-depth: 0 eller GIT_DEPTH: 0). "
    )
    raise WrongUse(
        f"inget att visa: ingen av de senaste versionerna ({len(versions)} st) är hel. {hint if is_shallow else ''}Kör klubbat "
        "kontrollera, rätta det som den säger, och kör klubbat skicka."
    )


def _is_whole(root: Path, today: dt.date) -> bool:
    prepared = prepare(root, today, searchable=False)
    if not prepared.may_be_built or prepared.fresh != Released():
        return False
    return not has_errors(judge_sources(root, prepared.archive).findings)
