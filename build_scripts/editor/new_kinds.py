"""Each kind of thing that can be made in the browser: what its page asks for, and how it is made of the answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from build_scripts.editor.answers import Asked, Unanswered, refuse_unanswered
from build_scripts.editor.tasks.task import TaskInput
from build_scripts.new import asking
from build_scripts.new.item import new_item, short_slug
from build_scripts.new.list import new_list, series_of
from build_scripts.new.meeting import new_meeting
from build_scripts.new.minutes import new_minutes
from build_scripts.new.new_files import NewFile, NewFiles, header_of
from build_scripts.new.paper import new_paper
from build_scripts.new.rows import Read, read_rows
from build_scripts.new.tables import Table, read_table
from build_scripts.new.writing import file_text, keys_of
from build_scripts.new.year import new_year
from build_scripts.project import WrongUse, given_day
from macros.record import layout
from macros.record.delegation import DelegationOrderHeader, NoticeHeader
from macros.record.described import DocumentKind
from macros.record.item import MASKING, ItemKind
from macros.record.members import MembersHeader, Role
from macros.record.schema import Header
from macros.record.summons import MeetingKind

_TABLE = "Klistra in tabellen från Word eller Excel, med sin rubrikrad."


_Maker: TypeAlias = Callable[[TaskInput], NewFiles]


@dataclass(frozen=True)
class New:
    """A kind of thing that can be made."""

    heading: str
    questions: tuple[Asked, ...]
    maker: _Maker

    def made(self, given: TaskInput) -> NewFiles:
        """What is to be made; raises `WrongUse` where it cannot be."""
        refuse_unanswered(self.questions, given.form)
        return self.maker(given)


KINDS: dict[str, New] = {}


def _makes(name: str, heading: str, *questions: Asked) -> Callable[[_Maker], _Maker]:
    """Names what a function makes, and what it asks for."""

    def known(maker: _Maker) -> _Maker:
        KINDS[name] = New(heading, questions, maker)
        return maker

    return known


def _day(written: str) -> dt.date:
    return given_day(written, "Dagen")


def _table(pasted: str) -> Table | None:
    return read_table(pasted.encode(), "tabellen") if pasted else None


@_makes(
    "ar",
    "Ny sammanträdesordning",
    Asked("ar", "År", "Dagarna föreslås efter hur tidigare år såg ut.", required=True),
)
def _year(given: TaskInput) -> NewFiles:
    return new_year(given.body, given.read("ar", lambda written: asking.year(written, "År")))


@_makes(
    "sammantrade",
    "Nytt sammanträde",
    Asked("datum", "Datum", required=True, day=True),
    Asked("slag", "Slag", "ordinarie, om inget väljs.", tuple(MeetingKind)),
    Asked("tid", "Tid", "Till exempel 18.00; som förra gången om det lämnas tomt."),
    Asked("plats", "Plats", "Som förra gången om det lämnas tomt."),
)
def _meeting(given: TaskInput) -> NewFiles:
    kind = MeetingKind(given.text("slag") or MeetingKind.ORDINARY)
    day = given.read("datum", _day)
    return new_meeting(given.body, day, kind, given.form.clock("tid") or None, given.text("plats") or None)


@_makes(
    "arende",
    "Nytt ärende",
    Asked("rubrik", "Rubrik", "Ärendemeningen. Lämnas tom bara när ärendet är maskat."),
    Asked("diarienummer", "Diarienummer", "Så som det står i diariet; får saknas."),
    Asked("slag", "Slag", "beslut, om inget väljs.", tuple(ItemKind)),
    Asked("forslag", "Förslag till beslut", "En sats på varje rad; får skrivas senare.", long=True),
    Asked("maskat", "Maskat ärende", "Skälet, när inget av ärendet får visas.", tuple(MASKING)),
)
def _item(given: TaskInput) -> NewFiles:
    masked, title, number = given.text("maskat"), given.text("rubrik"), given.text("diarienummer")
    if masked and (title or number):
        why = "Ett maskat ärende har varken rubrik eller nummer i filen: git är offentligt."
        raise Unanswered((("rubrik" if title else "diarienummer", why),))
    if not masked and not title:
        raise Unanswered((("rubrik", "Skriv ärendets rubrik."),))
    proposals = [line.strip() for line in given.text("forslag").split("\n") if line.strip()]
    if masked and proposals:
        raise Unanswered((("forslag", "Ett maskat ärende har inget förslag i filen: git är offentligt."),))
    said: dict[str, Any] = {"rubrik": title, "diarienummer": number or None, "förslag_till_beslut": proposals or None}
    if masked:
        said = {"skäl": masked}
    keys = {"slag": given.text("slag") or ItemKind.DECISION.value, **said}
    return new_item(given.body, given.meeting, keys, given.today)


@_makes(
    "handling",
    "Ny handling i ett ärende",
    Asked("arende", "Ärende", "Ärendets nummer på listan, till exempel 3 eller 7a.", required=True),
    Asked("titel", "Titel", "Handlingens titel.", required=True),
    Asked("slag", "Slag", "Får fyllas i senare.", tuple(DocumentKind)),
)
def _paper(given: TaskInput) -> NewFiles:
    keys = {"titel": given.text("titel"), "slag": given.text("slag") or None}
    return new_paper(given.meeting, given.text("arende"), keys, given.today)


@_makes(
    "lista",
    "Ny delegationslista",
    Asked("enhet", "Enhet", "Enheten som listan kommer från.", required=True),
    Asked("manad", "Månad", "ÅÅÅÅ-MM, månaden som listan gäller.", required=True),
    Asked("inkommen", "Inkommen", "Dagen då listan kom in; får saknas."),
    Asked(
        "tabell",
        "Besluten",
        f"{_TABLE} Tomt betyder att inga beslut fattades.",
        long=True,
    ),
)
def _list(given: TaskInput) -> NewFiles:
    unit, month = given.text("enhet"), given.text("manad")
    received = given.read("inkommen", _day) if given.text("inkommen") else None
    return new_list(given.archive, given.body, given.meeting, unit, month, received, given.read("tabell", _table))


@_makes(
    "protokoll",
    "Nytt protokoll",
    Asked("ordforande", "Ordförande", "Den som ledde sammanträdet; nämndens ordförande om det lämnas tomt."),
    Asked("justerare", "Justerare", "Den som valdes att justera; får fyllas i senare."),
)
def _minutes(given: TaskInput) -> NewFiles:
    chair, approver = given.text("ordforande") or None, given.text("justerare") or None
    return new_minutes(given.body, given.meeting, given.today, chair, approver)


@_makes(
    "ledamoter",
    "Nya ledamöter",
    Asked("namn_ordforande", "Ordförandens namn", "De andra läggs till sedan.", required=True),
    Asked("parti", "Parti", "Partiets förkortning, till exempel S.", required=True),
    Asked("fran", "Från", "Uppdragets första dag.", required=True, day=True),
)
def _members(given: TaskInput) -> NewFiles:
    """The body's elected representatives, beginning with the chair; the others are added in the form."""
    mandate = {"roll": Role.CHAIR.value, "från": given.read("fran", _day).isoformat()}
    chair = {"namn": given.text("namn_ordforande"), "parti": given.text("parti"), "uppdrag": [mandate]}
    header = header_of(MembersHeader, {"förtroendevalda": [chair]})
    path = layout.MEMBERS.at(given.body.document.folder)
    return _one_file(path, header, ["Lägg till de andra med Lägg till rad."])


