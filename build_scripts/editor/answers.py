"""What a page of the desk asks for, besides the fields of a file, and what was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from build_scripts.editor.form.posting import Form
from build_scripts.new.tables import NoTable
from build_scripts.project import WrongUse

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Asked:
    """A field of the page: its name, what it is called, help, the words to choose among, and whether it is needed.

    `shown` says what each of the words is called, where that is another; `value` stands there from the beginning. A `day` is
    asked for with a calendar, a `file` with the writer's own files: one, or with `several` any number.
    """

    name: str
    label: str
    help: str = ""
    words: tuple[str, ...] = ()
    required: bool = False
    long: bool = False
    shown: tuple[str, ...] = ()
    value: str = ""
    day: bool = False
    file: bool = False
    several: bool = False

    @property
    def before(self) -> str:
        """The name of the hidden field with what stood in a text field when the page was opened."""
        return f"fore.{self.name}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The words with what they are called."""
        return list(zip(self.words, self.shown or self.words, strict=True))


class Unanswered(WrongUse):
    """Answers that cannot be used: the name of each question, and a sentence."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__("\n".join(sentence for _, sentence in faults))
        self.faults = tuple(faults)


def refuse_unanswered(questions: Iterable[Asked], form: Form) -> None:
    """Raises `Unanswered` with every question that is needed and has no answer, or is answered with none of its words."""
    faults = []
    for question in questions:
        written = form.text(question.name)
        if question.required and not (form.files.get(question.name) if question.file else written):
            faults.append((question.name, f"{question.label} måste fyllas i."))
        elif question.words and written not in ("", *question.words):
            known = ", ".join(question.shown or question.words)
            faults.append((question.name, f"{question.label}: välj något av {known}."))
    if faults:
        raise Unanswered(faults)


def read_answer(form: Form, name: str, reader: Callable[[str], _Read]) -> _Read:
    """An answer as the reader takes it; raises `Unanswered` with why it cannot be used."""
    try:
        return reader(form.text(name))
    except (WrongUse, NoTable) as wrong:
        raise Unanswered(((name, str(wrong)),)) from None
