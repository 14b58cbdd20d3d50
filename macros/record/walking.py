"""Walks the record's folders and opens its files: the only module that does. What cannot be read is told, never raised."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros import addresses
from macros.finding import Finding, Place
from macros.record import source as sources
from macros.record.causes import cause
from macros.record.filed import File
from macros.record.layout import ATTACHMENTS, REVIEW_NOTES, Kind
from macros.record.ledgers import digest_of
from macros.record.loose_dates import loose_date
from macros.record.parsing import Parse, parse
from macros.record.schema import Document, H
from macros.record.values import did_you_mean
from macros.remembered import remembered


def is_hidden(name: str) -> bool:
    """Whether a file is none of the writer's: hidden, or laid there by Windows or by Word while a document is open."""
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini")


_NO_TEXT = re.compile("[\ud800-\udfff]")
"""Marks that cannot be printed, with which file names that are no UTF-8 reach Python."""


def holds(question: Callable[[], bool]) -> bool:
    """The answer about a path; no where the path may not even be looked at."""
    try:
        return question()
    except OSError:
        return False


@dataclass
class Walker:
    """Opens folders and files below `root`, and gathers the findings of what it meets."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    instead: Mapping[str, bytes] = field(default_factory=dict)
    """Path → bytes that are read in place of the file's own: what the record would be if they were saved."""

    parse: Parse = parse

    def refuse(self, path: str, rule: str, message: str, remedy: str) -> None:
        """An error about a whole file or folder."""
        self.findings.append(Place(path).error(rule, message, remedy))

    def path(self, file: Path | os.DirEntry[str]) -> str:
        """The path from the project's root as it is shown and compared: NFC, with forward slashes."""
        return unicodedata.normalize("NFC", os.fspath(file).removeprefix(self._above).replace(os.sep, "/"))

    @cached_property
    def _above(self) -> str:
        """What the paths of all files begin with."""
        return "" if self.root == Path() else os.path.join(self.root, "")  # noqa: PTH118 (a Path ends with no slash)

    def entries(self, folder: Path) -> Iterator[Path]:
        """A folder's visible entries in order of name; links are told and left out."""
        try:
            found = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.refuse(
                self.path(folder),
                "oläslig-fil",
                f"Mappen går inte att läsa: {cause(error)}.",
                "se att du har rätt att läsa mappen.",
            )
            return
        for entry in found:
            if is_hidden(entry.name) or entry.name == REVIEW_NOTES:
                continue
            if _NO_TEXT.search(entry.name):
                shown = os.fsencode(entry.name).decode("utf-8", "replace")
                self.refuse(
                    self.path(folder),
                    "filnamn",
                    f'Filnamnet "{shown}" är inte skrivet i UTF-8.',
                    "byt namn på filen.",
                )
                continue
            if entry.is_symlink():
                self.refuse(
                    self.path(entry),
                    "länk-i-arkivet",
                    "Filen är en länk till något annat.",
                    "lägg själva filen här i stället för en länk.",
                )
                continue
            if not (entry.is_file() or entry.is_dir()):
                self.refuse(self.path(entry), "okänd-fil", "Det här är varken en fil eller en mapp.", "ta bort den.")
                continue
            yield Path(entry.path)

    def document(self, kind: Kind[H], file: Path) -> Document[H] | None:
        """The file as a document of its kind; None where it cannot be one, and that is told."""
        path = self.path(file)
        try:
            size = file.stat().st_size
            if size > sources.LARGEST_FILE:
                self.findings.append(sources.too_large(path, size))
                return None
            content = self.instead[path] if path in self.instead else file.read_bytes()
        except OSError as error:
            self.unreadable(path, error)
            return None
        document, findings = self.parse(kind.model, path, content)
        self.findings += findings
        return document

    def content(self, path: str) -> bytes | None:
        """The bytes of a file that may be missing."""
        file = self.root / path
        try:
            return self.instead[path] if path in self.instead else file.read_bytes() if file.is_file() else None
        except OSError as error:
            self.unreadable(path, error)
            return None

    def unreadable(self, path: str, error: OSError) -> None:
        """A file that the system does not give."""
        remedy = "se att filen finns och att du har rätt att läsa den."
        self.refuse(path, "oläslig-fil", f"Filen går inte att läsa: {cause(error)}.", remedy)

    def unknown(self, entry: Path, remedy: str) -> None:
        """A file or folder that is of no kind that is read here."""
        kind = "Mappen" if entry.is_dir() else "Filen"
        if not entry.is_dir() and entry.suffix.lower() in _DOCUMENTS:
            remedy = _MOVING.format(name=entry.name, ending=entry.suffix)
        self.refuse(
            self.path(entry),
            "okänd-fil",
            f"{kind} {entry.name} hör inte till något slag som läses här.",
            remedy,
        )

    def attachments(self, folder: Path | None) -> list[File]:
        """The files of a folder of attachments; none without the folder."""
        files = []
        for entry in self.entries(folder) if folder else ():
            if entry.is_dir():
                self.unknown(entry, f"lägg filerna direkt i mappen {ATTACHMENTS}.")
                continue
            try:
                files.append(self._file(entry))
            except OSError as error:
                self.unreadable(self.path(entry), error)
        return files

    def _file(self, file: Path) -> File:
        """The file with its digest, which is taken again when its size or its time has changed."""
        path, told = self.path(file), file.stat()
        if path in self.instead:
            digest: str | None = digest_of(self.instead[path])
        else:
            made_from = (path, str(told.st_size), str(told.st_mtime_ns))
            digest = remembered("avtryck", made_from, lambda: digest_of(file.read_bytes()))
        return File(path, unicodedata.normalize("NFC", file.name), told.st_size, digest or "")

    def folder(self, folder: Path) -> OpenFolder:
        """A folder whose entries can be taken one by one."""
        return OpenFolder(self, {entry.name: entry for entry in self.entries(folder)})


