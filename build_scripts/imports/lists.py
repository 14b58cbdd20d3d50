"""A unit's list of delegated decisions as it arrives: a Word form, an Excel sheet or a PDF with text."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pdfplumber

from build_scripts.imports.blocks import BlockKind, Grid, grid_of
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.people import Handling, hidden, is_name, is_short_name, names_in, person_of, replaced
from build_scripts.imports.received import NotImported
from build_scripts.imports.telling import Account, without_place
from build_scripts.imports.word import WordFile
from build_scripts.imports.wordml import clean
from build_scripts.new.draft import NewFiles
from build_scripts.new.list import new_list
from build_scripts.new.rows import TableRow, read_rows
from build_scripts.new.tables import NoTable, Table, read_table
from macros.record.archive import Archive, Body, Meeting
from macros.record.loose_dates import MONTHS, loose_date

_UNIT = re.compile(
    r"(?:enhet|verksamhet|avdelning|förvaltning/enhet)\s*:\s*(?P<unit>[^.,;:|]{2,60}?)\s*(?:[.,;|]|\bmånad\b|$)",
    re.IGNORECASE,
)
_WHO = re.compile(r"\bdelegat\b|beslutsfattare|beslutande|(?:beslutad|fattat) av", re.IGNORECASE)
_MONTH = re.compile(
    rf"(?:(?P<name>{'|'.join(MONTHS)})\s+(?P<year>20\d\d))|(?<!\d)(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?![-\d])",
    re.IGNORECASE,
)


NO_LIST = "ingen tabell har en rubrikrad med datum och beslut, och beslut under den."

MOST_PAGES = 100

_BROKEN = re.compile(r"(?<=[a-zåäö])- (?!och |eller )(?=[a-zåäö])")

_BY_TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}


_ANY = "2000-01"
"""Whether it is a list is asked before its month is known."""


@dataclass(frozen=True)
class Sheet:
    """A list as it came: its table, every line of the document, and cells as they were before their words were made whole."""

    table: Table
    lines: tuple[str, ...]
    broken: tuple[str, ...] = ()


def sheet_of_word(word: WordFile) -> Sheet | None:
    """The list of a Word document, if it holds one: tables with a row of known headings, and dates below."""
    grids = [grid_of(block.rows) for block in word.blocks if block.kind is BlockKind.TABLE]
    rows, broken = _rows([row for grid in grids for row in grid])
    return Sheet(Table(rows), word.passages, broken) if read_rows(rows, month=_ANY).decisions else None


def whole(lines: Iterable[str]) -> str:
    """The lines as one, "Besluts-" and "datum" as "Beslutsdatum"; a hyphen that stands for a word ("in- och") stays."""
    return _BROKEN.sub("", " ".join(lines))


def _rows(grid: Sequence[Sequence[Sequence[str]]]) -> tuple[tuple[TableRow, ...], tuple[str, ...]]:
    """The rows of cells of lines, and what stood in the cells whose words were made whole."""
    rows = tuple(TableRow(n, tuple(map(whole, row))) for n, row in enumerate(grid, 1) if any(map(any, row)))
    raw = (" ".join(cell) for row in grid for cell in row)
    return rows, tuple(text for text in raw if whole([text]) != text)


def sheet_of(content: bytes, name: str) -> Sheet:
    """The list of an Excel sheet or a PDF; raises NotImported where there is none."""
    if name.lower().endswith(".pdf"):
        grid, lines = read_pdf(content)
        rows, broken = _rows(grid)
        sheet, otherwise = Sheet(Table(rows), lines, broken), "Be enheten om listan i Word eller Excel."
    else:
        try:
            table = read_table(content, name)
        except NoTable as why:
            raise NotImported(str(why)) from None
        sheet = Sheet(table, tuple(row.text for row in table.rows))
        otherwise = "Skriv rubrikerna över kolumnerna, spara, och importera igen."
    if not read_rows(sheet.table.rows, month=_ANY).decisions:
        raise NotImported(f"{NO_LIST} {otherwise}")
    return sheet


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
) -> NewFiles:
    """The list's file. Names become offices; one that nobody has given an office refuses the list, which is shown at once."""
    naming = Naming(handling, ask)
    headings = _headings(sheet.table.rows)
    who = {n for n, cell in enumerate(headings.cells) if _WHO.search(cell)} if headings else set()
    unknown: list[str] = []
    told: list[str] = []
    rows = []
    for row in sheet.table.rows:
        cells = [_without_names(cell, n in who, naming, unknown, told) for n, cell in enumerate(row.cells)]
        rows.append(TableRow(row.number, tuple(cells)))

    def shown(sentences: Iterable[str]) -> tuple[str, ...]:
        return tuple(hidden(sentence, naming.names, handling.official) for sentence in sentences)

    if unknown:
        # A list has no state of not being read yet, so no name may come along unasked.
        raise NotImported(
            f"listan nämner {', '.join(shown(unknown))} vid namn. Ange befattningarna med "
            '--roll "Namn=befattning", en gång för varje, eller --behåll-namn om namnen hör till förtroendevalda.'
        )
    draft = new_list(archive, body, meeting, unit, month, received, replace(sheet.table, rows=tuple(rows)))
    if headings:
        told.append(f"Kolumnernas rubriker är {headings.text}.")
    account = Account(look_at=[*draft.told, *draft.left_out, *told, unit, month, *sheet.broken])
    outside = without_place(sheet.lines, "\n".join(file.text for file in draft.files), account)
    left_out = (*draft.left_out, *(f'Dokumentet har också "{line}".' for line in outside))
    return replace(draft, told=shown((*draft.told, *told)), left_out=shown(left_out))


