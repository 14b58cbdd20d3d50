"""The shapes that yearly plans are published in, read as cells: bodies by months, months by bodies, lines of running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_scripts.imports.plan_cells import SIGNS, month_of
from build_scripts.imports.table_files import Row
from macros.words import words

_TIMES = frozenset(words("tid tider mötestid mötestider sammanträdestid starttid klockslag kl start"))
_FEWEST = 2
"""Months that a row needs to be a row of headings."""

_SIGN_MEANS = re.compile(rf"([{re.escape(SIGNS)}]+)\s*[=:–-]?\s*([^{re.escape(SIGNS)}]+)")
_WORD_MEANS = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?)\s*=\s*([^=]+?)\s*(?:[,;.]\s*(?=[^\W\d_]+(?: [^\W\d_]+)?\s*=)|$)")
_YEAR = re.compile(r"(?<![\d/.:-])(20\d\d)(?![\d/:-]|\.\d)")
_DAYS = re.compile(r"[-–—]|\d.*")


@dataclass(frozen=True)
class PlanCell:
    """A cell with the body's name and the month that it stands under."""

    name: str
    month: int
    text: str


@dataclass
class PlanTable:
    """A plan as it stood: cells, the bodies' names in order, each body's usual hour as written, and all other texts.

    `meanings` says what marks and short names mean; `outside` are texts around the table, `unplaced` what stood in it
    under no heading that is known.
    """

    cells: list[PlanCell] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    times: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)
    years: list[int] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)


def plan_table(rows: Sequence[Row], lines: Sequence[str]) -> PlanTable:
    """The plan of a file's rows of cells, else of its lines of running text; without cells where it is neither."""
    found = _read(rows)
    if not found.cells:
        cut, uncut = _cut(lines)
        found = _read(cut)
        found.unplaced += uncut
    return found


def _read(rows: Iterable[Row]) -> PlanTable:
    reader = _TableReader(PlanTable())
    for row in rows:
        cells = tuple(" ".join(cell.split()) for cell in row)
        if any(cells):
            reader.take(cells)
    reader.leave_heading()
    found = reader.found
    everywhere = [*found.years, *(int(year) for text in found.outside for year in _YEAR.findall(text))]
    found.years = sorted(set(found.years or everywhere))
    return found


@dataclass
class _TableReader:
    """Takes row by row: under which headings it stands, and in which of the two ways."""

    found: PlanTable
    months: dict[int, int] = field(default_factory=dict)
    """Column to month, where bodies have the rows."""
    bodies: Row = ()
    """The row of headings, where months have the rows; the row above is one only when months follow."""
    hours: Row = ()
    used: bool = False

    def take(self, cells: Row) -> None:
        named = {n: month for n, cell in enumerate(cells) if n and (month := month_of(cell))}
        text = " ".join(filter(None, cells))
        if len(named) >= _FEWEST:
            self.leave_heading()
            self.months, self.bodies = named, cells
            self.used = True
            self._years(cells)
        elif self._meaning(text):
            pass
        elif not self.months and self.bodies and month_of(cells[0]):
            self._month(month_of(cells[0]) or 0, cells)
        elif not self.months and self.bodies and cells[0].strip(":").lower() in _TIMES:
            self.hours = cells
        elif sum(map(bool, cells)) == 1 and not any(cells[n] for n in self.months if n < len(cells)):
            self.found.outside.append(text)
        elif self.months:
            self._body(cells)
        else:
            self.leave_heading()
            self.bodies = cells

    def leave_heading(self) -> None:
        """A row that was held for headings, but had nothing below it, is a text like any other."""
        if self.bodies and not self.used:
            self.found.outside += [" ".join(filter(None, row)) for row in (self.bodies, self.hours) if row]
        self.bodies, self.hours, self.used, self.months = (), (), False, {}

    def _years(self, cells: Row) -> None:
        self.found.years += [int(year) for cell in cells for year in _YEAR.findall(cell)]

    def _meaning(self, text: str) -> bool:
        if text[0] in SIGNS:
            told = _SIGN_MEANS.findall(text)
        elif "=" in text:
            told = _WORD_MEANS.findall(text)
        else:
            return False
        self.found.meanings |= {mark: meaning.strip(" ,;.") for mark, meaning in told}
        return bool(told)

    def _month(self, month: int, cells: Row) -> None:
        if not self.used:
            self.used = True
            self._years(self.bodies)
            for n, name in enumerate(self.bodies):
                if n and name:
                    self.found.names.append(name)
                    if n < len(self.hours) and self.hours[n]:
                        self.found.times[name] = self.hours[n]
        for n, cell in enumerate(cells[1:], 1):
            name = self.bodies[n] if n < len(self.bodies) else ""
            if cell and not name:
                self.found.unplaced.append(f'"{cell}" på raden {cells[0]} står inte under något organ.')
            elif cell:
                self.found.cells.append(PlanCell(name, month, cell))

    def _body(self, cells: Row) -> None:
        name = cells[0]
        self.found.names += [name] if name else []
        for n, cell in enumerate(cells[1:], 1):
            heading = self.bodies[n] if n < len(self.bodies) else ""
            if not cell:
                continue
            if not name:
                self.found.unplaced.append(f'"{cell}" står på en rad utan organ.')
            elif n in self.months:
                self.found.cells.append(PlanCell(name, self.months[n], cell))
            elif heading.strip(":").lower() in _TIMES:
                self.found.times[name] = cell
            else:
                under = f'i kolumnen "{heading}"' if heading else "i en kolumn utan rubrik"
                self.found.unplaced.append(f'"{cell}" för {name} står {under} och är inte med.')


def _cut(lines: Iterable[str]) -> tuple[list[Row], list[str]]:
    """The lines of a plan in running text as rows, a word for each column, and the lines that have too few or too many."""
    rows: list[Row] = []
    uncut: list[str] = []
    heading: Row = ()
    for line in lines:
        parts = tuple(_parts(line))
        months = [n for n, part in enumerate(parts) if n and month_of(part)]
        if len(months) >= _FEWEST and months == list(range(months[0], len(parts))):
            heading = (" ".join(parts[: months[0] - 1] or parts[:1]), *parts[max(1, months[0] - 1) :])
            rows.append(heading)
        elif heading and len(parts) > len(heading) - 1 and _are_days(parts[1 - len(heading) :], heading[1:]):
            rows.append((" ".join(parts[: 1 - len(heading)]), *parts[1 - len(heading) :]))
        elif heading and sum(bool(_DAYS.fullmatch(part)) for part in parts) > 1:
            uncut.append(f'Raden "{line.strip()}" har inte en del för varje kolumn och kan inte delas upp.')
        else:
            rows.append((line,))
    return rows, uncut


def _are_days(parts: Sequence[str], headings: Sequence[str]) -> bool:
    return all(_DAYS.fullmatch(part) for part, heading in zip(parts, headings, strict=True) if month_of(heading))


def _parts(line: str) -> Iterator[str]:
    """The line's columns: what belongs to a day (`4, 26`, `19 (13.00)`, `11, kl. 9`) is kept with it."""
    together = re.sub(rf"\s*([,;])\s*|\s+(?=[({re.escape(SIGNS)}])", r"\1", " ".join(line.split()))
    together = re.sub(r"(?<=[\d,;])\s*(kl\.?)\s*(?=\d)", r"\1", together, flags=re.IGNORECASE)
    yield from together.split()
