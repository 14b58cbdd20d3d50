"""Tasks that take away what nobody has seen: a list, a document, a notice or minutes begun by mistake, or a whole meeting."""

from __future__ import annotations

from build_scripts.editor.aside import DAYS, REMOVED
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import MEETINGS, meeting_at
from build_scripts.project import WrongUse
from macros.facts.file_addresses import of_files
from macros.record import layout
from macros.record.layout import Kind, kind_of
from macros.record.schema import Header
from macros.record.summons import MeetingState

REMOVABLE: tuple[Kind[Header], ...] = (
    layout.DELEGATION_LIST,
    layout.PAPER,
    layout.NOTICE,
    layout.MINUTES,
    layout.DELEGATION_ORDER,
)
"""The kinds of files that are taken away one by one; an item goes with what belongs to it."""


def is_removable(path: str) -> bool:
    """Whether the desk takes such a file away."""
    return kind_of(path) in REMOVABLE


def _path(given: TaskInput) -> str:
    path = given.asked.text("fil")
    known = {document.path for document in given.archive.documents()}
    if path not in known or not is_removable(path) or path.split("/")[1] != given.body.id:
        raise WrongUse("filen finns inte längre, eller kan inte tas bort här.")
    return path


def _was_seen(given: TaskInput) -> str:
    """Why a file may not vanish without a trace."""
    path, released = _path(given), given.archive.released.addresses.latest
    own = {address for file, address in of_files(given.archive) if file == path}
    if any(address in own or row.about == path for address, row in released.items()):
        return "Det har varit publicerat, och adressen finns kvar: dra tillbaka det i stället."
    minuted = next((one for one in given.facts.minutes if one.document.path == path), None)
    return "Protokollet är justerat, helt eller delvis." if minuted is not None and minuted.is_public else ""


def _remove(given: TaskInput) -> RecordChange:
    path = _path(given)
    parts = path.split("/")
    known = parts[2] in given.body.meeting_by_id
    then = meeting_at(parts[1], parts[2]) if known else f"{MEETINGS}?organ={parts[1]}"
    return change_of({path: None}, f"Ta bort: {path.partition('/')[2]}", then)


def _meeting_was_seen(given: TaskInput) -> str:
    here = given.meeting
    if here.minutes is not None:
        return "Sammanträdet har ett protokoll."
    if here.header.state is not MeetingState.PLANNED:
        return "Kallelsen har gått ut: ställ in sammanträdet i stället."
    if any(address.startswith(here.address) for address in given.archive.released.addresses.latest):
        return "Sammanträdet har varit publicerat, och adressen finns kvar: ställ in det i stället."
    return ""


def _remove_meeting(given: TaskInput) -> RecordChange:
    folder = given.root / given.meeting.document.folder
    files = sorted(file.relative_to(given.root).as_posix() for file in folder.rglob("*") if file.is_file())
    then = f"{MEETINGS}?organ={given.body.id}"
    return change_of(dict.fromkeys(files), f"Ta bort sammanträdet: {given.body.id} {given.meeting.id}", then)


REMOVING_TASKS = {
    "ta-bort-fil": Task(
        "Ta bort filen",
        f"Det går bara för det som aldrig har publicerats. Filen finns kvar i historiken, eller {DAYS} dagar i {REMOVED}.",
        lambda given: (),
        _remove,
        _was_seen,
    ),
    "ta-bort-sammantrade": Task(
        "Ta bort sammanträdet",
        "Kallelsen, ärendena, listorna och bilagorna tas bort. Det går bara för det som är planerat och aldrig har publicerats.",
        lambda given: (),
        _remove_meeting,
        _meeting_was_seen,
    ),
}
