"""`protokoll.md`: the minutes ("protokoll") of one meeting: who was there, what was decided, how it was approved and posted."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.record.attendance import Adjournment, Attendance, Named, Names
from macros.record.corrections import Correction, MinutesChange
from macros.record.elected_names import ElectedName
from macros.record.item import Attachment, Explained, Publication, Publishable
from macros.record.numbers import ParagraphNumber, ParagraphRanges
from macros.record.schema import Header, Model
from macros.record.values import Date, Line, MeetingHours, Several, Text, Word, YesNo, wrong
from macros.record.votes import SecretVote, Vote


class Outcome(Word):
    """What became of an item ("utfall"); "visas inte" is the only word for an item that is not shown."""

    AS_PROPOSED = "enligt förslag"
    DECIDED = "beslutat"
    CHANGED = "ändrat"
    REJECTED = "avslag"
    REFERRED_BACK = "återremiss"
    REFERRED_BACK_BY_MINORITY = "minoritetsåterremiss"
    TABLED = "bordlagt"
    WITHDRAWN = "utgår"
    NOTED = "noteras"
    WITHHELD = "visas inte"


TO_COME_BACK = (Outcome.REFERRED_BACK, Outcome.REFERRED_BACK_BY_MINORITY, Outcome.TABLED)
"""What an item was not settled by: it is taken up again."""

SETTLED = (Outcome.AS_PROPOSED, Outcome.DECIDED, Outcome.CHANGED, Outcome.REJECTED)
"""What a matter is settled by."""


class Appeal(Word):
    """How a decision can be appealed ("överklagande")."""

    JUDICIAL_REVIEW = "laglighetsprövning"
    ADMINISTRATIVE_APPEAL = "förvaltningsbesvär"
    NONE = "kan inte överklagas"


class Yrkande(Model):
    """A proposal made at the meeting ("yrkande"); not a motion."""

    names: Names = Field(alias="av", description="Vilka som yrkade.", min_length=1)
    text: Text = Field(alias="yrkande", description="Vad som yrkades.")


class Dissent(Model):
    """A dissent ("reservation", KL 4:27)."""

    names: Names = Field(alias="av", description="Vilka som reserverade sig.", min_length=1)
    text: Text | None = Field(None, alias="text", description="Reservationens text, om den är skriftlig.")


class Statement(Model):
    """A statement or a note to the minutes ("särskilt yttrande", "protokollsanteckning")."""

    names: Names = Field(alias="av", description="Vilka som lämnade den.", min_length=1)
    text: Text = Field(alias="text", description="Texten.")


class Disqualification(Named):
    """Somebody who for bias took no part and was not present ("jäv", KL 6:28-32)."""


class Assignment(Model):
    """Something that a decision tells somebody to do ("uppdrag")."""

    what: Text = Field(alias="vad", description="Vad som ska göras.")
    to: Line = Field(alias="till", description="Vem som ska göra det: en befattning eller en nämnd.")
    due: Date | None = Field(None, alias="redovisas", description="När det senast ska redovisas.")
    reported_in: Line | None = Field(
        None,
        alias="redovisat_i",
        description="Sammanträdets mapp/paragrafens nummer där det redovisades, till exempel 2026-05-13/52.",
    )


class Expedited(Model):
    """That a decision was sent to one who is to have it ("expedierat"): no private person is named, nor who sent it."""

    to: Line = Field(
        alias="till",
        description="Mottagaren, som under expedieras_till; en privatperson skrivs enskild, aldrig med namn.",
    )
    date: Date = Field(alias="datum", description="Dagen då beslutet skickades.")
    by: Line | None = Field(None, alias="av", description="Befattningen som skickade det, aldrig ett namn.")


class Paragraph(Explained, Publishable):
    """A numbered paragraph ("§"): for one item or several, an unnumbered point or a heading of its own.

    Where the heading of a public item may be told but not the decision, the paragraph itself says why ("skäl").
    """

    number: ParagraphNumber = Field(alias="nummer", description="Paragrafens nummer.")
    items: Annotated[tuple[Line, ...], Several()] = Field(
        (),
        alias="ärende",
        description="Ärendets filnamn utan nummer och .md; flera när paragrafen avgör flera ärenden.",
    )
    point: Line | None = Field(None, alias="punkt", description="En inledande punkt, med samma namn som i kallelsen.")
    title: Line | None = Field(
        None, alias="rubrik", description="En egen rubrik, när paragrafen inte hör till ett ärende eller en punkt."
    )
    chair: ElectedName | None = Field(
        None,
        alias="ordförande",
        description="Den som ledde just den här paragrafen, när det inte var sammanträdets ordförande.",
    )
    outcome: Outcome = Field(alias="utfall", description="Vad det blev av ärendet.")
    decision: tuple[Text, ...] = Field(
        (), alias="beslut", description="Beslutets satser; utelämnas när utfallet är enligt förslag."
    )
    yrkanden: tuple[Yrkande, ...] = Field((), alias="yrkanden", description="Förslag som lades på sammanträdet.")
    putting_order: Text | None = Field(
        None, alias="propositionsordning", description="I vilken ordning förslagen ställdes mot varandra."
    )
    votes: tuple[Vote, ...] = Field((), alias="votering", description="Öppna omröstningar, i ordning.")
    secret_vote: SecretVote | None = Field(None, alias="sluten_omröstning", description="En sluten omröstning.")
    dissents: tuple[Dissent, ...] = Field((), alias="reservationer", description="Reservationer.")
    statements: tuple[Statement, ...] = Field((), alias="särskilda_yttranden", description="Särskilda yttranden.")
    notes_to_minutes: tuple[Statement, ...] = Field(
        (), alias="anteckningar", description="Anteckningar till protokollet."
    )
    disqualified: tuple[Disqualification, ...] = Field(
        (), alias="jäv", description="De som anmälde jäv och inte deltog."
    )
    not_deciding: Names = Field(
        (), alias="deltar_inte", description="De som var med men avstod från att delta i beslutet (KL 4:25)."
    )
    assignments: tuple[Assignment, ...] = Field((), alias="uppdrag", description="Uppdrag som beslutet ger.")
    appeal: Appeal = Field(Appeal.JUDICIAL_REVIEW, alias="överklagande", description="Hur beslutet kan överklagas.")
    sent_to: tuple[Line, ...] = Field(
        (),
        alias="expedieras_till",
        description="Vilka som får beslutet, utöver dem som står i ärendet; skriv organ:id för ett organ i arkivet.",
    )
    corrections: tuple[Correction, ...] = Field(
        (), alias="rättelser", description="Vad som senare beslutades eller antecknades om den justerade paragrafen."
    )
    expedited: tuple[Expedited, ...] = Field(
        (), alias="expedierat", description="Till vilka det justerade beslutet har skickats, och när."
    )

    @property
    def is_left_out(self) -> bool:
        """Whether the paragraph itself says that its decision is not shown."""
        return self.outcome is Outcome.WITHHELD or self.publication is not Publication.YES

    @property
    def disqualified_names(self) -> frozenset[str]:
        """Those who took no part because of bias ("jäv")."""
        return frozenset(one.name for one in self.disqualified)

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        if [bool(self.items), self.point is not None, self.title is not None].count(True) != 1:
            raise wrong(
                "paragraf-om",
                f"§ {self.number} ska ha precis en av nycklarna ärende, punkt och rubrik.",
                "behåll den som gäller och ta bort de andra.",
            )
        return self


class Posting(Model):
    """A notice of approved minutes ("anslag") on one municipality's board."""

    municipality: Line | None = Field(
        None, alias="kommun", description="Kommunens anslagstavla; behövs bara för en gemensam nämnd."
    )
    posted: Date = Field(alias="anslaget", description="Dagen då anslaget sattes upp.")
    removed: Date | None = Field(None, alias="nedtaget", description="Dagen då anslaget togs ned.")


