"""To which matter of the agenda a document of a packet belongs: by its number, its title, or what stands before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from build_scripts.imports.agenda import Agenda, PrintedMatter
from build_scripts.imports.columns import only_number
from build_scripts.imports.document_beginnings import LIST, cells
from build_scripts.imports.document_kinds import SECTION_SIGN, from_others, title_of
from build_scripts.imports.leaves import Leaf
from build_scripts.imports.letterhead import case_numbers, without_number
from build_scripts.imports.portions import Portion, PortionKind
from build_scripts.imports.printed_titles import ALIKE, alike, likeness
from macros.record.numbers import ItemNumber

_PLAN = re.compile(r"sammanträdes?(?:plan|tider|ordning|dagar|schema)", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?:anmälnings|delgivnings|meddelande|informations)ärenden?|(?:övriga )?(?:delgivningar|meddelanden|anmälningar)\b.*|"
    r"(?:(?:anmälan|redovisning|rapportering) av )?(?:inkomna )?(?:skrivelser|handlingar|meddelanden|delgivningar)\b.*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?:beslut|dom|föreläggande|underrättelse|meddelande|protokoll nr)\b", re.IGNORECASE)
"""What letters are called that a body only takes note of."""

_PUT_BY = re.compile(
    r"(?P<kind>interpellation|motion|medborgarförslag|(?:nämnd)?initiativ(?:ärende)?|avsägelse|enkel fråga)\b",
    re.IGNORECASE,
)
_CAME_IN = re.compile(r"\b(?:inkomna|nya|väckta|motioner|interpellationer|avsägelser)\b", re.IGNORECASE)
_LONG = 5
_HEAD = 6
"""Lines at the top of a page that a matter's number and title stand within, below the page's head."""


def own_row(leaf: Leaf, agenda: Agenda, series: Sequence[str], before: Sequence[Portion]) -> PrintedMatter | None:
    """The matter of a report or a chair's proposal, told by itself."""
    return _row(leaf, agenda, series) or _next_row(leaf, agenda, series, before)


def row_of_attachment(
    leaf: Leaf, title: str, agenda: Agenda, series: Sequence[str], before: Sequence[Portion]
) -> PrintedMatter | None:
    """The matter that an attachment names, or that it was put in."""
    return _named_row(leaf, agenda, series) or _put_row([*leaf.top[:1], title], agenda, before)


def row_on_top(leaf: Leaf, rows: Sequence[PrintedMatter]) -> PrintedMatter | None:
    """The matter whose number and title, or as much of it as one line takes, stand at the top of a page."""
    return next((row for line in leaf.top[:_HEAD] if (row := row_of_line(line, rows))), None)


def row_of_line(line: str, rows: Sequence[PrintedMatter]) -> PrintedMatter | None:
    """The matter whose number and title a line has."""
    number, _, title = line.removeprefix("§ ").replace("\t", " ").partition(" ")
    title = without_number(title, ())[0]
    return next(
        (row for row in rows if number.rstrip(".)") == str(row.number) and likeness(title, row.title) >= ALIKE), None
    )


def matter_before(title: str, agenda: Agenda, before: Sequence[Portion]) -> ItemNumber | None:
    """The matter that a document without its own belongs to: that of the one before; a plan of meetings to the matter of it."""
    if _PLAN.match(title):
        return next((row.number for row in agenda.rows if _PLAN.match(row.title)), None)
    return _latest(before)


