"""The tables of open data ("öppna data"): what each holds, column by column, and its rows. Only what the pages show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from macros import addresses
from macros.facts.day import Day
from macros.facts.history import Past, PastEvent
from macros.facts.items import shown
from macros.facts.meetings import lists_of
from macros.facts.people import cast_in
from macros.facts.released import is_of_record
from macros.pages import states, wording
from macros.record.archive import Body
from macros.record.numbers import paragraph_list
from macros.record.summons import MeetingKind, MeetingState

Cell = str | int | dt.date | dt.time | None
Row = tuple[Cell, ...]


class ColumnKind(Enum):
    """What the cells of a column are, by its Swedish word; an address is from the site's root until it is written whole."""

    TEXT = "text"
    NUMBER = "heltal"
    DATE = "datum, ÅÅÅÅ-MM-DD"
    TIME = "klockslag, TT:MM"
    ADDRESS = "webbadress"


@dataclass(frozen=True)
class Column:
    """A column: its name, what its cells are, and what they mean."""

    name: str
    kind: ColumnKind
    meaning: str


@dataclass(frozen=True)
class OpenTable:
    """A table: its name, what it holds, its columns and what gives its rows of a record on a day."""

    name: str
    title: str
    holds: str
    columns: tuple[Column, ...]
    rows: Callable[[Day], Iterator[Row]]

    @property
    def address(self) -> str:
        """The table's file."""
        return addresses.open_table(self.name)


TEXT, NUMBER, DATE, TIME, ADDRESS = ColumnKind

_BODY = (
    Column("organ", TEXT, "Organets id, första delen av dess adress."),
    Column("organets_namn", TEXT, "Organets namn."),
    Column("kommun", TEXT, "Kommunen."),
    Column("påhittat", TEXT, "ja när organet är ett exempel som inte finns, annars nej."),
    Column("sammanträde", TEXT, "Sammanträdets id inom organet: dagen då det först skulle hållas."),
)
_PARAGRAPH = (*_BODY, Column("paragraf", NUMBER, "Paragrafens nummer."))
_CASE = Column("diarienummer", TEXT, "Ärendets nummer i diariet; flera skiljs med semikolon och blanksteg.")


def _either(words: type[Enum]) -> str:
    """The words that a cell can be."""
    *others, last = (str(one.value) for one in words)
    return f"{', '.join(others)} eller {last}."


def _of_body(body: Body, meeting_id: str) -> Row:
    header = body.header
    return body.id, body.name, header.municipality, "ja" if header.invented else "nej", meeting_id


def _meetings(facts: Day) -> Iterator[Row]:
    for body in facts.archive.bodies:
        for meeting in body.meetings:
            header = meeting.header
            yield (
                *_of_body(body, meeting.id),
                meeting.date,
                meeting.last_day,
                header.time,
                header.venue,
                header.state.value,
                header.kind.value,
                header.moves[0].old if header.moves else None,
                len(shown(meeting.items)),
                meeting.address,
            )


def _decisions(facts: Day) -> Iterator[Row]:
    for minuted in facts.minutes:
        for one in minuted.decided:
            if one.is_shown and one.part is not None:
                posted = one.part.notices[0].posted if one.part.notices else None
                yield (
                    *_of_body(minuted.body, minuted.meeting.id),
                    one.number,
                    wording.paragraph_title(one),
                    "; ".join(dict.fromkeys(item.header.case_number for item in one.items if item.header.case_number)),
                    states.state(one.outcome).word if one.outcome else None,
                    "\n".join(one.texts),
                    one.part.approved,
                    posted,
                    one.address,
                )


def _votes(facts: Day) -> Iterator[Row]:
    for minuted in facts.minutes:
        for one in minuted.decided:
            for number, vote in enumerate(one.paragraph.votes if one.is_shown else (), 1):
                meanings = {"Ja": vote.yes_means, "Nej": vote.no_means}
                for name, cast in cast_in(vote):
                    word = wording.CASTS[cast]
                    place = (*_of_body(minuted.body, minuted.meeting.id), one.number, number)
                    yield (*place, name, word, meanings.get(word), one.address)


def _delegated(facts: Day) -> Iterator[Row]:
    for body in facts.archive.bodies:
        for meeting in body.meetings:
            for found in lists_of(meeting):
                for row in found.header.decisions:
                    yield (
                        *_of_body(body, meeting.id),
                        found.header.unit,
                        str(found.header.month),
                        row.date.date,
                        row.point,
                        row.decision,
                        row.case_number,
                        row.serial_number.number if row.serial_number else None,
                        row.delegate,
                        "ja" if row.urgent else "nej",
                        found.address_of(row),
                    )


