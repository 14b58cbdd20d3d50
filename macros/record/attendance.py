"""Who was at a meeting ("närvarande") and when, and its breaks ("ajourneringar"), as minutes tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from macros.record.elected_names import ElectedName
from macros.record.numbers import AttendedParagraphs, ParagraphNumber
from macros.record.schema import Model
from macros.record.values import Date, Line, MeetingHours, Several, Time, YesNo

Names = Annotated[tuple[ElectedName, ...], Several()]
"""Persons by name; a single one may stand without a list."""


class Named(Model):
    """A row about a person; where only the name is said the row is the name, as in every other list of people."""

    model_config = ConfigDict(json_schema_extra={"type": ["object", "string"]})

    name: ElectedName = Field(alias="namn", description="Namnet så som det står i ledamoter.md.")

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, written: object) -> object:
        return {"namn": written} if isinstance(written, str) else written


class Attendant(Named):
    """A person who was there, for all of the meeting or some of it: told by paragraphs, by the clock, or by both."""

    paragraphs: AttendedParagraphs | None = Field(
        None,
        alias="paragrafer",
        description="Paragraferna som personen var med om, när det inte var alla, till exempel 1-4, 9-12, del av 13.",
    )
    arrived: ParagraphNumber | None = Field(
        None, alias="från_paragraf", description="Första paragrafen som personen var med om."
    )
    left: ParagraphNumber | None = Field(
        None, alias="till_och_med_paragraf", description="Sista paragrafen som personen var med om."
    )
    arrived_at: Time | None = Field(None, alias="från", description="Klockslag då personen kom.")
    left_at: Time | None = Field(None, alias="till", description="Klockslag då personen gick.")
    date: Date | None = Field(
        None, alias="datum", description="Dagen som raden gäller, när sammanträdet har flera dagar."
    )
    at_distance: YesNo = Field(False, alias="på_distans", description="ja om personen deltog på distans.")

    @property
    def is_throughout(self) -> bool:
        """Whether nothing says that the person was there for a part only."""
        told = (self.paragraphs, self.arrived, self.left, self.arrived_at, self.left_at, self.date)
        return all(one is None for one in told)

    @property
    def is_by_clock(self) -> bool:
        """Whether the clock or a day alone says when the person came or went, so that no paragraph can be told for sure."""
        if self.paragraphs is not None:
            return False
        came = self.arrived is None and (self.arrived_at or self.date) is not None
        return came or (self.left is None and (self.left_at or self.date) is not None)

    def may_be_at(self, paragraph: int) -> bool:
        """Whether nothing says that the person was gone when the paragraph was decided."""
        if self.paragraphs is not None:
            return paragraph in self.paragraphs
        return (self.arrived or 0) <= paragraph and (self.left is None or paragraph <= self.left)

    def present_at(self, paragraph: int) -> bool:
        """Whether the person was surely there when the paragraph was decided: not by the clock alone, nor for a part of it."""
        in_part = self.paragraphs is not None and paragraph in self.paragraphs.parts
        return self.may_be_at(paragraph) and not self.is_by_clock and not in_part


class ServingSubstitute(Attendant):
    """A substitute who served ("tjänstgörande ersättare") in a member's place."""

    replaces: ElectedName = Field(alias="för", description="Ledamoten som ersattes.")


class PresentOffice(Model):
    """Somebody else who was there: an office or a staff union, for all of the meeting or for some paragraphs."""

    model_config = ConfigDict(json_schema_extra={"type": ["object", "string"]})

    office: Line = Field(
        alias="befattning", description="Befattningen eller den fackliga organisationen, aldrig namnet på en anställd."
    )
    paragraphs: AttendedParagraphs | None = Field(
        None,
        alias="paragrafer",
        description="Paragraferna som befattningen var med om, när det inte var alla, till exempel 1-4, del av 5.",
    )

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, written: object) -> object:
        return {"befattning": written} if isinstance(written, str) else written

    @model_serializer(mode="wrap")
    def _said(self, said: SerializerFunctionWrapHandler) -> object:
        # The office alone stands as it is written, so that what was approved before paragraphs could be told stands still.
        return self.office if self.paragraphs is None else said(self)


class Adjournment(Model):
    """A break ("ajournering"), by the clock; one that goes on after midnight, or on another day ("till_datum")."""

    hours: MeetingHours = Field(
        alias="tid", description="Klockslag då sammanträdet ajournerades och återupptogs, till exempel 10:00-10:20."
    )
    date: Date | None = Field(None, alias="datum", description="Dagen, när sammanträdet har flera.")
    until: Date | None = Field(
        None, alias="till_datum", description="Dagen då det återupptogs, när det var en annan dag."
    )
    after: ParagraphNumber | None = Field(
        None, alias="efter_paragraf", description="Paragrafen som var avslutad när sammanträdet ajournerades."
    )
    during: ParagraphNumber | None = Field(
        None, alias="under_paragraf", description="Paragrafen som behandlades när sammanträdet ajournerades."
    )


class Attendance(Model):
    """Who was there ("närvarande")."""

    chair: ElectedName = Field(alias="ordförande", description="Den som ledde sammanträdet.")
    members: tuple[Attendant, ...] = Field(
        alias="ledamöter", description="Ledamöter som deltog, ordföranden inräknad.", min_length=1
    )
    serving: tuple[ServingSubstitute, ...] = Field(
        (), alias="tjänstgörande_ersättare", description="Ersättare som tjänstgjorde."
    )
    substitutes: tuple[Attendant, ...] = Field(
        (), alias="ersättare", description="Ersättare som var med utan att tjänstgöra."
    )
    others: tuple[PresentOffice, ...] = Field(
        (), alias="övriga", description="Andra som var med: befattningar, aldrig namn på anställda."
    )

    @property
    def everyone(self) -> Iterator[tuple[tuple[str, int], Attendant]]:
        """Every elected representative who was there, with the list's key and the row in it."""
        lists = {"ledamöter": self.members, "tjänstgörande_ersättare": self.serving, "ersättare": self.substitutes}
        return (((key, n), one) for key, people in lists.items() for n, one in enumerate(people))

    def entitled_at(self, paragraph: int) -> frozenset[str]:
        """Members and serving substitutes who surely were there when the paragraph was decided, whoever was disqualified."""
        return frozenset(one.name for one in (*self.members, *self.serving) if one.present_at(paragraph))

    def may_be_entitled_at(self, paragraph: int) -> frozenset[str]:
        """Those of them of whom nothing says that they were gone."""
        return frozenset(one.name for one in (*self.members, *self.serving) if one.may_be_at(paragraph))

    def may_be_there_at(self, paragraph: int) -> frozenset[str]:
        """Every elected representative who may have been there, substitutes who did not serve included."""
        there = frozenset(one.name for one in self.substitutes if one.may_be_at(paragraph))
        return there | self.may_be_entitled_at(paragraph)