def with_reported(
    parts: Sequence[Portion],
    leaves: Sequence[Leaf],
    agenda: Agenda,
    series: Sequence[str],
    listed: Sequence[str],
    said: Collection[int],
) -> list[Portion]:
    """The documents, those from others with the matter that reports them ("Meddelanden") where it has no document of its own:
    what comes after the lists, a letter that no report before it lists, and what follows on these. `listed` are the
    titles that reports list, `said` the pages of documents whose matter somebody has said."""
    with_own = {part.matter for part in parts if part.is_own}
    of_lists = {row.number for row in agenda.rows if LIST.fullmatch(row.title)}
    has_numbers = 2 * sum(row.case_number is not None for row in agenda.rows) > len(agenda.rows)
    # What only is told at the meeting has no number where the others have one.
    oral = {row.number for row in agenda.rows if has_numbers and row.case_number is None}
    matters = [row for row in agenda.rows if row.number in with_own or row.number not in of_lists | oral]
    found: list[Portion] = []
    for part in parts:
        leaf = leaves[part.first - 1]
        row = next((row for row in matters if part.matter and row.number > part.matter), None)
        is_free = (
            part.kind is PortionKind.APPENDIX
            and part.first not in said
            and _named_row(leaf, agenda, series) is None
            and (from_others(leaf.top) or not _PLAN.match(part.title))
        )
        if row and is_free and row.number not in with_own and _REPORTED.fullmatch(row.title):
            follows = found[-1].kind is PortionKind.LIST or found[-1].matter == row.number
            # Behind the delegated decisions stands one of them.
            letter = "" if part.matter in of_lists else from_others(leaf.top) or ""
            is_letter = _LETTER.match(letter) and not any(alike(part.title, one) for one in listed)
            part = replace(part, matter=row.number) if follows or is_letter else part
        found.append(part)
    return found


def _latest(before: Sequence[Portion]) -> ItemNumber | None:
    """The matter of the document before."""
    return next((part.matter for part in reversed(before) if part.matter), None)


def _row_above(leaf: Leaf, agenda: Agenda) -> PrintedMatter | None:
    """The matter that the file's list of contents has a document under: with its number and title, else with its title."""
    if leaf.under is None:
        return None
    near = [row for row in agenda.rows if likeness(leaf.under, f"{row.number}. {row.title}") >= ALIKE]
    near = near or [row for row in agenda.rows if alike(leaf.under, row.title)]
    return near[0] if near else None


def _row(leaf: Leaf, agenda: Agenda, series: Sequence[str]) -> PrintedMatter | None:
    """The matter of the agenda: that of the bookmarks, by the case number in the letterhead, else by the title."""
    if row := _row_above(leaf, agenda):
        return row
    numbers = {number for number, _ in case_numbers(leaf.top, series)} if series else set()
    by_number = [row for row in agenda.rows if row.case_number in numbers]
    if len(by_number) == 1:
        return by_number[0]
    near = [
        (max(likeness(without_number(line, series)[0], row.title) for line in (*leaf.top, leaf.bookmark or "")), row)
        for row in agenda.rows
    ]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _next_row(leaf: Leaf, agenda: Agenda, series: Sequence[str], before: Sequence[Portion]) -> PrintedMatter | None:
    """The one matter below that of the document before whose title shares a long word with the page's, which no other has."""
    latest = _latest(before)
    said = _long_words(title_of(leaf, series))
    sharing = [row for row in agenda.rows if any(_is_one(a, b) for a in said for b in _long_words(row.title))]
    return sharing[0] if len(sharing) == 1 and (latest is None or sharing[0].number > latest) else None


def _is_one(word: str, other: str) -> bool:
    """Whether two words are one, inflected."""
    return word.startswith(other) or other.startswith(word)


def _named_row(leaf: Leaf, agenda: Agenda, series: Sequence[str]) -> PrintedMatter | None:
    """The matter that an attachment is under, or names in its letterhead or its title: an extract stands before the report."""
    if row := _row_above(leaf, agenda):
        return row
    numbers = {number for cell in cells(leaf.top) if (number := only_number(cell, series))}
    titles = [SECTION_SIGN.sub("", heading) for heading in leaf.headings if heading in leaf.top]
    found = [
        row for row in agenda.rows if row.case_number in numbers or any(alike(title, row.title) for title in titles)
    ]
    return found[0] if len(found) == 1 else None


def _put_row(titles: Sequence[str], agenda: Agenda, before: Sequence[Portion]) -> PrintedMatter | None:
    """The matter of a motion or an interpellation: the next on the list that names such, where that before it does not.

    It has a long word of its title, or is of all that came in.
    """
    found = next((match["kind"].casefold() for title in titles if (match := _PUT_BY.match(title))), None)
    latest = _latest(before)
    if found is None or any(row.number == latest and found in row.title.casefold() for row in agenda.rows):
        return None
    after = (row for row in agenda.rows if latest is None or row.number > latest)
    said = _long_words(" ".join(titles)) - {found}
    named = (row for row in after if found in row.title.casefold())
    return next((row for row in named if _CAME_IN.search(row.title) or said & _long_words(row.title)), None)


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _LONG}
