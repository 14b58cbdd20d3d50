"""Who gets the decision ("expedieras till"): one receiver per row, offices and units, never persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.imports.blocks import Block
from build_scripts.imports.people import Person, is_name

_MARK = re.compile(r"^(?:[•·▪–—-]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Receivers:
    """The receivers as they may be shown, and the persons who were named among them."""

    shown: tuple[str, ...]
    persons: tuple[Person, ...]


def receivers(blocks: Iterable[Block]) -> Receivers:
    """The receivers of the lines under the heading; a single line may hold several with commas between."""
    lines = [_MARK.sub("", line) for block in blocks for line in block.lines]
    shown: list[str] = []
    persons: list[Person] = []
    for part in _parts(lines):
        head, *rest = (piece.strip() for piece in re.split(r",|\s/\s|\s[–-]\s", part, maxsplit=1))
        if is_name(head):
            persons.append(Person(head, "".join(rest) or None))
            shown += [one for one in rest if one]
        else:
            shown.append(part)
    return Receivers(tuple(dict.fromkeys(shown)), tuple(persons))


def _parts(lines: list[str]) -> Iterator[str]:
    signs = "[;,]" if len(lines) == 1 else ";"
    for line in lines:
        yield from (part for piece in re.split(signs, line) if (part := piece.strip().rstrip(".").strip()))
