"""Each kind of thing that can be made: its questions, and how it is made of the answers."""

from __future__ import annotations

from typing import Any

from build_scripts.desk.draft import Draft
from build_scripts.desk.new_item import Wanted, new_item
from build_scripts.desk.new_list import Sent, new_list, series_of
from build_scripts.desk.new_meeting import new_meeting
from build_scripts.desk.new_minutes import new_minutes
from build_scripts.desk.new_year import new_year
from build_scripts.desk.rows import Read, read_rows
from build_scripts.desk.tables import Table
from build_scripts.editor.new.answers import Given, New, Question, Unanswered
from build_scripts.editor.new.files import new_members, new_notice, new_order
from macros.record.item import MASKING, ItemKind, WithheldReason
from macros.record.summons import MeetingKind


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
