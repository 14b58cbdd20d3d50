"""The reviewers' notes that go with files that go."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from build_scripts.guard.reviews import without
from build_scripts.project import WrongUse
from macros.record.layout import REVIEW_NOTES


def without_notes(root: Path, folder: str, files: Collection[str]) -> dict[str, bytes | None]:
    """The folder's `granskning.yml` without its notes about the files, by path; nothing where it has none of them."""
    path = f"{folder}/{REVIEW_NOTES}"
    if not (root / path).is_file():
        return {}
    content = (root / path).read_bytes()
    try:
        kept = without(path, content, files)
    except ValueError:
        raise WrongUse(f"{path} kan inte läsas. Be den som sköter arkivet om hjälp.") from None
    return {} if kept == content else {path: kept}
