"""Saves a file: only when nobody else has changed it, the checks accept it, and git takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from build_scripts.editor import checking, drafts, git
from build_scripts.editor.documents import Stored, stored, write
from build_scripts.editor.drafts import Draft
from build_scripts.editor.editor import Editor
from macros.finding import Finding


@dataclass(frozen=True)
class Saved:
    """It is saved; `commit` tells whether git got something new."""

    commit: bool


@dataclass(frozen=True)
class Refused:
    """It is not saved, but kept as a draft: findings in the file, errors that it brings about elsewhere, git's words."""

    here: tuple[Finding, ...] = ()
    elsewhere: tuple[Finding, ...] = ()
    git: str = ""


@dataclass(frozen=True)
class Conflict:
    """It is not saved, but kept as a draft: somebody has changed the file since it was opened."""

    now: Stored


Outcome: TypeAlias = Saved | Refused | Conflict


def save(editor: Editor, path: str, digest: str, text: str, message: str) -> Outcome:
    """Saves and commits the text, or keeps it as a draft; raises `Unknown` for a path that is no file of the record."""
    with editor.lock:
        now = stored(editor.root, path)
        outcome = Conflict(now) if now.digest != digest else _save(editor, now, text, message)
        if isinstance(outcome, Saved):
            drafts.drop(editor.root, path)
        else:
            drafts.keep(editor.root, path, Draft(digest, text))
    return outcome


def _save(editor: Editor, now: Stored, text: str, message: str) -> Saved | Refused:
    content = now.encoded(text)
    if content is None:
        # The file's own coding cannot be kept (it mixes line ends): from now on it is the reader's.
        content = text.encode()
    judged = editor.judged(now.path, content)
    if judged.stops:
        return Refused(judged.here, judged.elsewhere)
    write(editor.root, now.path, content)
    try:
        found = checking.guarded(editor.root, now.path, judged.archive)
        if found:
            write(editor.root, now.path, now.content)
            return Refused((*judged.here, *found))
        return Saved(git.is_used(editor.root) and git.commit(editor.root, [now.path], message))
    except git.GitFailed as failed:
        write(editor.root, now.path, now.content)
        return Refused(judged.here, git=str(failed))
    except BaseException:
        write(editor.root, now.path, now.content)
        raise
