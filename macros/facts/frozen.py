"""What stands still: each approved paragraph ("§"), each of its corrections ("rättelser"), and minutes approved as a whole.

Each as a digest over its data.

The digest is over what the record's keys say, never over a page: a key that nobody has written, another wording of pages
or another order of keys changes nothing. Only the content below has a version ("1:"), so that a later one can be told apart.
Source: KL 5:65-67, 5:69, 6:35.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from macros.facts.clauses import words_of
from macros.facts.day import Day
from macros.facts.frozen_parts import alone, digest_of_said, item_at, papers_at, said_in, withdrawals
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.record.schema import Document, Keys

LATER_IN_MINUTES = frozenset(("note", "explanations", "changes"))
"""What may come to minutes after they are approved: a remark, explained warnings, and what is told of a change."""

LATER_IN_PARAGRAPHS = frozenset(("corrections", "expedited"))
"""What may come to an approved paragraph, and change there; where an assignment is reported may too."""


@dataclass(frozen=True)
class Frozen:
    """An approved paragraph, a correction of one, or approved minutes as a whole.

    `key` is `body/meeting/number`, with `/rättelse-1` for its first correction, or `body/meeting` for the minutes, and of what
    stands still beside them as `macros.facts.frozen_beside` says. `edition`
    is 1, and one more for every change that is told ("ändringar"); `change` is the last of them in words. `keys` leads to it
    in the document.
    """

    key: str
    approved: dt.date
    edition: int
    change: str
    digest: str
    document: Document[Any]
    keys: Keys
    is_withdrawn: bool = False


def frozen(facts: Day) -> Iterator[Frozen]:
    """Everything that stands still on the day, minutes by minutes."""
    for minuted in facts.minutes:
        if minuted.is_whole:
            yield whole(minuted)
        for n, one in enumerate(minuted.decided):
            if one.is_approved:
                held = paragraph(minuted, n, one)
                yield held
                yield from _corrections(held, one)


def whole(minuted: Minuted) -> Frozen:
    """The minutes: who was there, how they were approved, and what they say of no single paragraph."""
    header = minuted.document.header
    said = {
        "protokoll": said_in(header, exclude={*LATER_IN_MINUTES, "paragraphs", "approvals", "attachments"}),
        "justeringar": [said_in(approval, exclude={"postings"}) for approval in header.approvals],
        "sammanträdesdagar": [str(day) for day in minuted.meeting.days],
    }
    latest = max((part.approved for part in minuted.parts if part.approved), default=minuted.date)
    if papers := papers_at(header.attachments, latest):
        said["bilagor"] = [said_in(one) for one in papers]
    told = [str(one) for one in header.changes if one.paragraphs is None]
    told += withdrawals(papers, latest)
    key = f"{minuted.body.id}/{minuted.meeting.id}"
    change = told[-1] if told else ""
    return Frozen(key, latest, 1 + len(told), change, digest_of_said(said), minuted.document, ("närvarande",))


def paragraph(minuted: Minuted, n: int, one: Decided) -> Frozen:
    """A paragraph: what it says, what it took of its items, who led it and who took part.

    As it is written: who somebody is now called changes nothing.
    """
    header, written = minuted.document.header, minuted.document.header.paragraphs[n]
    approved = approved_on(minuted, one)
    later = {*LATER_IN_PARAGRAPHS, "assignments", "items"}
    said = {
        "paragraf": said_in(written, exclude=later) | ({"ärende": alone(written.items)} if written.items else {}),
        "uppdrag": [said_in(given, exclude={"reported_in"}) for given in written.assignments],
        "sammanträdesdagar": [str(day) for day in minuted.meeting.days],
        "ledde": header.presiding(written),
        "deltog": sorted(header.entitled(written)),
        "kan ha deltagit": sorted(header.may_be_entitled(written)),
        "kan ha varit där": sorted(header.attendance.may_be_there_at(written.number)),
        "justering": said_in(one.part.approval, exclude={"postings"}) if one.part else {},
        "satser": words_of(written, one.items),
        "ärende": alone([item_at(item, approved) for item in one.items]) if one.items else {},
    }
    told = [str(change) for change in header.changes if change.is_of(written.number)]
    for item in one.items:
        told += withdrawals((*papers_at(item.header.attachments, approved), item.header), approved)
    key = f"{minuted.body.id}/{minuted.meeting.id}/{written.number}"
    keys = ("paragrafer", n)
    change, withdrawn = told[-1] if told else "", one.withdrawal is not None
    return Frozen(key, approved, 1 + len(told), change, digest_of_said(said), minuted.document, keys, withdrawn)


def approved_on(minuted: Minuted, one: Decided) -> dt.date:
    """The day the paragraph was approved."""
    return one.part.approved if one.part and one.part.approved else minuted.date


def _corrections(paragraph: Frozen, one: Decided) -> Iterator[Frozen]:
    """Corrections in their order; a change that is told of the paragraph may be one of them."""
    for n, correction in enumerate(one.paragraph.corrections):
        keys = (*paragraph.keys, "rättelser", n)
        key, digest = f"{paragraph.key}/rättelse-{n + 1}", digest_of_said(said_in(correction))
        yield replace(paragraph, key=key, digest=digest, keys=keys)
