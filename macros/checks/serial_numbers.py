"""Rules of units' own running numbers ("löpnummer"): none twice, none missing, in a unit and year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from macros.checks.given import Given, Rule, folder_of
from macros.dates.written import listing
from macros.finding import Finding
from macros.record.archive import Body, DelegationList
from macros.record.values import Month

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


def _series(body: Body) -> Mapping[tuple[str, str, int], list[_Serial]]:
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
    """The number beside its year ("34:2017", "FRI-2026-004"), or alone; another form is no series that can be followed."""
    groups = [(one.start(), one.group()) for one in re.finditer(r"\d+", written)]
    years = [group for group in groups if re.fullmatch(r"(?:19|20)\d\d", group[1])]
    if len(groups) == 2 and len(years) == 1:
        year = int(years[0][1])
        groups.remove(years[0])
    if len(groups) != 1:
        return year, None
    start, digits = groups[0]
    around = f"{written[:start]}#{written[start + len(digits) :]}"
    return year, _Serial(found, row, around, int(digits), len(digits), written)


def numbered_once(given: Given) -> Iterator[Finding]:
    """A unit gives a running number ("löpnummer") once in a year."""
    for body in given.archive.bodies:
        for (unit, _, _), serials in _series(body).items():
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

    Over a month without a list nothing is judged. A number may stand for a decision that is not reported: explain it.
    """
    for body in given.archive.bodies:
        if given.is_unread(folder_of(body.document.path)):
            continue
        for (unit, _, _), serials in _series(body).items():
            for one, other in pairwise(serials):
                months = {one.month, other.month}
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


RULES: tuple[Rule, ...] = (numbered_once, no_number_is_missing)
