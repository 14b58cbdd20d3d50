"""The JSON Schema of a header, made from its model, for editors."""

from __future__ import annotations

from typing import Any

from macros.record.schema import Header


def json_schema(model: type[Header], title: str, description: str) -> dict[str, Any]:
    """The JSON Schema of a header, for editors: Swedish keys, forms and descriptions, no unknown keys."""
    schema = model.model_json_schema(by_alias=True)
    parts = {name: _plain(part) for name, part in schema.pop("$defs", {}).items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_plain(schema),
        "title": title,
        "description": description,
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
