"""A list of elected representatives ("förtroendevalda") as it is received: who, for which party, as what, in which order.

It may be a table with heads, or lines and cells that say it themselves ("Ordförande: Alma Ek (S)"), with headings between.
Nothing but name, party and mandate is read: addresses, telephones and personal numbers stay in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.imports.table_files import Row
from macros.pages.wording import number_of
from macros.record.members import Role
from macros.record.values import shorten

_ROLES = (
    (re.compile(r"(?:1|i|först[ea]|första)(?::?[ea])?\.? ?(?:vice|v\.?) ?ordf", re.IGNORECASE), Role.FIRST_VICE_CHAIR),
    (re.compile(r"(?:2|ii|andr[ea])(?::?[ea])?\.? ?(?:vice|v\.?) ?ordf", re.IGNORECASE), Role.SECOND_VICE_CHAIR),
    (re.compile(r"(?:vice|v\.?) ?ordf", re.IGNORECASE), Role.FIRST_VICE_CHAIR),
    (re.compile(r"ordf", re.IGNORECASE), Role.CHAIR),
    (re.compile(r"(?:ordinarie )?ledam[oö]t|ordinarie\b", re.IGNORECASE), Role.MEMBER),
    (re.compile(r"(?:ersättare|suppleant)", re.IGNORECASE), Role.SUBSTITUTE),
)
"""How each mandate is written, the chairs before the members: "1:e vice ordförande", "Ordinarie ledamöter"."""

_HEADS = {
    "name": re.compile(r"(?:hela )?namn(?:et)?|förtroendevald(?:a)?|person|för- och efternamn", re.IGNORECASE),
    "given": re.compile(r"förnamn|tilltalsnamn", re.IGNORECASE),
    "family": re.compile(r"efternamn", re.IGNORECASE),
    "party": re.compile(r"parti(?:beteckning|förkortning)?", re.IGNORECASE),
    "role": re.compile(r"uppdrag|roll|befattning|funktion|post|uppdragstyp", re.IGNORECASE),
    "body": re.compile(r"organ|nämnd|instans|styrelse/nämnd|nämnd/styrelse", re.IGNORECASE),
}
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
_NAMED = re.compile(
    r"(?P<name>[^\W\d_][^():;|\d]*?)\s*\((?P<party>[^\W\d_][\w ÅÄÖåäö-]{0,40}|-)\)(?:,\s*(?P<role>[^()]+))?"
)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*)+")
_LEADS = re.compile(r"[^()]*?(?:ordförande|ledamot|ersättare|suppleant)\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)
"""A mandate that leads the name in one cell: "1:e vice ordförande Bo Al"."""

_VACANT = re.compile(r"vakant|vakans|ej tillsatt|fyllnadsval", re.IGNORECASE)


@dataclass(frozen=True)
class ListedPerson:
    """Somebody who is elected: `rank` is a substitute's place in the party's order, from 1."""

    name: str
    party: str
    role: Role
    rank: int | None = None


@dataclass
class ElectedList:
    """What the list says, and the rows that say something else, each with why it was not read."""

    people: list[ListedPerson] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def elected(rows: Iterable[Row], bodies: Container[str]) -> ElectedList:
    """The list, row by row; a chair who stands among the members too is one person with one mandate.

    `bodies` are what the body is called, in small letters: in a register of several, rows of others are passed over and counted.
    """
    found, heads, role, others = ElectedList(), dict[str, int](), None, Counter[str]()
    for number, row in enumerate(rows, 1):
        cells = [" ".join(cell.split()) for cell in row]
        filled = [cell for cell in cells if cell]
        if named := _heads(cells):
            heads = dict(named)
        elif len(filled) == 1 and role_of(filled[0]) and not _NAMED.search(filled[0]):
            role = role_of(filled[0])
        elif (body := _cell(cells, heads, "body")) and body.lower() not in bodies:
            others[body] += 1
        elif filled:
            shown = "" if any(map(str.isdigit, filled[0])) else f' ("{shorten(filled[0])}")'
            _take(found, _of_heads(cells, heads) if heads else _of_words(filled), role, f"Rad {number}{shown}")
    found.unread += [f"{number_of(many, 'rad', 'rader')} gäller {body}." for body, many in others.items()]
    substitutes = Counter[str]()
    for n, one in enumerate(found.people):
        if one.role is Role.SUBSTITUTE:
            substitutes[one.party] += 1
            found.people[n] = ListedPerson(one.name, one.party, one.role, substitutes[one.party])
    return found


def role_of(text: str) -> Role | None:
    """The mandate that a cell, or the beginning of a line, names."""
    return next((role for pattern, role in _ROLES if pattern.match(text)), None)


def party_of(text: str) -> str:
    """The party as minutes abbreviate it: "Socialdemokraterna", "(S)" and "Socialdemokraterna (S)" are S, and none "-"."""
    inner = re.search(r"\(([^()]+)\)", text)
    name = (inner[1] if inner else text).strip()
    return NO_PARTY if _WITHOUT.fullmatch(name) else _PARTIES.get(name.lower(), name)


def _heads(cells: Sequence[str]) -> Mapping[str, int]:
    """The columns, where the row is one of heads: it has a name, and a party or a mandate."""
    found = {
        what: n for what, head in _HEADS.items() for n, cell in reversed(list(enumerate(cells))) if head.fullmatch(cell)
    }
    named = "name" in found or found.keys() >= {"given", "family"}
    return found if named and found.keys() & {"party", "role"} else {}


def _of_heads(cells: Sequence[str], heads: Mapping[str, int]) -> tuple[str, str, str]:
    """Name, party and mandate as the row's cells have them."""
    name, given, family, party, role = (
        _cell(cells, heads, what) for what in ("name", "given", "family", "party", "role")
    )
    name = name or f"{given} {family}".strip()
    within = _NAMED.fullmatch(name)
    return (within["name"], party or within["party"], role) if within else (name, party, role)


