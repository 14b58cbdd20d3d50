"""Single persons in prose: a name or initials near words of care, diagnosis or dismissal, or in a personnel decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.guard.elected import is_elected, is_elected_by_initial
from macros.guard.given_names import DONE_BY_PEOPLE, alone, does_something, is_alone, is_system, may_be_given, tells_of
from macros.guard.hit import Hit, Recognised, near
from macros.guard.names import FAMILY, FAMILY_ENDINGS, FAMILY_WORDS, GIVEN, WORD, has_given, sounds_given
from macros.guard.offices import OFFICE, has_office, has_office_in_next_cell
from macros.guard.official import Official
from macros.guard.places import is_before_institution, is_named_after, is_no_person
from macros.guard.slots import in_slots, is_in_column_of_things, is_slot
from macros.guard.subjects import CLIENTS, LABELS, PUBLIC, SUBJECTS, SUBJECTS_OF_OFFICERS, is_own
from macros.words import words

_HYPHEN = r"-(?:\n[ \t>]*)?"
"""A double name may be broken at its hyphen."""

_NAME = re.compile(
    rf"({WORD}(?:{_HYPHEN}{WORD})?)((?:[ \u00a0]\n?(?:{WORD}|[A-ZÅÄÖ]\.|al|de|von|af)(?:{_HYPHEN}{WORD})?){{1,3}})(?!\w)"
)
_OFFICES = words(
    "AB AD AF AU BN DO EG EU FK FN GN HD HR IF IK IP IT JK JO KD KF KL KN KS LO MN MP ON PM SD SN TN UK UN US VD VN VU"
)
_LETTER = "[A-ZÅÄÖ]"
_INITIALS = re.compile(
    rf"{_LETTER}(?:\.[ \u00a0]?{_LETTER}\.[ \u00a0]?(?:{_LETTER}\.[ \u00a0]?)?|\.?[ \u00a0]{_LETTER}|\.{_LETTER}|"
    rf"{_LETTER}?:s|{_LETTER}(?=[ \u00a0](?:{'|'.join(DONE_BY_PEOPLE)})\b))(?!\w)"
)
"""`J.L.`, `J. L`, `J.L`, `J L`, `JL:s`, `J:s`; two bare letters, as firms have too, where they do what only people do."""

_ROLES = frozenset(
    words(
        """
        anhörig anställde boende bror brodern dotter enskilde fru fröken förälder granne grannen herr huvudman
        hundägaren hustrun hyresgästen jourhem makan maken mamma medarbetaren pappa sambon son syster
        systern vittnet vårdnadshavare
        """
    )
) | frozenset(CLIENTS)
"""Words for a single person that a name or initials may follow, also as a label before a colon."""

_PARTIES = frozenset(
    words(
        """
        anmälare anmälaren arrendatorn byggherre byggherren fastighetsägare fastighetsägaren klagande klaganden köparen
        innehavare innehavaren medsökande motparten säljaren sökande sökanden tomträttshavare tomträttshavaren ägare ägaren
        """
    )
)
"""Words for somebody in a case, who may be a company too: a lone word after one is a name only where it is known as one."""

_WHO = re.compile(
    rf"(?<=[a-zåäö])([:,]?[ \u00a0]+)({WORD}(?:-{WORD})?(?:[ \u00a0]{WORD}(?:-{WORD})?){{0,2}}|"
    rf"[A-ZÅÄÖ]\.[ \u00a0]?{WORD}|[A-ZÅÄÖ]{{1,3}}\b\.?|(?:[A-ZÅÄÖ]\.[ \u00a0]?){{1,3}})(?!\w)"
)
_CONCERNING = frozenset(
    words("angående av avseende beviljas efter från för ger gällande hos medges mot nekas om rörande till tilldelas åt")
)
"""Words before whom something is for, from or about: two capitalised words after one may be a name that nobody has listed."""

_TWO = re.compile(rf"[ \u00a0](?:{WORD}|[A-ZÅÄÖ]\.)[ \u00a0]?{WORD}")

_OF_WHOM = _CONCERNING | frozenset(words("att dem då eftersom gentemot med mellan när kring"))
"""Words before whom something is told of: after one a given name alone may be somebody's."""

_BEFORE_SLOTS = frozenset(words("för heter minderårige minderåriga mvh omyndige omyndiga till åt"))
"""Words before whose kin somebody is, what she is called and who has signed."""

