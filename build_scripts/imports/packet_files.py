"""The files of a packet: the call, each matter with all its documents, the delegation lists, and the rest cut from the PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from build_scripts.imports.agenda import PrintedMatter
from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.document_beginnings import unit_below
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.item import UNREAD, Diary, ReadReport, kind_of_title, read_report
from build_scripts.imports.lists import Sheet, imported_list, month_of, sheets_of, unit_of
from build_scripts.imports.offices import Ask
from build_scripts.imports.packet import Packet
from build_scripts.imports.packet_call import sentences
from build_scripts.imports.people import Handling, hidden
from build_scripts.imports.portions import Portion, PortionKind, Split
from build_scripts.imports.printed_titles import alike
from build_scripts.imports.received import NotImported
from build_scripts.imports.secrecy import refuse_secret
from build_scripts.new.item import free_name, refuse_closed, short_slug, taken_names
from build_scripts.new.new_files import NewAttachment, NewFile, header_of
from build_scripts.new.writing import file_text
from build_scripts.project import WrongUse
from macros.addresses import RESERVED_ITEM_SLUGS
from macros.record import layout
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.described import DocumentKind
from macros.record.item import ItemHeader, Publication, WithheldReason

Told = tuple[str, tuple[str, ...]]
"""Of which pages, and what is told of them."""


_BY_WEIGHT = (PortionKind.REPORT, PortionKind.CHAIRS_PROPOSAL, PortionKind.COVER)
"""What can be an item's text: the first that there is; the others are documents of the item."""

_KINDS = {
    PortionKind.CHAIRS_PROPOSAL: DocumentKind.CHAIRS_PROPOSAL,
    PortionKind.REPORT: DocumentKind.REPORT,
    PortionKind.APPENDIX: DocumentKind.APPENDIX,
}


@dataclass
class PacketFiles:
    """What a packet becomes: files, and what is told of each document. `lost` are those that became nothing."""

    files: list[NewFile] = field(default_factory=list)
    attachments: list[NewAttachment] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    lost: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class SaidOfLists:
    """What was said of the lists that do not say it themselves: their unit, month (ÅÅÅÅ-MM) and the day they came in."""

    unit: str | None = None
    month: str | None = None
    received: dt.date | None = None


