"""Makes the packets: each document with python-docx, set by LibreOffice, and put together as municipalities do.

    python -m tests.imports.packets.making

Only whoever changes a packet runs it: the packets are kept beside it, so that the tests need no LibreOffice.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from PIL import Image
from pypdf import PdfReader, PdfWriter

from macros.dates import written
from macros.record.values import Month
from tests.imports.drawing import rows as filled
from tests.imports.packets.contents import PACKETS
from tests.imports.packets.invented import Appendix, InventedMatter, InventedPacket, UnitList, sentences
from tests.imports.packets.word_pages import _numbers, bold, heading, letterhead, new

HERE = Path(__file__).parent


def main() -> int:
    """Writes every packet."""
    with tempfile.TemporaryDirectory() as folder:
        for packet in PACKETS:
            _write(packet, Path(folder) / packet.name)
    return 0


def _write(packet: InventedPacket, folder: Path) -> None:
    folder.mkdir()
    documents = list(_documents(packet))
    if packet.look == "word":
        whole = new(packet)
        for n, (_, draw) in enumerate(documents):
            if n:
                whole.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE) if whole.paragraphs else None
            if draw:
                draw(whole)
        whole.save(str(HERE / f"{packet.name}.docx"))
        return
    writer = PdfWriter()
    paths = []
    for n, (_, draw) in enumerate(documents):
        if draw is None:
            paths.append(_scan(folder / f"{n:03}.pdf"))
            continue
        document = new(packet)
        draw(document)
        document.save(str(folder / f"{n:03}.docx"))
        paths.append(folder / f"{n:03}.pdf")
    word = sorted(map(str, folder.glob("*.docx")))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), *word],
        check=True,
        capture_output=True,
    )
    for (title, _), path in zip(documents, paths, strict=True):
        first = len(writer.pages)
        for page in PdfReader(path).pages:
            writer.add_page(page)
        if packet.look == "bookmarks":
            writer.add_outline_item(title=title, page_number=first)
    for page in writer.pages:
        page.compress_content_streams()
    writer.compress_identical_objects()
    with (HERE / f"{packet.name}.pdf").open("wb") as file:
        writer.write(file)


def _scan(path: Path) -> Path:
    image = Image.new("L", (620, 877), 250)
    for y in range(80, 800, 14):
        for x in range(60, 560, 3):
            if (x * y) % 7 < 3:
                image.putpixel((x, y), 40)
    image.save(path, "PDF", resolution=75)
    return path


def _documents(packet: InventedPacket) -> Iterator[tuple[str, Callable[[Word], None] | None]]:
    yield "Kallelse", partial(_call, packet)
    seed = 1
    for place, matter in enumerate(packet.matters, 1):
        if matter.has_sheet:
            yield f"{place}. {matter.title}", partial(_sheet, packet, matter, seed)
        if matter.has_report:
            yield f"{place}. {matter.title}", partial(_report, packet, matter, seed)
        for n, appendix in enumerate(matter.appendices, 1):
            yield appendix.title, partial(_appendix, packet, appendix, n, seed) if appendix.length else None
        if packet.plan and matter is packet.of_plan:
            yield packet.plan, partial(_plan, packet)
        seed += 3
    for unit in packet.lists:
        yield f"Delegationslista {unit.unit}", partial(_list, packet, unit)
    if packet.plan and packet.of_plan is None:
        yield packet.plan, partial(_plan, packet)


def _call(packet: InventedPacket, word: Word) -> None:
    heading(packet, word, "Kallelse" if packet.look != "lines" else "FÖREDRAGNINGSLISTA", 1)
    word.add_paragraph(f"{packet.body} kallas till sammanträde")
    word.add_paragraph(f"Tid: {written.date(dt.date.fromisoformat(packet.date))} kl. {packet.hour.replace(':', '.')}")
    word.add_paragraph(f"Plats: {packet.venue}")
    if packet.look == "table":
        table = word.add_table(1 + len(packet.points) + len(packet.matters), 3)
        texts = [("Nr", "Ärende", "Dnr"), *(("", point, "") for point in packet.points)]
        texts += [(str(n), matter.title, matter.number) for n, matter in enumerate(packet.matters, 1)]
        filled(table, *texts)
        table.style = "Table Grid"
    else:
        for point in packet.points:
            word.add_paragraph(point)
        for n, matter in enumerate(packet.matters, 1):
            number = f" ({matter.number})" if matter.number and packet.look in ("large", "word", "bookmarks") else ""
            mark = f"§ {n}" if packet.look == "lines" else f"{n}."
            word.add_paragraph(f"{mark} {matter.title}{number}")
    word.add_paragraph("Den som inte kan komma meddelar nämndsekreteraren.")
    word.add_paragraph("Ordföranden")


def _sheet(packet: InventedPacket, matter: InventedMatter, seed: int, word: Word) -> None:
    letterhead(packet, matter, word, "ordförandeförslag", "2026-09-08")
    heading(packet, word, f"{matter.title} ({matter.number})" if matter.number else matter.title, 1)
    heading(packet, word, "Beslut")
    for proposal in matter.proposals:
        word.add_paragraph(proposal)
    heading(packet, word, "Sammanfattning")
    word.add_paragraph(" ".join(sentences(seed, 3)))


def _report(packet: InventedPacket, matter: InventedMatter, seed: int, word: Word) -> None:
    letterhead(packet, matter, word, "tjänsteskrivelse", "2026-08-28")
    by = f" väckt av {matter.movers[0]}" if matter.movers else ""
    heading(packet, word, matter.title + by, 1)
    heading(packet, word, "Förslag till beslut")
    for n, proposal in enumerate(matter.proposals, 1):
        word.add_paragraph(f"{n}. {proposal}" if len(matter.proposals) > 1 else proposal)
    heading(packet, word, "Sammanfattning")
    word.add_paragraph(" ".join(sentences(seed, 3)))
    heading(packet, word, "Ärendet")
    for n in range(matter.length):
        word.add_paragraph(" ".join(sentences(seed + n, 5)))
    if matter.route:
        heading(packet, word, "Beslutsplanering")
        for body, date in matter.route:
            word.add_paragraph(f"{body}\t{date}")
    if matter.appendices:
        heading(packet, word, "Bilagor")
        for n, appendix in enumerate(matter.appendices, 1):
            word.add_paragraph(f"{n}. {appendix.title}")
    word.add_paragraph("_" * 30)
    word.add_paragraph("Karin Lindqvist\nFörvaltningschef")
    if matter.sent_to:
        heading(packet, word, "Expedieras till")
        for one in matter.sent_to:
            word.add_paragraph(one)


def _appendix(packet: InventedPacket, appendix: Appendix, n: int, seed: int, word: Word) -> None:
    if packet.look in ("table", "bookmarks", "lines"):
        _numbers(packet, word)
    if packet.look in ("large", "word", "tabs"):
        word.add_paragraph(f"Bilaga {n}")
    heading(packet, word, appendix.title, 1)
    for k in range(appendix.length):
        if k % 6 == 3:
            bold(word, f"Del {k // 6 + 1}")
        if k % 11 == 5:
            table = word.add_table(5, 4)
            filled(
                table,
                ("Skola", "2024", "2025", "2026"),
                *((f"Enhet {x}", f"{x}12,5", f"{x}14,0", f"{x}15,5") for x in range(1, 5)),
            )
            table.style = "Table Grid"
        word.add_paragraph(" ".join(sentences(seed + 40 + k, 5)))


def _list(packet: InventedPacket, unit: UnitList, word: Word) -> None:
    _numbers(packet, word) if packet.look != "tabs" else None
    month = written.month(Month(*map(int, unit.month.split("-"))))
    heading(packet, word, f"Delegationsbeslut {month}", 1)
    word.add_paragraph(f"Enhet: {unit.unit}")
    word.add_paragraph("Listan lämnas till nämndsekreteraren senast den 2:a.")
    table = word.add_table(1 + len(unit.rows), 5)
    table.style = "Table Grid"
    heads = ("Besluts-\ndatum", "Delega-\ntions-\npunkt", "Beslut", "Löp-\nnummer", "Delegat")
    filled(table, heads if packet.look == "tabs" else ("Datum", "Punkt", "Beslut", "Löpnummer", "Delegat"), *unit.rows)
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def _plan(packet: InventedPacket, word: Word) -> None:
    if packet.look != "word":
        section = word.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    heading(packet, word, packet.plan, 1)
    days = (
        ("14 januari", "28 januari"),
        ("11 februari", "25 februari"),
        ("11 mars", "25 mars"),
        ("15 april", "29 april"),
    )
    table = word.add_table(1 + len(days), 2)
    table.style = "Table Grid"
    filled(table, ("Kallelse", "Sammanträde"), *days)


if __name__ == "__main__":
    sys.exit(main())
