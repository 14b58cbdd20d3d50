"""Saves a file: only when nobody else has changed it, the checks accept it, and git takes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from build_scripts.desk.guard import judge as guard
from build_scripts.editor import drafts, git
from build_scripts.editor.documents import Stored, stored, write
from build_scripts.editor.drafts import Draft
from build_scripts.editor.editor import Editor
from macros.finding import Finding, Level
from macros.record.archive import Archive


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
class Changed:
    """It is not saved: somebody has changed the file since `before` was read."""

    now: Stored


Outcome: TypeAlias = Saved | Refused | Changed


def save(editor: Editor, before: Stored, text: str, message: str) -> Outcome:
    """Saves and commits the text in place of `before`, or keeps it as a draft; raises `Unknown` when the file is gone."""
    with editor.lock:
        now = stored(editor.root, before.path)
        if now.content != before.content:
            return Changed(now)
        outcome = _save(editor, now, text, message)
        if isinstance(outcome, Saved):
            drafts.drop(editor.root, now.path)
        else:
            drafts.keep(editor.root, now.path, Draft(now.source.text if now.source else "", text))
    return outcome


def _save(editor: Editor, now: Stored, text: str, message: str) -> Saved | Refused:
    content = now.encoded(text)
    if content is None:
        # The file's own coding cannot be kept (it mixes line ends): from now on it is the reader's.
        content = text.encode()
    candidate = editor.record.candidate(now.path, content)
    if candidate.stops:
        return Refused(candidate.here, candidate.elsewhere)
    write(editor.root, now.path, content)
    try:
        found = guarded(editor, [now.path], candidate.archive)
        if found:
            write(editor.root, now.path, now.content)
            return Refused((*candidate.here, *found))
        commit = git.is_used(editor.root) and git.commit(editor.root, [now.path], message)
    except git.GitFailed as failed:
        write(editor.root, now.path, now.content)
        return Refused(candidate.here, git=str(failed))
    except BaseException:
        write(editor.root, now.path, now.content)
        raise
    editor.record.has_got(now.path, content)
    return Saved(commit)


def guarded(editor: Editor, paths: Iterable[str], archive: Archive) -> list[Finding]:
    """What the guard of personal data stops in files as they are on disk."""
    findings = guard(editor.root, archive, None, [editor.root / path for path in paths]).findings
    return [found for found in findings if found.level is Level.ERROR]
