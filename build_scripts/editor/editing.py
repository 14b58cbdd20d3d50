"""The page of one file: its form, what is wrong at which field, and what its buttons do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import RedirectResponse, Response

from build_scripts.editor import drafts, git
from build_scripts.editor.addresses import EDIT, PREVIEW, TEXT, at
from build_scripts.editor.candidate import Opened, lines, message, named, opened, text_of
from build_scripts.editor.comparison import Line, compared
from build_scripts.editor.documents import Stored, stored
from build_scripts.editor.drafts import Draft
from build_scripts.editor.editor import Editor
from build_scripts.editor.placing import BODY, by_keys
from build_scripts.editor.posting import Form
from build_scripts.editor.preview import STYLES, page_of
from build_scripts.editor.saving import Conflict, Refused, Saved, save
from build_scripts.editor.shown import View
from build_scripts.editor.spans import NotEditable
from build_scripts.editor.state import ROOT, State, rebased
from build_scripts.editor.templating import page
from macros.dates.deadlines import deadlines
from macros.dates.written import hours, weekday_date
from macros.finding import Finding

DATE = f"{ROOT}.datum"


@dataclass
class Told:
    """What a page says besides the form itself."""

    here: Sequence[Finding] = ()
    elsewhere: Sequence[Finding] = ()
    heading: str = ""
    lines: Sequence[str] = ()
    kind: str = "lugn"
    compared: Sequence[Line] = field(default_factory=list)
    draft: bool = False
    status: int = 200
    focus: str = ""


def show(editor: Editor, path: str, with_draft: bool, saved: str) -> Response:
    """The form of the file as it is saved, or of its draft."""
    now = stored(editor.root, path)
    draft = drafts.find(editor.root, path)
    try:
        file = opened(now)
        if draft is not None and with_draft:
            return _show_draft(editor, file, draft)
    except NotEditable:
        return RedirectResponse(at(TEXT, path), 303)
    told = Told(editor.judged(path, now.content).here, draft=draft is not None)
    if saved:
        told.heading, told.kind = _SAVED.get(saved, ""), "bra"
    return _page(editor, file, file.state, file.body, now.digest, file.source.text, told)


_SAVED = {
    "git": "Sparat, och infört i historiken.",
    "fil": "Sparat. Det fanns inget nytt att föra in i historiken.",
    "ny": "Filen är skapad. Fyll i det som saknas och spara.",
    "kastat": "Utkastet är borta. Här är filen så som den är sparad.",
}


def _show_draft(editor: Editor, file: Opened, draft: Draft) -> Response:
    before = opened(file.stored, draft.text)
    state = rebased(file.fields, before.state, file.tree)
    told = Told(
        editor.judged(file.stored.path, draft.text.encode()).here, heading="Det här är ditt utkast.", kind="lugn"
    )
    told.lines = ["Det är inte sparat i arkivet än."]
    if draft.digest != file.stored.digest:
        told.compared = compared(file.source.text, draft.text)
        told.lines = ["Filen har ändrats sedan utkastet skrevs. Skillnaderna står nedan."]
    return _page(editor, file, state, before.body, file.stored.digest, draft.text, told)


def act(editor: Editor, path: str, form: Form) -> Response:
    """Does what the pressed button says with the form that was sent."""
    now = stored(editor.root, path)
    try:
        file = opened(now)
    except NotEditable:
        return RedirectResponse(at(TEXT, path), 303)
    what, name = form.action
    posted = form.posted()
    state, body, digest = posted.state(file.fields), lines(form.values.get("text", "")), form.text("digest")
    if what in ("rad+", "rad-"):
        return _page(editor, file, state, body, digest, None, Told(focus=_focus(form, what, name)))
    try:
        if digest != now.digest:
            return _conflict(editor, file, state, body)
        text = text_of(file, state, body)
    except NotEditable as why:
        told = Told(heading="Inget är sparat", lines=[str(why)], kind="fel", status=422)
        return _page(editor, file, state, body, digest, None, told)
    return _done(editor, file, state, body, text, form)


def _done(editor: Editor, file: Opened, state: State, body: str, text: str, form: Form) -> Response:
    path, digest = file.stored.path, file.stored.digest
    what, _ = form.action
    if what == "utkast":
        with editor.lock:
            drafts.keep(editor.root, path, Draft(digest, text))
        told = Told(
            editor.judged(path, text.encode()).here, heading="Utkastet är sparat på den här datorn.", kind="bra"
        )
        return _page(editor, file, state, body, digest, text, told)
    if what != "spara":
        judged = editor.judged(path, text.encode())
        told = Told(judged.here, judged.elsewhere, *_VERDICTS[judged.stops])
        return _page(editor, file, state, body, digest, text, told)
    if git.is_used(editor.root) and git.author(editor.root) is None:
        author = git.Author(form.text("namn"), form.text("epost"))
        if not (author.name and "@" in author.email):
            told = Told(heading="Vem är du?", kind="fel", status=422)
            told.lines = [
                "Skriv ditt namn och din e-postadress vid knappen Spara; de står sedan vid ändringen i historiken."
            ]
            return _page(editor, file, state, body, digest, text, told)
        git.introduce(editor.root, author)
    outcome = save(editor, path, digest, text, form.text("meddelande") or message(file, state, body))
    match outcome:
        case Saved():
            return RedirectResponse(at(EDIT, path, sparat="git" if outcome.commit else "fil"), 303)
        case Conflict():
            return _conflict(editor, opened(outcome.now), state, body)
        case Refused():
            told = Told(outcome.here, outcome.elsewhere, *_NOT_SAVED, status=422)
            if outcome.git:
                told.lines = [*told.lines, "git, eller projektets egen kontroll före införandet, svarade:", outcome.git]
            return _page(editor, file, state, body, digest, text, told)


_NOT_SAVED = ("Inget är sparat", ("Rätta felen nedan. Det du har skrivit ligger kvar som utkast.",), "fel")
_VERDICTS = {
    True: ("Det här kan inte sparas än", (), "fel"),
    False: ("Kontrollerat: det här kan sparas", (), "bra"),
}


def _conflict(editor: Editor, file: Opened, state: State, body: str) -> Response:
    """Somebody has saved the file meanwhile: both versions are shown, and nothing is lost."""
    state = rebased(file.fields, state, file.tree)
    text = text_of(file, state, body)
    with editor.lock:
        drafts.keep(editor.root, file.stored.path, Draft(file.stored.digest, text))
    told = Told(editor.judged(file.stored.path, text.encode()).here, status=409, kind="fel")
    told.heading = "Filen har ändrats i ett annat fönster"
    told.lines = [
        "Inget är sparat. Till vänster står det som är sparat nu, till höger det som du har skrivit.",
        "Ändra i formuläret tills det är som det ska och spara igen, eller gå tillbaka till det som är sparat.",
    ]
    told.compared = compared(file.source.text, text)
    return _page(editor, file, state, body, file.stored.digest, text, told)


def _focus(form: Form, what: str, name: str) -> str:
    """Where the writer goes on: in the new row, or at the button of the list that lost one."""
    if what == "rad-":
        return name.rpartition(".")[0]
    known = [one for one in dict.fromkeys(form.rows.get(name, ())) if one]
    return f"{name}.n{len(known)}"


def preview(editor: Editor, path: str, form: Form) -> Response:
    """The page that the form would become on the site."""
    now = stored(editor.root, path)
    try:
        file = opened(now)
        state = form.posted().state(file.fields)
        if form.text("digest") != now.digest:
            state = rebased(file.fields, state, file.tree)
        text = text_of(file, state, lines(form.values.get("text", "")))
    except NotEditable as why:
        return page("besked.html", 422, heading="Sidan kan inte visas", sentence=str(why), lines=(), links=())
    judged = editor.judged(path, text.encode())
    shown = page_of(judged.archive, editor.today(), path, now.kind.name)
    if shown is None:
        wrong = [f"{found.message} Gör så här: {found.remedy}" for found in (*judged.here, *judged.elsewhere)]
        sentence = (
            "Det som är skrivet kan inte bli en sida än."
            if judged.stops
            else "Den här filen visas inte på webbplatsen."
        )
        return page("besked.html", heading="Ingen sida", sentence=sentence, lines=wrong, links=())
    return page("forhandsvisning.html", shown=shown, styles=STYLES)


def _page(editor: Editor, file: Opened, state: State, body: str, digest: str, text: str | None, told: Told) -> Response:
    findings = by_keys(text, told.here) if text is not None else {}
    view = View(findings, {DATE: _deadlines(editor, file.stored, state)}, told.focus)
    of_body = view.take(BODY, "text")
    fields = view.form(file.fields, state)
    values: dict[str, Any] = {
        "path": file.stored.path,
        "kind": file.stored.kind,
        "name": named(file.stored),
        "digest": digest,
        "fields": fields,
        "body": body,
        "of_body": of_body,
        "told": told,
        "listed": [*((finding, name) for finding, name in view.told), *((finding, "") for finding in view.rest())],
        "ask_author": git.is_used(editor.root) and git.author(editor.root) is None,
        "edit": at(EDIT, file.stored.path),
        "preview": at(PREVIEW, file.stored.path),
    }
    return page("redigera.html", told.status, **values)


def _deadlines(editor: Editor, file: Stored, state: State) -> list[str]:
    """The steps of a meeting on the day that the form holds, by the year's schedule."""
    written = state.get("datum") if isinstance(state, dict) and file.kind.name == "kallelse" else None
    try:
        day = dt.date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        day = None
    if day is None:
        return []
    body = editor.archive()[0].body(file.path.split("/")[1])
    schedule = body.schedule(day.year) if body else None
    if schedule is None:
        return [f"Det finns ingen sammanträdesordning för {day.year}, så inga tidsfrister räknas."]
    return [
        f"{found.step.name}: {weekday_date(found.date)}"
        + (f" {hours(found.step.hours)}" if found.step.hours else "")
        + (f" ({found.reason})" if found.reason else "")
        for found in deadlines(schedule.header, day)
    ]
