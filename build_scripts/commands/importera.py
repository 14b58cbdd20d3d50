"""`klubbat importera`: reports become items, lists delegation lists, minutes minutes, a packet a meeting. Never overwrites."""

from __future__ import annotations

import argparse
import datetime as dt
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts import named
from build_scripts.imports.agenda import HEAD_LINES
from build_scripts.imports.headings import CHAIRS_PROPOSAL
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.item import diary_of, read_report
from build_scripts.imports.lists import NO_LIST, Sheet, imported_list, month_of, sheets_of, sheets_of_table, unit_of
from build_scripts.imports.minutes import imported_minutes, is_minutes
from build_scripts.imports.offices import Ask, Offices, Remembered, nobody
from build_scripts.imports.packet import Packet, opened
from build_scripts.imports.packet_files import SaidOfLists
from build_scripts.imports.packet_import import PacketOrder, import_packet, split_of
from build_scripts.imports.pdf_pages import read_pages
from build_scripts.imports.pdf_text import text_of_pages
from build_scripts.imports.people import Handling, hidden
from build_scripts.imports.received import NotImported, received, refuse_other_kinds
from build_scripts.imports.secrecy import refuse_secret
from build_scripts.imports.telling import next_steps
from build_scripts.imports.where_written import Places
from build_scripts.imports.word import read_word
from build_scripts.loading import load
from build_scripts.new import asking
from build_scripts.new.item import short_slug
from build_scripts.new.new_files import make
from build_scripts.project import WrongUse, add_today, given_day, today
from macros.dates.written import listing, uncapital
from macros.finding import Finding
from macros.guard.official import official_of
from macros.record.archive import Archive, Body, Meeting
from macros.record.described import DocumentKind

HELP = "Gör ärenden av tjänsteskrivelser, listor och protokoll av sådana, och ett sammanträde av ett paket. Skriver aldrig över."

_PACKET = "paket"
_MINUTES = "protokoll"
_AS = ("ärende", "lista", _PACKET, _MINUTES)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The files, the meeting, and how names are handled."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FIL", help="dokument: .docx, .xlsx, .csv eller .pdf")
    named.add_body_option(parser, required=True)
    parser.add_argument(
        "--sammanträde", dest="meeting", required=True, metavar="ÅÅÅÅ-MM-DD", help="sammanträdets mapp eller dag"
    )
    parser.add_argument(
        "--nummer", dest="number", type=int, metavar="N", help="det första ärendets nummer (annars nästa lediga)"
    )
    parser.add_argument(
        "--som", dest="kind", metavar="VAD", help="ärende, lista, paket eller protokoll (annars efter innehållet)"
    )
    parser.add_argument(
        "--rätta",
        dest="corrections",
        action="append",
        default=[],
        metavar="VAD",
        help='hur ett paket delas: "7 börjar", "8 fortsätter" eller "7 bilaga 3"; kan upprepas',
    )
    parser.add_argument(
        "--bekräfta", dest="confirmed", action="store_true", help="skriv paketets filer utan att fråga om delningen"
    )
    parser.add_argument(
        "--roll",
        "--roller",
        dest="offices",
        action="append",
        default=[],
        metavar="NAMN=BEFATTNING",
        help="skriv befattningen i stället för namnet, nu och nästa gång; kan upprepas",
    )
    parser.add_argument(
        "--behåll-namn", dest="keep", action="store_true", help="fråga inte, och låt namn i löpande text stå kvar"
    )
    parser.add_argument("--enhet", dest="unit", metavar="NAMN", help="enheten som en delegationslista kommer från")
    parser.add_argument("--månad", dest="month", metavar="ÅÅÅÅ-MM", help="månaden som listan gäller")
    parser.add_argument("--inkommen", dest="received", metavar="ÅÅÅÅ-MM-DD", help="dagen då listan kom in")
    add_today(parser)


@dataclass
class _Run:
    """What all files of one run share."""

    arguments: argparse.Namespace
    archive: Archive
    body: Body
    meeting: Meeting
    handling: Handling
    ask: Ask
    places: Places
    day: dt.date


