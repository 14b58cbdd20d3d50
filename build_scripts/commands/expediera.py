"""`klubbat expediera`: who is to have which decisions of a meeting, their extracts and letters, and what has been sent."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from build_scripts import named
from build_scripts.editor.header.changes import Insert, Put, changed
from build_scripts.editor.header.spans import NotEditable
from build_scripts.letters.expediting import Shipment, letters, shipments
from build_scripts.letters.putting import add_recipients, folder_of, put, tell_of_recipients
from build_scripts.letters.recipients import Recipients, read
from build_scripts.new.new_files import ChangedText, NewFiles, make
from build_scripts.new.writing import Tree
from build_scripts.project import OUTBOX, WrongUse, add_today, site_url, today
from build_scripts.report import report
from build_scripts.site.prepared import prepare
from macros.checks.names import person_in
from macros.dates.written import date, listing
from macros.facts.expediting import PRIVATE, Sending
from macros.facts.minutes import Minuted
from macros.record.values import did_you_mean

HELP = "Visar vilka som ska få besluten, skriver deras protokollsutdrag och brev, och antecknar det som är skickat."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the meeting, which receivers, and either where to write or what has been done."""
    named.add_body(parser)
    named.add_day(parser)
    parser.add_argument(
        "--till",
        dest="to",
        action="append",
        default=[],
        metavar="MOTTAGARE",
        help="bara den här mottagaren; får anges flera gånger",
    )
    parser.add_argument(
        "--skickat", dest="sent", metavar="ÅÅÅÅ-MM-DD", help="anteckna i protokoll.md att besluten skickades den dagen"
    )
    parser.add_argument(
        "--av", dest="by", metavar="BEFATTNING", help="vem som skickade: en befattning, aldrig ett namn"
    )
    add_recipients(parser)
    parser.add_argument(
        "--ut", type=Path, metavar="DIR", help=f"mappen för utdrag och brev (annars {OUTBOX}/ORGAN-DAG)"
    )
    parser.add_argument("--utan-pdf", action="store_true", dest="without_papers", help="skriv inga utdrag, länka bara")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when it is written or noted; 1 when the record has errors."""
    day, root = today(arguments.idag), arguments.katalog
    if arguments.by and not arguments.sent:
        raise WrongUse("--av hör ihop med --skickat: det är den som skickade som antecknas.")
    prepared = prepare(root, day, searchable=False, printable=False)
    body = named.body(prepared.archive, arguments.body, prepared.findings)
    meeting = named.meeting(body, arguments.day, prepared.findings)
    if not prepared.may_be_built:
        report(prepared.findings, prepared.files, out=sys.stderr)
        return 1
    facts = prepared.facts
    minuted = facts.minutes.of_meeting(meeting)
    if minuted is None or not minuted.is_public:
        raise WrongUse(f"{body.id} {meeting.id} har inget justerat protokoll. Beslut skickas när de är justerade.")
    chosen = _chosen(shipments(facts, minuted), arguments.to)
    if arguments.sent:
        return _note(root, minuted, chosen, today(arguments.sent), day, arguments.by)
    print("\n".join(_told(minuted, chosen)) or "Ingen står under expedieras_till i det som är justerat.")
    recipients = read(root, arguments.recipients)
    pages = None if arguments.without_papers else {page.address: page for page in prepared.pages}
    drafts = [*letters(minuted, chosen, site_url(root), recipients or Recipients(), pages)]
    if drafts:
        put(arguments.ut or folder_of(root, meeting), drafts)
        tell_of_recipients(recipients)
    else:
        print("Inget är kvar att skicka.")
    return 0


def _chosen(found: Sequence[Shipment], wanted: Sequence[str]) -> list[Shipment]:
    """The receivers that are meant: all, where none is given."""
    by_name = {one.name.casefold(): one for one in found}
    for name in wanted:
        if name.casefold() not in by_name:
            known = [one.name for one in found]
            meant = did_you_mean(name, known)
            hint = f" Menade du {meant}?" if meant else f" De som får beslut är {listing(known)}." if known else ""
            raise WrongUse(f'"{name}" ska inte ha något beslut från sammanträdet.{hint}')
    return [by_name[name.casefold()] for name in wanted] or list(found)


def _told(minuted: Minuted, chosen: Iterable[Shipment]) -> Iterator[str]:
    """A receiver per line with its paragraphs and the days they were sent, then the paragraphs that nobody is told to have."""
    for shipment in chosen:
        said = (
            f"§ {one.decided.number}" + (f" (skickat {date(one.sent)})" if one.sent else "")
            for one in shipment.sendings
        )
        private = " (namn och adress står i diariet)" if shipment.name == PRIVATE else ""
        yield f"{shipment.name}{private}: {', '.join(said)}"
    withheld = [str(one.number) for one in minuted.decided if one.is_approved and one.is_withheld]
    if withheld:
        yield f"§ {listing(withheld)} visas inte här: skicka utdraget ur ärendesystemet."
    waiting = [str(one.number) for one in minuted.decided if not one.is_approved]
    if waiting:
        yield f"§ {listing(waiting)} är inte justerat än."


def _note(
    root: Path, minuted: Minuted, chosen: Iterable[Shipment], sent: dt.date, today: dt.date, by: str | None
) -> int:
    """Writes of what was left to send that it is sent, if the record is sound with it."""
    if by is not None and person_in(by):
        raise WrongUse(f'"{by}" ser ut som ett namn. Skriv befattningen, till exempel Nämndsekreterare.')
    left = [one for shipment in chosen for one in shipment.left]
    if not left:
        print("Allt är redan antecknat som skickat. Inget ändrades.")
        return 0
    try:
        text = changed(minuted.document.source.text, _changes(left, sent, by), lambda keys: ())
    except NotEditable as reason:
        raise WrongUse(f"{minuted.document.path} kan inte ändras här: {reason} Skriv expedierat för hand.") from None
    told = tuple(f"§ {one.decided.number} skickat till {one.name} {date(sent)}" for one in left)
    return make(root, NewFiles((), changed=(ChangedText(minuted.document, text, told),)), today)


def _changes(left: Iterable[Sending], sent: dt.date, by: str | None) -> Iterator[Put | Insert]:
    """A row for each, after those that are there."""
    rows: dict[int, int] = {}
    for one in left:
        keys = (*one.decided.keys, "expedierat")
        count = rows.setdefault(one.decided.number, len(one.decided.paragraph.expedited))
        row: dict[str, Tree] = {"till": one.written, "datum": sent.isoformat()}
        if by:
            row["av"] = by
        yield Insert((*keys, count), row) if count else Put(keys, [row])
        rows[one.decided.number] = count + 1
