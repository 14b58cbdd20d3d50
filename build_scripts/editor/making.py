"""New files from the browser: the same ones that `klubbat ny` makes, committed at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from build_scripts import named
from build_scripts.desk import asking
from build_scripts.desk.draft import Draft
from build_scripts.desk.new_item import Wanted, new_item
from build_scripts.desk.new_list import Sent, new_list
from build_scripts.desk.new_meeting import new_meeting
from build_scripts.desk.new_minutes import new_minutes
from build_scripts.desk.scaffold import make
from build_scripts.desk.tables import NoTable, Table, read_table
from build_scripts.editor import git
from build_scripts.editor.addresses import EDIT, at
from build_scripts.editor.documents import Unknown, kind_of
from build_scripts.editor.editor import Editor
from build_scripts.editor.fields import label
from build_scripts.editor.posting import Form
from build_scripts.editor.templating import page
from build_scripts.project import WrongUse
from macros.finding import Finding
from macros.record.archive import Archive, Body
from macros.record.item import ItemKind, WithheldReason
from macros.record.summons import MeetingKind


@dataclass(frozen=True)
class Question:
    """A field of the page: its name, what it is called, help, the words to choose among, and whether it is needed."""

    name: str
    label: str
    help: str = ""
    words: tuple[str, ...] = ()
    required: bool = False
    long: bool = False


@dataclass(frozen=True)
class Given:
    """What a new file is made from."""

    archive: Archive
    findings: Sequence[Finding]
    body: Body
    meeting: str
    form: Form
    editor: Editor


@dataclass(frozen=True)
class New:
    """A kind of thing that can be made."""

    heading: str
    questions: tuple[Question, ...]
    maker: Callable[[Given], Draft]


def _meeting(given: Given) -> Draft:
    day = asking.day(given.form.text("datum"), "Datum")
    kind = MeetingKind(given.form.text("slag") or MeetingKind.ORDINARY)
    return new_meeting(given.body, day, kind, given.form.text("tid") or None, given.form.text("plats") or None)


def _item(given: Given) -> Draft:
    meeting = named.meeting(given.body, given.meeting, given.findings)
    masked, form = given.form.text("maskat"), given.form
    wanted = Wanted(
        title="" if masked else form.text("rubrik"),
        case_number=None if masked else form.text("diarienummer") or None,
        kind=ItemKind(form.text("slag") or ItemKind.DECISION),
        masked=WithheldReason(masked) if masked else None,
    )
    if masked and (form.text("rubrik") or form.text("diarienummer")):
        raise WrongUse("ett maskat ärende har varken rubrik eller nummer i filen: git är offentligt.")
    if not masked and not wanted.title:
        raise WrongUse("skriv ärendets rubrik.")
    return new_item(given.body, meeting, wanted, given.editor.today())


def _list(given: Given) -> Draft:
    meeting = named.meeting(given.body, given.meeting, given.findings)
    received, table = given.form.text("inkommen"), given.form.text("tabell")
    try:
        rows = read_table(table.encode(), "tabellen") if table else Table(())
    except NoTable as reason:
        raise WrongUse(f"tabellen: {reason}") from None
    sent = Sent(
        unit=given.form.text("enhet"),
        month=given.form.text("manad"),
        received=asking.day(received, "Inkommen") if received else None,
        table=rows,
        no_decisions=not table,
    )
    return new_list(given.archive, given.body, meeting, sent)


def _minutes(given: Given) -> Draft:
    meeting = named.meeting(given.body, given.meeting, given.findings)
    chair, approver = given.form.text("ordforande") or None, given.form.text("justerare") or None
    return new_minutes(given.body, meeting, given.editor.today(), chair, approver)


def _words(kind: Any) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


_DAY = "ÅÅÅÅ-MM-DD, till exempel 2027-03-18."
KINDS: dict[str, New] = {
    "sammantrade": New(
        "Nytt sammanträde",
        (
            Question("datum", "Datum", _DAY, required=True),
            Question("slag", "Slag", "ordinarie, om inget väljs.", _words(MeetingKind)),
            Question("tid", "Tid", "TT:MM; som förra gången om det lämnas tomt."),
            Question("plats", "Plats", "Som förra gången om det lämnas tomt."),
        ),
        _meeting,
    ),
    "arende": New(
        "Nytt ärende",
        (
            Question("rubrik", "Rubrik", "Ärendemeningen. Lämnas tom bara när ärendet är maskat."),
            Question("diarienummer", "Diarienummer", "Så som det står i diariet; får saknas."),
            Question("slag", "Slag", "beslut, om inget väljs.", _words(ItemKind)),
            Question("maskat", "Maskat ärende", "Skälet, när inget av ärendet får visas.", _words(WithheldReason)),
        ),
        _item,
    ),
    "lista": New(
        "Ny delegationslista",
        (
            Question("enhet", "Enhet", "Enheten som listan kommer från.", required=True),
            Question("manad", "Månad", "ÅÅÅÅ-MM, månaden som listan gäller.", required=True),
            Question("inkommen", "Inkommen", "Dagen då listan kom in; får saknas."),
            Question(
                "tabell",
                "Besluten",
                "Klistra in tabellen från Word eller Excel, med sin rubrikrad. Tomt betyder att inga beslut fattades.",
                long=True,
            ),
        ),
        _list,
    ),
    "protokoll": New(
        "Nytt protokoll",
        (
            Question("ordforande", "Ordförande", "Den som ledde sammanträdet; ur ledamoter.md om det lämnas tomt."),
            Question("justerare", "Justerare", "Den som valdes att justera; får fyllas i senare."),
        ),
        _minutes,
    ),
}


def ask(editor: Editor, what: str, body_id: str, meeting_id: str, form: Form, fault: str = "") -> Response:
    """The page that asks for what is needed."""
    kind = _kind(what)
    body = editor.archive()[0].body(body_id)
    if body is None:
        raise Unknown(body_id)
    return page(
        "nytt.html",
        400 if fault else 200,
        kind=kind,
        body=body,
        meeting=meeting_id,
        values=form.values,
        fault=fault,
        ask_author=git.is_used(editor.root) and git.author(editor.root) is None,
    )


def create(editor: Editor, what: str, body_id: str, meeting_id: str, form: Form) -> Response:
    """Makes and commits the files, and says which; asks again when something cannot be."""
    kind = _kind(what)
    try:
        with editor.lock:
            draft = _made(editor, kind, body_id, meeting_id, form)
            fault = _committed(editor, kind, draft)
    except WrongUse as wrong:
        return ask(editor, what, body_id, meeting_id, form, str(wrong))
    links = [
        (f"Redigera {file.path.partition('/')[2]}", at(EDIT, file.path)) for file in draft.files if kind_of(file.path)
    ]
    sentence = fault or "Filerna är skapade. Öppna dem en i taget och fyll i det som saknas."
    told = [*draft.told, *(f"Kom inte med: {one}" for one in draft.left_out)]
    return page("besked.html", heading=f"{kind.heading}: klart", sentence=sentence, lines=told, links=links)


def _kind(what: str) -> New:
    if what not in KINDS:
        raise Unknown(what)
    return KINDS[what]


def _made(editor: Editor, kind: New, body_id: str, meeting_id: str, form: Form) -> Draft:
    for question in kind.questions:
        written = form.text(question.name)
        if question.words and written not in ("", *question.words):
            raise WrongUse(f"{question.label}: välj något av {', '.join(question.words)}.")
        if question.required and not written:
            raise WrongUse(f"{question.label} måste fyllas i.")
    if git.is_used(editor.root) and git.author(editor.root) is None:
        author = git.Author(form.text("namn"), form.text("epost"))
        if not (author.name and "@" in author.email):
            raise WrongUse("skriv ditt namn och din e-postadress; de står sedan vid ändringen i historiken.")
        git.introduce(editor.root, author)
    archive, findings = editor.archive()
    draft = kind.maker(Given(archive, findings, named.body(archive, body_id, findings), meeting_id, form, editor))
    make(editor.root, draft, editor.today())
    return draft


def _committed(editor: Editor, kind: New, draft: Draft) -> str:
    """Commits what was made; a sentence when git did not take it, for the files are there all the same."""
    paths = [file.path for file in draft.files] + [value.document.path for value in draft.values]
    place = label(draft.files[0].path.partition("/")[2].rpartition("/")[0])
    try:
        if git.is_used(editor.root):
            git.commit(editor.root, paths, f"{kind.heading}: {place.lower()}")
    except git.GitFailed as failed:
        return f"Filerna är skapade men inte införda i historiken. git svarade: {failed}"
    return ""
