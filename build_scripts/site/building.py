"""From record to shown site: prepare, build beside the old one, verify the whole, switch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from build_scripts.site.outputs import expected
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.release import new_release
from build_scripts.site.shell import build_site
from build_scripts.site.verify import verify
from macros.finding import Finding


class Refused(Exception):
    """Findings in so many files stop the release; the site that is shown is untouched."""

    def __init__(self, findings: Sequence[Finding], files: int) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = tuple(findings)
        self.files = files


def release(
    root: Path,
    today: dt.date,
    target: Path,
    *,
    searchable: bool = True,
    site_url: str | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> Prepared:
    """Lets `target` show the site of the project in `root` as of `today`, and returns what it was built from.

    Raises `Refused`, `BuildFailed` (MkDocs could not) or `WrongUse` (`target` is no site); then nothing has changed.
    """
    prepared = prepare(root, today, searchable)
    if not prepared.may_be_built:
        raise Refused(prepared.findings, prepared.files)
    with new_release(target, waiting) as folder:
        built_for = build_site(prepared, folder, site_url)
        if faults := verify(folder, expected(prepared, built_for)):
            raise Refused(faults, len({fault.place.path for fault in faults}))
    return prepared
