"""What everybody has ("publicerat"): the ledgers on the main branch of the place that the project is sent to.

The ledgers here only grow from there. What was never sent leaves nothing behind: a branch that is dropped, rows of a
commit that was taken back. What others have sent and nobody has merged here yet is not missing either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from build_scripts import git
from macros.finding import Finding, Place
from macros.record.archive import Archive
from macros.record.ledgers import COMMAND, LEDGERS, Ledger, Released, ReleasedRow, ReleasedRows, read_ledger

REMOTE, BRANCH = "origin", "main"
MAIN = f"{REMOTE}/{BRANCH}"

_COMMIT = "\x01"

MOST_LOOKED_BACK = 50
"""Versions of the main branch: more than anybody makes without looking at what is published."""


def main_of(root: Path) -> str | None:
    """What git calls the main branch: the one that everybody has or, where nothing is sent anywhere, the one here."""
    return next((name for name in (MAIN, BRANCH) if git.asked(root, "rev-parse", "--verify", "--quiet", name)), None)


def with_published(root: Path, archive: Archive) -> tuple[Archive, list[Finding]]:
    """The archive held to what everybody has too, and the rows that are missing here; what everybody has is what counts."""
    versions = _versions(root)
    if not versions:
        return archive, []
    here = archive.released
    published = _published(root, versions, here)
    findings = [finding for ledger in LEDGERS for finding in _missing(ledger, here.of(ledger), published[ledger])]
    released = Released.of_each(lambda ledger: _joined(here.of(ledger), published[ledger]), source=MAIN)
    return replace(archive, released=replace(released, sources=_sources(root, versions, released))), findings


def _versions(root: Path) -> Sequence[str]:
    """The version that everybody has and this one grew from, and those before it on the main branch, the latest first.

    Not the main branch as it was last fetched: what others have sent since is no fault of this version. Those before count
    too, or a row that is taken away on the host's own page would be forgotten with the next change.
    """
    known = git.asked(root, "rev-parse", "--verify", "--quiet", MAIN)
    if known is None:
        return ()
    grew_from = git.asked(root, "merge-base", "HEAD", MAIN) or known
    told = git.text(root, "rev-list", "--first-parent", f"--max-count={MOST_LOOKED_BACK}", grew_from)
    return told.split()


def _published(root: Path, versions: Sequence[str], here: Released) -> Mapping[Ledger, list[ReleasedRow]]:
    """The rows of the versions that are not here; an address that has since been hidden here is hidden there too."""
    hidden = {row.key for row in here.addresses.all if row.is_hidden}
    found = {}
    for ledger in LEDGERS:
        rows = _rows_beside(root, ledger, versions, here.of(ledger))
        found[ledger] = [row.hidden if hidden and row.hidden.key in hidden else row for row in rows]
    return found


def _rows_beside(root: Path, ledger: Ledger, versions: Sequence[str], here: ReleasedRows) -> Sequence[ReleasedRow]:
    """What the ledger held in the versions and does not hold here. Only these lines are read: the others are known."""
    named = "".join(f"{version}:./{ledger.file}\n" for version in versions)
    told = git.run(root, "cat-file", "--batch-check=%(objectname)", given=named.encode()).decode()
    objects = dict.fromkeys(name for name in told.splitlines() if not name.endswith(" missing"))
    lines = {line for content in git.contents(root, objects) for line in (content or b"").split(b"\n")}
    lines -= {str(row).encode() for row in here.all}
    return read_ledger(ledger, b"\n".join((ledger.head.encode(), *sorted(lines))))[0].all


def _missing(ledger: Ledger, here: ReleasedRows, published: Sequence[ReleasedRow]) -> Iterator[Finding]:
    known = {(row.key, row.edition): row.digest for row in here.all}
    lost = dict.fromkeys(row.key for row in published if known.get((row.key, row.edition)) != row.digest)
    if lost:
        first, *others = lost
        more = f" och {len(others)} till" if others else ""
        yield Place(ledger.file).error(
            "utgivet-lista",
            f"Raden om {first}{more} är publicerad men saknas här, eller säger något annat.",
            f"kör {COMMAND}, som skriver tillbaka dem.",
        )


def _joined(here: ReleasedRows, published: Sequence[ReleasedRow]) -> ReleasedRows:
    """The rows here and those that everybody has; where they say different things of the same edition, what everybody has."""
    right = {(row.key, row.edition): row.digest for row in published}
    kept = [row for row in here.all if right.get((row.key, row.edition), row.digest) == row.digest]
    known = {(row.key, row.edition) for row in kept}
    return ReleasedRows((*kept, *(row for row in published if (row.key, row.edition) not in known)))


def _sources(root: Path, versions: Sequence[str], released: Released) -> Mapping[str, str]:
    """Path → the latest version that has the file, for released files that the main branch has lost too."""
    if all((root / row.about).exists() for row in released.addresses.latest.values() if row.about):
        return {}
    asked = (
        "-m",
        "--first-parent",
        "--no-renames",
        "--relative",
        "--diff-filter=D",
        "--name-only",
        "-z",
        f"--format={_COMMIT}%p",
    )
    found: dict[str, str] = {}
    before = ""
    for part in git.text(root, "log", *asked, f"--max-count={len(versions)}", versions[0]).split("\0"):
        part = part.lstrip("\n")
        if part.startswith(_COMMIT):
            before = part.removeprefix(_COMMIT).split(" ")[0]
        elif part:
            found.setdefault(part, before)
    return found
