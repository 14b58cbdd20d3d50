"""Rules of assignments ("uppdrag"): when they are to be reported, and where they were."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.checks.later_paragraph import fault_of
from macros.facts.assignments import Assigned, AssignmentState
from macros.facts.meetings import has_its_day
from macros.finding import Finding
from macros.record.minutes import MinutesHeader
from macros.record.schema import Document, Keys


def _assignments(given: Given) -> Iterator[tuple[Document[MinutesHeader], Keys, Assigned]]:
    """Every assignment with the minutes that gave it and its way into them."""
    for body in given.archive.bodies:
        for one in given.facts.assignments.of_body(body):
            document = one.decided.meeting.minutes
            assert document is not None
            yield document, (*one.decided.keys, "uppdrag", one.number), one


def reported_in_a_paragraph(given: Given) -> Iterator[Finding]:
    """An assignment reported ("redovisat_i") names a paragraph of the same or a later meeting of the body."""
    for document, keys, one in _assignments(given):
        if one.assignment.reported_in is not None:
            fault = fault_of(given, one.decided, one.assignment.reported_in, "redovisat_i", "redovisades")
            if fault is not None:
                yield document.error("uppdrag-redovisat", (*keys, "redovisat_i"), *fault)


def reported_in_time(given: Given) -> Iterator[Finding]:
    """An assignment ("uppdrag") is reported when it is due ("redovisas"); the day is not before the one it was given.

    Not judged where the body is "historiskt".
    """
    for document, keys, one in _assignments(given):
        due, meeting, number = one.assignment.due, one.decided.meeting, one.decided.number
        if due is None or not has_its_day(meeting):
            continue
        if due < meeting.date:
            yield document.error(
                "uppdrag-dag",
                (*keys, "redovisas"),
                f"Uppdraget i § {number} ska redovisas {due}, före sammanträdet {meeting.date}.",
                "rätta dagen.",
            )
        elif one.state is AssignmentState.LATE:
            yield document.warning(
                "uppdrag-försenat",
                (*keys, "redovisas"),
                f"Uppdraget i § {number} skulle redovisas {due} men är inte redovisat.",
                "skriv redovisat_i: med sammanträdets mapp/paragrafens nummer; annars förklara vad det väntar på.",
            )


RULES: tuple[Rule, ...] = (reported_in_a_paragraph, reported_in_time)
