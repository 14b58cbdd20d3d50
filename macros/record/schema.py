"""From a header's tree to a typed model, and the document that has both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.finding import Finding, Place
from macros.record.header import Node, parse, place_of
from macros.record.misread import findings_of
from macros.record.source import Source
from macros.record.values import Line

Keys = tuple[str | int, ...]
"""A way into a header: keys of maps and numbers of list rows (from 0)."""


class Model(BaseModel):
    """What every part of a header shares: frozen, no unknown keys, Swedish names outside and English inside."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, hide_input_in_errors=True)


class Header(Model):
    """What every file's header may hold besides its own keys."""

    explanations: dict[str, Line] = Field(
        default={},
        alias="förklaringar",
        description="Varför en varning får stå kvar: regelns namn och skälet, till exempel datum-omskrivet: Enheten skrev så.",
    )
    note: Line | None = Field(
        None,
        alias="anmärkning",
        description="En upplysning som visas på sidan, till exempel vad källan inte säger.",
    )


def said_beside(model: Model, may_stand: Collection[str]) -> list[str]:
    """The keys, as they are written, that say something beside the fields that may stand. A new field is refused by itself."""
    fields = type(model).model_fields
    said = sorted(model.model_fields_set.difference(may_stand), key=list(fields).index)
    return [fields[name].alias or name for name in said if getattr(model, name) not in (None, (), {})]


H = TypeVar("H", bound=Header)


@dataclass(frozen=True)
class Document(Generic[H]):
    """One file of the record: its path, its header as a typed model, its body as Markdown, and the places of both.

    `root` is None where the header is known from before: its places are looked up in the source when they are asked for.
    """

    path: str
    header: H
    source: Source = field(repr=False)
    root: Node | None = field(repr=False, compare=False)

    def _tree(self) -> Node:
        root = self.root or parse(self.source)[0]
        assert root is not None
        return root

    @property
    def folder(self) -> str:
        """The path of the folder that the file lies in."""
        return self.path.rpartition("/")[0]

    @cached_property
    def body(self) -> str:
        """The Markdown below the header."""
        return self.source.body

    def place(self, *keys: str | int) -> Place:
        """Where the value at `keys` stands; where it is missing, the nearest key above it."""
        return place_of(self.source, self._tree(), keys)

    def key_place(self, *keys: str | int) -> Place:
        """Where the key itself stands (of a map's entry), else the place of its value."""
        return place_of(self.source, self._tree(), keys, at_key=True)

    def error(self, rule: str, keys: Keys, message: str, remedy: str) -> Finding:
        """A finding that stops, at the value at `keys`."""
        return self.place(*keys).error(rule, message, remedy)

    def warning(self, rule: str, keys: Keys, message: str, remedy: str) -> Finding:
        """A finding that does not stop, at the value at `keys`."""
        return self.place(*keys).warning(rule, message, remedy)


def build(model: type[H], source: Source, root: Node) -> tuple[Document[H] | None, list[Finding]]:
    """The document of a header's tree, or None with a finding for each fault. Never raises."""
    try:
        header = model.model_validate(root.plain())
    except ValidationError as error:
        return None, findings_of(error, model, source, root)
    return Document(source.path, header, source, root), []
