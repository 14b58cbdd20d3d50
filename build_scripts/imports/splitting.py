"""A packet split into its documents: where each begins, what it is, and to which matter of the agenda it belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import takewhile
from types import MappingProxyType

from build_scripts.imports.agenda import (
    FEWEST_MATTERS,
    HEAD_LINES,
    Agenda,
    PrintedMatter,
    is_call,
    only_number,
    read_agenda,
)
from build_scripts.imports.beginnings import APPENDIX, LIST, cells, has_heads, starts, unit_below
from build_scripts.imports.covers import slip_of
from build_scripts.imports.headings import CHAIRS_PROPOSAL, DECISION, DOCUMENT, FROM_OTHERS, PROPOSAL, is_known
from build_scripts.imports.leaves import Leaf, ranges
from build_scripts.imports.letterhead import case_numbers, label, without_number
from build_scripts.imports.lists import UNIT
from build_scripts.imports.portions import Portion, PortionKind, Split
from build_scripts.imports.sections import listed_titles
from build_scripts.imports.titles import ALIKE, alike, likeness
from macros.record.numbers import ItemNumber

_PLAN = re.compile(r"sammanträdes?(?:plan|tider|ordning|dagar|schema)", re.IGNORECASE)
_OF_ONE_MATTER = re.compile(r"protokollsutdrag|utdrag", re.IGNORECASE)
_OF_JUDGMENTS = frozenset(("saken", "domslut", "yrkanden"))
_REPORTED = re.compile(
    r"(?:anmälnings|delgivnings|meddelande|informations)ärenden?|(?:övriga )?(?:delgivningar|meddelanden|anmälningar)\b.*|"
    r"(?:inkomna )?(?:skrivelser|handlingar)\b.*",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ]{2,4} )?§\s*\d+")
_PUT_BY = re.compile(r"(?P<kind>interpellation|motion|medborgarförslag|avsägelse|enkel fråga)\b", re.IGNORECASE)
_CAME_IN = re.compile(r"\b(?:inkomna|nya|väckta|motioner|interpellationer|avsägelser)\b", re.IGNORECASE)
_MEMORANDUM = re.compile(r"(?:pm|promemoria)(?:\s+\d.*)?", re.IGNORECASE)
_LONG = 5
_SECTION_SIGN = re.compile(r"^§\s*\d+\s+")
_CALL_PAGES = 4
"""How far into a packet its agenda may begin."""

_FEWEST_FEET = 3
"""Pages that end with the same line, which then is a foot."""


def split(
    leaves: Sequence[Leaf],
    series: Sequence[str],
    begins: Set[int] = frozenset(),
    goes_on: Set[int] = frozenset(),
    kinds: Mapping[int, tuple[PortionKind, ItemNumber | None]] = MappingProxyType({}),
) -> Split:
    """The documents of a packet.

    `begins` and `goes_on` are pages that somebody has said it of; `kinds` what the document that begins at a page is, and
    the number on the agenda of its matter.
    """

    def starts_with(titles: Sequence[str]) -> list[int]:
        found = set(starts(leaves, titles))
        return sorted(({leaf.number for leaf in leaves[:1]} | found | begins) - goes_on)

    feet = _feet(leaves)

    def agenda_on(pages: int) -> Agenda:
        lines = [line for leaf in leaves[:pages] for line in leaf.lines]
        read = read_agenda([line for line in lines if line not in feet], series)
        return replace(read, feet=[line for line in dict.fromkeys(lines) if line in feet])

    listed = _listed(leaves)
    begun, agenda = starts_with(listed), Agenda()
    if call := _call_page(leaves):
        begun = [1, *(page for page in begun if page > call)]
        _, last = next(ranges(begun, len(leaves)))
        if not agenda_on(last).rows:
            # A page with the call's name only stands before the call itself.
            further = range(last + 1, min(len(leaves), _CALL_PAGES) + 1)
            last = next((pages for pages in further if len(agenda_on(pages).rows) >= FEWEST_MATTERS), last)
        rows = agenda_on(last).rows
        # Where the agenda goes on overleaf, its rows there are no titles of documents.
        reach = next(pages for pages in range(1, last + 1) if agenda_on(pages).rows == rows)
        titled = starts_with([*listed, *(row.title for row in rows)])
        begun = [1, *(page for page in titled if page > reach)]
        _, last = next(ranges(begun, len(leaves)))
        agenda = agenda_on(last)
    parts: list[Portion] = []
    for first, last in ranges(begun, len(leaves)):
        part = _part(leaves[first - 1 : last], agenda, series, parts)
        if first in kinds:
            kind, matter = kinds[first]
            part = replace(part, kind=kind, matter=matter or part.matter, is_own=matter is not None)
        parts.append(part)
    return Split(list(_named_by_lists(parts, leaves)), agenda)


def _call_page(leaves: Sequence[Leaf]) -> int | None:
    """The page that a packet's call begins on: the first, or one after a cover with few lines."""
    for leaf in leaves[:_CALL_PAGES]:
        if is_call(leaf.lines):
            return leaf.number
        if len(leaf.lines) > HEAD_LINES:
            break
    return None


