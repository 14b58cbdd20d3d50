"""Fetching what others have sent, and sending ("skicka"): every step that a person may forget, in one.

What is sent is checked and guarded, what is new of it is written into the ledgers, and only then does everybody get it. Nothing
here rewrites history, throws away a change or leaves a half-done merge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build_scripts import git
from build_scripts.guard.sources import judge_sources
from build_scripts.kept.stamps import code_stamp, is_replaced
from build_scripts.project import CONTENT, WrongUse
from build_scripts.published import BRANCH, MAIN, REMOTE
from build_scripts.report import Refused
from build_scripts.site.ledgers import put_back, write
from build_scripts.site.prepared import Prepared, prepare
from macros.finding import has_errors, in_order
from macros.record.home import RECORD
from macros.record.ledgers import LEDGERS

MOST_TRIES = 5
"""Others may send at the same time: so often it is fetched and tried again."""

SENT = (RECORD, CONTENT)
"""The folders whose changes are sent."""

Tell = Callable[[str], None]


class InTheWay(Exception):
    """Files here that are not saved in git are also among what others have sent; carries the paths. Nothing is merged."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


class BothChanged(Exception):
    """The same lines were changed here and by others; carries the paths. Nothing is merged."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


@dataclass(frozen=True)
class Sent:
    """What was sent: whether there was anything, how many rows of the ledgers came with it, and the branch it was sent to."""

    anything: bool
    rows: int
    branch: str = BRANCH

    @property
    def is_for_all(self) -> bool:
        """Whether everybody has it now: another branch than the main one is published when it is merged."""
        return self.branch == BRANCH


def fetch(root: Path, tell: Tell) -> bool:
    """Merges what others have sent; whether there was anything.

    Raises `BothChanged`, `InTheWay`, `WrongUse` or `GitFailed`.
    """
    _must_be_ready(root)
    if git.text(root, "status", "--porcelain", "--untracked-files=no"):
        raise WrongUse(
            "du har ändringar som inte är sparade i git: skicka dem (klubbat skicka) eller spara dem först (git commit)."
        )
    tell("Hämtar vad andra har skickat ...")
    git.run(root, "fetch", "--quiet", REMOTE)
    return _merge(root)


def follow(root: Path) -> bool:
    """Moves the branch here on to what everybody has, where nothing of its own stands in the way. Raises `WrongUse`.

    Whether the program itself was among it: the one that runs is the one that was here before.
    """
    code_stamp()
    try:
        git.run(root, "pull", "--quiet", "--ff-only")
    except git.GitFailed as failed:
        lines = str(failed).splitlines() or ["inget"]
        told = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0])
        raise WrongUse(
            f"det som är skickat gick inte att hämta. Gör så här: kör git pull --ff-only i {root.absolute()} och se varför; "
            f"git säger {told!r}."
        ) from None
    return is_replaced()


def send(root: Path, today: dt.date, message: str, tell: Tell) -> Sent:
    """Saves, checks, merges, writes the ledgers and pushes.

    Raises `Refused`, `BothChanged`, `InTheWay`, `WrongUse` or `GitFailed`. Where it is refused, the files are as they were; a
    merge that cannot be made is taken back, and so are rows of what was not sent.
    """
    _must_be_ready(root)
    tell("Kontrollerar och granskar ...")
    _judged(root, today)
    git.run(root, "add", "--all", "--", *(folder for folder in SENT if (root / folder).exists()))
    _commit(root, message)
    for _ in range(MOST_TRIES):
        tell("Hämtar vad andra har skickat ...")
        git.run(root, "fetch", "--quiet", REMOTE)
        if _merge(root):
            tell("Kontrollerar det som blev av båda ...")
        judged, before = _judged(root, today), git.text(root, "rev-parse", "HEAD")
        rows, branch = _released(root, judged), git.text(root, "symbolic-ref", "--short", "HEAD")
        if _is_sent(root, branch):
            return Sent(False, rows, branch)
        tell("Skickar ...")
        if _push(root, branch, before):
            return Sent(True, rows, branch)
    raise WrongUse(f"andra skickar hela tiden; försök igen om en stund ({MOST_TRIES} försök gjorda).")


def can_be_sent(root: Path) -> bool:
    """Whether git knows of a place to send to."""
    return REMOTE in (git.asked(root, "remote") or "").split()


def not_sent(root: Path) -> list[str] | None:
    """The files that were changed here, saved in git or not, and that the main branch of the place does not have.

    None where that cannot be told: nothing was fetched from any place yet.
    """
    if git.asked(root, "rev-parse", "--verify", "--quiet", MAIN) is None:
        return None
    folders = [folder for folder in SENT if (root / folder).exists()]
    changed = git.text(root, "diff", "--name-only", "--relative", "--merge-base", "-z", MAIN, "--", *folders)
    new = git.text(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *folders)
    return sorted({*changed.split("\0"), *new.split("\0")} - {""})


def _must_be_ready(root: Path) -> None:
    """There is a git repository, a place to send to, a branch to send, and no merge that waits."""
    if not git.is_used(root):
        raise WrongUse("mappen är inget git-arkiv: börja med git init.")
    if not git.knows_author(root):
        raise WrongUse(
            "git vet inte vem du är: git config user.name och ditt namn, git config user.email och din adress."
        )
    if not can_be_sent(root):
        raise WrongUse(f"git vet inte vart det ska skickas: git remote add {REMOTE} och adressen till kommunens arkiv.")
    if git.asked(root, "symbolic-ref", "--quiet", "HEAD") is None:
        if (root / git.text(root, "rev-parse", "--git-path", "rebase-merge")).exists():
            raise WrongUse("en rebase är inte avslutad: git rebase --continue, eller git rebase --abort.")
        raise WrongUse(f"du står inte på någon gren: git switch {BRANCH}.")
    if git.asked(root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD") is not None:
        raise WrongUse(
            "en sammanfogning är inte avslutad: rätta filerna, git add och git commit, eller git merge --abort."
        )


def _judged(root: Path, today: dt.date) -> Prepared:
    """The record as it lies on the disk, checked and guarded. Raises `Refused`."""
    prepared = prepare(root, today, searchable=False)
    if put_back(root, prepared.archive, prepared.findings):
        prepared = prepare(root, today, searchable=False)
    findings = list(prepared.findings)
    if prepared.archive.bodies:
        findings += judge_sources(root, prepared.archive).findings
    if has_errors(findings):
        raise Refused(in_order(findings), prepared.files)
    return prepared


def _released(root: Path, prepared: Prepared) -> int:
    """Writes and commits what is new in the ledgers; how many rows."""
    fresh = prepared.fresh
    paths = write(root, prepared.archive, fresh)
    if paths:
        git.run(root, "add", "--", *paths)
    rows = sum(len(fresh.of(ledger).all) for ledger in LEDGERS)
    _commit(root, f"Utgivet {prepared.facts.today}: {'1 ny rad' if rows == 1 else f'{rows} nya rader'}")
    return rows


def _commit(root: Path, message: str) -> None:
    """Commits what is staged; the hook has nothing to say of what was judged just now."""
    if git.asked(root, "diff", "--cached", "--quiet") is None:
        git.run(root, "commit", "--quiet", "--no-verify", f"--message={message}")


def _merge(root: Path) -> bool:
    """Merges the main branch that was fetched; whether it brought anything."""
    if git.asked(root, "rev-parse", "--verify", "--quiet", MAIN) is None:
        return False
    if git.asked(root, "merge-base", "--is-ancestor", MAIN, "HEAD") is not None:
        return False
    # The program may be among it: what is worked out from here on is still the work of the one that runs.
    code_stamp()
    try:
        git.run(root, "merge", "--quiet", "--no-edit", "-m", "Foga samman med det som andra har skickat", MAIN)
    except git.GitFailed:
        paths = git.text(root, "diff", "--name-only", "--diff-filter=U", "-z").split("\0")
        if git.asked(root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD") is None:
            if in_the_way := _in_the_way(root):
                raise InTheWay(in_the_way) from None
            raise
        git.run(root, "merge", "--abort")
        raise BothChanged([path for path in paths if path]) from None
    return True


def _in_the_way(root: Path) -> list[str]:
    """The files here that are not saved in git, of those that others have sent."""
    here = (
        git.text(root, "ls-files", "--others", "-z")
        + "\0"
        + git.text(root, "diff", "--name-only", "--relative", "-z", "HEAD")
    )
    theirs = git.text(root, "diff", "--name-only", "--relative", "-z", f"HEAD...{MAIN}")
    return sorted({*here.split("\0")} & {*theirs.split("\0")} - {""})


def _is_sent(root: Path, branch: str) -> bool:
    """Whether the branch has this version already where it is sent to."""
    there = git.asked(root, "rev-parse", "--verify", "--quiet", f"{REMOTE}/{branch}")
    return there == git.text(root, "rev-parse", "HEAD")


def _push(root: Path, branch: str, before: str) -> bool:
    """Whether it was taken; not when others were first. What nobody has is not released: its rows are taken back."""
    try:
        git.run(root, "push", "--quiet", "--no-verify", REMOTE, f"HEAD:refs/heads/{branch}")
    except git.GitFailed as failed:
        git.run(root, "reset", "--quiet", "--keep", before)
        if "fetch first" in str(failed) or "non-fast-forward" in str(failed):
            return False
        raise
    return True
