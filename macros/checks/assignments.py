"""Rules of assignments ("uppdrag"): when they are to be reported, and where they were."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule, folder_of
from macros.checks.minuted import Minuted, meant, minuted
from macros.finding import Finding
from macros.record.minutes import Assignment
from macros.record.schema import Keys


def _assignments(given: Given) -> Iterator[tuple[Minuted, int, Keys, Assignment]]:
    for found in minuted(given):
        for keys, paragraph in found.paragraphs:
            for n, assignment in enumerate(paragraph.assignments):
                yield found, paragraph.number, (*keys, "uppdrag", n), assignment


def reported_in_a_paragraph(given: Given) -> Iterator[Finding]:
    """An assignment reported ("redovisat_i") names a paragraph of the same or a later meeting of the body."""
    for found, number, keys, assignment in _assignments(given):
        if assignment.reported_in is not None:
            fault = _fault(given, found, number, assignment.reported_in)
            if fault is not None:
                yield found.document.error("uppdrag-redovisat", (*keys, "redovisat_i"), *fault)


def _fault(given: Given, found: Minuted, number: int, reference: str) -> tuple[str, str] | None:
    """What is wrong with the reference and what to do, else None."""
    meeting_id, slash, written = reference.partition("/")
    if not slash or not (written.isascii() and written.isdigit()):
        example = f"{found.meeting.id}/{number}"
        return (
            f'"{reference}" är ingen paragraf.',
            f"skriv sammanträdets mapp/paragrafens nummer, till exempel {example}.",
        )
    meeting = found.body.meeting_by_id.get(meeting_id)
    if given.is_missed(found.body, meeting_id):
        remedy = meant(meeting_id, found.body.meeting_by_id, "skriv namnet på sammanträdets mapp.")
        return f'Organet har inget sammanträde med mappen "{meeting_id}".', remedy
    if meeting is None or given.is_unread(folder_of(meeting.document.path)):
        return None
    if meeting.minutes is None:
        return f"Sammanträdet {meeting_id} har inget protokoll.", "ta bort redovisat_i tills protokollet finns."
    if meeting.minutes.header.paragraph(int(written)) is None:
        numbers = [paragraph.number for paragraph in meeting.minutes.header.paragraphs]
        if not Minuted(found.body, meeting, meeting.minutes).runs_on:
            return None
        told = f"Protokollet {meeting_id} har ingen § {written}."
        return told, f"skriv ett nummer mellan {min(numbers)} och {max(numbers)}."
    if (meeting.date, int(written)) < (found.date, number):
        told = f"§ {written} {meeting.date} är före § {number} {found.date}, där uppdraget gavs."
        return told, "peka på paragrafen där det redovisades."
    return None


def reported_in_time(given: Given) -> Iterator[Finding]:
    """An assignment ("uppdrag") is reported when it is due ("redovisas"); the day is not before the one it was given.

    Not judged where the body is "historiskt".
    """
    for found, number, keys, assignment in _assignments(given):
        if assignment.due is None or not found.is_dated:
            continue
        if assignment.due < found.date:
            yield found.document.error(
                "uppdrag-dag",
                (*keys, "redovisas"),
                f"Uppdraget i § {number} ska redovisas {assignment.due}, före sammanträdet {found.date}.",
                "rätta dagen.",
            )
        elif assignment.due < given.today and assignment.reported_in is None and not found.body.header.historical:
            yield found.document.warning(
                "uppdrag-försenat",
                (*keys, "redovisas"),
                f"Uppdraget i § {number} skulle redovisas {assignment.due} men är inte redovisat.",
                "skriv redovisat_i: med sammanträdets mapp/paragrafens nummer; annars förklara vad det väntar på.",
            )


RULES: tuple[Rule, ...] = (reported_in_a_paragraph, reported_in_time)
