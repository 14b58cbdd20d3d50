"""A unit's list of delegated decisions as it arrives: a Word form, an Excel sheet or a PDF with text."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.desk.draft import Draft
from build_scripts.desk.new_list import Sent, new_list
from build_scripts.desk.rows import Row, read_rows
from build_scripts.desk.tables import NoTable, Table, read_table
from build_scripts.imports.blocks import BlockKind, grid_of
from build_scripts.imports.naming import Ask
from build_scripts.imports.pdf import read_pdf
from build_scripts.imports.people import Handling, hidden, is_name, names_in, person_of
from build_scripts.imports.refusal import Refused
from build_scripts.imports.telling import Told, without_place
from build_scripts.imports.word import Word
from macros.record.archive import Archive, Body, Meeting
from macros.record.values import MONTHS, loose_date

_UNIT = re.compile(
    r"(?:enhet|verksamhet|avdelning|förvaltning/enhet)\s*:\s*(?P<unit>[^.,;:|]{2,60}?)\s*(?:[.,;|]|\bmånad\b|$)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?:(?P<name>{'|'.join(MONTHS)})\s+(?P<year>20\d\d))|(?<!\d)(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?![-\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sheet:
    """A list as it came: its table, and every line of the document."""

    table: Table
    lines: tuple[str, ...]


def sheet_of_word(word: Word) -> Sheet | None:
    """The list of a Word document, if it holds one: tables with a row of known headings, and dates below."""
    grids = [grid_of(block.markup) for block in word.blocks if block.kind is BlockKind.TABLE]
    rows = [tuple(" ".join(cell) for cell in row) for grid in grids for row in grid]
    numbered = tuple(Row(n, cells) for n, cells in enumerate(rows, 1) if any(cells))
    return Sheet(Table(numbered), word.passages) if read_rows(numbered).decisions else None


def sheet_of(content: bytes, name: str) -> Sheet:
    """The list of an Excel sheet or a PDF."""
    if name.lower().endswith(".pdf"):
        rows, lines = read_pdf(content)
        return Sheet(Table(rows), lines)
    try:
        return Sheet(read_table(content, name), ())
    except NoTable as why:
        raise Refused(str(why)) from None


def unit_of(sheet: Sheet, body: Body) -> str | None:
    """The unit that the document names: after the word, else one of the body's own."""
    text = "\n".join(sheet.lines)
    found = next((match["unit"] for line in sheet.lines if (match := _UNIT.match(line))), None)
    named = [unit for unit in body.header.units if unit.lower() in text.lower()]
    if found is not None:
        return next((unit for unit in named if unit.lower() in found.lower()), found.strip())
    return named[0] if len(named) == 1 else None


def month_of(sheet: Sheet) -> str | None:
    """The month that the document names, else the one that most decisions are from (ÅÅÅÅ-MM)."""
    for line in sheet.lines:
        found = _MONTH.search(line) if loose_date(line) is None else None
        if found is not None and found["iso"]:
            return found["iso"]
        if found is not None:
            return f"{found['year']}-{MONTHS.index(found['name'].lower()) + 1:02}"
    months = Counter(row["datum"][:7] for row in read_rows(sheet.table.rows).decisions)
    return months.most_common(1)[0][0] if months else None


def imported_list(
    archive: Archive,
    body: Body,
    meeting: Meeting,
    sheet: Sheet,
    unit: str,
    month: str,
    received: dt.date | None,
    handling: Handling,
    ask: Ask,
) -> Draft:
    """The list's file. Names become offices; one that nobody has given an office refuses the list, which is shown at once."""
    names = _Names(handling, ask)
    rows = tuple(Row(row.number, tuple(names.without(cell) for cell in row.cells)) for row in sheet.table.rows)
    names.refuse_unknown()
    draft = new_list(archive, body, meeting, Sent(unit, month, received, dataclasses.replace(sheet.table, rows=rows)))
    names.told += _columns(sheet.table.rows)
    told = Told(look_at=[*draft.told, *draft.left_out, *names.told, unit, month])
    outside = without_place(sheet.lines, "\n".join(file.text for file in draft.files), told)

    def shown(sentences: Sequence[str]) -> tuple[str, ...]:
        return tuple(hidden(sentence, names.met, handling.official) for sentence in sentences)

    return dataclasses.replace(
        draft,
        told=shown((*draft.told, *names.told)),
        left_out=shown((*draft.left_out, *(f'Utanför tabellen står "{line}".' for line in outside))),
    )


def _columns(rows: Sequence[Row]) -> list[str]:
    """The row of headings, as it stands in the document: a row that read alone leaves nothing out is one."""
    found = next((row for row in rows if not read_rows([row]).left_out), None)
    return [] if found is None else [f"Kolumnernas rubriker är {found.text}."]


class _Names:
    """The names in a list's cells."""

    def __init__(self, handling: Handling, ask: Ask) -> None:
        self.handling = handling
        self.ask = ask
        self.offices = dict(handling.offices)
        self.met: set[str] = set(handling.offices)
        self.told: list[str] = []
        self.unknown: list[str] = []

    def without(self, cell: str) -> str:
        """The cell with offices in place of names."""
        person = person_of([cell])
        if person is not None and person.office is not None and len(cell) <= len(person.name) + len(person.office) + 3:
            self.met.add(person.name)
            self.told.append(f'"{cell}" är skrivet {self.offices.get(person.name, person.office)}.')
            return self.offices.get(person.name, person.office)
        for name in self._names(cell):
            self.met.add(name)
            office = self.offices.get(name) or self.ask(name, None)
            if office:
                self.offices[name] = office
            elif not self.handling.keep:
                self.unknown.append(name)
        text, counts = Handling(self.offices).replaced(cell)
        self.told += (f"{name} är skrivet {self.offices[name]}." for name in counts)
        return text

    def _names(self, cell: str) -> Iterator[str]:
        if is_name(cell) and cell.lower() not in self.handling.official.names:
            yield cell
            return
        yield from names_in(cell, self.handling.official.names)

    def refuse_unknown(self) -> None:
        """A list has no state of not being read yet, so no name may come along unasked."""
        if self.unknown:
            some = ", ".join(hidden(name, [name], self.handling.official) for name in dict.fromkeys(self.unknown))
            raise Refused(
                f'listan nämner {some} vid namn. Ange befattningarna med --roller "Namn=befattning", en gång för varje, '
                "eller --behåll-namn om namnen hör till förtroendevalda."
            )
