"""Proposal and decision compared word by word, for an item that was decided otherwise than proposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup, escape

LEAST_ALIKE = 0.6
"""How much of two texts must be common, blanks counted, for their differences to be worth a mark."""

_WORDS = re.compile(r"\S+|\s+")


@dataclass(frozen=True)
class Difference:
    """Proposal and decision sentence by sentence, as HTML: `<del>` marks what was left out, `<ins>` what was put in.

    Texts that have too little in common are not `marked`: everything would be struck out, which tells nothing.
    """

    proposal: tuple[Markup, ...]
    decision: tuple[Markup, ...]
    marked: bool


def difference(proposal: Sequence[str], decision: Sequence[str]) -> Difference:
    """The two texts compared word by word, across their sentences."""
    old, new = _tokens(proposal), _tokens(decision)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return Difference(_marked(old, (), "del"), _marked(new, (), "ins"), False)
    changes = matcher.get_opcodes()
    removed = [(first, last) for tag, first, last, _, _ in changes if tag != "equal" and first < last]
    added = [(first, last) for tag, _, _, first, last in changes if tag != "equal" and first < last]
    return Difference(_marked(old, removed, "del"), _marked(new, added, "ins"), True)


_BREAK = "\n"


def _tokens(sentences: Sequence[str]) -> list[str]:
    return [token for sentence in sentences for token in (*_WORDS.findall(" ".join(sentence.split())), _BREAK)]


def _marked(tokens: Sequence[str], spans: Sequence[tuple[int, int]], tag: str) -> tuple[Markup, ...]:
    """The sentences with the spans inside the tag; a span over several sentences is marked in each."""
    inside = {number for first, last in spans for number in range(first, last)}
    sentences: list[Markup] = []
    parts: list[str] = []
    marked = False
    for number, token in enumerate(tokens):
        wanted = number in inside and token != _BREAK
        if wanted != marked:
            parts.append(f"<{tag}>" if wanted else f"</{tag}>")
            marked = wanted
        if token == _BREAK:
            sentences.append(Markup("".join(parts)))
            parts = []
        else:
            parts.append(str(escape(token)))
    return tuple(sentences)
