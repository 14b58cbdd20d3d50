"""A file of the record with a few values changed, as bytes in its own coding: nothing else of it becomes other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_scripts.editor.form.fields import keys_at
from build_scripts.editor.form.file_as_form import opened
from build_scripts.editor.header.changes import HeaderChange, Insert, Put, changed
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.stored import stored
from build_scripts.new.writing import Tree
from build_scripts.project import WrongUse


def edited(root: Path, path: str, *changes: HeaderChange) -> bytes:
    """The file with the changes of its header; raises WrongUse where they cannot be written by position."""
    try:
        file = opened(stored(root, path))
        text = changed(file.source.text, changes, lambda keys: keys_at(file.fields, keys))
    except NotEditable as why:
        raise WrongUse(f"{path} kan inte ändras här: {why} Öppna filen som text.") from None
    return file.stored.encoded(text) or text.encode()


def added(root: Path, path: str, key: str, new: Sequence[Tree]) -> list[HeaderChange]:
    """The changes that put rows last in the list under a key, which the file may lack."""
    try:
        tree = opened(stored(root, path)).tree
    except NotEditable as why:
        raise WrongUse(f"{path} kan inte ändras här: {why}") from None
    rows = tree.get(key) if isinstance(tree, dict) else None
    if isinstance(rows, list) and rows:
        return [Insert((key, len(rows) + n), value) for n, value in enumerate(new)]
    return [Put((key,), list(new))]
