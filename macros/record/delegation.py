"""Delegated decisions: a unit's list ("delegationsbeslut"), a notice of those not reported ("anslag"), and the order behind them.

A list is made by others: dates and numbers are read in whatever common form they came, with that form kept beside.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.law import running
from macros.record.filed import Filed
from macros.record.item import Attachment, Withdrawable
from macros.record.loose_dates import loose_date
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, Text, YearMonth, YesNo, line, read_date, text_schema

WITHHELD_DECISION = "Beslutet visas inte"
"""What stands as "beslut" in a row that is kept for its case number alone."""


@dataclass(frozen=True)
class WrittenDate:
    """A date of a list made by others, in whatever common form it came; `written` keeps that form."""

    date: dt.date
    written: str

    @property
    def normalised(self) -> bool:
        """Whether it was written otherwise than ÅÅÅÅ-MM-DD."""
        return self.written != self.date.isoformat()


def _written_date(value: object) -> WrittenDate:
    written = line(value)
    date = loose_date(written)
    return WrittenDate(date if date is not None else read_date(written), written)


@dataclass(frozen=True)
class SerialNumber:
    """A unit's own number ("löpnummer") without stray spaces; `written` keeps how it came. Never a case number."""

    number: str
    written: str

    @property
    def normalised(self) -> bool:
        """Whether spaces were taken out."""
        return self.written != self.number


def _serial_number(value: object) -> SerialNumber:
    written = line(value)
    return SerialNumber(re.sub(r"\s+", "", written), written)


ListDate = Annotated[WrittenDate, BeforeValidator(_written_date), text_schema(title="datum, helst ÅÅÅÅ-MM-DD")]
Serial = Annotated[SerialNumber, BeforeValidator(_serial_number), text_schema(title="löpnummer")]


class DelegatedDecision(Model):
    """One row of a list."""

    date: ListDate = Field(
        alias="datum",
        description="Beslutets dag; helst ÅÅÅÅ-MM-DD, andra vanliga former läses med en varning.",
    )
    point: Line | None = Field(None, alias="punkt", description="Delegationspunkten, till exempel A6.")
    decision: Text = Field(alias="beslut", description="Vad som beslutades, utan namn på enskilda.")
    case_number: Line | None = Field(
        None, alias="diarienummer", description="Ärendets nummer i nämndens diarium, om det har ett."
    )
    serial_number: Serial | None = Field(
        None,
        alias="löpnummer",
        description="Enhetens eget nummer, till exempel 34:2017; aldrig ett diarienummer.",
    )
    delegate: Line | None = Field(None, alias="delegat", description="Befattningen som beslutade, aldrig ett namn.")
    urgent: YesNo = Field(
        False,
        alias="brådskande",
        description=f"ja när ordföranden beslutade för att nämnden inte kunde vänta, enligt {running('KL 6:39')}.",
    )


class ListedDecision(DelegatedDecision, Withdrawable):
    """A decision of a unit's list, which may have a page of its own with text, conditions, documents and recipients.

    Of one that was withdrawn ("tillbakadragen") only its day, number and page are left; its words are `WITHHELD_DECISION`.
    """

    page: Line | None = Field(
        None,
        alias="sida",
        description="Namnet på beslutets egen sida, med små bokstäver a-z, siffror och bindestreck; en adress som aldrig "
        "ändras.",
    )
    text: Text | None = Field(
        None, alias="text", description="Beslutets text, utan namn på enskilda; en tom rad skiljer stycken åt."
    )
    conditions: tuple[Text, ...] = Field((), alias="villkor", description="Villkoren för beslutet, ett per rad.")
    recipients: tuple[Line, ...] = Field(
        (), alias="mottagare", description="Vilka som får beslutet; skriv organ:id för ett organ i arkivet."
    )
    attachments: tuple[Attachment, ...] = Field((), alias="bilagor", description="Beslutets bilagor.")


class DelegationListHeader(Header, Withdrawable):
    """The header of a unit's list of delegated decisions ("delegationsbeslut").

    Of one that was withdrawn ("tillbakadragen") only rows that keep a case's address are left; their words are
    `WITHHELD_DECISION`.
    """

    unit: Line = Field(alias="enhet", description="Enheten eller den förtroendevalda funktion som listan kommer från.")
    month: YearMonth = Field(alias="månad", description="Månaden som listan gäller, ÅÅÅÅ-MM.")
    received: Date | None = Field(
        None, alias="inkommen", description="Dagen då listan kom in; utan nyckeln bedöms inte om den var sen."
    )
    decisions: tuple[ListedDecision, ...] = Field(
        (),
        alias="beslut",
        description="Besluten, ett per rad; en tom lista betyder att inga beslut fattades.",
    )


class NoticeHeader(Header):
    """The header of a notice ("anslag") of decisions that are not reported to the body but can be appealed (KL 8:10)."""

    title: Line = Field(alias="rubrik", description="Vad anslaget gäller.")
    minuted: Date = Field(alias="protokollfört", description="Dagen då besluten fördes in i ett särskilt protokoll.")
    posted: Date = Field(alias="anslaget", description="Dagen då anslaget sattes upp.")
    removed: Date | None = Field(None, alias="nedtaget", description="Dagen då anslaget togs ned.")
    kept_at: Line | None = Field(None, alias="förvaras", description="Var protokollet förvaras.")
    decisions: tuple[DelegatedDecision, ...] = Field(alias="beslut", description="Besluten, ett per rad.", min_length=1)


@dataclass(frozen=True)
class Notice(Filed[NoticeHeader]):
    """A notice of delegated decisions that are not reported (KL 8:10)."""

    body_id: str
    slug: str


class Point(Model):
    """A point of the order: what it covers and who may decide."""

    id: Line = Field(alias="punkt", description="Punktens beteckning, till exempel A6.")
    text: Text | None = Field(None, alias="text", description="Vad punkten gäller; får saknas när texten inte är känd.")
    law: Line | None = Field(None, alias="lagrum", description="Lagrummet.")
    delegate: Line | None = Field(None, alias="delegat", description="Befattningen som får besluta.")
    reported: YesNo | None = Field(None, alias="anmäls", description="Om beslutet ska anmälas till nämnden.")


class DelegationOrderHeader(Header):
    """The header of a delegation order ("delegationsordning")."""

    since: Date | None = Field(
        None,
        alias="gäller_från",
        description="Första dagen som ordningen gäller; får saknas när dagen inte är känd.",
    )
    points: tuple[Point, ...] = Field(alias="punkter", description="Ordningens punkter.", min_length=1)
