"""What stands still: each approved paragraph ("§"), each of its corrections ("rättelser"), and minutes approved as a whole.

Each as a digest over its data.

The digest is over what the record's keys say, never over a page: a key that nobody has written, another wording of pages
or another order of keys changes nothing. Only the content below has a version ("1:"), so that a later one can be told apart.
Source: KL 5:65-67, 5:69, 6:35.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.facts.clauses import words_of
from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.record.archive import AgendaItem
from macros.record.item import Attachment, Withdrawable
from macros.record.ledgers import digest_of
from macros.record.minutes import MinutesHeader
from macros.record.schema import Document, Keys

LATER_IN_MINUTES = frozenset(("note", "explanations", "changes"))
"""What may come to minutes after they are approved: a remark, explained warnings, and what is told of a change."""

LATER_IN_PARAGRAPHS = frozenset(("corrections",))
"""What may come to an approved paragraph; where an assignment is reported may too."""

LATER_IN_ITEMS = frozenset(("note", "explanations", "other_numbers", "route", "case_title", "heading"))
"""What may come to an item that has been decided, beside later papers: a remark, other numbers, days, the case's title and the
heading of the agenda that it stands under."""


@dataclass(frozen=True)
class Frozen:
    """An approved paragraph, a correction of one, or approved minutes as a whole.

    `key` is `body/meeting/number`, with `/rättelse-1` for its first correction, or `body/meeting` for the minutes. `edition`
    is 1, and one more for every change that is told ("ändringar"); `change` is the last of them in words. `keys` leads to it
    in the document.
    """

    key: str
    approved: dt.date
    edition: int
    change: str
    digest: str
    document: Document[MinutesHeader]
    keys: Keys
    is_withdrawn: bool = False


def frozen(facts: Day) -> Iterator[Frozen]:
    """Everything that stands still on the day, minutes by minutes."""
    for minuted in facts.minutes:
        if minuted.is_whole:
            yield _whole(minuted)
        for n, one in enumerate(minuted.decided):
            if one.is_approved:
                paragraph = _paragraph(minuted, n, one)
                yield paragraph
                yield from _corrections(paragraph, one)


def _whole(minuted: Minuted) -> Frozen:
    header = minuted.document.header
    said = {
        "protokoll": _said(header, exclude={*LATER_IN_MINUTES, "paragraphs", "approvals", "attachments"}),
        "justeringar": [_said(approval, exclude={"postings"}) for approval in header.approvals],
        "sammanträdesdagar": [str(day) for day in minuted.meeting.days],
    }
    latest = max((part.approved for part in minuted.parts if part.approved), default=minuted.date)
    if papers := _papers(header.attachments, latest):
        said["bilagor"] = [_said(one) for one in papers]
    told = [str(one) for one in header.changes if one.paragraphs is None]
    told += _withdrawn(papers, latest)
    key = f"{minuted.body.id}/{minuted.meeting.id}"
    change = told[-1] if told else ""
    return Frozen(key, latest, 1 + len(told), change, _digest(said), minuted.document, ("närvarande",))


def _paragraph(minuted: Minuted, n: int, one: Decided) -> Frozen:
    # As it is written: who somebody is now called changes nothing.
    header, paragraph = minuted.document.header, minuted.document.header.paragraphs[n]
    approved = one.part.approved if one.part and one.part.approved else minuted.date
    later = {*LATER_IN_PARAGRAPHS, "assignments", "items"}
    said = {
        "paragraf": _said(paragraph, exclude=later) | ({"ärende": _alone(paragraph.items)} if paragraph.items else {}),
        "uppdrag": [_said(given, exclude={"reported_in"}) for given in paragraph.assignments],
        "sammanträdesdagar": [str(day) for day in minuted.meeting.days],
        "ledde": header.presiding(paragraph),
        "deltog": sorted(header.entitled(paragraph)),
        "kan ha deltagit": sorted(header.may_be_entitled(paragraph)),
        "kan ha varit där": sorted(header.attendance.may_be_there_at(paragraph.number)),
        "justering": _said(one.part.approval, exclude={"postings"}) if one.part else {},
        "satser": words_of(paragraph, one.items),
        "ärende": _alone([_item(item, approved) for item in one.items]) if one.items else {},
    }
    told = [str(change) for change in header.changes if change.is_of(paragraph.number)]
    for item in one.items:
        told += _withdrawn((*_papers(item.header.attachments, approved), item.header), approved)
    key = f"{minuted.body.id}/{minuted.meeting.id}/{paragraph.number}"
    keys = ("paragrafer", n)
    change, withdrawn = told[-1] if told else "", one.withdrawal is not None
    return Frozen(key, approved, 1 + len(told), change, _digest(said), minuted.document, keys, withdrawn)


def _corrections(paragraph: Frozen, one: Decided) -> Iterator[Frozen]:
    """Corrections in their order; a change that is told of the paragraph may be one of them."""
    for n, correction in enumerate(one.paragraph.corrections):
        keys = (*paragraph.keys, "rättelser", n)
        key, digest = f"{paragraph.key}/rättelse-{n + 1}", _digest(_said(correction))
        yield replace(paragraph, key=key, digest=digest, keys=keys)


def _alone(values: Sequence[Any]) -> Any:
    """A single one as it is written, without a list."""
    return values[0] if len(values) == 1 else values


def _item(item: AgendaItem, approved: dt.date) -> dict[str, Any]:
    """What the item said when it was decided: papers that came later are not part of it."""
    papers = [_said(one) for one in _papers(item.header.attachments, approved)]
    return _said(item.header, exclude={*LATER_IN_ITEMS, "attachments"}) | {"bilagor": papers}


def _papers(attachments: Sequence[Attachment], approved: dt.date) -> list[Attachment]:
    """The papers that there were when it was approved."""
    return [one for one in attachments if one.arrival_date is None or one.arrival_date <= approved]


def _withdrawn(documents: Sequence[Withdrawable], approved: dt.date) -> list[str]:
    """What was withdrawn ("tillbakadragen") after it was approved."""
    days = (one.withdrawn for one in documents)
    return [f"tillbakadragen {day}" for day in days if day is not None and day >= approved]


def _said(part: Any, exclude: set[str] | None = None) -> dict[str, Any]:
    """The keys that are written and their values."""
    said: dict[str, Any] = part.model_dump(mode="json", exclude_defaults=True, exclude=exclude)
    return said


def _digest(said: dict[str, Any]) -> str:
    return digest_of(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
