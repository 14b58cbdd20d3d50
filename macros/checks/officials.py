"""Rules of those who were there without being elected: by office ("övriga", "sekreterare"), never by name."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.checks.names import person_in
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys


def officials_have_their_paragraphs(given: Given) -> Iterator[Finding]:
    """The paragraphs that an office or a union was there for ("övriga", "paragrafer") are in these minutes."""
    for found in given.facts.minutes:
        for n, one in enumerate(found.header.attendance.others):
            missing = set(one.paragraphs or ()) - set(found.numbers)
            if missing and found.runs_on:
                yield found.document.error(
                    "närvaro-paragraf",
                    ("närvarande", "övriga", n, "paragrafer"),
                    f"{paragraph_list(missing)} finns inte i protokollet, som har {paragraph_list(found.numbers)}.",
                    "rätta paragrafer; den som var med hela tiden har inga paragrafer.",
                )


def no_employee_is_named(given: Given) -> Iterator[Finding]:
    """Who kept the minutes ("sekreterare"), who else was there ("övriga") and who sent a decision ("av") stand by office.

    Only the elected are named.

    Where nothing is known of the members it is not judged. Source: the body's reglemente.
    """
    for found in given.facts.minutes:
        for keys, text in _offices(found):
            members = found.body.members
            person = person_in(text)
            if members and person and not members.header.meant_by(person, found.date):
                yield found.document.warning(
                    "befattning-namn",
                    keys,
                    f'"{person}" ser ut som ett namn, och ingen i ledamoter.md heter så den dagen.',
                    "skriv befattningen i stället, till exempel Nämndsekreterare: anställda nämns inte vid namn.",
                )


def _offices(found: Minuted) -> Iterator[tuple[Keys, str]]:
    if found.header.secretary is not None:
        yield ("sekreterare",), found.header.secretary
    for keys, paragraph in found.paragraphs:
        yield from (
            ((*keys, "expedierat", n, "av"), one.by) for n, one in enumerate(paragraph.expedited) if one.by is not None
        )
    yield from (
        (("närvarande", "övriga", n, "befattning"), one.office) for n, one in enumerate(found.header.attendance.others)
    )


RULES: tuple[Rule, ...] = (officials_have_their_paragraphs, no_employee_is_named)
