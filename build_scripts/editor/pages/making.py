"""New files from the browser: the same ones that `klubbat ny` makes, and a few more, committed at once."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from build_scripts import named
from build_scripts.editor.answers import Answers, Unanswered
from build_scripts.editor.documents import Unknown
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.new_kinds import KINDS, New
from build_scripts.editor.said_here import said_here
from build_scripts.editor.saving import asks_author, committed, guarded, missing_author
from build_scripts.editor.templating import EDIT, answer, at, page
from build_scripts.git import GitFailed
from build_scripts.new.draft import NewFiles, make
from build_scripts.project import WrongUse
from macros.dates.written import capital
from macros.record.layout import kind_of


def ask(editor: Editor, asked: Form, form: Form, faults: Sequence[tuple[str, str]] = ()) -> Response:
    """The page that asks for what is needed; `faults` are fields by name, or none (""), and what is wrong with them."""
    body = editor.saved().archive.body(asked.text("organ"))
    if body is None:
        raise Unknown(asked.text("organ"))
    return page(
        "nytt.html",
        400 if faults else 200,
        kind=_kind(asked),
        body=body,
        meeting=asked.text("sammantrade"),
        values=form.values,
        faults=faults,
        ask_author=asks_author(editor.root),
    )


def create(editor: Editor, asked: Form, form: Form) -> Response:
    """Makes and commits the files, and says which; asks again when something cannot be."""
    kind = _kind(asked)
    try:
        with editor.lock:
            draft = _made(editor, kind, asked, form)
            fault = _committed(editor, kind, draft)
    except Unanswered as wrong:
        return ask(editor, asked, form, wrong.faults)
    except WrongUse as wrong:
        return ask(editor, asked, form, (("", capital(said_here(str(wrong)))),))
    links = [
        (f"Redigera {file.path.partition('/')[2]}", at(EDIT, file.path)) for file in draft.files if kind_of(file.path)
    ]
    sentence = fault or "Filerna är skapade. Öppna dem en i taget och fyll i det som saknas."
    told = [*draft.told, *(f"Kom inte med: {one}" for one in draft.left_out)]
    return answer(f"{kind.heading}: klart", sentence, lines=told, links=links)


def _kind(asked: Form) -> New:
    if (what := asked.text("vad")) not in KINDS:
        raise Unknown(what)
    return KINDS[what]


def _made(editor: Editor, kind: New, asked: Form, form: Form) -> NewFiles:
    saved = editor.saved()
    body = named.body(saved.archive, asked.text("organ"), saved.findings)
    draft = kind.made(Answers(saved.archive, saved.findings, body, asked.text("sammantrade"), form, editor.today()))
    if faults := missing_author(editor.root, form):
        raise Unanswered(faults)

    def guard() -> None:
        found = guarded(editor, [file.path for file in draft.files], editor.saved().archive)
        if found:
            raise WrongUse("\n".join(f"{one.message} Gör så här: {one.remedy}" for one in found))

    with editor.remembering():
        make(editor.root, draft, editor.today(), guard)
    return draft


def _committed(editor: Editor, kind: New, draft: NewFiles) -> str:
    """Commits what was made; a sentence when git did not take it, for the files are there all the same."""
    paths = [*draft.paths, *(value.document.path for value in draft.values)]
    place = draft.files[0].path.partition("/")[2].rpartition("/")[0]
    try:
        if waits := committed(editor, editor.saved().archive, paths, f"{kind.heading}: {place}").waits:
            return f"Filerna är skapade men inte införda i historiken. {waits[0].message} Gör så här: {waits[0].remedy}"
    except GitFailed as failed:
        return f"Filerna är skapade men inte införda i historiken. git svarade: {failed}"
    return ""
