"""Given names that stand alone: nobody is named in public so, and a system may be called so too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.guard.hit import near
from macros.guard.names import GIVEN, WORD, sounds_given
from macros.guard.places import is_named_after, is_no_person
from macros.guard.subjects import CLIENTS, SUBJECTS
from macros.words import words

DONE_BY_PEOPLE = words(
    "ansöker begär behöver beviljas bor flyttar lider mår nekas omhändertas placeras vårdas önskar överklagar"
)
"""What only people do."""

_DONE_BY_ONE = DONE_BY_PEOPLE + words(
    """
    anser ansåg behövde berättade berättar bodde fick flyttade grät klarade klarar kunde känner kände menade menar mådde
    sade sover sörjer säger trivdes trivs tycker undrar uppgav uppger upplever vet ville vill vägrar äter åkte åker
    """
)
"""What somebody does, so that the given name after it is hers also where nothing else tells of her."""

_DOES = re.compile(rf"(?:{'|'.join((*_DONE_BY_ONE, *words('blev får går hade har kan saknar ska skulle var är')))})\b")
_DOES_AS_ONE = re.compile(rf"(?:{'|'.join((*_DONE_BY_ONE, 'får', 'har'))})\b")
_ONE_NAME = rf"{WORD}(?:-{WORD})?"
_NAME = re.compile(rf"{_ONE_NAME}(?!\w)")
_BEGINS = re.compile(r"(?:^|[\n.!?:;|\t–-])[ >*]*$|\boch[ \u00a0]$")
"""Where a sentence or a cell begins, or the second of two: a given name alone there is somebody's before what a person does."""

_NOBODY = frozenset(words("August Lucia Maj Nora"))
"""Given names that are a month, a feast or a town where they stand alone."""

ALSO_WORDS = frozenset(
    words(
        """
        Bo Björn Bror Dag Elva Hans Helga Inga Jan Kaj Klara Leja Liv Lotten Lova Love Marina Mark Max Mina Nova Per Rita
        Roman Rosa Rose Saga Sanna Sina Sol Sten Stig Tom Vera Ville
        """
    )
)
"""Given names that a sentence also begins with, or a cell holds, where nobody is named."""

_CELL_BEGINS = re.compile(r"[|\t][ ]{0,3}$")
_CELL_ENDS = re.compile(r"[ ]{0,40}[|\t\n]")
_INITIAL_IN_CELL = re.compile(rf"(?<=[|\t])[ ]{{0,3}}([A-ZÅÄÖ]\.[ \u00a0]?{WORD})(?=[ ]{{0,40}}[|\t\n])")
"""What fills a table's cell: an initial with a name, or a given name alone."""

_IS_TOLD = re.compile(r":[ ]|[ ]?[(–]|[ ]-[ ]|[;,]")
_ONLY_PEOPLE_DO = re.compile(rf"[^\n]*\b(?:{'|'.join(_DONE_BY_ONE)})\b")
_STARTS_ROW = re.compile(r"^[ \t>]*(?:[-*+•–]|\d{1,2}[.)])[ ]+$", re.MULTILINE)
_GOES_ON = re.compile(r"(?:[:;,]| och)[ ]$")
_NEXT = re.compile(r"(?:,| och) [A-ZÅÄÖ]")
"""What is told of somebody after her name, in a list's row or one after the other: `Alma (3 timmar), Noel (4 timmar)`."""

_SEVERAL = re.compile(rf"{_ONE_NAME},(?: {_ONE_NAME},)* {_ONE_NAME}(?:,? och|,) {_ONE_NAME}(?! ?\w)")
"""Three or more capitalised words one after the other: people, where two of them are given names."""

_LETTER_AFTER = re.compile(r"[ \u00a0][A-ZÅÄÖ](?=[ ]*(?:[|,;:(\t\n]|$))")
"""A letter for the family name, at the end of a cell or a thought."""

