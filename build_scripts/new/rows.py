"""The rows of a table as it came, made into delegated decisions: every row is kept, or told with why it was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from macros.record.diary import in_series, meant
from macros.record.loose_dates import meant_date
from macros.words import words


@dataclass(frozen=True)
class TableRow:
    """One row of a table: its number as a person counts it, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The row on one line, for telling."""
        return " | ".join(cell for cell in self.cells if cell)


@dataclass(frozen=True)
class Read:
    """What a table gave: decisions as header keys, what was rewritten, and what did not come along and why.

    `unknown` are the headings of columns that are not known; their content is in no decision and is not repeated: it
    may be what must not be published.
    """

    decisions: tuple[dict[str, str], ...] = ()
    told: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


_HEADINGS = {
    "datum": words("datum beslutsdatum beslutsdag beslutdatum datumförbeslut dag dat när"),
    "punkt": words(
        """
        punkt delegationspunkt punktidelegationsordningen delegationsordning delegationsordningenspunkt delpunkt
        delegation nridelegationsordningen
        """
    ),
    "beslut": words(
        "beslut beslutet beslutetgäller beslutavser ärende ärendebeslut ärendemening beskrivning rubrik avser vad"
    ),
    "diarienummer": words("diarienummer dnr diarienr diarieummer ärendenummer"),
    "löpnummer": words("löpnummer löpnr nr nummer beslutsnummer beslutsnr beslutnr"),
    "delegat": words("delegat beslutsfattare beslutande beslutadav fattatav befattning titel tjänst vem"),
}
"""The words that units head their columns with, by the key that the column becomes: letters only, however they are broken."""

_KEY_OF = {word: key for key, headings in _HEADINGS.items() for word in headings}
_PARTS = (
    ("datum", re.compile(r"datum|(?:beslut|fatt)at(?:s)?den")),
    ("diarienummer", re.compile(r"diarien|dnr|ärenden(?:r|ummer)")),
    ("löpnummer", re.compile(r"löpn|lnr|beslutsn(?:r|ummer)")),
    ("punkt", re.compile(r"punkt|delegationsordning|delordn|delegationsp|delegations?n(?:r|ummer)")),
    ("delegat", re.compile(r"delegat(?!ion)|beslutsfattare|(?:beslut(?:ad|at)?|fattat?)av(?!s)|beslutande")),
    ("beslut", re.compile(r"beslut|ärende|rubrik|innehåll")),
)
"""What else a heading is told by, the first that is part of it."""

_OF_SOMEBODY = re.compile(
    r"namn|person|sökande|mottagare|barn|elev|klient|brukare|adress|telefon|anmäl|skicka|expedi|överklag|kommentar|anteckning"
)
"""What heads columns that are about somebody, or about what is done with the decision: these are no part of a list."""

_LONGEST_HEADING = 40
_FEWEST_HEADS = 3
_NEEDED = ("datum", "beslut")
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")
"""What programs write behind a date that has no hour."""


def read_rows(rows: Sequence[TableRow], series: Sequence[str] = (), month: str | None = None) -> Read:
    """The decisions of a table. `series` are the body's own ways of writing a diary number ("diarieserie").

    A number that is not written so is the unit's own ("löpnummer"), whatever the column says. Dates are written
    ÅÅÅÅ-MM-DD and numbers without spaces; both are told. A date without a year (`1/9`) is one only beside the list's `month`
    (ÅÅÅÅ-MM). Empty rows are passed over.
    """
    filled = with_whole_heading(row for row in rows if any(row.cells))
    at = next((n for n, row in enumerate(filled) if _is_heading(row)), None)
    if at is None:
        return Read(left_out=tuple(_not(row, "ingen rad har rubrikerna datum och beslut") for row in filled))
    heading, below = filled[at], filled[at + 1 :]
    keys = _columns(heading)
    decisions, told, left_out = [], [], [_not(row, "raden står före rubrikraden") for row in filled[:at]]
    for row in below:
        if _words(row) == _words(heading):
            told.append(f"Rad {row.number} är rubrikraden en gång till.")
            continue
        decision, said, why = _decision(row, keys, series, month)
        if why:
            left_out.append(_not(row, why))
        else:
            decisions.append(decision)
            told += [f"Rad {row.number}: {one}" for one in said]
            if lost := _beyond(row, heading):
                left_out.append(f'Rad {row.number}: "{lost}" står utanför kolumnerna.')
    unknown = tuple(cell for n, cell in enumerate(heading.cells) if cell and n not in keys)
    return Read(tuple(decisions), tuple(told), tuple(left_out), unknown)


def with_whole_heading(rows: Iterable[TableRow]) -> list[TableRow]:
    """The rows, with the headings as one where they take two: "Beslut" above "Datum" and "Nummer"."""
    found = list(rows)
    for n, (above, below) in enumerate(pairwise(found)):
        if _is_heading(above):
            break
        cells = tuple(" ".join(filter(None, pair)) for pair in zip_longest(above.cells, below.cells, fillvalue=""))
        if _is_heading(one := TableRow(below.number, cells)) and not _is_heading(below) and not _has_number(below):
            return [*found[:n], one, *found[n + 2 :]]
    return found


def _has_number(row: TableRow) -> bool:
    return any(sign.isdigit() for cell in row.cells for sign in cell)


def _not(row: TableRow, why: str) -> str:
    return f'Rad {row.number}: "{row.text}" ({why}).'


def _word(cell: str) -> str:
    return re.sub(r"[\W_]", "", cell.lower())


def _words(row: TableRow) -> list[str]:
    return [_word(cell) for cell in row.cells]


def headed(cells: Iterable[str]) -> set[str]:
    """The keys that the cells head columns of."""
    return {key for cell in cells if (key := _key(cell))}


def heads_list(cells: Iterable[str]) -> bool:
    """Whether the cells are the heads of a list's columns."""
    return len(headed(cells)) >= _FEWEST_HEADS