_ENDS_OF_ONE = words("aren avlidna avlidne brodern dottern fadern flickan kvinnan mannen modern pojken sonen systern")
"""Ends of words for a single person: `anhörigvårdaren`, `styvsonen`."""

_NUMBER = re.compile(r"-\w|[ \u00a0]\d+(?![\d ]* år\b)")
"""What makes a given name alone a project's, a block's or an estate's: `Elin-projektet`, `Linnea 3`, `Åsa 4:21`."""

_INITIAL_BEFORE = re.compile(
    rf"{_LETTER}(?<![\w.].)\.(?:-|[ \u00a0])?(?:{_LETTER}\.(?:-|[ \u00a0])?){{0,2}}({WORD}(?:-{WORD})?)(?!\w)"
)
"""`K. Lund`, `K.-E. Lund`: with a family name that is known or at a sentence's end, since lists begin with a letter too."""

_AT_END = re.compile(r"[.;)]?[ ]*(?:$|[|\n])")

_DOUBLE_INITIAL = re.compile(rf"[A-ZÅÄÖ](?<![\w-].)-[A-ZÅÄÖ][ \u00a0]{WORD}(?:-{WORD})?(?!\w)")
"""`K-G Lund`: two letters so joined are a given name's, whatever the family name."""

_TURNED = re.compile(rf"(({WORD}(?:-{WORD})?), ({WORD})(?:-{WORD})?)(?=[ \u00a0]?[:;|,(\t\"'”\]]|$)", re.MULTILINE)
"""The family name first, as registers have it."""

_LAST_WORD = re.compile(r"[\w-]+$")
_LONGEST_INITIALS = 4


def people(text: str, official: Official) -> Recognised:
    """Names and initials, not those of the elected: of anybody with a word near that tells of care, employment or a case.

    Of somebody without an office also with no such word, where she is surely a person and not named for what she has made.
    """
    for start, end in named(text):
        name = text[start:end]
        if is_in_column_of_things(text, start, end) or _is_place(text, start, end):
            continue
        if is_elected(text, start, end, official):
            if is_own(text, start, end):
                yield Hit(start, end, "namn-vid-omsorg", " ".join(name.split()).lower())
            continue
        around = near(text, start, end)
        is_officer = has_office(text, start, end)
        subjects = SUBJECTS_OF_OFFICERS if is_officer else SUBJECTS
        kind_id = next((kind_id for kind_id, subject in subjects.items() if subject.search(around)), None)
        if is_alone(name) and is_system(text, start, end, is_cared_for=kind_id not in (None, "namn-i-lov")):
            continue
        is_let_be = is_officer or has_office_in_next_cell(text, end) or is_elected_by_initial(name, official)
        if kind_id is None and not is_let_be and (is_slot(text, start, end) or _is_anybody(name, around)):
            kind_id = "namn-på-enskild"
        if kind_id is not None:
            yield Hit(start, end, kind_id, " ".join(name.split()).lower())


def _is_anybody(name: str, around: str) -> bool:
    """Whether it is surely a person: a known given name, alone or with another in either order, or initials with full stops.

    Nobody is named in public by a given name alone; by more she is for her works or an election.
    """
    if not is_alone(name) and PUBLIC.search(around):
        return False
    if name[1:2] == "." or is_alone(name):
        return True
    first, *others = name.replace(",", "").split()
    if not others:
        return False
    is_turned = (first in FAMILY_WORDS or _is_family(first)) and others[0] in GIVEN
    return is_turned or has_given(first) or sounds_given(first) or (_is_family(others[-1]) and _goes_on(around))


def _goes_on(around: str) -> bool:
    """Whether it stands within a sentence, where no other word begins with a capital."""
    before = around.partition(" N | ")[0].rstrip()[-1:]
    return before.isalnum() or before == ","


