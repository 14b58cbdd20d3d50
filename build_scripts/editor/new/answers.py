"""What a page that makes something asks for, and the answers that it got."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_scripts import named
from build_scripts.desk import asking
from build_scripts.desk.draft import Draft
from build_scripts.desk.tables import NoTable, Table, read_table
from build_scripts.editor.posting import Form
from build_scripts.project import WrongUse
from macros.finding import Finding
from macros.record.archive import Archive, Body, Meeting


@dataclass(frozen=True)
class Question:
    """A field of the page: its name, what it is called, help, the words to choose among, and whether it is needed."""

    name: str
    label: str
    help: str = ""
    words: tuple[str, ...] = ()
    required: bool = False
    long: bool = False


class Unanswered(WrongUse):
    """Answers that cannot be used: the name of each question, and a sentence."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__("\n".join(sentence for _, sentence in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Given:
    """What a new file is made from."""

    archive: Archive
    findings: Sequence[Finding]
    body: Body
    meeting: str
    form: Form
    today: dt.date

    def text(self, name: str) -> str:
        """An answer; empty where there is none."""
        return self.form.text(name)

    def day(self, name: str) -> dt.date:
        """An answer that is a day."""
        try:
            return asking.day(self.text(name), "Dagen")
        except WrongUse as wrong:
            raise Unanswered(((name, str(wrong)),)) from None

    def year(self, name: str) -> int:
        """An answer that is a year."""
        try:
            return asking.year(self.text(name), "År")
        except WrongUse as wrong:
            raise Unanswered(((name, str(wrong)),)) from None

    def found_meeting(self) -> Meeting:
        """The meeting that it is made for."""
        return named.meeting(self.body, self.meeting, self.findings)

    def table(self) -> Table | None:
        """The table that was pasted; None where there is none."""
        pasted = self.text("tabell")
        try:
            return read_table(pasted.encode(), "tabellen") if pasted else None
        except NoTable as reason:
            raise Unanswered((("tabell", str(reason)),)) from None


@dataclass(frozen=True)
class New:
    """A kind of thing that can be made."""

    heading: str
    questions: tuple[Question, ...]
    maker: Callable[[Given], Draft]

    def made(self, given: Given) -> Draft:
        """What is to be made; raises `WrongUse` where it cannot be."""
        faults = []
        for question in self.questions:
            written = given.text(question.name)
            if question.words and written not in ("", *question.words):
                faults.append((question.name, f"{question.label}: välj något av {', '.join(question.words)}."))
            if question.required and not written:
                faults.append((question.name, f"{question.label} måste fyllas i."))
        if faults:
            raise Unanswered(faults)
        return self.maker(given)