def run(arguments: argparse.Namespace) -> int:
    """Imports file by file; 1 when a file was left alone, or when a list left something out."""
    if arguments.kind is not None:
        asking.one_of(arguments.kind, _AS, "--som")
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    contents = [(path, received(path)) for path in arguments.files]
    offices = dict(map(_office, arguments.offices))
    handling = Handling(offices, arguments.keep, official_of(body))
    ask = nobody if arguments.keep else Offices(offices, Remembered(arguments.katalog, body.id), asking.at_terminal())
    if len(contents) == 1 and (packet := _packet(arguments, archive, body, *contents[0])):
        meeting_or_none = body.meeting_by_id.get(arguments.meeting)
        day = meeting_or_none.date if meeting_or_none else given_day(arguments.meeting, "--sammanträde")
        order = PacketOrder(
            arguments.katalog,
            archive,
            body,
            meeting_or_none,
            day,
            arguments.corrections,
            arguments.confirmed,
            input if asking.at_terminal() else None,
            SaidOfLists(
                arguments.unit, arguments.month and asking.month(arguments.month, "--månad"), _came_in(arguments)
            ),
        )
        return import_packet(order, packet, handling, ask, today(arguments.idag))
    meeting = _meeting(arguments, body, findings)
    shared = _Run(
        arguments,
        archive,
        body,
        meeting,
        handling,
        ask,
        Places(arguments.katalog, meeting, arguments.number),
        today(arguments.idag),
    )
    made: list[str] = []
    code = 0
    # All are read before anything is written: what is secret is told first, and a report comes before the chair's proposal.
    reads = [(path, *_read(shared, path, content, made)) for path, content in contents]
    for path, _, write in sorted(reads, key=lambda read: read[1]):
        try:
            code |= write()
        except (NotImported, WrongUse) as why:
            print(f"{_shown(shared, path.name)}: importeras inte, för {uncapital(str(why))}\n")
            code = 1
    if made:
        print(*next_steps(meeting), sep="\n")
    return code


def _packet(arguments: argparse.Namespace, archive: Archive, body: Body, path: Path, content: bytes) -> Packet | None:
    """The file as a packet, where it is one or is said to be. One that cannot be read makes no meeting either."""
    if not _may_be_packet(arguments, path):
        return None
    try:
        packet = opened(content, path.suffix.lower())
        is_packet = split_of(packet, archive, body).is_packet
    except NotImported as why:
        if arguments.kind == _PACKET or arguments.meeting not in body.meeting_by_id:
            raise WrongUse(f"{path.name}: {why}") from None
        return None
    return packet if is_packet or arguments.kind == _PACKET else None


def _may_be_packet(arguments: argparse.Namespace, path: Path) -> bool:
    return arguments.kind in (None, _PACKET) and path.suffix.lower() in (".pdf", ".docx")


def _meeting(arguments: argparse.Namespace, body: Body, findings: Sequence[Finding]) -> Meeting:
    """The meeting that the files belong to. A packet would have made it: of a file that may be one it is told why it did not."""
    try:
        return named.meeting(body, arguments.meeting, findings)
    except WrongUse as why:
        if len(arguments.files) != 1 or not _may_be_packet(arguments, arguments.files[0]):
            raise
        raise WrongUse(
            f"{why}\n  I {arguments.files[0].name} hittades ingen kallelse med föredragningslista, så filen lästes inte som ett "
            "paket, som gör sammanträdet. Är den ett: lägg till --som paket."
        ) from None


def _office(given: str) -> tuple[str, str]:
    name, equals, office = (part.strip() for part in unicodedata.normalize("NFC", given).partition("="))
    if not (name and equals and office):
        raise WrongUse('--roll skrivs "Namn Efternamn=befattning".')
    return name, office


