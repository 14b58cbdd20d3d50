"""Where somebody is named whatever she is called: after a label or her kin, beside what she is, in a column of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.guard.given_names import ALSO_WORDS, is_alone, is_of_subjects
from macros.guard.hit import near
from macros.guard.names import GIVEN, WORD, has_given
from macros.guard.places import is_no_person
from macros.words import words

_CLIENTS = frozenset(
    words("barn brukare brukaren elev eleven klient klienten omsorgstagare patient patienten vårdtagare vårdtagaren")
)
_ONES_KIN = frozenset(
    words(
        """
        bror dotter farbror farfar farmor hustru kusin lillebror lillasyster mamma morfar mormor moster pappa sambo son
        storasyster storebror styvfar styvmor syskon syster
        """
    )
)
_KIN = _ONES_KIN | frozenset(
    words(
        "anhörig far fru förälder föräldrar föräldrarna make maka man mannen mor närstående vårdnadshavare vårdnadshavaren"
    )
)
_PARTIES = _KIN | frozenset(
    words(
        """
        anmälare anmälaren arrendator arrendatorn boende fastighetsägare fastighetsägaren grannen hyresgäst hyresgästen innehavare
        innehavaren klagande klaganden köpare köparen namn säljare säljaren sökande sökanden undertecknad uppringare
        vittne vittnet ägare ägaren
        """
    )
)
"""Who is cared for; hers; and whoever may be in a case: a company may be so too."""

_ONES = frozenset(words("flicka flickan kvinna kvinnan mannen pojke pojken"))
_BETWEEN = frozenset(words("för till åt"))
_SIGNED = frozenset(words("fr. hr. minderårige minderåriga mvh mvh, omyndige omyndiga"))
_ONE_ENDS = words("aren brodern dottern fadern flickan kvinnan mamman mannen modern pappan pojken sonen systern")
_KIN_AFTER = re.compile(rf"[ ](?:{'|'.join(sorted(_ONES_KIN))})\b")
_PART_AFTER = re.compile(rf"[ ]\((?:{'|'.join(sorted(_KIN))}|god man)\)")
_ENDS = re.compile(r"[ ]*(?:[,.;:()|\n\t/–\d]|$)|[ ]{2}")
_CLAUSE = 6
_FARTHEST = 60
"""Words, and characters, before a name within which her part in a case stands."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŻŠŽĆČ]"
_CAPITALS = re.compile(rf"{_CAPITAL}{{3,}}(?:-{_CAPITAL}{{2,}})?(?:[ ]{_CAPITAL}{{2,}}(?:-{_CAPITAL}{{2,}})?){{1,2}}\b")
_SURE_IN_CAPITALS = GIVEN - ALSO_WORDS
"""A name in capitals, as in forms and scanned papers."""

_RULED = re.compile(r"^[ ]*\|[ \t:|-]*--[ \t:|-]*\|?[ ]*$", re.MULTILINE)
_OF_PEOPLE = re.compile(rf"(?:{'|'.join(sorted(_CLIENTS | _PARTIES, reverse=True))})\b(?! \w)", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"\w*(?:avdelning|enhet|fartyg|fastighet|fordon|grupp|instrument|kurs|kvarter|lokal|objekt|område|plats|projekt|rum|sal|skola|station|system|verksamhet)"
    r"(?:en|er|et|or)?\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:elever|kapacitet|kö|lärare|platser|yta|ärenden)\b", re.IGNORECASE)
"""What is counted of places: then nobody lives under *boende*."""

_PART = rf"(?:{WORD}(?:-{WORD})?|[A-ZÅÄÖ]\b\.?)"
_IN_BRACKETS = re.compile(rf"\(({WORD}(?:-{WORD})?(?: (?:{WORD}(?:-{WORD})?|[A-ZÅÄÖ]\b\.?)){{0,2}})(?=[),])")
_TITLED = re.compile(rf"[FH]r\. (?<!\w[FH]r\. )({WORD}(?: {WORD})?)")
_LAST_OF_LINE = re.compile(
    rf"[,:–] ({WORD}(?:-{WORD})? (?:{WORD}(?:-{WORD})?|[A-ZÅÄÖ]\b\.?))(?=[ ]*(?:$|\(|, f\b|, \d))", re.MULTILINE
)
"""A name in brackets or after a title, and two names that end a decision's line: `Ledsagning 12 timmar, Anna Lind`."""

_WHOLE = re.compile(rf"{WORD}(?:-{WORD})?(?:,?[ \u00a0]{_PART}){{0,3}}")


