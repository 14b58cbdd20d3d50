"""Marks that say that something is secret or that somebody lives protected: stamps stop, sentences are looked at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from macros.guard.hit import Hit, Recognised
from macros.guard.kinds import BY_ID

_PROTECTED = (
    r"(?:skydda(?:d|de|t) (?:identitet|folkbokföring|(?:person)?uppgifter|adress|id)|sekretessmarker(?:ing|ade?)|"
    r"sekretesskydda(?:d|de)|kvarskriv(?:ning|en))"
)
_HIDDEN = r"(?:skyddade?|hemligt?) (?:adress|folkbokföring|identitet|telefon(?:nummer)?)"
"""What stands where an address would, alone on its line or in its cell, or as the last of what is told of somebody."""

_LINE = r"^[ \t>|*_#-]*"
_PROTECTED_STAMPS = (
    re.compile(r"\bSKYDDA(?:D|DE|T) (?:IDENTITET|FOLKBOKFÖRING|PERSONUPPGIFTER|ADRESS)\b"),
    re.compile(r"\b(?:SEKRETESSMARKER(?:ING|AD)|KVARSKRIV(?:NING|EN))\b"),
    re.compile(rf"[(\[](?:(?:har|med) )?{_PROTECTED}[)\]]", re.IGNORECASE),
    re.compile(rf"{_LINE}{_PROTECTED}\s*[:=]\s*(?:ja|x|sann)\b", re.IGNORECASE | re.MULTILINE),
)
_NOT_OF_MANY = r"(?<!\bbarn som )(?<!er som )(?<!or som )(?<!\bde som )(?<!\bdem som )(?<!\bden som )(?<!\bnågon )"
"""What makes it a rule for whoever lives so: several, or anybody."""

_PROTECTED_TEXT = re.compile(
    rf"\b{_NOT_OF_MANY}(?:har|hade|fått|beviljats|lever (?:med|under)|omfattas av|är) {_PROTECTED}|"
    r"\bsekretessmarkering i folkbokföringen|"
    rf"^{_PROTECTED} (?:finns|gäller|råder)\b|\b{_PROTECTED} (?:gäller|råder) för \w+(?:en|et|t)\b|"
    rf"\b{_NOT_OF_MANY}(?:bor|flyttat?|lever|placera(?:d|s|t|ts)|vistas) (?:\w+ )?(?:i|på|till) (?:en |ett )?"
    rf"(?:skyddat boende|{_HIDDEN}|kvinnojour(?:en)?)\b|"
    r"\b(?:uppgifter(?:na)?|adress(?:en)?|identitet(?:en)?) är skydda(?:de|d)\b|"
    r"(?m:^[^\w\n]*(?:obs[^\w\n]+)?skyddade personuppgifter[^\w\n]*$)|"
    rf"(?m:^[^\w\n]*obs[^\w\n]+{_PROTECTED}\b)|"
    rf"(?m:(?:^[ \t>*_]*|[|\t][ ]{{0,20}}|(?-i:[A-ZÅÄÖ])\w+, ){_HIDDEN}[*_.]{{0,4}}[ ]{{0,20}}(?=$|[|\t\n]))|"
    r"\b(?:adress|identitet|personuppgifter|telefon|tel\.?|tfn)\w*:[ \t]*(?:skyddad|hemlig)[et]?\b"
    r"(?! (?!(?:av|enligt|från|hos|sedan|till)\b)\w)",
    re.IGNORECASE,
)
_CITED = r"(?:OSL (?:\d+ kap\.? ?\d+ ?§|\d+:\d+)|\d+ kap\.? \d+ ?§ OSL)(?!\w)"
"""The law on secrecy, as a stamp cites it on a line of its own and a report within a sentence."""

_SECRET_STAMPS = (
    re.compile(rf"{_LINE}(?:SEKRETESS(?:BELAG[DT]A?)?|HEMLIG[AT]?|KONFIDENTIELLT?)\b(?!-)", re.MULTILINE),
    re.compile(rf"{_LINE}(?:Sekretess(?:belag[dt]a?)?|Hemlig|Konfidentiellt?)[*_]*[.!]?[ \t]*$", re.MULTILINE),
    re.compile(rf"{_LINE}(?:Sekretess|Hemlig)(?::|,? (?:enligt|jämlikt|\d+ kap))", re.MULTILINE),
    re.compile(rf"{_LINE}{_CITED}[*_]*[.!]?[ \t]*$", re.MULTILINE),
    re.compile(r"\bfår (?:ej|inte) (?:spridas|publiceras|lämnas ut)\b", re.IGNORECASE),
)
_IN_GENERAL = r"(?<!\bsom )(?<!\bkan )(?<!\bska )(?<!\binte )(?<!\bnär )(?<!\bom )"
"""Words before the verb that make it a rule, a condition or a denial instead of this document's secret."""

