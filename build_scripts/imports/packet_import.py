"""A packet imported: its split is shown and agreed to, then all its files are made at once or none, and each page is told of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from build_scripts.imports.agenda import Agenda
from build_scripts.imports.item import diary_of
from build_scripts.imports.offices import Ask
from build_scripts.imports.packet import Packet
from build_scripts.imports.packet_call import call_file, meeting_of
from build_scripts.imports.packet_files import Packing, SaidOfLists, Told
from build_scripts.imports.packet_talk import Corrections, agreed, taken
from build_scripts.imports.people import Handling, hidden, named_in
from build_scripts.imports.portions import PortionKind, Split
from build_scripts.imports.splitting import split
from build_scripts.new.new_files import CHECK_AND_GUARD, NewFiles, make
from macros.record.archive import Archive, Body, Meeting


@dataclass(frozen=True)
class PacketOrder:
    """What is asked for: where the packet goes, what was said of its split beforehand, and who answers, if anybody does."""

    root: Path
    archive: Archive
    body: Body
    meeting: Meeting | None
    day: dt.date
    said: Sequence[str]
    confirmed: bool
    answer: Callable[[str], str] | None
    lists: SaidOfLists = field(default_factory=SaidOfLists)


def split_of(packet: Packet, archive: Archive, body: Body, corrections: Corrections | None = None) -> Split:
    """The documents of a packet, with what somebody has said of them."""
    known = corrections or Corrections()
    series = diary_of(archive, body).series
    return split(packet.leaves, series, known.begins, known.goes_on, known.kinds)


def import_packet(order: PacketOrder, packet: Packet, handling: Handling, ask: Ask, today: dt.date) -> int:
    """Imports a packet: 0, or 1 when nothing was agreed to or some pages became nothing. Raises WrongUse."""
    pages = len(packet.leaves)

    def mask(text: str) -> str:
        return hidden(text, named_in(text, handling.official.names), handling.official)

    def again(corrections: Corrections) -> Split:
        return split_of(packet, order.archive, order.body, corrections)

    print(f"Paketet har {pages} sidor och delas så här:")
    corrections = taken(order.said, pages)
    found = agreed(again, corrections, pages, mask, order.answer, order.confirmed)
    if found is None:
        print(
            'Inget skrevs. Stämmer delningen: lägg till --bekräfta. Annars: --rätta "7 börjar" eller --rätta "7 bilaga 3".'
        )
        return 1
    draft, told = drafted(order, packet, found, handling, ask, corrections.units)
    code = make(order.root, draft, today)
    for what, lines in told:
        print(f"\n{mask(what)}")
        for line in lines:
            print(mask(line))
    return code


def drafted(
    order: PacketOrder,
    packet: Packet,
    found: Split,
    handling: Handling,
    ask: Ask,
    units: Mapping[int, str] = MappingProxyType({}),
) -> tuple[NewFiles, list[Told]]:
    """The files, and what is told of each document."""
    diary = diary_of(order.archive, order.body)

    def packing(meeting: Meeting) -> Packing:
        return Packing(order.archive, order.body, meeting, diary, packet, order.lists, units, handling, ask)

    if order.meeting is not None:
        packed = packing(order.meeting)
        told = _call_that_stays(order.meeting, found.agenda)
        packed.files(found)
    else:
        file, _ = call_file(order.body, order.day, found.agenda, (), handling, ask)
        packed = packing(meeting_of(order.body, file))
        own = [part for part in found.parts if part.kind is PortionKind.APPENDIX and part.matter is None and packet.cut]
        file, left_out = call_file(order.body, order.day, found.agenda, list(packed.attached(own, "")), handling, ask)
        numbers = [number for leaf in packet.leaves[: found.parts[0].last] for number in leaf.numbers]
        told = _new_call(found.agenda, [*left_out, *found.agenda.beside, *found.agenda.feet, *numbers])
        packed.made.files.append(file)
        packed.files(found, own)
    made = packed.made
    draft = NewFiles(
        files=tuple(made.files),
        attachments=tuple(made.attachments),
        left_out=tuple(f"{what}: {' '.join(why)}" for what, why in made.lost),
        then=tuple(_then(packed.meeting, found)),
    )
    beside = [(f"Ur filen kom inte med: {what}", tuple(_lines(lines))) for what, lines in packet.beside]
    return draft, [*made.told, *told, *beside]


def _new_call(agenda: Agenda, left_out: Sequence[str]) -> Iterator[Told]:
    """What is told of a call that became the meeting's file."""
    if agenda.read:
        yield "Ur kallelsen lästes dag, tid och plats", _lines(agenda.read)
    if left_out:
        yield "Ur kallelsen kom inte med", _lines(left_out)


def _call_that_stays(meeting: Meeting, agenda: Agenda) -> Iterator[Told]:
    """What is told of a call where the meeting has one already: all but its matters."""
    if lines := [*agenda.read, *agenda.points, *agenda.rest, *agenda.beside, *agenda.feet]:
        yield f"Ur kallelsen kom inte med, för {meeting.document.path} finns redan och ändras inte", _lines(lines)


def _lines(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"  {line}" for line in lines)


def _then(meeting: Meeting, found: Split) -> Iterator[str]:
    yield "Läs varje fil bredvid paketet, och det som inte kom med. Ändra sedan publiceras till ja och ta bort skäl: oläst."
    if scans := [part.pages for part in found.parts if part.is_scan]:
        yield f"Inskannade sidor utan text: {', '.join(scans)}. Läs dem, och godkänn dem med klubbat granska --godkänn."
    yield CHECK_AND_GUARD
    yield f"Lägg inte {meeting.document.folder} i git förrän det är läst: det som står i git kan andra läsa."
