"""`organ.md`: the body that meets ("organ"): who it is, when it meets, how its numbers look and whom to ask."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from pydantic import BeforeValidator, Field

from macros.record.former_names import FormerName
from macros.record.item import ItemKind
from macros.record.schema import Header, Model
from macros.record.values import Date, DayOfMonth, Days, Line, Several, Text, Time, WhenHoliday, Word, YesNo


class BodyKind(Word):
    """What kind of body ("slag"); only fullmäktige is held to the rules of KL 5:13-15 about announcement."""

    BOARD = "nämnd"
    EXECUTIVE_BOARD = "styrelse"
    COMMITTEE = "utskott"
    ASSEMBLY = "fullmäktige"
    JOINT_BOARD = "gemensam nämnd"


class Weekday(Word):
    """Days of the week as they are written; `number` counts from Monday = 0, as in `datetime.date.weekday()`."""

    MONDAY = "måndag"
    TUESDAY = "tisdag"
    WEDNESDAY = "onsdag"
    THURSDAY = "torsdag"
    FRIDAY = "fredag"
    SATURDAY = "lördag"
    SUNDAY = "söndag"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return list(Weekday).index(self)


_ON_NO_ONE_DAY = "sammanträder organet på olika dagar eller vid behov: ta bort raden"
MeetingWeekday = Annotated[Weekday, BeforeValidator(partial(Weekday.read, otherwise=_ON_NO_ONE_DAY))]
"""The weekday of a body's meetings; a body without one has no such row."""


class Openness(Word):
    """Whether meetings are open to the public ("offentliga sammanträden", KL 6:25); "okänt" prints nothing."""

    OPEN = "ja"
    CLOSED = "nej"
    UNKNOWN = "okänt"


class ParagraphSeries(Word):
    """When the numbers of paragraphs start again from 1 ("paragrafserie")."""

    YEAR = "år"
    TERM = "mandatperiod"


class Contact(Model):
    """How the body is reached; only functions, never a private person's details."""

    postal_address: Line | None = Field(None, alias="postadress", description="Postadress på en rad.")
    visiting_address: Line | None = Field(None, alias="besöksadress", description="Besöksadress på en rad.")
    telephone: Line | None = Field(None, alias="telefon", description="Växelns nummer; aldrig ett privat nummer.")
    email: Line | None = Field(None, alias="e-post", description="Funktionsbrevlåda; aldrig en persons egen adress.")
    web: Line | None = Field(None, alias="webbplats", description="Kommunens webbplats.")


class OfficialDetails(Model):
    """What belongs to functions and not to persons, besides the contacts: the guard of personal data lets it through."""

    telephones: tuple[Line, ...] = Field(
        (), alias="telefon", description="Nummer till funktioner, också mobilnummer, till exempel en jour."
    )
    addresses: tuple[Line, ...] = Field(
        (), alias="adresser", description="Gatuadresser till kommunens egna lokaler och till andra myndigheter."
    )
    mailboxes: tuple[Line, ...] = Field((), alias="e-post", description="Funktionsbrevlådor utanför e-postdomänerna.")
    domains: tuple[Line, ...] = Field(
        (), alias="e-postdomäner", description="Domäner vars alla adresser får visas, till exempel en myndighets."
    )


class ReportingRule(Model):
    """The last day for reporting a month's delegated decisions: a day and time of the month that follows."""

    day: DayOfMonth = Field(alias="dag", description="Dag i månaden efter beslutsmånaden.")
    time: Time | None = Field(None, alias="tid", description="Senaste klockslag den dagen.")
    when_holiday: WhenHoliday = Field(
        WhenHoliday.KEEP,
        alias="vid_helgdag",
        description="Vad som händer när dagen inte är en arbetsdag: före, efter eller behåll.",
    )


class Reporting(ReportingRule):
    """The body's rule for reporting delegated decisions, and units with a rule of their own."""

    units: dict[str, ReportingRule] = Field(
        {}, alias="enheter", description="Enheter med en egen dag: enhetens namn och dess regel."
    )


class AppealTo(Model):
    """The court that an appeal ("laglighetsprövning") is sent to.

    One that reached the municipality in time counts. Source: KL 13:5-6.
    """

    court: Line = Field(alias="domstol", description="Förvaltningsrättens namn.")
    address: Line | None = Field(None, alias="adress", description="Domstolens postadress på en rad.")
    email: Line | None = Field(None, alias="e-post", description="Domstolens funktionsbrevlåda.")


class NoticeBoard(Model):
    """Where the municipality's official notice board ("anslagstavla", KL 8:8-9) is: here or elsewhere."""

    official: YesNo = Field(
        False,
        alias="officiell",
        description="ja när den här webbplatsen är kommunens officiella anslagstavla.",
    )
    address: Line | None = Field(
        None, alias="adress", description="Adressen till den officiella anslagstavlan, när den inte är här."
    )
    announcements: Line | None = Field(
        None,
        alias="kungörelser",
        description="Var kommunens kungörelser och underrättelser finns, när det inte är på den officiella anslagstavlan.",
    )


