"""The agenda of a call ("föredragningslista") as it is printed: numbered matters, points before them, day, hour and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from build_scripts.imports.blocks import whole
from build_scripts.imports.columns import LONGEST_POINT, ROW, columns_of, only_number, uncentred
from build_scripts.imports.headings import MINUTES, PROPOSAL
from build_scripts.imports.hour_and_place import hour_and_place, says_when_or_where
from build_scripts.imports.printed_titles import goes_on, without_leaders
from macros.record.numbers import ItemNumber

_CALLED = r"(?:kallelse|föredragningslista|dagordning|ärendelista)"
CALL = re.compile(
    rf"{_CALLED}(?:\s*[/–,-]\s*{_CALLED})?(?:\s+(?:till|och|med|för)\b.*|(?:\s+\S*(?:nämnden|styrelsen|utskottet|fullmäktige))?"
    r"(?:\s+\d{4}-\d\d-\d\d)?)|.{0,80}kallas till sammanträde.*|"
    r"handlingar till (?:\S+ ){0,6}sammanträde.*",
    re.IGNORECASE,
)
_TITLE_LINES = 3
"""Lines from above that minutes say on what they are; they may list their matters as a call does."""

_WHOLE_ROW = re.compile(r"§\s*(?P<number>[1-9]\d{0,2})[.)]?\s+\S.{2,}")
_LETTERED = re.compile(r"(?P<number>[a-z])[.)]\s+(?P<title>\S.{2,})")
_TO = re.compile(r"till (?:ledamöter|ersättare|nämndens)\b", re.IGNORECASE)
_CALLS = re.compile(r"\bkallas\b|\btill ledamöter|gruppmöte|sammanträdet (?:börjar|hålls|öppnas|inleds)", re.IGNORECASE)
FEWEST_MATTERS = 3
HEAD_LINES = 14
"""Lines from above where a letterhead or a title stands."""

_OPENING = re.compile(
    r"upprop(?: och .*)?|närvaro|(?:mötets |sammanträdets )?öppnande|val av (?:protokolls?)?justerare.*|"
    r"(?:anmälan av )?(?:(?:protokolls)?justering\b.*|jäv)|"
    r"(?:fastställande|godkännande) av (?:dagordning|föredragningslista|ärendelista)\w*|föregående (?:\w+ )?protokoll.*|"
    r"\S+ informerar",
    re.IGNORECASE,
)
"""Points that stand numbered before the matters in some calls."""

_CLOSING = re.compile(r"övriga frågor|(?:mötets |sammanträdets )?avslut(?:ning|ande)", re.IGNORECASE)
_COLUMNS = re.compile(
    r"(?:nr|ärende|ärenden|punkt|dnr|diarienummer|sida|föredragande|rubrik|handling)(?:\s+.*)?|tid|handläggare|ansvarig|beteckning",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:(?:(?:öppna|slutna|övriga) |\w{3,})ärenden(?: för \w+)?|ärenden (?:för|till) \w+)|"
    r"(?:för )?(?:beslut|information|kännedom)|informationspunkter|delgivningar",
    re.IGNORECASE,
)
"""What matters are put under on the list."""

_ATTACHED = re.compile(r"bilag(?:a|or)\b|föredragande\b|handläggare\b", re.IGNORECASE)
"""What stands below a matter and is none."""

_OVER_POINTS = re.compile(
    r"(?:inledande (?:punkter|ärenden)|innehåll(?:sförteckning)?|formalia)|.*\([A-ZÅÄÖ]{1,3}\)", re.IGNORECASE
)
"""What stands above the points, and is none."""

_HEADING = re.compile(r"(?:information|anmälan|öppnande|inledning|formalia)\b", re.IGNORECASE)
"""What further headings of rows that are numbered below them begin with."""


@dataclass(frozen=True)
class PrintedMatter:
    """A matter of the agenda: its number on it, title and case number, and the heading that begins with it, if printed."""

    number: ItemNumber
    title: str
    case_number: str | None = None
    heading: str | None = None


@dataclass
class Agenda:
    """What a call says. `read` are the lines that day, hour and place stand in, `beside` what stands in other columns than the
    matters', with these columns' heads, `feet` the lines of its pages, `rest` every other."""

    rows: list[PrintedMatter] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    time: str | None = None
    venue: str | None = None
    read: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    feet: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def is_call(lines: Sequence[str]) -> bool:
    """Whether a page begins a call: by its name at the top, or by an agenda below words to those who are called."""
    top = lines[:HEAD_LINES]
    if any(map(MINUTES.fullmatch, top[:_TITLE_LINES])):
        return False
    if any(CALL.fullmatch(cell) for line in top for cell in (line, *line.split("\t"))):
        return True
    calls = any(_CALLS.search(line) for line in top) and not any(PROPOSAL.fullmatch(line) for line in lines)
    return calls and len(read_agenda(lines, ()).rows) >= FEWEST_MATTERS


def read_agenda(lines: Sequence[str], series: Sequence[str]) -> Agenda:
    """The agenda of a call's lines; a row may go on on the next. Its matters are numbered from 1 (3, 3a, 4), or lettered from a,
    which then is 1, or have nothing but their case numbers.

    The short lines right above the first are the points before it, and so are the first rows where they are no matters.
    """
    agenda = Agenda()
    lines = list(uncentred(lines, series))
    above = _read_rows(lines, series, agenda, ROW)
    if not agenda.rows:
        agenda = Agenda()
        above = _read_rows(lines, series, agenda, _LETTERED)
    if not agenda.rows:
        agenda = Agenda()
        above = _read_unnumbered(lines, series, agenda)
    agenda.rows = list(_below_headings(agenda.rows))
    heads = list(takewhile(_is_heads, reversed(above)))[::-1]
    above = above[: len(above) - len(heads)]
    opening = list(takewhile(lambda row: _OPENING.fullmatch(row.title), agenda.rows))
    # Where the list has its own, what stands above it is who leads and who keeps the minutes.
    has_points = bool(agenda.rows) and not opening
    points = list(takewhile(_is_point, reversed(above)))[::-1] if has_points else []
    agenda.points = [_first_cell(line) for line in points]
    head = hour_and_place(above[: len(above) - len(points)])
    agenda.time, agenda.venue = head.time, head.venue
    agenda.read += head.read
    agenda.beside += [*heads, *(line for line in head.rest if "\t" in line and _is_heads(line))]
    agenda.rest[:0] = [line for line in head.rest if line not in agenda.beside]
    agenda.read += (line for line in points if "\t" in line)
    matters = [row for row in agenda.rows if row not in opening and not _CLOSING.fullmatch(row.title)]
    for row in agenda.rows:
        if row not in matters:
            printed = f"{row.heading or ''} {row.number}. {row.title} {row.case_number or ''}".strip()
            (agenda.read if row in opening else agenda.rest).append(printed)
    agenda.points += (row.title for row in opening)
    agenda.rows = matters
    return agenda


def _read_rows(lines: Sequence[str], series: Sequence[str], agenda: Agenda, shape: re.Pattern[str]) -> list[str]:
    """Reads the rows, and what stands after the first of them as the rest; gives what stands above."""
    above: list[str] = []
    heading: str | None = None
    is_open = False
    first = _first(lines)
    mark = None
    numbers = {_number(found["number"]) for line in lines if (found := shape.fullmatch(line))}
    for line in lines:
        row = shape.fullmatch(line)
        number = _number(row["number"]) if row else None
        last = agenda.rows[-1] if agenda.rows else None
        following = _next(agenda.rows, first)
        if last and mark and _mark(row) == mark and ItemNumber(last.number.main + 1) not in numbers:
            # A matter that was taken off the list leaves its number empty.
            following = (*following, ItemNumber(last.number.main + 2))
        if row and number in following and re.search(r"[^\W\d_]{2}", row["title"]):
            title, case_number, beside = columns_of(row["title"].split("\t"), series)
            agenda.rows.append(PrintedMatter(number, title, case_number, heading))
            heading, mark = None, _mark(row)
            agenda.beside += beside
            is_open = True
        elif last and is_open and last.case_number is None and (own := only_number(line, series)):
            agenda.rows[-1] = replace(last, case_number=own)
        elif last and is_open and row is None and goes_on(last.title, line):
            text, *cells = line.split("\t")
            title, case_number, beside = columns_of([whole((last.title, text)), *cells], series)
            agenda.rows[-1] = replace(last, title=title, case_number=case_number or last.case_number)
            agenda.beside += beside
        else:
            aside = agenda.rest if last else above
            aside += [heading] if heading else []
            heading = line if _SECTION.fullmatch(line) else None
            aside += [] if heading else [line]
            is_open = False
    agenda.rest += [heading] if heading else []
    return above


def _read_unnumbered(lines: Sequence[str], series: Sequence[str], agenda: Agenda) -> list[str]:
    """Reads matters without numbers on the list, in their order: those with case numbers in a column, and titles between them;
    else nothing."""
    above: list[str] = []
    heading: str | None = None
    numbered = [n for n, line in enumerate(lines) if _has_own_number(line.split("\t"), series)]
    for n, line in enumerate(lines):
        cells = line.split("\t")
        title, number, beside = columns_of(cells, series)
        is_between = numbered and numbered[0] < n < numbered[-1] and _is_point(title) and not _ATTACHED.match(title)
        if n in numbered or is_between:
            agenda.rows.append(PrintedMatter(ItemNumber(len(agenda.rows) + 1), title, number, heading))
            agenda.beside += beside
            heading = None
            continue
        aside = agenda.rest if agenda.rows else above
        aside += [heading] if heading else []
        heading = line if _SECTION.fullmatch(line) else None
        aside += [] if heading else [line]
    agenda.rest += [heading] if heading else []
    if len({row.case_number for row in agenda.rows} - {None}) < FEWEST_MATTERS:
        agenda.rows, agenda.rest, agenda.beside = [], [], []
        return [*lines]
    return above


def _has_own_number(cells: Sequence[str], series: Sequence[str]) -> bool:
    """Whether the cells of a line are a title and, after it, a case number."""
    title, number, _ = columns_of(cells, series)
    return (
        number in cells and title not in cells[cells.index(number) :] and re.search(r"[^\W\d_]{3}", title) is not None
    )


def _mark(row: re.Match[str] | None) -> str | None:
    """The signs around a row's number; None where it has none, as the day of a date."""
    signs = row.string[: row.start("title")].replace(row["number"], "") if row else ""
    return signs if signs.strip(" ") else None


