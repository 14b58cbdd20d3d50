"""A packet split into its documents: where each begins, what it is, and to which matter of the agenda it belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile
from types import MappingProxyType

from build_scripts.imports.agenda import FEWEST_MATTERS, Agenda, PrintedMatter, is_call, read_agenda
from build_scripts.imports.headings import CHAIRS_PROPOSAL, DECISION, DOCUMENT, PROPOSAL
from build_scripts.imports.leaves import Leaf, ranges
from build_scripts.imports.letterhead import case_numbers, label, without_number
from build_scripts.imports.lists import UNIT
from build_scripts.imports.portions import Portion, PortionKind, Split
from build_scripts.imports.sections import listed_titles
from build_scripts.imports.titles import ALIKE, alike, likeness
from build_scripts.new.rows import headed
from macros.record.numbers import ItemNumber

_APPENDIX = re.compile(r"bilaga(?:\s+[\dA-Z]{1,2})?(?:\s*[:.–-]\s*(?P<title>\S.*))?", re.IGNORECASE)
_LIST = re.compile(r"(?:anmälan av )?delegations(?:beslut|lista|förteckning)\b.*", re.IGNORECASE)
_PLAN = re.compile(r"sammanträdes?(?:plan|tider|ordning|dagar|schema)", re.IGNORECASE)
_LETTERHEADS = (("diarienummer", "handlingens_datum"), ("handläggare", "mottagare"))
"""The keys of a letterhead that begins a document."""

_FIRST_CHAPTER = re.compile(r"(?:kapitel )?1\.?\s+[^\W\d_].*", re.IGNORECASE)
_CALL_PAGES = 4
"""How far into a packet its agenda may begin."""

_FEWEST_HEADS = 3
"""Heads of columns that a list has."""

_FEWEST_FEET = 3
"""Pages that end with the same line, which then is a foot."""

_ROOM = 0.8
"""Of a page's height: a document that ends above it left room, and what comes overleaf is likely another."""


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
        found = set(_starts(leaves, titles))
        return sorted(({leaf.number for leaf in leaves[:1]} | found | begins) - goes_on)

    feet = _feet(leaves)

    def agenda_on(pages: int) -> Agenda:
        lines = [line for leaf in leaves[:pages] for line in leaf.lines]
        read = read_agenda([line for line in lines if line not in feet], series)
        return replace(read, feet=[line for line in dict.fromkeys(lines) if line in feet])

    listed = _listed(leaves)
    starts, agenda = starts_with(listed), Agenda()
    if leaves and is_call(leaves[0].lines):
        _, last = next(ranges(starts, len(leaves)))
        if not agenda_on(last).rows:
            # A page with the call's name only stands before the call itself.
            further = range(last + 1, min(len(leaves), _CALL_PAGES) + 1)
            last = next((pages for pages in further if len(agenda_on(pages).rows) >= FEWEST_MATTERS), last)
        rows = agenda_on(last).rows
        # Where the agenda goes on overleaf, its rows there are no titles of documents.
        reach = next(pages for pages in range(1, last + 1) if agenda_on(pages).rows == rows)
        titled = starts_with([*listed, *(row.title for row in rows)])
        starts = [1, *(page for page in titled if page > reach)]
        _, last = next(ranges(starts, len(leaves)))
        agenda = agenda_on(last)
    parts: list[Portion] = []
    for first, last in ranges(starts, len(leaves)):
        part = _part(leaves[first - 1 : last], agenda, series, parts)
        if first in kinds:
            kind, matter = kinds[first]
            part = replace(part, kind=kind, matter=matter or part.matter, is_own=matter is not None)
        parts.append(part)
    return Split(list(_named_by_lists(parts, leaves)), agenda)


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
        titles = _listed(leaves[part.first - 1 : part.last])
        after = list(takewhile(partial(_goes_with, part), parts[n + 1 :]))
        left = [title for title in titles if not any(alike(title, one.title) for one in after)]
        unnamed = [one for one in after if not any(alike(title, one.title) for title in titles)]
        if len(left) == len(unnamed):
            given |= {one.first: title for one, title in zip(unnamed, left, strict=True)}
    return (replace(part, title=given.get(part.first, part.title)) for part in parts)


