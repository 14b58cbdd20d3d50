"""What a line or a cell says of somebody who is elected: name, party, mandate, and words that are none of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.guard.names import GIVEN
from macros.record.members import Role
from macros.words import words

_ROLES = (
    (re.compile(r"(?:1|i|först[ea]|första)(?::?[ea])?\.? ?(?:vice|v\.?) ?ordf", re.IGNORECASE), Role.FIRST_VICE_CHAIR),
    (re.compile(r"(?:2|ii|andr[ea])(?::?[ea])?\.? ?(?:vice|v\.?) ?ordf", re.IGNORECASE), Role.SECOND_VICE_CHAIR),
    (re.compile(r"(?:vice|v\.?) ?ordf", re.IGNORECASE), Role.FIRST_VICE_CHAIR),
    (re.compile(r"ordf", re.IGNORECASE), Role.CHAIR),
    (re.compile(r"(?:ordinarie )?led(?:am[oö]t|\b)|ordinarie\b", re.IGNORECASE), Role.MEMBER),
    (re.compile(r"(?:\d{1,2}(?::?[ea]|\.)? )?(?:ers(?:ättare|\b)|suppl(?:eant|\b))", re.IGNORECASE), Role.SUBSTITUTE),
)
"""How each mandate is written, the chairs before the members: "1:e vice ordförande", "Ordinarie ledamöter", "Ersättare 2"."""

_PARTIES = {
    "socialdemokraterna": "S",
    "arbetarepartiet-socialdemokraterna": "S",
    "moderaterna": "M",
    "moderata samlingspartiet": "M",
    "sverigedemokraterna": "SD",
    "centerpartiet": "C",
    "vänsterpartiet": "V",
    "kristdemokraterna": "KD",
    "liberalerna": "L",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
}
"""Parties of the Riksdag as they are abbreviated in minutes; a local one is written as the list has it."""

NO_PARTY = "-"
_WITHOUT = re.compile(r"(?:partilös|politisk vilde|oberoende|utan parti(?:beteckning)?|[-–—])?", re.IGNORECASE)
_ABBREVIATED = re.compile(r"[A-ZÅÄÖ]{1,4}")

_CUT = re.compile(r"\s*(\([^()]*\))\s*|\s*[,;]\s*|(?<!\d)\s*:\s*|\s+[–—-]\s+")
_MARKS = re.compile(r"^(?:\d{1,3}[.)]|[•·▪*–—-])\s+|\s*(?:[*†¹²³]+|\d{1,2}\))$")
"""What numbers a line, and the signs of its notes: "3. Alma Ek", "Bo Al 1)", "Cia Rönn*"."""

_LEADS = re.compile(
    r"[^()]*?(?i:ordf(?:örande|\.)?|led(?:amot|\.)?|ers(?:ättare|\.)?|suppleant)(?: \d{1,2})?\s+(?=[A-ZÅÄÖ])"
)
"""A mandate that leads the name: "1:e vice ordförande Bo Al", "Ersättare 2 Cia Rönn"."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TITLE_OF_PERSON = re.compile(r"\w*(?:ledare|råd|sekreterare)|fru|herr", re.IGNORECASE)
"""A first word that is no given name: "Kommunalråd Alma Ek"."""

_PARTICLES = frozenset(words("al af da de del den der di du el la van von d.y. d.ä."))


@dataclass(frozen=True)
class Said:
    """The parts of a text: party and mandate as written, and `rest`, words that are nothing of this."""

    name: str = ""
    party: str = ""
    role: str = ""
    rest: tuple[str, ...] = ()


def said_in(text: str) -> Said:
    """The parts of "Ordförande: Alma Ek (S)", "2. Ek, Alma (S), ordförande*" or "Alma Ek, S"; one person or none."""
    names, rest, party, role = list[str](), list[str](), "", ""
    for cut in filter(None, _CUT.split(_MARKS.sub("", text))):
        part, is_within = _MARKS.sub("", cut.strip("() ")), cut.startswith("(")
        leads = _LEADS.match(part)
        if leads and role_of(leads[0]):
            role, part = role or leads[0].strip(), part[leads.end() :]
        if role_of(part):
            role = role or part
        elif not party and (is_within or _ABBREVIATED.fullmatch(part) or part.lower() in _PARTIES):
            party = part or NO_PARTY
        else:
            (rest if is_within or not _may_name(part) else names).append(part)
    name = _joined(names)
    return Said(name, party, role, (*rest, *(() if name else names)))


