"""Rules of case numbers ("diarienummer"): each follows a series of the municipality's bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.checks.given import Given, Rule
from macros.finding import Finding
from macros.record.archive import Body
from macros.record.diary import has_number, in_series, meant
from macros.record.schema import Document, Keys


@dataclass(frozen=True)
class _Written:
    """A case number where it stands, and the body in whose record it counts."""

    document: Document[Any]
    keys: Keys
    number: str
    body: Body


_OTHER_YEAR = re.compile(r"(?<![^\W\d_])(?:ÅRTAL|ÅR|ÅÅÅ|Å|YYYY|YY|XXXX)(?![^\W\d_])", re.IGNORECASE)
"""What people write for the year instead of ÅÅÅÅ, four crosses included; within a word it is letters of a name."""


def _is_sound(series: str) -> bool:
    return has_number(series) and _OTHER_YEAR.search(series) is None


def series_counts(given: Given) -> Iterator[Finding]:
    """A diary series ("diarieserie") has a running number, N or NNN where all digits are written, and its year as ÅÅÅÅ or ÅÅ."""
    for body in given.archive.bodies:
        for n, series in enumerate(body.header.diary_series):
            if not has_number(series):
                yield body.document.error(
                    "diarieserie-form",
                    ("diarieserie", n),
                    f'"{series}" har inget löpnummer.',
                    "skriv N där numret står, till exempel AVUX/ÅÅÅÅ:N. Ett N intill andra bokstäver är en bokstav.",
                )
            elif year := _OTHER_YEAR.search(series):
                yield body.document.error(
                    "diarieserie-form",
                    ("diarieserie", n),
                    f'"{series}" skriver året som {year.group()}.',
                    f"skriv {_OTHER_YEAR.sub('ÅÅÅÅ', series)}, eller ÅÅ där året står med två siffror.",
                )


def number_in_series(given: Given) -> Iterator[Finding]:
    """A case number ("diarienummer") is written as a series ("diarieserie") of its municipality, if any body there has one."""
    known = _series(given)
    for written in _numbers(given):
        own, series = known[written.body.id]
        if not series or any(in_series(written.number, shape) for shape in series):
            continue
        shapes = " eller ".join(own or series)
        right = next(filter(None, (meant(written.number, shape) for shape in series)), None)
        yield written.document.error(
            "diarienummer-form",
            written.keys,
            f'"{written.number}" har inte formen {shapes}.',
            f"skriv {right}." if right else _remedy(written.keys),
        )


def _remedy(keys: Keys) -> str:
    if keys[0] == "beslut":
        return "skriv numret så som det står i diariet; är det enhetens eget nummer, byt nyckeln till löpnummer."
    return "skriv numret så som det står i diariet."


def _series(given: Given) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each body's own series, and all of its municipality with its own first."""
    bodies = given.archive.body_by_id.values()
    own = {body.id: tuple(filter(_is_sound, body.header.diary_series)) for body in bodies}
    in_municipality: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        in_municipality[body.header.municipality] += own[body.id]
    return {
        body.id: (own[body.id], tuple(dict.fromkeys((*own[body.id], *in_municipality[body.header.municipality]))))
        for body in bodies
    }


def _numbers(given: Given) -> Iterator[_Written]:
    for body in given.archive.bodies:
        for item in body.items:
            if item.header.case_number is not None:
                yield _Written(item.document, ("diarienummer",), item.header.case_number, body)
            for n, other in enumerate(item.header.other_numbers):
                other_body = given.archive.body(other.body)
                if other_body is not None:
                    yield _Written(item.document, ("andra_diarienummer", n, "nummer"), other.number, other_body)
        for found in body.lists:
            for n, row in enumerate(found.header.decisions):
                if row.case_number is not None:
                    yield _Written(found.document, ("beslut", n, "diarienummer"), row.case_number, body)


RULES: tuple[Rule, ...] = (series_counts, number_in_series)
