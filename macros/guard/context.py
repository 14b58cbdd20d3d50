"""What stands around a place in a text: the part that a reviewer has read, so that a change of it asks again."""

from __future__ import annotations

import hashlib
import re

_EDGE = re.compile(r"\n---[ \t]*\n|\n[ \t]*\n|\n[ \t>]*(?=[-*#|])|\n(?=[ \t]*[a-zåäö_]+:)")
"""Where another thought begins: a blank line, the header's end, a row of a list or table, a heading, a key of the header."""

DIGEST = 16
"""Characters of a digest: enough that nobody's change gives the same by chance."""


_FARTHEST = 4000
"""Characters on each side that are looked through: a longer part is cut."""


def block(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of the text around `start` to `end` begins and ends."""
    first = max(0, start - _FARTHEST)
    for edge in _EDGE.finditer(text, first, start):
        first = edge.end()
    farthest = min(len(text), end + _FARTHEST)
    last = _EDGE.search(text, end, farthest)
    return first, last.start() if last else farthest


def digest_of_text(text: str) -> str:
    """The digest of a part of a text; spaces and line breaks do not count, since they may be set anew."""
    return digest_of_bytes(" ".join(text.split()).encode())


def digest_of_bytes(content: bytes) -> str:
    """The digest of a whole file."""
    return hashlib.sha256(content).hexdigest()[:DIGEST]