def _below_headings(rows: Sequence[PrintedMatter]) -> Iterator[PrintedMatter]:
    """The rows, without the numbered headings ("2 Beslutsärenden") of those that are numbered below them (2.1)."""
    heading: str | None = None
    for row, below in pairwise([*rows, None]):
        assert row is not None
        has_rows = below is not None and below.number == ItemNumber(row.number.main, "", 1) and not row.case_number
        if has_rows and (_SECTION.fullmatch(row.title) or _HEADING.match(row.title)):
            heading = row.title
        else:
            yield replace(row, heading=heading or row.heading)
            heading = None


def _number(written: str) -> ItemNumber:
    return ItemNumber(ord(written) - ord("a") + 1) if written.isalpha() else ItemNumber.typed(written)


def _first(lines: Iterable[str]) -> int:
    """The first matter's number: 1, or that of the first paragraph ("§ 88") that the next one follows on."""
    signed = [int(found["number"]) for line in lines if line.startswith("§") and (found := _WHOLE_ROW.fullmatch(line))]
    return next((number for number, after in pairwise(signed) if after == number + 1), 1)


def _next(rows: Sequence[PrintedMatter], first: int) -> tuple[ItemNumber, ...]:
    """The numbers that can follow on the last: the next one, or one put in after it; `first` where there is none."""
    if not rows:
        return (ItemNumber(first),)
    last = rows[-1].number
    whole = ItemNumber(last.main + 1)
    inside = (
        ItemNumber(last.main, chr(ord(last.letter or chr(ord("a") - 1)) + 1)),
        ItemNumber(last.main, "", last.part + 1),
    )
    return (whole, *inside)


def _is_heads(line: str) -> bool:
    """Whether a line has nothing but the heads of columns."""
    return all(map(_COLUMNS.fullmatch, line.split("\t")))


def _first_cell(row: str) -> str:
    return without_leaders(row.split("\t")[0])[0]


def _is_point(row: str) -> bool:
    line = _first_cell(row)
    is_short = len(line) <= LONGEST_POINT and not line.endswith((".", ":", "!")) and re.search(r"\d|:\s", line) is None
    return (
        is_short
        and not says_when_or_where(row)
        and not _TO.match(line)
        and line[:1].isupper()
        and not _COLUMNS.fullmatch(line)
        and not _SECTION.fullmatch(line)
        and not CALL.fullmatch(line)
        and not _OVER_POINTS.fullmatch(line)
    )
