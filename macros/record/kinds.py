"""The kinds of files in the record: what each is called, where it stands and the model that describes its header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.record.body import BodyHeader
from macros.record.delegation import DelegationListHeader, DelegationOrderHeader
from macros.record.item import ItemHeader
from macros.record.members import MembersHeader
from macros.record.minutes import MinutesHeader
from macros.record.notice import NoticeHeader
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Header
from macros.record.summons import SummonsHeader


@dataclass(frozen=True)
class Kind:
    """A kind of file: its Swedish name, its path under `meetings/`, what it is (a Swedish sentence) and its model."""

    name: str
    path: str
    text: str
    model: type[Header]


KINDS = (
    Kind(
        "organ",
        "<organ>/organ.md",
        "Organet självt: vem det är, när det sammanträder och hur det nås.",
        BodyHeader,
    ),
    Kind(
        "sammanträdesordning",
        "<organ>/sammantradesordning/<år>.md",
        "Årets sammanträden och stegen före och efter dem.",
        ScheduleHeader,
    ),
    Kind(
        "kallelse",
        "<organ>/<datum>/kallelse.md",
        "Kallelsen till ett sammanträde; brödtexten är brevet.",
        SummonsHeader,
    ),
    Kind(
        "ärende",
        "<organ>/<datum>/<nummer>-<namn>.md",
        "Ett ärende på listan; brödtexten är tjänsteskrivelsen. "
        "Ärenden vars sammanträde inte är känt ligger i <organ>/arenden/<namn>.md.",
        ItemHeader,
    ),
    Kind(
        "delegationsbeslut",
        "<organ>/<datum>/delegationsbeslut/<månad>-<enhet>.md",
        "En enhets lista över delegationsbeslut.",
        DelegationListHeader,
    ),
    Kind(
        "protokoll", "<organ>/<datum>/protokoll.md", "Protokollet: närvaro, paragrafer och justeringar.", MinutesHeader
    ),
    Kind("ledamöter", "<organ>/ledamoter.md", "Nämndens förtroendevalda med roller och perioder.", MembersHeader),
    Kind(
        "anslag", "<organ>/anslag/<namn>.md", "Anslag om delegationsbeslut som inte anmäls till nämnden.", NoticeHeader
    ),
    Kind(
        "delegationsordning",
        "<organ>/delegationsordning/<datum>.md",
        "Vilka beslut som får fattas åt nämnden, och av vem.",
        DelegationOrderHeader,
    ),
)


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of a kind's header, for editors: Swedish keys, forms and descriptions, no unknown keys."""
    schema = kind.model.model_json_schema(by_alias=True)
    parts = {name: _plain(part) for name, part in schema.pop("$defs", {}).items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_plain(schema),
        "title": kind.name,
        "description": kind.text,
        "$defs": parts,
    }


def _plain(part: dict[str, Any]) -> dict[str, Any]:
    """A model's schema without what is only Python's: class names, docstrings and "or null"."""
    kept = {key: value for key, value in part.items() if key not in ("title", "description")}
    if "properties" in kept:
        kept["properties"] = {key: _without_null(value) for key, value in kept["properties"].items()}
    return kept


def _without_null(field: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in field.items() if key != "title" and (key, value) != ("default", None)}
    given = [choice for choice in kept.pop("anyOf", [field]) if choice != {"type": "null"}]
    return {**given[0], **kept}
