"""Tasks of attachments: put in, replaced, withdrawn, taken away again. The file, its row and its review change together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from build_scripts.editor.answers import Asked, Unanswered
from build_scripts.editor.form.posting import Upload
from build_scripts.editor.header.changes import Put, Take
from build_scripts.editor.pictures import page_count
from build_scripts.editor.tasks.edits import added, edited
from build_scripts.editor.tasks.notes import without_notes
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, asked_of_a_withdrawal, change_of
from build_scripts.editor.templating import review_at
from build_scripts.new.item import arrival, free_name
from build_scripts.new.writing import Tree
from build_scripts.project import WrongUse
from macros import addresses
from macros.checks.attachments import MEGABYTE, TOO_LARGE
from macros.dates.written import capital, day_and_month
from macros.facts.documents import Attached, attached, files_of
from macros.record.described import DocumentKind
from macros.record.item import Attachment, Publication
from macros.record.layout import ATTACHMENTS
from macros.record.media import ATTACHABLE, ending


def of_meeting(given: TaskInput) -> list[Attached]:
    """What the files of the meeting attach."""
    here = given.meeting
    return [one for one in attached(given.archive) if (one.body_id, one.meeting_id) == (here.body_id, here.id)]


def _document(given: TaskInput) -> str:
    """The file of the meeting that gets the attachment: an item, the call or the minutes."""
    path = given.asked.text("fil")
    here = given.meeting
    if path not in {*(item.document.path for item in here.items), *(one.path for one in files_of(here))}:
        raise WrongUse("det som bilagan hör till finns inte längre. Öppna sammanträdet på nytt.")
    return path


def row_name(one: Attached) -> str:
    """What an address calls an attachment within its document: its number, and what stands there, for rows come and go."""
    return f"{one.keys[-1]}-{one.attachment.file or one.attachment.title or ''}"


def attachment_row(given: TaskInput) -> Attached:
    """The attachment that the address names by its document and its row there."""
    path, name = given.asked.text("fil"), given.asked.text("rad")
    found = (one for one in of_meeting(given) if one.document.path == path and row_name(one) == name)
    row = next((one for one in found if one.keys[0] == "bilagor"), None)
    if row is None:
        raise WrongUse("bilagan finns inte längre. Öppna sammanträdet på nytt.")
    return row


def _folder(given: TaskInput) -> str:
    return f"{given.meeting.document.folder}/{ATTACHMENTS}"


def _name_for(sent: Upload, taken: set[str]) -> str:
    """A name that can be an address and that no other attachment of the meeting has."""
    path = PurePosixPath(sent.name)
    kind = ending(sent.name)
    if kind not in ATTACHABLE:
        allowed = ", ".join(ATTACHABLE)
        raise Unanswered((("filer", f"{sent.name} kan inte publiceras. Spara som PDF; tillåtna slag är {allowed}."),))
    if not sent.content:
        raise Unanswered((("filer", f"{sent.name} är tom. Välj filen på nytt."),))
    if len(sent.content) > TOO_LARGE:
        size = f"{sent.name} är {len(sent.content) // MEGABYTE} MB; högst {TOO_LARGE // MEGABYTE} MB kan läggas ut."
        raise Unanswered((("filer", f"{size} Spara den mindre, eller dela den."),))
    stem = addresses.slug(path.stem) or "bilaga"
    known = {PurePosixPath(name).stem for name in taken}
    return f"{free_name(stem, known)}.{kind}"


def _said_of(sent: Upload) -> dict[str, Tree]:
    pages = page_count(sent.content) if sent.name.lower().endswith(".pdf") else 0
    return {"sidor": str(pages)} if pages else {}


def _put_in(given: TaskInput) -> RecordChange:
    path, taken = _document(given), {file.name for file in given.meeting.files}
    title, kind = given.text("titel"), given.text("slag")
    came: dict[str, Tree] = dict(arrival(given.meeting, given.today)) if given.meeting.minutes is None else {}
    contents: dict[str, bytes | None] = {}
    rows: list[Tree] = []
    sent = given.form.files["filer"]
    if title and len(sent) > 1:
        raise Unanswered((("titel", "Lämna titeln tom när du lägger in flera: var och en får sin fils namn."),))
    for one in sent:
        name = _name_for(one, taken)
        taken.add(name)
        contents[f"{_folder(given)}/{name}"] = one.content
        row: dict[str, Tree] = {"titel": title or _title(one.name), "fil": name}
        rows.append(row | ({"slag": kind} if kind else {}) | _said_of(one) | came)
    contents[path] = edited(given.root, path, *added(given.root, path, "bilagor", rows))
    told = "Läs igenom den och godkänn den: sedan förs den in i historiken."
    return _change(given, contents, "Lägg till bilagor", told)


def _title(name: str) -> str:
    return capital(PurePosixPath(name).stem.replace("_", " ").strip()) or "Bilaga"


def _change(given: TaskInput, contents: dict[str, bytes | None], what: str, *told: str) -> RecordChange:
    here = given.meeting
    then = review_at(here.body_id, here.id)
    return change_of(contents, f"{what}: {here.body_id} {here.id}", then, told)


def _is_released(given: TaskInput, row: Attached) -> bool:
    here = given.meeting
    address = addresses.attachment(here.body_id, here.id, row.attachment.file or "")
    return address in given.archive.released.addresses.latest


def _replace(given: TaskInput) -> RecordChange:
    """What nobody has seen is put in the old one's place; else the new one stands after it and says what it replaces."""
    row, sent = attachment_row(given), given.form.files["filer"][0]
    path, old, keys = row.document.path, row.attachment.file or "", row.keys
    if _is_released(given, row):
        title = given.text("titel")
        if not row.attachment.title or title == row.attachment.title:
            raise Unanswered((("titel", "Den har publicerats: ge den nya en egen titel, som skiljer dem åt."),))
        name = _name_for(sent, {file.name for file in given.meeting.files})
        came: dict[str, Tree] = dict(arrival(given.meeting, given.today))
        new: Tree = {"titel": title, "fil": name} | _said_of(sent) | came | {"ersätter": row.attachment.title}
        contents: dict[str, bytes | None] = {f"{_folder(given)}/{name}": sent.content}
        contents[path] = edited(given.root, path, *added(given.root, path, "bilagor", [new]))
        return _change(given, contents, "Rättad bilaga", "Läs igenom den nya och godkänn den.")
    gone = files_gone(given, [row])
    is_alone = old not in gone.kept
    name = _name_for(sent, {file.name for file in given.meeting.files} - ({old} if is_alone else set()))
    if is_alone and PurePosixPath(name).suffix == PurePosixPath(old).suffix:
        name = old
    puts = [Put((*keys, "fil"), name)]
    puts += [Put((*keys, "titel"), given.text("titel"))] if given.text("titel") else []
    puts += [Put((*keys, key), str(value)) for key, value in _said_of(sent).items()]
    contents = gone.contents | {f"{_folder(given)}/{name}": sent.content, path: edited(given.root, path, *puts)}
    return _change(given, contents, "Byt bilaga", *gone.told, "Läs igenom den och godkänn den.")


