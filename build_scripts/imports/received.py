"""A document as it was received, opened with care: its bytes, the parts of a Word file as trees, or why it cannot be read."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from build_scripts.foreign import LARGEST_FILE, MOST_ELEMENTS, is_swollen
from build_scripts.imports.wordml import W
from build_scripts.project import WrongUse
from macros.record.causes import cause

ENDINGS = (".docx", ".xlsx", ".csv", ".pdf")
"""What can be imported."""

_AS_TEXT = "Öppna filen i Word eller LibreOffice och spara den som Word-dokument (.docx)."

_AS_SHEET = "Öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)."

_OTHER = {
    ".doc": f"den gamla formen .doc läses inte. {_AS_TEXT}",
    ".docm": f"dokument med makron (.docm) läses inte. {_AS_TEXT} Då följer makrona inte med.",
    ".dotx": f"mallar (.dotx) läses inte. {_AS_TEXT}",
    ".odt": f"formen .odt (från LibreOffice) läses inte. {_AS_TEXT}",
    ".rtf": f"formen .rtf läses inte. {_AS_TEXT}",
    ".txt": f"ren text (.txt) läses inte. {_AS_TEXT}",
    ".xls": f"den gamla formen .xls läses inte. {_AS_SHEET}",
    ".xlsm": f"kalkylblad med makron (.xlsm) läses inte. {_AS_SHEET} Då följer makrona inte med.",
    ".ods": f"formen .ods (från LibreOffice) läses inte. {_AS_SHEET}",
}

DEEPEST = 150
"""Elements inside each other: a table in a table in a text box has about thirty."""

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_UNREAD = re.compile(
    r"(?:^|/)(?:docProps|customXml|glossary|theme)/|(?:stylesWithEffects|settings|webSettings|fontTable)\.xml$"
)
"""Parts without any of the document's own words."""

_SAVE_AGAIN = "Öppna den i Word och spara den på nytt som Word-dokument (.docx)."

_BROKEN = f"filen är skadad och går inte att läsa. {_SAVE_AGAIN}"


class NotImported(Exception):
    """The document is left alone; carries the sentences for the user."""


def received(path: Path) -> bytes:
    """The file's bytes; raises WrongUse where there is no such file, before anything is written."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WrongUse(f"{path.name} är större än {LARGEST_FILE // 1024 // 1024} MB.")
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"{path} går inte att läsa: {cause(error)}.") from None


def refuse_other_kinds(name: str) -> str:
    """The ending of the name in small letters; raises NotImported with what to do where it is none that can be imported."""
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        raise NotImported(_OTHER.get(ending, f"bara {', '.join(ENDINGS)} kan importeras."))
    return ending


@dataclass(frozen=True)
class Relation:
    """What a part points at: kind (last word of its type), target as a part's name, or an address when `outside`."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Package:
    """The XML parts of a Word file by name, the name of the main one, and how many files are embedded."""

    parts: dict[str, Element]
    main: str = ""
    embedded: int = 0

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part, or with no name the whole file, points at, by id."""
        folder, name = posixpath.split(part)
        tree = self.parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in () if tree is None else tree.iter(_RELATIONS):
            outside, target = one.get("TargetMode") == "External", one.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, outside)
        return found

    def related(self, kind: str) -> dict[str, Element]:
        """The parts of a kind that the main one points at, such as headers, by name and in its order."""
        found = {one.target for one in self.relations(self.main).values() if one.kind == kind and not one.outside}
        return {name: self.parts[name] for name in sorted(found & self.parts.keys())}

    def below(self, folder: str) -> Iterator[Element]:
        """The parts in a folder beside the main one, such as charts."""
        home = posixpath.join(posixpath.dirname(self.main), folder, "")
        yield from (tree for name, tree in sorted(self.parts.items()) if name.startswith(home) and "_rels" not in name)


def open_package(content: bytes) -> Package:
    """The parts of a Word file; raises NotImported for anything that is none, is locked, has macros or is made to harm."""
    _tell_other_kinds(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            _tell_unsafe(entries)
            texts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
            texts = [entry for entry in texts if not _UNREAD.search(entry.filename)]
            parts = {entry.filename.lstrip("/"): _tree(packed.read(entry)) for entry in texts}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        # zipfile answers an unknown way of packing with NotImplementedError, and a password with RuntimeError.
        raise NotImported(_BROKEN) from None
    roots = (one.target for one in Package(parts).relations("").values() if one.kind == "officeDocument")
    main = next((name for name in (*roots, "word/document.xml") if name in parts), None)
    if main is None or not parts[main].tag.endswith("}document"):
        raise NotImported(f"filen är inget Word-dokument. {_SAVE_AGAIN}")
    return Package(parts, main, sum("/embeddings/" in entry.filename for entry in entries))


def _tell_other_kinds(content: bytes) -> None:
    if not content:
        raise NotImported("filen är tom. Hämta den igen från den som skickade den.")
    if content.startswith(_OLD_OR_LOCKED):
        raise NotImported(
            "filen är antingen skyddad med lösenord eller sparad i den gamla formen .doc, och kan inte läsas. "
            f"{_SAVE_AGAIN} Ta bort lösenordet först om det finns ett."
        )
    if content.startswith(b"{\\rtf"):
        raise NotImported(f"filen är sparad som RTF. {_SAVE_AGAIN}")
    if not content.startswith(b"PK"):
        raise NotImported(f"filen är inget Word-dokument. {_SAVE_AGAIN}")


def _tell_unsafe(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise NotImported("filen är skyddad med lösenord. Ta bort lösenordet i Word och spara den igen.")
    if is_swollen(entries):
        raise NotImported(
            "filen är mycket större uppackad än packad och öppnas inte. Be avsändaren spara den på nytt i Word."
        )
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise NotImported(
            f"filen innehåller makron (program) och öppnas inte. {_SAVE_AGAIN} Då följer makrona inte med."
        )


def _tree(content: bytes) -> Element:
    try:
        tree: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise NotImported(
            "filen innehåller definitioner som inte hör hemma i ett Word-dokument, och öppnas inte."
        ) from None
    except (ParseError, LookupError):
        raise NotImported(_BROKEN) from None
    level, deep, many = [tree], 0, 0
    while level:
        many += len(level)
        if many > MOST_ELEMENTS:
            raise NotImported(f"filen har fler än {MOST_ELEMENTS} stycken och rutor, och läses inte. Dela upp den.")
        level, deep = [child for element in level for child in element], deep + 1
        if deep > DEEPEST:
            raise NotImported(f"filen har tabeller eller rutor i varandra på mer än {DEEPEST} nivåer. {_SAVE_AGAIN}")
    return tree


_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
"""Changes of words. Changed looks (`rPrChange` and the like) hold none, and are passed over."""


def refuse_tracked(package: Package) -> None:
    """Raises NotImported where words were put in, taken out or moved and nobody has accepted or rejected it."""
    count = sum(1 for tree in package.parts.values() for tag in _CHANGES for _ in tree.iter(tag))
    if count:
        are = "1 spårad ändring som ingen" if count == 1 else f"{count} spårade ändringar som ingen"
        raise NotImported(
            f"dokumentet har {are} har godkänt eller avvisat. Öppna det i Word, välj Granska och godkänn eller avvisa "
            "alla ändringar, spara, och importera igen."
        )
