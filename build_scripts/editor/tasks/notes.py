"""The reviewers' notes that go with files that go."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from build_scripts.guard.reviews import without
from build_scripts.project import WrongUse
from macros.record.layout import REVIEW_NOTES


def without_notes(
    root: Path, folder: str, files: Collection[str], renamed: Mapping[str, str] = MappingProxyType({})
) -> dict[str, bytes | None]:
    """The folder's `granskning.yml`, by path, without its notes about the files and with those about renamed ones following.

    Nothing where it says nothing of them.
    """
    path = f"{folder}/{REVIEW_NOTES}"
    if not (root / path).is_file():
        return {}
    content = (root / path).read_bytes()
    try:
        kept = without(path, content, files)
    except ValueError:
        raise WrongUse(unreadable(path)) from None
    kept = following(kept.decode(), renamed).encode() if kept else None
    return {} if kept == content else {path: kept}


def unreadable(notes: str) -> str:
    """What is told of a `granskning.yml` that nothing can be noted in."""
    return f"{notes} kan inte läsas. Be den som sköter arkivet om hjälp."


def following(text: str, renamed: Mapping[str, str]) -> str:
    """The text of a `granskning.yml` with new names for the files that got others."""
    return re.sub(r"(?<=fil: )\S+", lambda found: renamed.get(found[0], found[0]), text)