class RecurringItem(Model):
    """An item that the body has at every meeting ("återkommande ärende"), as a new meeting's agenda gets it."""

    title: Line = Field(alias="rubrik", description="Ärendets rubrik på listan.")
    kind: ItemKind = Field(ItemKind.INFORMATION, alias="slag", description="Vad för slags ärende det är.")
    proposals: tuple[Text, ...] = Field((), alias="förslag_till_beslut", description="Förslaget, en sats per rad.")


class BodyHeader(Header):
    """The header of `organ.md`."""

    name: Line = Field(alias="namn", description="Organets fullständiga namn.")
    former_names: tuple[FormerName, ...] = Field(
        (),
        alias="tidigare_namn",
        description="Namn som organet har haft: vad som sägs om en dag dessförinnan behåller det.",
    )
    short_name: Line | None = Field(None, alias="förkortning", description="Namnet i kort form, till exempel AVUX.")
    municipality: Line = Field(alias="kommun", description="Kommunens namn, till exempel Botkyrka kommun.")
    kind: BodyKind = Field(alias="slag", description="Vad för slags organ det är.")
    diary_series: tuple[Line, ...] = Field(
        (),
        alias="diarieserie",
        description="Hur diarienumren skrivs, en form per rad: ÅÅÅÅ eller ÅÅ är året, N ett löpnummer, NNN tre siffror.",
    )
    paragraph_series: ParagraphSeries = Field(
        ParagraphSeries.YEAR, alias="paragrafserie", description="När paragraferna börjar om från 1."
    )
    weekdays: Annotated[tuple[MeetingWeekday, ...], Several()] = Field(
        (), alias="sammanträdesdag", description="Veckodag då organet sammanträder, eller en lista när det är flera."
    )
    time: Time | None = Field(None, alias="tid", description="Klockslag då sammanträdena brukar börja.")
    venue: Line | None = Field(None, alias="plats", description="Var organet brukar sammanträda.")
    summons_days: Days | None = Field(
        None,
        alias="kallelse_senast",
        description="Antal dagar före sammanträdet som kallelsen senast skickas.",
    )
    summons_source: Line | None = Field(
        None,
        alias="kallelse_källa",
        description="Var den tiden är bestämd, till exempel reglementet och dess paragraf.",
    )
    contact: Contact | None = Field(None, alias="kontakt", description="Hur organet nås.")
    registrar: Contact | None = Field(
        None, alias="registrator", description="Vart den vänder sig som vill ha ut en handling."
    )
    official: OfficialDetails | None = Field(
        None,
        alias="officiella_uppgifter",
        description="Nummer och adresser som hör till funktioner; granskningen släpper igenom dem.",
    )
    openness: Openness = Field(
        Openness.UNKNOWN,
        alias="offentliga_sammanträden",
        description="Om allmänheten får närvara: ja, nej eller okänt.",
    )
    distance_decision: Line | None = Field(
        None, alias="distans_beslut", description="Fullmäktiges beslut som tillåter deltagande på distans."
    )
    member_municipalities: tuple[Line, ...] = Field(
        (), alias="medlemskommuner", description="Kommunerna i en gemensam nämnd; var och en har sitt anslag."
    )
    appeal_to: AppealTo | None = Field(
        None, alias="överklagande", description="Domstolen som nämndens beslut överklagas till."
    )
    notice_board: NoticeBoard | None = Field(
        None, alias="anslagstavla", description="Var kommunens officiella anslagstavla finns."
    )
    minutes_kept_at: Line | None = Field(
        None, alias="förvaring", description="Var nämndens protokoll brukar förvaras, till exempel ett kansli."
    )
    reporting: Reporting | None = Field(
        None,
        alias="anmälan_av_delegation",
        description="När enheternas delegationsbeslut senast ska vara inne.",
    )
    administration: Line | None = Field(None, alias="förvaltning", description="Förvaltningen som arbetar åt organet.")
    units: tuple[Line, ...] = Field((), alias="enheter", description="Förvaltningens enheter.")
    call_letter: Text | None = Field(
        None,
        alias="kallelsebrev",
        description="Brevet i varje ny kallelse, i stället för programmets eget; dagar skrivs som makron.",
    )
    recurring_items: tuple[RecurringItem, ...] = Field(
        (),
        alias="återkommande_ärenden",
        description="Ärenden som varje nytt sammanträdes lista får, efter anmälningar och delegationsbeslut.",
    )
    phrases: tuple[Text, ...] = Field(
        (),
        alias="standardfraser",
        description="Meningar som ofta behövs i ärenden och protokoll; skrivbordet erbjuder dem i hela kommunens nämnder.",
    )
    begins: Date | None = Field(
        None,
        alias="arkivet_börjar",
        description="Dagen från vilken alla sammanträden och protokoll finns här; av äldre kan några saknas.",
    )
    historical: YesNo = Field(
        False,
        alias="historiskt",
        description="ja när organet inte längre följs upp: inget räknas som väntat eller försenat.",
    )
    invented: YesNo = Field(
        False,
        alias="påhittat",
        description="ja när organet är ett exempel som inte finns; det sägs på varje sida.",
    )

    @property
    def names(self) -> frozenset[str]:
        """Every name that the body has had."""
        return frozenset((self.name, *(former.name for former in self.former_names)))
