"""Explanations ("förklaringar"): a file says why a warning of its own stands; errors are mended, not explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.finding import Finding, Level, in_order
from macros.record.archive import Archive
from macros.record.schema import Document
from macros.record.values import did_you_mean

WITH_TIME = frozenset(
    (
        "anslag-saknas",
        "inte-återupptaget",
        "justerat-sent",
        "protokoll-saknas",
        "sammanträde-saknas",
        "uppdrag-försenat",
    )
)
"""Warnings that come when a day has passed: an explanation may stand before, as when an earlier day is looked at."""


def explained(archive: Archive, findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order, each warning with its file's explanation, and a warning for each explanation of nothing."""
    reasons = {document.path: document for document in archive.documents() if document.header.explanations}
    found = in_order(findings)
    if not reasons:
        return found
    told = []
    for finding in found:
        document = reasons.get(finding.place.path)
        reason = document.header.explanations.get(finding.rule) if document and finding.level is Level.WARNING else None
        told.append(finding.explained(reason) if reason else finding)
    return in_order([*told, *(spare for document in reasons.values() for spare in _spare(document, found))])


def _spare(document: Document[Any], findings: list[Finding]) -> Iterator[Finding]:
    here = [finding for finding in findings if finding.place.path == document.path]
    levels = {finding.rule: finding.level for finding in here}
    levels |= {finding.rule: finding.level for finding in here if finding.level is Level.WARNING}
    for rule in document.header.explanations:
        if rule in WITH_TIME and rule not in levels:
            continue
        place = document.key_place("förklaringar", rule)
        if rule not in levels:
            meant = did_you_mean(rule, levels)
            yield Finding(
                place,
                Level.WARNING,
                "onödig-förklaring",
                f"Filen har ingen varning {rule} att förklara.",
                f"Menade du {meant}? Annars: ta bort raden." if meant else "ta bort raden.",
            )
        elif levels[rule] is Level.ERROR:
            yield Finding(
                place,
                Level.WARNING,
                "förklarat-fel",
                f"{rule} är ett fel här, och ett fel kan inte förklaras bort.",
                "rätta felet och ta bort raden.",
            )
