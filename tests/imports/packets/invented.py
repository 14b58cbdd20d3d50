"""What an invented packet holds, and the sentences and rows that fill it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

ROWS = tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True)
class Appendix:
    """An attachment of an item: its title, and how many paragraphs it has; with none it is a scanned page."""

    title: str
    length: int = 14


@dataclass(frozen=True)
class InventedMatter:
    """An item as it is finished: its title, number and proposals, and the documents that lie behind it."""

    title: str
    number: str = ""
    proposals: tuple[str, ...] = ()
    kind: str = "beslut"
    movers: tuple[str, ...] = ()
    length: int = 9
    sent_to: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    has_sheet: bool = False
    has_report: bool = True
    route: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class UnitList:
    """A unit's list: date as written, point, decision, number, delegate."""

    unit: str
    month: str
    rows: ROWS


@dataclass(frozen=True)
class InventedPacket:
    """A meeting's papers, and how they look."""

    name: str
    municipality: str
    body: str
    series: str
    date: str
    hour: str
    venue: str
    points: tuple[str, ...]
    matters: tuple[InventedMatter, ...]
    lists: tuple[UnitList, ...]
    look: str
    plan: str = ""

    @property
    def of_plan(self) -> InventedMatter | None:
        """The matter that decides the plan."""
        return next((matter for matter in self.matters if matter.title.startswith("Sammanträdesordning")), None)


_SUBJECTS = (
    "Förvaltningen|Enheten för uppföljning|Samrådsgruppen|Den nya modellen|Arbetet under våren|Den tidigare rutinen"
)


_VERBS = "har gått igenom|beskriver|räknar med|ser ett behov av|har jämfört|planerar för"


_OBJECTS = (
    "hur resurserna används|de åtgärder som behövs nästa år|kostnaderna för lokaler och transporter|"
    "vilka mål som är uppfyllda|tillgången på platser i de norra delarna|behovet av fler mätningar|samverkan mellan skolorna"
)


_ENDS = (
    "och återkommer med en fördjupad redovisning|så att planen kan hållas|enligt den modell som användes förra året|"
    "med stöd av de underlag som finns|utan att ramen överskrids|innan nästa budgetår börjar"
)


def sentences(seed: int, count: int) -> list[str]:
    """Sentences that say nothing, the same for the same seed."""

    def made(n: int) -> str:
        parts = (text.split("|") for text in (_SUBJECTS, _VERBS, _OBJECTS, _ENDS))
        return " ".join(part[(n * (7 + 2 * k) + n // (k + 2)) % len(part)] for k, part in enumerate(parts)) + "."

    return list(islice(map(made, range(seed * 31, seed * 31 + count)), count))


def rows(unit: int, count: int, month: int, form: str = "{year}-{month:02}-{day:02}") -> ROWS:
    """Rows of a list."""
    what = "Tillsvidareanställning av handläggare|Beslut om resa i tjänsten|Inköp av möbler till mötesrummet|Tilldelning av plats"
    office = "Enhetschef|Rektor|Verksamhetschef"
    return tuple(
        (
            form.format(year=2026, month=month, day=1 + (n * 3 + unit) % 27, short=26),
            f"{'AEB'[n % 3]}{1 + n % 7}",
            what.split("|")[(n + unit) % 4],
            f"{30 + 10 * unit + n}:2026",
            office.split("|")[(n + unit) % 3],
        )
        for n in range(count)
    )