_DOCUMENTS = (".docx", ".doc", ".odt", ".pdf", ".xlsx", ".xls", ".ods", ".pptx", ".odp", ".rtf")
_MOVING = (
    f"flytta {{name}} till mappen {ATTACHMENTS} bredvid sitt ärende, och nämn den där under {ATTACHMENTS}. "
    "Ska dess text stå på sidan: flytta ut den ur arkivet och läs in den med klubbat importera."
)
"""What to do about a document that lies beside the record's own texts."""

_TEXT_ENDINGS = re.compile(r"(\.(md|markdown|txt)(\.(bak|orig|old|tmp))?~?)+$", re.IGNORECASE)
"""How a text's name ends, also as editors name what they keep of it."""

_COPY = re.compile(r"( - kopia| - copy| ?\(\d+\))+$", re.IGNORECASE)
"""What Windows and browsers add to the name of a copy."""


def _item_number(name: str) -> tuple[str, str]:
    """The number that a name begins with (7, 7a, 7.1) as an item's file has it, with its hyphen, and the rest of the name."""
    found = re.match(r"(\d{1,3})([a-z](?![^\W_])|\.\d{1,2}(?!\d))?[\s._–—-]+", name, re.ASCII | re.IGNORECASE)
    return (f"{found[1]:0>2}{(found[2] or '').lower()}-", name[found.end() :]) if found else ("", name)


def _meant(entry: Path) -> str | None:
    """The name that a file of text or a folder was meant to have, where it has another: small letters, one ending, a date."""
    if entry.is_dir():
        name = str(loose_date(entry.name) or addresses.slug(_COPY.sub("", entry.name)))
    elif _TEXT_ENDINGS.search(entry.name) or (not entry.suffix and _item_number(entry.name)[0]):
        number, rest = _item_number(_COPY.sub("", _TEXT_ENDINGS.sub("", entry.name)))
        name = f"{number}{addresses.slug(rest)}.md"
    else:
        return None
    return name if name != entry.name else None


