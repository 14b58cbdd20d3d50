"""Counts what has to be put right by hand after a packet is imported, against the record that it would become.

    python -m tests.imports.packets.measure

A value that is wrong, missing or too much is one correction; so is a document in the wrong place, and a page that is lost.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pypdfium2

from build_scripts.__main__ import main as klubbat
from macros.record.archive import AgendaItem, Meeting
from macros.record.reading import read
from tests.imports.everything import words, words_of_file
from tests.imports.packets.contents import PACKETS
from tests.imports.packets.hagsjo import HAGSJO, LOOKS
from tests.imports.packets.invented import InventedMatter, InventedPacket
from tests.imports.packets.setting import set_packet
from tests.site.projects import tiny

HERE = Path(__file__).parent
_NONE: Mapping[int, str] = MappingProxyType({})
_SHEETS = ("Ordförandeförslag", "Försättsblad")


def file_of(packet: InventedPacket) -> Path:
    """The packet as it came."""
    return HERE / f"{packet.name}.{'docx' if packet.look == 'word' else 'pdf'}"


def imported(packet: InventedPacket, folder: Path, file: Path | None = None) -> tuple[Path, str]:
    """A project with the packet imported, and what was told. `file` is the packet where it is not the one that is kept."""
    names = "\n".join(
        f"namn: {packet.body}\nkommun: {packet.municipality}\nslag: nämnd\ndiarieserie:\n  - {packet.series}".split(
            "\n"
        )
    )
    root = tiny(folder, {f"meetings/{packet.name}/organ.md": f"---\n{names}\n---\n"})
    line = [
        "importera",
        str(file or file_of(packet)),
        "--organ",
        packet.name,
        "--sammanträde",
        packet.date,
        "--bekräfta",
    ]
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        code = klubbat([*line, "--katalog", str(root), "--idag", "2026-08-01"])
    if code == 2:
        raise RuntimeError(told.getvalue())
    return root, told.getvalue()


def corrections(packet: InventedPacket, root: Path, first: int = 1, sections: Mapping[int, str] = _NONE) -> list[str]:
    """What has to be put right, one sentence each; `first` is the first matter's number on the agenda, and `sections` are the
    headings of the agenda by the number of the matter that they begin with."""
    archive, _ = read(root)
    body = archive.body(packet.name)
    meeting = body.meeting_by_id.get(packet.date) if body else None
    return ["sammanträdet saknas"] if meeting is None else list(_of_meeting(packet, meeting, first, sections))


def _of_meeting(packet: InventedPacket, meeting: Meeting, first: int, sections: Mapping[int, str]) -> Iterator[str]:
    yield from _differs("tid", meeting.header.time and f"{meeting.header.time:%H:%M}", packet.hour)
    yield from _differs("plats", meeting.header.venue, packet.venue)
    yield from _differs("punkter", tuple(point.name for point in meeting.header.points), packet.points)
    items = {item.number.main: item for item in meeting.items if item.number}
    for place, matter in enumerate(packet.matters, first):
        if place not in items:
            yield f"ärende {place} saknas"
        else:
            plan = packet.plan if matter is packet.of_plan else ""
            yield from (f"ärende {place}: {one}" for one in _of_item(packet, matter, plan, items[place]))
            yield from _differs(f"ärende {place}: avsnitt", items[place].header.heading, sections.get(place))
    yield from (f"ärende {place} är för mycket" for place in items.keys() - range(first, first + len(packet.matters)))
    if packet.plan and packet.of_plan is None:
        yield from _differs("kallelsens bilagor", [one.title for one in meeting.header.attachments], [packet.plan])
    lists = {one.header.unit: one for one in meeting.lists}
    for unit in packet.lists:
        if unit.unit not in lists:
            yield f"listan från {unit.unit} saknas"
            continue
        found = lists[unit.unit].header
        yield from _differs(f"{unit.unit}: månad", str(found.month), unit.month)
        numbers = [one.serial_number.number for one in found.decisions if one.serial_number]
        yield from (f"{unit.unit}: rad {number}" for number in {row[3] for row in unit.rows} ^ set(numbers))
    yield from (f"listan från {unit} är för mycket" for unit in lists.keys() - {one.unit for one in packet.lists})


def _of_item(packet: InventedPacket, matter: InventedMatter, plan: str, item: AgendaItem) -> Iterator[str]:
    header = item.header
    yield from _differs("rubrik", header.title, matter.title)
    yield from _differs("diarienummer", header.case_number or "", matter.number)
    yield from _differs("slag", str(header.kind), matter.kind)
    yield from _differs("förslag", header.proposals, matter.proposals)
    yield from _differs("motionärer", header.movers, matter.movers)
    yield from _differs("expedieras till", header.sent_to, matter.sent_to)
    expected = [*(one.title for one in matter.appendices), *([plan] if plan else [])]
    found = [str(one.title) for one in header.attachments if one.file]
    found += [
        str(paper.header.title) for paper in item.papers if str(paper.header.title).partition(":")[0] not in _SHEETS
    ]
    yield from (f"bilaga saknas: {title}" for title in expected if title not in found)
    yield from (f"bilaga för mycket: {title}" for title in found if title not in expected)
    yield from (f"bilaga utan fil: {one.title}" for one in header.attachments if not one.file)
    sheets = [paper for paper in item.papers if str(paper.header.title).partition(":")[0] in _SHEETS]
    if matter.has_sheet and matter.has_report and len(sheets) != 1:
        yield "ordförandeförslaget är ingen handling i ärendet"
    if matter.has_report and not item.document.body.strip():
        yield "tjänsteskrivelsens text saknas"


def _differs(what: str, found: object, expected: object) -> Iterator[str]:
    if found != expected:
        yield f"{what}: {found!r}, ska vara {expected!r}"


def lost(packet: InventedPacket, root: Path, told: str, file: Path | None = None) -> set[str]:
    """Words of the packet that are neither in a file, in an attachment nor told, whole where a cell cut them."""
    home = root / "meetings" / packet.name / packet.date
    texts = [path.read_text("utf-8") for path in home.rglob("*.md")]
    there = Counter(words("\n".join([*texts, told])))
    for path in home.rglob("*.pdf"):
        there.update(_words(path.read_bytes()))
    content = (file or file_of(packet)).read_bytes()
    came = _words(content) if packet.look != "word" else [*words_of_file(content)]
    cut = {part for pair in pairwise(came) if "".join(pair) in there for part in pair}
    return set(came) - there.keys() - cut


def _words(content: bytes) -> list[str]:
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    whole = re.sub(r"(?<=[a-zåäö])[-\ufffe]\s*\n(?=[a-zåäö])", "", "\n".join(pages).replace("\r", ""))
    return words(whole)


def main() -> int:
    """Prints the corrections of each packet, those that are kept and one that is set in many looks."""
    total = 0
    given = [(packet.name, packet, 1, file_of(packet).read_bytes()) for packet in PACKETS]
    given += [(look.name, HAGSJO, look.first, set_packet(HAGSJO, look)) for look in LOOKS]
    for name, packet, first, content in given:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"{name}{file_of(packet).suffix}"
            file.write_bytes(content)
            root, told = imported(packet, Path(folder) / "projekt", file)
            found = corrections(packet, root, first)
            missing = lost(packet, root, told, file)
        total += len(found)
        print(f"{name}: {len(found)} rättelser, {len(missing)} förlorade ord {sorted(missing)[:5]}")
        print(*(f"  {one}" for one in found), sep="\n")
    print(f"{total} rättelser i {len(given)} paket")
    return 0


if __name__ == "__main__":
    sys.exit(main())
