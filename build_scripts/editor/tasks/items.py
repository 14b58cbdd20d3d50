"""Tasks of an item on an agenda: another number, off it, up again at a later meeting, read, or gone before anybody saw it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from build_scripts.editor.answers import Asked, Unanswered
from build_scripts.editor.header.changes import HeaderChange, Put, Take
from build_scripts.editor.saving import follow_drafts
from build_scripts.editor.tasks.attachments import files_gone, of_meeting
from build_scripts.editor.tasks.edits import edited
from build_scripts.editor.tasks.notes import without_notes
from build_scripts.editor.tasks.renumbering import item_number, renumber
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, asked_of_a_withdrawal, change_of
from build_scripts.editor.templating import meeting_at
from build_scripts.new.changing import TakeBack
from build_scripts.new.continuing import continued_item
from build_scripts.new.new_files import NewFiles, contents_of, header_of
from build_scripts.new.renumbering import closed_up, renamed_items
from build_scripts.new.writing import Tree, file_text
from build_scripts.project import WrongUse
from macros import addresses
from macros.dates.written import weekday_date
from macros.facts.documents import Attached
from macros.record.archive import AgendaItem, Meeting
from macros.record.item import ItemHeader, Publication
from macros.record.layout import REVIEW_NOTES
from macros.record.paper import PaperHeader
from macros.record.summons import MeetingState


def _message(what: str, item: AgendaItem) -> str:
    return f"{what}: {item.body_id} {item.meeting_id} {item.slug}"


def _back(given: TaskInput, item: AgendaItem) -> str:
    """The agenda again, at the item."""
    return f"{meeting_at(given.meeting.body_id, given.meeting.id)}#arende-{item.number}"


def _renumber(given: TaskInput) -> RecordChange:
    meeting, item = given.meeting, given.item
    to = given.read("till", lambda written: item_number(written, "Numret"))
    minuted = given.facts.minutes.of_meeting(meeting)
    names = renamed_items(meeting, minuted, item.slug, to)
    if not names:
        raise WrongUse("numret är redan det.")
    home = meeting.document.folder
    renamed = {f"{home}/{old}": f"{home}/{new}" for old, new in names.items()}
    paths = tuple(dict.fromkeys(path for pair in renamed.items() for path in pair))
    then = f"{meeting_at(meeting.body_id, meeting.id)}#arende-{to}"
    return RecordChange(
        (*paths, f"{home}/{REVIEW_NOTES}"),
        partial(_carry, meeting, names),
        _message("Numrera om", item),
        then,
        renamed=renamed,
    )


def _carry(meeting: Meeting, names: Mapping[str, str], root: Path) -> TakeBack:
    back = {new: old for old, new in names.items()}
    home = meeting.document.folder

    def carry(names: Mapping[str, str]) -> None:
        renumber(root, meeting, names, only_shown=False)
        follow_drafts(root, {f"{home}/{old}": f"{home}/{new}" for old, new in names.items()})

    carry(names)
    return partial(carry, back)


def _edited(given: TaskInput, *changes: HeaderChange) -> dict[str, bytes | None]:
    """The item's file with the changes of its header."""
    path = given.item.document.path
    return {path: edited(given.root, path, *changes)}


def _later(given: TaskInput) -> list[Meeting]:
    """The body's other meetings, from this one's day on, whose agenda is open."""
    here = given.meeting
    ahead = (one for one in given.body.meetings if one.id != here.id and one.date >= min(here.date, given.today))
    return [one for one in ahead if not one.is_cancelled and one.minutes is None]


def _meeting_asked(given: TaskInput, label: str, help: str, required: bool) -> Asked:
    later = _later(given)
    words, shown = tuple(one.id for one in later), tuple(weekday_date(one.date) for one in later)
    said = help if later else f"{help} Det finns inget sammanträde med öppen lista: gör det först."
    return Asked("till", label, said, words=words, shown=shown, required=required)


def _taken_up(given: TaskInput) -> NewFiles:
    """The item on the agenda of the meeting that was chosen."""
    to = next((one for one in _later(given) if one.id == given.text("till")), None)
    if to is None:
        raise Unanswered((("till", "Välj sammanträdet som ärendet tas upp på."),))
    return continued_item(given.body, to, given.item, given.today)


def _continue(given: TaskInput) -> RecordChange:
    draft = _taken_up(given)
    then = f"{meeting_at(given.body.id, given.text('till'))}"
    return change_of(contents_of(given.root, draft), _message("Ta upp igen", given.item), then, draft.told)


def _strike(given: TaskInput) -> RecordChange:
    struck: dict[str, Tree] = {"datum": given.day("datum").isoformat()}
    struck |= {key: given.text(name) for key, name in (("skäl", "skal"), ("till", "till")) if given.text(name)}
    contents = _edited(given, Put(("utgår",), struck))
    told: tuple[str, ...] = ()
    if given.text("till"):
        draft = _taken_up(given)
        contents, told = contents | contents_of(given.root, draft), draft.told
    return change_of(contents, _message("Utgår", given.item), _back(given, given.item), told)


def _read(given: TaskInput) -> RecordChange:
    contents = _edited(given, Take(("publiceras",)), Take(("skäl",)))
    return change_of(contents, _message("Läst", given.item), _back(given, given.item))


