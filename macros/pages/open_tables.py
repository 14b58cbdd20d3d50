"""The tables of open data ("öppna data"): what each holds, column by column, and its rows. Only what the pages show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum

from macros.facts.day import Day
from macros.facts.history import Past, PastEvent
from macros.facts.meetings import lists_of
from macros.facts.people import cast_in
from macros.facts.released import is_of_record
from macros.pages import past, states, wording
from macros.pages.counted import times_in
from macros.pages.open_table import ADDRESS, DATE, NUMBER, TEXT, TIME, Column, OpenTable, Row
from macros.pages.presence import years_of_presence
from macros.record.archive import Body, Meeting
from macros.record.numbers import paragraph_list
from macros.record.summons import MeetingKind, MeetingState

_OWNER = (
    Column("organ", TEXT, "Organets id, första delen av dess adress."),
    Column("organets_namn", TEXT, "Organets namn då."),
    Column("kommun", TEXT, "Kommunen."),
    Column("påhittat", TEXT, "ja när organet är ett exempel som inte finns, annars nej."),
)
_BODY = (
    *_OWNER,
    Column("sammanträde", TEXT, "Sammanträdets id inom organet: dagen då det först skulle hållas."),
)
_PARAGRAPH = (*_BODY, Column("paragraf", NUMBER, "Paragrafens nummer."))
_CASE = Column("diarienummer", TEXT, "Ärendets nummer i diariet; flera skiljs med semikolon och blanksteg.")


def _either(words: type[Enum]) -> str:
    """The words that a cell can be."""
    *others, last = (str(one.value) for one in words)
    return f"{', '.join(others)} eller {last}."


def _yes_or_no(value: bool) -> str:
    return "ja" if value else "nej"


def _owner(body: Body, day: dt.date) -> Row:
    """The body, by its name on the day."""
    header = body.header
    return body.id, body.name_on(day), header.municipality, _yes_or_no(header.invented)


def _of_meeting(body: Body, meeting: Meeting) -> Row:
    return *_owner(body, meeting.date), meeting.id


def _meetings(facts: Day) -> Iterator[Row]:
    for body in facts.archive.bodies:
        for meeting in body.meetings:
            header = meeting.header
            yield (
                *_of_meeting(body, meeting),
                meeting.date,
                meeting.last_day,
                header.time,
                header.venue,
                header.state.value,
                header.kind.value,
                header.moves[0].old if header.moves else None,
                len(meeting.agenda),
                meeting.address,
            )


def _decisions(facts: Day) -> Iterator[Row]:
    for minuted in facts.minutes:
        for one in minuted.decided:
            if one.is_shown and one.part is not None:
                posted = one.part.notices[0].posted if one.part.notices else None
                yield (
                    *_of_meeting(minuted.body, minuted.meeting),
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
                    place = (*_of_meeting(minuted.body, minuted.meeting), one.number, number)
                    yield (*place, name, word, meanings.get(word), one.address)


def _delegated(facts: Day) -> Iterator[Row]:
    for body in facts.archive.bodies:
        for meeting in body.meetings:
            for found in lists_of(meeting):
                for row in found.header.decisions:
                    yield (
                        *_of_meeting(body, meeting),
                        found.header.unit,
                        str(found.header.month),
                        row.date.date,
                        row.point,
                        row.decision,
                        row.case_number,
                        row.serial_number.number if row.serial_number else None,
                        row.delegate,
                        _yes_or_no(row.urgent),
                        found.address_of(row),
                    )


def _cases(facts: Day) -> Iterator[Row]:
    for one in times_in(facts):
        case = one.case
        said = (case.number, case.title, one.kind, one.days, one.first, one.last, case.address)
        yield case.municipality, _yes_or_no(facts.is_invented(case)), *said


def _presence(facts: Day) -> Iterator[Row]:
    for body in facts.archive.bodies:
        for found in years_of_presence(facts, body):
            for row in found.rows:
                counts = (row.meetings, row.there, row.votes)
                yield (
                    *_owner(body, dt.date(found.year, 12, 31)),
                    found.year,
                    row.name,
                    row.party,
                    *counts,
                    row.one.address,
                )


def _changes(facts: Day) -> Iterator[Row]:
    """What was done, the first first; of no page before the day that it was published."""
    rows: list[tuple[dt.date, str, str, str, str]] = []
    for address, row in facts.archive.released.addresses.first.items():
        known = None if row.is_hidden or not is_of_record(address) else facts.history.of(address)
        if known is not None:
            rows.append((known.published, address, "publicerad", "", ""))
            rows += (_done(known, one, address) for one in known.events)
    for day, address, what, numbers, why in sorted(rows):
        yield day, what, numbers or None, why or None, address


def _done(known: Past, event: PastEvent, address: str) -> tuple[dt.date, str, str, str, str]:
    numbers = paragraph_list(event.numbers) if event.numbers else ""
    return max(event.day, known.published), address, wording.PAST[event.kind], numbers, past.why(event)


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
            Column(
                "antal_ärenden",
                NUMBER,
                "Antalet ärenden på föredragningslistan: också de som inte visas, men inte de som utgår.",
            ),
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
    OpenTable(
        "arenden",
        "Ärendens tider",
        "Ärenden med steg på minst två olika dagar, och tiden från det första kända steget till det senaste.",
        (
            Column("kommun", TEXT, "Kommunen."),
            Column("påhittat", TEXT, "ja när ärendet är ett exempel som inte finns, annars nej."),
            Column("diarienummer", TEXT, "Ärendets nummer i diariet."),
            Column("rubrik", TEXT, "Vad ärendet gäller."),
            Column("slag", TEXT, "Den första punktens slag."),
            Column("dagar", NUMBER, "Dagar från det första steget till det senaste."),
            Column("första_steget", DATE, "Dagen för det första kända steget."),
            Column("senaste_steget", DATE, "Dagen för det senaste steget."),
            Column("adress", ADDRESS, "Ärendets sida."),
        ),
        _cases,
    ),
    OpenTable(
        "narvaro",
        "Närvaro",
        "Varje förtroendevalds år: sammanträden med justerat protokoll under uppdraget, och hur många hen var med på.",
        (
            *_OWNER,
            Column("år", NUMBER, "Året."),
            Column("namn", TEXT, "Den förtroendevaldas namn."),
            Column("parti", TEXT, "Partiets beteckning."),
            Column("sammanträden", NUMBER, "Sammanträden med justerat protokoll under uppdraget."),
            Column("var_med_på", NUMBER, "Så många av dem som personen var med på."),
            Column("omröstningar", NUMBER, "Öppna omröstningar som personen var med i."),
            Column("adress", ADDRESS, "Den förtroendevaldas sida."),
        ),
        _presence,
    ),
    CHANGES,
)
