"""Single persons in prose: a name or initials near words of care, diagnosis or dismissal, or in a personnel decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guard.hit import Hit, Recognised, block
from macros.guard.names import FAMILY, FAMILY_ENDINGS, FAMILY_WORDS, GIVEN
from macros.guard.offices import has_office
from macros.guard.official import Official
from macros.guard.places import is_named_after, is_no_person
from macros.guard.subjects import CLIENTS, LABELS, PUBLIC, SUBJECTS, SUBJECTS_OF_OFFICERS
from macros.words import words

_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüćčšžøæ]+"
_HYPHEN = r"-(?:\n[ \t>]*)?"
"""A double name may be broken at its hyphen."""

_NAME = re.compile(
    rf"({_WORD}(?:{_HYPHEN}{_WORD})?)((?:[ \u00a0]\n?(?:{_WORD}|[A-ZÅÄÖ]\.|al|de|von|af)(?:{_HYPHEN}{_WORD})?){{1,3}})(?!\w)"
)
_OFFICES = words(
    "AB AD AF AU BN DO EG EU FK FN GN HD HR IF IK IP IT JK JO KD KF KL KN KS LO MN MP ON PM SD SN TN UK UN US VD VN VU"
)
_DONE_BY_PEOPLE = words(
    "ansöker begär behöver beviljas bor flyttar lider mår nekas omhändertas placeras vårdas önskar överklagar"
)
_LETTER = "[A-ZÅÄÖ]"
_INITIALS = re.compile(
    rf"{_LETTER}(?:\.[ \u00a0]?{_LETTER}\.[ \u00a0]?(?:{_LETTER}\.[ \u00a0]?)?|\.?[ \u00a0]{_LETTER}|\.{_LETTER}|"
    rf"{_LETTER}?:s|{_LETTER}(?=[ \u00a0](?:{'|'.join(_DONE_BY_PEOPLE)})\b))(?!\w)"
)
"""`J.L.`, `J. L`, `J.L`, `J L`, `JL:s`, `J:s`; two bare letters, as firms have too, where they do what only people do."""

_ROLES = frozenset(
    words(
        """
        anhörig anställde boende brodern enskilde fru fröken förälder granne grannen herr huvudman hundägaren hustrun
        hyresgästen jourhem läraren makan maken medarbetaren sambon systern vårdnadshavare
        """
    )
) | frozenset(CLIENTS)
"""Words for a single person that a name or initials may follow, also as a label before a colon."""

_PARTIES = frozenset(
    words(
        """
        anmälare anmälaren arrendatorn byggherre byggherren fastighetsägare fastighetsägaren klagande klaganden köparen
        säljaren sökande sökanden tomträttshavare tomträttshavaren ägare ägaren
        """
    )
)
"""Words for somebody in a case, who may be a company too: a lone word after one is a name only where it is known as one."""

_WHO = re.compile(
    rf"[a-zåäö]([:,]?[ \u00a0]+)({_WORD}(?:-{_WORD})?(?:[ \u00a0]{_WORD}){{0,2}}|"
    rf"[A-ZÅÄÖ]\.[ \u00a0]?{_WORD}|[A-ZÅÄÖ]{{1,3}}\b\.?|(?:[A-ZÅÄÖ]\.[ \u00a0]?){{1,3}})(?!\w)"
)
_CONCERNING = frozenset(
    words("angående av avseende beviljas efter från för ger gällande hos medges mot nekas om rörande till tilldelas åt")
)
"""Words before whom something is for, from or about: two capitalised words after one may be a name that nobody has listed."""

_TWO = re.compile(rf"[ \u00a0](?:{_WORD}|[A-ZÅÄÖ]\.)[ \u00a0]?{_WORD}")

_OF_WHOM = _CONCERNING | frozenset(words("att då eftersom gentemot med mellan när kring"))
"""Words before whom something is told of: after one a given name alone may be somebody's."""

_ENDS_OF_ONE = words("aren brodern dottern fadern flickan kvinnan mannen modern pojken sonen systern")
"""Ends of words for a single person: `anhörigvårdaren`, `styvsonen`."""

_NUMBER = re.compile(r"-\w|[ \u00a0]\d+(?![\d ]* år\b)")
"""What makes a given name alone a project's, a block's or an estate's: `Elin-projektet`, `Linnea 3`, `Åsa 4:21`."""

_WHOSE = re.compile(
    rf"({_WORD})(?=[ \u00a0](?:anhöriga|behov|bror|diagnos|dotter|far|farmor|frånvaro|föräldrar|funktionsnedsättning|hälsa|"
    r"man|mamma|mor|mormor|pappa|skolgång|son|syskon|syster|vårdnadshavare)\b)"
)
"""A name in the genitive before who or what is somebody's own."""

