"""Where somebody is named whatever she is called: after a label or her kin, beside what she is, in a column of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.guard.given import ALSO_WORDS, is_alone
from macros.guard.names import GIVEN, WORD
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
        innehavaren klagande klaganden köpare köparen namn säljare säljaren sökande sökanden undertecknad ägare ägaren
        """
    )
)
"""Who is cared for; hers; and whoever may be in a case: a company may be so too."""

_BETWEEN = frozenset(words("för till åt"))
_SIGNED = frozenset(words("minderårige minderåriga mvh mvh, omyndige omyndiga"))
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
    r"\w*(?:avdelning|enhet|fartyg|fastighet|fordon|grupp|kvarter|lokal|objekt|område|plats|projekt|rum|sal|skola|system|verksamhet)"
    r"(?:en|er|et|or)?\b",
    re.IGNORECASE,
)
_PART = rf"(?:{WORD}(?:-{WORD})?|[A-ZÅÄÖ]\b\.?)"
_WHOLE = re.compile(rf"{WORD}(?:-{WORD})?(?:,?[ \u00a0]{_PART}){{0,3}}")


def in_slots(text: str) -> Iterator[tuple[int, int]]:
    """The names in columns of people, and those in capitals."""
    for found in _CAPITALS.finditer(text):
        names = {name.title() for name in found[0].replace("-", " ").split()[:-1]}
        if names & _SURE_IN_CAPITALS and not text[found.start() - 1 : found.start()].isalnum():
            yield found.span()
    for start, end in _headings(text):
        if _WHOLE.fullmatch(text, start, end) and is_slot(text, start, end):
            yield start, end


def is_slot(text: str, start: int, end: int) -> bool:
    """Whether what is named there stands where only people are named: then nobody need have listed the name.

    After a client as a label (`Elev: Noel`), beside whose kin or part she is (`mamma till Noel`, `Noels mamma`, `Noel (son)`);
    two names also after another part in a case, between commas or as a label: `Grannen på Provgatan, Anna Lind, har svarat`.
    """
    name, before = text[start:end], text[max(0, start - _FARTHEST) : start]
    if is_no_person(name):
        return False
    said = before.lower().split()[-_CLAUSE:] if before[-1:] == " " else []
    is_hers = (before[-2:-1].islower() or before[-2:-1] == ",") and _KIN_AFTER.match(text, end)
    if _is_surely_after(said) or is_hers or _PART_AFTER.match(text, end):
        return True
    is_told = _is_part_before(said) and _ENDS.match(text, end)
    is_told = is_told or _OF_PEOPLE.match(_headings(text).get((start, end), ""))
    return bool(is_told) and (" " in name or is_alone(name))


def _is_surely_after(said: list[str]) -> bool:
    *others, last = said or [""]
    other = others[-1] if others else ""
    if last in _BETWEEN:
        return other in _KIN
    is_called = last == "heter" and other.endswith(_ONE_ENDS)
    return (
        is_called
        or last in _SIGNED
        or last.removesuffix(":") in _CLIENTS - {last}
        or (last == ":" and other in _CLIENTS)
    )


def _is_part_before(said: list[str]) -> bool:
    last = said[-1] if said else ""
    if last.endswith(":"):
        return any(word.rstrip(":") in _PARTIES for word in said[-2:])
    clause = said[:-1] if last.endswith(",") else []
    while clause and not clause[-1].endswith((",", ".", ":")):
        if clause.pop() in _PARTIES:
            return True
    return last.removesuffix(",") in _PARTIES - {last}


def is_in_column_of_things(text: str, start: int, end: int) -> bool:
    """Whether it fills a cell of a column that is of schools, systems and the like, which may be called as people are."""
    return _OF_THINGS.match(_headings(text).get((start, end), "")) is not None


@lru_cache(maxsize=1)
def _headings(text: str) -> dict[tuple[int, int], str]:
    """The heading over each cell of every table with a ruled heading; where the cells begin and end without spaces around."""
    found = {}
    for ruled in _RULED.finditer(text) if "--" in text else ():
        headings = (
            text[text.rfind("\n", 0, max(0, ruled.start() - 1)) + 1 : ruled.start()].strip().strip("|").split("|")
        )
        row = ruled.end() + 1
        while text.startswith("|", row):
            end = text.find("\n", row)
            end = len(text) if end < 0 else end
            cell_at = row + 1
            for heading, cell in zip(headings, text[cell_at:end].split("|"), strict=False):
                start = cell_at + len(cell) - len(cell.lstrip())
                found[start, start + len(cell.strip())] = heading.strip()
                cell_at += len(cell) + 1
            row = end + 1
    return found
