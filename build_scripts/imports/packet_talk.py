"""A packet's split, shown and put right: page by page, at the terminal or as options."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.imports.portions import PortionKind, Split
from build_scripts.project import WrongUse
from macros.dates.written import capital
from macros.record.numbers import ItemNumber

HOW = (
    "Stämmer delningen? Enter skriver filerna. Annars, en sak i taget:\n"
    '  "7 börjar"      en ny handling börjar på sidan 7\n'
    '  "8 fortsätter"  sidan 8 hör till handlingen före\n'
    '  "7 bilaga 3"    handlingen som börjar på sidan 7 är en bilaga till ärende 3; också tjänsteskrivelse,\n'
    "                  ordförandeförslag och delegationslista\n"
    '  "7 lista Xenter"  listan som börjar på sidan 7 kommer från enheten Xenter\n'
    '  "nej"           inget skrivs'
)
_BEGINS, _GOES_ON, _NO = "börjar", "fortsätter", "nej"
_LIST = re.compile(r"(?P<page>\d{1,4})\s+(?:delegations)?lista\s+(?:från\s+)?(?P<unit>[^\W\d_].*)", re.IGNORECASE)
_SHAPE = re.compile(
    r"(?:sida\s+)?(?P<page>\d{1,4})\s+(?P<word>[^\W\d_]+)(?:\s+(?:till\s+)?(?:ärende\s+)?(?P<matter>\d{1,3}(?:[a-z]|\.\d{1,2})?))?"
)
_KINDS: Mapping[str, PortionKind] = {kind.value: kind for kind in PortionKind if kind is not PortionKind.CALL} | {
    "lista": PortionKind.LIST,
    "rapport": PortionKind.REPORT,
}


@dataclass
class Corrections:
    """What somebody has said of a packet: pages where a document begins or goes on, and by first page what it is, or its unit."""

    begins: set[int] = field(default_factory=set)
    goes_on: set[int] = field(default_factory=set)
    kinds: dict[int, tuple[PortionKind, ItemNumber | None]] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)

    def take(self, said: str, pages: int) -> None:
        """One sentence of somebody; raises WrongUse for one that says nothing."""
        listed = _LIST.fullmatch(" ".join(said.removeprefix("sida ").split()))
        if listed:
            said = f"{listed['page']} lista"
        found = _SHAPE.fullmatch(" ".join(said.lower().split()))
        if found is None or found["word"] not in (_BEGINS, _GOES_ON, *_KINDS):
            raise WrongUse(
                f'"{said}" går inte att förstå. Skriv till exempel "7 börjar", "8 fortsätter" eller "7 bilaga 3".'
            )
        page = int(found["page"])
        if not 1 <= page <= pages:
            raise WrongUse(f"paketet har sidorna 1 till {pages}.")
        if found["word"] == _GOES_ON:
            if page == 1:
                raise WrongUse("sidan 1 har inget före sig att fortsätta.")
            self.goes_on.add(page)
            self.begins.discard(page)
            return
        self.begins.add(page)
        self.goes_on.discard(page)
        if kind := _KINDS.get(found["word"]):
            self.kinds[page] = kind, _matter(said, found["matter"])
        if listed:
            self.units[page] = listed["unit"]


def _matter(said: str, written: str | None) -> ItemNumber | None:
    try:
        return ItemNumber.typed(written) if written else None
    except ValueError:
        raise WrongUse(f'"{said}": {written} är inget ärendes nummer.') from None


def shown(split: Split) -> Iterator[str]:
    """The split as a table: pages, what it is, the matter's number, and the title."""
    yield f"  {'Sidor':<9}{'Handling':<20}{'Ärende':<8}Titel"
    for part in split.parts:
        matter = str(part.matter) if part.matter else "–"
        scan = " (inskannad)" if part.is_scan else ""
        yield f"  {part.pages:<9}{part.kind.value:<20}{matter:<8}{part.title}{scan}"


def agreed(
    again: Callable[[Corrections], Split],
    corrections: Corrections,
    pages: int,
    mask: Callable[[str], str],
    answer: Callable[[str], str] | None,
    confirmed: bool,
) -> Split | None:
    """The split that somebody has agreed to; None where nobody has. Without `answer` it is `confirmed` or not."""
    while True:
        found = again(corrections)
        print(*map(mask, shown(found)), sep="\n")
        if confirmed or answer is None:
            return found if confirmed else None
        print(HOW)
        said = answer("> ").strip()
        if not said:
            return found
        if said.lower() == _NO:
            return None
        try:
            corrections.take(said, pages)
        except WrongUse as why:
            print(capital(str(why)))


def taken(said: Sequence[str], pages: int) -> Corrections:
    """The corrections of options."""
    corrections = Corrections()
    for one in said:
        corrections.take(one, pages)
    return corrections