_DOES = _DONE_BY_PEOPLE + words(
    "behövde blev bodde fick flyttade får går hade har kan klarar kunde saknar ska skulle trivs var vill ville är"
)
_ALONE = re.compile(rf"{_WORD}(?:-{_WORD})?(?=[ \u00a0](?:{'|'.join(_DOES)})\b)")
_BEGINS = re.compile(r"(?:^|[\n.!?:;|\t–-])[ >*]*$|\boch[ \u00a0]$")
"""Where a sentence or a cell begins, or the second of two: a given name alone there is somebody's before what a person does."""

_NOBODY = frozenset(words("August Lucia Maj Nora"))
"""Given names that are a month, a feast or a town where they stand alone."""

_ALSO_WORDS = frozenset(words("Bo Björn Bror Dag Hans Jan Klara Love Mark Max Nova Per Rose Saga Sol Sten Stig Vera"))
"""Given names that a sentence also begins with, or a cell holds, where nobody is named."""

_IN_CELL = re.compile(rf"(?<=[|\t])[ ]{{0,3}}([A-ZÅÄÖ]\.[ \u00a0]?{_WORD}|{_WORD})(?=[ ]{{0,40}}[|\t\n])")
"""What fills a table's cell: an initial with a name, or a given name alone."""

_INITIAL_BEFORE = re.compile(
    rf"{_LETTER}(?<![\w.].)\.(?:-|[ \u00a0])?(?:{_LETTER}\.(?:-|[ \u00a0])?){{0,2}}({_WORD}(?:-{_WORD})?)(?!\w)"
)
"""`K. Lund`, `K.-E. Lund`: with a family name that is known, since lists begin with a letter too."""

_DOUBLE_INITIAL = re.compile(rf"[A-ZÅÄÖ](?<![\w-].)-[A-ZÅÄÖ][ \u00a0]{_WORD}(?:-{_WORD})?(?!\w)")
"""`K-G Lund`: two letters so joined are a given name's, whatever the family name."""

_TURNED = re.compile(rf"({_WORD}(?:-{_WORD})?, ({_WORD})(?:-{_WORD})?)(?=[ \u00a0]?[:;|,(\t]|$)", re.MULTILINE)
"""The family name first, as registers have it."""

_AGED = re.compile(rf"({_WORD}),? \d{{1,2}} år\b")
_LAST_WORD = re.compile(r"[\w-]+$")
_PARTY = re.compile(r"[ \u00a0]?\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}\)")
_ACTS = re.compile(
    r"[ \u00a0](?:anmäler jäv|begär (?:ordet|votering)|reserverar sig|yrkar (?:avslag|bifall|bordläggning|återremiss))\b"
)
"""What only the elected do at a meeting; also whoever appeals asks that something be changed (`yrkar att`)."""

_ELECTED = re.compile(
    r"(?:ordförande\w*|ledamot\w*|ersättare\w*|kommunalråd\w*|oppositionsråd\w*|gruppledare\w*|yrkar|motion(?:en)? (?:av|från))"
    r"[ \u00a0]$",
    re.IGNORECASE,
)

_LONGEST_INITIALS = 4

_WINDOW = 120
"""Characters on each side of a name that are near it; a blank line or the end of a list row ends them sooner."""


def people(text: str, official: Official) -> Recognised:
    """Names and initials, not those of the elected: of anybody with a word near that tells of care, employment or a case.

    Of somebody without an office also with no such word, where she is surely a person and not named for what she has made.
    """
    for start, end in named(text):
        if not _is_unelected(text, start, end, official):
            continue
        near = _near(text, start, end)
        is_officer = has_office(text, start, end)
        subjects = SUBJECTS_OF_OFFICERS if is_officer else SUBJECTS
        kind_id = next((kind_id for kind_id, subject in subjects.items() if subject.search(near)), None)
        if kind_id is None and not is_officer and _is_anybody(text[start:end]) and not PUBLIC.search(near):
            kind_id = "namn-på-enskild"
        if kind_id is not None:
            yield Hit(start, end, kind_id, " ".join(text[start:end].split()).lower())


def _is_anybody(name: str) -> bool:
    """Whether it is surely a person: a known given name, alone or with another in either order, or initials with full stops.

    Nobody is named in public by a given name alone.
    """
    first, *others = name.replace(",", "").split()
    is_turned = bool(others) and (first in FAMILY_WORDS or _is_family(first)) and others[0] in GIVEN
    is_alone = not others and (_is_given(first) or _is_given(first.removesuffix("s")))
    return name[1:2] == "." or is_alone or is_turned or (bool(others) and bool(set(first.split("-")) & GIVEN))


def is_private(text: str, start: int, end: int, official: Official) -> bool:
    """Whether somebody is named there who is neither elected nor named with an office."""
    return _is_unelected(text, start, end, official) and not has_office(text, start, end)


