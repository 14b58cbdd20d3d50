"""The letterhead ("brevhuvud"): date, number and officer, wherever a municipality's form puts them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from build_scripts.imports.blocks import Block, Grid, Words, grid_of, text_of
from macros.record.diary import in_series, meant
from macros.record.loose_dates import ANY_MONTH, loose_date

_LABELS = {
    "diarienummer": r"(?:vår(?:t)? )?(?:dnr|(?:diarie|ärende)-? ?(?:nr|nummer)|(?:ärende|diarie)?beteckning)",
    "handlingens_datum": r"(?:handlingens |upprättad )?datum|upprättad(?: den)?|daterad|skickat",
    "handläggare": r"(?:ansvarig |vår )?handläggare|kontaktperson|uppgiftslämnare|(?:vår )?referens(?:person)?",
    "rubrik": r"ärende(?:mening|rubrik)?|rubrik|angående|ämne",
    "mottagare": r"till|mottagare|kopia",
    "avsändare": r"från|avsändare",
}
_LABEL = {
    key: re.compile(rf"(?:{words})\.?\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE) for key, words in _LABELS.items()
}
_ENDS = re.compile(r"[,;:.)\]]+$")
_NUMBER_LAST = re.compile(
    r"\s*[(\[,–-]?\s*(?:dnr:?\s*)?(?P<number>[^\s()\[\]]+(?: [\d/:-]+)?)[)\]]?\s*$", re.IGNORECASE
)
_DATE = re.compile(
    rf"\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}} (?:{ANY_MONTH}) \d{{4}}|"
    r"(?<!\d)20\d{6}(?!\d)|(?<!\d)\d{6}(?![\d-])",
    re.IGNORECASE,
)


_BEFORE_DATE = 2
SHORT_DATE = len("170914")
FIRST_YEAR = 1990
"""No document that comes in Word is older."""


def fields(blocks: Iterable[Block]) -> list[tuple[str, list[str]]]:
    """The keys of the letterhead's words, each with the lines after, below or beside it. Lines with tabs are rows."""
    return [found for grid in _grids(blocks) for found in _in_grid(grid)]


def cells_of(blocks: Iterable[Block]) -> list[str]:
    """The lines of the letterhead, each by itself where several stand beside each other."""
    return [line for grid in _grids(blocks) for row in grid for cell in row for line in cell]


def _grids(blocks: Iterable[Block]) -> list[Grid]:
    grids: list[Grid] = [[]]
    for block in blocks:
        if block.rows:
            grids += [grid_of(block.rows), []]
        for words in (block.words, *(entry.words for entry in block.entries)):
            grids[-1] += _tabbed(words)
    return grids


def _tabbed(words: Words) -> Grid:
    """The lines as rows, parted at tabs."""
    rows = [
        [[" ".join(cell.split())] if cell.strip() else [] for cell in re.split(r"\t+| {4,}", line)]
        for line in text_of(words).split("\n")
    ]
    return [row for row in rows if any(row)]


def _in_grid(grid: Grid) -> Iterator[tuple[str, list[str]]]:
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            for n, line in enumerate(cell):
                labelled = label(line)
                if labelled is None:
                    continue
                key, rest = labelled
                own = _until_label(cell[n + 1 :])
                lines = [rest, *own] if rest else own or _place(grid, y + 1, x) or _place(grid, y, x + 1)
                if lines:
                    yield key, lines


def label(line: str) -> tuple[str, str] | None:
    """The key of a line that begins with a word of the letterhead, and what follows on it; prose that does is none."""
    for key, shape in _LABEL.items():
        found = shape.fullmatch(line)
        if found is None:
            continue
        rest = found["rest"].strip()
        is_number = key in ("diarienummer", "handlingens_datum") and re.search(r"\d", rest) and len(rest) < 40
        if not rest or found["colon"] or is_number:
            return key, rest
    return None


def _until_label(lines: Sequence[str]) -> list[str]:
    return list(takewhile(lambda line: label(line) is None, lines))


def _place(grid: Grid, y: int, x: int) -> list[str]:
    return _until_label(grid[y][x]) if y < len(grid) and x < len(grid[y]) else []


def case_numbers(texts: Iterable[str], series: Sequence[str]) -> list[tuple[str, str]]:
    """Numbers of the diary in the texts: as the series ("diarieserie") writes them, and as they were written."""
    found: dict[str, str] = {}
    for text in texts:
        words = [_ENDS.sub("", word) for word in text.split()]
        for n, word in enumerate(words):
            pair = f"{word} {words[n + 1]}" if n + 1 < len(words) else word
            for written in (word, pair):
                number = in_diary(written, series)
                if number is not None:
                    found.setdefault(number, written)
                    break
    return list(found.items())


def in_diary(written: str, series: Sequence[str]) -> str | None:
    """The number as one of the series writes it; a date or a bare number is none."""
    if any(in_series(written, shape) for shape in series):
        return written
    if _DATE.fullmatch(written) or not re.search(r"[^\W\d_]", written):
        return None
    return next(filter(None, (meant(written, shape) for shape in series)), None)


def without_number(title: str, series: Sequence[str]) -> tuple[str, str | None]:
    """A title without the case number behind it, as the series writes that: "Budget (AVUX/2017:1)"."""
    found = _NUMBER_LAST.search(title)
    numbers = case_numbers([found["number"]], series) if found and series else []
    if not found or not numbers or not title[: found.start()].strip():
        return title, None
    return title[: found.start()].strip(), numbers[0][0]


def ends_in_date(text: str) -> bool:
    """Whether a text is a date with a word or two before it at most, such as a place."""
    found = first_date([text], whole_only=True)
    return found is not None and text.endswith(found[1]) and len(text.removesuffix(found[1]).split()) <= _BEFORE_DATE


def first_date(texts: Iterable[str], whole_only: bool = False) -> tuple[dt.date, str] | None:
    """The first date in the texts, and how it was written; six digits are a date only where one is meant to stand."""
    for text in texts:
        for found in _DATE.finditer(text):
            date = None if whole_only and len(found.group()) == SHORT_DATE else loose_date(found.group())
            if date is not None and date.year >= FIRST_YEAR:
                return date, found.group()
    return None
