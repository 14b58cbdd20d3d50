"""Every document of an invented packet, in the look that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.imports.packets.hagsjo import DECIDED, PAPER, REPORT, Look
from tests.imports.packets.invented import Appendix, InventedMatter, InventedPacket, UnitList, sentences
from tests.imports.packets.pieces import Blocks, apart, heading, lines, paragraph, table


def documents(packet: InventedPacket, look: Look) -> Iterator[tuple[str, Blocks | None]]:
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
        DECIDED,
        [
            *_head(packet, look, "", "", packet.body),
            heading(look, DECIDED, 1),
            heading(look, "Delegationsbeslut"),
            *(paragraph(" ".join(sentences(40 + n, 3))) for n in range(2)),
            heading(look, "Sammanfattning"),
            *(paragraph(" ".join(sentences(42 + n, 5))) for n in range(6)),
            heading(look, "Bilagor"),
            lines(f"- {PAPER}", f"- {REPORT}"),
            lines("På delegation", "Alma Rönn", "Nämndens ordförande"),
        ],
    )
    yield (
        PAPER,
        [
            *_head(packet, look, look.report, "", "Kommunstyrelsen"),
            heading(look, DECIDED, 1),
            heading(look, "Förslag till beslut"),
            paragraph("Kommunstyrelsen beslutar hur extratjänster ska organiseras."),
            heading(look, "Sammanfattning"),
            *(paragraph(" ".join(sentences(50 + n, 5))) for n in range(14)),
        ],
    )
    chapters = [
        (
            heading(look, f"{n + 1} Kapitel om extratjänster", 1),
            *(paragraph(" ".join(sentences(60 + 5 * n + k, 5))) for k in range(5)),
        )
        for n in range(5)
    ]
    yield REPORT, [block for chapter in chapters for block in chapter]


def _call(packet: InventedPacket, look: Look) -> Blocks:
    blocks = [heading(look, look.call, 1), paragraph(f"{packet.body} kallas till sammanträde")] if look.call else []
    if not look.call:
        blocks += [
            paragraph(f"Till ledamöter och ersättare i {packet.body}"),
            paragraph(f"Sammanträdet börjar kl. {packet.hour.replace(':', '.')}"),
        ]
    else:
        blocks.append(paragraph(f"Tid: 17 september 2026 kl. {packet.hour.replace(':', '.')}"))
    if look.has_cover:
        blocks[1:1] = [paragraph(packet.body), "#pagebreak()", heading(look, "Ärenden")]
    blocks.append(paragraph(f"Plats: {packet.venue}"))
    points = packet.points
    rows = (
        [(f"{n}.", point, "") for n, point in enumerate(points, 1)]
        if look.numbers_points
        else [("", point, "") for point in points]
    )
    if look.is_table:
        rows += [(str(n), matter.title, matter.number) for n, matter in enumerate(packet.matters, look.first)]
        listed = [("Nr", "Ärende", "Dnr"), *rows]
        if look.has_presenters:
            more = ("Föredragande", "Tid"), *[("Utredaren", "13.10")] * len(rows)
            wide = [(*row, *two) for row, two in zip(listed, more, strict=True)]
            blocks.append(table(wide, "(1cm, 1fr, 3cm, 3cm, 1.5cm)"))
        else:
            blocks.append(table(listed, "(2cm, 1fr, 4cm)"))
    else:
        blocks += [paragraph(f"{number} {point}".strip()) for number, point, _ in rows]
        for n, matter in enumerate(packet.matters, look.first):
            shape = look.agenda if matter.number else look.agenda.split("{title}")[0] + "{title}"
            section = look.sections.get(n)
            blocks += [paragraph(section)] if section else []
            told = shape.format(number=n, letter="abcde"[n - look.first], title=matter.title, dnr=matter.number)
            blocks.append(lines(*told.split("\n")))
    return [
        *blocks,
        paragraph("Den som inte kan komma meddelar nämndsekreteraren."),
        lines("Alma Rönn", "Ordförande"),
    ]


def _head(packet: InventedPacket, look: Look, kind: str, number: str, receiver: str) -> Blocks:
    date = "2026-08-28"
    office = packet.body.replace("nämnden", "förvaltningen")
    if look.head == "left":
        return [
            lines(packet.municipality, office),
            lines(*filter(None, (kind.upper(), date, f"Dnr: {number}" if number else ""))),
            apart("Referens", "Mottagare"),
            apart("Utredare", receiver),
        ]
    if look.head == "right":
        return [
            apart(packet.municipality, kind or " "),
            apart(office, f"Datum {date}"),
            apart(" ", f"Diarienummer {number}" if number else " "),
        ]
    if look.head == "table":
        return [
            table(
                [("Handling", "Datum", "Diarienummer", "Handläggare"), (kind or "–", date, number or "–", "Utredare")]
            )
        ]
    if look.head == "every":
        line = apart(packet.municipality, kind or " ", f"Datum {date}", f"Dnr {number}" if number else " ")
        return [f"#set page(header: [{line}])"]
    if look.head == "line":
        return [apart(packet.municipality, kind, date, f"Dnr {number}" if number else " ")]
    return [apart("Referens", "Mottagare"), apart("Utredare", receiver)] if kind or receiver != "-" else []


def _clauses(look: Look, proposals: Sequence[str]) -> str:
    return lines(*(look.clauses.format(clause=one) for one in proposals))


def _sheet(packet: InventedPacket, look: Look, matter: InventedMatter, seed: int) -> Blocks:
    head = _head(packet, look, look.sheet, matter.number, packet.body) if look.head else []
    return [
        *head,
        heading(look, f"{matter.title} ({matter.number})", 1),
        heading(look, "Beslut"),
        lines(*matter.proposals),
        heading(look, "Sammanfattning"),
        paragraph(" ".join(sentences(seed, 4))),
    ]


def _report(packet: InventedPacket, look: Look, matter: InventedMatter, seed: int) -> Blocks:
    text = [paragraph(" ".join(sentences(seed + n, 5))) for n in range(matter.length)]
    if look.wide_table and len(text) > 9:
        wide = table([("Enhet", *map(str, range(2016, 2027))), *((f"Enhet {n}", *("12,5",) * 11) for n in range(5))])
        text[6:6] = ["#page(flipped: true, [" + wide + "])"]
    return [
        *_head(packet, look, look.report, matter.number, packet.body),
        heading(look, matter.title, 1),
        heading(look, look.proposal),
        _clauses(look, matter.proposals),
        heading(look, "Sammanfattning"),
        paragraph(" ".join(sentences(seed, 3))),
        heading(look, "Ärendet"),
        *text,
        *(
            (apart("Karin Lindqvist", "Olle Berg"), apart("Förvaltningschef", "Utredare"))
            if look.signs_beside
            else (lines("Karin Lindqvist", "Förvaltningschef"),)
        ),
        *([heading(look, "Expedieras till"), lines(*matter.sent_to)] if matter.sent_to else []),
    ]


def _appendix(look: Look, appendix: Appendix, seed: int) -> Blocks:
    return [
        heading(look, appendix.title, 1),
        *(paragraph(" ".join(sentences(seed + 20 + n, 5))) for n in range(appendix.length)),
    ]


def _list(packet: InventedPacket, look: Look, unit: UnitList) -> Blocks:
    heads = ("Besluts- datum", "Delega- tions- punkt", "Beslut", "Diarie- nummer", "Delegat")
    empty = [("",) * 5] * 4
    return [
        heading(look, "Delegationsbeslut augusti 2026", 1),
        paragraph(f"Enhet: {unit.unit}"),
        paragraph("Listan lämnas senast kl. 12.00 den 2:a i månaden."),
        table([heads, *unit.rows, *empty], "(2.2cm, 1.8cm, 1fr, 2.2cm, 3cm)"),
        lines(packet.body.replace("nämnden", "förvaltningen"), unit.unit),
    ]


def _plan(packet: InventedPacket, look: Look) -> Blocks:
    days = [(f"{n} januari", f"{n + 7} januari", f"{n + 14} januari") for n in range(4, 12)]
    return [
        "#set page(flipped: true)",
        heading(look, packet.plan, 1),
        table([("Beredning", "Kallelse", "Sammanträde"), *days]),
    ]