def _near(text: str, start: int, end: int) -> str:
    """What stands around, with a letter for the name itself: Vård can be a family name's beginning."""
    first = max(0, start - _WINDOW)
    window, name = text[first : end + _WINDOW], slice(start - first, end - first)
    begins, ends = block(window, name.start, name.stop)
    return f"{window[begins : name.start]} N | {window[name.stop : ends]}"


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody may be named: the longest of what begins at a place."""
    taken = 0
    for found in sorted(_candidates(text), key=lambda span: (span[0], -span[1])):
        start, end = found
        if start < taken:
            continue
        taken = end
        yield start, end


def _is_unelected(text: str, start: int, end: int, official: Official) -> bool:
    """Whether no place is named after her there, and she is nobody elected."""
    is_place = end - start > _LONGEST_INITIALS and is_named_after(text, start, end)
    return not is_place and not is_elected(text, start, end, official)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """The patterns begin with the capital itself, which is found fast; that no word goes on before it is looked at afterwards."""
    for found in _NAME.finditer(text):
        if not text[found.start() - 1 : found.start()].isalnum() and (span := _person_in(found)):
            yield span
    for found in _WHO.finditer(text):
        last = _LAST_WORD.search(text[max(0, found.start() - 20) : found.start() + 1])
        word = last.group().lower() if last else ""
        is_party = word in _PARTIES and _is_name(found[2])
        may_be = is_party or (word in _CONCERNING and _TWO.fullmatch(found[1] + found[2]) is not None)
        is_of_one = word in _OF_WHOM or word.endswith(_ENDS_OF_ONE) or (word in LABELS and found[1].startswith(":"))
        is_alone = is_of_one and _is_given(found[2]) and not _NUMBER.match(text, found.end())
        if word in _ROLES or is_alone or (may_be and not is_no_person(found[2])):
            yield found.span(2)
    yield from (found.span() for found in _INITIAL_BEFORE.finditer(text) if _is_family(found[1]))
    yield from (found.span() for found in _DOUBLE_INITIAL.finditer(text))
    for found in _ALONE.finditer(text):
        if (
            _is_given(found[0])
            and found[0] not in _ALSO_WORDS
            and _BEGINS.search(text, max(0, found.start() - 5), found.start())
        ):
            yield found.span()
    for found in _IN_CELL.finditer(text):
        if found[1][1] == "." or (_is_given(found[1]) and found[1] not in _ALSO_WORDS):
            yield found.span(1)
    yield from (
        found.span() for found in _WHOSE.finditer(text) if _is_given(found[1]) or _is_given(found[1].removesuffix("s"))
    )
    yield from (found.span(1) for found in _AGED.finditer(text))
    yield from (found.span(1) for found in _TURNED.finditer(text) if found[2] in GIVEN)
    for found in _INITIALS.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if (
            found[0][:2] not in _OFFICES
            and not before.isalnum()
            and before != "."
            and (before != "(" or found[0][1:2] == ".")
        ):
            yield found.start(), found.start() + len(found.group().rstrip())


def _person_in(found: re.Match[str]) -> tuple[int, int] | None:
    """The part of a row of capitalised words that is a person's name: from a given name on, or before a family name."""
    parts = list(re.finditer(r"\S+", found.group()))
    for word in parts[:-1]:
        if set(word.group().split("-")) & GIVEN:
            return found.start() + word.start(), found.end()
    if _is_family(parts[-1].group()):
        first = parts[-1 if parts[-2].group().lower() in _ROLES else -2]
        return found.start() + first.start(), found.end()
    if parts[-1].group() in GIVEN and (parts[-2].group() in FAMILY_WORDS or _is_family(parts[-2].group())):
        return found.start() + parts[-2].start(), found.end()
    return None


def _is_given(word: str) -> bool:
    """Whether it is known as a given name, also a double one, and no month, feast or town."""
    return set(word.split("-")) <= GIVEN and word not in _NOBODY


def _is_family(word: str) -> bool:
    """Whether it is known as a family name, or ends as one."""
    last = word.removesuffix("s")
    return last in FAMILY or (last.endswith(FAMILY_ENDINGS) and len(last) > 5)


def _is_name(words_of_it: str) -> bool:
    """Whether it is more than a word, or initials, or a word that is known as a name."""
    return (
        not words_of_it.replace("-", "").isalpha()
        or len(words_of_it) <= _LONGEST_INITIALS
        or words_of_it in GIVEN
        or _is_family(words_of_it)
    )


def is_elected(text: str, start: int, end: int, official: Official) -> bool:
    """Whether the name there is an elected representative's, by the record, her party or the office before it."""
    name = " ".join(text[start:end].split()).lower()
    family, *given = name.replace(",", "").split()
    turned = " ".join((*given, family))
    return bool(
        any(one.startswith(known) or one.endswith(known) for known in official.names for one in (name, turned))
        or _PARTY.match(text, end)
        or _ACTS.match(text, end)
        or _ELECTED.search(text, max(0, start - 40), start)
    )


def persons_in(text: str) -> Iterator[tuple[int, int]]:
    """Where people are named whose given or family name is known to be one, and after whom no place is named there."""
    for found in _NAME.finditer(text):
        if (span := _person_in(found)) and not is_named_after(text, *span):
            yield span


def ends_with_person(text: str) -> bool:
    """Whether the text ends with somebody's name."""
    return any(end == len(text) for _, end in persons_in(text))
