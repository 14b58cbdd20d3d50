"""Where the documents of a packet begin: told by their page numbers, bookmarks, letterheads and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from build_scripts.imports.covers import chapters, is_bare, is_cover, slip_of
from build_scripts.imports.headings import (
    CHAIRS_PROPOSAL,
    CONTENTS,
    DOCUMENT,
    FROM_OTHERS,
    OFFICE,
    PROPOSAL,
    SENT_TO,
    is_known,
)
from build_scripts.imports.leaves import Leaf
from build_scripts.imports.letterhead import ends_in_date, first_date, label
from build_scripts.imports.lists import UNIT, UNIT_NAME
from build_scripts.imports.printed_titles import alike
from build_scripts.new.rows import heads_list

APPENDIX = re.compile(r"bilaga(?:\s+[\dA-Z]{1,2})?(?:\s*[:.–-]\s*(?P<title>\S.*))?", re.IGNORECASE)
LIST = re.compile(
    r"(?:(?:anmälan av|förteckning över|lista över|redovisning av) )?"
    r"(?:deleg(?:ations|erings)(?:beslut|ärenden|lista|förteckning)|delegerade beslut)\b.*",
    re.IGNORECASE,
)
_LETTERHEADS = (
    ("diarienummer", "handlingens_datum"),
    ("diarienummer", "handläggare"),
    ("handlingens_datum", "handläggare"),
    ("handläggare", "mottagare"),
)
"""The keys of a letterhead that begins a document."""

_PUT = re.compile(
    r"(?:motion|interpellation|medborgarförslag|skrivelse|remiss|yttrande|föreläggande)\b.*", re.IGNORECASE
)
"""What the titles of letters begin with."""

_LATER_CHAPTER = re.compile(r"(?:[2-9]|[1-9]\d)\.?\s+[^\W\d_].*")
_FIRST_CHAPTER = re.compile(r"(?:kapitel )?1\.?\s+[^\W\d_].*", re.IGNORECASE)
_MOST_BESIDE = 2
"""Wide spaces of a letterhead's line; a table's row has more."""

_CLOSING = 8
"""Lines that whom a decision is sent to takes, with its heading."""

_ROOM = 0.8
"""Of a page's height: a document that ends above it left room, and what comes overleaf is likely another."""


def starts(leaves: Sequence[Leaf], titles: Sequence[str]) -> Iterator[int]:
    """The pages where a document begins, but for the first. A wide page may stand inside one, and an empty one at its end."""
    run: list[Leaf] = []
    for before, leaf in pairwise(leaf for leaf in leaves if leaf.lines or leaf.is_scan):
        run = run or [before]
        if found := not _is_behind(run) and (_is_start(leaf, run, titles) or _breaks(run, leaf)):
            yield leaf.number
        run = [leaf] if found else [*run, leaf]


def _is_behind(run: Sequence[Leaf]) -> bool:
    """Whether what comes next belongs to a slip sheet."""
    return len(run) == 1 and slip_of(run[0]) is not None


def _breaks(run: Sequence[Leaf], leaf: Leaf) -> bool:
    """Whether a page's number "12 (40)" does not follow on the last of its document, whose first page may have none."""
    if leaf.label is None or leaf.label[1] is None:
        return False
    first = run[1 if _is_behind(run[:1]) and len(run) > 1 else 0]
    last = next((one for one in reversed(run) if one.label), first)
    page, of = last.label or (1, leaf.label[1])
    return leaf.label != (page + leaf.number - last.number, of or leaf.label[1])


def _is_start(leaf: Leaf, run: Sequence[Leaf], titles: Sequence[str]) -> bool:
    """Whether a document begins on the page, or goes on with those of the run."""
    before = run[-1]
    if leaf.label and leaf.label[1] is not None:
        return leaf.label[0] == 1
    if slip_of(leaf) or (before.label and before.label[0] == before.label[1]):
        return True
    if leaf.bookmark is not None or leaf.is_scan != before.is_scan:
        return True
    if leaf.label and before.label and leaf.label[0] == before.label[0] + 1:
        return False
    if leaf.label and leaf.label[0] == 1:
        return True
    if _is_closed(before, leaf):
        return True
    inside = before.is_wide and not all(one.is_wide for one in run)
    if leaf.is_wide != before.is_wide and (leaf.top[0] in leaf.headings if leaf.is_wide and leaf.top else not inside):
        return True
    return _looks_like_start(leaf, run, titles)


def _is_closed(before: Leaf, leaf: Leaf) -> bool:
    """Whether the page before ends a document: it says whom the decision is sent to, and has room left, or what comes has
    a title or is wide."""
    if not any(map(SENT_TO.fullmatch, before.lines[-_CLOSING:])) or (leaf.top and is_known(leaf.top[0])):
        return False
    return before.fill < _ROOM or leaf.is_wide or bool(leaf.top and leaf.top[0] in leaf.headings)