def is_private(text: str, start: int, end: int, official: Official) -> bool:
    """Whether somebody is named there who is neither elected nor named with an office."""
    is_let_be = _is_place(text, start, end) or is_elected(text, start, end, official)
    return not is_let_be and not has_office(text, start, end)


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody may be named: the longest of what begins at a place."""
    taken = 0
    for found in sorted(_candidates(text), key=lambda span: (span[0], -span[1])):
        start, end = found
        if start < taken:
            continue
        taken = end
        yield start, end


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a place is named after her there."""
    is_name = end - start > _LONGEST_INITIALS or (text[start + 1 : end].isalpha() and text[start + 1 : end].islower())
    return is_name and is_named_after(text, start, end)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """The patterns begin with the capital itself, which is found fast; that no word goes on before it is looked at afterwards."""
    for found in _NAME.finditer(text):
        if not text[found.start() - 1 : found.start()].isalnum() and (span := _person_in(found)):
            yield span
    for found in _WHO.finditer(text):
        last = _LAST_WORD.search(text, max(0, found.start() - 20), found.start())
        word = last[0].lower() if last else ""
        is_told = word in _ROLES or _is_whom(text, found, word) or _may_be_somebody(text, found, word)
        if is_told or (
            (word in _BEFORE_SLOTS or found[1][0] in ":," or found[2][-1] == "s") and is_slot(text, *found.span(2))
        ):
            yield found.span(2)
    for found in _INITIAL_BEFORE.finditer(text):
        is_told = found[1] in FAMILY_WORDS and does_something(text, *found.span())
        if (
            is_told
            or _is_family(found[1])
            or (_AT_END.match(text, found.end()) and text.endswith(", ", 0, found.start()))
        ):
            yield found.span()
    yield from (found.span() for found in _DOUBLE_INITIAL.finditer(text))
    yield from alone(text)
    yield from in_slots(text)
    yield from (found.span(1) for found in _TURNED.finditer(text) if found[3] in GIVEN and not is_alone(found[2]))
    for found in _INITIALS.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if (
            found[0][:2] not in _OFFICES
            and not before.isalnum()
            and before != "."
            and (before != "(" or found[0][1:2] == ".")
        ):
            yield found.start(), found.start() + len(found.group().rstrip())


def _is_whom(text: str, found: re.Match[str], word: str) -> bool:
    """Whether a given name alone stands where somebody is told of."""
    if not may_be_given(found[2]) or _NUMBER.match(text, found.end()):
        return False
    is_of_one = word in _OF_WHOM or word.endswith(_ENDS_OF_ONE) or (word in LABELS and found[1].startswith(":"))
    is_name = text[found.start() - len(word)].isupper() and may_be_given(word.capitalize())
    return is_of_one or (not is_name and tells_of(text, word, *found.span(2)))


def _may_be_somebody(text: str, found: re.Match[str], word: str) -> bool:
    """Whether names that nobody has listed stand where a person in a case or with an office is named."""
    if word in _PARTIES and _is_name(found[2]):
        return found[2] not in _OFFICES and not is_no_person(found[2]) and not is_before_institution(text, found.end())
    if not _TWO.fullmatch(found[1] + found[2]):
        return False
    return (word in _CONCERNING and not is_no_person(found[2])) or OFFICE.fullmatch(word) is not None


def _person_in(found: re.Match[str]) -> tuple[int, int] | None:
    """The part of a row of capitalised words that is a person's name: from a given name on, or before a family name."""
    parts = list(re.finditer(r"\S+", found.group()))
    for word in parts[:-1]:
        name = word.group()
        if has_given(name) or (sounds_given(name) and not is_no_person(found[0][word.start() :])):
            return found.start() + word.start(), found.end()
    if _is_family(parts[-1].group()) and not is_no_person(parts[-2].group()):
        first = parts[-1 if parts[-2].group().lower() in _ROLES else -2]
        return found.start() + first.start(), found.end()
    family = parts[-2].group()
    is_noun = family.endswith("sen")
    is_turned = parts[-1].group() in GIVEN and not is_noun and (family in FAMILY_WORDS or _is_family(family))
    return (found.start() + parts[-2].start(), found.end()) if is_turned and not is_no_person(family) else None


def _is_family(word: str) -> bool:
    """Whether it is known as a family name, or ends as one."""
    last = word.removesuffix("s")
    return last in FAMILY or (last.endswith(FAMILY_ENDINGS) and len(last) > 5) or last.endswith("ić")


def _is_name(words_of_it: str) -> bool:
    """Whether it is more than a word, or initials, or a word that is known as a name."""
    return (
        not words_of_it.replace("-", "").isalpha()
        or len(words_of_it) <= _LONGEST_INITIALS
        or words_of_it in GIVEN
        or _is_family(words_of_it)
    )


def persons_in(text: str) -> Iterator[tuple[int, int]]:
    """Where people are named whose given or family name is known to be one, and after whom no place is named there."""
    for found in _NAME.finditer(text):
        if (span := _person_in(found)) and not is_named_after(text, *span):
            yield span


def ends_with_person(text: str) -> bool:
    """Whether the text ends with somebody's name."""
    return any(end == len(text) for _, end in persons_in(text))