def _changes(facts: Day) -> Iterator[Row]:
    """What was done, the first first; of no page before the day that it was published."""
    rows: list[tuple[dt.date, str, str, str, str]] = []
    for address, row in facts.archive.released.addresses.first.items():
        past = None if row.is_hidden or not is_of_record(address) else facts.history.of(address)
        if past is not None:
            rows.append((past.published, address, "publicerad", "", ""))
            rows += (_done(past, one, address) for one in past.events)
    for day, address, what, numbers, why in sorted(rows):
        yield day, what, numbers or None, why or None, address


def _done(past: Past, event: PastEvent, address: str) -> tuple[dt.date, str, str, str, str]:
    numbers = paragraph_list(event.numbers) if event.numbers else ""
    return max(event.day, past.published), address, wording.PAST[event.kind], numbers, wording.past_why(event)


CHANGES = OpenTable(
    "andringar",
    "Ändringar",
    "Vad som har publicerats, justerats, rättats, ersatts och dragits tillbaka, och vilken dag.",
    (
        Column("dag", DATE, "Dagen då det hände, aldrig före dagen då sidan publicerades."),
        Column(
            "händelse",
            TEXT,
            "publicerad, justerat, rättelse, rättad återgivning, tillbakadragen, "
            "eller ny bilaga i stället för en tidigare.",
        ),
        Column("paragrafer", TEXT, "Paragraferna som det gäller; tomt när det gäller hela sidan."),
        Column("skäl", TEXT, "Varför, eller vad som rättades; tomt när inget sägs."),
        Column("adress", ADDRESS, "Sidan eller filen som det gäller."),
    ),
    _changes,
)

TABLES = (
    OpenTable(
        "sammantraden",
        "Sammanträden",
        "Alla sammanträden som har en egen sida.",
        (
            *_BODY,
            Column("datum", DATE, "Dagen då det hålls, den första av flera."),
            Column("sista_dag", DATE, "Den sista dagen."),
            Column("tid", TIME, "När det börjar; tomt när det inte är känt."),
            Column("plats", TEXT, "Var det hålls."),
            Column("läge", TEXT, _either(MeetingState)),
            Column("slag", TEXT, _either(MeetingKind)),
            Column("flyttat_från", DATE, "Den första dagen, när sammanträdet har flyttats."),
            Column("antal_ärenden", NUMBER, "Antalet ärenden på föredragningslistan, också de som inte visas."),
            Column("adress", ADDRESS, "Sammanträdets sida."),
        ),
        _meetings,
    ),
    OpenTable(
        "beslut",
        "Beslut",
        "Alla justerade paragrafer som visas.",
        (
            *_PARAGRAPH,
            Column("rubrik", TEXT, "Vad paragrafen gäller."),
            _CASE,
            Column("utfall", TEXT, "Vad det blev av ärendet."),
            Column("beslut", TEXT, "Beslutets satser, en på varje rad."),
            Column("justerat", DATE, "Dagen då paragrafen justerades."),
            Column("anslaget", DATE, "Dagen då den anslogs; tomt när det inte är känt."),
            Column("adress", ADDRESS, "Paragrafens sida."),
        ),
        _decisions,
    ),
    OpenTable(
        "roster",
        "Röster",
        "Varje röst i varje öppen omröstning i justerade paragrafer som visas.",
        (
            *_PARAGRAPH,
            Column("omröstning", NUMBER, "Vilken av paragrafens omröstningar."),
            Column("namn", TEXT, "Den förtroendevaldas namn, som det stod i protokollet."),
            Column("röst", TEXT, "Ja, Nej eller Avstod."),
            Column("betydde", TEXT, "Vad rösten betydde."),
            Column("adress", ADDRESS, "Paragrafens sida."),
        ),
        _votes,
    ),
    OpenTable(
        "delegationsbeslut",
        "Delegationsbeslut",
        "Varje rad i de listor över delegationsbeslut som anmäls till ett sammanträde.",
        (
            *_BODY,
            Column("enhet", TEXT, "Enheten som listan kommer från."),
            Column("månad", TEXT, "Månaden som listan gäller, ÅÅÅÅ-MM."),
            Column("datum", DATE, "Beslutets dag."),
            Column("punkt", TEXT, "Punkten i delegationsordningen."),
            Column("beslut", TEXT, "Vad som beslutades."),
            _CASE,
            Column("löpnummer", TEXT, "Enhetens eget nummer; aldrig ett diarienummer."),
            Column("delegat", TEXT, "Befattningen som beslutade."),
            Column("brådskande", TEXT, "ja när ordföranden beslutade för att nämnden inte kunde vänta, annars nej."),
            Column("adress", ADDRESS, "Beslutets sida, eller listans."),
        ),
        _delegated,
    ),
    CHANGES,
)
