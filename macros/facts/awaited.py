"""What is still to come of a meeting that is over: its minutes, and in them the decision of an item."""

from __future__ import annotations

from macros.dates.after_meeting import LastDay, latest_approval
from macros.facts.day import Day
from macros.record.archive import AgendaItem, Meeting
from macros.record.item import ItemKind

DECIDED_KINDS = {
    ItemKind.DECISION,
    ItemKind.MOTION_RESPONSE,
    ItemKind.REFERRAL_RESPONSE,
    ItemKind.DELEGATION,
    ItemKind.ELECTION,
    ItemKind.CITIZENS_PROPOSAL,
    ItemKind.MEMBERS_INITIATIVE,
}
"""Kinds of items that are expected to hold a proposal, and to be decided."""


def approval_due(facts: Day, meeting: Meeting) -> LastDay | None:
    """The last day for approving what is still to come of a meeting's minutes; None where nothing is, or it is not over.

    Source: KL 5:69, 6:35.
    """
    minuted = facts.minutes.of_meeting(meeting)
    body = facts.archive.body_by_id[meeting.body_id]
    lacks = facts.minutes.are_awaited(body, meeting) if minuted is None else not minuted.is_whole
    return latest_approval(meeting.last_day) if lacks and meeting.last_day < facts.today else None


def decision_due(facts: Day, item: AgendaItem) -> LastDay | None:
    """The last day for approving the minutes that are to tell the decision of an item; None where none is to come."""
    meeting = facts.archive.meeting(item.body_id, item.meeting_id)
    if meeting is None or item.header.struck is not None or item.header.kind not in DECIDED_KINDS:
        return None
    told = any(one.is_approved for one in facts.minutes.of_item(item))
    return None if told else approval_due(facts, meeting)