def _listed(leaves: Sequence[Leaf]) -> list[str]:
    """The titles of attachments that the pages list, overleaf too."""
    headings = {heading for leaf in leaves for heading in leaf.headings}
    return list(listed_titles([line for leaf in leaves for line in leaf.lines], headings))


def _goes_with(part: Portion, other: Portion) -> bool:
    return not other.is_own and other.matter == part.matter


def _starts(leaves: Sequence[Leaf], titles: Sequence[str]) -> Iterator[int]:
    """The pages where a document begins, but for the first. A wide page may stand inside one."""
    inside = False
    for before, leaf in pairwise(leaves):
        found = _is_start(leaf, before, titles, inside)
        inside = leaf.is_wide and not found and (inside or not before.is_wide)
        if found:
            yield leaf.number


def _is_start(leaf: Leaf, before: Leaf, titles: Sequence[str], inside: bool) -> bool:
    """Whether a document begins on the page; `inside` says that the page before is a wide one inside a document."""
    if leaf.label and leaf.label[1] is not None:
        return leaf.label[0] == 1
    if leaf.bookmark is not None or leaf.is_scan != before.is_scan:
        return True
    if leaf.label and before.label and leaf.label[0] == before.label[0] + 1:
        return False
    if leaf.label and leaf.label[0] == 1:
        return True
    if leaf.is_wide != before.is_wide and (leaf.top[0] in leaf.headings if leaf.is_wide and leaf.top else not inside):
        return True
    return _looks_like_start(leaf, before, titles)


def _looks_like_start(leaf: Leaf, before: Leaf, titles: Sequence[str]) -> bool:
    top = [line for line in leaf.top[:8] if line not in before.top[:3]]
    labels = _new_labels(leaf, before)
    if any(labels.issuperset(letterhead) for letterhead in _LETTERHEADS):
        return True
    if any(map(_is_kind, _cells(top))):
        return True
    if any(map(_is_kind, _cells(leaf.top[:3]))):
        # What stands on every page says nothing; a letterhead, or a proposal, begins a document below it.
        return bool(labels) or any(PROPOSAL.fullmatch(line) for line in leaf.top)
    if any(_APPENDIX.fullmatch(line) for line in top[:3]) and before.fill < 1:
        return True
    if any(_LIST.fullmatch(line) for line in leaf.top[:4]) and (any(map(UNIT.match, top)) or _has_heads(leaf)):
        # The same form of another unit differs below; of the same unit it goes on where the page before is full.
        return (
            unit_below(leaf) != unit_below(before) or before.fill < _ROOM or not any(map(_LIST.fullmatch, before.top))
        )
    headings = [line for line in top[:4] if line in leaf.headings]
    if any(alike(line, title) for line in headings for title in titles):
        return True
    is_headed = bool(top) and top[0] in leaf.headings
    return is_headed and (before.fill < _ROOM or _FIRST_CHAPTER.fullmatch(top[0]) is not None)


def _new_labels(leaf: Leaf, before: Leaf) -> set[str]:
    """The keys of the page's letterhead; none where all of it stands at the top of the page before too."""
    keys: set[str] = set()
    head: set[str] = set()
    for line, below in pairwise((*leaf.top[:8], "")):
        found = [key for cell in _cells([line]) if (key := label(cell))]
        keys |= {key for key, _ in found}
        # A word without a value on its line has it on the next.
        head |= {line, below} if found and not all(rest for _, rest in found) else {line} if found else set()
    return keys if head - set(before.top) else set()


def _cells(lines: Iterable[str]) -> list[str]:
    """The lines, and what stands on them with wide spaces between."""
    return [part for line in lines for part in dict.fromkeys((line, *line.split("\t")))]


