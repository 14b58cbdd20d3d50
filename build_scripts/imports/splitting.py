"""A packet split into its documents: where each begins, what it is, and to which matter of the agenda it belongs."""

from __future__ import annotations

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
    read_agenda,
)
from build_scripts.imports.covers import slip_of
from build_scripts.imports.document_beginnings import starts, unit_below
from build_scripts.imports.document_kinds import from_others, is_memorandum, kind_of, title_of
from build_scripts.imports.headings import DOCUMENT
from build_scripts.imports.leaves import Leaf, ranges
from build_scripts.imports.lists import UNIT
from build_scripts.imports.matters import (
    matter_before,
    own_row,
    row_of_attachment,
    row_of_line,
    row_on_top,
    with_reported,
)
from build_scripts.imports.portions import Portion, PortionKind, Split
from build_scripts.imports.printed_titles import alike, goes_on
from build_scripts.imports.sections import listed_titles
from macros.record.numbers import ItemNumber

_CALL_PAGES = 4
"""How far into a packet its agenda may begin."""

_EDGE = 3
"""Lines from above and from below that are a page's head or foot where all pages have them."""

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

    def agenda_on(pages: int) -> Agenda:
        lines = [line for leaf in leaves[:pages] for line in leaf.lines]
        feet = _feet(leaves) | _on_every(leaves[:pages])
        read = read_agenda([line for line in lines if line not in feet], series)
        return replace(read, feet=[line for line in dict.fromkeys(lines) if line in feet])

    listed = _listed(leaves)
    begun, agenda, sections = starts_with(listed), Agenda(), set[int]()
    covers: list[Portion] = []
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
        sections = _sections(leaves[reach:last], rows) - goes_on - kinds.keys()
        begun = sorted({*begun, *sections})
        _, last = next(ranges(begun, len(leaves)))
        agenda = agenda_on(last)
        covers = list(_told_in(agenda, last))
    parts: list[Portion] = []
    for first, last in ranges(begun, len(leaves)):
        if first in sections and (section := _section(leaves[first - 1 : last], agenda)):
            covers.append(section)
            continue
        part = _part(leaves[first - 1 : last], agenda, series, parts)
        if first in kinds:
            kind, matter = kinds[first]
            part = replace(part, kind=kind, matter=matter or part.matter, is_own=matter is not None)
        parts.append(part)
    named = list(_named_by_lists(parts, leaves))
    head, *others = with_reported(named, leaves, agenda, series, _listed(leaves), kinds)
    return Split([head, *covers, *others], agenda)


def _sections(leaves: Sequence[Leaf], rows: Sequence[PrintedMatter]) -> set[int]:
    """The pages of a call that each begin with a matter, as calls have it that say of every matter what it is about."""
    found = {leaf.number for leaf in leaves if row_on_top(leaf, rows)}
    return found if len(found) >= FEWEST_MATTERS else set()


def _told_in(agenda: Agenda, last: int) -> Iterator[Portion]:
    """What the call tells of each matter below its number and title, where it does of several; it is no longer in the rest."""
    found = [(n, row) for n, line in enumerate(agenda.rest) if (row := row_of_line(line, agenda.rows))]
    if len({row.number for _, row in found}) < max(FEWEST_MATTERS, len(found)):
        return
    ends = [*(n for n, _ in found[1:]), len(agenda.rest)]
    if any(end == n + 1 for (n, _), end in zip(found, ends, strict=True)):
        # A list of titles tells of none.
        return
    for (n, row), end in zip(found, ends, strict=True):
        first = n + 1 + goes_on(agenda.rest[n], agenda.rest[n + 1])
        said = tuple(agenda.rest[first:end])
        yield Portion(1, last, PortionKind.COVER, row.title, row.number, is_own=True, said=said)
    del agenda.rest[found[0][0] :]


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


def _on_every(leaves: Sequence[Leaf]) -> set[str]:
    """The lines near an edge of each of several pages."""
    edges = [{*leaf.lines[:_EDGE], *leaf.lines[-_EDGE:]} for leaf in leaves]
    return set.intersection(*edges) if len(edges) > 1 else set()


def _named_by_lists(parts: Sequence[Portion], leaves: Sequence[Leaf]) -> Iterator[Portion]:
    """The documents, those after one that lists attachments with the titles that it gives them.

    Which is which is told where their own titles say so, or where as many are left as titles.
    """
    given: dict[int, str] = {}
    for n, part in enumerate(parts):
        titles = [title for title in _listed(leaves[part.first - 1 : part.last]) if not _is_of(part, title)]
        after = list(takewhile(partial(_goes_with, part), parts[n + 1 :]))
        if part.kind is PortionKind.REPORT:
            # Of a title in capitals the list has the usual letters.
            in_capitals = [one for one in after if one.title.isupper()]
            given |= {one.first: title for one in in_capitals for title in titles if alike(title, one.title)}
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
    lines = [(line, line in leaf.headings) for leaf in leaves for line in leaf.lines]
    return list(
        listed_titles([line for line, _ in lines], {n for n, (_, is_heading) in enumerate(lines) if is_heading})
    )


def _goes_with(part: Portion, other: Portion) -> bool:
    return not other.is_own and other.matter == part.matter


def _section(leaves: Sequence[Leaf], agenda: Agenda) -> Portion | None:
    """What the call says of a matter on pages of its own."""
    row = row_on_top(leaves[0], agenda.rows)
    if row is None:
        return None
    return Portion(leaves[0].number, leaves[-1].number, PortionKind.COVER, row.title, row.number, is_own=True)


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
        matter = matter_before(title, agenda, before)
        return Portion(first.number, last.number, PortionKind.APPENDIX, title, matter, is_scan=True)
    top = first.top
    kind = kind_of(leaves)
    if kind is PortionKind.LIST:
        unit = next((line for line in top if UNIT.match(line)), unit_below(last) or unit_below(first) or top[0])
        return Portion(first.number, last.number, kind, unit)
    if kind is PortionKind.APPENDIX:
        title = title_of(first, series)
        row = row_of_attachment(first, title, agenda, series, before)
        # What others plan, an extract tells: it is no plan of this body.
        matter = row.number if row else matter_before("" if from_others(top) else title, agenda, before)
        return Portion(first.number, last.number, kind, title, matter)
    row = own_row(first, agenda, series, before)
    title = row.title if row else title_of(first, series)
    matter = row.number if row else matter_before(title, agenda, before)
    has_report = any(part.kind is PortionKind.REPORT and part.matter == matter for part in before)
    if has_report and is_memorandum(first):
        # A matter has one report: a memorandum behind it is an attachment with a title of its own.
        return Portion(first.number, last.number, PortionKind.APPENDIX, title_of(first, series), matter)
    return Portion(first.number, last.number, kind, title, matter, is_own=row is not None)
