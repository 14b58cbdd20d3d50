"""What pages are made from, told without making them: a page whose inputs are as they were is as it was, byte for byte.

Each kind of page lists its inputs where it is promised. An input that is listed without need costs time; one that is
missing would leave an old page standing, so tests change every part of a record and compare (`tests/pages/test_inputs.py`).

What many pages are made from has a digest here: a document, a body's own files, a meeting's folder. The day is no input of its
own: it is part of a folder's digest as long as anything in the folder is so late that the day may matter. What a page
says of other meetings (a link's words, whether an assignment is reported) is listed as it is said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from macros.facts.day import Day
from macros.facts.meetings import MeetingDay
from macros.facts.notices import Posted
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.filed import File
from macros.record.schema import Document


def digest(parts: Iterable[object]) -> str:
    """The digest of the parts' words, each told apart from the next."""
    told = [str(part).encode("utf-8", "surrogatepass") for part in parts]
    lengths = repr(list(map(len, told))).encode()
    return hashlib.blake2b(b"".join((lengths, *told)), digest_size=16).hexdigest()


class Inputs:
    """Digests of a site's documents and folders, each made once."""

    def __init__(self, facts: Day) -> None:
        self._facts = facts
        self._bodies: dict[str, str] = {}
        self._meetings: dict[str, str] = {}

    @cached_property
    def everybody(self) -> str:
        """All bodies, as their own pages and names give them."""
        return digest(document(body.document) for body in self._facts.archive.body_by_id.values())

    def body(self, body: Body) -> str:
        """The body's own files, whether it has minutes at all, and all bodies' names."""
        if body.id not in self._bodies:
            own = (*body.schedules, *body.orders, *((body.members,) if body.members else ()))
            said = (self.everybody, body.id, body.has_minutes, *map(document, own), *_files(body.files))
            self._bodies[body.id] = digest(said)
        return self._bodies[body.id]

    def meeting(self, meeting: Meeting) -> str:
        """Everything in the meeting's folder, its body, and the day while it matters.

        With what the folder's own words lead to elsewhere: the cases of its items, where its assignments are reported and
        where its corrections were decided.
        """
        if meeting.address not in self._meetings:
            self._meetings[meeting.address] = digest(self._folder(meeting))
        return self._meetings[meeting.address]

    def _folder(self, meeting: Meeting) -> Iterator[object]:
        body = self._facts.archive.body_by_id[meeting.body_id]
        yield self.body(body)
        yield meeting.address
        yield document(meeting.document)
        for item in meeting.items:
            yield from _documents(item)
            yield self.case(item)
        for found in meeting.lists:
            yield document(found.document)
        yield from _files(meeting.files)
        yield self.day(self._facts.matters_in(meeting))
        if meeting.minutes is not None:
            yield document(meeting.minutes)
            yield from self._assigned(meeting)

    def notice(self, notice: Posted) -> str:
        """The notice, with its meeting's folder or, for delegated decisions, with its body."""
        if notice.meeting is not None:
            return digest((self.meeting(notice.meeting), notice.address))
        said = (self.body(notice.body), document(notice.document), self.day(self._facts.matters_to(notice.document)))
        return digest((*said, notice.address))

    def day(self, matters: bool) -> str:
        """The day, where it matters to the page, which then says it."""
        return str(self._facts.today) if matters else ""

    def _assigned(self, meeting: Meeting) -> Iterator[object]:
        minuted = self._facts.minutes.of_meeting(meeting)
        for decided in minuted.decided if minuted else ():
            for corrected in self._facts.minutes.corrected(decided):
                yield corrected.decided and (corrected.decided.place, corrected.decided.meeting.days)
            for one in self._facts.assignments.of_paragraph(decided):
                yield from (one.state, one.reported and (one.reported.place, one.reported.meeting.date))

    def item(self, item: AgendaItem) -> str:
        """The item, with its meeting's folder or, without a meeting, with its body."""
        meeting = self._facts.archive.meeting(item.body_id, item.meeting_id)
        if meeting is not None:
            return digest((self.meeting(meeting), item.slug))
        body = self._facts.archive.body_by_id[item.body_id]
        return digest((self.body(body), item.slug, *_documents(item), self.case(item)))

    def meeting_day(self, meeting_day: MeetingDay) -> str:
        """A meeting's folder, or a planned day with whether it is past."""
        if meeting_day.meeting is not None:
            return self.meeting(meeting_day.meeting)
        return digest(
            (
                self.body(meeting_day.body),
                meeting_day.date,
                meeting_day.is_proposed,
                meeting_day.has_passed,
                self.day(self._facts.matters_at(meeting_day)),
            )
        )

    def case(self, item: AgendaItem) -> str:
        """Where the item's case is."""
        case = self._facts.case_of(item)
        return case.address if case else ""


def document(document: Document[Any]) -> str:
    """A document's place and text."""
    return digest((document.path, document.source.text))


def _documents(item: AgendaItem) -> Iterator[str]:
    """The item's own document, and those of its documents with a text of their own."""
    yield document(item.document)
    yield from (document(paper.document) for paper in item.papers)


def _files(files: Iterable[File]) -> Iterator[str]:
    return (f"{file.path} {file.size}" for file in files)