def _cell(cells: Sequence[str], heads: Mapping[str, int], what: str) -> str:
    """What the row has in the column; empty where there is none."""
    return cells[heads[what]] if heads.get(what, len(cells)) < len(cells) else ""


def _of_words(cells: Sequence[str]) -> tuple[str, str, str]:
    """Name, party and mandate of a row that says them itself: "Ordförande: Alma Ek (S)", or in cells of their own."""
    for cell in cells:
        before, _, rest = cell.rpartition(":")
        if found := _NAMED.fullmatch(rest.strip()):
            leads = _LEADS.match(found["name"])
            name = found["name"].removeprefix(leads[0]) if leads else found["name"]
            said = (found["role"], before, leads and leads[0], *cells)
            return name, found["party"], next((one for one in said if one and role_of(one)), "")
    return "", "", ""


def _take(found: ElectedList, said: tuple[str, str, str], heading: Role | None, row: str) -> None:
    """Takes what the row says into the list, or tells why not; `row` is what the row is called."""
    name, party, written = said
    role = role_of(written) or heading
    family, comma, given = name.partition(",")
    name = f"{given.strip()} {family.strip()}" if comma else name
    if not _NAME.fullmatch(name) or _VACANT.search(name):
        found.unread.append(f"{row} är ingen förtroendevald.")
    elif role is None:
        found.unread.append(f"{row} har inget uppdrag i listan.")
    else:
        one = ListedPerson(name, party_of(party), role)
        known = next(
            (n for n, other in enumerate(found.people) if (other.name, other.party) == (one.name, one.party)), None
        )
        if known is None:
            found.people.append(one)
        elif Role.MEMBER in (role, found.people[known].role) and Role.SUBSTITUTE not in (
            role,
            found.people[known].role,
        ):
            found.people[known] = min(one, found.people[known], key=lambda each: list(Role).index(each.role))
        else:
            found.unread.append(f"{row} står två gånger, som {found.people[known].role.value} och som {role.value}.")
