"""`kallelse.md`: the call ("kallelse") to one meeting; its body is the letter."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from macros.record.body import Openness
from macros.record.item import Attachment
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, MeetingHours, Time, Word, YesNo


class MeetingState(Word):
    """How far a meeting has come ("läge"); what follows it is told by the minutes."""

    PLANNED = "planerat"
    CALLED = "kallat"
    HELD = "genomfört"
    CANCELLED = "inställt"


class MeetingKind(Word):
    """Kind of meeting ("slag"); only "ordinarie" is held against the year's schedule."""

    ORDINARY = "ordinarie"
    EXTRA = "extra"
    CONSTITUENT = "konstituerande"


class Move(Model):
    """A meeting that changed its day."""

    old: Date = Field(alias="från", description="Dagen som gällde förut.")
    new: Date = Field(alias="till", description="Den nya dagen.")
    reason: Line | None = Field(None, alias="skäl", description="Varför sammanträdet flyttades.")
    decided: Date | None = Field(None, alias="beslutat", description="När flyttningen bestämdes.")


class StandingPoint(Model):
    """A point before the numbered items, such as "Justering"."""

    name: Line = Field(alias="namn", description="Punktens namn.")
    numbered: YesNo = Field(
        False, alias="får_paragraf", description="ja om punkten får en egen paragraf i protokollet."
    )


class Occasion(Model):
    """A time and place."""

    time: Time | None = Field(None, alias="tid", description="Klockslaget då det börjar.")
    venue: Line | None = Field(None, alias="plats", description="Var det är.")


class FurtherDay(Model):
    """A day on which a meeting that is not over goes on ("fler_dagar"): the next one, or another week's."""

    date: Date = Field(alias="datum", description="Dagen då sammanträdet fortsätter.")
    hours: MeetingHours | None = Field(None, alias="tid", description="Klockslag den dagen, från eller från och till.")
    venue: Line | None = Field(None, alias="plats", description="Plats, när det inte är samma som första dagen.")


class GroupMeeting(Occasion):
    """Where a party group gathers before the meeting."""

    group: Line = Field(alias="grupp", description="Vilka som samlas, till exempel majoriteten.")


class Absence(Model):
    """To whom somebody who cannot come reports it."""

    to: Line = Field(alias="till", description="Funktion som tar emot anmälan.")
    step: Line | None = Field(
        None, alias="senast", description="Id för det steg som är sista dagen, till exempel anmäl_förhinder."
    )


class SummonsHeader(Header):
    """The header of a call ("kallelse")."""

    date: Date = Field(alias="datum", description="Dagen då sammanträdet hålls, den första om det har flera.")
    further_days: tuple[FurtherDay, ...] = Field(
        (),
        alias="fler_dagar",
        description="När sammanträdet har flera dagar: varje dag efter den första, också när det ajourneras till en annan vecka.",
    )
    hours: MeetingHours | None = Field(
        None,
        alias="tid",
        description="Klockslag då sammanträdet börjar, eller från och till; efter midnatt skrivs 18:00-00:40.",
    )
    venue: Line | None = Field(None, alias="plats", description="Var sammanträdet hålls.")
    state: MeetingState = Field(alias="läge", description="planerat, kallat, genomfört eller inställt.")
    state_reason: Line | None = Field(None, alias="skäl", description="Varför sammanträdet är inställt.")
    moves: tuple[Move, ...] = Field((), alias="flyttningar", description="Ändringar av dagen, i tidsordning.")
    kind: MeetingKind = Field(MeetingKind.ORDINARY, alias="slag", description="ordinarie, extra eller konstituerande.")
    called: Date | None = Field(None, alias="kallelsens_datum", description="Dagen då kallelsen skickades.")
    openness: Openness | None = Field(
        None,
        alias="offentligt",
        description="Om allmänheten får närvara just denna gång: ja, nej eller okänt.",
    )
    chair: Line | None = Field(None, alias="ordförande", description="Den förtroendevalde som leder sammanträdet.")
    points: tuple[StandingPoint, ...] = Field(
        (), alias="inledande_punkter", description="Punkter före de numrerade ärendena."
    )
    approval: Occasion | None = Field(None, alias="justering", description="När och var protokollet justeras.")
    group_meetings: tuple[GroupMeeting, ...] = Field(
        (), alias="gruppmöten", description="Gruppmöten före sammanträdet."
    )
    attachments: tuple[Attachment, ...] = Field(
        (), alias="bilagor", description="Kallelsens egna bilagor, som inte hör till ett ärende."
    )
    absence: Absence | None = Field(
        None, alias="anmäl_förhinder", description="Till vem förhinder anmäls och till när."
    )

    @property
    def time(self) -> dt.time | None:
        """When the meeting begins on its first day."""
        return self.hours.start if self.hours else None
