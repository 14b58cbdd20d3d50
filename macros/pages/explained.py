"""Words that a reader may not know: what each means, in one sentence, and the way to it from where it stands on a page.

This is the one home of the explanations: the glossary's page, the search page's box and the links of labels are made from it.
A template writes `{{ explained("Laga kraft") }}` where a label stands. The first of each word on a page leads to the glossary;
a word of the record's own texts never does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros import addresses


@dataclass(frozen=True)
class Term:
    """A word, other forms of it that labels have, and what it means."""

    word: str
    forms: tuple[str, ...]
    meaning: str

    @property
    def label(self) -> str:
        """The word and its other forms, as they stand in the glossary."""
        return ", ".join((self.word, *self.forms))

    @property
    def place(self) -> str:
        """Its place on the glossary's page."""
        return addresses.slug(self.word)


def _term(words: str, meaning: str) -> Term:
    word, *forms = words.split(", ")
    return Term(word, tuple(forms), meaning)


TERMS = (
    _term("Ajournering", "Ett avbrott i sammanträdet, i minuter eller till en annan dag."),
    _term("Anslag, anslaget", "Meddelandet på anslagstavlan om att ett protokoll är justerat."),
    _term("Anslagsbevis", "Uppgiften om när ett anslag sattes upp och när det togs ned."),
    _term("Anslagstavla", "Platsen där kommunen meddelar att beslut är fattade och var protokollen finns."),
    _term("Avslag", "Nämnden säger nej till det som någon har föreslagit eller bett om."),
    _term("Beredning", "Arbetet med att ta fram underlag och förslag innan ett ärende beslutas."),
    _term("Beslutsgång, ärendets väg", "De organ som ett ärende passerar, i ordning."),
    _term("Bordläggning, bordlagt", "Ärendet skjuts upp till ett senare sammanträde."),
    _term(
        "Delegation, delegationsbeslut",
        "Någon annan än nämnden, till exempel en chef, fattar ett beslut på nämndens vägnar.",
    ),
    _term("Delegationsordning", "Nämndens lista över vem som får fatta vilka beslut på dess vägnar."),
    _term("Diarienummer, dnr", "Ärendets nummer i diariet, som är kommunens register över handlingar."),
    _term("Ersättare", "Den som är vald att gå in när en ledamot är borta."),
    _term("Föredragande", "Den som berättar om ärendet på sammanträdet."),
    _term("Föredragningslista", "Listan över det som ska tas upp på ett sammanträde, i ordning."),
    _term("Förvaltningsbesvär", "Den som ett beslut gäller överklagar det, och domstolen kan ändra det."),
    _term("Handläggare", "Den tjänsteman som har berett ärendet."),
    _term("Justerare", "Den som tillsammans med ordföranden intygar att protokollet stämmer."),
    _term("Justering, justerat", "Ordföranden och minst en ledamot intygar att protokollet stämmer."),
    _term("Jäv", "Någon är för nära berörd av ett ärende för att få vara med och besluta om det."),
    _term("Kallelse", "Beskedet till ledamöter och ersättare om när och var sammanträdet är, och vad det handlar om."),
    _term("Laga kraft", "Beslutet kan inte längre överklagas."),
    _term(
        "Laglighetsprövning",
        "En medlem av kommunen överklagar ett beslut, och domstolen prövar bara om det är lagligt.",
    ),
    _term("Ledamot, ledamöter", "Den som är vald till ett organ och har rätt att besluta där."),
    _term("Medborgarförslag", "Ett förslag till kommunen från någon som är folkbokförd där."),
    _term("Minoritetsåterremiss", "Minst en tredjedel av fullmäktige skickar tillbaka ett ärende för att utredas mer."),
    _term("Motion", "Ett förslag från en eller flera ledamöter i fullmäktige."),
    _term("Omedelbar justering", "En paragraf justeras genast, utan att vänta på resten av protokollet."),
    _term("Organ", "Fullmäktige, en styrelse, en nämnd eller ett utskott."),
    _term("Paragraf, paragrafer", "En numrerad del av protokollet, med tecknet § före numret."),
    _term(
        "Propositionsordning",
        "Hur ordföranden ställer frågorna när det finns mer än ett förslag att välja mellan.",
    ),
    _term("Protokoll, protokollet", "Det som skrivs om vilka som var med, vad som föreslogs och vad som beslutades."),
    _term("Protokollsutdrag", "En paragraf ur protokollet som en handling för sig."),
    _term("Remiss, remissvar", "Den som berörs får säga vad den tycker om ett förslag innan det beslutas."),
    _term("Reservation, reservationer", "Den som var med och beslutade låter anteckna att den inte höll med."),
    _term("Sammanträde", "Ett möte där organet kan fatta beslut."),
    _term("Sammanträdesordning", "Årets sammanträden, med dagarna för det som ska göras före och efter."),
    _term("Sekretess", "Uppgifter som enligt lag inte får lämnas ut."),
    _term(
        "Särskilt yttrande, särskilda yttranden",
        "Den som var med lägger en egen kommentar till beslutet, utan reservation.",
    ),
    _term("Tjänsteskrivelse", "Förvaltningens text om ärendet, oftast med ett förslag till beslut."),
    _term("Tjänstgörande ersättare", "En ersättare som har gått in för en ledamot och får vara med och besluta."),
    _term("Utslagsröst", "Ordförandens röst avgör när rösterna är lika många."),
    _term("Votering, omröstning", "Rösterna räknas, så att det syns hur många som är för varje förslag."),
    _term("Yrkande, yrkanden", "Ett förslag till beslut som någon lägger fram på sammanträdet."),
    _term("Återremiss, återremitterat", "Ärendet skickas tillbaka för att utredas mer innan det beslutas."),
    _term("Ärende", "Allt som hör till samma sak och har samma diarienummer."),
)
"""In the order of the alphabet."""

_BY_FORM = {form.casefold(): term for term in TERMS for form in (term.word, *term.forms)}

_LABEL = re.compile(r'<a class="k-ord">([^<]*)</a>')


def explained(label: str) -> Markup:
    """A label, marked where it is a word of the glossary; `led` makes a link of the mark."""
    text = escape(label)
    return Markup('<a class="k-ord">{}</a>').format(text) if label.casefold() in _BY_FORM else text


def led(html: Markup, root: str) -> Markup:
    """The page with a link to the glossary from the first label of each word, and none from the others."""
    told: set[Term] = set()

    def link(found: re.Match[str]) -> str:
        term = _BY_FORM[found[1].casefold()]
        if term in told:
            return found[1]
        told.add(term)
        return f'<a class="k-ord" href="{root}{addresses.GLOSSARY}#{term.place}" title="{escape(term.meaning)}">{found[1]}</a>'

    return Markup(_LABEL.sub(link, html)) if 'class="k-ord"' in html else html
