"""A task: what its page asks for, and the change of the record that comes of the answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from build_scripts import named
from build_scripts.editor.answers import Asked, read_answer, refuse_unanswered
from build_scripts.editor.form.posting import Form
from build_scripts.new.changing import TakeBack, written
from build_scripts.project import WrongUse, given_day
from macros.facts.day import Day
from macros.finding import Finding
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.item import MASKING
from macros.record.members import MembersHeader
from macros.record.schema import Document

_Read = TypeVar("_Read")

DAY = "ÅÅÅÅ-MM-DD"


@dataclass(frozen=True)
class RecordChange:
    """A change of the record: every path that it touches, how it is carried out, what git is told, and what is told here.

    `carry` writes, and returns what takes all of it back; `then` is the address that the writer goes on to. `renamed` are the
    old paths, each with the new one, of files that are the same under another name.
    """

    paths: tuple[str, ...]
    carry: Callable[[Path], TakeBack]
    message: str
    then: str
    told: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


def change_of(
    contents: Mapping[str, bytes | None],
    message: str,
    then: str,
    told: tuple[str, ...] = (),
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> RecordChange:
    """The change that writes files, and takes those away that have no content."""
    return RecordChange(tuple(contents), partial(_carry, contents), message, then, told, renamed)


def _carry(contents: Mapping[str, bytes | None], root: Path) -> TakeBack:
    return written(root, contents)


@dataclass(frozen=True)
class TaskInput:
    """What a task is done with, or a new file made from: the record, what its address names (`asked`), and what its form says."""

    root: Path
    archive: Archive
    facts: Day
    findings: Sequence[Finding]
    asked: Form
    form: Form

    @property
    def today(self) -> dt.date:
        """The day it is."""
        return self.facts.today

    @property
    def body(self) -> Body:
        """The body that the address names."""
        return named.body(self.archive, self.asked.text("organ"), list(self.findings))

    @property
    def members(self) -> Document[MembersHeader]:
        """The file of the body's members."""
        if self.body.members is None:
            raise WrongUse("nämnden har ingen fil för ledamöter än. Gör Nya ledamöter först.")
        return self.body.members

    @property
    def meeting(self) -> Meeting:
        """The meeting that the address names."""
        return named.meeting(self.body, self.asked.text("sammantrade"), list(self.findings))

    @property
    def item(self) -> AgendaItem:
        """The item of the meeting that the address names."""
        slug = self.asked.text("arende")
        found = next((item for item in self.meeting.items if item.slug == slug), None)
        if found is None:
            raise WrongUse("ärendet finns inte på listan. Öppna sammanträdet på nytt.")
        return found

    def text(self, name: str) -> str:
        """An answer; empty where there is none."""
        return self.form.text(name)

    def read(self, name: str, reader: Callable[[str], _Read]) -> _Read:
        """An answer as the reader takes it."""
        return read_answer(self.form, name, reader)

    def day(self, name: str) -> dt.date:
        """A day that was answered."""
        return self.read(name, given_day)

    def day_or_none(self, name: str) -> dt.date | None:
        """A day that need not be answered."""
        return self.day(name) if self.text(name) else None


@dataclass(frozen=True)
class Task:
    """A task: its heading, a sentence on what it does, what it asks, and the change that it makes.

    `refused` says why it cannot be done with this meeting or item, if that is so; it then asks nothing.
    """

    heading: str
    lead: str
    questions: Callable[[TaskInput], Sequence[Asked]]
    maker: Callable[[TaskInput], RecordChange]
    refused: Callable[[TaskInput], str] = lambda given: ""

    def change(self, given: TaskInput) -> RecordChange:
        """The change that the answers make; raises `Unanswered`, or `WrongUse` where it cannot be."""
        if why := self.refused(given):
            raise WrongUse(why)
        refuse_unanswered(self.questions(given), given.form)
        return self.maker(given)


def asked_of_a_withdrawal(given: TaskInput) -> tuple[Asked, ...]:
    """What is asked of whatever is withdrawn: the day and why."""
    return (
        Asked("datum", "Dag", required=True, day=True, value=given.today.isoformat()),
        Asked("skal", "Skäl", words=tuple(reason.value for reason in MASKING), required=True),
    )
