"""The rules of the record: `check` gives what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from macros.checks import (
    addresses,
    approvals,
    assignments,
    attachments,
    attendance,
    changes,
    clock,
    delegation,
    expediting,
    folders,
    links,
    lost_files,
    meeting_days,
    members,
    minutes,
    numbers,
    officials,
    outcomes,
    paragraphs,
    participation,
    pasted,
    per_capsulam,
    postings,
    publication,
    references,
    released,
    schedule,
    split_sentences,
    standing_still,
    struck,
    texts,
    unfilled,
    unlikely_days,
    vote_results,
    votes,
    withdrawal,
    withholding,
)
from macros.checks.given import Given, Rule
from macros.facts.day import Day
from macros.finding import Finding, Level
from macros.record.archive import AgendaItem

FAMILIES: tuple[tuple[Rule, ...], ...] = (
    lost_files.RULES,
    standing_still.RULES,
    folders.RULES,
    meeting_days.RULES,
    unlikely_days.RULES,
    schedule.RULES,
    numbers.RULES,
    references.RULES,
    struck.RULES,
    delegation.RULES,
    publication.RULES,
    withholding.RULES,
    withdrawal.RULES,
    attachments.RULES,
    addresses.RULES,
    texts.RULES,
    split_sentences.RULES,
    unfilled.RULES,
    links.RULES,
    pasted.RULES,
    members.RULES,
    attendance.RULES,
    clock.RULES,
    officials.RULES,
    minutes.RULES,
    paragraphs.RULES,
    outcomes.RULES,
    per_capsulam.RULES,
    votes.RULES,
    vote_results.RULES,
    participation.RULES,
    approvals.RULES,
    postings.RULES,
    changes.RULES,
    assignments.RULES,
    expediting.RULES,
    released.RULES,
)
"""Every rule that is asked, a family per module.

The first two judge what has been released: in a file or folder that they find fault with, nothing else is told,
for it would only follow from the change. The last is told where all others have found errors.
"""


def check(facts: Day, unread: frozenset[str] = frozenset(), drafts: tuple[AgendaItem, ...] = ()) -> list[Finding]:
    """What the rules find in the archive on the day; `unread` holds the paths of files that reading refused. Never raises.

    `drafts` are the items that nobody has read yet, which the archive is without.
    """
    given = Given(facts, unread, drafts)
    changed = list(_asked(FAMILIES[:2], given))
    told = {finding.place.path for finding in changed}
    found = [*changed, *(finding for finding in _asked(FAMILIES[2:-1], given) if not _lies_in(finding, told))]
    given.faulty.update(finding.place.path for finding in found if finding.level is Level.ERROR)
    return [*found, *_asked(FAMILIES[-1:], given)]


def _lies_in(finding: Finding, paths: set[str]) -> bool:
    """Whether the finding is of one of the files, or of a file in one of the folders."""
    path = finding.place.path
    return path in paths or any(str(folder) in paths for folder in PurePosixPath(path).parents)


def _asked(families: Iterable[tuple[Rule, ...]], given: Given) -> Iterator[Finding]:
    return (finding for family in families for rule in family for finding in rule(given))
