"""A hit: where in a text something was recognised, its masked form, and what stands around it.

Nothing here ever shows the whole. The part around is what a reviewer has read: a change of it asks again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.guard.kinds import BY_ID, DataKind


@dataclass(frozen=True, order=True)
class Hit:
    """Characters `start` to `end` of a text are of the kind `kind_id`; `key` is the found value in one form, to compare."""

    start: int
    end: int
    kind_id: str
    key: str

    @property
    def kind(self) -> DataKind:
        """The kind."""
        return BY_ID[self.kind_id]


Recognised = Iterator[Hit]

_SIGN = re.compile(r"[^\W_]")
_SHOWN = 6
"""Characters of a personal number that are shown: the date, never what follows it."""

_EDGE = re.compile(r"\n---[ \t]*\n|\n[ \t]*\n|\n[ \t>]*(?=[-*#|])|\n(?=[ \t]*[a-zåäö_]+:)")
"""Where another thought begins: a blank line, the header's end, a row of a list or table, a heading, a key of the header."""

DIGEST = 16
"""Characters of a digest: enough that nobody's change gives the same by chance."""

_FARTHEST = 4000
"""Characters on each side that are looked through: a longer part is cut."""


def mask(found: str, kind_id: str) -> str:
    """What was found with all but its first characters hidden: `850709-****`, `ann*.*******@*****.***`, `070-***** **`.

    Of anything but a personal number a third is shown, at most six characters. Length and signs between stay, so that a
    mark under it still fits. The marks of secrecy are words of the authority's own and are shown.
    """
    if not BY_ID[kind_id].masked:
        return found
    signs = len(_SIGN.findall(found))
    left = min(signs // 3, _SHOWN)
    if kind_id.startswith("personnummer"):
        left = _SHOWN + max(signs - 10, 0)
    shown: list[str] = []
    for sign in found:
        is_sign = _SIGN.match(sign) is not None
        shown.append("*" if is_sign and left <= 0 else sign)
        left -= is_sign
    return "".join(shown)


def masked(text: str, hits: Iterable[Hit]) -> str:
    """The text with every hit masked; its length and lines stay."""
    parts: list[str] = []
    done = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end <= done:
            continue
        start = max(hit.start, done)
        whole = mask(text[hit.start : hit.end], hit.kind_id)
        parts += [text[done:start], whole[start - hit.start :]]
        done = hit.end
    return "".join([*parts, text[done:]])


def block(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of the text around `start` to `end` begins and ends."""
    first = max(0, start - _FARTHEST)
    for edge in _EDGE.finditer(text, first, start):
        first = edge.end()
    farthest = min(len(text), end + _FARTHEST)
    last = _EDGE.search(text, end, farthest)
    return first, last.start() if last else farthest


_WINDOW = 120
"""Characters on each side of a name that are near it; a blank line or the end of a list row ends them sooner."""


def near(text: str, start: int, end: int) -> str:
    """What stands around, with a letter for the name itself: Vård can be a family name's beginning."""
    first = max(0, start - _WINDOW)
    window, name = text[first : end + _WINDOW], slice(start - first, end - first)
    begins, ends = block(window, name.start, name.stop)
    return f"{window[begins : name.start]} N | {window[name.stop : ends]}"


def digest_of_text(text: str) -> str:
    """The digest of a part of a text; spaces and line breaks do not count, since they may be set anew."""
    return digest_of_bytes(" ".join(text.split()).encode())


def digest_of_bytes(content: bytes) -> str:
    """The digest of a whole file."""
    return hashlib.sha256(content).hexdigest()[:DIGEST]
