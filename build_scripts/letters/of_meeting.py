"""Every letter that it is time for about a meeting: the call, the minutes to sign, that they are approved, and the decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_scripts.letters import expediting, signing
from build_scripts.letters.draft import Draft
from build_scripts.letters.meeting import Papers, letters
from build_scripts.letters.recipients import Recipients
from macros.facts.day import Day
from macros.pages.page import Promise
from macros.record.archive import Meeting


def all_letters(
    facts: Day,
    meeting: Meeting,
    site_url: str,
    recipients: Recipients,
    papers: Papers,
    pages: Mapping[str, Promise] | None,
) -> Iterator[Draft]:
    """The letters, with what is attached where `pages` are given."""
    yield from letters(facts, meeting, site_url, recipients, papers)
    minuted = facts.minutes.of_meeting(meeting)
    if minuted is not None:
        if pages is not None:
            yield from signing.letters(facts, minuted, site_url)
        yield from expediting.letters(minuted, expediting.shipments(facts, minuted), site_url, recipients, pages)
