"""`sammantradesordning/ÅÅÅÅ.md`: the year's meetings, the steps that lead to each, and what leaves the rule."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from macros.record.body import Weekday
from macros.record.schema import Header, Model
from macros.record.summons import FurtherDay
from macros.record.values import Date, Days, Line, MonthNumber, Time, TimeSpan, WhenHoliday, Word, Year, wrong


class ScheduleState(Word):
    """How far the schedule has come ("läge")."""

    PROPOSED = "föreslagen"
    DECIDED = "beslutad"


class StepKind(Word):
    """What happens at a step ("slag")."""

    DEADLINE = "deadline"
    MEETING = "möte"
    DISPATCH = "utskick"


class PlannedKind(Word):
    """What a planned day is for ("slag"), when it is no ordinary meeting."""

    RESERVE = "reserv"
    ELECTION = "val"


class Reference(Model):
    """An item at a meeting: the meeting's folder name and the item's file name without number and ending."""

    meeting: Date = Field(alias="sammanträde", description="Sammanträdets datum (mappens namn).")
    item: Line = Field(alias="ärende", description="Ärendets filnamn utan nummer och .md.")


class Step(Model):
    """A step ("tidsfrist", "hållpunkt") counted in calendar days from the meeting, before or after it."""

    id: Line = Field(alias="id", description="Stegets kortnamn, till exempel deadline_nämnd.")
    name: Line = Field(alias="namn", description="Stegets namn så som läsaren ser det.")
    days_before: Days | None = Field(None, alias="dagar_före", description="Antal kalenderdagar före sammanträdet.")
    days_after: Days | None = Field(None, alias="dagar_efter", description="Antal kalenderdagar efter sammanträdet.")
    hours: TimeSpan | None = Field(
        None, alias="tid", description="Klockslag eller tid från och till, till exempel 16:00-17:30."
    )
    kind: StepKind = Field(alias="slag", description="deadline, möte eller utskick.")
    when_holiday: WhenHoliday = Field(
        alias="vid_helgdag",
        description="Vad som händer när dagen inte är en arbetsdag: före, efter eller behåll.",
    )
    audience: Line | None = Field(None, alias="för", description="Vem steget gäller.")
    venue: Line | None = Field(None, alias="plats", description="Var, när steget är ett möte.")

    @model_validator(mode="after")
    def _one_direction(self) -> Self:
        if (self.days_before is None) == (self.days_after is None):
            raise wrong(
                "steg-riktning",
                f"Steget {self.id} ska ha antingen dagar_före eller dagar_efter.",
                "skriv dagar_före: med antal dagar före sammanträdet, eller dagar_efter: för ett steg efteråt.",
            )
        return self

    @property
    def offset(self) -> int:
        """Calendar days from the meeting; negative before it."""
        return -self.days_before if self.days_before is not None else self.days_after or 0


class Pause(Model):
    """A time when a standing meeting is not held."""

    first: Date = Field(alias="från", description="Första dagen utan möte.")
    last: Date = Field(alias="till", description="Sista dagen utan möte.")
    reason: Line = Field(alias="skäl", description="Varför.")


class Standing(Model):
    """A standing meeting ("löpande"): a weekday every week, all year or in given months, with its exceptions."""

    id: Line = Field(alias="id", description="Mötets kortnamn, till exempel fb.")
    name: Line = Field(alias="namn", description="Mötets namn.")
    weekday: Weekday = Field(alias="veckodag", description="Veckodagen, till exempel måndag.")
    hours: TimeSpan | None = Field(None, alias="tid", description="Klockslag eller tid från och till.")
    months: tuple[MonthNumber, ...] = Field(
        (), alias="månader", description="Månadernas nummer; utan nyckeln gäller hela året."
    )
    pauses: tuple[Pause, ...] = Field((), alias="undantag", description="Tider då mötet inte hålls.")
    printed: tuple[Date, ...] = Field(
        (),
        alias="tryckta_dagar",
        description="Enskilda dagar så som en tryckt plan har dem; planen visar var de skiljer sig från regeln.",
    )


class Deviation(Model):
    """A step of one meeting set by hand instead of by the rule."""

    date: Date = Field(alias="datum", description="Den dag som gäller i stället.")
    reason: Line = Field(alias="skäl", description="Varför, eller att skälet inte är känt.")


class PlannedMeeting(Model):
    """A date on which the body is to meet, with what is not as usual that day."""

    date: Date = Field(alias="datum", description="Sammanträdets datum, den första dagen om det har flera.")
    further_days: tuple[FurtherDay, ...] = Field(
        (), alias="fler_dagar", description="Dagarna efter den första, när sammanträdet har flera."
    )
    time: Time | None = Field(None, alias="tid", description="Klockslag, när det inte är organets vanliga.")
    venue: Line | None = Field(None, alias="plats", description="Plats, när det inte är organets vanliga.")
    kind: PlannedKind | None = Field(
        None, alias="slag", description="reserv för en dag som bara används vid behov, val för ett sammanträde för val."
    )
    note: Line | None = Field(None, alias="anmärkning", description="Upplysning om just detta sammanträde.")
    deviations: dict[str, Deviation] = Field(
        {}, alias="avvikelser", description="Steg som inte följer regeln: stegets id, datum och skäl."
    )

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Every day of the meeting, the first one first."""
        return (self.date, *(one.date for one in self.further_days))


class ScheduleHeader(Header):
    """The header of a year's schedule ("sammanträdesordning")."""

    year: Year = Field(alias="år", description="Året som ordningen gäller.")
    state: ScheduleState = Field(alias="läge", description="föreslagen eller beslutad.")
    proposed_in: Reference | None = Field(None, alias="föreslagen_i", description="Ärendet där ordningen lades fram.")
    decided_in: Reference | None = Field(None, alias="beslutad_i", description="Ärendet där ordningen beslutades.")
    steps: tuple[Step, ...] = Field((), alias="steg", description="Stegen före och efter varje sammanträde.")
    standing: tuple[Standing, ...] = Field((), alias="stående", description="Möten som hålls varje vecka.")
    meetings: tuple[PlannedMeeting, ...] = Field(alias="sammanträden", description="Årets sammanträden.", min_length=1)

    def step(self, id: str) -> Step | None:
        """The step with this id, if the schedule has it."""
        return next((step for step in self.steps if step.id == id), None)

    def planned(self, date: dt.date) -> PlannedMeeting | None:
        """The planned meeting that begins on this date, if there is one."""
        return next((meeting for meeting in self.meetings if meeting.date == date), None)
