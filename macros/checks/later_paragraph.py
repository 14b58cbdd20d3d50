"""A paragraph that is named by an earlier one: where an assignment was reported, where a correction was decided."""

from __future__ import annotations

from macros.checks.given import Given, folder_of
from macros.checks.names import meant
from macros.facts.paragraphs import Decided, ParagraphName
from macros.record.numbers import paragraph_list


def fault_of(given: Given, earlier: Decided, written: str, key: str, did: str) -> tuple[str, str] | None:
    """What is wrong with a name such as `2026-05-13/52` and what to do; None where it is a later paragraph of the body.

    `key` is where it is written, `did` what is said to have been done there ("redovisades"). What could not be read is no fault.
    """
    body, name = earlier.body, ParagraphName.read(written)
    if name is None:
        return (
            f'"{written}" är ingen paragraf.',
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
        return f"Sammanträdet {name.folder} har inget protokoll.", f"ta bort {key} tills protokollet finns."
    if name.number not in minuted.numbers:
        if not minuted.runs_on:
            return None
        told = f"Protokollet {name.folder} har ingen § {name.number}."
        return told, f"skriv ett av numren {paragraph_list(minuted.numbers)}."
    if (meeting.order, name.number) <= (earlier.meeting.order, earlier.number):
        told = f"§ {name.number} {meeting.date} är inte efter § {earlier.number} {earlier.meeting.date}."
        return told, f"peka på paragrafen där det {did}."
    return None