def _feet(leaves: Sequence[Leaf]) -> set[str]:
    """The lines that stand last on half of the pages."""
    last = Counter(leaf.lines[-1] for leaf in leaves if leaf.lines)
    return {line for line, count in last.items() if count >= max(_FEWEST_FEET, len(leaves) / 2)}


def _named_by_lists(parts: Sequence[Portion], leaves: Sequence[Leaf]) -> Iterator[Portion]:
    """The documents, those after one that lists attachments with the titles that it gives them.

    Which is which is told where their own titles say so, or where as many are left as titles.
    """
    given: dict[int, str] = {}
    for n, part in enumerate(parts):
        titles = [title for title in _listed(leaves[part.first - 1 : part.last]) if not _is_of(part, title)]
        after = list(takewhile(partial(_goes_with, part), parts[n + 1 :]))
        left = [title for title in titles if not any(alike(title, one.title) for one in after)]
        unnamed = [one for one in after if not any(alike(title, one.title) for title in titles)]
        if len(left) == len(unnamed):
            given |= {one.first: title for one, title in zip(unnamed, left, strict=True)}
    return (replace(part, title=given.get(part.first, part.title)) for part in parts)


def _is_of(part: Portion, title: str) -> bool:
    """Whether a listed title is that of the document which lists it: "Tjänsteskrivelse Budget, daterad den 2 maj"."""
    kind, _, rest = title.casefold().partition(" ")
    return DOCUMENT.fullmatch(kind) is not None and part.title.casefold() in rest


def _listed(leaves: Sequence[Leaf]) -> list[str]:
    """The titles of attachments that the pages list, overleaf too."""
    headings = {heading for leaf in leaves for heading in leaf.headings}
    return list(listed_titles([line for leaf in leaves for line in leaf.lines], headings))


def _goes_with(part: Portion, other: Portion) -> bool:
    return not other.is_own and other.matter == part.matter


def _part(leaves: Sequence[Leaf], agenda: Agenda, series: Sequence[str], before: Sequence[Portion]) -> Portion:
    """What a document is, by how it begins."""
    first, last = leaves[0], leaves[-1]
    slip = slip_of(first)
    if slip and len(leaves) > 1:
        found = _part(leaves[1:], agenda, series, before)
        row = next((row for row in agenda.rows if row.number == slip.number), None)
        told = replace(found, matter=row.number, title=row.title if found.is_own else found.title) if row else found
        return replace(told, first=first.number)
    if not before and _call_page(leaves):
        return Portion(first.number, last.number, PortionKind.CALL, "Kallelse")
    if first.is_scan:
        title = first.bookmark or "Inskannad handling"
        matter = _matter(title, agenda, before)
        return Portion(first.number, last.number, PortionKind.APPENDIX, title, matter, is_scan=True)
    top = first.top
    kind = _kind(leaves)
    if kind is PortionKind.LIST:
        unit = next((line for line in top if UNIT.match(line)), unit_below(last) or unit_below(first) or top[0])
        return Portion(first.number, last.number, kind, unit)
    if kind is PortionKind.APPENDIX:
        title = _title(first, series)
        row = _named_row(first, agenda, series) or _put_row([*top[:1], title], agenda, before)
        matter = row.number if row else _matter(title, agenda, before)
        return Portion(first.number, last.number, kind, title, matter)
    row = _row(first, agenda, series) or _next_row(first, agenda, series, before)
    title = row.title if row else _title(first, series)
    matter = row.number if row else _matter(title, agenda, before)
    has_report = any(part.kind is PortionKind.REPORT and part.matter == matter for part in before)
    if has_report and any(map(_MEMORANDUM.fullmatch, cells(first.top))):
        # A matter has one report: a memorandum behind it is an attachment with a title of its own.
        return Portion(first.number, last.number, PortionKind.APPENDIX, _title(first, series), matter)
    return Portion(first.number, last.number, kind, title, matter, is_own=row is not None)


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


