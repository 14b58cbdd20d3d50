"""An item ("ärende") on an agenda or without a known meeting: its header; its body is the report ("tjänsteskrivelse")."""

from __future__ import annotations

from pydantic import Field

from macros.record.described import Described, Signed
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, Text, Word, YesNo


class ItemKind(Word):
    """What kind of matter it is ("slag")."""

    DECISION = "beslut"
    INFORMATION = "information"
    REPORTED = "anmälan"
    DELEGATION = "delegation"
    MOTION = "motion"
    MOTION_RESPONSE = "motionssvar"
    CITIZENS_PROPOSAL = "medborgarförslag"
    MEMBERS_INITIATIVE = "initiativ"
    REFERRAL_RESPONSE = "remissvar"
    FOLLOW_UP = "uppföljning"
    ELECTION = "val"
    MEMORANDUM = "promemoria"


class Publication(Word):
    """Whether a document is shown ("publiceras"): whole, only that something is left out, or not at all."""

    YES = "ja"
    MASKED = "maskat"
    NO = "nej"


class WithheldReason(Word):
    """Why something is not shown ("skäl")."""

    SECRECY = "sekretess"
    PERSONAL_DATA = "personuppgifter"
    COPYRIGHT = "upphovsrätt"
    UNREAD = "oläst"


MASKING = (WithheldReason.SECRECY, WithheldReason.PERSONAL_DATA, WithheldReason.COPYRIGHT)
"""The reasons that stand for good; what nobody has read yet ("oläst") is left out for a while only."""


class Arrival(Word):
    """How a document came to the meeting ("tillkom")."""

    SUMMONS = "kallelse"
    LATE_DISPATCH = "kompletterande utskick"
    AT_MEETING = "vid sammanträdet"


class Publishable(Model):
    """Whether something is shown."""

    publication: Publication = Field(Publication.YES, alias="publiceras", description="ja, maskat eller nej.")


class Explained(Model):
    """Why something is not shown ("skäl", "lagrum")."""

    reason: WithheldReason | None = Field(
        None,
        alias="skäl",
        description="Varför handlingen inte visas: sekretess, personuppgifter eller upphovsrätt; oläst när ett ärende "
        "är importerat men inte läst.",
    )
    legal_ground: Line | None = Field(None, alias="lagrum", description="Lagrummet; bara när skälet är sekretess.")


class Withdrawable(Explained):
    """Why something is not shown, and the day it was withdrawn ("tillbakadragen") if it had been; its address stays."""

    withdrawn: Date | None = Field(
        None,
        alias="tillbakadragen",
        description="Dagen då en publicerad handling drogs tillbaka; adressen finns kvar och säger det.",
    )


class Arriving(Model):
    """How a document came to the meeting, and when."""

    arrival: Arrival = Field(
        Arrival.SUMMONS,
        alias="tillkom",
        description="Med kallelsen, i ett kompletterande utskick eller vid sammanträdet.",
    )
    arrival_date: Date | None = Field(
        None, alias="tillkom_datum", description="När handlingen tillkom efter kallelsen."
    )


# The keys come in the order of the bases from the right, so that a reader meets "publiceras" before its "skäl".
class Withholding(Arriving, Withdrawable, Publishable):
    """Whether and why something is left out; shared by items and attachments."""

    @property
    def is_shown(self) -> bool:
        """Whether title and content may be shown."""
        return self.publication is Publication.YES and self.withdrawn is None


class Attachment(Described, Withholding):
    """A document of an item, a call or minutes ("bilaga"); without `fil` it is listed and can be asked for."""

    title: Line | None = Field(None, alias="titel", description="Bilagans titel så som läsaren ser den.")
    file: Line | None = Field(None, alias="fil", description="Filens namn i mappen bilagor.")


class OtherNumber(Model):
    """The same matter in another body's diary."""

    body: Line = Field(alias="organ", description="Organets id (mappens namn).")
    number: Line = Field(alias="nummer", description="Diarienumret i det organets diarium.")


