"""What is said of every document of an item ("handling"): what it is, of what day, who made it and for whom."""

from __future__ import annotations

from pydantic import Field

from macros.record.schema import Model
from macros.record.values import Date, Line, PageCount, Word


class DocumentKind(Word):
    """What a document of an item is ("slag"), in the order that a reader meets them."""

    CHAIRS_PROPOSAL = "ordförandeförslag"
    REPORT = "tjänsteskrivelse"
    MEMORANDUM = "promemoria"
    RECEIVED = "inkommen skrivelse"
    REFERRAL = "remiss"
    REFERRAL_RESPONSE = "remissvar"
    EXTRACT = "protokollsutdrag"
    AGREEMENT = "avtal"
    PRESENTATION = "presentation"
    APPENDIX = "bilaga"


class Signed(Model):
    """Who made a document and for whom; offices and bodies, since only elected representatives are named."""

    author: Line | None = Field(
        None,
        alias="avsändare",
        description="Organet, förvaltningen eller befattningen som handlingen kommer från; skriv organ:id för ett organ "
        "i arkivet.",
    )
    signers: tuple[Line, ...] = Field(
        (),
        alias="undertecknare",
        description="De som har undertecknat, med sin befattning eller sitt uppdrag; bara förtroendevalda vid namn.",
    )
    recipients: tuple[Line, ...] = Field(
        (), alias="mottagare", description="Vilka handlingen är ställd till; skriv organ:id för ett organ i arkivet."
    )


class Described(Signed):
    """What is said of a document besides its title."""

    kind: DocumentKind | None = Field(None, alias="slag", description="Vad för slags handling det är.")
    date: Date | None = Field(None, alias="datum", description="Dagen som handlingen är daterad eller kom in.")
    page_count: PageCount | None = Field(None, alias="sidor", description="Antal sidor.")
    part_of: Line | None = Field(
        None,
        alias="hör_till",
        description="Titeln på den handling i samma ärende som den här är en bilaga till.",
    )
    replaces: Line | None = Field(
        None, alias="ersätter", description="Titeln på den handling i samma ärende som den här ersätter."
    )
