"""The final list of findings: what reading found, what the rules find, what calls in letters give, each with its explanation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from macros.checks import check
from macros.checks.explanations import explained
from macros.facts.day import Day
from macros.finding import Finding, Level
from macros.pages.functions import letter_findings
from macros.record.archive import Archive


def judge(archive: Archive, known: Iterable[Finding], today: dt.date) -> list[Finding]:
    """All that is wrong with the record on the day, what is already `known` from reading included.

    In order of place; warnings carry their file's explanation ("förklaringar").
    """
    known = list(known)
    unread = frozenset(finding.place.path for finding in known if finding.level is Level.ERROR)
    shown = archive.without_drafts
    in_letters = letter_findings(Day(shown, today), shown.meetings)
    return explained(archive, [*known, *check(archive, today, unread), *in_letters])