@dataclass(frozen=True)
class GoneFiles:
    """What goes with rows that go: the files and their notes, by path; `kept` tells of each file that something else has too."""

    contents: dict[str, bytes | None]
    kept: Mapping[str, str]

    @property
    def told(self) -> tuple[str, ...]:
        """A sentence for each file that stays."""
        return tuple(f"{name} ligger kvar, för {user} har den också." for name, user in self.kept.items())

    def named(self, attachment: Attachment) -> dict[str, Tree]:
        """How a withdrawn row names its file: not at all where the file stays, for then its address is not missed."""
        return {"fil": attachment.file} if attachment.file and attachment.file not in self.kept else {}


def files_gone(given: TaskInput, rows: Collection[Attached]) -> GoneFiles:
    """The files of the rows go, but for those that something else attaches."""
    going = {(one.document.path, one.keys) for one in rows}
    others = {
        one.attachment.file: one.document.path
        for one in of_meeting(given)
        if not one.is_withdrawn and (one.document.path, one.keys) not in going
    }
    there = {file.name for file in given.meeting.files}
    names = [name for one in rows if (name := one.attachment.file) in there and name is not None]
    own = [name for name in names if name not in others]
    contents: dict[str, bytes | None] = {f"{_folder(given)}/{name}": None for name in own}
    contents |= without_notes(given.root, _folder(given), own)
    return GoneFiles(contents, {name: _user(given, others[name]) for name in names if name in others})