_THIS = (
    r"(?:anbud(?:en|et)|avsnittet|avtalet|beslutet|bilag(?:an|orna|a \w+)|handling(?:en|arna)|underlaget|uppgift(?:en|erna)|"
    r"utredningen|yttrandet|ärendet)"
)
_HOLDS = r"(?:innehåller|finns|har) (?:(?!(?:för|kring|om|aldrig|ej|inga|inget|inte)\b)\w+ ){0,3}"
"""What makes "uppgifter som omfattas" this document's; a routine is for them, or about them, and a denial has none."""

_RULED = (
    r"(?:(?:an)?ordn|anpass|arbet|begräns|behöv|beskriv|bygg|förvar|hanter|organiser|planer|prövas?|sk[öi]t|upprätt|utarbet|utform)"
    r"(?:a|as|s)?"
)
"""Verbs of how work is to be done, after which secrecy is what a rule minds and nothing has been left out."""

_COVERED = r"(?:helt |delvis )?(?:av|med) sekretess\b"
_SECRET_TEXT = re.compile(
    rf"\b(?:{_IN_GENERAL}|{_HOLDS}som )(?:omfattas|skyddas|är belagd\w*|beläggs) {_COVERED}|"
    rf"\b(?:bilag|handling|uppgift)\w* (?:\w+ )?belagd {_COVERED}|"
    rf"\b{_THIS} (?:är|förblir) (?:helt |delvis )?hemlig[at]?\b|"
    rf"\b{_IN_GENERAL}(?:är|blir|förblir) (?:helt |delvis )?sekretessbelag[dt]a?\b|"
    rf"\bsekretessbelag[dt]a? (?:bilag\w+|(?:handling|uppgift)(?:en|erna|arna)?\b|ärende(?:t)?\b)|"
    r"\bav sekretesskäl\b|"
    r"\b(?:på grund av|p\.?g\.?a\.?|med hän(?:syn|visning) till|till följd av) sekretess(?:en)?\b"
    rf"(?! (?:{_RULED}|kan|ska|får|bör)\b)|"
    rf"\b{_HOLDS}sekretessbelag[dt]a? \w+|"
    rf"(?<!ingen )(?<!när )(?<!om )\bsekretess (?:gäller|råder)(?:\.|$| enligt \d+ kap\b| (?:för|i) (?:hela )?{_THIS})|"
    rf"\b{_CITED}",
    re.IGNORECASE | re.MULTILINE,
)
_OF_PERSONS = ("skydda", "sekretes", "kvarskriv", "hemlig", "kvinnojour")
_KINDS = (
    ("skyddad-identitet", _OF_PERSONS, _PROTECTED_STAMPS),
    ("lever-skyddat", _OF_PERSONS, (_PROTECTED_TEXT,)),
    (
        "sekretessmärke",
        ("sekretes", "hemlig", "konfiden", "osl ", " osl", "får ej", "får inte"),
        _SECRET_STAMPS,
    ),
    ("sekretess-i-text", ("sekretes", "hemlig", "osl ", " osl"), (_SECRET_TEXT,)),
)
"""Each kind with the words, in small letters, of which one must stand in the text, and its shapes."""

_QUOTED_LAW = re.compile(r"^[ \t]*(?:- )?lagrum:.*$", re.MULTILINE)


_REACH = 40
"""Characters that a shape may go on after its word, to the end of the line there: `Skyddad identitet:` and below it `ja`."""


def marks(text: str, small: str, contextual: bool = True) -> Recognised:
    """Marks of protected identity ("skyddad identitet") and of secrecy ("sekretess"); `small` is the text in small letters.

    A routine for protected personal data is written about in plain sentences and is no mark; the key `lagrum` is where a
    masked document says why it is masked.
    """
    law: list[tuple[int, ...]] = [found.span() for found in _QUOTED_LAW.finditer(text)] if "lagrum:" in text else []
    for kind_id, needed, shapes in _KINDS:
        if BY_ID[kind_id].contextual and not contextual:
            continue
        for start, end in _parts(text, small, needed):
            for found in (found for shape in shapes for found in shape.finditer(text, start, end)):
                n = bisect_left(law, (found.start() + 1,))
                if n == 0 or law[n - 1][1] <= found.start():
                    yield Hit(*found.span(), kind_id, " ".join(found.group().lower().split()))


def _parts(text: str, small: str, needed: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The parts of the text, whole lines, in which one of the words stands; nothing is looked for elsewhere."""
    if len(small) != len(text):
        # A letter that is two when it is small, as the Turkish one: what stands in `small` stands elsewhere in the text.
        small = "".join(sign.lower()[0] for sign in text)
    done = 0
    for place in sorted(place for word in needed for place in _places(small, word)):
        if place >= done:
            start = text.rfind("\n", 0, place) + 1
            done = text.find("\n", place + _REACH)
            done = len(text) if done < 0 else done
            yield start, done


def _places(small: str, word: str) -> Iterator[int]:
    place = small.find(word)
    while place >= 0:
        yield place
        place = small.find(word, place + 1)
