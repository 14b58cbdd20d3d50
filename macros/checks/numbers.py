"""Rules of numbers: case numbers ("diarienummer") in their series, and units' own serial numbers ("löpnummer")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from macros.checks.given import Given, Rule, folder_of
from macros.dates.written import listing
from macros.finding import Finding
from macros.record.archive import Body, DelegationList
from macros.record.diary import has_number, in_series, meant
from macros.record.schema import Document, Keys
from macros.record.values import Month


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
            f"skriv {right}." if right else _two(written.number, series) or _remedy(written.keys),
        )


def _two(written: str, series: Iterable[str]) -> str:
    """What to do where several numbers are written as one; nothing where it is none."""
    first, *others = re.split(r"\s*[,;]\s*|\s+(?:och|samt)\s+", written)
    if not others or not all(any(in_series(one, shape) for shape in series) for one in (first, *others)):
        return ""
    return (
        f"skriv ett nummer, {first}. Fler nummer på samma ärende står under andra_diarienummer, med organ: och nummer:."
    )


def _remedy(keys: Keys) -> str:
    if keys[0] == "beslut":
        return "skriv numret så som det står i diariet; är det enhetens eget nummer, byt nyckeln till löpnummer."
    return "skriv numret så som det står i diariet."


def _series(given: Given) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each body's own series, and all of its municipality with its own first; none while one there is wrong, which is told."""
    bodies = given.archive.body_by_id.values()
    unsound = {body.header.municipality for body in bodies if not all(map(_is_sound, body.header.diary_series))}
    own = {body.id: () if body.header.municipality in unsound else body.header.diary_series for body in bodies}
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


NAMED = 3
"""How many missing numbers are named; of more, the first and the last."""


@dataclass(frozen=True)
class _Serial:
    """A number in its series: `series` is what is written around it, `written` the whole."""

    found: DelegationList
    row: int
    series: str
    number: int
    width: int
    written: str

    def other(self, number: int) -> str:
        """Another number of the series, written in the same way."""
        return self.series.replace("#", str(number).zfill(self.width))

    @property
    def month(self) -> Month:
        return self.found.header.month


def _of_units(body: Body) -> Mapping[tuple[str, str, int], list[_Serial]]:
    """Every number of the body's lists by unit, way of writing and year, in order of number."""
    series: dict[tuple[str, str, int], list[_Serial]] = defaultdict(list)
    for found in body.lists:
        for n, row in enumerate(found.header.decisions):
            if row.serial_number is not None:
                year, serial = _read(found, n, row.serial_number.number, row.date.date.year)
                if serial is not None:
                    series[found.header.unit, serial.series, year].append(serial)
    return {key: sorted(serials, key=lambda one: one.number) for key, serials in series.items()}


def _read(found: DelegationList, row: int, written: str, year: int) -> tuple[int, _Serial | None]:
    """The number with its year."""
    own, series = _in_series(written)
    return own or year, series and _Serial(found, row, *series, written)


@lru_cache(maxsize=100_000)
def _in_series(written: str) -> tuple[int | None, tuple[str, int, int] | None]:
    """The year beside the number, if one is ("34:2017", "FRI-2026-004"), and what stands around it, itself and its width.

    Another form is no series that can be followed.
    """
    year = None
    groups = [(one.start(), one.group()) for one in re.finditer(r"\d+", written)]
    years = [group for group in groups if re.fullmatch(r"(?:19|20)\d\d", group[1])]
    if len(groups) == 2 and len(years) == 1:
        year = int(years[0][1])
        groups.remove(years[0])
    if len(groups) != 1:
        return year, None
    start, digits = groups[0]
    return year, (f"{written[:start]}#{written[start + len(digits) :]}", int(digits), len(digits))


def numbered_once(given: Given) -> Iterator[Finding]:
    """A unit gives a running number ("löpnummer") once in a year."""
    for body in given.archive.bodies:
        for (unit, _, _), serials in _of_units(body).items():
            for one, other in pairwise(serials):
                if one.number == other.number:
                    place = one.found.document.place("beslut", one.row, "löpnummer")
                    yield other.found.document.warning(
                        "löpnummer-dubbelt",
                        ("beslut", other.row, "löpnummer"),
                        f"{unit} har redan gett numret {other.written} till ett annat beslut ({place}).",
                        "rätta det ena numret; är det samma beslut, ta bort det ena.",
                    )


def no_number_is_missing(given: Given) -> Iterator[Finding]:
    """A unit's running numbers ("löpnummer") follow on each other within a list and from a month to the next.

    Over a month without a list nothing is judged, nor beside a number that is given twice: that is told. A number may stand
    for a decision that is not reported: explain it.
    """
    for body in given.archive.bodies:
        if given.is_unread(folder_of(body.document.path)):
            continue
        for (unit, _, _), serials in _of_units(body).items():
            twice = {one.number for one, other in pairwise(serials) if one.number == other.number}
            for one, other in pairwise(serials):
                months = {one.month, other.month}
                if not twice.isdisjoint((one.number, other.number)):
                    continue
                if other.number - one.number > 1 and max(months) in (min(months), min(months).next):
                    yield other.found.document.warning(
                        "löpnummer-saknas",
                        ("beslut", other.row, "löpnummer"),
                        f"{unit}: {_missing(one, other)} saknas mellan {one.written} och {other.written}.",
                        "lägg till det som saknas; hör numret till ett beslut som inte anmäls, skriv det "
                        "under förklaringar.",
                    )


def _missing(one: _Serial, other: _Serial) -> str:
    between = range(one.number + 1, other.number)
    if len(between) <= NAMED:
        return listing([one.other(number) for number in between])
    return f"{len(between)} löpnummer, {one.other(between[0])} till {one.other(between[-1])},"


RULES: tuple[Rule, ...] = (
    series_counts,
    number_in_series,
    numbered_once,
    no_number_is_missing,
)