def _looks_like_start(leaf: Leaf, run: Sequence[Leaf], titles: Sequence[str]) -> bool:
    before = run[-1]
    top = [line for line in leaf.top[:8] if line not in before.top[:3]]
    labels = _new_labels(leaf, before)
    if any(labels.issuperset(letterhead) for letterhead in _LETTERHEADS):
        return True
    if any(map(_is_kind, cells(top))):
        return True
    if any(map(_is_kind, cells(leaf.top[:3]))):
        # What stands on every page says nothing; a letterhead, or a proposal, begins a document below it.
        return bool(labels) or any(PROPOSAL.fullmatch(line) for line in leaf.top)
    if any(APPENDIX.fullmatch(line) for line in takewhile(_is_no_prose, top[:3])) and before.fill < 1:
        return True
    if any(LIST.fullmatch(cell) for cell in cells(leaf.top[:4])) and (any(map(UNIT.match, top)) or has_heads(leaf)):
        # The same form of another unit differs; of the same unit it goes on where the page before is full.
        is_same = unit_below(leaf) == unit_below(before) and _unit_above(leaf) in (None, _unit_above(before))
        return not is_same or before.fill < _ROOM or not any(map(LIST.fullmatch, cells(before.top)))
    headings = [line for line in top[:4] if line in leaf.headings]
    if is_bare(leaf) and leaf.lines[0][:1].isalpha():
        # Of a page with little on it, such as a map, the title may be as small as all else.
        headings += top[:1]
    if any(alike(line, title) or _goes_on_from(title, line) for line in headings for title in titles):
        return True
    is_put = "handlingens_datum" in labels and any(_PUT.fullmatch(line) for line in headings)
    return is_put or _is_letter(top, labels) or _is_headed(leaf, run, top, bool(labels))


def _goes_on_from(title: str, line: str) -> bool:
    return line.casefold().startswith(f"{title.casefold()},")


def _is_no_prose(line: str) -> bool:
    return not line[:1].islower() and not line.endswith(".")


def _is_letter(top: Sequence[str], labels: set[str]) -> bool:
    """Whether a letter from others or an extract begins, with its kind beside or above a date or a number."""
    kinds = [cell for cell in cells(top[:4]) if FROM_OTHERS.fullmatch(cell)]
    return bool(kinds and (labels & {"diarienummer", "handlingens_datum"} or first_date(kinds, whole_only=True)))


def _is_headed(leaf: Leaf, run: Sequence[Leaf], top: Sequence[str], is_labelled: bool) -> bool:
    """Whether a page has the title of a document; a chapter that its contents list is none, nor what a cover stands before."""
    before = run[-1]
    if not top or is_known(top[0]) or any(map(CONTENTS.fullmatch, (top[0], *before.headings))):
        return False
    if (len(run) == 1 and is_cover(before)) or any(alike(top[0], title) for title in chapters(run)):
        return False
    is_alike = (leaf.label is None) == (before.label is None)
    if not is_labelled and is_alike and ((leaf.is_wide and before.is_wide) or _has_cover(run)):
        # What is set as slides, or has a cover, has a title on every page or at every chapter.
        return False
    if before.fill >= _ROOM:
        return top[0] in leaf.headings and _FIRST_CHAPTER.fullmatch(top[0]) is not None
    headings = [line for line in top if line in leaf.headings]
    if headings[:1] == top[:1] and _LATER_CHAPTER.fullmatch(top[0]):
        return False
    is_put = any(map(_PUT.fullmatch, (top[0], *headings[:1])))
    return top[:1] == headings[:1] or bool(headings and (is_labelled or is_put))


def _has_cover(run: Sequence[Leaf]) -> bool:
    """Whether a document begins with a cover and its text has begun."""
    return len(run) > 1 and is_cover(run[0]) and not is_bare(run[1])


def _new_labels(leaf: Leaf, before: Leaf) -> set[str]:
    """The keys of the page's letterhead; none where all of it stands at the top of the page before too."""
    keys: set[str] = set()
    head: set[str] = set()
    for line, below in pairwise((*leaf.top[:8], "")):
        if heads_list(line.split("\t")):
            break
        found = [key for cell in cells([line]) if (key := label(cell))]
        keys |= {key for key, _ in found}
        if line.count("\t") < _MOST_BESIDE and any(map(ends_in_date, line.split("\t"))):
            keys.add("handlingens_datum")
            head.add(line)
        # A word without a value on its line has it on the next.
        head |= {line, below} if found and not all(rest for _, rest in found) else {line} if found else set()
    return keys if head - set(before.top) else set()


def cells(lines: Iterable[str]) -> list[str]:
    """The lines, and what stands on them with wide spaces between."""
    return [part for line in lines for part in dict.fromkeys((line, *line.split("\t")))]


def _is_kind(text: str) -> bool:
    """Whether a text says what kind of document it stands over, and is no heading within one ("Beslutsunderlag")."""
    return bool(DOCUMENT.fullmatch(text) or CHAIRS_PROPOSAL.fullmatch(text)) and not is_known(text)


def has_heads(leaf: Leaf) -> bool:
    """Whether the page has the heads of a list's columns."""
    return any(heads_list(line.split("\t")) for line in leaf.lines[:20])


def unit_below(leaf: Leaf) -> str | None:
    """The unit that a list names right below its heading, or at its foot below its body or its office ("förvaltning")."""
    for heading, unit in pairwise(leaf.top[:4]):
        if LIST.fullmatch(heading) and (named := UNIT_NAME.fullmatch(unit)):
            return named["unit"]
    for office, unit in pairwise(leaf.lines[-4:]):
        if OFFICE.fullmatch(office) and not OFFICE.fullmatch(unit) and re.search(r"\d", unit) is None:
            return unit
    return None


def _unit_above(leaf: Leaf) -> str | None:
    return next((line for line in leaf.top if UNIT.match(line)), None)
