"""Packets set on the spot: the papers of one meeting in the looks of many municipalities."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import typst
from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter

from tests.imports.packets.contents import Appendix, InventedMatter, InventedPacket, UnitList, rows, sentences

_DECIDED = "Breddad kompetensförsörjning med stöd av extratjänster"
_PAPER = "Tjänsteskrivelse extratjänster"
_REPORT = "Extratjänster – tillämpning, organisation och effekter"

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
            length=40,
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
            appendices=(Appendix("Yttrande över ny skollag", 30),),
        ),
        InventedMatter(
            "Delegationsbeslut",
            "HAV/2026:2",
            ("Nämnden godkänner redovisningen av delegationsbesluten.",),
            kind="delegation",
            has_sheet=True,
            has_report=False,
            appendices=(Appendix(_DECIDED), Appendix(_PAPER), Appendix(_REPORT)),
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

    @property
    def first(self) -> int:
        """The number of the first matter on the agenda."""
        return len(HAGSJO.points) + 1 if self.numbers_points else 1


_FOOT = "Hagsjö kommun, 123 45 Hagsjö · Besök Storgatan 1 · Kontaktcenter 08-530 610 00 · www.hagsjo.example.se"

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
    Look("wide", wide_table=True, pages="", agenda="{number} {title} ({dnr})", is_bold=False, size=10.0),
)


def set_packet(packet: InventedPacket, look: Look) -> bytes:
    """The packet as one PDF."""
    documents = list(_documents(packet, look))
    lengths = [1 if blocks is None else len(_pages(_set(look, blocks, 1, 1, 1))) for _, blocks in documents]
    total = sum(length + (look.blanks and length % 2) for length in lengths)
    writer = PdfWriter()
    for (title, blocks), length in zip(documents, lengths, strict=True):
        first = len(writer.pages)
        made = _scan() if blocks is None else _set(look, blocks, first, length, total)
        for page in _pages(made):
            writer.add_page(page)
        if look.blanks and length % 2:
            writer.add_blank_page()
        if look.bookmarks:
            writer.add_outline_item(title=title, page_number=first)
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def _pages(content: bytes) -> Sequence[PageObject]:
    return PdfReader(io.BytesIO(content)).pages


def _scan() -> bytes:
    image = Image.new("L", (620, 877), 250)
    for y in range(80, 800, 14):
        for x in range(60, 560, 3):
            if (x * y) % 7 < 3:
                image.putpixel((x, y), 40)
    packed = io.BytesIO()
    image.save(packed, "PDF", resolution=75)
    return packed.getvalue()


Blocks = list[str]


def _said(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)}"


def _set(look: Look, blocks: Blocks, before: int, own: int, total: int) -> bytes:
    """A document; `before` pages of the packet stand before it, it has `own` and the packet `total`."""

    def number(page: str, of: int) -> str:
        shape = look.page.format(page="\0", of=of)
        left, right = (json.dumps(part, ensure_ascii=False) for part in shape.split("\0"))
        return f"#{left}#({page})#{right}"

    counter = "counter(page).get().first()"
    numbers = {
        "": "",
        "own": number(counter, own),
        "packet": number(f"{counter} + {before}", total),
        "both": f"{number(counter, own)} #h(2em) Sida #({counter} + {before}) av {total}",
    }[look.pages]
    foot = _said(look.foot) if look.foot else ""
    source = f"""