def _read(shared: _Run, path: Path, content: bytes, made: list[str]) -> tuple[bool, Callable[[], int]]:
    """Reads a file: whether it is the chair's proposal, and what writes what it became, or raises why nothing did."""
    try:
        if refuse_other_kinds(path.name) in (".xlsx", ".csv"):
            return False, partial(_lists, shared, path, sheets_of_table(content, path.name))
        text = read_word(content) if path.suffix.lower() == ".docx" else text_of_pages(read_pages(content))
        if shared.arguments.kind == _MINUTES or (shared.arguments.kind is None and is_minutes(text)):
            if shared.arguments.kind is None:
                refuse_secret(text.passages, shared.handling.official, _MINUTES)
            return False, partial(_minutes, shared, path, text)
        sheets = sheets_of(text) if shared.arguments.kind != "ärende" else []
        if sheets:
            return False, partial(_lists, shared, path, sheets)
        if shared.arguments.kind == "lista":
            raise NotImported(NO_LIST)
        if shared.arguments.kind is None:
            refuse_secret(text.passages, shared.handling.official)
    except NotImported as why:
        return False, partial(_refuse, why)
    is_chairs = _is_chairs(text)
    return is_chairs, partial(_item, shared, path, text, is_chairs, made)


def _is_chairs(text: Incoming) -> bool:
    """Whether the document says at its top that it is the chair's proposal."""
    heads = (line for head in text.heads for block in head for line in block.lines)
    return any(map(CHAIRS_PROPOSAL.fullmatch, (*text.passages[:HEAD_LINES], *heads)))


def _minutes(shared: _Run, path: Path, text: Incoming) -> int:
    series = diary_of(shared.archive, shared.body).series
    draft = imported_minutes(text, shared.meeting, series, shared.handling, shared.ask)
    print(f"{_shown(shared, path.name)} är ett protokoll.")
    return make(shared.arguments.katalog, draft, shared.day)


def _refuse(why: NotImported) -> int:
    raise why


def _item(shared: _Run, path: Path, text: Incoming, is_chairs: bool, made: list[str]) -> int:
    fallback = path.stem.replace("_", " ").strip() or "Ärende"
    found = read_report(text, diary_of(shared.archive, shared.body), shared.handling, shared.ask, fallback)
    kind = DocumentKind.CHAIRS_PROPOSAL if is_chairs else DocumentKind.REPORT
    if item := shared.places.same(found):
        title = f"{kind.value.capitalize()}: {found.title}"
        paper = found.as_paper(title, kind, shared.handling.official)
        written = shared.places.write_paper(item, short_slug(kind.value), paper)
        found.told.look_at.append(f"Handlingen hör till ärendet {item}, som redan finns. Jämför förslagen till beslut.")
    else:
        written = shared.places.write(found, found.as_item(shared.handling.official))
    made.append(written)
    print(f"{hidden(path.name, found.names, shared.handling.official)} blev {written}")
    shown = found.told.printed(lambda text: hidden(text, found.names, shared.handling.official))
    print(*shown, sep="\n", end="\n\n")
    return 0


def _lists(shared: _Run, path: Path, sheets: list[Sheet]) -> int:
    arguments = shared.arguments
    units = [unit_of(sheet, shared.body) for sheet in sheets]
    if len(sheets) > 1:
        if arguments.unit:
            raise WrongUse(
                f"filen har listor från {listing([unit for unit in units if unit])}. Importera den utan --enhet."
            )
        if None in units:
            raise NotImported(f"filen har {len(sheets)} listor, och alla säger inte från vilken enhet. Dela upp filen.")
    came_in = _came_in(arguments)
    drafts = []
    for sheet, found in zip(sheets, units, strict=True):
        unit = asking.given(arguments.unit or found, f"Enhet för {path.name}", "--enhet")
        month = asking.given(arguments.month or month_of(sheet), f"Månad (ÅÅÅÅ-MM) för {path.name}", "--månad")
        month = asking.month(month, "--månad")
        drafts.append(
            imported_list(
                shared.archive, shared.body, shared.meeting, sheet, unit, month, came_in, shared.handling, shared.ask
            )
        )
    code = 0
    for draft in drafts:
        print(f"{_shown(shared, path.name)} är en delegationslista.")
        code |= make(arguments.katalog, draft, shared.day)
        print()
    return code


def _came_in(arguments: argparse.Namespace) -> dt.date | None:
    return given_day(arguments.received, "--inkommen") if arguments.received else None


def _shown(shared: _Run, name: str) -> str:
    return hidden(name, shared.handling.offices, shared.handling.official)
