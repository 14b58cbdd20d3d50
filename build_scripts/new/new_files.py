"""What a command is about to make, and how it is made: never over what is there, only when the record is sound with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from build_scripts.loading import load
from build_scripts.new.changing import written
from build_scripts.project import WrongUse
from macros.dates.written import wrapped
from macros.facts.day import Day
from macros.finding import Finding, Level, as_text
from macros.judging import judge
from macros.record.schema import Document, Header, Keys


@dataclass(frozen=True)
class NewFile:
    """A file that does not exist yet: its path from the project's root, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class NewAttachment:
    """An attachment that does not exist yet: its path from the project's root, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class NewValue:
    """One value of a file's header that is replaced where it stands; nothing else of the file changes."""

    document: Document[Any]
    keys: Keys
    value: str


@dataclass(frozen=True)
class ChangedText:
    """A file whose whole text becomes another; `told` says, line by line, what that means."""

    document: Document[Any]
    text: str
    told: tuple[str, ...]


@dataclass(frozen=True)
class NewFiles:
    """The files of one command, and what is told with them.

    `shown` is a text of its own, such as a plan; `told` says how things were chosen, `left_out` what did not come along
    (the command then ends with 1), `then` what to do now.
    """

    files: tuple[NewFile, ...]
    values: tuple[NewValue, ...] = ()
    changed: tuple[ChangedText, ...] = ()
    shown: str = ""
    told: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    attachments: tuple[NewAttachment, ...] = ()
    then: tuple[str, ...] = ()

    @property
    def paths(self) -> list[str]:
        """The paths of everything that does not exist yet."""
        return [*(file.path for file in self.files), *(file.path for file in self.attachments)]


CHECK = "Kontrollera med klubbat kontrollera."
CHECK_AND_GUARD = "Kontrollera med klubbat kontrollera, och leta efter personuppgifter med klubbat granska."
"""What is left to do with all that a command makes, and with what was made of somebody's document."""

H = TypeVar("H", bound=Header)


def header_of(model: type[H], keys: Mapping[str, Any]) -> H:
    """The header with these keys, but for those that are None; a wrong value is told as a file's own would be."""
    try:
        return model.model_validate({key: value for key, value in keys.items() if value is not None})
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), "värdet")
        context = fault.get("ctx", {})
        raise WrongUse(f"{key}: {context.get('message', 'värdet har fel form.')} {_remedy(context)}") from None


def _remedy(context: Mapping[str, Any]) -> str:
    remedy = str(context.get("remedy", "se nyckelns beskrivning i hjälpen."))
    return f"Gör så här: {remedy}"


def make(root: Path, draft: NewFiles, today: dt.date) -> int:
    """Writes the draft, checks the record with it, and tells what was made: 0, or 1 when something was left out.

    Where the checks find an error that was not there before everything is taken back, and the error is told.
    """
    contents = contents_of(root, draft)
    take_back = written(root, contents)
    faults = _errors(root, today)
    if faults:
        # Only now is it asked what was wrong before: a record is read once when all is well.
        take_back()
        known = {fault.fault for fault in _errors(root, today)}
        if told := [as_text(fault) for fault in faults if fault.fault not in known]:
            raise WrongUse("inget skrevs, för arkivet skulle få fel.\n" + "\n".join(told))
        written(root, contents)
    print("\n".join(_report(draft)))
    return int(bool(draft.left_out))


def contents_of(root: Path, draft: NewFiles) -> dict[str, bytes | None]:
    """What every file of the draft will hold, by path; raises WrongUse where a new one is there already."""
    taken = [path for path in draft.paths if (root / path).exists()]
    if taken:
        raise WrongUse(f"{taken[0]} finns redan och skrivs aldrig över. Ändra i filen, eller flytta undan den först.")
    contents: dict[str, bytes | None] = {file.path: file.text.encode("utf-8") for file in draft.files}
    contents |= {file.path: file.content for file in draft.attachments}
    contents |= {value.document.path: _replaced(root, value).encode("utf-8") for value in draft.values}
    for changed in draft.changed:
        _refuse_other_coding(root, changed.document, "kör igen")
        contents[changed.document.path] = changed.text.encode("utf-8")
    return contents


def _replaced(root: Path, value: NewValue) -> str:
    """The file's text with the one value changed."""
    document, place = value.document, value.document.place(*value.keys)
    _refuse_other_coding(root, document, f"skriv {value.keys[-1]}: {value.value}")
    lines = document.source.text.split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + value.value + line[place.column - 1 + place.length :]
    return "\n".join(lines)


def _refuse_other_coding(root: Path, document: Document[Any], otherwise: str) -> None:
    """A file whose bytes are not the text that was read (a mark of its coding, CRLF) is left alone: all of it would change."""
    if (root / document.path).read_bytes() != document.source.text.encode():
        raise WrongUse(f"{document.path} kan inte ändras här. Spara den som UTF-8 med radslut LF, och {otherwise}.")


def _errors(root: Path, today: dt.date) -> list[Finding]:
    """The record's errors, as it is now."""
    archive, known = load(root)
    return [fault for fault in judge(archive, known, Day(archive.without_drafts, today)) if fault.level is Level.ERROR]


def _report(draft: NewFiles) -> Iterator[str]:
    if draft.shown:
        yield from (draft.shown, "")
    if draft.paths:
        yield "Skapade"
        yield from (f"  {path}" for path in draft.paths)
    if draft.values or draft.changed:
        yield "Ändrade"
        for value in draft.values:
            yield f"  {value.document.path}: {value.keys[-1]}: {value.value}"
        for changed in draft.changed:
            yield from (f"  {changed.document.path}: {told}" for told in changed.told)
    for heading, sentences in (
        ("Att veta", draft.told),
        ("Kom inte med", draft.left_out),
        ("Gör så här nu", draft.then),
    ):
        if sentences:
            yield f"\n{heading}"
            yield from (line for n, sentence in enumerate(sentences, 1) for line in _listed(heading, n, sentence))


def _listed(heading: str, n: int, sentence: str) -> list[str]:
    mark = f"{n}." if heading.startswith("Gör") else "-"
    lead = f"  {mark} "
    return wrapped(sentence, lead, " " * len(lead))
