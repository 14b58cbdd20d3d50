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

    An attachment that somebody has to read first is written, and what rests on it waits with it outside of git.
    """
    known = editor.saved().errors
    take_back = change.carry(editor.root)
    try:
        after = editor.saved()
        stops = [found for found in after.findings if found.level is Level.ERROR and found.fault not in known]
        there = [path for path in change.paths if (editor.root / path).is_file()]
        stops += [found for found in guarded(editor, there, after.archive) if not _waits(found)]
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
