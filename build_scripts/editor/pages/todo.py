"""What is due ("läget") as the desk shows it: each thing with its days left and the one button that leads to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from build_scripts.editor.form.state import ROOT
from build_scripts.editor.templating import EDIT, at, meeting_at, new_at
from macros.dates.written import clock, days, days_left, weekday_day
from macros.planning.task import Due, DueKind, Making
from macros.record import layout
from macros.record.layout import kind_of

HORIZON = 30
"""Days ahead that are shown."""

_MADE = {
    "sammanträde": ("sammantrade", "Gör kallelsen"),
    "delegationslista": ("lista", "Lägg in listan"),
    "protokoll": ("protokoll", "Skriv protokollet"),
}
"""A kind of `klubbat ny` → its page here, and what its button says."""

_ANSWERS = {"enhet": "enhet", "månad": "manad"}
"""An option of `klubbat ny` → the question of the page that it answers."""

_BUTTONS = {
    (DueKind.MINUTES, "justeringar"): "Justera protokollet",
    (DueKind.NOTICE, "justeringar"): "Anslå",
    (DueKind.DOCUMENT, "läge"): "Öppna kallelsen",
    (DueKind.DOCUMENT, "publiceras"): "Läs igenom",
    (DueKind.DOCUMENT, ""): "Komplettera",
    (DueKind.EXPEDITING, ""): "Öppna protokollet",
    (DueKind.ASSIGNMENT, ""): "Öppna protokollet",
    (DueKind.NOTICE, ""): "Öppna anslaget",
}
"""What is due, and the key where it is written → what its button says."""


_WORK = frozenset(way for way, words in _BUTTONS.items() if not words.startswith("Öppna"))


@dataclass(frozen=True)
class Todo:
    """One thing that is due: how far off it is in words, the day, and the button that leads to where it is done."""

    due: Due
    left: str
    is_late: bool
    when: str
    button: str
    address: str

    @property
    def is_done_there(self) -> bool:
        """Whether the button begins the work: it makes a file, or leads to the field where it is written."""
        return self.due.makes is not None or (self.due.kind, self.due.key) in _WORK


def todo(due: Due, today: dt.date) -> Todo:
    """What is due, as a row of the desk."""
    left = due.days_left(today)
    when = weekday_day(due.date, today.year) + (f" {clock(due.time)}" if due.time else "")
    button, address = _way(due)
    return Todo(due, f"{days(-left)} sen" if left < 0 else days_left(left), left < 0, when, button, address)


def _way(due: Due) -> tuple[str, str]:
    """What the button says, and where it leads."""
    if due.makes:
        what, words = _MADE[due.makes.kind]
        return words, _making(due, what, due.makes)
    if due.kind in (DueKind.STEP, DueKind.MEETING):
        if layout.SUMMONS.lies_at(due.path):
            return "Öppna sammanträdet", meeting_at(*due.path.split("/")[1:3])
        return "Öppna årets ordning", at(EDIT, due.path)
    if kind_of(due.path) is None:
        return "", ""
    field = {"falt": f"{ROOT}.{due.key}"} if due.key else {}
    return _BUTTONS.get((due.kind, due.key), "Öppna"), at(EDIT, due.path, **field)


def _making(due: Due, what: str, makes: Making) -> str:
    known = {_ANSWERS[option]: value for option, value in makes.known}
    if what == "sammantrade":
        return new_at(what, due.body.id, datum=makes.meeting)
    return new_at(what, due.body.id, sammantrade=makes.meeting, **known)
