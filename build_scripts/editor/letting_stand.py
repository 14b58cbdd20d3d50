"""What the guard asks about in a text may stand ("granskat") when its reader has said so in the form, and why."""

from __future__ import annotations

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.guard import reviews
from build_scripts.guard.sources import judge_sources
from build_scripts.new.changing import TakeBack, written
from macros.finding import Finding
from macros.guard.kinds import BY_ID, Severity
from macros.record.archive import Archive

READER, REASON = "granskat-av", "granskat-skal"
"""The form's fields for who has looked, and why it may stand."""


def may_stand(finding: Finding) -> bool:
    """Whether a person may let it stand."""
    return finding.rule in BY_ID and BY_ID[finding.rule].severity is Severity.REVIEW


def let_stand(editor: Editor, archive: Archive, path: str, form: Form) -> TakeBack:
    """Notes what the form says of the file as it is on disk, where it says anything; what is returned takes it back."""
    by, reason = form.text(READER), form.text(REASON)
    asked = judge_sources(editor.root, archive, [editor.root / path]).open if by and reason else []
    try:
        return written(editor.root, reviews.noted(editor.root, asked, by, reason, editor.today()))
    except ValueError:
        # What stands there cannot be added to: the guard tells of it.
        return lambda: None