def _remove(given: TaskInput) -> RecordChange:
    meeting, item, home = given.meeting, given.item, given.meeting.document.folder
    gone = files_gone(given, _attachments(given))
    contents = gone.contents | dict.fromkeys((*(paper.document.path for paper in item.papers), item.document.path))
    names = closed_up(meeting, item.slug)
    renamed = {f"{home}/{old}": f"{home}/{new}" for old, new in names.items()}
    contents |= {old: None for old in renamed if old not in contents}
    contents |= {new: (given.root / old).read_bytes() for old, new in renamed.items()}
    contents |= without_notes(given.root, home, {item.document.path.rpartition("/")[2]}, names)
    told = (*gone.told, "De som stod efter har flyttat upp.") if names else gone.told
    change = change_of(contents, _message("Ta bort", item), meeting_at(meeting.body_id, meeting.id), told, renamed)
    return replace(change, carry=partial(_carry_with_drafts, change.carry, renamed))


def _carry_with_drafts(carry: Callable[[Path], TakeBack], names: Mapping[str, str], root: Path) -> TakeBack:
    take_back = carry(root)
    follow_drafts(root, names)

    def back() -> None:
        follow_drafts(root, {new: old for old, new in names.items()})
        take_back()

    return back


def _attachments(given: TaskInput) -> list[Attached]:
    """What the item attaches."""
    return [one for one in of_meeting(given) if one.document.path == given.item.document.path]


def _is_released(given: TaskInput) -> str:
    """Why an item may not vanish without a trace."""
    released = given.archive.released.addresses.latest
    here = given.meeting
    files = (addresses.attachment(here.body_id, here.id, one.file) for one in given.item.header.attachments if one.file)
    papers = (paper.address for paper in given.item.papers)
    if any(address in released for address in (given.item.address, *files, *papers)):
        return "Ärendet har varit publicerat, och dess adress finns kvar. Låt det utgå, eller dra tillbaka det."
    return "Sammanträdet har ett protokoll." if here.minutes is not None else ""


def _not_draft(given: TaskInput) -> str:
    return "" if given.item.is_draft else "Ärendet är redan läst."


def _not_called(given: TaskInput) -> str:
    if given.item.header.struck is not None:
        return "Ärendet har redan utgått."
    is_planned = given.meeting.header.state is MeetingState.PLANNED
    return "Kallelsen har inte gått ut: ta bort ärendet i stället." if is_planned else ""


def _withdraw(given: TaskInput) -> RecordChange:
    """The files stay with nothing in them but that they were withdrawn: their addresses do."""
    item, home = given.item, given.meeting.document.folder
    reason, day = given.text("skal"), given.day("datum").isoformat()
    why: dict[str, Any] = {"publiceras": Publication.NO.value, "skäl": reason, "tillbakadragen": day}
    kept = {"diarienummer": item.header.case_number, "samlingsnummer": "ja" if item.header.collective else None}
    gone = files_gone(given, _attachments(given))
    files = [row for one in item.header.attachments if (row := gone.named(one))]
    header = header_of(ItemHeader, {**kept, **why, "bilagor": files or None})
    contents = gone.contents | {item.document.path: file_text(header).encode()}
    for paper in item.papers:
        left = header_of(PaperHeader, {"skäl": reason, "tillbakadragen": day})
        contents[paper.document.path] = file_text(left).encode()
    contents |= without_notes(given.root, home, [item.document.path.rpartition("/")[2]])
    told = "Skicka till alla nu, så att webbplatsen byggs om. Det som stod här finns kvar i historiken, hos alla som har hämtat."
    return change_of(contents, _message("Dra tillbaka", item), _back(given, item), (*gone.told, told))


def _only_released(given: TaskInput) -> str:
    item = given.item
    if item.header.withdrawn is not None:
        return "Ärendet är redan tillbakadraget."
    is_released = item.address in given.archive.released.addresses.latest
    return "" if is_released else "Ärendet har aldrig publicerats: ta bort det i stället."


ITEM_TASKS = {
    "numrera": Task(
        "Ge ett annat nummer",
        "De som står efter flyttar sig. Adresserna är desamma.",
        lambda given: (Asked("till", "Nytt nummer", "Till exempel 3, eller 7a för en underpunkt.", required=True),),
        _renumber,
    ),
    "utgar": Task(
        "Låt ärendet utgå",
        "Ärendet stryks på listan, och sidan säger när och varför. Adressen finns kvar.",
        lambda given: (
            Asked("datum", "Dagen då det togs bort", required=True, day=True, value=given.today.isoformat()),
            Asked("skal", "Skäl", "Står på sidan, utan namn på någon enskild."),
            _meeting_asked(given, "Tas i stället upp", "Ärendet läggs till där, med fortsätter.", required=False),
        ),
        _strike,
        _not_called,
    ),
    "ta-upp": Task(
        "Ta upp på ett annat sammanträde",
        "Ett nytt ärende läggs sist på den listan, med rubrik, diarienummer och förslag, och leder hit. Texten och "
        "bilagorna ligger kvar här.",
        lambda given: (_meeting_asked(given, "Sammanträde", "", required=True),),
        _continue,
    ),
    "last": Task(
        "Jag har läst ärendet",
        "Ärendet är importerat och visas inte förrän någon har läst det bredvid källan. Sedan står det på listan.",
        lambda given: (),
        _read,
        _not_draft,
    ),
    "dra-tillbaka": Task(
        "Dra tillbaka ärendet",
        "Rubrik, text, handlingar och bilagor tas bort; sidan finns kvar och säger när och varför. Ring först den som sköter "
        "webbplatsen.",
        asked_of_a_withdrawal,
        _withdraw,
        _only_released,
    ),
    "ta-bort": Task(
        "Ta bort ärendet",
        "Ärendet, dess handlingar och dess bilagor tas bort. Det går bara för det som aldrig har publicerats.",
        lambda given: (),
        _remove,
        _is_released,
    ),
}
