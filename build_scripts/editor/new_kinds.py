"""Each kind of thing that can be made in the browser: what its page asks for, and how it is made of the answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts import named
from build_scripts.desk import asking
from build_scripts.desk.draft import Draft
from build_scripts.desk.new_item import Wanted, new_item
from build_scripts.desk.new_list import Sent, new_list, series_of
from build_scripts.desk.new_meeting import new_meeting
from build_scripts.desk.new_minutes import new_minutes
from build_scripts.desk.new_year import new_year
from build_scripts.desk.rows import Read, read_rows
from build_scripts.desk.tables import NoTable, Table, read_table
from build_scripts.editor.new_files import new_members, new_notice, new_order
from build_scripts.editor.posting import Form
from build_scripts.project import WrongUse
from macros.finding import Finding
from macros.record.archive import Archive, Body, Meeting
from macros.record.item import MASKING, ItemKind, WithheldReason
from macros.record.summons import MeetingKind


@dataclass(frozen=True)
class Question:
    """A field of the page: its name, what it is called, help, the words to choose among, and whether it is needed."""

    name: str
    label: str
    help: str = ""
    words: tuple[str, ...] = ()
    required: bool = False
    long: bool = False


class Unanswered(WrongUse):
    """Answers that cannot be used: the name of each question, and a sentence."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__("\n".join(sentence for _, sentence in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Given:
    """What a new file is made from."""

    archive: Archive
    findings: Sequence[Finding]
    body: Body
    meeting: str
    form: Form
    today: dt.date

    def text(self, name: str) -> str:
        """An answer; empty where there is none."""
        return self.form.text(name)

    def day(self, name: str) -> dt.date:
        """An answer that is a day."""
        try:
            return asking.day(self.text(name), "Dagen")
        except WrongUse as wrong:
            raise Unanswered(((name, str(wrong)),)) from None

    def year(self, name: str) -> int:
        """An answer that is a year."""
        try:
            return asking.year(self.text(name), "År")
        except WrongUse as wrong:
            raise Unanswered(((name, str(wrong)),)) from None

    def found_meeting(self) -> Meeting:
        """The meeting that it is made for."""
        return named.meeting(self.body, self.meeting, self.findings)

    def table(self) -> Table | None:
        """The table that was pasted; None where there is none."""
        pasted = self.text("tabell")
        try:
            return read_table(pasted.encode(), "tabellen") if pasted else None
        except NoTable as reason:
            raise Unanswered((("tabell", str(reason)),)) from None


@dataclass(frozen=True)
class New:
    """A kind of thing that can be made."""

    heading: str
    questions: tuple[Question, ...]
    maker: Callable[[Given], Draft]

    def made(self, given: Given) -> Draft:
        """What is to be made; raises `WrongUse` where it cannot be."""
        faults = []
        for question in self.questions:
            written = given.text(question.name)
            if question.words and written not in ("", *question.words):
                faults.append((question.name, f"{question.label}: välj något av {', '.join(question.words)}."))
            if question.required and not written:
                faults.append((question.name, f"{question.label} måste fyllas i."))
        if faults:
            raise Unanswered(faults)
        return self.maker(given)


def _year(given: Given) -> Draft:
    return new_year(given.body, given.year("ar"))


def _meeting(given: Given) -> Draft:
    kind = MeetingKind(given.text("slag") or MeetingKind.ORDINARY)
    day = given.day("datum")
    return new_meeting(given.body, day, kind, given.text("tid") or None, given.text("plats") or None)


def _item(given: Given) -> Draft:
    masked, title, number = given.text("maskat"), given.text("rubrik"), given.text("diarienummer")
    if masked and (title or number):
        why = "Ett maskat ärende har varken rubrik eller nummer i filen: git är offentligt."
        raise Unanswered((("rubrik" if title else "diarienummer", why),))
    if not masked and not title:
        raise Unanswered((("rubrik", "Skriv ärendets rubrik."),))
    wanted = Wanted(
        title=title,
        case_number=number or None,
        kind=ItemKind(given.text("slag") or ItemKind.DECISION),
        masked=WithheldReason(masked) if masked else None,
    )
    return new_item(given.body, given.found_meeting(), wanted, given.today)


def _list(given: Given) -> Draft:
    table = given.table()
    sent = Sent(
        unit=given.text("enhet"),
        month=given.text("manad"),
        received=given.day("inkommen") if given.text("inkommen") else None,
        table=table or Table(()),
        no_decisions=table is None,
    )
    return new_list(given.archive, given.body, given.found_meeting(), sent)


def _minutes(given: Given) -> Draft:
    chair, approver = given.text("ordforande") or None, given.text("justerare") or None
    return new_minutes(given.body, given.found_meeting(), given.today, chair, approver)


