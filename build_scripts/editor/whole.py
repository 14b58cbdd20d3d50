"""A file as one text: for what a form cannot show, and for those who would rather write it so."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import RedirectResponse, Response

from build_scripts.editor import drafts, git
from build_scripts.editor.addresses import EDIT, TEXT, at
from build_scripts.editor.candidate import CODING, lines, named, opened
from build_scripts.editor.comparison import compared
from build_scripts.editor.documents import Stored, stored
from build_scripts.editor.editor import Editor
from build_scripts.editor.posting import Form
from build_scripts.editor.saving import Conflict, Refused, Saved, save
from build_scripts.editor.spans import NotEditable
from build_scripts.editor.templating import page
from macros.finding import Finding, as_text


def show(editor: Editor, path: str, with_draft: bool) -> Response:
    """The whole text of the file, or of its draft."""
    now = stored(editor.root, path)
    source, draft = now.source, drafts.find(editor.root, path)
    if source is None:
        return page("besked.html", 422, heading="Filen kan inte läsas", sentence=CODING, lines=(), links=())
    text = draft.text if draft is not None and with_draft else source.text
    reason = _reason(now)
    return _page(editor, now, text, editor.judged(path, now.content).here, reason, [reason] if reason else [])


def act(editor: Editor, path: str, form: Form) -> Response:
    """Saves the text as it was sent, or says why not."""
    now = stored(editor.root, path)
    text = lines(form.values.get("text", "")).rstrip("\n") + "\n"
    if git.is_used(editor.root) and git.author(editor.root) is None:
        return _page(editor, now, text, (), "Öppna filen som formulär först, eller ange ditt namn med git config.", [])
    outcome = save(editor, path, form.text("digest"), text, form.text("meddelande") or f"{named(now)}: ändra texten")
    match outcome:
        case Saved():
            address = EDIT if not _reason(stored(editor.root, path)) else TEXT
            return RedirectResponse(at(address, path, sparat="git" if outcome.commit else "fil"), 303)
        case Conflict():
            heading = "Filen har ändrats i ett annat fönster"
            told = ["Inget är sparat. Till vänster står det som är sparat nu, till höger det som du har skrivit."]
            return _page(editor, outcome.now, text, (), heading, told, 409)
        case Refused():
            told = [
                "Rätta felen nedan. Det du har skrivit ligger kvar som utkast.",
                *([outcome.git] if outcome.git else []),
            ]
            return _page(editor, now, text, (*outcome.here, *outcome.elsewhere), "Inget är sparat", told, 422)


def _reason(file: Stored) -> str:
    """Why the file cannot be shown as a form; empty when it can."""
    try:
        opened(file)
    except NotEditable as why:
        return str(why)
    return ""


def _page(
    editor: Editor,
    now: Stored,
    text: str,
    findings: Sequence[Finding],
    heading: str,
    told: Sequence[str],
    status: int = 200,
) -> Response:
    return page(
        "text.html",
        status,
        path=now.path,
        name=named(now),
        digest=now.digest,
        text=text,
        findings=[as_text(finding) for finding in findings],
        heading=heading,
        told=told,
        compared=compared(now.source.text, text) if status == 409 and now.source else [],
    )
