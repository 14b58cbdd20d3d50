"""What may stand once in a file and stands there again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from macros.finding import Finding
from macros.record.schema import Document, Keys


def twice(
    document: Document[Any], rule: str, said: Iterable[tuple[Keys, Hashable]], what: str, remedy: str
) -> Iterator[Finding]:
    """Each that stands again, with the line of the first; `said` is where each stands, and `what` begins the sentence."""
    first: dict[Hashable, Keys] = {}
    for keys, value in said:
        known = first.setdefault(value, keys)
        if known != keys:
            line = document.place(*known).line
            yield document.error(rule, keys, f"{what}{value} står två gånger; första gången på rad {line}.", remedy)
