"""New files from the browser: the same ones that `klubbat ny` makes, and a few more, committed at once."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from build_scripts.editor.answers import Unanswered
from build_scripts.editor.carrying import carry_out
from build_scripts.editor.desk_words import desk_sentence
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.new_kinds import KINDS, New
from build_scripts.editor.pages.asked_for import given_to
from build_scripts.editor.pages.titles import title_of, titles
from build_scripts.editor.saving import Saved, asks_author, missing_author
from build_scripts.editor.stored import Unknown
from build_scripts.editor.tasks.task import change_of
from build_scripts.editor.templating import EDIT, FILES, MEETINGS, answer, at, meeting_at, new_at, page
from build_scripts.new.new_files import NewFiles, contents_of
from build_scripts.project import WrongUse
from macros.record.layout import kind_of


def ask(editor: Editor, asked: Form, form: Form, faults: Sequence[tuple[str, str]] = ()) -> Response:
    """The page that asks for what is needed; `faults` are fields by name, or none (""), and what is wrong with them."""
    body = editor.saved().archive.body(asked.text("organ"))
    if body is None:
        raise Unknown(asked.text("organ"))
    kind, meeting = _kind(asked), asked.text("sammantrade")
    if meeting and meeting not in body.meeting_by_id:
        raise Unknown(meeting)
    return page(
        "nytt.html",
        400 if faults else 200,
        here=MEETINGS if meeting or kind is KINDS["sammantrade"] else FILES,
        kind=kind,
        body=body,
        meeting=body.meeting_by_id.get(meeting),
        values=form.values,
        faults=faults,
        ask_author=asks_author(editor.root),
    )


def create(editor: Editor, asked: Form, form: Form) -> Response:
    """Makes and commits the files, and says which; asks again when something cannot be."""
    kind = _kind(asked)
    try:
        with editor.lock:
            draft = _draft(editor, kind, asked, form)
            place = draft.files[0].path.partition("/")[2].rpartition("/")[0]
            change = change_of(contents_of(editor.root, draft), f"{kind.heading}: {place}", "")
            saved = carry_out(editor, change)
    except Unanswered as wrong:
        return ask(editor, asked, form, wrong.faults)
    except WrongUse as wrong:
        return ask(editor, asked, form, (("", desk_sentence(str(wrong))),))
    known = titles(editor.saved().archive)
    links = [(f"Öppna {title_of(known, file.path)}", at(EDIT, file.path)) for file in draft.files if kind_of(file.path)]
    links += _further(kind, asked)
    told = [*draft.told, *(f"Kom inte med: {one}" for one in draft.left_out)]
    return answer(f"{kind.heading}: klart", _said(saved), lines=told, links=links)


def _further(kind: New, asked: Form) -> list[tuple[str, str]]:
    """Where the writer may go on: to make another of the same kind for the meeting, and to the meeting."""
    body, meeting = asked.text("organ"), asked.text("sammantrade")
    if not meeting:
        return []
    again = (
        []
        if kind is KINDS["protokoll"]
        else [(f"{kind.heading} till", new_at(asked.text("vad"), body, sammantrade=meeting))]
    )
    return [*again, ("Till sammanträdet", meeting_at(body, meeting))]


def _said(saved: Saved) -> str:
    if not saved.waits:
        return "Filerna är skapade. Öppna dem en i taget och fyll i det som saknas."
    first = saved.waits[0]
    return f"Filerna är skapade men inte införda i historiken. {first.message} Gör så här: {first.remedy}"


def _kind(asked: Form) -> New:
    if (what := asked.text("vad")) not in KINDS:
        raise Unknown(what)
    return KINDS[what]


def _draft(editor: Editor, kind: New, asked: Form, form: Form) -> NewFiles:
    draft = kind.made(given_to(editor, asked, form))
    if faults := missing_author(editor.root, form):
        raise Unanswered(faults)
    return draft
