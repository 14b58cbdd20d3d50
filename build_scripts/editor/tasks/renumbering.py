"""Other numbers carried out: a meeting's files are renamed all at once, and its reviewers' notes follow."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from build_scripts.editor.tasks.notes import following
from build_scripts.project import WrongUse
from build_scripts.site.exchange import change_places
from macros.record.archive import Meeting
from macros.record.layout import REVIEW_NOTES
from macros.record.numbers import ItemNumber


def item_number(written: str, option: str) -> ItemNumber:
    """The number of an item as it was given with an option, or in a field."""
    try:
        return ItemNumber.typed(written)
    except ValueError:
        raise WrongUse(f"{option} {written}: skriv ett nummer, till exempel 3, 7a eller 7.1.") from None


def renumber(root: Path, meeting: Meeting, names: Mapping[str, str], only_shown: bool) -> list[str]:
    """The folder is made anew beside the old one and they change places: nobody ever meets a folder half renamed."""
    folder = root / meeting.document.folder
    told = [f"{old} → {new}" for old, new in names.items()]
    if only_shown or not names:
        return told
    fresh, before = folder.with_name(f".{folder.name}-flyttas"), folder.with_name(f".{folder.name}-före")
    for left in (fresh, before):
        shutil.rmtree(left, ignore_errors=True)
    shutil.copytree(folder, fresh, symlinks=True)
    for old in names:
        (fresh / old).unlink()
    for old, new in names.items():
        shutil.copy2(folder / old, fresh / new)
    notes = fresh / REVIEW_NOTES
    if notes.is_file():
        text = notes.read_text(encoding="utf-8")
        renamed = following(text, names)
        notes.write_text(renamed, encoding="utf-8", newline="")
        told += [f"{REVIEW_NOTES} i samma mapp"] if renamed != text else []
    change_places(fresh, folder, before)
    shutil.rmtree(before)
    return told
