"""The final list of findings: what reading found, what the rules find, what calls in letters give, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from macros.checks import check
from macros.checks.explanations import explained
from macros.checks.schedule import says_another_year
from macros.facts.day import Day
from macros.facts.withdrawn import withdrawn
from macros.finding import Finding, Level
from macros.pages.functions import letter_findings
from macros.record.archive import Archive, Body
from macros.record.home import RECORD
from macros.record.layout import PAPERS, SCHEDULE


def judge(archive: Archive, known: Iterable[Finding], facts: Day) -> list[Finding]:
    """All that is wrong with the record, what is already `known` from reading included; `facts` are those of it without drafts.

    In order of place; warnings carry their file's explanation ("förklaringar"). Of a line that could not be read nothing else is
    told. Of a file in which something was withdrawn ("tillbakadragen") no line is shown: logs are public.
    """
    known = list(known)
    unread = frozenset(finding.place.path for finding in known if finding.level is Level.ERROR)
    known = [finding for finding in known if not _follows_a_lost_item(finding, archive)]
    lines = {(one.place.path, one.place.line) for one in known if one.level is Level.ERROR and one.place.line}
    more = [*check(facts, unread, archive.drafts), *_of_letters(facts, unread)]
    found = explained(archive, [*known, *(one for one in more if (one.place.path, one.place.line) not in lines)])
    silent = {one.path for one in withdrawn(archive)}
    return [_without_line(one) if one.place.path in silent else one for one in found]


def _of_letters(facts: Day, unread: frozenset[str]) -> list[Finding]:
    """The findings of calls in letters, but of bodies with a schedule that is unread or says another year: that is told."""
    bodies = (body for body in facts.archive.bodies if not _has_doubtful_schedule(body, unread))
    return letter_findings(facts, (meeting for body in bodies for meeting in body.meetings))


def _has_doubtful_schedule(body: Body, unread: frozenset[str]) -> bool:
    home = f"{body.document.folder}/{SCHEDULE.folder}/"
    return any(path.startswith(home) for path in unread) or any(map(says_another_year, body.schedules))


def _follows_a_lost_item(finding: Finding, archive: Archive) -> bool:
    """Whether it is documents whose item was released and is gone: that is told, with how it comes back."""
    address = finding.place.path.removeprefix(f"{RECORD}/").replace(f"/{PAPERS}/", "/") + "/"
    return finding.rule == "handling-utan-ärende" and address in archive.released.addresses.latest


def _without_line(finding: Finding) -> Finding:
    return replace(finding, place=replace(finding.place, excerpt=""))