@dataclass
class Packing:
    """Makes the files of one packet for one meeting; `units` are those said of lists, by their first page.

    An item that the meeting has is left as it is: what the packet has for it become documents of it, or are told.
    """

    archive: Archive
    body: Body
    meeting: Meeting
    diary: Diary
    packet: Packet
    lists: SaidOfLists
    units: Mapping[int, str]
    handling: Handling
    ask: Ask
    made: PacketFiles = field(default_factory=PacketFiles)
    _unit_given: bool = False

    def files(self, split: Split, of_call: Sequence[Portion] = ()) -> None:
        """All but the call and what is `of_call`; raises WrongUse where another item has a number that the packet gives."""
        refuse_closed(self.meeting)
        slugs = set(taken_names(self.meeting))
        for row in split.agenda.rows:
            parts = [part for part in split.parts if part.matter == row.number and part.kind is not PortionKind.LIST]
            if item := self._item(row):
                self._documents(item, parts)
                continue
            slug = free_name(_slug(row), slugs)
            slugs.add(slug)
            self._matter(row, slug, parts)
        matters = {row.number for row in split.agenda.rows}
        for part in split.parts:
            if part.kind is PortionKind.LIST:
                self._list(part)
            elif part.matter not in matters and part.kind is not PortionKind.CALL and part not in of_call:
                why = f'dokumentet hör inte till något ärende i kallelsen. Säg vilket med --rätta "{part.first} bilaga 1".'
                self.made.lost.append((f"{part.where}, {part.kind.value}", (why,)))

    def _item(self, row: PrintedMatter) -> AgendaItem | None:
        """The item that the meeting has of a matter: with its case number, else with its title."""
        by_number = [one for one in self.meeting.items if row.case_number and one.header.case_number == row.case_number]
        by_title = [one for one in self.meeting.items if alike(one.header.title or one.title, row.title)]
        item = next(iter((*by_number, *by_title)), None)
        other = next((one for one in self.meeting.items if one.number == row.number), None)
        if item is None and other is not None:
            raise WrongUse(
                f"ärende {row.number} i paketet är {row.title}, men numret har {other.document.path}. Numrera om med "
                f"klubbat flytta {self.body.id}/{self.meeting.id}/{other.slug} --till N först."
            )
        return item

    def _documents(self, item: AgendaItem, parts: Sequence[Portion]) -> None:
        """What the packet has of a matter that is an item already: documents of it, where nobody has read the item yet either."""
        if parts:
            self.made.told.append((f"{item.document.path} finns redan och ändras inte", ()))
        if not item.is_draft:
            # A document with a text of its own has no state of not being read: beside a public item it would be shown.
            add = f"klubbat ny handling {self.body.id} {self.meeting.id} {item.slug}"
            why = (
                f"ärendet {item.slug} är läst, och en oläst handling läggs inte dit. Läs den och lägg in den med {add}."
            )
            self.made.lost += ((f"{part.where}, {part.kind.value}", (why,)) for part in parts)
            return
        rows = [row.title for row in item.header.attachments if row.title]
        is_cut = self.packet.cut is not None
        known = [part for part in parts if is_cut and part.kind is PortionKind.APPENDIX and _named(part, rows)]
        for part, one in self._readable([part for part in parts if part not in known]):
            if _stands_in(item, one):
                known.append(part)
            else:
                self._paper(part, one, item.slug)
        self.made.told += ((f"{part.where}, {part.kind.value}, finns redan", ()) for part in known)

    def _told(self, part: Portion, became: str, lines: Sequence[str] = ()) -> None:
        self.made.told.append((f"{part.where}, {part.kind.value}, blev {became}", tuple(lines)))

    def _readable(self, parts: Sequence[Portion]) -> Iterator[tuple[Portion, ReadReport]]:
        """Reports as they are read; one that may not be written is told."""
        for part in parts:
            try:
                text = _of_lines(part.said) if part.said else self.packet.text(part)
                refuse_secret(text.passages, self.handling.official)
            except NotImported as why:
                self.made.lost.append((f"{part.where}, {part.kind.value}", (str(why),)))
            else:
                yield part, read_report(text, self.diary, self.handling, self.ask, part.title)

    def _matter(self, row: PrintedMatter, slug: str, parts: Sequence[Portion]) -> None:
        """An item: the report is its text, the chair's proposal and further reports documents of it, the rest attachments."""
        written_here = [part for part in parts if part.kind in _BY_WEIGHT]
        written_here.sort(key=lambda part: (not part.is_own, _BY_WEIGHT.index(part.kind)))
        reports = list(self._readable(written_here))
        path = layout.ITEM.at(self.meeting.document.folder, layout.item_stem(row.number, slug))
        attachments = list(self.attached([part for part in parts if part.kind is PortionKind.APPENDIX], slug))
        if not reports:
            keys: dict[str, Any] = {"rubrik": row.title, "slag": kind_of_title(row.title), "avsnitt": row.heading}
            keys |= {"diarienummer": row.case_number, "bilagor": attachments or None}
            keys |= {"publiceras": Publication.NO.value, "skäl": WithheldReason.UNREAD.value}
            self.made.files.append(NewFile(path, file_text(header_of(ItemHeader, keys), "", {"publiceras": UNREAD})))
            return
        (part, main), *others = reports
        more: dict[str, Any] = {"rubrik": row.title, "diarienummer": main.keys.get("diarienummer") or row.case_number}
        more["avsnitt"] = row.heading
        sheet = next((one for other, one in others if other.kind is not PortionKind.REPORT), None)
        if sheet is not None and (proposals := sheet.keys.get("förslag_till_beslut")):
            by_chair = any(other.kind is PortionKind.CHAIRS_PROPOSAL for other, _ in others)
            more |= {"förslag_till_beslut": proposals, **({"förslagsställare": "Ordföranden"} if by_chair else {})}
            if proposals != (own := main.keys.get("förslag_till_beslut", [])):
                main.told.leave_out("Förvaltningens förslag, där ordföranden eller försättsbladet föreslår annat", own)
        if sheet is not None and not more["diarienummer"]:
            more["diarienummer"] = sheet.keys.get("diarienummer")
        here = [*attachments, *({"titel": part.title} for part in parts if part.kind is PortionKind.APPENDIX)]
        listed = [one for one in main.keys.get("bilagor", []) if not any(_same(one, other) for other in here)]
        more["bilagor"] = [*attachments, *listed] or None
        if main.title != row.title:
            main.told.leave_out("Handlingens egen rubrik, där kallelsen har en annan", [main.title])
            of_call = {"rubrik": row.title}
            if kind := kind_of_title(row.title):
                of_call["slag"] = kind
            more |= of_call
            main.told.read_as = [
                *((key, value, "ur kallelsen") for key, value in of_call.items()),
                *(one for one in main.told.read_as if one[0] not in of_call),
            ]
        text = main.as_item(self.handling.official, more)
        self.made.files.append(NewFile(path, text))
        self._told(part, path, self._printed(main))
        for other, one in others:
            self._paper(other, one, slug)

    def _printed(self, one: ReadReport) -> list[str]:
        return list(one.told.printed(lambda text: hidden(text, one.names, self.handling.official)))

    def attached(self, parts: Sequence[Portion], slug: str) -> Iterator[dict[str, Any]]:
        """Attachments cut from the file, as the keys that list them; where none can be cut they are documents with text."""
        for part in parts:
            if self.packet.cut is None:
                self._appendix_text(part, slug)
                continue
            try:
                pages = self.packet.leaves[part.first - 1 : part.last]
                refuse_secret((line for leaf in pages for line in leaf.lines), self.handling.official)
            except NotImported as why:
                self.made.lost.append((f"{part.where}, {part.kind.value}", (str(why),)))
                continue
            made = (file.path.rpartition("/")[2] for file in self.made.attachments)
            taken = [name.removesuffix(".pdf") for name in (*made, *(file.name for file in self.meeting.files))]
            name = free_name(short_slug(part.title) or f"sidor-{part.pages}", taken)
            path = f"{self.meeting.document.folder}/{layout.ATTACHMENTS}/{name}.pdf"
            self.made.attachments.append(NewAttachment(path, self.packet.cut(part)))
            scan = ("  Sidorna är inskannade och har ingen text: läs dem.",) if part.is_scan else ()
            self._told(part, path, scan)
            yield {"titel": part.title, "fil": f"{name}.pdf", "sidor": str(part.last - part.first + 1)}

    def _appendix_text(self, part: Portion, slug: str) -> None:
        for other, one in self._readable([part]):
            self._paper(other, one, slug)

    def _paper(self, part: Portion, one: ReadReport, slug: str) -> None:
        """A document of the item with a text of its own: what it proposes, and the rest of its text."""
        kind = _KINDS.get(part.kind)
        says_kind = kind is DocumentKind.APPENDIX or part.title.casefold().startswith(part.kind.value)
        title = part.title if says_kind else f"{part.kind.value.capitalize()}: {part.title}"
        folder = f"{self.meeting.document.folder}/{layout.PAPERS}/{slug}/"
        there = [paper.slug for item in self.meeting.items if item.slug == slug for paper in item.papers]
        made = [file.path.rpartition("/")[2].removesuffix(".md") for file in self.made.files if folder in file.path]
        taken = [*there, *made]
        name = free_name(short_slug(part.title if kind is DocumentKind.APPENDIX else part.kind.value), taken)
        file = NewFile(f"{folder}{name}.md", one.as_paper(title, kind, self.handling.official))
        self.made.files.append(file)
        self._told(part, file.path, self._printed(one))

    def _list(self, part: Portion) -> None:
        """The delegation lists of the pages; one that names somebody is told and not written."""
        try:
            sheets = sheets_of(self.packet.text(part))
            if not sheets:
                raise NotImported("ingen tabell på sidorna har en rubrikrad med datum och beslut.")
            for sheet in sheets:
                unit, month = self._unit(part, sheet), month_of(sheet) or self.lists.month
                if month is None:
                    raise NotImported("listan säger inte vilken månad. Säg den med --månad ÅÅÅÅ-MM.")
                received = self.lists.received
                draft = imported_list(
                    self.archive, self.body, self.meeting, sheet, unit, month, received, self.handling, self.ask
                )
                if (path := draft.files[0].path) in {one.document.path for one in self.meeting.lists}:
                    self.made.told.append((f"{part.where}, {part.kind.value}: {path} finns redan och ändras inte", ()))
                    continue
                self.made.files += draft.files
                self._told(part, path, [f"  {line}" for line in (*draft.told, *draft.left_out)])
        except (NotImported, WrongUse) as why:
            self.made.lost.append((f"{part.where}, {part.kind.value}", (str(why),)))

    def _unit(self, part: Portion, sheet: Sheet) -> str:
        """The unit of a list: what was said of it, what it says, or what was said of the one list that says nothing."""
        below = (unit_below(self.packet.leaves[page - 1]) for page in (part.last, part.first))
        told = self.units.get(part.first) or unit_of(sheet, self.body) or next(filter(None, below), None)
        if told is None and self.lists.unit and not self._unit_given:
            self._unit_given = True
            return self.lists.unit
        if told is None:
            raise NotImported(f'listan säger inte från vilken enhet. Säg det med --rätta "{part.first} lista ENHET".')
        return told


def _of_lines(lines: Sequence[str]) -> Incoming:
    """What a call tells of a matter as a text."""
    blocks = (Block(BlockKind.PARAGRAPH, (Run(line),)) for line in sentences(lines))
    return Incoming(tuple(blocks), passages=tuple(lines))


def _slug(row: PrintedMatter) -> str:
    """The item's name: of "Delegationsbeslut", which is an address of the meeting's own, what the item is about."""
    slug = short_slug(row.title) or f"arende-{row.number}"
    return f"anmalan-av-{slug}" if slug in RESERVED_ITEM_SLUGS else slug


def _named(part: Portion, titles: Sequence[str]) -> bool:
    return any(alike(part.title, title) for title in titles)


def _stands_in(item: AgendaItem, one: ReadReport) -> bool:
    """Whether the text is the item's, or that of a document of it, word for word."""
    texts = [item.document.body, *(paper.document.body for paper in item.papers)]
    return bool(one.body.strip()) and any(text.strip().endswith(one.body.strip()) for text in texts)


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return alike(str(one["titel"]), str(other["titel"]))