#set page(width: 21cm, height: 29.7cm, margin: 2.5cm, header: context [#h(1fr) {numbers}], footer: [{foot}])
#set text(size: {look.size}pt, lang: "sv")
#set par(justify: false)
"""
    compiler = typst.Compiler(input=(source + "\n".join(blocks)).encode())
    made = compiler.compile()
    assert isinstance(made, bytes)
    return made


def _heading(look: Look, text: str, level: int = 2) -> str:
    size = {1: 1.5, 2: 1.0 if look.is_bold else 1.2}[level] * look.size
    weight = 700 if look.is_bold or level == 1 else 400
    return f"#block(above: 1.6em, below: 1em, text(size: {size}pt, weight: {weight}, [{_said(text)}]))"


def _paragraph(text: str) -> str:
    return f"#block(above: 1em, below: 1em, [{_said(text)}])"


def _lines(*texts: str) -> str:
    return "#block([" + " #linebreak() ".join(_said(text) for text in texts) + "])"


def _apart(*texts: str) -> str:
    return "#block(width: 100%, [" + " #h(1fr) ".join(_said(text) for text in texts) + "])"


def _table(rows: Sequence[Sequence[str]], widths: str = "") -> str:
    cells = ", ".join(f"[{_said(cell)}]" for row in rows for cell in row)
    return f"#table(columns: {widths or len(rows[0])}, stroke: 0.5pt, {cells})"


def _documents(packet: InventedPacket, look: Look) -> Iterator[tuple[str, Blocks | None]]:
    yield "Kallelse", _call(packet, look)
    for seed, matter in enumerate(packet.matters, 1):
        if matter.has_sheet:
            yield matter.title, _sheet(packet, look, matter, seed)
        if matter.has_report:
            yield matter.title, _report(packet, look, matter, seed)
        if matter is packet.of_plan:
            yield packet.plan, _plan(packet, look)
        for appendix in matter.appendices if matter is not packet.matters[-1] else ():
            yield appendix.title, _appendix(look, appendix, seed)
            if look.scan:
                yield "Inskannad handling", None
    for unit in packet.lists:
        yield f"Delegationsbeslut {unit.unit}", _list(packet, look, unit)
    yield from _decision(packet, look)


def _decision(packet: InventedPacket, look: Look) -> Iterator[tuple[str, Blocks]]:
    """What the chair has decided on the board's behalf, with the paper and the report that it rests on."""
    yield (
        _DECIDED,
        [
            *_head(packet, look, "", "", packet.body),
            _heading(look, _DECIDED, 1),
            _heading(look, "Delegationsbeslut"),
            *(_paragraph(" ".join(sentences(40 + n, 3))) for n in range(2)),
            _heading(look, "Sammanfattning"),
            *(_paragraph(" ".join(sentences(42 + n, 5))) for n in range(6)),
            _heading(look, "Bilagor"),
            _lines(f"- {_PAPER}", f"- {_REPORT}"),
            _lines("På delegation", "Alma Rönn", "Nämndens ordförande"),
        ],
    )
    yield (
        _PAPER,
        [
            *_head(packet, look, look.report, "", "Kommunstyrelsen"),
            _heading(look, _DECIDED, 1),
            _heading(look, "Förslag till beslut"),
            _paragraph("Kommunstyrelsen beslutar hur extratjänster ska organiseras."),
            _heading(look, "Sammanfattning"),
            *(_paragraph(" ".join(sentences(50 + n, 5))) for n in range(22)),
        ],
    )
    chapters = [
        (
            _heading(look, f"{n + 1} Kapitel om extratjänster", 1),
            *(_paragraph(" ".join(sentences(60 + 5 * n + k, 5))) for k in range(5)),
        )
        for n in range(9)
    ]
    yield _REPORT, [block for chapter in chapters for block in chapter]


def _call(packet: InventedPacket, look: Look) -> Blocks:
    blocks = [_heading(look, look.call, 1), _paragraph(f"{packet.body} kallas till sammanträde")] if look.call else []
    if not look.call:
        blocks += [
            _paragraph(f"Till ledamöter och ersättare i {packet.body}"),
            _paragraph(f"Sammanträdet börjar kl. {packet.hour.replace(':', '.')}"),
        ]
    else:
        blocks.append(_paragraph(f"Tid: 17 september 2026 kl. {packet.hour.replace(':', '.')}"))
    if look.has_cover:
        blocks[1:1] = [_paragraph(packet.body), "#pagebreak()", _heading(look, "Ärenden")]
    blocks.append(_paragraph(f"Plats: {packet.venue}"))
    points = packet.points
    rows = (
        [(f"{n}.", point, "") for n, point in enumerate(points, 1)]
        if look.numbers_points
        else [("", point, "") for point in points]
    )
    if look.is_table:
        rows += [(str(n), matter.title, matter.number) for n, matter in enumerate(packet.matters, look.first)]
        table = [("Nr", "Ärende", "Dnr"), *rows]
        if look.has_presenters:
            more = ("Föredragande", "Tid"), *[("Utredaren", "13.10")] * len(rows)
            wide = [(*row, *two) for row, two in zip(table, more, strict=True)]
            blocks.append(_table(wide, "(1cm, 1fr, 3cm, 3cm, 1.5cm)"))
        else:
            blocks.append(_table(table, "(2cm, 1fr, 4cm)"))
    else:
        blocks += [_paragraph(f"{number} {point}".strip()) for number, point, _ in rows]
        for n, matter in enumerate(packet.matters, look.first):
            shape = look.agenda if matter.number else look.agenda.split("{title}")[0] + "{title}"
            blocks.append(_lines(*shape.format(number=n, title=matter.title, dnr=matter.number).split("\n")))
    return [
        *blocks,
        _paragraph("Den som inte kan komma meddelar nämndsekreteraren."),
        _lines("Alma Rönn", "Ordförande"),
    ]


