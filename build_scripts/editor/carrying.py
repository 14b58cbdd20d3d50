"""Carries out a change of several files: judged, guarded and put into git as one, or taken back with why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace

from build_scripts.editor.aside import beyond_git, put_aside
from build_scripts.editor.editor import Editor
from build_scripts.editor.saving import GIT_ANSWERED, Saved, committed, guarded
from build_scripts.editor.tasks.task import RecordChange
from build_scripts.git import GitFailed, GitHindered
from build_scripts.project import WrongUse
from macros.finding import Finding, Level
from macros.guard.kinds import BY_ID, Severity
from macros.record.layout import is_attachment


def carry_out(editor: Editor, change: RecordChange) -> Saved:
    """Whoever calls holds the editor's lock. Raises WrongUse, and then everything is as it was.

    What is taken away, or an attachment that another is put in place of, lies aside where git does not have it.
    An attachment that somebody has to read first is written, and what rests on it waits with it outside of git. What was wrong
    before is no news under another name, and what says the same as before is not guarded again.
    """
    renamed, root = change.renamed, editor.root
    known = Counter((rule, renamed.get(path, path), message) for rule, path, message in editor.saved().errors)
    before = {path: (root / path).read_bytes() for path in change.paths if (root / path).is_file()}
    beyond = beyond_git(root, before)
    with ExitStack() as undo:
        undo.callback(change.carry(root))
        after = editor.saved()
        there = [path for path in change.paths if (root / path).is_file()]
        old = {renamed.get(path, path): content for path, content in before.items()}
        changed = [path for path in there if (root / path).read_bytes() != old.get(path)]
        stops = _news(known, after.findings)
        stops += [found for found in guarded(editor, changed, after.archive) if not _waits(found)]
        if stops:
            raise WrongUse("\n".join(map(_said, stops)))
        gone = {path for path in before if path not in there or (path in changed and is_attachment(path))}
        lost = {path: before[path] for path in sorted(gone.intersection(beyond).difference(renamed))}
        told = ""
        if lost:
            told, take_back = put_aside(root, lost, editor.today())
            undo.callback(take_back)
        own = [path for path in change.paths if not (path in there and is_attachment(path))]
        try:
            saved = committed(editor, after.archive, own, change.message)
        except GitHindered as hindered:
            raise WrongUse(str(hindered)) from None
        except GitFailed as failed:
            raise WrongUse(f"{GIT_ANSWERED} {failed}") from None
        undo.pop_all()
    return replace(saved, aside=told)


def _said(found: Finding) -> str:
    """What stops the change and what to do; of an attachment with its name, for several may have been sent."""
    name = f"{found.place.path.rpartition('/')[2]}: " if is_attachment(found.place.path) else ""
    return f"{name}{found.message} Gör så här: {found.remedy}"


def _news(known: Counter[tuple[str, str, str]], findings: Iterable[Finding]) -> list[Finding]:
    """What the change broke; a rule that a file broke before is the same fault, also where it names other numbers."""
    errors = [found for found in findings if found.level is Level.ERROR]
    mended = Counter((rule, path) for rule, path, _ in (known - Counter(found.fault for found in errors)).elements())
    news = []
    for found in errors:
        if found.fault in known:
            continue
        rule, path, _ = found.fault
        if mended[rule, path]:
            mended[rule, path] -= 1
        else:
            news.append(found)
    return news


def _waits(found: Finding) -> bool:
    """Whether it only waits for somebody to read the attachment."""
    return is_attachment(found.place.path) and BY_ID[found.rule].severity is Severity.REVIEW
