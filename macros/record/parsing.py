"""One file of the record from its bytes to a document of its kind: the same bytes always give the same."""

from __future__ import annotations

import json
from typing import TypeVar

from macros.finding import Finding, Level
from macros.record import header as headers
from macros.record import source as sources
from macros.record.conflict import conflict_finding
from macros.record.schema import MOST_TOLD, Document, Header, build
from macros.record.splitting import split
from macros.remembered import remembered

H = TypeVar("H", bound=Header)


def parse(model: type[H], path: str, content: bytes) -> tuple[Document[H] | None, list[Finding]]:
    """One file's bytes as a document of its kind, or None with findings. Depends on nothing but its arguments."""
    source, findings = sources.decode(path, content)
    if source is None:
        return None, findings
    if conflict := conflict_finding(source):
        return None, [conflict]
    source, more = split(source)
    if more:
        return None, [*findings, *more]
    if findings:
        return _judged(model, source, findings)
    told: list[tuple[Document[H] | None, list[Finding]]] = []

    def without_fault() -> str | None:
        told.append(_judged(model, source, findings))
        document, found = told[0]
        return json.dumps(document.root.plain()) if document and document.root and not found else None

    kept = remembered("rubrikdel", (model.__name__, source.header), without_fault)
    if told:
        return told[0]
    assert kept is not None
    return Document(path, model.model_validate(json.loads(kept)), source, None), []


def _judged(
    model: type[H], source: sources.Source, findings: list[Finding]
) -> tuple[Document[H] | None, list[Finding]]:
    # A hidden character in the header is what stops YAML; what it says of the place afterwards only confuses.
    hidden = any(found.rule == "osynligt-tecken" and found.place.line < source.body_line for found in findings)
    root, more = headers.parse(source)
    if root is None:
        return None, findings if hidden else _gravest([*findings, *more])
    document, faults = build(model, source, root)
    return document, _gravest([*findings, *more, *faults])


def _gravest(findings: list[Finding]) -> list[Finding]:
    """At most `MOST_TOLD`, errors before warnings: a file that is left out is never left out without an error."""
    return sorted(findings, key=lambda found: found.level is Level.WARNING)[:MOST_TOLD]
