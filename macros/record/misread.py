"""What in a header does not fit its model: every fault becomes a finding with its place, in Swedish."""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.finding import Finding, Place
from macros.record.header import Node, place_of
from macros.record.meant import bracketed, parted
from macros.record.media import ATTACHABLE, ending
from macros.record.source import Source
from macros.record.values import did_you_mean

MOST_TOLD = 100
"""Findings of one file that are told at once; a file with more is something else than a text of the record."""


Loc = tuple[str | int, ...]
"""The way to a value, as pydantic gives it."""


def findings_of(error: ValidationError, model: type[BaseModel], source: Source, root: Node) -> list[Finding]:
    """A finding for each fault but those that follow from another, in order."""
    details = error.errors(include_url=False)[: 10 * MOST_TOLD]
    told = [detail for detail in details if not _follows(model, detail, details)]
    return [_finding(model, source, root, detail) for detail in told[:MOST_TOLD]]


def _follows(model: type[BaseModel], detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether another fault that is told is the cause of this one.

    A key is missing because it is misspelt, and a list is too short because its rows have faults of their own.
    """
    loc = detail["loc"]
    if detail["type"] in ("missing", "extra_forbidden"):
        return _follows_from_a_key(model, loc, details, is_missing=detail["type"] == "missing")
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _follows_from_a_key(model: type[BaseModel], loc: Loc, details: list[ErrorDetails], is_missing: bool) -> bool:
    """Whether a key is missing, or stands a level too high, as another unknown key beside it says already."""
    known = _fields_at(model, loc[:-1])
    home = None if is_missing else _home(str(loc[-1]), known)
    if not is_missing and home is None:
        return False
    beside = (
        str(other["loc"][-1])
        for other in details
        if other["type"] == "extra_forbidden" and other["loc"][:-1] == loc[:-1]
    )
    if home is not None:
        return loc[-1] != next(key for key in beside if _home(key, known) == home)
    return any(loc[-1] in (_meant(key, known), _home(key, known)) for key in beside)


_ALSO_CALLED = {
    "slutdatum": "fler_dagar",
    "starttid": "tid",
    "sluttid": "tid",
    "klockslag": "tid",
    "dag": "datum",
    "lokal": "plats",
    "status": "läge",
    "titel": "rubrik",
    "title": "rubrik",
    "ärende": "rubrik",
    "ärenderubrik": "rubrik",
    "date": "datum",
    "time": "tid",
    "place": "plats",
    "name": "namn",
    "type": "slag",
    "typ": "slag",
    "ärendetyp": "slag",
    "number": "nummer",
    "ärendemening": "rubrik",
    "dnr": "diarienummer",
    "förslag": "förslag_till_beslut",
    "beslutsförslag": "förslag_till_beslut",
    "yrkande": "förslag_till_beslut",
    "beslut": "förslag_till_beslut",
    "ledamöter": "förtroendevalda",
    "partibeteckning": "parti",
    "uppdrag": "roll",
    "befattning": "roll",
    "funktion": "roll",
    "from": "från",
    "period": "från",
    "mandatperiod": "från",
    "tom": "till",
    "t.o.m.": "till",
}
"""Loc that are not, by which another is meant than the one that is written nearly so."""


def _meant(key: str, known: Collection[str]) -> str | None:
    """The key that was meant by one that is not."""
    other = _ALSO_CALLED.get(key)
    return other if other in known else did_you_mean(key, known)


def _home(key: str, known: Mapping[str, Any]) -> str | None:
    """The one key whose own parts have the key: it was written a level too high."""
    if _meant(key, known):
        return None
    homes = [name for name, info in known.items() if any(key in _fields(one) for one in models_in(info.annotation))]
    return homes[0] if len(homes) == 1 else None


def _finding(model: type[BaseModel], source: Source, root: Node, detail: ErrorDetails) -> Finding:
    keys = detail["loc"]
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        place = place_of(source, root, keys, at_key=True)
        return _unknown(str(keys[-1]), _text_at(root, keys), _fields_at(model, keys[:-1]), place)
    if kind == "missing":
        field_info = _fields_at(model, keys[:-1]).get(str(keys[-1]))
        what = f" ({field_info.description.rstrip('.')})" if field_info and field_info.description else ""
        return place_of(source, root, keys[:-1], at_key=True).error(
            "nyckel-saknas", f"Nyckeln {keys[-1]} saknas{what}.", f"lägg till en rad {keys[-1]}: med sitt värde."
        )
    if "remedy" in context:
        place = place_of(source, root, keys)
        if kind == "tomt-värde" and isinstance(keys[-1], int):
            return place.error(kind, "Listraden är tom.", "skriv något efter strecket, eller ta bort raden.")
        meant = bracketed(place.excerpt) if kind == "fel-slag" else None
        return place.error(kind, context["message"], f"skriv {meant.strip()}" if meant else context["remedy"])
    message, remedy = _SHAPES.get(kind, ("Värdet har fel form.", "jämför med nyckelns beskrivning i hjälpen."))
    if (message, remedy) in (_LIST, _MAP) and (whole := _whole(model, keys, _text_at(root, keys), message == _LIST[0])):
        remedy = whole
    elif row := _row_meant(
        _fields_at(model, keys if message == _MAP[0] else (*keys, 0)), _value_at(root, keys), message
    ):
        remedy = row
    elif (message, remedy) == _MAP and (known := list(_fields_at(model, keys))):
        remedy += f" Nycklar som kan stå här: {', '.join(known)}."
    elif (message, remedy) == _LIST and (known := list(_fields_at(model, (*keys, 0)))):
        remedy += f" Nycklar som kan stå i varje del: {', '.join(known)}."
    return place_of(source, root, keys).error("fel-slag", message, remedy)


def _value_at(root: Node, keys: Loc) -> Any:
    """What stands at `keys`; None where the way ends early."""
    found: Any = root.plain()
    try:
        for key in keys:
            found = found[key]
    except (KeyError, IndexError, TypeError):
        return None
    return found


def _text_at(root: Node, keys: Loc) -> str | None:
    """The text that stands at `keys`; None where anything else does."""
    found = _value_at(root, keys)
    return found if isinstance(found, str) else None


def _row_meant(known: Mapping[str, Any], value: Any, message: str) -> str | None:
    """What to write where the keys of one row stand without their list, or a file's name alone stands for its row."""
    if message == _LIST[0] and isinstance(value, dict) and value and set(value) <= set(known):
        return f"sätt - och ett blanksteg före {next(iter(value))}:, och dra in radens andra nycklar två steg till."
    if {"titel", "fil"} <= set(known) and isinstance(value, str) and ending(value) in ATTACHABLE:
        return f"skriv - titel: med vad bilagan heter, och på raden under, lika långt in som titel, fil: {value}"
    return None


def _unknown(key: str, value: str | None, known: Mapping[str, Any], place: Place) -> Finding:
    """The finding for a key that is not: what was meant by it, or where it belongs."""
    if key.partition(":")[0] in known and (meant := parted(place.excerpt)):
        return place.error("kolon-saknas", "Det saknas ett blanksteg efter kolonet.", f"skriv {meant.strip()}")
    if home := _home(key, known):
        row = "- " if typing.get_origin(known[home].annotation) is tuple else ""
        remedy = f"skriv {home}: på en egen rad, och under den, indraget två steg, {row}{key}: med sitt värde."
        return place.error("okänd-nyckel", f"Nyckeln {key} hör hemma under {home}.", remedy)
    meant = _meant(key, known)
    remedy = (
        f"Menade du {meant}?"
        if meant
        else f"byt ut nyckeln, eller ta bort raden. Nycklar som kan stå här: {', '.join(known)}."
    )
    if value in known:
        remedy = f"skriv {value}: som en egen nyckel, med sitt värde."
    return place.error("okänd-nyckel", f"Nyckeln {key} finns inte.", remedy)


_LIST = ("Här ska en lista stå.", "skriv varje del på en egen rad som börjar med - och ett blanksteg.")
_MAP = ("Här ska nycklar med värden stå.", "skriv nyckel: värde på egna rader, indragna två steg.")
_SHAPES = {
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _MAP,
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "too_short": ("Listan är tom.", "skriv minst en rad i listan, eller ta bort nyckeln."),
}


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _fields_at(model: type[BaseModel], keys: Loc) -> dict[str, Any]:
    """The fields (by Swedish key) of the model that stands at `keys` inside `model`."""
    found = _model_at(model, keys)
    return _fields(found) if found else {}


def _model_at(model: type[BaseModel], keys: Loc) -> type[BaseModel] | None:
    found: type[BaseModel] | None = model
    for key in keys:
        if found and isinstance(key, str) and (info := _fields(found).get(key)):
            found = next(models_in(info.annotation), None)
    return found


def _whole(model: type[BaseModel], keys: Loc, value: str | None, in_list: bool) -> str | None:
    """What to write where one part alone is said, and that one is enough: `utgår: 2026-03-01`."""
    part = _model_at(model, (*keys, 0) if in_list else keys)
    needed = [key for key, info in _fields(part).items() if info.is_required()] if part and value else []
    if part is None or len(needed) != 1:
        return None
    try:
        part.model_validate({needed[0]: value})
    except ValidationError:
        return None
    if isinstance(keys[-1], int):
        return f"skriv raden som - {needed[0]}: {value}"
    row = "- " if in_list else ""
    return f"flytta ned värdet till en egen rad under {keys[-1]}:, indraget två steg: {row}{needed[0]}: {value}"


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside a field's type (`tuple[Step, ...]`, `Step | None`, `dict[str, Step]`)."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) in (tuple, list, dict, types.UnionType, typing.Union, Annotated):
        for part in typing.get_args(annotation):
            yield from models_in(part)
