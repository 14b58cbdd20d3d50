"""Explanations ("förklaringar"): a file says why a warning of its own stands; errors are mended, not explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.checks.given import folder_of
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


def explain_delay(why: str) -> str:
    """What to do about something that came after its last day; `why` explains that day."""
    return f"kontrollera dagen; annars förklara förseningen under förklaringar. {why}"


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
    faulty = {folder_of(finding.place.path) for finding in found if finding.level is Level.ERROR}
    return in_order([*told, *(spare for document in reasons.values() for spare in _spare(document, found, faulty))])


def _spare(document: Document[Any], findings: list[Finding], faulty: set[str]) -> Iterator[Finding]:
    """What the file explains although nothing is to explain.

    Not asked while the file or one beside it has an error: that may be why the warning is not there.
    """
    here = [finding for finding in findings if finding.place.path == document.path]
    levels = {finding.rule: finding.level for finding in here}
    levels |= {finding.rule: finding.level for finding in here if finding.level is Level.WARNING}
    for rule in document.header.explanations:
        if rule not in levels and (rule in WITH_TIME or folder_of(document.path) in faulty):
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