def _user(given: TaskInput, path: str) -> str:
    """What attaches a file, for whoever reads."""
    numbers = {item.document.path: f"ärende {item.number}" for item in given.meeting.items}
    return numbers.get(path, path.rpartition("/")[2])


def _withdraw(given: TaskInput) -> RecordChange:
    row = attachment_row(given)
    path, said = row.document.path, {"publiceras": Publication.NO.value, "skäl": given.text("skal")}
    gone = files_gone(given, [row])
    left: Tree = {**gone.named(row.attachment), **said, "tillbakadragen": given.day("datum").isoformat()}
    contents = {path: edited(given.root, path, Put(row.keys, left)), **gone.contents}
    return _change(given, contents, "Dra tillbaka en bilaga", "Bygg om webbplatsen nu: skicka till alla.", *gone.told)


def _remove(given: TaskInput) -> RecordChange:
    row = attachment_row(given)
    path = row.document.path
    is_only = len(row.document.header.attachments) == 1
    taken = Take(("bilagor",)) if is_only else Take(row.keys)
    gone = files_gone(given, [row])
    return _change(given, {path: edited(given.root, path, taken), **gone.contents}, "Ta bort en bilaga", *gone.told)


def _not_released(given: TaskInput) -> str:
    return (
        "Bilagan har varit publicerad: dra tillbaka den i stället."
        if _is_released(given, attachment_row(given))
        else ""
    )


def _only_released(given: TaskInput) -> str:
    row = attachment_row(given)
    if row.is_withdrawn:
        return "Bilagan är redan tillbakadragen."
    return "" if _is_released(given, row) else "Bilagan har aldrig publicerats: ta bort den i stället."


_KINDS = tuple(kind.value for kind in DocumentKind)
_FILES = f"PDF helst; tillåtna slag är {', '.join(ATTACHABLE)}."

ATTACHMENT_TASKS = {
    "bilaga": Task(
        "Lägg till bilagor",
        "Filerna kontrolleras och granskas. Sedan läser du varje sida och godkänner dem; till dess visas de inte för någon.",
        lambda given: (
            Asked("filer", "Filer", f"En eller flera. {_FILES}", required=True, file=True, several=True),
            Asked("titel", "Titel", "Så som läsaren ser den; annars filens namn. Utan namn på någon enskild."),
            Asked("slag", "Slag", "Får lämnas tomt.", words=_KINDS),
        ),
        _put_in,
    ),
    "ersatt-bilaga": Task(
        "Byt eller rätta bilagan",
        "Har den inte publicerats läggs den nya filen i den gamlas ställe. Har den det ligger den gamla kvar, och den nya säger "
        "vilken den ersätter.",
        lambda given: (
            Asked("filer", "Ny fil", _FILES, required=True, file=True),
            Asked("titel", "Titel", value=_new_title(given)),
        ),
        _replace,
    ),
    "dra-tillbaka-bilaga": Task(
        "Dra tillbaka bilagan",
        "Titeln tas bort, och filen om inget annat har den; sidan säger när och varför. Ring först den som sköter webbplatsen.",
        asked_of_a_withdrawal,
        _withdraw,
        _only_released,
    ),
    "ta-bort-bilaga": Task("Ta bort bilagan", "Raden och filen tas bort.", lambda given: (), _remove, _not_released),
}


def _new_title(given: TaskInput) -> str:
    row = attachment_row(given)
    title = row.attachment.title or ""
    return f"{title}, rättad {day_and_month(given.today)}" if _is_released(given, row) else title