class Approval(Model):
    """An approval of the minutes ("justering") for some of the paragraphs."""

    paragraphs: ParagraphRanges = Field(
        alias="paragrafer", description="Paragraferna, till exempel 43-47 eller 43, 45-47."
    )
    chair: ElectedName | None = Field(
        None,
        alias="ordförande",
        description="Den som ledde paragraferna och justerar dem, när det inte var sammanträdets ordförande.",
    )
    immediate: YesNo = Field(False, alias="omedelbar", description="ja när paragraferna justerades genast.")
    approvers: Names = Field(alias="justerare", description="De som justerade, utöver ordföranden.", min_length=1)
    reserves: Names = Field(
        (),
        alias="ersättare",
        description="De som valdes att justera om en justerare fick förhinder, men inte justerade.",
    )
    approved: Date | None = Field(
        None, alias="justerat", description="Dagen då det justerades; utan nyckeln är det inte justerat."
    )
    kept_at: Line | None = Field(None, alias="förvaras", description="Var protokollet förvaras.")
    postings: tuple[Posting, ...] = Field((), alias="anslag", description="Anslagen, ett per kommun.")


class MinutesHeader(Header):
    """The header of `protokoll.md`."""

    hours: Annotated[tuple[MeetingHours, ...], Several()] = Field(
        (),
        alias="tid",
        description="När sammanträdet började och slutade, till exempel 18:00-20:15; har det flera dagar, en rad för varje.",
    )
    attendance: Attendance = Field(alias="närvarande", description="Vilka som var med.")
    secretary: Line | None = Field(
        None,
        alias="sekreterare",
        description="Vem som förde protokollet: en befattning, eller en förtroendevald vid namn; aldrig namnet på en anställd.",
    )
    adjournments: tuple[Adjournment, ...] = Field(
        (), alias="ajourneringar", description="Avbrott i sammanträdet, i ordning."
    )
    paragraphs: tuple[Paragraph, ...] = Field(alias="paragrafer", description="Paragraferna i ordning.", min_length=1)
    approvals: tuple[Approval, ...] = Field(
        alias="justeringar", description="Justeringarna; varje paragraf hör till precis en.", min_length=1
    )
    changes: tuple[MinutesChange, ...] = Field(
        (), alias="ändringar", description="Vad som har ändrats här efter justeringen, och varför."
    )

    attachments: tuple[Attachment, ...] = Field(
        (),
        alias="bilagor",
        description="Protokollets bilagor, till exempel en voteringslista; visas när allt är justerat.",
    )

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph with this number."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.number == number), None)

    def entitled(self, paragraph: Paragraph) -> frozenset[str]:
        """Those who surely could take part in the decision: members and serving substitutes who were there and not disqualified.

        A disqualified person may take no part and may not be present. Source: KL 6:28-32.
        """
        return self.attendance.entitled_at(paragraph.number) - paragraph.disqualified_names

    def taking_part(self, paragraph: Paragraph) -> frozenset[str]:
        """Those who surely took part in the decision: who could, and did not abstain from it ("deltar_inte").

        Source: KL 4:25.
        """
        return self.entitled(paragraph) - frozenset(paragraph.not_deciding)

    def may_be_entitled(self, paragraph: Paragraph) -> frozenset[str]:
        """Those of whom nothing says that they could not: an act of anyone else is a fault. Source: KL 6:28-32."""
        return self.attendance.may_be_entitled_at(paragraph.number) - paragraph.disqualified_names

    def may_take_part(self, paragraph: Paragraph) -> frozenset[str]:
        """Those of whom nothing says that they did not take part. Source: KL 4:25."""
        return self.may_be_entitled(paragraph) - frozenset(paragraph.not_deciding)

    def presiding(self, paragraph: Paragraph) -> str:
        """The one who led the paragraph: its own "ordförande", else its approval's, else the meeting's."""
        said = (one.chair for one in self.approvals if one.chair and paragraph.number in one.paragraphs)
        return paragraph.chair or next(said, self.attendance.chair)
