"""Rules of assignments ("uppdrag"): when they are to be reported, and where they were."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of
from macros.checks.names import meant
from macros.facts.assignments import Assigned, AssignmentState
from macros.facts.meetings import has_its_day
from macros.facts.paragraphs import ParagraphName
from macros.finding import Finding
from macros.record.minutes import MinutesHeader
from macros.record.numbers import paragraph_list
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
            fault = _fault(given, one, one.assignment.reported_in)
            if fault is not None:
                yield document.error("uppdrag-redovisat", (*keys, "redovisat_i"), *fault)


def _fault(given: Given, one: Assigned, reference: str) -> tuple[str, str] | None:
    """What is wrong with the reference and what to do, else None."""
    found, body, name = one.decided, one.decided.body, ParagraphName.read(reference)
    if name is None:
        return (
            f'"{reference}" är ingen paragraf.',
            "skriv sammanträdets mapp/paragrafens nummer, till exempel 2026-05-13/52.",
        )
    if given.is_missed(body, name.folder):
        remedy = meant(name.folder, body.meeting_by_id, "skriv namnet på sammanträdets mapp.")
        return f'Organet har inget sammanträde med mappen "{name.folder}".', remedy
    meeting = body.meeting_by_id.get(name.folder)
    if meeting is None or given.is_unread(folder_of(meeting.document.path)):
        return None
    minuted = given.facts.minutes.of_meeting(meeting)
    if minuted is None:
        return f"Sammanträdet {name.folder} har inget protokoll.", "ta bort redovisat_i tills protokollet finns."
    if one.reported is None:
        if not minuted.runs_on:
            return None
        told = f"Protokollet {name.folder} har ingen § {name.number}."
        return told, f"skriv ett av numren {paragraph_list(minuted.numbers)}."
    if (meeting.date, name.number) <= (found.meeting.date, found.number):
        told = (
            f"§ {name.number} {meeting.date} är inte efter § {found.number} {found.meeting.date}, där uppdraget gavs."
        )
        return told, "peka på paragrafen där det redovisades."
    return None


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