def _is_kind(text: str) -> bool:
    """Whether a text says what kind of document it stands over."""
    return bool(DOCUMENT.fullmatch(text) or CHAIRS_PROPOSAL.fullmatch(text))


def _has_heads(leaf: Leaf) -> bool:
    """Whether the page has the heads of a list's columns."""
    return any(len(headed(line.split("\t"))) >= _FEWEST_HEADS for line in leaf.lines[:20])


def _part(leaves: Sequence[Leaf], agenda: Agenda, series: Sequence[str], before: Sequence[Portion]) -> Portion:
    """What a document is, by how it begins."""
    first, last = leaves[0], leaves[-1]
    if not before and is_call(first.lines):
        return Portion(first.number, last.number, PortionKind.CALL, "Kallelse")
    if first.is_scan:
        title = first.bookmark or "Inskannad handling"
        return Portion(first.number, last.number, PortionKind.APPENDIX, title, _latest(before), is_scan=True)
    top = first.top
    kind = _kind(leaves)
    if kind is PortionKind.LIST:
        unit = next((line for line in top if UNIT.match(line)), unit_below(last) or top[0])
        return Portion(first.number, last.number, kind, unit)
    row = _row(first, agenda, series) if kind is not PortionKind.APPENDIX else None
    title = row.title if row else _title(first, series)
    matter = row.number if row else _matter(title, agenda, before)
    return Portion(first.number, last.number, kind, title, matter, is_own=row is not None)


def _matter(title: str, agenda: Agenda, before: Sequence[Portion]) -> ItemNumber | None:
    """The matter that a document without its own belongs to: that of the one before; a plan of meetings to the matter of it."""
    if _PLAN.match(title):
        return next((row.number for row in agenda.rows if _PLAN.match(row.title)), None)
    return _latest(before)


def _latest(before: Sequence[Portion]) -> ItemNumber | None:
    """The matter of the document before."""
    return next((part.matter for part in reversed(before) if part.matter), None)


_BODY = re.compile(r".*(?:nämnden|förvaltningen|kontoret|styrelsen|kommun|stad)s?", re.IGNORECASE)


def unit_below(leaf: Leaf) -> str | None:
    """The unit that a form names at its foot, below its body or its office ("förvaltning")."""
    for office, unit in pairwise(leaf.lines[-4:]):
        if _BODY.fullmatch(office) and not _BODY.fullmatch(unit) and re.search(r"\d", unit) is None:
            return unit
    return None


def _kind(leaves: Sequence[Leaf]) -> PortionKind:
    first = leaves[0]
    top = first.top
    if any(_LIST.fullmatch(line) for line in first.lines[:6]) and (any(map(UNIT.match, top)) or _has_heads(first)):
        return PortionKind.LIST
    if any(map(CHAIRS_PROPOSAL.fullmatch, _cells(top))):
        return PortionKind.CHAIRS_PROPOSAL
    has_proposal = any(PROPOSAL.fullmatch(line) for leaf in leaves[:2] for line in leaf.lines)
    if any(map(DOCUMENT.fullmatch, _cells(top))) or has_proposal:
        return PortionKind.REPORT
    if len(leaves) == 1 and any(DECISION.fullmatch(line) for line in top[:8]):
        return PortionKind.COVER
    return PortionKind.APPENDIX


def _title(leaf: Leaf, series: Sequence[str]) -> str:
    """The title of a document: the first heading on it that is no letterhead."""
    if leaf.bookmark:
        return re.sub(r"^\d{1,3}[.)]?\s+", "", leaf.bookmark)
    headings = (text for text in leaf.headings if any(text.startswith(line) for line in leaf.top))
    for line in (*headings, *leaf.top):
        named = _APPENDIX.fullmatch(line)
        if named and not named["title"]:
            continue
        if not DOCUMENT.fullmatch(line) and label(line) is None and re.search(r"[^\W\d_]{3}", line):
            return without_number(named["title"] if named else line, series)[0]
    return "Handling"


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
