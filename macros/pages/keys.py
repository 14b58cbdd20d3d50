"""The reference of every header key, made from the models: it cannot say anything else than what is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from macros import addresses
from macros.dates import written
from macros.pages.handbook import PagePart
from macros.pages.templating import render
from macros.record.layout import KINDS, Kind
from macros.record.schema import Header


@dataclass(frozen=True)
class Key:
    """A key as the help shows it: name, form ("text på en rad"), description, whether it must be there."""

    name: str
    form: str
    description: str
    required: bool


@dataclass(frozen=True)
class KeyGroup:
    """The keys of a header, or of one of its parts ("bilagor[]": each row of a list)."""

    path: str
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class KindKeys:
    """A kind of file with the keys of its header and of every part."""

    kind: Kind[Header]
    parts: tuple[KeyGroup, ...]

    @property
    def names(self) -> dict[str, None]:
        """The name of every key in it, once and in order."""
        return dict.fromkeys(key.name for part in self.parts for key in part.keys)


@cache
def references() -> tuple[KindKeys, ...]:
    """The reference of every kind of file."""
    return tuple(KindKeys(kind, tuple(_parts(kind.json_schema()))) for kind in KINDS)


def by_kinds(address: str) -> list[PagePart]:
    """A part of the page of keys at the address for each kind of file."""
    return [
        PagePart(
            written.capital(found.kind.name),
            addresses.part(address, found.kind.name),
            render("keys.html", kind=found.kind, parts=found.parts),
            render("keys_told.html", kind=found.kind, names=found.names),
        )
        for found in references()
    ]


def _parts(schema: dict[str, Any]) -> Iterator[KeyGroup]:
    waiting = [("", schema)]
    while waiting:
        path, part = waiting.pop(0)
        required = part.get("required", [])
        yield KeyGroup(
            path,
            tuple(
                Key(name, _form(schema, field), field.get("description", ""), name in required)
                for name, field in part["properties"].items()
            ),
        )
        for name, field in part["properties"].items():
            mark, inner = _inner(schema, field)
            if "properties" in inner:
                waiting.append((f"{path}.{name}{mark}".lstrip("."), inner))


def _resolved(schema: dict[str, Any], field: dict[str, Any]) -> dict[str, Any]:
    reference = field.get("$ref")
    found: dict[str, Any] = schema["$defs"][reference.rpartition("/")[2]] if reference else field
    return found


def _inner(schema: dict[str, Any], field: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """What a field holds, behind a list ("[]") or a map with free keys ("{}")."""
    if field.get("type") in ("array", ["array", "string"]):
        return "[]", _resolved(schema, field.get("items", {}))
    if isinstance(field.get("additionalProperties"), dict):
        return "{}", _resolved(schema, field["additionalProperties"])
    return "", _resolved(schema, field)


def _form(schema: dict[str, Any], field: dict[str, Any]) -> str:
    mark, inner = _inner(schema, field)
    if "properties" in inner:
        return {"": "nycklar", "[]": "lista med nycklar", "{}": "namn med nycklar"}[mark]
    form: str = inner.get("title") or " eller ".join(inner.get("enum", ["text"]))
    return {"": form, "[]": f"lista: {form}", "{}": f"namn: {form}"}[mark]
