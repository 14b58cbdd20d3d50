"""How a page's past is worded: what was done with it, of which paragraphs and why."""

from __future__ import annotations

from macros.facts.history import PastEvent
from macros.pages.wording import PAST, paragraph_range, why_withheld

MOST_OTHERS = 12
"""So many days of other changes are told of a page, the latest."""


def why(event: PastEvent) -> str:
    """Why it was done, or what was told; empty where nothing is said."""
    return event.why if isinstance(event.why, str) else why_withheld(event.why)


def told(event: PastEvent) -> str:
    """What was done, of which paragraphs and why, as a piece of a sentence: "rättelse § 47, Beloppet avser år 2027."."""
    numbers = f" {paragraph_range(event.numbers)}" if event.numbers else ""
    reason = why(event)
    return f"{PAST[event.kind]}{numbers}{f', {reason}' if reason else ''}"
