"""The rules of the record: `check` gives what they find."""

from __future__ import annotations

import datetime as dt

from macros.checks import (
    addresses,
    approvals,
    assignments,
    attachments,
    attendance,
    clock,
    delegation,
    folders,
    links,
    meeting_days,
    members,
    minutes,
    numbers,
    outcomes,
    paragraphs,
    participation,
    pasted,
    postings,
    publication,
    references,
    schedule,
    texts,
    votes,
    withdrawal,
)
from macros.checks.given import Given, Rule
from macros.finding import Finding
from macros.record.archive import Archive

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    folders.RULES,
    meeting_days.RULES,
    schedule.RULES,
    numbers.RULES,
    references.RULES,
    delegation.RULES,
    publication.RULES,
    withdrawal.RULES,
    attachments.RULES,
    addresses.RULES,
    texts.RULES,
    links.RULES,
    pasted.RULES,
    members.RULES,
    attendance.RULES,
    clock.RULES,
    minutes.RULES,
    paragraphs.RULES,
    outcomes.RULES,
    votes.RULES,
    participation.RULES,
    approvals.RULES,
    postings.RULES,
    assignments.RULES,
)
"""Every rule that is asked, a family per module."""


def check(archive: Archive, today: dt.date, unread: frozenset[str] = frozenset()) -> list[Finding]:
    """What the rules find in the archive on this day; `unread` holds the paths of files that reading refused. Never raises."""
    given = Given(archive.without_drafts, today, unread, archive.drafts)
    return [finding for family in FAMILIES for rule in family for finding in rule(given)]
