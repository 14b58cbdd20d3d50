"""What is done with the form of a file: shown, checked, saved, kept as a draft, and merged with another window's."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.fields import Group, label
from build_scripts.editor.form.file_as_form import Opened, message, opened, rebased, text_of
from build_scripts.editor.form.grids import gathered
from build_scripts.editor.form.minutes_parts import PARAGRAPHS, PART, after_saving
from build_scripts.editor.form.posting import ROW_BUTTONS, Form
from build_scripts.editor.form.remedies import FILLED, carried_out, without_remark
from build_scripts.editor.form.state import FormState
from build_scripts.editor.form.windows import BODY, Conflict, Merge, choice_of, chosen, merged, way_to
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages.file_form import file_form
from build_scripts.editor.saving import (
    WAITS,
    Changed,
    Saved,
    drop_draft,
    find_draft,
    keep_draft,
    save,
    waiting,
    waiting_drafts,
)
from build_scripts.editor.stored import Stored, Unknown, stored
from build_scripts.editor.templating import EDIT, START, TEXT, PageNotes, answer, at, saved_at
from macros.record.layout import kind_of

BASE = "grund"
"""The field that carries the file's text as it was when the form was opened."""

_SAVED = {
    "git": "Sparat, och infört i historiken.",
    "fil": "Sparat. Det fanns inget nytt att föra in i historiken.",
    "kastat": "Utkastet är borta. Här är filen så som den är sparad.",
}
_OTHER_WINDOW = "Filen har ändrats i ett annat fönster"


def show(editor: Editor, asked: Form) -> Response:
    """The form of the file as it is saved, or of its draft, with what was just done."""
    path, with_draft, saved = asked.path, asked.text("utkast"), asked.text("sparat")
    now = stored(editor.root, path)
    draft = find_draft(editor.root, path)
    try:
        file = opened(now)
        if draft is not None and with_draft:
            return _show_draft(editor, file, *draft)
    except NotEditable:
        return RedirectResponse(at(TEXT, path, **({"utkast": "1"} if with_draft else {})), 303)
    told = PageNotes(editor.saved().at(path), draft=draft is not None)
    if saved in _SAVED:
        told.heading, told.kind = _SAVED[saved], "bra"
    elif saved == WAITS:
        told.heading, told.kind = "Sparat på den här datorn, men inte infört i historiken", "lugn"
        told.elsewhere = waiting(editor, editor.saved().archive, [path])[1]
    if changed := _keys_said(file.fields, asked.text("annat").split(",")):
        told.lines = [f"I ett annat fönster hade också ändrats: {changed}. Båda fönstrens ändringar är med."]
    told.focus = asked.text("falt")
    return file_form(editor, file, file.state, file.body, told, file.source.text, asked.text(PART))


def _show_draft(editor: Editor, file: Opened, begun_from: str, draft: str) -> Response:
    base, kept = opened(file.stored, begun_from), opened(file.stored, draft)
    found = merged(base, rebased(base.fields, kept.state, base.tree), kept.body, file)
    text = text_of(file, found.state, found.body)
    told = PageNotes(editor.candidate(file.stored.path, text.encode()).here, heading="Det här är ditt utkast.")
    told.lines = ["Det är inte sparat i arkivet än."]
    if found.there:
        told.lines = [
            f"Filen har ändrats sedan utkastet skrevs: {_keys_said(file.fields, found.there)}. De ändringarna är med här.",
            "Inget av utkastet är sparat i arkivet än.",
        ]
        told.differs = True
        _tell_conflicts(told, file, found)
    return file_form(editor, file, found.state, found.body, told, text)


def act(editor: Editor, path: str, form: Form) -> Response:
    """Does what the pressed button says with the form that was sent."""
    try:
        base = opened(stored(editor.root, path), form.written(BASE))
    except (Unknown, NotEditable):
        return _gone(path, form)
    form = gathered(form)
    values, left = chosen(base, form.values, form.rows.get("konflikt", ()))
    form = carried_out(replace(form, values=values))
    state, body, part = form.state(base.fields), form.written(BODY), form.text(PART)
    if form.button in ROW_BUTTONS:
        return file_form(editor, base, state, body, PageNotes(focus=form.next(), conflicts=left), part=part)
    if form.button == PART:
        return _another_part(editor, base, state, body, form, left)
    try:
        return _done(editor, base, state, body, form, left)
    except NotEditable as why:
        told = PageNotes(heading="Inget är sparat", lines=[str(why)], kind="fel", status=422, conflicts=left)
        return file_form(editor, base, state, body, told, part=part)


