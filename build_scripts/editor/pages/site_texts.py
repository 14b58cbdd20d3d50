"""The website's own texts (`content/`): what is left to be written there, and each as a text that is checked and committed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from starlette.responses import RedirectResponse, Response

from build_scripts.content import content_pages, to_fill_in
from build_scripts.editor import git
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.state import joined
from build_scripts.editor.saving import asks_author, guarded, missing_author
from build_scripts.editor.stored import Unknown, encoded
from build_scripts.editor.templating import SITE_TEXT, at, page, task_at
from build_scripts.git import GitFailed, is_used
from build_scripts.mkdocs_adapter.settings_rules import settings_findings
from build_scripts.new.changing import written
from build_scripts.project import CONTENT, SETTINGS, WrongUse
from macros.finding import Finding, Level
from macros.record.source import decode

Faults = Sequence[tuple[str, str]]


def listed(editor: Editor) -> list[tuple[str, str, int]]:
    """The site's own facts, then the pages at its top: address here, title, and how many places are left to be written."""
    saved = editor.saved()
    told = (*to_fill_in(editor.root), *settings_findings(editor.root, saved.archive))
    left = [one.place.path for one in told]
    pages = content_pages(editor.root, saved.facts)[0]
    own = ((f"{CONTENT}/{name}", one.title or name) for name, one in pages.items() if "/" not in name)
    facts = (task_at("webbplats", ""), "Webbplatsens namn och adress", left.count(SETTINGS))
    return [facts, *((at(SITE_TEXT, path), title, left.count(path)) for path, title in own)]


def show(editor: Editor, asked: Form, text: str | None = None, faults: Faults = ()) -> Response:
    """The page's text, and what is left to be written in it."""
    saved, path = _text(editor, asked.path), asked.path
    return page(
        "sidtext.html",
        422 if faults else 200,
        path=path,
        base=saved,
        text=saved if text is None else text,
        left=[one for one in to_fill_in(editor.root) if one.place.path == path],
        faults=faults,
        done=bool(asked.text("sparat")),
        ask_author=asks_author(editor.root),
    )


def act(editor: Editor, asked: Form, form: Form) -> Response:
    """Saves and commits the text, or says why not."""
    path, text = asked.path, form.written("text").rstrip("\n") + "\n"
    with editor.lock:
        before = _text(editor, path)
        faults = missing_author(editor.root, form)
        if joined(form.written("grund")) != joined(before):
            faults.append(
                ("text", "Sidan har ändrats i ett annat fönster. Kopiera det du har skrivit, och öppna sidan på nytt.")
            )
        content = encoded(text, before, (editor.root / path).read_bytes()) or text.encode()
        faults = faults or _saved(editor, path, content)
    if faults:
        return show(editor, asked, text, faults)
    return RedirectResponse(at(SITE_TEXT, path, sparat="ja"), 303)


def _saved(editor: Editor, path: str, content: bytes) -> list[tuple[str, str]]:
    known = {found.fault for found in _errors(editor)}
    with ExitStack() as undo:
        undo.callback(written(editor.root, {path: content}))
        found = [one for one in _errors(editor) if one.fault not in known]
        found += guarded(editor, [path], editor.saved().archive)
        if found:
            return [("text", f"Rad {one.place.line}: {one.message} Gör så här: {one.remedy}") for one in found]
        try:
            if is_used(editor.root):
                git.commit(editor.root, [path], f"Ändra {path}")
        except GitFailed as failed:
            return [("", f"Git, eller projektets egen kontroll före införandet, svarade: {failed}")]
        undo.pop_all()
    return []


def _errors(editor: Editor) -> list[Finding]:
    return [one for one in content_pages(editor.root, editor.saved().facts)[1] if one.level is Level.ERROR]


def _text(editor: Editor, path: str) -> str:
    folder, _, name = path.rpartition("/")
    file = editor.root / path
    if folder != CONTENT or not name.endswith(".md") or file.is_symlink() or not file.is_file():
        raise Unknown(path)
    source, findings = decode(path, file.read_bytes())
    if source is None:
        raise WrongUse(" ".join(f"{path}: {one.message} Gör så här: {one.remedy}" for one in findings))
    return source.text