@_makes(
    "delegationsordning",
    "Ny delegationsordning",
    Asked("fran", "Gäller från", "Punkterna blir som i den förra ordningen.", required=True, day=True),
    Asked("punkt", "Första punkten", "Bara när det inte finns någon tidigare ordning, till exempel A1."),
    Asked("galler", "Vad punkten gäller"),
    Asked("delegat", "Delegat", "Befattningen som får besluta."),
)
def _order(given: TaskInput) -> NewFiles:
    """An order from a day: the points of the one before, else one point to begin with."""
    since, orders = given.read("fran", _day), given.body.orders
    before = max((found.header for found in orders), key=lambda header: header.since or dt.date.min, default=None)
    first = {"punkt": given.text("punkt"), "text": given.text("galler"), "delegat": given.text("delegat")}
    if not before and not all(first.values()):
        raise WrongUse(
            "det finns ingen tidigare delegationsordning: skriv den första punkten, vad den gäller och vem som får besluta."
        )
    points = [*map(keys_of, before.points)] if before else [first]
    header = header_of(DelegationOrderHeader, {"gäller_från": since.isoformat(), "punkter": points})
    told = [f"De {len(points)} punkterna är som i den förra ordningen. Ändra dem som inte stämmer."] if before else []
    return _one_file(layout.DELEGATION_ORDER.at(given.body.document.folder, str(since)), header, told)


@_makes(
    "anslag",
    "Nytt anslag",
    Asked("rubrik", "Rubrik", "Vad anslaget gäller.", required=True),
    Asked("protokollfort", "Protokollfört", "Dagen då besluten fördes in.", required=True, day=True),
    Asked("anslaget", "Anslaget", "Dagen då anslaget sätts upp.", required=True, day=True),
    Asked("forvaras", "Förvaras", "Var protokollet finns; som i organets fil om det lämnas tomt."),
    Asked("tabell", "Besluten", f"{_TABLE} Eller skriv ett beslut nedan.", long=True),
    Asked("datum", "Beslutets dag", day=True),
    Asked("beslut", "Beslut", "Vad som beslutades, utan namn på enskilda."),
    Asked("delegat", "Delegat", "Befattningen som beslutade, aldrig ett namn."),
)
def _notice(given: TaskInput) -> NewFiles:
    """A notice of decisions that are not reported to the body (KL 8:10)."""
    table = given.read("tabell", _table)
    if table is not None:
        read = read_rows(table.rows, series_of(given.archive, given.body))
    else:
        decision = {key: given.text(key) for key in ("datum", "beslut", "delegat") if given.text(key)}
        read = Read((decision,) if "beslut" in decision else ())
    minuted, posted, title = given.read("protokollfort", _day), given.read("anslaget", _day), given.text("rubrik")
    if not read.decisions:
        raise WrongUse(
            "\n".join(["inget beslut känns igen. Skriv ett beslut, eller klistra in en tabell.", *read.left_out])
        )
    slug = short_slug(title)
    if not slug:
        raise WrongUse(f'rubriken "{title}" kan inte bli ett filnamn. Skriv den med bokstäver.')
    keys = {
        "rubrik": title,
        "protokollfört": minuted.isoformat(),
        "anslaget": posted.isoformat(),
        "förvaras": given.text("forvaras") or given.body.header.minutes_kept_at or None,
        "beslut": list(read.decisions),
    }
    path = layout.NOTICE.at(given.body.document.folder, f"{posted:%Y-%m}-{slug}")
    return _one_file(path, header_of(NoticeHeader, keys), read.told, read.left_out)


def _one_file(path: str, header: Header, told: Sequence[str], left_out: Sequence[str] = ()) -> NewFiles:
    return NewFiles((NewFile(path, file_text(header)),), told=tuple(told), left_out=tuple(left_out))