def _another_part(
    editor: Editor, base: Opened, state: FormState, body: str, form: Form, left: tuple[Conflict, ...]
) -> Response:
    """The part that holds the button's field, with what is written in all of them; nothing is saved by it."""
    told = PageNotes(focus=form.target, conflicts=left)
    if text_of(base, state, body) == base.source.text:
        told.here = editor.saved().at(base.stored.path)
    return file_form(editor, base, state, body, told, base.source.text if told.here else None)


def _gone(path: str, form: Form) -> Response:
    """The file has been taken away, or broken, since the form was opened: what was written is shown, to be copied."""
    kind, text = kind_of(path), form.written(BASE)
    if kind is None or not text:
        raise Unknown(path)
    try:
        base = opened(Stored(path, kind, text.encode()))
    except NotEditable:
        raise Unknown(path) from None
    written = text_of(base, form.state(base.fields), form.written(BODY))
    sentence = (
        "Filen har tagits bort, eller kan inte längre läsas. Inget är sparat. Kopiera det du har skrivit härifrån."
    )
    return answer("Inget är sparat", sentence, 409, text=written)


def _done(
    editor: Editor, base: Opened, state: FormState, body: str, form: Form, left: tuple[Conflict, ...]
) -> Response:
    file = opened(stored(editor.root, base.stored.path))
    found = merged(base, state, body, file)
    known = {one.name for one in found.conflicts}
    found.conflicts += [one for one in left if one.name not in known]
    text = text_of(file, found.state, found.body)
    what = form.button
    if what == FILLED:
        text, what = without_remark(text, form.target), "spara"
    told = PageNotes()
    if what == "utkast" or not found.is_clear:
        with editor.lock:
            keep_draft(editor.root, file.stored, text)
    if what == "spara" and found.is_clear:
        match save(editor, file.stored, text, form, message(file, found.state, found.body)):
            case Saved() as saved:
                part = after_saving(form.text(PART), form.ids(PARAGRAPHS))
                more = {"annat": ",".join(found.there), PART: part}
                return saved_at(file.stored.path, saved.word, **{name: value for name, value in more.items() if value})
            case Changed():
                return _done(editor, base, state, body, form, left)
            case told:
                pass
    elif what in ("spara", "utkast"):
        told.here = editor.candidate(file.stored.path, text.encode()).here
        told.heading, told.kind = "Utkastet är sparat på den här datorn.", "bra"
        if what == "spara":
            told.heading, told.kind, told.status = "Inget är sparat: välj vilken version som ska gälla", "fel", 409
    else:
        judged = editor.candidate(file.stored.path, text.encode())
        told.here, told.elsewhere, (told.heading, told.kind) = judged.here, judged.elsewhere, _VERDICTS[judged.stops]
    if found.there:
        changed = _keys_said(file.fields, found.there)
        told.lines = [*told.lines, f"{_OTHER_WINDOW}: {changed}. Det är hämtat hit, och det du har skrivit står kvar."]
    if not found.is_clear:
        told.differs = True
        _tell_conflicts(told, file, found)
    return file_form(editor, file, found.state, found.body, told, text, form.text(PART))


_VERDICTS = {True: ("Det här kan inte sparas än", "fel"), False: ("Kontrollerat: det här kan sparas", "bra")}


def _tell_conflicts(told: PageNotes, file: Opened, found: Merge) -> None:
    told.conflicts = found.conflicts
    told.listed = [
        *(
            (f"{way_to(file.fields, one.name)} är ändrat i båda fönstren. Välj version.", choice_of(one.name))
            for one in found.conflicts
        ),
        *((f"{way_to(file.fields, name)}: {sentence}", f"{name}-rad") for name, sentence in found.kept),
    ]


def _keys_said(fields: Group, keys: list[str]) -> str:
    """The labels of the keys, of those that the form has."""
    return ", ".join(label(key) for key in keys if key == BODY or fields.field(key))


def discard(editor: Editor, path: str) -> Response:
    """Throws the draft away, also that of a file that is gone."""
    is_there = (editor.root / path).is_file() and bool(stored(editor.root, path))
    if not is_there and path not in waiting_drafts(editor.root):
        raise Unknown(path)
    with editor.lock:
        drop_draft(editor.root, path)
    return RedirectResponse(at(EDIT, path, sparat="kastat") if is_there else START, 303)