_AND_ONE_MORE = re.compile(rf" (?:och|&) {WORD} ({WORD}(?:-{WORD})?)")
"""Another with the family name of both: her given name need not be known."""

_ROW = re.compile(r"[ \t>]*(?:[-*+•–]|\d{1,2}[.)])[ ]")
_LONGEST_LIST = 600
"""Characters of a list that are passed over for the line before it."""

_SMALL_WORD = re.compile(r"[ \u00a0][a-zåäö]")
_CALLED_SO = re.compile(r"\w(?:an|en|et)[ ]$")
"""The end of what is called by a name: `dansbandet Ingmars`."""

_OWN = re.compile(
    r"(?:anhöriga|assistent|barn|barnbarn|behov|beteende|betyg|bostad|bror|diagnos|dotter|ekonomi|familj|far|farfar|farmor|frånvaro|fru|"
    r"föräldrar|funktionsnedsättning|hustru|hälsa|inkomst|klasskamrater|kläder|kompisar|konto|kusin|lägenhet|lärare|maka|make|mamma|man|mentor|mor|"
    r"mediciner|morfar|mormor|moster|mående|pappa|pengar|sambo|situation|sjukdom|skolgång|skulder|son|syskon|syster|utveckling|vistelse|"
    r"vårdnadshavare)\b"
)
"""Who or what is somebody's own, after the name in the genitive; where she is told of, so is anything."""

_AGED = re.compile(rf"({WORD}),? (?:\d{{1,2}} år\b|född \d)")

_BEFORE_SUBJECTS = frozenset(
    words("att bör dock då där ens hur inte kan medan men när och också om redan sedan ska själv som trots även åter")
)
"""Words before whoever does something, besides verbs."""

_STRONG = frozenset(
    words(
        """
        bad bar bröt dog drack drog fann flög frös föll försvann gav gick gjorde grep grät hann hjälpte höll hör kom kröp lade lät
        led låg log rev sa satt sjöng skar skrek skrev slapp slet slog smög sov sprang stack stal stod svor såg teg tog vann
        vill åt
        """
    )
)
"""Verbs that do not end as most do."""

_PARTICLES = frozenset(words("bort fram hem in ner till upp ut"))
_VERB_BEFORE = re.compile(r"([a-zåäö]+) [a-zåäö]+ \Z")
"""What goes on a verb, which says what is done: `drog upp Noel`."""

_VERB_ENDINGS = words("ade ar as at ats dde er es it its te tt år")
_DID = re.compile(rf"(?:\w+[adt]de|\w+tte|{'|'.join(sorted(_STRONG))})\b")
"""A verb in the past tense, as what somebody did is told."""

_NO_VERBS = frozenset(words("ett framför mitt sitt"))
_OF_WORKS = words("framför läs sjung spel vis")
"""Beginnings of verbs for what is done with works: `spelar Emil i Lönneberga`."""

_OF_THINGS = words(
    """
    använd avslut blev bli byt bygg driv döp ersätt flytt fanns finns fungera får gäll ha heter inför inrätta installera invig
    kalla kan kopp kör köp ligg namn planer renover sak ska skapa stäng start test upphandl utveckl var vid är öppna
    """
)
"""Beginnings of verbs after which a system or a place stands as often as somebody: other words must tell of her."""

