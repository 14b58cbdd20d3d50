"""Pages that stand before a document and are part of it: slip sheets with a number, covers, and lists of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.imports.headings import CONTENTS
from build_scripts.imports.leaves import Leaf
from build_scripts.imports.printed_titles import without_leaders
from macros.record.numbers import ItemNumber

_NUMBER = re.compile(
    r"(?:(?:dagordnings)?punkt|ärende|flik)\s*(?:nr\.?\s*)?(?P<named>[1-9]\d?[a-z]?)\b.*|(?P<bare>[1-9]\d?[a-z]?)[.:]?|"
    r"bilaga(?:\s+(?:nr\.?\s*)?[\dA-Z]{1,2})?[.:]?",
    re.IGNORECASE,
)
_SLIP_LINES, _COVER_LINES = 4, 7
"""The most that stand on such a page, with the municipality's name."""

_ENTRY = re.compile(r"(?P<title>.*[^\d\s])\s+\d{1,3}")
_LONGEST, _FEWEST_WORDS = 80, 2
"""Signs of a line that is no prose, and words of one that may end like it."""


@dataclass(frozen=True)
class SlipSheet:
    """What a slip sheet ("skiljeblad") says: the number on the agenda of the matter behind it; None before an attachment."""

    number: ItemNumber | None


def slip_of(leaf: Leaf) -> SlipSheet | None:
    """The slip sheet that a page is: a few short lines, one of which is a number, alone or after the word for what it counts.

    "Bilaga 1" with more on the page stands over what is there.
    """
    found = [match for line in leaf.lines if (match := _NUMBER.fullmatch(line))] if is_bare(leaf, _SLIP_LINES) else []
    if len(found) == 1 and (number := found[0]["named"] or found[0]["bare"]):
        return SlipSheet(ItemNumber.typed(number))
    return SlipSheet(None) if found and len(leaf.lines) == 1 else None


def is_cover(leaf: Leaf) -> bool:
    """Whether a page has a title and a few lines only, as the first of a document has whose text begins overleaf."""
    title = next((line for line in leaf.lines if not _NUMBER.fullmatch(line)), None)
    return is_bare(leaf) and title in leaf.headings


def is_bare(leaf: Leaf, most: int = _COVER_LINES) -> bool:
    """Whether a page has a few lines and no sentence on it."""
    return 0 < len(leaf.lines) <= most and not any(map(_is_sentence, leaf.lines))


def _is_sentence(line: str) -> bool:
    return len(line) > _LONGEST or (line.endswith((".", ",")) and len(line.split()) > _FEWEST_WORDS)


def chapters(leaves: Iterable[Leaf]) -> Iterator[str]:
    """The chapters that lists of contents on the pages name: lines with dots and a page's number, or those below its heading."""
    for leaf in leaves:
        has_heading = any(map(CONTENTS.fullmatch, leaf.top))
        for title, page in map(without_leaders, leaf.lines):
            below = _ENTRY.fullmatch(title) if has_heading else None
            if page or below:
                yield below["title"] if below else title
