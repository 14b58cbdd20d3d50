"""The rule of sentences in a list within brackets: there every comma begins a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule
from macros.finding import Finding
from macros.record.schema import Document, Keys
from macros.record.values import shorten

_IN_BRACKETS = re.compile(r"""[^\W\d]\w*:\s+\[[^"']*$""")
"""A key whose list begins on its line, with no sentence in quotes: who sets them has said where each ends."""

_SMALL = re.compile(r"(?!(?:von|af|de) [A-ZÅÄÖ])[a-zåäö]+\b")
"""A word in small letters, as none that begins a sentence: neither `iPad` nor the beginning of a name (`von Ask`)."""


def no_comma_parts_a_sentence(given: Given) -> Iterator[Finding]:
    """Within brackets a comma ends a proposal or a decision: one that then begins with a small letter was meant to go on.

    Where the first begins with a small letter too ("att anta planen"), all are written so.
    """
    for document, keys, sentences in _sentences(given):
        part = next(filter(_goes_on, sentences[1:]), None)
        if part is None or _goes_on(sentences[0]):
            continue
        place = document.place(*keys)
        if _IN_BRACKETS.match(place.excerpt, place.column - 1):
            yield place.warning(
                "delad-sats",
                f'Ett kommatecken delar en sats, så att "{shorten(part)}" blir en egen punkt.',
                "sätt citattecken om varje sats, eller skriv var och en på en egen rad som börjar med - och ett blanksteg.",
            )


def _goes_on(sentence: str) -> bool:
    return _SMALL.match(sentence) is not None


def _sentences(given: Given) -> Iterator[tuple[Document[Any], Keys, tuple[str, ...]]]:
    """Every list of sentences: what is proposed in an item, and what a paragraph decides."""
    for item in given.archive.items:
        yield item.document, ("förslag_till_beslut",), item.header.proposals
    for minuted in given.facts.minutes:
        for keys, paragraph in minuted.paragraphs:
            yield minuted.document, (*keys, "beslut"), paragraph.decision


RULES: tuple[Rule, ...] = (no_comma_parts_a_sentence,)
