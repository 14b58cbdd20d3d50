"""The page of a task: it asks, carries the change out, and leads back to where the writer came from."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import RedirectResponse, Response

from build_scripts.editor.answers import Unanswered
from build_scripts.editor.carrying import carry_out
from build_scripts.editor.desk_words import desk_sentence
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.pages.asked_for import given_to
from build_scripts.editor.pages.titles import item_title, title_of, titles
from build_scripts.editor.saving import Saved, asks_author, missing_author
from build_scripts.editor.stored import Unknown
from build_scripts.editor.tasks.all import TASKS
from build_scripts.editor.tasks.attachments import attachment_row
from build_scripts.editor.tasks.task import Task, TaskInput
from build_scripts.editor.templating import FILES, MEETINGS, START, answer, meeting_at, page, task_at
from build_scripts.project import WrongUse
from macros.dates.written import capital, weekday_date


def ask(editor: Editor, asked: Form, form: Form, faults: Sequence[tuple[str, str]] = ()) -> Response:
    """The page that asks for what is needed; `faults` are fields by name, or none (""), and what is wrong with them."""
    task, given = _task(asked), given_to(editor, asked, form)
    about, back = _about(given)
    refused = task.refused(given)
    return page(
        "gor.html",
        400 if faults else 200,
        task=task,
        here=MEETINGS if asked.text("sammantrade") else FILES,
        questions=() if refused else task.questions(given),
        refused=refused,
        values={**asked.values, **form.values},
        faults=faults,
        about=about,
        back=back,
        ask_author=asks_author(editor.root),
    )


def act(editor: Editor, asked: Form, form: Form) -> Response:
    """Carries the task out; asks again when it cannot be."""
    task = _task(asked)
    try:
        with editor.lock:
            change = task.change(given_to(editor, asked, form))
            if unknown := missing_author(editor.root, form):
                raise Unanswered(unknown)
            saved = carry_out(editor, change)
    except Unanswered as wrong:
        return ask(editor, asked, form, wrong.faults)
    except WrongUse as wrong:
        return ask(editor, asked, form, (("", desk_sentence(str(wrong))),))
    told = [*change.told, *([saved.aside] if saved.aside else [])]
    if not saved.waits and not told:
        return RedirectResponse(change.then, 303)
    return answer(f"{task.heading}: klart", _said(saved), lines=told, links=[("Fortsätt", change.then), *_again(asked)])


_AGAIN = {"tilltrader": "En till tillträder", "avgar": "En till avgår"}
"""Tasks that are done several times in a row, and what the way back to their form is called."""


def _again(asked: Form) -> list[tuple[str, str]]:
    what = asked.text("vad")
    return [(_AGAIN[what], task_at(what, asked.text("organ")))] if what in _AGAIN else []


def _said(saved: Saved) -> str:
    if not saved.waits:
        return "Det är infört i historiken." if saved.commit else "Det är sparat."
    first = saved.waits[0]
    return (
        f"Det är sparat på den här datorn, men inte infört i historiken än. {first.message} När bilagan är läst och godkänd "
        "förs allt in tillsammans."
    )


def _task(asked: Form) -> Task:
    if (what := asked.text("vad")) not in TASKS:
        raise Unknown(what)
    return TASKS[what]


def _about(given: TaskInput) -> tuple[list[str], str]:
    """What the page is about, in words from the outside in, and the way back."""
    if not given.asked.text("organ"):
        return [], START
    body = given.body
    if not given.asked.text("sammantrade"):
        path = given.asked.text("fil")
        return [body.name, *([title_of(titles(given.archive), path)] if path else [])], FILES
    meeting = given.meeting
    words = [body.name, capital(weekday_date(meeting.date))]
    path = given.asked.text("fil")
    item = (
        given.item if given.asked.text("arende") else next((i for i in meeting.items if i.document.path == path), None)
    )
    if item is not None:
        words.append(f"{item.number} {item_title(item)}")
    if given.asked.text("rad"):
        row = attachment_row(given).attachment
        words.append(f"Bilagan {row.title or row.file}")
    return words, meeting_at(body.id, meeting.id)
