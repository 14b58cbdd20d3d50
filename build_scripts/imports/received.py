"""A document as it was received: its bytes, or how it is to be saved so that it can be imported."""

from __future__ import annotations

from pathlib import Path

from build_scripts.imports.package import LARGEST_FILE
from build_scripts.imports.refusal import Refused
from build_scripts.project import WrongUse
from macros.record.walking import cause

ENDINGS = (".docx", ".xlsx", ".pdf")
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
    ".csv": "en lista i .csv läggs in med klubbat ny delegationslista.",
}


def received(path: Path) -> bytes:
    """The file's bytes; raises WrongUse where there is no such file, before anything is written."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WrongUse(f"{path.name} är större än {LARGEST_FILE // 1024 // 1024} MB.")
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"{path} går inte att läsa: {cause(error)}.") from None


def refuse_other_kinds(name: str) -> str:
    """The ending of the name in small letters; raises Refused with what to do where it is none that can be imported."""
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        raise Refused(_OTHER.get(ending, f"bara {', '.join(ENDINGS)} kan importeras."))
    return ending