def _renaming(entry: Path, name: str) -> str:
    """What to do about a file or folder that was meant to have this name."""
    kind = "mappen" if entry.is_dir() else "filen"
    taken = holds((entry.parent / name).exists)
    return (
        f"Menade du {name}? {f'Den {kind} finns redan: ta bort den ena.' if taken else f'Byt namn på {kind} till det.'}"
    )


@dataclass
class OpenFolder:
    """A folder's entries, taken one by one by those who know them; what nobody takes is told."""

    walker: Walker
    left: dict[str, Path]
    asked: dict[str, bool] = field(default_factory=dict)
    """The names that were asked for, and whether each is a folder's."""

    def meant(self, name: str) -> bool:
        """Whether a file is there that was meant to have this name; it is told with the name when the rest is."""
        return any(not entry.is_dir() and _meant(entry) == name for entry in self.left.values())

    def take(self, name: str, is_folder: bool = False) -> Path | None:
        """The file, or the folder, of this name, if it is there."""
        self.asked[name] = is_folder
        entry = self.left.get(name)
        return self.left.pop(name) if entry is not None and entry.is_dir() == is_folder else None

    def file(self, kind: Kind[H]) -> Document[H] | None:
        """The one file of its kind, which has one name only, as a document."""
        entry = self.take(kind.file)
        return self.walker.document(kind, entry) if entry else None

    def files(self, kind: Kind[H]) -> list[Document[H]]:
        """Every file of the subfolder for this kind."""
        folder = self.take(kind.folder, is_folder=True)
        return self.walker.folder(folder).every(kind) if folder else []

    def every(self, kind: Kind[H]) -> list[Document[H]]:
        """Every file left that has a name of this kind; the others are told with the kind's remedy."""
        names = [name for name, entry in self.left.items() if kind.is_name(name) and not entry.is_dir()]
        entries = [self.left.pop(name) for name in names]
        self.tell_rest(kind.remedy, is_file=kind.is_name)
        return [found for entry in entries if (found := self.walker.document(kind, entry)) is not None]

    def folders(self, is_name: Callable[[str], bool]) -> list[Path]:
        """Every subfolder left that has such a name."""
        names = [name for name, entry in self.left.items() if is_name(name) and entry.is_dir()]
        return [self.left.pop(name) for name in names]

    def tell_rest(
        self,
        remedy: str,
        is_file: Callable[[str], bool] = lambda name: False,
        is_folder: Callable[[str], bool] = lambda name: False,
        home: Callable[[str], str] = lambda name: "",
    ) -> None:
        """A finding for each entry that nobody took: the name it was meant to have, if it may have it or it was asked for."""
        for entry in self.left.values():
            name, may_be = _meant(entry), is_folder if entry.is_dir() else is_file
            known = name is not None and (self.asked.get(name) == entry.is_dir() or may_be(name))
            elsewhere = self._folder_meant(entry) if entry.is_dir() else home(entry.name) or self._file_meant(entry)
            self.walker.unknown(entry, _renaming(entry, name) if known and name else elsewhere or remedy)
        self.left.clear()

    def _file_meant(self, entry: Path) -> str:
        """What to do about a text whose name says more than the name of one that was asked for: `protokoll-2026-03-12.md`."""
        said = addresses.slug(_TEXT_ENDINGS.sub("", entry.name)) if _TEXT_ENDINGS.search(entry.name) else ""
        files = (name for name, is_folder in self.asked.items() if not is_folder)
        return next((_renaming(entry, name) for name in files if said.startswith(name.removesuffix(".md") + "-")), "")

    def _folder_meant(self, entry: Path) -> str:
        """What to do about a folder among those that were asked for: the one it is called nearly as, or a meeting's own."""
        folders = [name for name, is_folder in self.asked.items() if is_folder]
        if near := did_you_mean(entry.name, folders):
            return _renaming(entry, near)
        *others, last = folders or [""]
        return f"lägg filerna i mappen {', '.join(others)} eller {last}." if ATTACHMENTS in folders else ""
