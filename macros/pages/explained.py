"""Words that a reader may not know: what each means, in one sentence, and the way to it from where it stands on a page.

This is the one home of the explanations: the glossary's page, the search page's box and the links of labels are made from it.
A template writes `{{ explained("Laga kraft") }}` where a label stands, and `{{ why | explaining("sekretess") }}` where a word
stands in a wording of ours. The first of each word on a page leads to the glossary; a word of the record's own texts never does.
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


def _told(words: str, meaning: str) -> Term:
    word, *forms = words.split(", ")
    return Term(word, tuple(forms), meaning)


TERMS = (
    _told("Ajournering", "Ett avbrott i sammanträdet, i minuter eller till en annan dag."),
    _told("Anslag, anslaget", "Meddelandet på anslagstavlan om att ett protokoll är justerat."),
    _told("Anslagsbevis", "Uppgiften om när ett anslag sattes upp och när det togs ned."),
    _told("Anslagstavla", "Platsen där kommunen meddelar att beslut är fattade och var protokollen finns."),
    _told("Avslag", "Nämnden säger nej till det som någon har föreslagit eller bett om."),
    _told("Beredning", "Arbetet med att ta fram underlag och förslag innan ett ärende beslutas."),
    _told("Beslutsgång, ärendets väg", "De organ som ett ärende passerar, i ordning."),
    _told("Bordläggning, bordlagt", "Ärendet skjuts upp till ett senare sammanträde."),
    _told(
        "Delegation, delegationsbeslut",
        "Någon annan än nämnden, till exempel en chef, fattar ett beslut på nämndens vägnar.",
    ),
    _told("Delegationsordning", "Nämndens lista över vem som får fatta vilka beslut på dess vägnar."),
    _told("Diarienummer, dnr", "Ärendets nummer i diariet, som är kommunens register över handlingar."),
    _told("Ersättare", "Den som är vald att gå in när en ledamot är borta."),
    _told("Föredragande", "Den som berättar om ärendet på sammanträdet."),
    _told("Föredragningslista", "Listan över det som ska tas upp på ett sammanträde, i ordning."),
    _told("Förvaltningsbesvär", "Den som ett beslut gäller överklagar det, och domstolen kan ändra det."),
    _told("Handläggare", "Den tjänsteman som har berett ärendet."),
    _told("Justerare", "Den som tillsammans med ordföranden intygar att protokollet stämmer."),
    _told("Justering, justerat", "Ordföranden och minst en ledamot intygar att protokollet stämmer."),
    _told("Jäv", "Någon är för nära berörd av ett ärende för att få vara med och besluta om det."),
    _told("Kallelse", "Beskedet till ledamöter och ersättare om när och var sammanträdet är, och vad det handlar om."),
    _told("Laga kraft", "Beslutet kan inte längre överklagas."),
    _told(
        "Laglighetsprövning",
        "En medlem av kommunen överklagar ett beslut, och domstolen prövar bara om det är lagligt.",
    ),
    _told("Ledamot, ledamöter", "Den som är vald till ett organ och har rätt att besluta där."),
    _told("Medborgarförslag", "Ett förslag till kommunen från någon som är folkbokförd där."),
    _told("Minoritetsåterremiss", "Minst en tredjedel av fullmäktige skickar tillbaka ett ärende för att utredas mer."),
    _told("Motion", "Ett förslag från en eller flera ledamöter i fullmäktige."),
    _told("Omedelbar justering", "En paragraf justeras genast, utan att vänta på resten av protokollet."),
    _told("Organ", "Fullmäktige, en styrelse, en nämnd eller ett utskott."),
    _told("Paragraf, paragrafer", "En numrerad del av protokollet, med tecknet § före numret."),
    _told(
        "Propositionsordning",
        "Hur ordföranden ställer frågorna när det finns mer än ett förslag att välja mellan.",
    ),
    _told("Protokoll, protokollet", "Det som skrivs om vilka som var med, vad som föreslogs och vad som beslutades."),
    _told("Protokollsutdrag", "En paragraf ur protokollet som en handling för sig."),
    _told("Remiss, remissvar", "Den som berörs får säga vad den tycker om ett förslag innan det beslutas."),
    _told("Reservation, reservationer", "Den som var med och beslutade låter anteckna att den inte höll med."),
    _told("Sammanträde", "Ett möte där organet kan fatta beslut."),
    _told("Sammanträdesordning", "Årets sammanträden, med dagarna för det som ska göras före och efter."),
    _told("Sekretess", "Uppgifter som enligt lag inte får lämnas ut."),
    _told(
        "Särskilt yttrande, särskilda yttranden",
        "Den som var med lägger en egen kommentar till beslutet, utan reservation.",
    ),
    _told("Tjänsteskrivelse", "Förvaltningens text om ärendet, oftast med ett förslag till beslut."),
    _told("Tjänstgörande ersättare", "En ersättare som har gått in för en ledamot och får vara med och besluta."),
    _told("Utslagsröst", "Ordförandens röst avgör när rösterna är lika många."),
    _told("Votering, omröstning", "Rösterna räknas, så att det syns hur många som är för varje förslag."),
    _told("Yrkande, yrkanden", "Ett förslag till beslut som någon lägger fram på sammanträdet."),
    _told("Återremiss, återremitterat", "Ärendet skickas tillbaka för att utredas mer innan det beslutas."),
    _told("Ärende", "Allt som hör till samma sak och har samma diarienummer."),
)
"""In the order of the alphabet."""

_BY_FORM = {form.casefold(): term for term in TERMS for form in (term.word, *term.forms)}

_LABEL = re.compile(r'<a class="k-ord">([^<]*)</a>')


_DEFINITE = ("n", "en", "et")


def _term(form: str) -> Term | None:
    """The term of a form, or of a form with an article after it: "Kallelsen"."""
    told = form.casefold()
    return next((_BY_FORM[one] for one in (told, *map(told.removesuffix, _DEFINITE)) if one in _BY_FORM), None)


def explained(label: str) -> Markup:
    """A label, marked where it is a word of the glossary; `led` makes a link of the mark."""
    text = escape(label)
    return Markup('<a class="k-ord">{}</a>').format(text) if _term(label) else text


def explaining(wording: str, *labels: str) -> Markup:
    """A wording of ours in which each of the labels is marked where it first stands, in small letters or large."""
    text = escape(wording)
    for label in labels:
        text = Markup(re.sub(rf"(?i)\b{re.escape(label)}\b", lambda found: explained(found[0]), text, count=1))
    return text


def led(html: Markup, root: str) -> Markup:
    """The page with a link to the glossary from the first label of each word, and none from the others."""
    told: set[Term] = set()

    def link(found: re.Match[str]) -> str:
        term = _term(found[1])
        if term is None or term in told:
            return found[1]
        told.add(term)
        return f'<a class="k-ord" href="{root}{addresses.GLOSSARY}#{term.place}" title="{escape(term.meaning)}">{found[1]}</a>'

    return Markup(_LABEL.sub(link, html)) if 'class="k-ord"' in html else html