def in_slots(text: str) -> Iterator[tuple[int, int]]:
    """The names in columns of people, and those in capitals."""
    for found in _CAPITALS.finditer(text):
        names = {name.title() for name in found[0].replace("-", " ").split()[:-1]}
        if names & _SURE_IN_CAPITALS and not text[found.start() - 1 : found.start()].isalnum():
            yield found.span()
    yield from (found.span(1) for found in _TITLED.finditer(text))
    for found in _IN_BRACKETS.finditer(text):
        if is_slot(text, *found.span(1)):
            yield found.span(1)
    for found in _LAST_OF_LINE.finditer(text):
        is_listed = has_given(found[1].split()[0])
        if not is_listed and not is_no_person(found[1]) and is_of_subjects(near(text, *found.span(1))):
            yield found.span(1)
    for start, end in sorted(_columns(text).of_people):
        if _WHOLE.fullmatch(text, start, end) and is_slot(text, start, end):
            yield start, end


def is_slot(text: str, start: int, end: int) -> bool:
    """Whether what is named there stands where only people are named: then nobody need have listed the name.

    After a client as a label (`Elev: Noel`), beside whose kin or part she is (`mamma till Noel`, `Noels mamma`, `Noel (son)`);
    two names also after another part in a case, between commas or as a label: `Grannen på Provgatan, Anna Lind, har svarat`.
    """
    before, name = text[max(0, start - _FARTHEST) : start], text[start:end]
    said = before.lower().replace("(", " ( ").split()[-_CLAUSE:] if before[-1:] in (" ", "(") else []
    is_hers = name[-1:] == "s" and before[-2:-1] not in ".:!?" and _KIN_AFTER.match(text, end)
    if is_hers or _is_surely_after(said) or _PART_AFTER.match(text, end):
        return not is_no_person(name)
    is_told = (start, end) in _columns(text).of_people or (_is_part_before(said) and _ENDS.match(text, end) is not None)
    return is_told and (" " in name or is_alone(name)) and not is_no_person(name)


def _is_surely_after(said: list[str]) -> bool:
    *others, last = said or [""]
    other = others[-1] if others else ""
    if last in _BETWEEN:
        return other in _KIN
    if last == "(":
        return other in _CLIENTS | _KIN | _ONES
    if last.endswith(":"):
        return (last[:-1] or other) in _CLIENTS
    return last in _SIGNED | _ONES_KIN or (last == "heter" and other.endswith((*_ONE_ENDS, "jag")))


def _is_part_before(said: list[str]) -> bool:
    """Whether the last clause, before its comma or colon, tells of somebody's part."""
    if not said or not said[-1].endswith((",", ":")):
        return False
    clause = [*said[:-1], said[-1][:-1]]
    while clause and not clause[-1].endswith((",", ".", ":")):
        if clause.pop() in _PARTIES | _CLIENTS:
            return True
    return False


def is_in_column_of_things(text: str, start: int, end: int) -> bool:
    """Whether it fills a cell of a column that is of schools, systems and the like, which may be called as people are."""
    return (start, end) in _columns(text).of_things


@dataclass(frozen=True)
class _Columns:
    """Where the cells of a text's tables begin and end, of those columns that are of people, and of things."""

    of_people: frozenset[tuple[int, int]]
    of_things: frozenset[tuple[int, int]]


@lru_cache(maxsize=1)
def _columns(text: str) -> _Columns:
    people: set[tuple[int, int]] = set()
    things: set[tuple[int, int]] = set()
    for ruled in _RULED.finditer(text) if "--" in text else ():
        headings = (
            text[text.rfind("\n", 0, max(0, ruled.start() - 1)) + 1 : ruled.start()].strip().strip("|").split("|")
        )
        kept = [
            people if _OF_PEOPLE.match(heading.strip()) else things if _OF_THINGS.match(heading.strip()) else None
            for heading in headings
        ]
        if any(_COUNTED.match(heading.strip()) for heading in headings):
            kept = [None if column is None else things for column in kept]
        if any(column is not None for column in kept):
            _sort(text, ruled.end() + 1, kept)
    return _Columns(frozenset(people), frozenset(things))


def _sort(text: str, row: int, columns: list[set[tuple[int, int]] | None]) -> None:
    """Puts the cells of the rows that begin at `row` where their columns' are kept, without the spaces around."""
    while text.startswith("|", row):
        end = text.find("\n", row)
        end = len(text) if end < 0 else end
        at = row + 1
        for column, cell in zip(columns, text[at:end].split("|"), strict=False):
            start = at + len(cell) - len(cell.lstrip())
            if column is not None:
                column.add((start, start + len(cell.strip())))
            at += len(cell) + 1
        row = end + 1