SYSTEMS = (
    r"(?:(?:affärs|boknings|data|diarie|dokument|ekonomi|it-?|journal|kassa|lednings|löne?|personal|planerings|verksamhets|"
    r"ärende(?:hanterings)?)?system(?:et|en|ets)?|system(?:förvalt|leverantör|ägare)\w*)"
)
_NEAR_SYSTEM = re.compile(
    rf"\b(?:{SYSTEMS}|(?:drift|licens)avtal\w*|licens(?:er|en|erna)?|modulen|namn(?:en|et)|döps|namnges|programvar\w+)\b",
    re.IGNORECASE,
)
_SYSTEM_BEFORE = re.compile(
    r"\b(?:avveckling|byte|drift|införande|upphandling|uppgradering|utveckling|support|version)(?:en|et)? av[ \u00a0]$|"
    r"\b(?:användare (?:av|i)|licens(?:en|er|erna)? (?:för|i|till)|logga(?:r|t|de)? in i)[ \u00a0]$|"
    rf"\b(?:{SYSTEMS}|appen|databasen|e-tjänsten|modulen|plattformen|programmet|programvaran)[ \u00a0]$",
    re.IGNORECASE,
)
_SYSTEM_AFTER = re.compile(
    r",? (?:som är )?(?:en|ett) (?:[\w-]+ )?(?:app|databas|e-tjänst|plattform|program|programvara|\w*system)\b|"
    r"[ \u00a0](?:avvecklas|driftsätts|installeras|uppgraderas|(?:är|sätts|tas) (?:åter )?i drift)\b|"
    rf"[ \u00a0](?:är|blir|heter|var|ersätter|ersätts av) (?:[\w-]+ ){{0,3}}(?:{SYSTEMS}|app(?:en)?|e-tjänst(?:en)?|"
    r"plattform(?:en)?|program(?:met|vara|varan)?)\b|"
    r"[ \u00a0](?:om|för|avseende|gällande) (?:\w+ (?:och )?){0,2}(?:drift|licens|support|underhåll)(?:en|er|et)?\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"\b(?:hans|han|hennes|henne|hen|hon|honom|{'|'.join(CLIENTS)})\b", re.IGNORECASE)


def is_given(word: str) -> bool:
    """Whether it is known as a given name, also a double one of which one part is known, and no month, feast or town."""
    return (word in GIVEN and word not in _NOBODY) or ("-" in word and not GIVEN.isdisjoint(word.split("-")))


def may_be_given(word: str) -> bool:
    """Whether it is known as a given name, or sounds as one."""
    return is_given(word) or (word.replace("-", "").isalpha() and word not in _NOBODY and sounds_given(word))


def is_alone(name: str) -> bool:
    """Whether it is a given name alone, however it is spelt, also in the genitive."""
    return may_be_given(name) or may_be_given(name.removesuffix("s"))


def alone(text: str) -> Iterator[tuple[int, int]]:
    """Where a given name alone, with a letter, or an initial in a cell, is surely somebody's by what is beside it."""
    for found in _NAME.finditer(text):
        start, end = found.span()
        name = found[0]
        if name not in ALSO_WORDS and is_given(name):
            longer = _LETTER_AFTER.match(text, end) or _AND_ONE_MORE.match(text, end)
            if longer and _are_people(text, start, longer):
                yield start, longer.end()
            elif _does(text, start, end) or _fills_cell(text, start, end) or _is_told_after(text, start, end):
                yield start, end
        if name.endswith(("s", "x", "z")) and _owns(text, start, end):
            yield start, end
    for found in _SEVERAL.finditer(text):
        known = [
            name for name in _NAME.finditer(text, *found.span()) if name[0] not in ALSO_WORDS and is_given(name[0])
        ]
        if len(known) > 1:
            yield known[0].span()
    yield from (found.span(1) for found in _INITIAL_IN_CELL.finditer(text))
    yield from (found.span(1) for found in _AGED.finditer(text))


def _are_people(text: str, start: int, longer: re.Match[str]) -> bool:
    return not is_no_person(longer[1]) if longer.lastindex else is_told_of(text, start, longer.end())


def _fills_cell(text: str, start: int, end: int) -> bool:
    return bool(_CELL_ENDS.match(text, end) and _CELL_BEGINS.search(text, max(0, start - 4), start))


def _is_told_after(text: str, start: int, end: int) -> bool:
    is_told, before = _IS_TOLD.match(text, end), text[max(0, start - 12) : start]
    if is_told and _STARTS_ROW.search(before):
        return (
            bool(_ONLY_PEOPLE_DO.match(text, end)) or is_told_of(text, start, end) or is_of_subjects(_lead(text, start))
        )
    is_one_of_several = _NEXT.match(text, end) or (is_told and is_told[0] not in ";,")
    return bool(is_one_of_several and _GOES_ON.search(before) and is_told_of(text, start, end))


def _does(text: str, start: int, end: int) -> bool:
    if not _SMALL_WORD.match(text, end) or not _BEGINS.search(text, max(0, start - 5), start):
        return False
    did = _DID.match(text, end + 1)
    is_hers = did and not did[0].startswith(_OF_THINGS)
    return bool(is_hers or _DOES.match(text, end + 1)) or is_told_of(text, start, end)


def _owns(text: str, start: int, end: int) -> bool:
    name, without = text[start:end], text[start:end].removesuffix("s")
    if not _SMALL_WORD.match(text, end) or name == "Hans" or not (is_given(name) or is_given(without)):
        return False
    is_place = is_named_after(text, start, end) or is_no_person(text[end + 1 : end + 41])
    is_place = is_place or _CALLED_SO.search(text, max(0, start - 6), start) is not None
    is_thing = is_place or not ALSO_WORDS.isdisjoint((name, without))
    return bool(_OWN.match(text, end + 1) or (not is_thing and is_told_of(text, start, end)))


def tells_of(text: str, word: str, start: int, end: int) -> bool:
    """Whether the word before a given name may tell of somebody: an adverb, a conjunction or a verb.

    A noun before a name says what is called so ("förskolan Linnea"), and a preposition of place where it lies. After a verb
    for things, and what is no verb, words near must tell of her too.
    """
    if word in _PARTICLES and (verb := _VERB_BEFORE.search(text, max(0, start - 30), start)):
        word = verb[1]
    if word in _DONE_BY_ONE:
        return True
    is_verb = word in _STRONG or (word.endswith(_VERB_ENDINGS) and word not in _NO_VERBS)
    if word.endswith("a") and text[max(0, start - len(word) - 5) : start].lower() == f"att {word} ":
        return True
    if word.startswith(_OF_WORKS) or not (is_verb or word in _BEFORE_SUBJECTS):
        return False
    return (is_verb and not word.startswith(_OF_THINGS)) or is_told_of(text, start, end)


def does_something(text: str, start: int, end: int) -> bool:
    """Whether what is named there does what somebody in a case does."""
    return bool(_SMALL_WORD.match(text, end) and _DOES_AS_ONE.match(text, end + 1)) and is_told_of(text, start, end)


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether words of care, employment or a case stand near what is named there."""
    return _is_of_subjects_somewhere(text) and is_of_subjects(near(text, start, end))


@lru_cache(maxsize=1)
def _is_of_subjects_somewhere(text: str) -> bool:
    """Asked once of a whole text, since a register of names asks at each of them."""
    return is_of_subjects(text)


def is_of_subjects(text: str) -> bool:
    """Whether words of care, employment or a case stand in the text."""
    return any(subject.search(text) for subject in SUBJECTS.values())


def _lead(text: str, start: int) -> str:
    """The line before the list in which a row begins at `start`, which says what the list is of."""
    lines = text[max(0, start - _LONGEST_LIST) : start].split("\n")
    return next((line for line in reversed(lines) if line.strip() and not _ROW.match(line)), "")


def is_system(text: str, start: int, end: int, is_cared_for: bool) -> bool:
    """Whether a given name alone is what a system is called there: by the words beside it, or as one is written about near.

    A word of care near outweighs that a system is written about, and so does one for a single person.
    """
    if _SYSTEM_BEFORE.search(text, max(0, start - 40), start) or _SYSTEM_AFTER.match(text, end):
        return True
    around = near(text, start, end)
    return not is_cared_for and _NEAR_SYSTEM.search(around) is not None and not _SOMEBODY.search(around)
