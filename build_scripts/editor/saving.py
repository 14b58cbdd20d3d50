"""Saves a file, or keeps what could not be saved as a draft; and asks who saves it, where git does not know.

A file is saved only when nobody else has changed it, the checks accept it, and git takes it. Drafts lie beside the record in
a folder that git does not see.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from build_scripts.editor import git
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.letting_stand import let_stand, may_stand
from build_scripts.editor.own_folder import HOME, hide_home
from build_scripts.editor.pending import keep_waiting, unread, whole
from build_scripts.editor.stored import Stored, stored
from build_scripts.editor.templating import PageNotes
from build_scripts.git import GitFailed, GitHindered, is_used, knows_author
from build_scripts.guard.sources import judge_sources
from build_scripts.new.changing import put, written
from build_scripts.project import WrongUse
from macros.dates.written import capital
from macros.finding import Finding, Level
from macros.record.archive import Archive

DRAFTS = f"{HOME}/utkast"
WAITS = "väntar"
"""It is on the disk only, since something that it rests on may not be in git yet."""

GIT_ANSWERED = "git, eller projektets egen kontroll före införandet, svarade:"
"""What is said before the words of a commit that failed."""


@dataclass(frozen=True)
class Saved:
    """It is on the disk; `commit` tells whether git got something new, `waits` what keeps what it rests on out of git.

    `aside` is a sentence on what was taken away and lies aside, if anything.
    """

    commit: bool
    waits: tuple[Finding, ...] = ()
    aside: str = ""

    @property
    def word(self) -> str:
        """What the page that follows is told."""
        return WAITS if self.waits else "git" if self.commit else "fil"


@dataclass(frozen=True)
class Changed:
    """It is not saved: somebody has changed the file since `before` was read."""

    now: Stored


def save(editor: Editor, before: Stored, text: str, form: Form, message: str) -> Saved | PageNotes | Changed:
    """Saves and commits the text in place of `before`, or keeps it as a draft and tells why; raises `Unknown` when it is gone.

    `message` is what git is told where the writer says nothing.
    """
    if faults := missing_author(editor.root, form):
        return PageNotes(heading="Vem är du?", kind="fel", status=422, listed=[(said, name) for name, said in faults])
    with editor.lock:
        now = stored(editor.root, before.path)
        if now.content != before.content:
            return Changed(now)
        is_kept = _kept(editor.root, now, text)
        outcome = _save(editor, now, text, form, form.text("meddelande") or message)
        if isinstance(outcome, Saved):
            drop_draft(editor.root, now.path)
        elif not is_kept:
            outcome.lines = [_NO_DRAFT]
    return outcome


def _kept(root: Path, now: Stored, text: str) -> bool:
    """Keeps the text as a draft, which is there if the program dies while it saves; False where it cannot."""
    try:
        keep_draft(root, now, text)
    except OSError:
        return False
    return True


_KEPT = "Det du har skrivit ligger kvar som utkast."
_NO_DRAFT = (
    "Det du har skrivit står kvar i formuläret, men går inte att lägga undan som utkast: disken är full, eller mappen får inte "
    "skrivas i. Gör så här: ge plats på disken, och spara igen innan du lämnar sidan."
)


def _not_saved(here: Sequence[Finding], elsewhere: Sequence[Finding] = (), git: str = "") -> PageNotes:
    refused = "Git, eller projektets egen kontroll före införandet, tog inte emot ändringen."
    line = f"{refused} {_KEPT}" if git else f"Rätta felen nedan. {_KEPT}"
    return PageNotes(here, elsewhere, "Inget är sparat", [line], kind="fel", status=422, said=git)


def _save(editor: Editor, now: Stored, text: str, form: Form, message: str) -> Saved | PageNotes:
    content = now.encoded(text)
    if content is None:
        # The file's own coding cannot be kept (it mixes line ends): from now on it is the reader's.
        content = text.encode()
    candidate = editor.candidate(now.path, content)
    if candidate.stops:
        return _not_saved(candidate.here, candidate.elsewhere)
    try:
        take_back = written(editor.root, {now.path: content})
    except WrongUse as wrong:
        return PageNotes(heading="Inget är sparat", lines=[capital(str(wrong)), _KEPT], kind="fel", status=422)
    with ExitStack() as undo:
        undo.callback(take_back)
        undo.callback(let_stand(editor, candidate.archive, now.path, form))
        if found := guarded(editor, [now.path], candidate.archive):
            told = _not_saved((*candidate.here, *found))
            told.may_stand = all(map(may_stand, found))
            return told
        try:
            saved = committed(editor, candidate.archive, [now.path], message)
        except GitHindered as hindered:
            return PageNotes(candidate.here, (), "Inget är sparat", [str(hindered), _KEPT], kind="fel", status=422)
        except GitFailed as failed:
            return _not_saved(candidate.here, git=str(failed))
        undo.pop_all()
    editor.has_got(now.path, content)
    return saved


def committed(editor: Editor, archive: Archive, paths: Sequence[str], message: str) -> Saved:
    """Puts files that are judged already, and what they rest on, into git: all of it, so that a clone is whole, or nothing.

    What waits is remembered, and comes with the change that it waited for. An imported item stays outside until somebody has
    read it. Raises `GitFailed`.
    """
    if not is_used(editor.root):
        return Saved(False)
    left_out = unread(editor.root, archive)
    own = [path for path in paths if path not in left_out]
    beside, waits = waiting(editor, archive, own)
    if waits:
        keep_waiting(editor.root, own)
        return Saved(False, tuple(waits))
    is_new = git.commit(editor.root, [*own, *beside], message)
    keep_waiting(editor.root)
    return Saved(is_new)


def waiting(editor: Editor, archive: Archive, paths: Sequence[str]) -> tuple[list[str], list[Finding]]:
    """What goes into git with the files and that git does not have as it is, and what the guard says of that."""
    left_out = unread(editor.root, archive)
    along = whole(editor.root, archive.without(left_out), paths).difference(paths, left_out)
    beside = git.unsaved(editor.root, sorted(along))
    there = [path for path in beside if (editor.root / path).is_file()]
    return beside, guarded(editor, there, archive) if there else []


def guarded(editor: Editor, paths: Iterable[str], archive: Archive) -> list[Finding]:
    """What the guard of personal data stops in files as they are on disk."""
    findings = judge_sources(editor.root, archive, [editor.root / path for path in paths]).findings
    return [found for found in findings if found.level is Level.ERROR]


def asks_author(root: Path) -> bool:
    """Whether git does not know yet who works here."""
    return is_used(root) and not knows_author(root)


def missing_author(root: Path, form: Form) -> list[tuple[str, str]]:
    """The field that must be filled in and a sentence, while git does not know; else git is told what the form says."""
    if not asks_author(root):
        return []
    name, email = form.text("namn"), form.text("epost")
    if name and "@" in email:
        git.introduce(root, name, email)
        return []
    said = "Skriv ditt namn och din e-postadress; de står sedan vid ändringen i historiken."
    return [("epost" if name else "namn", said)]


def _draft(path: str) -> str:
    return f"{DRAFTS}/{path}.json"


def keep_draft(root: Path, begun_from: Stored, text: str) -> None:
    """Writes the draft of a file; the folder hides itself from git."""
    path = _draft(begun_from.path)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    hide_home(root)
    base = begun_from.source.text if begun_from.source else ""
    put(root / path, json.dumps({"base": base, "text": text}, ensure_ascii=False).encode())


def find_draft(root: Path, path: str) -> tuple[str, str] | None:
    """The draft of a file, if there is one that can be read: the text that it was begun from, and the text itself."""
    try:
        kept = json.loads((root / _draft(path)).read_text(encoding="utf-8"))
        return str(kept["base"]), str(kept["text"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def drop_draft(root: Path, path: str) -> None:
    """Throws the draft of a file away."""
    (root / _draft(path)).unlink(missing_ok=True)


def waiting_drafts(root: Path) -> list[str]:
    """The paths of the files that have a draft."""
    folder = root / DRAFTS
    return sorted(file.relative_to(folder).as_posix().removesuffix(".json") for file in folder.rglob("*.md.json"))


def follow_drafts(root: Path, names: Mapping[str, str]) -> None:
    """Lets the drafts of files that got other names follow them."""
    kept = {new: root / _draft(old) for old, new in names.items() if (root / _draft(old)).is_file()}
    contents = {new: draft.read_bytes() for new, draft in kept.items()}
    for draft in kept.values():
        draft.unlink()
    for new, content in contents.items():
        put(root / _draft(new), content)
