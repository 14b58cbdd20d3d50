"""Pictures of tables ("diagram"): a line `{{ diagram("Mål 2016", "Utfall 2016") }}` above a table of a report.

The table stays in the text as it is; the line says that its named columns are shown as a picture too. A cell holds a number,
nothing or a stroke where there is none, or a word ("Helår"), which the picture says in the place of a bar. A cell with digits
that is no number is told, so that no slip becomes a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.record.source import MARK
from macros.record.values import did_you_mean
from macros.texts.calls import called
from macros.texts.figures import read
from macros.texts.prose import safe_html, without_code
from macros.texts.tables import TextTable, tables

NAME = "diagram"
MOST_COLUMNS = 4
"""More bars than these in each row are no longer told apart."""

_EXAMPLE = '{{ diagram("Mål 2016", "Utfall 2016") }}'
_LINE = re.compile(rf"^ {{0,3}}\{{\{{[^\S\n]*{NAME}\b(?P<rest>[^\n]*)$", re.MULTILINE)
_CALL = re.compile(r"(?P<call>.*?)\}\}\s*")
_RULE_LINE = re.compile(r"^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_NONE = frozenset(("", "-", "−", "–", "—"))


@dataclass(frozen=True)
class Slip:
    """What is wrong with a call or a cell: where in the text, what, and what to do."""

    offset: int
    length: int
    message: str
    remedy: str


@dataclass(frozen=True)
class Pictured:
    """A table that is shown as a picture too, and which of its columns are."""

    table: TextTable
    columns: tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """A text with a mark for each picture's line, its pictures in the order of their marks, and what is wrong.

    A picture with a slip is None: its line is then left out of the page.
    """

    marked: str
    pictures: tuple[Pictured | None, ...]
    slips: tuple[Slip, ...]


def lines(markdown: str) -> Iterator[re.Match[str]]:
    """The lines that ask for a picture; in code they are text."""
    return _LINE.finditer(without_code(markdown)) if NAME in markdown and "{{" in markdown else iter(())


def without_lines(markdown: str) -> str:
    """The text with blanks for the lines that ask for a picture."""
    for line in lines(markdown):
        markdown = markdown[: line.start()] + " " * len(line[0]) + markdown[line.end() :]
    return markdown


@lru_cache(maxsize=1024)
def pictured(markdown: str) -> Text:
    """The text with its pictures. Never raises. Remembered: it is read when it is checked, shown and written as CSV."""
    asked = list(lines(markdown)) if MARK not in markdown else []
    if not asked:
        return Text(markdown, (), ())
    marked, end = "", 0
    for number, line in enumerate(asked):
        marked += f"{markdown[end : line.start()]}{MARK}{number}{MARK}"
        end = line.end()
    marked += markdown[end:]
    slips: list[Slip] = []
    below = {table.mark: table for table in tables(safe_html(marked))}
    pictures = tuple(_picture(markdown, line, below.get(number), slips) for number, line in enumerate(asked))
    return Text(marked, pictures, tuple(slips))


def _picture(text: str, line: re.Match[str], table: TextTable | None, slips: list[Slip]) -> Pictured | None:
    """The picture that a line asks for; what is wrong goes to `slips`."""

    def slip(message: str, remedy: str) -> None:
        slips.append(Slip(line.start(), len(line[0].rstrip()), message, remedy))

    names = _names(line)
    if names is None:
        slip(
            "Raden ber om ett diagram men går inte att läsa.",
            f"skriv {_EXAMPLE}: namnen på en till fyra kolumner, på en rad för sig.",
        )
        return None
    if table is None:
        slip("Under raden står ingen tabell.", "skriv raden närmast ovanför tabellen, med en tom rad emellan.")
        return None
    header, columns = table.header, []
    for name in names:
        place = next((n for n, one in enumerate(header) if n and one.casefold() == name.casefold()), None)
        if place is None:
            meant = did_you_mean(name, header[1:])
            slip(
                f'Tabellen har ingen kolumn "{name}".',
                f"Menade du {meant}?" if meant else f"skriv något av {', '.join(filter(None, header[1:]))}.",
            )
            return None
        columns.append(place)
    before = len(slips)
    units = _units(text, line, table, columns, slips)
    if len(slips) == before and not units:
        slip("Kolumnerna har inga tal att visa.", "välj kolumner med tal.")
    elif len(units) > 1:
        said = " och ".join(unit or "tal utan enhet" for unit in sorted(units))
        slip(f"Diagrammet blandar {said}.", "välj kolumner med samma enhet.")
    return Pictured(table, tuple(columns)) if len(slips) == before else None


def _names(line: re.Match[str]) -> list[str] | None:
    """The names of the columns that the line gives."""
    closed = _CALL.fullmatch(line["rest"])
    read = called(NAME + closed["call"]) if closed else None
    if read is None or not 1 <= len(read[1]) <= MOST_COLUMNS or not all(isinstance(one, str) for one in read[1]):
        return None
    return [" ".join(str(one).split()) for one in read[1]]


def _units(text: str, line: re.Match[str], table: TextTable, columns: list[int], slips: list[Slip]) -> set[str]:
    """The units of all numbers in the columns; a cell with digits that is no number goes to `slips`."""
    units = set()
    for number, row in enumerate(table.rows):
        for column in columns:
            figure = read(row[column])
            if figure is not None:
                units.add(figure.unit)
            elif any(sign.isdigit() for sign in row[column]):
                start, length = _place(text, line.end(), number, row[column])
                slips.append(
                    Slip(
                        start,
                        length,
                        f'"{row[column]}" i raden "{row[0]}", kolumnen "{table.header[column]}", är inget tal och kan inte '
                        "visas i diagrammet.",
                        "skriv bara talet, som 1 234,5, −2,7 eller 65 %. Saknas det: lämna rutan tom eller skriv ett streck.",
                    )
                )
    return units


def _place(text: str, after: int, row: int, cell: str) -> tuple[int, int]:
    """The offset and length of a cell in the first table after an offset, or of its row."""
    offset, left = after, None
    for line in text[after:].split("\n"):
        if left == 0:
            inside = line.find(cell)
            return (offset + inside, len(cell)) if inside >= 0 else (offset, max(1, len(line)))
        if left is not None:
            left -= 1
        elif "-" in line and _RULE_LINE.match(line):
            left = row
        offset += len(line) + 1
    return after, 1


def is_missing(cell: str) -> bool:
    """Whether the cell is empty or has a stroke."""
    return cell in _NONE
