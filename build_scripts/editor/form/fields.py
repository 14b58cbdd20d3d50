"""The fields of a form, made from a model of the record: label, help, form of the value, choices, what must be there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, TypeAlias

from pydantic import BaseModel

from build_scripts.new.writing import in_order
from macros.dates.written import capital
from macros.record.misread import models_in
from macros.record.schema import Header, Keys
from macros.record.values import DAY_FORM, LINE_FORM

ROW_KEY, ROW_VALUE = "namn", "värde"
"""The fields of a row of `Pairs`: its name and, where that is not a group of its own, its value."""


@dataclass(frozen=True)
class TextField:
    """One text: `form` says how it is written; a `long` one may have several lines."""

    kind: ClassVar[str] = "text"
    form: str
    long: bool = False

    @property
    def is_short(self) -> bool:
        """Whether the value is a day, a time or a number."""
        return self.form not in ("", "text", LINE_FORM)

    @property
    def is_day(self) -> bool:
        """Whether the value is a day."""
        return self.form == DAY_FORM


@dataclass(frozen=True)
class Choice:
    """One of a few words; `otherwise` is the one that counts when nothing is chosen."""

    kind: ClassVar[str] = "val"
    words: tuple[str, ...]
    otherwise: str = ""


@dataclass(frozen=True)
class Lines:
    """A list of short texts, written one on a line."""

    kind: ClassVar[str] = "rader"


@dataclass(frozen=True)
class Group:
    """Fields that stand together; `alone` is the key of the one whose value may stand for them all, when no other is said."""

    kind: ClassVar[str] = "grupp"
    fields: tuple[FormField, ...]
    alone: str = ""

    def field(self, key: str) -> FormField | None:
        """The field of this key."""
        return next((field for field in self.fields if field.key == key), None)


@dataclass(frozen=True)
class Rows:
    """A list, each row of the same form."""

    kind: ClassVar[str] = "lista"
    of: Group | TextField


@dataclass(frozen=True)
class Pairs:
    """Names with a value each."""

    kind: ClassVar[str] = "par"
    of: TextField | Lines | Group


Shape: TypeAlias = TextField | Choice | Lines | Group | Rows | Pairs


@dataclass(frozen=True)
class FormField:
    """One field: its header key, what it is called, help on what it is for and how it is written, whether it must be there."""

    key: str
    label: str
    help: str
    required: bool
    shape: Shape


def row_shape(shape: Rows | Pairs) -> Group | TextField:
    """The form of each row."""
    if isinstance(shape, Rows):
        return shape.of
    name = FormField(ROW_KEY, "Namn", "", True, TextField(""))
    if isinstance(shape.of, Group):
        return Group((name, *shape.of.fields))
    return Group((name, FormField(ROW_VALUE, "Värde", _help("", shape.of), True, shape.of)))


@lru_cache
def fields_of(model: type[Header]) -> Group:
    """The fields of a kind of file, in the order that its keys are written."""
    schema = model.model_json_schema(by_alias=True)
    return _group(model, schema, schema.get("$defs", {}))


def keys_at(group: Group, keys: Keys) -> Sequence[str]:
    """The keys that may stand in the map at `keys`, in order."""
    shape: Shape = group
    for key in keys:
        if isinstance(shape, Group) and isinstance(key, str) and (found := shape.field(key)):
            shape = found.shape
        elif isinstance(shape, Rows | Pairs):
            shape = shape.of
    return [field.key for field in shape.fields] if isinstance(shape, Group) else []


def label(key: str) -> str:
    """A key as a person reads it: "förslag_till_beslut" is "Förslag till beslut"."""
    return capital(key.replace("_", " "))


def _group(model: type[BaseModel], schema: dict[str, Any], parts: dict[str, Any]) -> Group:
    required, fields = schema.get("required", []), []
    for name, info in in_order(model):
        key = info.alias or name
        shape = _shape(info.annotation, schema["properties"][key], parts)
        fields.append(FormField(key, label(key), _help(info.description or "", shape), key in required, shape))
    alone = required[0] if schema.get("type") == ["object", "string"] else ""
    return Group(tuple(fields), alone)


def _help(description: str, shape: Shape) -> str:
    """What a field is for and how it is written."""
    # "datum, ÅÅÅÅ-MM-DD": what it is the label says, how it is written stands behind the comma.
    written = shape.form.partition(", ")[2] if isinstance(shape, TextField) and not shape.is_day else ""
    if written.startswith("TT:MM"):
        return " ".join(part for part in (_on_the_desk(description), "Till exempel 18.00.") if part)
    lines = "Skriv en på varje rad." if isinstance(shape, Lines) else ""
    return " ".join(
        part for part in (_on_the_desk(description), f"Skrivs {written}." if written else "", lines) if part
    )


_OF_FILES = re.compile(r"filnamn|\.md|mapp|\[\]|organ:id|\bid\b|kortnamn", re.IGNORECASE)


def _on_the_desk(description: str) -> str:
    """The description without the pieces on how it is written in a file: here it is chosen, or left empty."""
    told = re.sub(r" \([^()]*mapp[^()]*\)", "", description).replace("utan nyckeln", "lämnas det tomt")
    told = told.replace("Utan nyckeln", "Lämnas det tomt")
    return " ".join(filter(None, map(_sentence, re.split(r"(?<=[.]) +", told))))


def _sentence(told: str) -> str:
    """The sentence as far as it tells nothing of files."""
    kept: list[str] = []
    for piece in re.split(r"(?<=[;:]) +", told):
        if _OF_FILES.search(piece):
            break
        kept.append(piece)
    said = " ".join(kept)
    return f"{said[:-1]}." if said.endswith((";", ":")) else said


def _shape(annotation: Any, schema: dict[str, Any], parts: dict[str, Any]) -> Shape:
    otherwise = schema.get("default")
    given = _given(schema, parts)
    if "enum" in given:
        # A choice of yes and no has its default as Python's own truth.
        word = {True: "ja", False: "nej"}[otherwise] if isinstance(otherwise, bool) else str(otherwise or "")
        return Choice(tuple(given["enum"]), word)
    inner = next(models_in(annotation), None)
    match given:
        case {"additionalProperties": dict() as each}:
            return Pairs(_value(inner, _given(each, parts), parts))
        case {"type": "object" | ["object", "string"]} if inner is not None:
            return _group(inner, given, parts)
        case {"type": "array" | ["array", "string"], "items": dict() as each}:
            row = _value(inner, _given(each, parts), parts)
            return Rows(row) if isinstance(row, Group) or (isinstance(row, TextField) and row.long) else Lines()
    return _text(given)


def _value(inner: type[BaseModel] | None, schema: dict[str, Any], parts: dict[str, Any]) -> TextField | Lines | Group:
    """The form of each value of a list or of names with values."""
    if inner is not None:
        return _group(inner, schema, parts)
    return Lines() if schema.get("type") == "array" else _text(schema)


def _given(schema: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """The schema itself: without "or null", and where it only refers, the part it refers to."""
    for choice in schema.get("anyOf", ()):
        if choice != {"type": "null"}:
            return _given(choice, parts)
    if "$ref" in schema:
        return dict(parts[schema["$ref"].rpartition("/")[2]])
    return schema


def _text(schema: dict[str, Any]) -> TextField:
    form = str(schema.get("title", ""))
    return TextField(form, long=form == "text")
