"""Rules of those who were there without being elected: by office ("övriga", "sekreterare"), never by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.facts.minutes import Minuted
from macros.finding import Finding
from macros.guard.people import ends_with_person
from macros.record.numbers import paragraph_list
from macros.record.schema import Keys

_BESIDE = re.compile(r"\s*[,()/:;]\s*")
"""What people put between a name and its office: "Lisa Provberg, ekonomichef"."""


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
    """Who kept the minutes ("sekreterare") and who else was there ("övriga") stand by office; only the elected are named.

    Where nothing is known of the members it is not judged. Source: the body's reglemente.
    """
    for found in given.facts.minutes:
        for keys, text in _offices(found):
            members = found.body.members
            parts = _BESIDE.split(text)
            person = next((part for part in parts if ends_with_person(part)), None)
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
    yield from (
        (("närvarande", "övriga", n, "befattning"), one.office) for n, one in enumerate(found.header.attendance.others)
    )


RULES: tuple[Rule, ...] = (officials_have_their_paragraphs, no_employee_is_named)
