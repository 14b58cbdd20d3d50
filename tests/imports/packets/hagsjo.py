"""The papers of a seventh meeting, and the looks that they are set in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.imports.packets.invented import Appendix, InventedMatter, InventedPacket, UnitList, rows

DECIDED = "Breddad kompetensförsörjning med stöd av extratjänster"
PAPER = "Tjänsteskrivelse extratjänster"
REPORT = "Extratjänster – tillämpning, organisation och effekter"


HAGSJO = InventedPacket(
    "hagsjo",
    "Hagsjö kommun",
    "Arbetsmarknads- och vuxenutbildningsnämnden",
    "HAV/ÅÅÅÅ:N",
    "2026-09-17",
    "19:00",
    "Kommunhuset, sal 3",
    ("Justering", "Förvaltningschefen informerar"),
    (
        InventedMatter("Delår 2", has_report=False),
        InventedMatter(
            "Redovisning av uppdraget om möjliga effektiviseringar inför 2027",
            "HAV/2026:43",
            ("Nämnden godkänner de effektiviseringar som förvaltningen föreslår.",),
            has_sheet=True,
            length=20,
            sent_to=("Kommunstyrelsen",),
        ),
        InventedMatter(
            "Sammanträdesordning 2027",
            "HAV/2026:26",
            ("Nämnden godkänner sammanträdesordningen för 2027.",),
            has_sheet=True,
            length=3,
            sent_to=("Kommunledningsförvaltningen",),
        ),
        InventedMatter(
            "Anmälningsärenden",
            "HAV/2026:1",
            ("Nämnden har tagit del av informationen.",),
            kind="anmälan",
            has_sheet=True,
            has_report=False,
            appendices=(Appendix("Yttrande över ny skollag", 14),),
        ),
        InventedMatter(
            "Delegationsbeslut",
            "HAV/2026:2",
            ("Nämnden godkänner redovisningen av delegationsbesluten.",),
            kind="delegation",
            has_sheet=True,
            has_report=False,
            appendices=(Appendix(DECIDED), Appendix(PAPER), Appendix(REPORT)),
        ),
    ),
    (
        UnitList("Jobbcenter", "2026-08", rows(1, 9, 8, "{short}{month:02}{day:02}")),
        UnitList("Xenter", "2026-08", rows(2, 16, 8)),
        UnitList("Daglig verksamhet", "2026-08", rows(3, 40, 8)),
    ),
    "set",
    plan="Sammanträdesplan 2027",
)
"""Five matters, three lists and a plan."""


@dataclass(frozen=True)
class Look:
    """How a municipality's papers look.

    `call` is how the call begins, `head` where the letterhead stands, `report` and `sheet` the words over a report and a chair's
    proposal, and `pages` whose numbers the pages bear: each document's own, the whole packet's, both or none.
    """

    name: str
    call: str = "Kallelse"
    agenda: str = "{number}. {title}"
    is_table: bool = False
    numbers_points: bool = False
    head: str = "left"
    report: str = "Tjänsteskrivelse"
    sheet: str = "Ordförandeförslag"
    pages: str = "own"
    page: str = "{page} ({of})"
    proposal: str = "Förslag till beslut"
    clauses: str = "{clause}"
    foot: str = ""
    bookmarks: bool = False
    blanks: bool = False
    scan: bool = False
    wide_table: bool = False
    size: float = 11.0
    is_bold: bool = True
    has_cover: bool = False
    has_presenters: bool = False
    signs_beside: bool = False
    sections: Mapping[int, str] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The number of the first matter on the agenda."""
        return len(HAGSJO.points) + 1 if self.numbers_points else 1


_FOOT = "Hagsjö kommun, 123 45 Hagsjö · Besök Storgatan 1 · Kontaktcenter 08-530 610 00 · www.hagsjo.example.se"


_SECTIONS = {1: "Beslutsärenden", 4: "Anmälningsärenden"}

LOOKS = (
    Look("heads-are-pictures", call="", head="", report="", sheet="", pages="", foot=_FOOT),
    Look("running-numbers", pages="packet", page="Sida {page} av {of}", head="right"),
    Look("both-numbers", pages="both", foot=_FOOT, proposal="Förvaltningens förslag till beslut"),
    Look("table-head", head="table", is_table=True, size=12.0, page="Sida {page} ({of})"),
    Look("numbered-points", numbers_points=True, sheet="Ordförandens förslag", report="Tjänsteutlåtande"),
    Look("paragraphs", agenda="§ {number} {title} {dnr}", head="line", page="{page}[{of}]"),
    Look("number-below", agenda="{number}. {title}\n{dnr}", pages="", bookmarks=True),
    Look("clauses", clauses="att {clause}", blanks=True, report="TJÄNSTESKRIVELSE", sheet="ORDFÖRANDEFÖRSLAG"),
    Look("scans", scan=True, pages="packet", page="{page} / {of}", foot=_FOOT),
    Look("letterheads-on-every-page", head="every", pages="", has_cover=True),
    Look("presenters", is_table=True, has_presenters=True, head="right", pages="packet", page="{page}"),
    Look("letters", agenda="{letter}) {title}\n{dnr}", sections=_SECTIONS, signs_beside=True, foot=_FOOT),
    Look("wide", wide_table=True, pages="", agenda="{number} {title} ({dnr})", is_bold=False, size=10.0),
)