class RouteStop(Model):
    """One stop of a matter's way through the bodies ("beslutsgång")."""

    body: Line = Field(alias="organ", description="Organets id (mappens namn).")
    date: Date | None = Field(None, alias="datum", description="Dagen då organet behandlar ärendet.")
    note: Line | None = Field(None, alias="anmärkning", description="Upplysning om just detta steg.")


class Struck(Model):
    """That an item was taken off the agenda after the call ("utgår")."""

    date: Date = Field(alias="datum", description="Dagen då ärendet togs bort från föredragningslistan.")
    reason: Line | None = Field(None, alias="skäl", description="Varför ärendet inte tas upp.")
    moved_to: Line | None = Field(
        None,
        alias="till",
        description="Sammanträdets mapp, om ärendet i stället tas upp på ett senare sammanträde; ärendet där har fortsätter.",
    )


class ItemHeader(Header, Signed, Withholding):
    """The header of an item ("ärende")."""

    title: Line | None = Field(None, alias="rubrik", description="Ärendets rubrik på listan; utelämnas bara i maskade.")
    case_title: Line | None = Field(
        None,
        alias="ärendemening",
        description="Hela ärendets namn genom alla sammanträden, så som det står i diariet; skrivs i det första ärendet. "
        "Utan nyckeln heter det som det första ärendets rubrik.",
    )
    case_number: Line | None = Field(None, alias="diarienummer", description="Ärendets nummer i diariet; får saknas.")
    other_numbers: tuple[OtherNumber, ...] = Field(
        (), alias="andra_diarienummer", description="Samma ärende i andra organs diarier."
    )
    collective: YesNo = Field(
        False,
        alias="samlingsnummer",
        description="ja när numret samlar många olika handlingar, till exempel årets delegationslistor.",
    )
    kind: ItemKind = Field(ItemKind.DECISION, alias="slag", description="Vad för slags ärende det är.")
    proposals: tuple[Text, ...] = Field(
        (), alias="förslag_till_beslut", description="Förslaget, en sats per rad i listan."
    )
    proposed_by: Line | None = Field(
        None, alias="förslagsställare", description="Vem som lägger fram förslaget, till exempel Ordföranden."
    )
    movers: tuple[Line, ...] = Field(
        (), alias="motionärer", description="Förtroendevalda som har lagt en motion eller ett initiativ."
    )
    officer: Line | None = Field(None, alias="handläggare", description="Handläggarens befattning, aldrig ett namn.")
    presenter: Line | None = Field(
        None, alias="föredragande", description="Föredragandens befattning, aldrig ett namn."
    )
    document_date: Date | None = Field(None, alias="handlingens_datum", description="Dagen som handlingen är daterad.")
    attachments: tuple[Attachment, ...] = Field(
        (), alias="bilagor", description="Ärendets bilagor: handlingar som är filer, och de som arkivet inte har."
    )
    continues: Line | None = Field(
        None,
        alias="fortsätter",
        description="Ett tidigare ärende som kommer tillbaka: sammanträdets mapp/ärendets filnamn utan nummer och .md.",
    )
    struck: Struck | None = Field(
        None,
        alias="utgår",
        description="När ärendet togs bort från föredragningslistan efter kallelsen; filen och adressen finns kvar.",
    )
    heading: Line | None = Field(
        None,
        alias="avsnitt",
        description="Rubriken på föredragningslistan som börjar med det här ärendet, till exempel Beslutsärenden; "
        "den gäller till nästa avsnitt.",
    )
    route: tuple[RouteStop, ...] = Field(
        (), alias="beslutsgång", description="Organen som ärendet passerar, i ordning."
    )
    sent_to: tuple[Line, ...] = Field(
        (),
        alias="expedieras_till",
        description="Vilka som får beslutet; skriv organ:id för ett organ i arkivet.",
    )


_BODY_MARK = "organ:"


def body_named(receiver: str) -> str | None:
    """The id of the body that a receiver ("expedieras_till") names as `organ:id`; None for any other words."""
    return receiver.removeprefix(_BODY_MARK).strip() if receiver.startswith(_BODY_MARK) else None
