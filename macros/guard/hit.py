"""A hit: where in a text something was recognised, and its masked form. Nothing here ever shows the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.guard.kinds import BY_ID, Kind


@dataclass(frozen=True, order=True)
class Hit:
    """Characters `start` to `end` of a text are of the kind `kind_id`; `key` is the found value in one form, to compare."""

    start: int
    end: int
    kind_id: str
    key: str

    @property
    def kind(self) -> Kind:
        """The kind."""
        return BY_ID[self.kind_id]


Recognised = Iterator[Hit]

_SIGN = re.compile(r"[^\W_]")
_SHOWN = 6
"""Characters of a personal number that are shown: the date, never what follows it."""


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
