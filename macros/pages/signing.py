"""The minutes as they are signed: all that they say, then a line for each who is to sign; never a page of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import PartOfMinutes
from macros.facts.signing import as_if_approved
from macros.pages import minutes
from macros.pages.page import Page
from macros.pages.wording import paragraph_range


@dataclass(frozen=True)
class Signing:
    """An approval: its paragraphs, the day it was made if it has been, and who signs it, each with what they were there."""

    numbers: str
    approved: dt.date | None
    signers: tuple[tuple[str, str], ...]


def to_sign(facts: Day, minuted: Minuted) -> Page:
    """The paper of minutes of which something is left to approve."""
    meeting = minuted.meeting
    whole = Day(as_if_approved(facts.archive, meeting, facts.today), facts.today)
    found = whole.archive.meeting(minuted.body.id, meeting.id)
    known = whole.minutes.of_meeting(found) if found else None
    assert known is not None
    signings = [_signing(minuted, part) for part in minuted.parts]
    return minutes.made(whole, known.body, known, template="signing.html", signings=signings)


def _signing(minuted: Minuted, part: PartOfMinutes) -> Signing:
    return Signing(paragraph_range(part.approval.paragraphs), part.approved, tuple(_signers(minuted, part)))


def _signers(minuted: Minuted, part: PartOfMinutes) -> Iterator[tuple[str, str]]:
    """The secretary, who led the paragraphs, and the approvers. Source: KL 5:65, 5:69, 6:35."""
    yield minuted.header.secretary or "Sekreterare", ""
    for name, led in part.presiding:
        yield name, "ordförande" + (f" {paragraph_range(led)}" if len(part.presiding) > 1 else "")
    yield from ((name, "justerare") for name in part.approval.approvers)