def _matter(title: str, agenda: Agenda, before: Sequence[Portion]) -> ItemNumber | None:
    """The matter that a document without its own belongs to: that of the one before; a plan of meetings to the matter of it."""
    if _PLAN.match(title):
        return next((row.number for row in agenda.rows if _PLAN.match(row.title)), None)
    latest = _latest(before)
    if before and before[-1].kind is PortionKind.LIST:
        # The lists end their matter: what comes after them is what is reported next.
        row = next(iter([row for row in agenda.rows if latest and row.number > latest]), None)
        return row.number if row and _REPORTED.fullmatch(row.title) else latest
    return latest


def _latest(before: Sequence[Portion]) -> ItemNumber | None:
    """The matter of the document before."""
    return next((part.matter for part in reversed(before) if part.matter), None)


def _kind(leaves: Sequence[Leaf]) -> PortionKind:
    first = leaves[0]
    top = first.top
    if any(LIST.fullmatch(line) for line in cells(first.lines[:6])) and (any(map(UNIT.match, top)) or has_heads(first)):
        return PortionKind.LIST
    if any(map(CHAIRS_PROPOSAL.fullmatch, cells(top))):
        return PortionKind.CHAIRS_PROPOSAL
    if _from_others(top):
        return PortionKind.APPENDIX
    if any(map(DOCUMENT.fullmatch, cells(top))) or _proposes(leaves):
        return PortionKind.REPORT
    if len(leaves) == 1 and any(DECISION.fullmatch(line) for line in top[:8]):
        return PortionKind.COVER
    return PortionKind.APPENDIX


def _proposes(leaves: Sequence[Leaf]) -> bool:
    return any(PROPOSAL.fullmatch(line) for leaf in leaves[:2] for line in leaf.lines)


def _from_others(top: Sequence[str]) -> str | None:
    """What a letter or an extract is called above; "Beslut" alone on its line heads the proposal of a cover."""
    if not any(map(DOCUMENT.fullmatch, cells(top))) and any(map(_PARAGRAPH.fullmatch, top[:2])):
        return "Protokollsutdrag"
    named = [(line, cell) for line in top[:4] for cell in line.split("\t") if FROM_OTHERS.fullmatch(cell)]
    return next((cell for line, cell in named if line != cell or not DECISION.fullmatch(cell)), None)


def _title(leaf: Leaf, series: Sequence[str]) -> str:
    """The title of a document: the first heading on it that is no letterhead."""
    if leaf.bookmark:
        return re.sub(r"^\d{1,3}[.)]?\s+", "", leaf.bookmark)
    headings = [text for text in leaf.headings if any(text.startswith(line) for line in leaf.top)]
    other = _from_others(leaf.top)
    is_whole = not headings or is_known(headings[0]) or headings[0].casefold() in _OF_JUDGMENTS
    if other and (is_whole or (not _OF_ONE_MATTER.match(other) and _SECTION_SIGN.match(headings[0]))):
        return other.capitalize() if other.isupper() else other
    for line in (*headings, *leaf.top):
        named = APPENDIX.fullmatch(line)
        if named and not named["title"]:
            continue
        if not DOCUMENT.fullmatch(line) and label(line) is None and re.search(r"[^\W\d_]{3}", line):
            return without_number(named["title"] if named else line, series)[0]
    return "Handling"


def _named_row(leaf: Leaf, agenda: Agenda, series: Sequence[str]) -> PrintedMatter | None:
    """The matter that an attachment names in its letterhead or its title: an extract stands before the report."""
    numbers = {number for cell in cells(leaf.top) if (number := only_number(cell, series))}
    titles = [_SECTION_SIGN.sub("", heading) for heading in leaf.headings if heading in leaf.top]
    found = [
        row for row in agenda.rows if row.case_number in numbers or any(alike(title, row.title) for title in titles)
    ]
    return found[0] if len(found) == 1 else None


def _row(leaf: Leaf, agenda: Agenda, series: Sequence[str]) -> PrintedMatter | None:
    """The matter of the agenda: by the case number in the letterhead, else by the title."""
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
    said = _long_words(_title(leaf, series))
    sharing = [row for row in agenda.rows if any(_is_one(a, b) for a in said for b in _long_words(row.title))]
    return sharing[0] if len(sharing) == 1 and (latest is None or sharing[0].number > latest) else None


def _is_one(word: str, other: str) -> bool:
    """Whether two words are one, inflected."""
    return word.startswith(other) or other.startswith(word)
