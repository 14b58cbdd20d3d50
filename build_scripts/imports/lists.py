"""A unit's list of delegated decisions as it arrives: a Word form, an Excel sheet or a PDF with text."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.imports.blocks import BlockKind, grid_of, whole
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.offices import Ask, Naming
from build_scripts.imports.people import (
    Handling,
    hidden,
    is_name,
    is_short_name,
    named_in,
    names_in,
    person_of,
    replaced,
)
from build_scripts.imports.received import NotImported
from build_scripts.imports.telling import Account, without_place
from build_scripts.new.list import new_list
from build_scripts.new.new_files import NewFiles
from build_scripts.new.rows import TableRow, read_rows
from build_scripts.new.tables import NoTable, Table, read_sheets
from macros.record.archive import Archive, Body, Meeting
from macros.record.loose_dates import ANY_MONTH, MONTHS, loose_date

UNIT = re.compile(
    r"(?:(?:(?:anmälan av )?delegations(?:beslut|lista)\s+)?(?:\w+/)?(?:enhet|verksamhet|avdelning)(?:/\w+)?\s*:|"
    r"(?:anmälan av )?delegations(?:beslut|lista|förteckning)\s*(?:[–:-]|\bfrån\b|\bför\b|"
    r"\s(?-i:(?=[A-ZÅÄÖ]))(?![^:.]{2,60}:)))\s*"
    rf"(?!(?:{ANY_MONTH}|20\d\d)\b)(?P<unit>[^.,;:|]{{2,60}}?)\s*(?:[.,;|]|\bmånad\b|"
    rf"(?=\b(?:{ANY_MONTH}|20\d\d)\b|\b[^\W\d_]+:)|$)",
    re.IGNORECASE,
)
_WHO = re.compile(r"\bdelegat\b|beslutsfattare|beslutande|(?:beslutad|fattat) av", re.IGNORECASE)
_MONTH = re.compile(
    rf"(?:(?P<name>{ANY_MONTH})\s+(?P<year>20\d\d))|(?<!\d)(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?![-\d])",
    re.IGNORECASE,
)


_REST = re.compile(rf"\W*(?:(?:{ANY_MONTH})\s+20\d\d)?\W*", re.IGNORECASE)

NO_LIST = "ingen tabell har en rubrikrad med datum och beslut, och beslut under den."
_ANY = "2000-01"
"""Whether it is a list is asked before its month is known."""

_UNITS = frozenset(("enhet", "verksamhet", "avdelning"))
"""What heads the column that says which unit each decision is of."""


@dataclass(frozen=True)
class Sheet:
    """One unit's list as it came: its table, and every line of the document, or of its part of the document.

    `unit` is what the file's own order says it is of, such as the name of a sheet, and `month` (ÅÅÅÅ-MM) what it says above all
    of its lists; `broken` are cells as they were before
    their words were made whole.
    """

    table: Table
    lines: tuple[str, ...]
    unit: str = ""
    month: str = ""
    broken: tuple[str, ...] = ()


def sheets_of(text: Incoming) -> list[Sheet]:
    """The lists of a document, one for each unit; none where no table has a row of known headings, and dates below."""
    grids = [grid_of(block.rows) for block in text.blocks if block.kind is BlockKind.TABLE]
    cells = [cell for grid in grids for row in grid for cell in row]
    broken = tuple(raw for cell in cells if whole(cell) != (raw := " ".join(cell)))
    parts = [part for sheet in _parted(text) if _has_decisions(sheet) for part in _by_column(sheet)]
    return [replace(part, broken=broken) for part in parts]


def _has_decisions(sheet: Sheet) -> bool:
    return bool(read_rows(sheet.table.rows, month=_ANY).decisions)


def _parted(text: Incoming) -> list[Sheet]:
    """The document from above, parted where the next unit is named and decisions have come before."""
    sheets: list[Sheet] = []
    rows: list[TableRow] = []
    lines: list[str] = []
    heading: TableRow | None = None
    for entry in _entries(text):
        written = entry if isinstance(entry, str) else " | ".join(filter(None, entry))
        if UNIT.match(written) and _has_decisions(found := Sheet(Table(tuple(rows)), tuple(lines))):
            sheets.append(found)
            rows, lines = ([replace(heading, number=1)] if heading else []), []
        lines.append(written)
        if not isinstance(entry, str):
            rows.append(TableRow(len(rows) + 1, entry))
            heading = rows[-1] if not read_rows(rows[-1:]).left_out else heading
    last = Sheet(Table(tuple(rows)), tuple(lines))
    if not sheets:
        return [replace(last, lines=text.passages)]
    told = Account(look_at=[line for sheet in (*sheets, last) for line in sheet.lines])
    parts = [*sheets, replace(last, lines=(*last.lines, *without_place(text.passages, "", told)))]
    return [replace(part, month=_named_month(sheets[0].lines) or "") for part in parts]


def _entries(text: Incoming) -> Iterator[str | tuple[str, ...]]:
    """Lines, and rows of cells."""
    for block in text.blocks:
        if block.kind is BlockKind.TABLE:
            yield from (tuple(map(whole, row)) for row in grid_of(block.rows) if any(row))
        else:
            yield from block.lines


def _by_column(sheet: Sheet) -> list[Sheet]:
    """The list of each unit, where a column names several."""
    heading = headings_of(sheet.table.rows)
    if heading is None:
        return [sheet]
    at = next(
        (n for n, cell in enumerate(heading.cells) if _UNITS.issuperset(re.findall(r"\w+", cell.lower()) or [cell])),
        None,
    )
    named = [row.cells[at] for row in sheet.table.rows if at is not None and at < len(row.cells)]
    units = [unit for unit in dict.fromkeys(named) if unit and unit != heading.cells[at or 0]]
    if at is None or not units:
        return [sheet]
    told = {cell for row in sheet.table.rows for cell in (row.text, *row.cells)}
    around = tuple(line for line in sheet.lines if line not in told)
    parts = []
    for unit in units:
        rows = tuple(_without(row, at) for row in sheet.table.rows if row is heading or row.cells[at:][:1] == (unit,))
        parts.append(Sheet(Table(rows), (*around, *(row.text for row in rows)), unit))
        around = ()
    return parts


def _without(row: TableRow, at: int) -> TableRow:
    return TableRow(row.number, (*row.cells[:at], *row.cells[at + 1 :]))


def sheets_of_excel(content: bytes, name: str) -> list[Sheet]:
    """The lists of an Excel file, one for each sheet that has one; raises NotImported where there is none."""
    try:
        found = read_sheets(content, name)
    except NoTable as why:
        raise NotImported(str(why)) from None
    sheets = [Sheet(Table(rows), tuple(row.text for row in rows), title) for title, rows in found.items()]
    lists = [sheet for sheet in sheets if _has_decisions(sheet)]
    if not lists:
        raise NotImported(f"{NO_LIST} Skriv rubrikerna över kolumnerna, spara, och importera igen.")
    unread = tuple(sheet.unit for sheet in sheets if sheet not in lists)
    if len(lists) == 1:
        lists = [replace(lists[0], unit="")]
    first, *others = (part for sheet in lists for part in _by_column(sheet))
    return [replace(first, table=replace(first.table, unread=unread)), *others]


def unit_of(sheet: Sheet, body: Body) -> str | None:
    """The unit that the document names: after the word, else one of the body's own."""
    text = "\n".join([sheet.unit, *sheet.lines])
    if sheet.unit:
        return next((unit for unit in body.header.units if unit.lower() in sheet.unit.lower()), sheet.unit)
    found = next((match["unit"] for line in sheet.lines if (match := UNIT.match(line))), None)
    named = [unit for unit in body.header.units if unit.lower() in text.lower()]
    if found is not None:
        written = found.strip().capitalize() if found.isupper() else found.strip()
        return next((unit for unit in named if unit.lower() in found.lower()), written)
    return named[0] if len(named) == 1 else None


