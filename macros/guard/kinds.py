"""The kinds of personal data that the guard looks for: how grave each is, what it is called and what to do about it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """What a kind means: "stopp" is never published, "granska" only when a named person has looked and said why."""

    STOP = "stopp"
    REVIEW = "granska"


@dataclass(frozen=True)
class DataKind:
    """A kind of personal data.

    `id` is the rule's name, `message` one Swedish sentence with a place for what was found (`{found}`, masked), `remedy`
    what to do. `contextual`: seen only from the words around it, so that it is looked for where people write, not in
    files where a program has put texts from many places side by side. `masked`: most of it is hidden in messages.
    """

    id: str
    severity: Severity
    message: str
    remedy: str
    contextual: bool = False
    masked: bool = True


_STOP, _REVIEW = Severity.STOP, Severity.REVIEW
_OUT = "Git glömmer inget: har texten redan skickats, säg till den som sköter arkivet."

KINDS = (
    DataKind(
        "personnummer",
        _STOP,
        "{found} är ett personnummer eller samordningsnummer.",
        f"ta bort numret. {_OUT}",
    ),
    DataKind(
        "personnummer-siffror",
        _REVIEW,
        "{found} kan vara ett personnummer.",
        "ta bort det om det är ett personnummer.",
    ),
    DataKind(
        "personnummer-kontrollsiffra",
        _REVIEW,
        "{found} är skrivet som ett personnummer, men kontrollsiffran stämmer inte.",
        "ta bort det om det är ett felskrivet personnummer.",
    ),
    DataKind(
        "privat-e-post",
        _STOP,
        "{found} är en privat e-postadress.",
        f"ta bort adressen, eller skriv en funktionsbrevlåda. {_OUT}",
    ),
    DataKind(
        "okänd-e-post",
        _REVIEW,
        "{found} har en e-postdomän som inte är nämndens.",
        "ta bort den om den är en enskilds. Är domänen en myndighets: skriv den i organ.md under officiella_uppgifter, "
        "e-postdomäner.",
    ),
    DataKind(
        "mobilnummer",
        _STOP,
        "{found} är ett mobilnummer som inte står bland nämndens officiella nummer.",
        f"ta bort numret. Är det ett nummer till en funktion: skriv det i organ.md under officiella_uppgifter, telefon. {_OUT}",
    ),
    DataKind(
        "hemadress",
        _REVIEW,
        "{found} kan vara någons hemadress.",
        "ta bort adressen om den är en enskilds. Är den nämndens: skriv den i organ.md under officiella_uppgifter, adresser.",
    ),
    DataKind(
        "telefon-vid-namn",
        _REVIEW,
        "{found} kan vara en enskilds telefonnummer.",
        "ta bort numret om det är en enskilds. Är det ett nummer till en funktion: skriv det i organ.md under "
        "officiella_uppgifter, telefon.",
        contextual=True,
    ),
    DataKind(
        "delegat-är-person",
        _STOP,
        "{found} står som delegat och ser ut som ett namn på någon som inte är förtroendevald.",
        "skriv befattningen i stället för namnet, till exempel Enhetschef.",
        contextual=True,
    ),
    DataKind(
        "okänd-delegat",
        _REVIEW,
        "{found} står som delegat och är ingen befattning som är känd.",
        "skriv befattningen, till exempel Enhetschef. Är det en befattning: skriv den också i delegationsordningen.",
        contextual=True,
    ),
    DataKind(
        "namn-vid-omsorg",
        _REVIEW,
        "{found} kan vara en enskild i ett ärende om vård, omsorg, diagnos eller uppsägning.",
        "ta bort namnet eller initialerna om de går att knyta till en enskild.",
        contextual=True,
    ),
    DataKind(
        "personalbeslut",
        _REVIEW,
        "{found} nämns i ett beslut om anställning, lön eller liknande.",
        "skriv befattningen i stället för namnet.",
        contextual=True,
    ),
    DataKind(
        "namn-i-lov",
        _REVIEW,
        "{found} kan vara sökande, ägare, granne eller klagande i ett ärende.",
        "skriv rollen i stället för namnet, till exempel sökanden, om namnet inte behövs för att förstå beslutet.",
        contextual=True,
    ),
    DataKind(
        "namn-på-enskild",
        _REVIEW,
        "{found} är varken förtroendevald eller nämnd med sin befattning.",
        "skriv rollen i stället för namnet, till exempel sökanden, om namnet inte behövs för att förstå texten.",
        contextual=True,
    ),
    DataKind(
        "skyddad-identitet",
        _STOP,
        "{found} är ett märke för skyddad identitet.",
        f"ta bort hela uppgiften om personen, inte bara märket. {_OUT}",
        masked=False,
    ),
    DataKind(
        "lever-skyddat",
        _REVIEW,
        "{found} säger att någon lever skyddat.",
        "ta bort det om det går att förstå vem det gäller.",
        contextual=True,
        masked=False,
    ),
    DataKind(
        "sekretessmärke",
        _STOP,
        "{found} är ett sekretessmärke i en handling som ska visas.",
        f"skriv ärendet som maskat och ta bort handlingen, eller ta bort märket när sekretessen är prövad och hävd. {_OUT}",
        contextual=True,
        masked=False,
    ),
    DataKind(
        "sekretess-i-text",
        _REVIEW,
        "{found} säger att något är hemligt.",
        "se efter att inget hemligt står i texten.",
        contextual=True,
        masked=False,
    ),
    DataKind(
        "inskannad-bilaga",
        _STOP,
        "Bilagan är inskannad: {found} har ingen text som kan läsas.",
        "lägg in originalet som PDF med text, eller låt ett program tolka bilderna; då läser också uppläsande hjälpmedel den.",
    ),
    DataKind(
        "sidor-utan-text",
        _REVIEW,
        "{found} i bilagan har ingen text som kan läsas.",
        "titta på sidorna: kartor och ritningar får stå, men lägg in originalet om de är inskannad text.",
        masked=False,
    ),
    DataKind(
        "signerad-bilaga",
        _STOP,
        "Bilagan är undertecknad digitalt ({found}); certifikatet kan innehålla ett personnummer.",
        "lägg in handlingen utan underskrift.",
    ),
    DataKind(
        "oläst-bilaga",
        _STOP,
        "Bilagan går inte att granska: {found}.",
        "spara om filen som PDF, Word, Excel, text eller bild, utan lösenord, program och inbäddade filer.",
    ),
    DataKind(
        "bildposition",
        _REVIEW,
        "Bilden säger var den är tagen ({found}).",
        "ta bort platsen ur bildens egenskaper.",
    ),
    DataKind(
        "inkommen-bilaga",
        _REVIEW,
        "Ingen har granskat bilagan{found}.",
        "läs hela bilagan: namn, adresser, hälsa och underskrifter hos enskilda.",
    ),
)

BY_ID = {kind.id: kind for kind in KINDS}

STOPS = frozenset(kind.id for kind in KINDS if kind.severity is Severity.STOP)

REVIEWED = frozenset(kind.id for kind in KINDS if kind.severity is Severity.REVIEW)
