"""Delegated decisions: a unit's monthly list ("delegationsbeslut") and the order that gives the right ("delegationsordning")."""

from __future__ import annotations

from pydantic import Field

from macros.record.as_written import ListDate, Serial
from macros.record.item import Withdrawable
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, Text, YearMonth, YesNo

WITHHELD_DECISION = "Beslutet visas inte"
"""What stands as "beslut" in a row that is kept for its case number alone."""


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
        description="ja när ordföranden beslutade för att nämnden inte kunde vänta (KL 6:39).",
    )


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
    decisions: tuple[DelegatedDecision, ...] = Field(
        (),
        alias="beslut",
        description="Besluten, ett per rad; en tom lista betyder att inga beslut fattades.",
    )


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
