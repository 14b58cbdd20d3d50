"""`klubbat ny`: makes what a secretary begins with: a year, a meeting, an item, a list, minutes. Never overwrites."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_scripts import named
from build_scripts.command_line import Parser
from build_scripts.editor.tasks.renumbering import item_number, renumber
from build_scripts.kept.memory import remembering_texts
from build_scripts.loading import load
from build_scripts.new import asking
from build_scripts.new.continuing import continued_item
from build_scripts.new.item import new_item
from build_scripts.new.list import new_list
from build_scripts.new.meeting import new_meeting
from build_scripts.new.minutes import new_minutes
from build_scripts.new.new_files import NewFiles, make
from build_scripts.new.paper import new_paper
from build_scripts.new.renumbering import renamed_items
from build_scripts.new.tables import NoTable, Table, read_table
from build_scripts.new.year import new_year
from build_scripts.project import WrongUse, add_today, given_day, today
from macros import addresses
from macros.facts.items import name_of, next_number
from macros.finding import Finding
from macros.planning.numbering import before_what_ends
from macros.record import layout
from macros.record.archive import AgendaItem, Archive, Body
from macros.record.described import DocumentKind
from macros.record.item import MASKING, ItemKind
from macros.record.numbers import ItemNumber
from macros.record.summons import MeetingKind
from macros.record.values import did_you_mean

HELP = "Gör nya filer: år, sammanträde, ärende, handling, delegationslista eller protokoll. Skriver aldrig över något."

Maker = Callable[[argparse.Namespace, Archive, Body, list[Finding]], NewFiles]


def arguments(parser: argparse.ArgumentParser) -> None:
    """A subcommand for each thing that can be made."""
    sub = parser.add_subparsers(
        dest="what", required=True, metavar="VAD", title="det som kan göras", parser_class=Parser
    )
    for name, text, options, maker in _KINDS:
        plain = addresses.slug(name)
        one = sub.add_parser(name, aliases=[plain] if plain != name else [], help=text, description=text)
        named.add_body(one)
        options(one)
        # No default here: it would hide what stands before the word.
        one.add_argument("--katalog", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="projektets mapp")
        add_today(one)
        one.set_defaults(maker=maker)


def run(arguments: argparse.Namespace) -> int:
    """Makes the files and tells what was made; 1 when something of a table was left out."""
    day = today(arguments.idag)
    root, maker = arguments.katalog, arguments.maker
    with remembering_texts(root):
        archive, findings = load(root)
        body = named.body(archive, arguments.body, findings)
        draft: NewFiles = maker(arguments, archive, body, findings)
        to = _place(arguments, body, findings) if maker is _item else None
        if to is not None:
            draft = _told_with(draft, to)
        code = make(root, draft, day)
        if to is not None:
            _put_in(root, body.id, draft.files[0].path, to)
        return code


def _place(arguments: argparse.Namespace, body: Body, findings: list[Finding]) -> ItemNumber | None:
    """The number that was asked for, else that of what ends every agenda; None where the item is the last."""
    meeting = named.meeting(body, arguments.meeting, findings)
    if arguments.at is None:
        return before_what_ends(body, meeting)
    to = item_number(arguments.at, "--nummer")
    if not ItemNumber(1) <= to <= next_number(meeting):
        raise WrongUse(f"--nummer {arguments.at}: listan har nummer 1 till {next_number(meeting)}.")
    return to


def _told_with(draft: NewFiles, to: ItemNumber) -> NewFiles:
    """The draft with the path that its item gets once it is put in, in what is to be done now."""
    path = draft.files[0].path
    folder, _, name = path.rpartition("/")
    final = f"{folder}/{to.in_file_name}-{name.partition('-')[2]}"
    return replace(draft, then=tuple(one.replace(path, final) for one in draft.then))


def _put_in(root: Path, body_id: str, path: str, to: ItemNumber) -> None:
    """Moves the item that was made last to its number."""
    archive, findings = load(root)
    folder, _, name = path.removesuffix(".md").rpartition("/")
    meeting = named.meeting(named.body(archive, body_id, findings), folder.rpartition("/")[2], findings)
    moved = renumber(root, meeting, renamed_items(meeting, None, name.partition("-")[2], to), only_shown=False)
    if moved:
        print("\n".join(["", "Numrerade om", *(f"  {line}" for line in moved)]))


def _year_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("year", nargs="?", metavar="ÅR", help="året att planera, till exempel 2019")


def _year(arguments: argparse.Namespace, archive: Archive, body: Body, findings: list[Finding]) -> NewFiles:
    named.refuse_unread(findings, f"/{body.id}/{layout.SCHEDULE.folder}/")
    return new_year(body, asking.year(asking.given(arguments.year, "År", "ÅR"), "ÅR"))


def _meeting_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("day", nargs="?", metavar="ÅÅÅÅ-MM-DD", help="sammanträdets dag")
    parser.add_argument("--tid", dest="time", metavar="TT:MM", help="klockslaget (annars som förra gången)")
    parser.add_argument("--plats", dest="venue", metavar="PLATS", help="platsen (annars som förra gången)")
    kinds = [kind.value for kind in MeetingKind]
    parser.add_argument("--slag", dest="kind", default=kinds[0], metavar="SLAG", help=f"{', '.join(kinds)}")


def _meeting(arguments: argparse.Namespace, archive: Archive, body: Body, findings: list[Finding]) -> NewFiles:
    day = given_day(asking.given(arguments.day, "Sammanträdets dag", "ÅÅÅÅ-MM-DD"), "Dagen")
    named.refuse_unread(findings, f"/{layout.SCHEDULE.at(body.id, str(day.year))}")
    kind = MeetingKind(asking.one_of(arguments.kind, [kind.value for kind in MeetingKind], "--slag"))
    return new_meeting(body, day, kind, arguments.time, arguments.venue)


def _of_meeting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("meeting", metavar="SAMMANTRÄDE", help="sammanträdets mapp eller dag, till exempel 2018-03-15")


def _item_options(parser: argparse.ArgumentParser) -> None:
    _of_meeting(parser)
    parser.add_argument("title", nargs="?", metavar="RUBRIK", help="ärendemeningen, inom citattecken")
    parser.add_argument("--nummer", dest="at", metavar="N", help="platsen på listan; de som kommer efter flyttar sig")
    parser.add_argument(
        *("--fortsätter", "--fortsatter"),
        dest="continues",
        metavar="MAPP/NAMN",
        help="ett tidigare ärende som tas upp igen, till exempel 2018-02-15/budget; rubrik, nummer och förslag blir som där",
    )
    parser.add_argument("--diarienummer", dest="number", metavar="NUMMER", help="numret så som det står i diariet")
    kinds = [kind.value for kind in ItemKind]
    parser.add_argument("--slag", dest="kind", default=kinds[0], metavar="SLAG", help=f"{', '.join(kinds)}")
    parser.add_argument(
        "--förslag", dest="proposals", action="append", default=[], metavar="SATS", help="en sats; kan upprepas"
    )
    parser.add_argument("--handläggare", dest="officer", metavar="BEFATTNING", help="aldrig ett namn")
    parser.add_argument(
        "--maskat",
        dest="masked",
        metavar="SKÄL",
        help=f"ett ärende som inte visas, utan rubrik: {', '.join(MASKING)}",
    )


def _item(arguments: argparse.Namespace, archive: Archive, body: Body, findings: list[Finding]) -> NewFiles:
    meeting = named.meeting(body, arguments.meeting, findings)
    named.refuse_unread(findings, f"/{body.id}/{meeting.id}/")
    if arguments.continues is not None:
        return continued_item(body, meeting, _continued(arguments, body), today(arguments.idag))
    keys: dict[str, Any] = {"slag": asking.one_of(arguments.kind, [kind.value for kind in ItemKind], "--slag")}
    if arguments.masked is not None:
        if arguments.title or arguments.proposals or arguments.number:
            raise WrongUse("ett maskat ärende har varken rubrik, förslag eller nummer i filen: git är offentligt.")
        keys["skäl"] = asking.one_of(arguments.masked, MASKING, "--maskat")
    else:
        keys |= {
            "rubrik": asking.given(arguments.title, "Rubrik", "RUBRIK"),
            "diarienummer": arguments.number,
            "förslag_till_beslut": arguments.proposals or None,
            "handläggare": arguments.officer or None,
        }
    return new_item(body, meeting, keys, today(arguments.idag))


def _continued(arguments: argparse.Namespace, body: Body) -> AgendaItem:
    """The earlier item that the option names."""
    if arguments.title or arguments.proposals or arguments.number or arguments.masked:
        raise WrongUse("--fortsätter tar rubrik, nummer och förslag ur det tidigare ärendet. Ändra dem sedan i filen.")
    known = {str(name_of(item)): item for item in body.items}
    if (found := known.get(arguments.continues)) is None:
        meant = did_you_mean(arguments.continues, known)
        hint = f"Menade du {meant}?" if meant else "Skriv sammanträdets mapp och ärendets filnamn utan nummer och .md."
        raise WrongUse(f'--fortsätter: {body.id} har inget ärende "{arguments.continues}". {hint}')
    return found


def _paper_options(parser: argparse.ArgumentParser) -> None:
    _of_meeting(parser)
    parser.add_argument("item", metavar="ÄRENDE", help="ärendets filnamn utan nummer och .md, eller dess nummer")
    parser.add_argument("title", nargs="?", metavar="TITEL", help="handlingens titel, inom citattecken")
    kinds = [kind.value for kind in DocumentKind]
    parser.add_argument("--slag", dest="kind", metavar="SLAG", help=", ".join(kinds))
    parser.add_argument("--datum", dest="date", metavar="ÅÅÅÅ-MM-DD", help="dagen som handlingen är daterad")
    parser.add_argument("--avsändare", dest="author", metavar="VEM", help="befattningen eller organet, aldrig ett namn")


def _paper(arguments: argparse.Namespace, archive: Archive, body: Body, findings: list[Finding]) -> NewFiles:
    meeting = named.meeting(body, arguments.meeting, findings)
    named.refuse_unread(findings, f"/{body.id}/{meeting.id}/")
    kinds = [kind.value for kind in DocumentKind]
    keys: dict[str, Any] = {
        "titel": asking.given(arguments.title, "Titel", "TITEL"),
        "slag": asking.one_of(arguments.kind, kinds, "--slag") if arguments.kind else None,
        "datum": arguments.date,
        "avsändare": arguments.author,
    }
    return new_paper(meeting, arguments.item, keys, today(arguments.idag))


def _list_options(parser: argparse.ArgumentParser) -> None:
    _of_meeting(parser)
    parser.add_argument("--enhet", dest="unit", metavar="NAMN", help="enheten som listan kommer från")
    parser.add_argument("--månad", dest="month", metavar="ÅÅÅÅ-MM", help="månaden som listan gäller")
    parser.add_argument("--inkommen", dest="received", metavar="ÅÅÅÅ-MM-DD", help="dagen då listan kom in")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        *("--från", "--fran"),
        dest="source",
        metavar="FIL",
        help="en fil .csv eller .xlsx, eller - för det som skrivs in",
    )
    source.add_argument("--inga-beslut", dest="none", action="store_true", help="listan säger att inga beslut fattades")


def _list(arguments: argparse.Namespace, archive: Archive, body: Body, findings: list[Finding]) -> NewFiles:
    meeting = named.meeting(body, arguments.meeting, findings)
    unit = asking.given(arguments.unit, "Enhet", "--enhet")
    month = asking.month(asking.given(arguments.month, "Månad (ÅÅÅÅ-MM)", "--månad"), "--månad")
    received = given_day(arguments.received, "--inkommen", month) if arguments.received else None
    table = None if arguments.none else _table(arguments.source)
    return new_list(archive, body, meeting, unit, month, received, table)


def _table(source: str | None) -> Table:
    """The table of the file, of what is piped in, or of what is pasted at the terminal."""
    if source is None:
        if not asking.at_terminal():
            raise WrongUse(
                "säg var besluten finns med --från FIL (eller - för det som skrivs in), eller --inga-beslut."
            )
        print("Klistra in tabellen med sin rubrikrad. Avsluta med Ctrl+D på en tom rad.")
    try:
        if source is None or source == "-":
            return read_table(sys.stdin.buffer.read(), "-")
        return read_table(Path(source).read_bytes(), source)
    except NoTable as reason:
        raise WrongUse(f"{source or 'tabellen'}: {reason}") from None


def _minutes_options(parser: argparse.ArgumentParser) -> None:
    _of_meeting(parser)
    parser.add_argument("--ordförande", dest="chair", metavar="NAMN", help="den som ledde sammanträdet")
    parser.add_argument("--justerare", dest="approver", metavar="NAMN", help="den som valdes att justera")


def _minutes(arguments: argparse.Namespace, archive: Archive, body: Body, findings: list[Finding]) -> NewFiles:
    meeting = named.meeting(body, arguments.meeting, findings)
    named.refuse_unread(findings, f"/{body.id}/")
    return new_minutes(body, meeting, today(arguments.idag), arguments.chair, arguments.approver)


_KINDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None], Maker], ...] = (
    ("år", "Föreslår nästa års sammanträden efter tidigare års rytm.", _year_options, _year),
    (
        "sammanträde",
        "Gör mappen för ett sammanträde, med kallelse och återkommande ärenden.",
        _meeting_options,
        _meeting,
    ),
    (
        "ärende",
        "Lägger till ett ärende på föredragningslistan, före det som står sist varje gång.",
        _item_options,
        _item,
    ),
    ("handling", "Lägger till en handling med egen text i ett ärende.", _paper_options, _paper),
    ("delegationslista", "Gör en enhets lista över delegationsbeslut av en tabell.", _list_options, _list),
    ("protokoll", "Gör ett protokoll av föredragningslistan, att fylla i.", _minutes_options, _minutes),
)