def _says_unit_alone(line: str) -> bool:
    """Whether a line says the unit, and its month perhaps, and nothing else."""
    found = UNIT.match(line)
    return found is not None and _REST.fullmatch(line, found.end()) is not None


def month_of(sheet: Sheet) -> str | None:
    """The month that the document names, else the one that most decisions are from (ÅÅÅÅ-MM)."""
    if named := _named_month(sheet.lines) or sheet.month:
        return named
    months = Counter(row["datum"][:7] for row in read_rows(sheet.table.rows).decisions)
    return months.most_common(1)[0][0] if months else None


def _named_month(lines: Iterable[str]) -> str | None:
    """The month that lines name (ÅÅÅÅ-MM)."""
    for line in lines:
        found = _MONTH.search(line) if loose_date(line) is None else None
        if found is not None and found["iso"]:
            return found["iso"]
        if found is not None:
            return f"{found['year']}-{MONTHS.index(found['name'].lower()) + 1:02}"
    return None


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
    headings = headings_of(sheet.table.rows)
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
            '--roll "Namn=befattning", en gång för varje. Förtroendevalda känns igen av namnen i ledamoter.md.'
        )
    draft = new_list(archive, body, meeting, unit, month, received, replace(sheet.table, rows=tuple(rows)))
    if headings:
        told.append(f"Kolumnernas rubriker är {headings.text}.")
    headed = (line for line in sheet.lines if _says_unit_alone(line))
    account = Account(look_at=[*draft.told, *draft.left_out, *told, unit, month, *sheet.broken, *headed])
    outside = without_place(sheet.lines, "\n".join(file.text for file in draft.files), account)
    left_out = (*draft.left_out, *(f'Dokumentet har också "{line}".' for line in outside))
    naming.names.update(name for line in (*outside, *told, *left_out) for name in named_in(line, naming.elected))
    return replace(draft, told=shown((*draft.told, *told)), left_out=tuple(_once(shown(left_out))))


def _once(sentences: Iterable[str]) -> Iterator[str]:
    """Sentences that tell the same of several rows, such as a footer within a table, once with their number."""
    alike: dict[str, list[str]] = {}
    for sentence in sentences:
        alike.setdefault(re.sub(r"^Rad \d+: |\bsida \d+(?: av \d+)?", "", sentence, flags=re.IGNORECASE), []).append(
            sentence
        )
    for first, *others in alike.values():
        yield f"{first} {len(others)} till säger detsamma." if others else first


def headings_of(rows: Sequence[TableRow]) -> TableRow | None:
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
