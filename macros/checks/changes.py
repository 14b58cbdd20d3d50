"""Rules of what is told afterwards of approved minutes: changes ("ändringar") and corrections ("rättelser")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.given import Given, Rule, impossible
from macros.checks.later_paragraph import fault_of
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.finding import Finding
from macros.record.corrections import Correction, MinutesChange
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys

NEEDLESS = "så länge ingen har justerat det rättar du bara i filen"


def change_is_of_something_approved(given: Given) -> Iterator[Finding]:
    """A change ("ändringar") is of paragraphs that are there and approved, a correction ("rättelser") of an approved one.

    What nobody has approved is mended in the file, and needs no word.
    """
    for found in given.facts.minutes:
        for keys, change in _changes(found):
            told = _unknown(found, change) or _unapproved(found, change)
            if told:
                key = "ändring" if change.paragraphs is None else "paragrafer"
                yield found.document.error("ändring-paragraf", (*keys, key), *told)
        for keys, one, _ in _corrections(found):
            if not one.is_approved:
                told = f"§ {one.number} är inte justerad men har en rättelse.", f"ta bort rättelser: {NEEDLESS}."
                yield found.document.error("ändring-paragraf", keys, *told)


def _unknown(found: Minuted, change: MinutesChange) -> tuple[str, str] | None:
    """Paragraphs that the minutes do not have; ends of ranges alone, which may be long."""
    ends = sorted({end for span in change.paragraphs.ranges for end in span}) if change.paragraphs else []
    unknown = [number for number in ends if number not in found.numbers]
    if not unknown:
        return None
    return (
        f"Ändringen gäller {paragraph_list(unknown)}, som inte finns i protokollet.",
        f"skriv ett av numren {paragraph_list(found.numbers)}.",
    )


def _unapproved(found: Minuted, change: MinutesChange) -> tuple[str, str] | None:
    if change.paragraphs is None:
        return None if found.is_public else ("Protokollet är inte justerat.", f"ta bort ändringen: {NEEDLESS}.")
    numbers = [one.number for one in found.decided if one.number in change.paragraphs and not one.is_approved]
    if not numbers:
        return None
    verb = "är inte justerad" if len(numbers) == 1 else "är inte justerade"
    return f"{paragraph_list(numbers)} {verb}.", f"ta bort ändringen för {paragraph_list(numbers)}: {NEEDLESS}."


def change_on_a_possible_day(given: Given) -> Iterator[Finding]:
    """A change or a correction is not of a day to come, nor of one before what it is of was approved."""
    for found in given.facts.minutes:
        for keys, change in _changes(found):
            days = [one.part.approved for one in found.decided if change.is_of(one.number) and one.part]
            approved = [day for day in days if day is not None]
            since = min(approved, default=None) if change.paragraphs is None else max(approved, default=None)
            yield from _day(found, keys, change.date, since, given.today)
        for keys, one, correction in _corrections(found):
            if one.is_approved:
                yield from _day(found, keys, correction.date, one.part.approved if one.part else None, given.today)


def _day(found: Minuted, keys: Keys, day: dt.date, since: dt.date | None, today: dt.date) -> Iterator[Finding]:
    if wrong := impossible(day, today, ("justeringen", since)):
        yield found.document.error(
            "ändring-dag", (*keys, "datum"), wrong[0], f"skriv dagen då det gjordes, {wrong[1]}."
        )


def correction_is_decided_in_a_later_paragraph(given: Given) -> Iterator[Finding]:
    """Where a correction was decided ("beslutad_i") is a later paragraph of the body."""
    for found in given.facts.minutes:
        for keys, one, correction in _corrections(found):
            if correction.decided_in is not None:
                fault = fault_of(given, one, correction.decided_in, "beslutad_i", "beslutades")
                if fault is not None:
                    yield found.document.error("rättelse-beslutad", (*keys, "beslutad_i"), *fault)


def _changes(found: Minuted) -> Iterator[tuple[Keys, MinutesChange]]:
    return ((("ändringar", n), change) for n, change in enumerate(found.header.changes))


def _corrections(found: Minuted) -> Iterator[tuple[Keys, Decided, Correction]]:
    for one in found.decided:
        for n, correction in enumerate(one.paragraph.corrections):
            yield (*one.keys, "rättelser", n), one, correction


RULES: tuple[Rule, ...] = (
    change_is_of_something_approved,
    change_on_a_possible_day,
    correction_is_decided_in_a_later_paragraph,
)
