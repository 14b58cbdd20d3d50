"""What the guard finds in a text, as tests compare it."""

from __future__ import annotations

from macros.guard.kinds import Severity
from macros.guard.official import Official
from macros.guard.recognise import recognise

NOBODY = Official()


def hits(text: str, official: Official = NOBODY, least: Severity = Severity.REVIEW) -> list[tuple[str, str]]:
    """Kind and text of every hit."""
    return [(hit.kind_id, text[hit.start : hit.end]) for hit in recognise(text, official, least=least)]