def _joined(names: Sequence[str]) -> str:
    """The name, family name first or last; empty where two parts are not one name, or there is none."""
    if len(names) == 2:
        is_given = [bool(GIVEN & {*one.split()[0].split("-")}) for one in names]
        first_alone = " " not in names[0] or names[0].split()[0].lower() in _PARTICLES
        if is_given == [True, False] and all(" " not in one for one in names):
            names = [" ".join(names)]
        elif first_alone or is_given == [False, True]:
            names = [" ".join(reversed(names))]
    return names[0] if len(names) == 1 and is_name(names[0]) else ""


def is_name(text: str) -> bool:
    """Whether it can be somebody's name as minutes write it: two words or more, no title, and not in capitals."""
    found = text.split()
    in_capitals = any(len(one.strip(".")) > 1 and one.isupper() for one in found)
    return len(found) > 1 and _may_name(text) and not in_capitals and not _TITLE_OF_PERSON.fullmatch(found[0])


def is_turned(name: str) -> bool:
    """Whether a name rather has the family name first ("Ek Alma"): only its last word is a usual given name."""
    first, *_, last = name.split()
    return not GIVEN & {*first.split("-")} and bool(GIVEN & {*last.split("-")})


def _may_name(text: str) -> bool:
    """Whether all are words of a name: each begins with a capital, or is a particle."""
    found = text.split()
    return bool(found) and all(_WORD.fullmatch(one) and (one[0].isupper() or one in _PARTICLES) for one in found)


def role_of(text: str) -> Role | None:
    """The mandate that a cell, or the beginning of a line, names."""
    return next((role for pattern, role in _ROLES if pattern.match(text)), None)


def is_party(text: str) -> bool:
    """Whether it is the name of a party of the Riksdag, as a heading is."""
    return text.lower() in _PARTIES


def party_of(text: str) -> str:
    """The party as minutes abbreviate it: "Socialdemokraterna", "(S)" and "Socialdemokraterna (s)" are S, and none "-"."""
    inner = re.search(r"\(([^()]+)\)", text)
    name = (inner[1] if inner else text).strip()
    abbreviated = name.upper() if len(name) <= 3 and name.islower() else name
    return NO_PARTY if _WITHOUT.fullmatch(name) else _PARTIES.get(name.lower(), abbreviated)


_BODY = re.compile(
    r"(?:(?:nämnd|beredning)(?:en)?|styrelsen?|utskott(?:et)?|fullmäktige|kommittén?|rådet|bolaget)s?\b", re.IGNORECASE
)
_YEARS = re.compile(r"[\s,]*\d{4}(?:\s*[-–/]\s*\d{2,4})?$")
_OF_SENTENCES = re.compile(r"\b(?:av|beslutar|utser|valda|väljer|väljs)\b", re.IGNORECASE)
_TITLE = re.compile(r"[^\W\d_]+(?:[ ,/&–-]+[^\W\d_]+){0,6}")


def is_title(text: str) -> bool:
    """Whether a line that is nobody can be a heading: a few words and no sentence, with years behind them or a colon."""
    return bool(_TITLE.fullmatch(_YEARS.sub("", text).rstrip(" :"))) and not _OF_SENTENCES.search(text)


def names_body(text: str, called: Iterable[str]) -> bool | None:
    """Whether a heading names the body itself, by what it is `called`, or another one; None where it names none."""
    rest = _without(text, called)
    return False if _BODY.search(rest) else True if rest != text else None


def is_body(text: str, called: Iterable[str]) -> bool:
    """Whether a cell is what the body is called and no more: "Provnämnden (PRN)", and not "Provnämndens presidium"."""
    return not re.search(r"[^\W\d_]", _without(text, called))


def _without(text: str, called: Iterable[str]) -> str:
    for name in sorted(called, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}s?(?!\w)", "", text, flags=re.IGNORECASE)
    return text
