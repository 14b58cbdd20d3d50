"""Rules of attachments ("bilagor"): what a header mentions lies in the folder and the other way round, under a safe name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros import addresses
from macros.checks.given import Given, Rule, folder_of
from macros.facts.documents import Attached, attached, goes_round, together
from macros.finding import Finding, Level, Place
from macros.record import layout
from macros.record.filed import File
from macros.record.media import ATTACHABLE, ending
from macros.record.schema import Keys
from macros.record.values import did_you_mean

_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*\.[a-z0-9]+")


@dataclass(frozen=True)
class _Folder:
    """The files of a folder `bilagor`, and the attachments that headers beside it list."""

    path: str
    files: tuple[File, ...]
    attached: tuple[Attached, ...]

    @property
    def names(self) -> list[str]:
        return [file.name for file in self.files]


def _folders(given: Given) -> Iterator[_Folder]:
    listed: dict[tuple[str, str | None], list[Attached]] = defaultdict(list)
    for found in attached(given.archive):
        listed[found.body_id, found.meeting_id].append(found)
    for body in given.archive.bodies:
        home = folder_of(body.document.path)
        yield _Folder(f"{home}/{layout.MATTER.folder}", body.files, tuple(listed[body.id, None]))
        for meeting in body.meetings:
            yield _Folder(f"{home}/{meeting.id}", meeting.files, tuple(listed[body.id, meeting.id]))


def _mentioned(given: Given) -> Iterator[tuple[_Folder, Attached, Keys, str]]:
    """Every file that may be shown, where a header mentions it."""
    for folder in _folders(given):
        for found in folder.attached:
            if found.attachment.file is not None and found.is_shown:
                yield folder, found, (*found.keys, "fil"), found.attachment.file


def inside_the_folder(given: Given) -> Iterator[Finding]:
    """An attachment ("fil") is named without a path: it lies in the folder `bilagor` beside the item."""
    for _, found, keys, name in _mentioned(given):
        if _is_path(name):
            bare = re.split(r"[/\\]", name)[-1]
            yield found.document.error(
                "bilaga-sökväg",
                keys,
                f'"{name}" är en sökväg, inte ett filnamn.',
                f"lägg filen i mappen bilagor och skriv bara namnet, till exempel {bare or 'plan.pdf'}.",
            )


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name.startswith(".")


def on_disk(given: Given) -> Iterator[Finding]:
    """An attachment that a header mentions lies in the folder `bilagor` and is not empty."""
    for folder, found, keys, name in _mentioned(given):
        file = next((file for file in folder.files if file.name == name), None)
        if file is not None and not file.size:
            yield found.document.error("bilaga-tom", keys, f"Filen {name} är tom.", "lägg in filen på nytt.")
        elif file is None and not _is_path(name) and not _is_told(given, folder.path, name):
            meant = did_you_mean(name, folder.names)
            if meant is None:
                remedy = f"lägg filen i {folder.path}/bilagor/, eller ta bort raden fil."
            elif _right_name(meant) == name:
                remedy = f"filen heter {meant}: byt namn på den till {name}."
            else:
                remedy = f"Menade du {meant}?"
            message = f"Filen {name} finns inte i mappen bilagor."
            yield found.document.error("bilaga-saknas", keys, message, remedy)


def _is_told(given: Given, folder: str, name: str) -> bool:
    """Whether the file could not be read, or lies beside the item and not in its folder: then it is told where it lies."""
    return given.is_unread(f"{folder}/{layout.ATTACHMENTS}/{name}") or f"{folder}/{name}" in given.unread


MEGABYTE = 1024 * 1024
LARGE, TOO_LARGE = 10 * MEGABYTE, 30 * MEGABYTE
"""Bytes of an attachment that is warned of, and of one that is not published."""

_SHRINK = (
    'spara om den: i Word "Spara som PDF" med "Minsta storlek", skanna i 200 punkter per tum i gråskala, och förminska bilder. '
    "Räcker det inte: dela den i flera bilagor."
)


def light(given: Given) -> Iterator[Finding]:
    """An attachment is at most 30 megabytes, and small enough for a phone on the road: 10 are much."""
    for folder, found, keys, name in _mentioned(given):
        file = next((file for file in folder.files if file.name == name and file.size > LARGE), None)
        if file is not None:
            place = found.document.place(*keys)
            size = f"Filen {name} är {file.size // MEGABYTE} MB"
            if file.size > TOO_LARGE:
                yield place.error("bilaga-stor", f"{size}; högst {TOO_LARGE // MEGABYTE} MB kan läggas ut.", _SHRINK)
            else:
                yield place.warning("bilaga-stor", f"{size} och tar lång tid att hämta i en telefon.", _SHRINK)


def mentioned_by_an_item(given: Given) -> Iterator[Finding]:
    """Every file in a folder `bilagor` is mentioned there, by an item, a list, the call or the minutes: else nobody judged it."""
    for folder in _folders(given):
        written = [found.attachment.file for found in folder.attached]
        mentioned = {re.split(r"[/\\]", name)[-1] for name in written if name is not None}
        missing = [name for name in mentioned if name not in folder.names]
        # Of a name that is written wrong it is told what was meant: that file is mentioned, if badly.
        mentioned |= {meant for name in missing if (meant := did_you_mean(name, folder.names)) is not None}
        for file in folder.files:
            if file.name not in mentioned and not given.is_unread(folder.path):
                yield Finding(
                    Place(file.path),
                    Level.ERROR,
                    "bilaga-onämnd",
                    "Inget ärende nämner filen, och varken kallelsen eller protokollet.",
                    f"lägg till den under bilagor: i sitt ärende, i kallelsen eller i protokollet (titel: och fil: {file.name}), "
                    "eller ta bort den.",
                )


def safe_type(given: Given) -> Iterator[Finding]:
    """An attachment is of a type that no browser runs."""
    for _, found, keys, name in _mentioned(given):
        if ending(name) not in ATTACHABLE and not _is_path(name):
            yield found.document.error(
                "bilaga-typ",
                keys,
                f"Filer av slaget {ending(name) or 'utan ändelse'} kan inte publiceras.",
                f"spara som PDF; tillåtna slag är {', '.join(ATTACHABLE)}.",
            )


def _right_name(name: str) -> str:
    return f"{addresses.slug(PurePosixPath(name).stem) or 'bilaga'}.{ending(name)}"


def plain_name(given: Given) -> Iterator[Finding]:
    """An attachment's name is small letters a-z, digits and hyphens and one ending: it is an address for ever."""
    for _, found, keys, name in _mentioned(given):
        if ending(name) in ATTACHABLE and not _is_path(name) and not _NAME.fullmatch(name):
            right = _right_name(name)
            yield found.document.error(
                "bilaga-namn",
                keys,
                f'Filnamnet "{name}" kan inte bli en adress.',
                f"byt namn på filen till {right} och skriv fil: {right}.",
            )


