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
    r"(?:(?:anmälan|förteckning|redovisning|lista) (?:av|över) )?delegations(?:beslut|lista|förteckning)\s*"
    r"(?:[–:-]|\bfrån\b|\bför\b|\bfattade (?:av|inom|vid)\b|"
    r"\s(?-i:(?=[A-ZÅÄÖ]))(?![^:.]{2,60}:)))\s*"
    rf"(?!\s*(?:{ANY_MONTH}|20\d\d|perioden?|tiden|kvartal\w*)\b)(?P<unit>[^.,;:|]{{2,60}}?)\s*(?:[.,;|]|\bmånad\b|"
    rf"(?=\b(?:{ANY_MONTH}|20\d\d)\b|\b[^\W\d_]+:)|$)",
    re.IGNORECASE,
)
UNIT_NAME = re.compile(
    r"(?!.*deleg)(?P<unit>[^\d:.,;|\t]{0,50}(?:enhet|avdelning|kontor|skola|gymnasi|verksamhet|centrum|bibliotek)\w{0,3})"
    r"(?:,?\s[^.:;|]{0,30}\b20\d\d)?",
    re.IGNORECASE,
)
"""A line that is nothing but a unit's name, and the time that its list is of perhaps."""

_NO_UNIT = re.compile(
    rf"(?:blad|sheet|tabell)\s*\d*|(?:{ANY_MONTH}|{'|'.join(month[:3] for month in MONTHS)})\b.*", re.IGNORECASE
)
"""What sheets are called that are named by nobody, or after a month."""

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
    parts = _by_units(_entries(text))
    if len(parts) == 1:
        return [replace(parts[0], lines=text.passages)]
    told = Account(look_at=[line for sheet in parts for line in sheet.lines])
    return [*parts[:-1], replace(parts[-1], lines=(*parts[-1].lines, *without_place(text.passages, "", told)))]


def _by_units(entries: Iterable[str | TableRow]) -> list[Sheet]:
    """The lines and rows from above, parted where the next unit is named and decisions have come before."""
    sheets: list[Sheet] = []
    rows: list[TableRow] = []
    lines: list[str] = []
    unit = ""
    for entry in entries:
        written = entry if isinstance(entry, str) else entry.text
        said = written.replace(" | ", ": ") if written.count(" | ") == 1 else written
        if named := UNIT.match(said) or UNIT_NAME.fullmatch(written):
            if _has_decisions(found := Sheet(Table(tuple(rows)), tuple(lines), unit)):
                sheets.append(found)
                heading = headings_of(rows)
                rows, lines = ([replace(heading, number=1)] if heading else []), []
            unit = named["unit"].strip()
        lines.append(written)
        if not isinstance(entry, str):
            rows.append(entry if entry.number else replace(entry, number=len(rows) + 1))
    last = Sheet(Table(tuple(rows)), tuple(lines), unit)
    if sheets and not _has_decisions(last):
        # What stands below the last list names no other.
        end = sheets.pop()
        last = replace(end, lines=(*end.lines, *last.lines), unit=end.unit or unit)
    month = _named_month(sheets[0].lines) if sheets else None
    return [replace(part, month=month or "") for part in (*sheets, last)]


def _entries(text: Incoming) -> Iterator[str | TableRow]:
    """Lines, and rows without a number."""
    for block in text.blocks:
        if block.kind is BlockKind.TABLE:
            yield from (TableRow(0, tuple(map(whole, row))) for row in grid_of(block.rows) if any(row))
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
        of_unit = (row for row in sheet.table.rows if row.cells[at:][:1] == (unit,))
        rows = tuple(_without(row, at) for row in (heading, *of_unit))
        parts.append(Sheet(Table(rows), (*around, *(row.text for row in rows)), unit))
        around = ()
    return parts


def _without(row: TableRow, at: int) -> TableRow:
    return TableRow(row.number, (*row.cells[:at], *row.cells[at + 1 :]))


def sheets_of_table(content: bytes, name: str) -> list[Sheet]:
    """The lists of an Excel or CSV file, one for each unit or sheet; raises NotImported where there is none."""
    try:
        found = read_sheets(content, name)
    except NoTable as why:
        raise NotImported(str(why)) from None
    by_title = {title: [part for part in _by_units(rows) if _has_decisions(part)] for title, rows in found.items()}
    unread = tuple(title for title, parts in by_title.items() if not parts)
    if len(unread) == len(by_title):
        raise NotImported(f"{NO_LIST} Skriv rubrikerna över kolumnerna, spara, och importera igen.")
    are_units = len(by_title) - len(unread) > 1
    lists = [
        replace(part, unit=part.unit or (title if are_units and not _NO_UNIT.fullmatch(title) else ""))
        for title, parts in by_title.items()
        for part in parts
    ]
    first, *others = (part for sheet in lists for part in _by_column(sheet))
    return [replace(first, table=replace(first.table, unread=unread)), *others]


def unit_of(sheet: Sheet, body: Body) -> str | None:
    """The unit that the document names: the body's own name for it, else as it is written."""
    found = sheet.unit or next((match["unit"].strip() for line in sheet.lines if (match := UNIT.match(line))), "")
    text = found or "\n".join(sheet.lines)
    named = [unit for unit in body.header.units if unit.lower() in text.lower()]
    if found:
        return named[0] if named else found.capitalize() if found.isupper() else found
    return named[0] if len(named) == 1 else None


def _says_unit_alone(line: str) -> bool:
    """Whether a line says the unit, and its month perhaps, and nothing else."""
    found = UNIT.match(line)
    return found is not None and _REST.fullmatch(line, found.end()) is not None


def month_of(sheet: Sheet) -> str | None:
    """The month that the document names beside its table, else the one that most decisions are from (ÅÅÅÅ-MM)."""
    cells = {text for row in sheet.table.rows if len(set(row.cells)) > 2 for text in (row.text, *row.cells)}
    if named := _named_month(line for line in sheet.lines if line not in cells) or sheet.month:
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