def _key(cell: str) -> str | None:
    """The key that a cell heads a column of: by its word, else by a part of it."""
    word = _word(cell)
    known = _KEY_OF.get(word)
    if known or len(cell) > _LONGEST_HEADING or re.search(r"\d", cell) or _OF_SOMEBODY.search(word):
        return known
    return next((key for key, part in _PARTS if part.search(word)), None)


def _is_heading(row: TableRow) -> bool:
    return headed(row.cells) >= set(_NEEDED)


def _columns(heading: TableRow) -> dict[int, str]:
    """Which column is which key; of two with one meaning the first counts, the other is told as unknown. What a matter is and
    what was decided of it are one key of two columns."""
    keys: dict[int, str] = {}
    for n, cell in enumerate(heading.cells):
        key = _key(cell)
        same = [heading.cells[m] for m, other in keys.items() if other == key]
        if key is not None and (not same or (key == "beslut" and _go_together([*same, cell]))):
            keys[n] = key
    return keys


def _go_together(cells: Sequence[str]) -> bool:
    """Whether of two headings one says what was decided and the other of what."""
    return sorted("beslut" in _word(cell) for cell in cells) == [False, True]


def _beyond(row: TableRow, heading: TableRow) -> str:
    """What stands in a column that has no heading."""
    headed = {n for n, cell in enumerate(heading.cells) if cell}
    return " | ".join(cell for n, cell in enumerate(row.cells) if cell and n not in headed)


_Decision = tuple[dict[str, str], list[str], str]


def _decision(row: TableRow, keys: dict[int, str], series: Sequence[str], month: str | None) -> _Decision:
    """A row as header keys in their order, what was rewritten in it, and why it cannot come along, if it cannot."""
    cells: dict[str, str] = {}
    for n, key in keys.items():
        written = " ".join(row.cells[n].split()) if n < len(row.cells) else ""
        cells[key] = ": ".join(filter(None, (cells.get(key), written)))
    missing = [key for key in _NEEDED if not cells.get(key)]
    if missing:
        return {}, [], f"{' och '.join(missing)} saknas"
    written = _MIDNIGHT.sub("", cells["datum"])
    date = meant_date(written, month or "")
    if date is None:
        return {}, [], f'"{cells["datum"]}" är inget datum'
    said = [] if cells["datum"] == date.isoformat() else [f'datumet "{cells["datum"]}" är skrivet {date}.']
    decision = {key: value for key, value in cells.items() if value} | {"datum": date.isoformat()}
    said += _sort_numbers(decision, series)
    return {key: decision[key] for key in _HEADINGS if key in decision}, said, ""


def _sort_numbers(decision: dict[str, str], series: Sequence[str]) -> Iterator[str]:
    """A number of the body's series is a case number; any other is the unit's own, which has no spaces."""
    for key, other in (("diarienummer", "löpnummer"), ("löpnummer", "diarienummer")):
        written = decision.get(key, "")
        number = _case_number(written, series) if key == "diarienummer" or other not in decision else None
        is_own = bool(written) and number is None and (key == "löpnummer" or (bool(series) and other not in decision))
        told = number or (re.sub(r"\s+", "", written) if is_own else written)
        kind = "löpnummer" if is_own else "diarienummer" if number else key
        if told != written:
            yield f'{kind[:-3]}ret "{written}" är skrivet {told}.'
        if written:
            del decision[key]
            decision[kind] = told


def _case_number(written: str, series: Sequence[str]) -> str | None:
    """The number as the series writes it; one without letters only where it is written so."""
    bare = re.sub(r"\s+", "", written)
    exact = next((one for one in (written, bare) for shape in series if in_series(one, shape)), None)
    if exact or not re.search(r"[^\W\d_]", written):
        return exact
    return next(filter(None, (meant(written, shape) for shape in series)), None)