def _head(packet: InventedPacket, look: Look, kind: str, number: str, receiver: str) -> Blocks:
    date = "2026-08-28"
    office = packet.body.replace("nämnden", "förvaltningen")
    if look.head == "left":
        return [
            _lines(packet.municipality, office),
            _lines(*filter(None, (kind.upper(), date, f"Dnr: {number}" if number else ""))),
            _apart("Referens", "Mottagare"),
            _apart("Utredare", receiver),
        ]
    if look.head == "right":
        return [
            _apart(packet.municipality, kind or " "),
            _apart(office, f"Datum {date}"),
            _apart(" ", f"Diarienummer {number}" if number else " "),
        ]
    if look.head == "table":
        return [
            _table(
                [("Handling", "Datum", "Diarienummer", "Handläggare"), (kind or "–", date, number or "–", "Utredare")]
            )
        ]
    if look.head == "every":
        line = _apart(packet.municipality, kind or " ", f"Datum {date}", f"Dnr {number}" if number else " ")
        return [f"#set page(header: [{line}])"]
    if look.head == "line":
        return [_apart(packet.municipality, kind, date, f"Dnr {number}" if number else " ")]
    return [_apart("Referens", "Mottagare"), _apart("Utredare", receiver)] if kind or receiver != "-" else []


def _clauses(look: Look, proposals: Sequence[str]) -> str:
    return _lines(*(look.clauses.format(clause=one) for one in proposals))


def _sheet(packet: InventedPacket, look: Look, matter: InventedMatter, seed: int) -> Blocks:
    head = _head(packet, look, look.sheet, matter.number, packet.body) if look.head else []
    return [
        *head,
        _heading(look, f"{matter.title} ({matter.number})", 1),
        _heading(look, "Beslut"),
        _lines(*matter.proposals),
        _heading(look, "Sammanfattning"),
        _paragraph(" ".join(sentences(seed, 4))),
    ]


def _report(packet: InventedPacket, look: Look, matter: InventedMatter, seed: int) -> Blocks:
    text = [_paragraph(" ".join(sentences(seed + n, 5))) for n in range(matter.length)]
    if look.wide_table and len(text) > 9:
        wide = _table([("Enhet", *map(str, range(2016, 2027))), *((f"Enhet {n}", *("12,5",) * 11) for n in range(5))])
        text[6:6] = ["#page(flipped: true, [" + wide + "])"]
    return [
        *_head(packet, look, look.report, matter.number, packet.body),
        _heading(look, matter.title, 1),
        _heading(look, look.proposal),
        _clauses(look, matter.proposals),
        _heading(look, "Sammanfattning"),
        _paragraph(" ".join(sentences(seed, 3))),
        _heading(look, "Ärendet"),
        *text,
        _lines("Karin Lindqvist", "Förvaltningschef"),
        *([_heading(look, "Expedieras till"), _lines(*matter.sent_to)] if matter.sent_to else []),
    ]


def _appendix(look: Look, appendix: Appendix, seed: int) -> Blocks:
    return [
        _heading(look, appendix.title, 1),
        *(_paragraph(" ".join(sentences(seed + 20 + n, 5))) for n in range(appendix.length)),
    ]


def _list(packet: InventedPacket, look: Look, unit: UnitList) -> Blocks:
    heads = ("Besluts- datum", "Delega- tions- punkt", "Beslut", "Diarie- nummer", "Delegat")
    empty = [("",) * 5] * 4
    return [
        _heading(look, "Delegationsbeslut augusti 2026", 1),
        _paragraph(f"Enhet: {unit.unit}"),
        _paragraph("Listan lämnas senast kl. 12.00 den 2:a i månaden."),
        _table([heads, *unit.rows, *empty], "(2.2cm, 1.8cm, 1fr, 2.2cm, 3cm)"),
        _lines(packet.body.replace("nämnden", "förvaltningen"), unit.unit),
    ]


def _plan(packet: InventedPacket, look: Look) -> Blocks:
    days = [(f"{n} januari", f"{n + 7} januari", f"{n + 14} januari") for n in range(4, 12)]
    return [
        "#set page(flipped: true)",
        _heading(look, packet.plan, 1),
        _table([("Beredning", "Kallelse", "Sammanträde"), *days]),
    ]


def set_lines(text: str) -> bytes:
    """A document of lines; those with `#`, `##` and `###` before them are headings."""
    look = LOOKS[0]
    blocks = []
    for line in text.split("\n"):
        mark, _, rest = line.partition(" ")
        blocks.append(_heading(look, rest, min(len(mark), 2)) if set(mark) == {"#"} else _paragraph(line))
    return _set(replace(look, foot=""), blocks, 0, 1, 1)