def named_document_exists(given: Given) -> Iterator[Finding]:
    """A document that replaces ("ersätter") another, or belongs to it ("hör_till"), names its title as it stands there."""
    for documents in together(given.archive):
        for one in documents:
            titles = [other.header.title for other in documents if other is not one and other.header.title is not None]
            for key, named in (("ersätter", one.header.replaces), ("hör_till", one.header.part_of)):
                if named is not None and named not in titles:
                    meant = did_you_mean(named, titles)
                    what, which = _NAMED[key]
                    yield one.document.error(
                        "okänd-bilaga",
                        (*one.keys, key),
                        f'Ingen annan {what} har titeln "{named}".',
                        f"Menade du {meant}?" if meant else f"skriv titeln så som den står vid den {which}.",
                    )


_NAMED = {
    "ersätter": ("bilaga", "bilaga som ersätts"),
    "hör_till": ("handling i ärendet", "handling som den hör till"),
}


def documents_have_a_first(given: Given) -> Iterator[Finding]:
    """Documents that belong to each other ("hör_till") begin with one that belongs to none: else none would be shown."""
    for documents in together(given.archive):
        for one in documents:
            if goes_round(one, documents):
                yield one.document.error(
                    "hör-till-sig",
                    (*one.keys, "hör_till"),
                    "Handlingarna hör till varandra i ring, så att ingen står först.",
                    "ta bort hör_till vid den handling som de andra är bilagor till.",
                )


RULES: tuple[Rule, ...] = (
    inside_the_folder,
    on_disk,
    light,
    mentioned_by_an_item,
    safe_type,
    plain_name,
    named_document_exists,
    documents_have_a_first,
)
