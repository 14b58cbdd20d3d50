"""Carries out a change of several files: judged, guarded and put into git as one, or taken back with why."""

from __future__ import annotations

from build_scripts.editor.editor import Editor
from build_scripts.editor.saving import Saved, committed, guarded
from build_scripts.editor.tasks.task import RecordChange
from build_scripts.git import GitFailed
from build_scripts.project import WrongUse
from macros.finding import Finding, Level
from macros.guard.kinds import BY_ID, Severity
from macros.record.layout import ATTACHMENTS


def carry_out(editor: Editor, change: RecordChange) -> Saved:
    """Whoever calls holds the editor's lock. Raises WrongUse, and then everything is as it was.

    An attachment that somebody has to read first is written, and what rests on it waits with it outside of git. What was wrong
    before is no news under another name, and what says the same as before is not guarded again.
    """
    renamed, root = change.renamed, editor.root
    known = {(rule, renamed.get(path, path), message) for rule, path, message in editor.saved().errors}
    before = {renamed.get(path, path): (root / path).read_bytes() for path in change.paths if (root / path).is_file()}
    take_back = change.carry(root)
    try:
        after = editor.saved()
        stops = [found for found in after.findings if found.level is Level.ERROR and found.fault not in known]
        there = [path for path in change.paths if (root / path).is_file()]
        changed = [path for path in there if (root / path).read_bytes() != before.get(path)]
        stops += [found for found in guarded(editor, changed, after.archive) if not _waits(found)]
        if stops:
            raise WrongUse("\n".join(f"{one.message} Gör så här: {one.remedy}" for one in stops))
        own = [path for path in change.paths if not (path in there and _is_attachment(path))]
        return committed(editor, after.archive, own, change.message)
    except GitFailed as failed:
        take_back()
        raise WrongUse(f"git, eller projektets egen kontroll före införandet, svarade: {failed}") from None
    except BaseException:
        take_back()
        raise


def _is_attachment(path: str) -> bool:
    return path.split("/")[-2:-1] == [ATTACHMENTS]


def _waits(found: Finding) -> bool:
    """Whether it only waits for somebody to read the attachment."""
    return _is_attachment(found.place.path) and BY_ID[found.rule].severity is Severity.REVIEW
