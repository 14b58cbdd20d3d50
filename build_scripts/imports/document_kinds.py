"""What a document of a packet is, and what it is called, by how it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.imports.document_beginnings import APPENDIX, LIST, cells, has_heads
from build_scripts.imports.headings import CHAIRS_PROPOSAL, DECISION, DOCUMENT, FROM_OTHERS, PROPOSAL, is_known
from build_scripts.imports.leaves import Leaf
from build_scripts.imports.letterhead import label, without_number
from build_scripts.imports.lists import UNIT
from build_scripts.imports.portions import PortionKind

_OF_ONE_MATTER = re.compile(r"protokollsutdrag|utdrag", re.IGNORECASE)
_OF_JUDGMENTS = frozenset(("saken", "domslut", "yrkanden", "klagande", "motpart", "parter"))
_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ]{2,4} )?§\s*\d+")
SECTION_SIGN = re.compile(r"^§\s*\d+\s+")
_MEMORANDUM = re.compile(r"(?:pm|promemoria)(?:\s+\d.*)?", re.IGNORECASE)


def kind_of(leaves: Sequence[Leaf]) -> PortionKind:
    """What the pages of a document are."""
    first = leaves[0]
    top = first.top
    if any(LIST.fullmatch(line) for line in cells(first.lines[:6])) and (any(map(UNIT.match, top)) or has_heads(first)):
        return PortionKind.LIST
    if any(map(CHAIRS_PROPOSAL.fullmatch, cells(top))):
        return PortionKind.CHAIRS_PROPOSAL
    if from_others(top):
        return PortionKind.APPENDIX
    if any(map(DOCUMENT.fullmatch, cells(top))) or _proposes(leaves):
        return PortionKind.REPORT
    if len(leaves) == 1 and any(DECISION.fullmatch(line) for line in top[:8]):
        return PortionKind.COVER
    return PortionKind.APPENDIX


def _proposes(leaves: Sequence[Leaf]) -> bool:
    return any(PROPOSAL.fullmatch(line) for leaf in leaves[:2] for line in leaf.lines)


def is_memorandum(leaf: Leaf) -> bool:
    """Whether the page calls itself "pm"."""
    return any(map(_MEMORANDUM.fullmatch, cells(leaf.top)))


def from_others(top: Sequence[str]) -> str | None:
    """What a letter or an extract is called above; "Beslut" alone on its line heads the proposal of a cover."""
    if not any(map(DOCUMENT.fullmatch, cells(top))) and any(map(_PARAGRAPH.fullmatch, top[:2])):
        return "Protokollsutdrag"
    named = [(line, cell) for line in top[:4] for cell in line.split("\t") if FROM_OTHERS.fullmatch(cell)]
    return next((cell for line, cell in named if line != cell or not DECISION.fullmatch(cell)), None)


def title_of(leaf: Leaf, series: Sequence[str]) -> str:
    """The title of a document: the first heading on it that is no letterhead."""
    if leaf.bookmark:
        return re.sub(r"^\d{1,3}[.)]?\s+|\.(?:pdf|docx?)$", "", leaf.bookmark)
    headings = [text for text in leaf.headings if any(text.startswith(line) for line in leaf.top)]
    other = from_others(leaf.top)
    is_whole = not headings or is_known(headings[0]) or headings[0].casefold() in _OF_JUDGMENTS
    if other and (is_whole or (not _OF_ONE_MATTER.match(other) and SECTION_SIGN.match(headings[0]))):
        return other.capitalize() if other.isupper() else other
    for line in (*headings, *leaf.top):
        named = APPENDIX.fullmatch(line)
        if named and not named["title"]:
            continue
        if not DOCUMENT.fullmatch(line) and label(line) is None and re.search(r"[^\W\d_]{3}", line):
            return without_number(named["title"] if named else line, series)[0]
    return "Handling"
