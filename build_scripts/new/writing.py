"""Writes a file of the record: the one place that turns a model into header text, and plain words into Markdown.

What is written reads back as the same model: values are quoted only where the reader would otherwise see something else.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.record import header as headers
from macros.record.delegation import SerialNumber, WrittenDate
from macros.record.described import Described, Signed
from macros.record.item import Arriving, Explained, Publishable, Withdrawable
from macros.record.numbers import Paragraphs
from macros.record.schema import Header
from macros.record.source import Source
from macros.record.summons import Occasion
from macros.record.values import Hours, Month, Several

AT_END = ""
"""The place of remarks that stand after the last key."""

Remarks = Mapping[str, Sequence[str]]
"""Lines for the one who goes on writing, by the key they stand above; they become comments, which no page shows."""

Tree = str | list["Tree"] | dict[str, "Tree"]


def file_text(header: Header, body: str = "", remarks: Remarks | None = None) -> str:
    """A whole file: the header between its two lines of dashes, then the body."""
    text = body.strip("\n")
    return f"---\n{header_text(header, remarks)}---\n" + (f"{text}\n" if text else "")


def header_text(header: Header, remarks: Remarks | None = None) -> str:
    """The header's lines: only keys that were given, those of its own kind first, in the order of the model."""
    told = remarks or {}
    lines: list[str] = []
    for key, value in keys_of(header).items():
        lines += [f"# {line}" for line in told.get(key, ())]
        lines += entry(key, value)
    lines += [f"# {line}" for line in told.get(AT_END, ())]
    return unicodedata.normalize("NFC", "".join(f"{line}\n" for line in lines))


def keys_of(model: BaseModel) -> dict[str, Tree]:
    """A model's given keys with their values as they are written, in order; what was left to its default is left out."""
    return {
        info.alias or name: _alone(info, _plain(getattr(model, name)))
        for name, info in in_order(type(model))
        if name in model.model_fields_set and getattr(model, name) is not None
    }


def _alone(info: FieldInfo, tree: Tree) -> Tree:
    """The only value of a list that may be written without the list."""
    may = any(isinstance(one, Several) for one in info.metadata)
    return tree[0] if may and isinstance(tree, list) and len(tree) == 1 else tree


_LAST = (Occasion, Described, Signed, Publishable, Explained, Withdrawable, Arriving, Header)
"""What many kinds of parts share: time and place, what a document is and who made it, whether it is shown, remarks.

These keys stand after the part's own, so that a title comes first.
"""


@lru_cache
def in_order(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields in the model's order, those that many kinds share last."""
    shared = [one for one in _LAST if issubclass(model, one) and model is not one]

    def place(name: str) -> int:
        return next((number for number, one in enumerate(shared, 1) if name in one.__annotations__), 0)

    return tuple((name, model.model_fields[name]) for name in sorted(model.model_fields, key=place))


def _plain(value: Any) -> Tree:
    if isinstance(value, BaseModel):
        return keys_of(value)
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return written(value)


def written(value: Any) -> str:
    """One value as the reader takes it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, Hours):
        return f"{value.start:%H:%M}" + (f"-{value.end:%H:%M}" if value.end else "")
    if isinstance(value, Paragraphs):
        return str(value).replace("–", "-")
    if isinstance(value, WrittenDate | SerialNumber):
        return value.written
    if isinstance(value, str | int | Month):
        return str(value)
    raise TypeError(f"no way to write {type(value).__name__}")


def entry(key: str, value: Tree) -> Iterator[str]:
    """A key with its value: on one line, or with its lines below it, two steps in."""
    if isinstance(value, str):
        yield from _scalar(f"{scalar(key)}:", value)
        return
    if not value:
        yield f"{scalar(key)}: {'[]' if isinstance(value, list) else '{}'}"
        return
    yield f"{scalar(key)}:"
    yield from _indented(below(value))


def below(value: list[Tree] | dict[str, Tree]) -> Iterator[str]:
    """The lines of a list or of keys, as they stand below their key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from entry(key, inner)
        return
    for row in value:
        if isinstance(row, str):
            yield from _scalar("-", row)
        else:
            first, *rest = below(row)
            yield f"- {first}"
            yield from _indented(rest)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    """Lines two steps in; an empty one stays empty."""
    return (f"  {line}" if line else "" for line in lines)


def _scalar(lead: str, text: str) -> Iterator[str]:
    if _is_block(text):
        yield f"{lead} |-"
        yield from _indented(text.split("\n"))
    else:
        yield f"{lead} {scalar(text)}"


def _is_block(text: str) -> bool:
    """Whether a text of several lines can stand as it is, below its key: no space first on it or last on a line."""
    lines = text.split("\n")
    kept = all(line.isprintable() and line == line.rstrip() for line in lines)
    return len(lines) > 1 and kept and bool(lines[0]) and bool(lines[-1]) and not lines[0].startswith(" ")


@lru_cache(maxsize=4096)
def scalar(text: str) -> str:
    """A text on one line: as it is where the reader gives the same text back, else within quotes."""
    for written in (text, f'"{text}"', "'" + text.replace("'", "''") + "'"):
        if _reads_as(written, text):
            return written
    return json.dumps(text, ensure_ascii=False)


def _reads_as(written: str, text: str) -> bool:
    """Whether it reads as the text, both after a key, in a list and as a key, without any remark of the reader."""
    if not written or "\n" in written:
        return False
    root, findings = headers.parse(_source(f"k: {written}\nl:\n  - {written}\n"))
    if root is None or findings or root.plain() != {"k": text, "l": [text]}:
        return False
    root, findings = headers.parse(_source(f"{written}: k\n"))
    return root is not None and not findings and root.plain() == {text: "k"}


def _source(header: str) -> Source:
    return Source("", f"---\n{header}---\n", header, "", header.count("\n") + 3)


_SIGNS = re.compile(r"([\\`*_\[\]<>|~#])")
_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def escaped(text: str) -> str:
    """The words with a backslash before every sign that has a meaning of its own anywhere in Markdown."""
    return re.sub(r"&(?=#?\w+;)", r"\\&", _SIGNS.sub(r"\\\1", text))


def markdown(text: str) -> str:
    """Plain words as Markdown that shows exactly them, also where a sign has a meaning only first on a line."""
    found = escaped(" ".join(text.split()))
    return _START.sub(lambda first: f"{first[1]}\\{first[2]}" if first[1] else f"\\{first[3]}", found)
