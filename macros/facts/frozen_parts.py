"""What a part of the record says, as data: only the keys that are written, in no order, and the digest of it.

What came after a day, or may come, is no part of what was said on it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

from macros.record.archive import AgendaItem
from macros.record.item import Attachment, Withdrawable
from macros.record.ledgers import digest_of

LATER_IN_ITEMS = frozenset(("note", "explanations", "other_numbers", "route", "case_title", "heading"))
"""What may come to an item that has been decided, beside later papers: a remark, other numbers, days, the case's title and the
heading of the agenda that it stands under."""


def alone(values: Sequence[Any]) -> Any:
    """A single one as it is written, without a list."""
    return values[0] if len(values) == 1 else values


def item_at(item: AgendaItem, approved: dt.date) -> dict[str, Any]:
    """What the item said when it was decided: papers that came later are not part of it."""
    papers = [said_in(one) for one in papers_at(item.header.attachments, approved)]
    return said_in(item.header, exclude={*LATER_IN_ITEMS, "attachments"}) | {"bilagor": papers}


def papers_at(attachments: Sequence[Attachment], approved: dt.date) -> list[Attachment]:
    """The papers that there were when it was approved."""
    return [one for one in attachments if one.arrival_date is None or one.arrival_date <= approved]


def withdrawals(documents: Iterable[Withdrawable], approved: dt.date) -> list[str]:
    """What was withdrawn ("tillbakadragen") after it was approved."""
    days = (one.withdrawn for one in documents)
    return [f"tillbakadragen {day}" for day in days if day is not None and day >= approved]


def said_in(part: Any, exclude: set[str] | None = None) -> dict[str, Any]:
    """The keys that are written and their values."""
    said: dict[str, Any] = part.model_dump(mode="json", exclude_defaults=True, exclude=exclude)
    return said


def digest_of_said(said: dict[str, Any]) -> str:
    """The digest of data, in one canonical writing."""
    return digest_of(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def text_of(body: str) -> str:
    """A text without the blanks at the ends of its lines, which nobody sees."""
    return "\n".join(line.rstrip() for line in body.strip().split("\n"))
