"""A list of elected representatives ("förtroendevalda") as it is received: who, for which party, as what, in which order.

It may be a table with heads, names under "Ledamöter" and "Ersättare" side by side, or lines that say it themselves ("Ordförande:
Alma Ek (S)"), with headings between. Nothing but name, party, mandate and its days is read: addresses, telephones and personal
numbers stay in the file. What is not certain is told and not read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts.imports.elected_words import (
    Said,
    is_body,
    is_name,
    is_party,
    is_title,
    is_turned,
    names_body,
    party_of,
    role_of,
    said_in,
)
from build_scripts.imports.table_files import Row
from macros.pages.wording import number_of
from macros.record.loose_dates import loose_date
from macros.record.members import Role
from macros.record.values import shorten

_HEADS = {
    what: re.compile(head, re.IGNORECASE)
    for what, head in {
        "name": r"(?:hela )?namn(?:et)?|förtroendevald(?:a)?|person|(?:för- och efternamn|efternamn, förnamn)",
        "given": r"förnamn|tilltalsnamn",
        "family": r"efternamn",
        "party": r"parti(?:beteckning|förkortning|tillhörighet|namn)?",
        "role": r"uppdrag(?:styp|et)?(?: i (?:nämnden|styrelsen|utskottet))?|roll|befattning|funktion|post",
        "body": r"organ|nämnd|instans|styrelse/nämnd|nämnd/styrelse",
        "rank": r"(?:tur|inkallelse|ersättar)?ordning(?:snummer)?",
        "first": r"från(?: och med)?|fr\.? ?o\.? ?m\.?|from|(?:start|från|from|tillträdes)[- ]?(?:datum|dag)|start|tillträde",
        "last": r"till(?: och med)?|t\.? ?o\.? ?m\.?|(?:slut|till|tom|avgångs)[- ]?(?:datum|dag)|slut|avgång",
        "period": r"(?:mandat|uppdrags|val)?period(?:en)?|mandattid",
        "state": r"status|läge",
    }.items()
}
_VACANT = re.compile(r"\b(?:vakant|vakans|ej tillsatt)\b", re.IGNORECASE)
_OVER = re.compile(r"(?:avslutad|avslutat|avgått|avgången|entledigad|upphört|inaktiv|historisk)t?", re.IGNORECASE)
_PERIOD = re.compile(r"(?P<first>\d{4}(?:-?\d\d-?\d\d)?)\s*(?:[-–—/]+|till)\s*(?P<last>\d{4}(?:-?\d\d-?\d\d)?)")


@dataclass(frozen=True)
class ListedPerson:
    """Somebody who is elected: `rank` is a substitute's place in the party's order, from 1."""

    name: str
    party: str
    role: Role
    rank: int | None = None


@dataclass
class ElectedList:
    """What the list says; what it says else, each with why it was not read; and the words of the rows that are in doubt.

    `passed` counts the rows that are about something else. `is_ranked` is whether it says itself in which order substitutes are
    called in.
    """

    people: list[ListedPerson] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    doubted: list[frozenset[str]] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    is_ranked: bool = False


@dataclass(frozen=True)
class _ListedRow:
    """What stands in a row, or in one column of it, of one person; `heading` is the mandate that it stands under."""

    text: str
    said: Said
    heading: Role | None
    body: str = ""
    rank: str = ""
    first: str = ""
    last: str = ""
    period: str = ""
    state: str = ""

    @property
    def shown(self) -> str:
        """The row as it is told: the name, or its first words where they have no numbers or addresses in them."""
        shown = self.said.name or self.text.partition("\n")[0]
        return "" if re.search(r"[\d@]", shown) else f' ("{shorten(shown)}")'

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None] | None:
        """The first and the last day that the row tells; None where one is written that cannot be read."""
        found = _PERIOD.fullmatch(self.period)
        if self.period and not found:
            return None
        first, last = self.first or (found["first"] if found else ""), self.last or (found["last"] if found else "")
        first, last = f"{first}-01-01" if len(first) == 4 else first, f"{last}-12-31" if len(last) == 4 else last
        days = loose_date(first), loose_date(last)
        return None if any(bool(one) != bool(day) for one, day in zip((first, last), days, strict=True)) else days

    @property
    def role(self) -> Role | None:
        """The mandate that the row says, else the one that it stands under."""
        return role_of(self.said.role) if self.said.role else self.heading


@dataclass
class _Place:
    """Where in the list a row stands: under which heads, which mandate, and which other body."""

    called: Collection[str]
    heads: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[int, Role] = field(default_factory=dict)
    role: Role | None = None
    other: str = ""

    def is_turned_by(self, cells: Sequence[str]) -> bool:
        """Takes a row of heads, or a heading, for what follows; a heading that nobody knows ends the mandate before it."""
        filled = {n: cell for n, cell in enumerate(cells) if cell}
        roles = {n: role for n, cell in filled.items() if (role := role_of(cell)) and not said_in(cell).name}
        if heads := _heads(cells):
            self.heads, self.columns = heads, {}
        elif len(filled) > 1 and len(roles) == len(filled):
            self.heads, self.columns = {}, roles
        elif len(filled) == 1:
            return self._is_turned_to(next(iter(filled.values())))
        else:
            return False
        return True

    def _is_turned_to(self, text: str) -> bool:
        said, role = said_in(text), role_of(text)
        if (said.name and said.party) or _VACANT.search(text) or not (role or is_title(text)):
            return False
        if said.party and not is_party(text) and not re.search(r"\d", said.party):
            self.role = None
            return False
        body = names_body(text, self.called)
        if body is not None:
            self.other = "" if body else text
        self.role = self.role if is_party(text) else role
        return role is not None or body is not None or is_party(text)

    def entries(self, cells: Sequence[str]) -> Iterator[_ListedRow]:
        """The persons that the row may name."""
        filled = [cell for cell in cells if cell]
        if self.heads:
            yield self._of_heads(cells)
        elif self.columns:
            for (n, role), end in zip(self.columns.items(), (*[*self.columns][1:], None), strict=True):
                if text := ", ".join(filter(None, cells[n:end])):
                    yield _ListedRow(text, said_in(text), role)
        else:
            words = [cell for cell in filled if "@" not in cell and re.search(r"[^\W\d_]", cell)]
            said = said_in(", ".join(words))
            said = replace(said, name=said.name if said.party else "", rest=() if said.role else said.rest)
            yield _ListedRow("\n".join(filled), said, self.role)

    def _of_heads(self, cells: Sequence[str]) -> _ListedRow:
        cell = {what: cells[n] if n < len(cells) else "" for what, n in self.heads.items()}
        given, family = cell.get("given", ""), cell.get("family", "")
        within = said_in(cell.get("name") or f"{given} {family}")
        party, rest = cell.get("party") or within.party, list(within.rest)
        if party_of(within.party or party) != party_of(party):
            rest.append(within.party)
        said = Said(within.name, party, cell.get("role") or within.role, tuple(rest))
        own = {what: cell.get(what, "") for what in ("body", "rank", "first", "last", "period", "state")}
        return _ListedRow("\n".join(filter(None, cells)), said, self.role, **own)


def elected(rows: Iterable[Row], called: Collection[str], first: dt.date) -> ElectedList:
    """The list as it holds on the day, row by row; a chair who stands among the members too is one person with one mandate.

    Rows of another body than the one that is `called` so, and those that ended before the day, are passed over and counted.
    """
    found, place, passed = ElectedList(), _Place(called), Counter[str]()
    ranks, ends = dict[ListedPerson, int](), dict[str, dt.date]()
    for number, row in enumerate(rows, 1):
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells) or place.is_turned_by(cells):
            continue
        for entry in place.entries(cells):
            if over := _passed(entry, place, first):
                passed[over] += 1
            elif why := _why_not(entry, first) or _taken(found, ranks, entry):
                found.unread.append(f"Rad {number}{entry.shown} {why}")
                found.doubted.append(frozenset(re.findall(r"\w+", entry.text.casefold())))
            elif entry.days and entry.days[1]:
                ends[f"Rad {number}{entry.shown}"] = entry.days[1]
    latest = max(ends.values(), default=None)
    found.unread += [f"{row} slutar {last}. Skriv det som till." for row, last in ends.items() if last != latest]
    found.passed = [f"{number_of(many, 'rad', 'rader')} {what}" for what, many in passed.items()]
    if 2 * sum(is_turned(one.name) for one in found.people) > len(found.people):
        found.people.clear()
        found.passed.append("namnen har efternamnet först; dela dem i två kolumner, Efternamn och Förnamn")
    found.is_ranked = {one for one in found.people if one.role is Role.SUBSTITUTE} == {*ranks}
    _rank(found, ranks)
    return found


def _passed(entry: _ListedRow, place: _Place, first: dt.date) -> str:
    """What the row is about instead, if it is nothing of the body on the day."""
    is_own = bool(entry.body) and is_body(entry.body, place.called)
    other = "" if is_own else entry.body or place.other
    if not other and names_body(entry.said.role, place.called) is False:
        other = entry.said.role
    is_over = _OVER.fullmatch(entry.state) or (entry.days and entry.days[1] and entry.days[1] < first)
    return f"gäller {other}" if other else f"slutade före {first}" if is_over else ""


def _why_not(entry: _ListedRow, first: dt.date) -> str:
    """Why nobody is read of the row; empty where somebody is."""
    if _VACANT.search(entry.text) and not is_name(_VACANT.sub("", entry.said.name)):
        return "är vakant."
    if not entry.said.name:
        return "är ingen förtroendevald."
    if entry.said.rest:
        return "har ord som inte känns igen."
    if entry.role is None:
        return "har inget uppdrag som känns igen."
    if not entry.said.party:
        return "har inget parti. Är personen partilös: skriv - där."
    if entry.days is None or re.search(r"\d{4}|\d\d-\d\d", entry.said.role):
        return "har dagar som inte känns igen."
    if entry.days[0] and entry.days[0] > first:
        return f"börjar {entry.days[0]}, efter listans dag."
    return ""


def _taken(found: ElectedList, ranks: dict[ListedPerson, int], entry: _ListedRow) -> str:
    """Takes the person into the list, or says why not."""
    said, role = entry.said, entry.role
    assert role is not None
    one = ListedPerson(said.name, party_of(said.party), role)
    number = re.search(r"\d+", f"{entry.rank} {said.role}") if role is Role.SUBSTITUTE else None
    known = next(
        (n for n, other in enumerate(found.people) if (other.name, other.party) == (one.name, one.party)), None
    )
    if known is None:
        found.people.append(one)
        if number:
            ranks[one] = int(number[0])
        return ""
    before = found.people[known].role
    if Role.SUBSTITUTE in (role, before) or (role is Role.MEMBER) == (before is Role.MEMBER):
        return f"står två gånger, som {before.value} och som {role.value}."
    found.people[known] = one if before is Role.MEMBER else found.people[known]
    return ""


def _rank(found: ElectedList, ranks: Mapping[ListedPerson, int]) -> None:
    """Gives each party's substitutes their places: by their numbers where all have one, else as they stand."""
    substitutes = defaultdict[str, list[ListedPerson]](list)
    for one in found.people:
        if one.role is Role.SUBSTITUTE:
            substitutes[one.party].append(one)
    for group in substitutes.values():
        in_order = sorted(group, key=ranks.__getitem__) if all(one in ranks for one in group) else group
        for rank, one in enumerate(in_order, 1):
            found.people[found.people.index(one)] = replace(one, rank=rank)


def _heads(cells: Sequence[str]) -> Mapping[str, int]:
    """The columns, where the row is one of heads: it has a name, and a party or a mandate."""
    found = {
        what: n for what, head in _HEADS.items() for n, cell in reversed(list(enumerate(cells))) if head.fullmatch(cell)
    }
    named = "name" in found or found.keys() >= {"given", "family"}
    return found if named and found.keys() & {"party", "role"} else {}
