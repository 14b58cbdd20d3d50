"""The rule that a board decides at a meeting, in calls, items and minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.checks.given import Given, Rule
from macros.checks.texts import at
from macros.finding import Finding
from macros.record.archive import AgendaItem, Meeting
from macros.record.minutes import Paragraph
from macros.record.schema import Keys
from macros.texts.prose import without_code

_PER_CAPSULAM = re.compile(r"\bper\s+capsulam\b", re.IGNORECASE)

INSTEAD = (
    "ta upp ärendet på ett sammanträde, på distans om fullmäktige tillåter det (KL 6:24); "
    "är det brådskande kan ordföranden få besluta på nämndens vägnar (KL 6:39)."
)


def never_per_capsulam(given: Given) -> Iterator[Finding]:
    """A board decides at a meeting; there is no decision "per capsulam", so nobody is called to one either.

    What can be done instead: delegation in urgent matters, and a meeting at a distance. What a report tells of earlier days is
    not judged. Source: KL 6:24, 6:27, 6:39.
    """
    for found in given.facts.minutes:
        for keys, paragraph in found.paragraphs:
            for place in _places(_in_paragraph(keys, paragraph)):
                told = f"§ {paragraph.number} säger att något beslutades per capsulam; "
                yield found.document.error("per-capsulam", place, f"{told}{_ONLY_AT_MEETINGS}", INSTEAD)
    for body in given.archive.bodies:
        for meeting in body.meetings:
            yield from _called(meeting)


_ONLY_AT_MEETINGS = "en nämnd kan bara besluta på ett sammanträde (KL 6:27)."


def _called(meeting: Meeting) -> Iterator[Finding]:
    message = f"Kallelsen gäller ett beslut per capsulam; {_ONLY_AT_MEETINGS}"
    points = ((("inledande_punkter", n, "namn"), one.name) for n, one in enumerate(meeting.header.points))
    for place in _places(((("plats",), meeting.header.venue), *points)):
        yield meeting.document.error("per-capsulam", place, message, INSTEAD)
    if found := _PER_CAPSULAM.search(without_code(meeting.document.body)):
        place_in_letter = at(meeting.document.source, found.start(), len(found.group()))
        yield place_in_letter.error("per-capsulam", message, INSTEAD)
    for item in meeting.agenda:
        for place in _places(_in_item(item)):
            yield item.document.error(
                "per-capsulam", place, f"Ärendet ska avgöras per capsulam; {_ONLY_AT_MEETINGS}", INSTEAD
            )


def _places(texts: Iterable[tuple[Keys, str | None]]) -> Iterator[Keys]:
    return (place for place, text in texts if text and _PER_CAPSULAM.search(text))


def _in_item(item: AgendaItem) -> Iterator[tuple[Keys, str | None]]:
    yield ("rubrik",), item.header.title
    yield from ((("förslag_till_beslut", n), text) for n, text in enumerate(item.header.proposals))


def _in_paragraph(keys: Keys, paragraph: Paragraph) -> Iterator[tuple[Keys, str | None]]:
    yield (*keys, "rubrik"), paragraph.title
    yield (*keys, "propositionsordning"), paragraph.putting_order
    yield from (((*keys, "beslut", n), text) for n, text in enumerate(paragraph.decision))
    yield from (((*keys, "anteckningar", n, "text"), one.text) for n, one in enumerate(paragraph.notes_to_minutes))


RULES: tuple[Rule, ...] = (never_per_capsulam,)
