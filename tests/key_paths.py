"""A way into a header ("bilagor", 0, "fil") exists in the model it leads through: a misspelt one would only move the caret."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from macros.finding import Place
from macros.record.schema import Document, Keys

_Method = Callable[..., Place]


def unknown_keys(model: type[BaseModel], keys: Keys) -> Keys:
    """The way as far as the first key that no model has there; empty where all of it exists."""
    here: list[Any] = [model]
    for depth, key in enumerate(keys, 1):
        here = [inner for annotation in here for inner in _below(annotation, key)]
        if not here:
            return keys[:depth]
    return ()


def _below(annotation: Any, key: str | int) -> Iterator[Any]:
    """What a key of a map, or a row of a list, holds."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        for argument in arguments:
            yield from _below(argument, key)
    elif origin is typing.Annotated:
        yield from _below(arguments[0], key)
    elif origin is tuple and isinstance(key, int):
        yield arguments[0]
    elif origin is dict and isinstance(key, str):
        yield arguments[1]
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from (info.annotation for name, info in annotation.model_fields.items() if (info.alias or name) == key)


def _held_against_the_model(method: _Method) -> _Method:
    @functools.wraps(method)
    def place(document: Document[Any], *keys: str | int) -> Place:
        wrong = unknown_keys(type(document.header), keys)
        assert not wrong, f"{type(document.header).__name__} has nothing at {wrong}"
        return method(document, *keys)

    return place


def hold_key_paths(patched: pytest.MonkeyPatch) -> None:
    """From now on every place that is asked of a document is held against its model."""
    for name in ("place", "key_place"):
        patched.setattr(Document, name, _held_against_the_model(getattr(Document, name)))