def _headings(rows: Sequence[TableRow]) -> TableRow | None:
    """The row of headings: a row that read alone leaves nothing out is one."""
    return next((row for row in rows if not read_rows([row]).left_out), None)


def _without_names(cell: str, who: bool, naming: Naming, unknown: list[str], told: list[str]) -> str:
    """The cell with offices in place of names; where the column says who decided, "Berg K" is a name too."""
    person = person_of([cell])
    if person is not None and person.office is not None and len(cell) <= len(person.name) + len(person.office) + 3:
        naming.met([person])
        written = naming.office(person.name) or person.office
        told.append(f'"{cell}" är skrivet {written}.')
        return written
    is_one = (is_name(cell) or (who and is_short_name(cell))) and cell.lower() not in naming.elected
    unknown += naming.nameless([cell] if is_one else names_in(cell, naming.elected))
    text, counts = replaced(cell, naming.offices)
    told += (f"{name} är skrivet {naming.offices[name]}." for name in counts)
    return text


def read_pdf(content: bytes) -> tuple[Grid, tuple[str, ...]]:
    """The rows of all tables, and the lines of all pages; raises NotImported for a PDF that is locked, scanned or broken."""
    if not content.startswith(b"%PDF"):
        raise NotImported("filen är ingen PDF som går att läsa. Be den som skickade den om en ny.")
    rows: Grid = []
    lines: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise NotImported(f"filen har fler än {MOST_PAGES} sidor och läses inte som en lista.")
            for page in document.pages:
                lines += _lines(page.extract_text() or "")
                tables = page.extract_tables() or page.extract_tables(_BY_TEXT)
                rows += ([_lines(cell or "") for cell in row] for table in tables for row in table)
    except NotImported:
        raise
    except Exception:
        # The reader of PDF raises any of Python's errors on files that are broken or locked.
        raise NotImported("filen är skadad eller skyddad med lösenord och går inte att läsa.") from None
    if not lines:
        raise NotImported(
            "filen är inskannad och har ingen text. Be enheten om listan som Word, Excel eller PDF med text."
        )
    return rows, tuple(lines)


def _lines(text: str) -> list[str]:
    return [found for line in text.split("\n") if (found := " ".join(clean(line).split()))]
