"""What a command is about to make: new files, a value to change in another, and what is to be told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from build_scripts.project import WrongUse
from macros.record.schema import Document, Header, Keys


@dataclass(frozen=True)
class NewFile:
    """A file that does not exist yet: its path from the project's root, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class NewValue:
    """One value of a file's header that is replaced where it stands; nothing else of the file changes."""

    document: Document[Any]
    keys: Keys
    value: str


@dataclass(frozen=True)
class NewFiles:
    """The files of one command, and what is told with them.

    `shown` is a text of its own, such as a plan; `told` says how things were chosen, `left_out` what did not come along
    (the command then ends with 1), `then` what to do now.
    """

    files: tuple[NewFile, ...]
    values: tuple[NewValue, ...] = ()
    shown: str = ""
    told: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    then: tuple[str, ...] = ()


H = TypeVar("H", bound=Header)


def header_of(model: type[H], keys: Mapping[str, Any]) -> H:
    """The header with these keys, but for those that are None; a wrong value is told as a file's own would be."""
    try:
        return model.model_validate({key: value for key, value in keys.items() if value is not None})
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), "värdet")
        context = fault.get("ctx", {})
        raise WrongUse(f"{key}: {context.get('message', 'värdet har fel form.')} {_remedy(context)}") from None


def _remedy(context: Mapping[str, Any]) -> str:
    remedy = str(context.get("remedy", "se nyckelns beskrivning i hjälpen."))
    return f"Gör så här: {remedy}"
