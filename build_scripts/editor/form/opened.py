"""The text that a file would get from what a form holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from build_scripts.editor.documents import Stored
from build_scripts.editor.form.difference import changes
from build_scripts.editor.form.fields import Group, fields_of, keys_at, label
from build_scripts.editor.form.state import FormState, NotAForm, joined, of_tree
from build_scripts.editor.header.changes import HeaderChange, changed
from build_scripts.editor.header.spans import HeaderText, NotEditable
from macros.record.parsing import split
from macros.record.source import Source

CODING = "Filen är inte sparad som UTF-8 med lika radslut. Öppna den i en texteditor och spara om den som UTF-8."


@dataclass(frozen=True)
class Opened:
    """A file as a form: its fields, its header's values, and what the form shows of them."""

    stored: Stored
    source: Source
    fields: Group
    tree: Any
    state: FormState

    @property
    def body(self) -> str:
        """The text below the header."""
        return self.source.body


def opened(stored: Stored, text: str | None = None) -> Opened:
    """The file, or another text of it, as a form; raises `NotEditable` where it can only be shown as text."""
    source = stored.source
    if source is None or stored.encoded(source.text) is None:
        raise NotEditable(CODING)
    if text is not None:
        source = split(Source(stored.path, text))[0]
    fields = fields_of(stored.kind.model)
    tree: Any = HeaderText.of(source.text).root.plain()
    try:
        return Opened(stored, source, fields, tree, of_tree(fields, tree))
    except NotAForm as key:
        raise NotEditable(f"Under {key} står något annat än vad ett formulär kan visa.") from None


def differences(file: Opened, state: FormState) -> list[HeaderChange]:
    """What the form has changed in the header."""
    return list(changes(file.fields, file.tree, state))


def text_of(file: Opened, state: FormState, body: str) -> str:
    """The whole file as the form says; raises `NotEditable` where that cannot be written by position."""
    text = changed(file.source.text, differences(file, state), lambda keys: keys_at(file.fields, keys))
    if not other_body(file, body):
        return text
    header = text[: len(text) - len(file.body)] if file.body else text
    written = joined(body).rstrip("\n")
    return header.rstrip("\n") + "\n" + (f"{written}\n" if written.strip() else "")


def other_body(file: Opened, body: str) -> bool:
    """Whether the text below the header is another than the file's."""
    return joined(body).rstrip("\n") != file.body.rstrip("\n")


def message(file: Opened, state: FormState, body: str) -> str:
    """What git is told when the writer says nothing: the file and the keys that changed."""
    keys = list(dict.fromkeys(str(change.keys[0]).replace("_", " ") for change in differences(file, state)))
    if other_body(file, body):
        keys.append("texten")
    return f"{named(file.stored)}: ändra {', '.join(keys) or 'filen'}"


def named(stored: Stored) -> str:
    """A file in a few words: its kind and where it stands."""
    return f"{label(stored.kind.name)} {stored.path.partition('/')[2].removesuffix('.md')}"