def _members(given: Given) -> Draft:
    return new_members(given.body, given.text("namn_ordforande"), given.text("parti"), given.day("fran"))


def _order(given: Given) -> Draft:
    point = {"punkt": given.text("punkt"), "text": given.text("galler"), "delegat": given.text("delegat")}
    return new_order(given.body, given.day("fran"), point)


def _notice(given: Given) -> Draft:
    table = given.table()
    if table is not None:
        read = read_rows(table.rows, series_of(given.archive, given.body))
    else:
        keys = {"datum": "datum", "beslut": "beslut", "delegat": "delegat"}
        decision = {key: given.text(name) for key, name in keys.items() if given.text(name)}
        read = Read((decision,) if "beslut" in decision else ())
    minuted, posted = given.day("protokollfort"), given.day("anslaget")
    kept_at = given.text("forvaras") or given.body.header.minutes_kept_at or ""
    return new_notice(given.body, given.text("rubrik"), minuted, posted, kept_at, read)


def _words(kind: Any) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


_TABLE = "Klistra in tabellen från Word eller Excel, med sin rubrikrad."
_DAY = "ÅÅÅÅ-MM-DD, till exempel 2027-03-18."
KINDS: dict[str, New] = {
    "ar": New(
        "Ny sammanträdesordning",
        (Question("ar", "År", "Dagarna föreslås efter hur tidigare år såg ut.", required=True),),
        _year,
    ),
    "sammantrade": New(
        "Nytt sammanträde",
        (
            Question("datum", "Datum", _DAY, required=True),
            Question("slag", "Slag", "ordinarie, om inget väljs.", _words(MeetingKind)),
            Question("tid", "Tid", "TT:MM; som förra gången om det lämnas tomt."),
            Question("plats", "Plats", "Som förra gången om det lämnas tomt."),
        ),
        _meeting,
    ),
    "arende": New(
        "Nytt ärende",
        (
            Question("rubrik", "Rubrik", "Ärendemeningen. Lämnas tom bara när ärendet är maskat."),
            Question("diarienummer", "Diarienummer", "Så som det står i diariet; får saknas."),
            Question("slag", "Slag", "beslut, om inget väljs.", _words(ItemKind)),
            Question("maskat", "Maskat ärende", "Skälet, när inget av ärendet får visas.", _words(MASKING)),
        ),
        _item,
    ),
    "lista": New(
        "Ny delegationslista",
        (
            Question("enhet", "Enhet", "Enheten som listan kommer från.", required=True),
            Question("manad", "Månad", "ÅÅÅÅ-MM, månaden som listan gäller.", required=True),
            Question("inkommen", "Inkommen", "Dagen då listan kom in; får saknas."),
            Question(
                "tabell",
                "Besluten",
                f"{_TABLE} Tomt betyder att inga beslut fattades.",
                long=True,
            ),
        ),
        _list,
    ),
    "protokoll": New(
        "Nytt protokoll",
        (
            Question("ordforande", "Ordförande", "Den som ledde sammanträdet; ur ledamoter.md om det lämnas tomt."),
            Question("justerare", "Justerare", "Den som valdes att justera; får fyllas i senare."),
        ),
        _minutes,
    ),
    "ledamoter": New(
        "Nya ledamöter",
        (
            Question("namn_ordforande", "Ordförandens namn", "De andra läggs till sedan.", required=True),
            Question("parti", "Parti", "Partiets förkortning, till exempel S.", required=True),
            Question("fran", "Från", f"Uppdragets första dag. {_DAY}", required=True),
        ),
        _members,
    ),
    "anslag": New(
        "Nytt anslag",
        (
            Question("rubrik", "Rubrik", "Vad anslaget gäller.", required=True),
            Question("protokollfort", "Protokollfört", f"Dagen då besluten fördes in. {_DAY}", required=True),
            Question("anslaget", "Anslaget", f"Dagen då anslaget sätts upp. {_DAY}", required=True),
            Question("forvaras", "Förvaras", "Var protokollet finns; som i organets fil om det lämnas tomt."),
            Question("tabell", "Besluten", f"{_TABLE} Eller skriv ett beslut nedan.", long=True),
            Question("datum", "Beslutets dag", _DAY),
            Question("beslut", "Beslut", "Vad som beslutades, utan namn på enskilda."),
            Question("delegat", "Delegat", "Befattningen som beslutade, aldrig ett namn."),
        ),
        _notice,
    ),
    "delegationsordning": New(
        "Ny delegationsordning",
        (
            Question("fran", "Gäller från", f"{_DAY} Punkterna blir som i den förra ordningen.", required=True),
            Question("punkt", "Första punkten", "Bara när det inte finns någon tidigare ordning, till exempel A1."),
            Question("galler", "Vad punkten gäller"),
            Question("delegat", "Delegat", "Befattningen som får besluta."),
        ),
        _order,
    ),
}
