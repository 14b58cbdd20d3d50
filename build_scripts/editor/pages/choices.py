"""What the program knows that a field may hold: units, delegation points, members, items, files, each by its title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.known import KnownValues
from build_scripts.editor.form.placing import way_of
from build_scripts.editor.pages.titles import item_title
from macros.dates.written import date
from macros.facts.items import name_of
from macros.facts.meetings import schedule_of
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.body import Weekday

LONGEST = 60
"""Letters of the words of a choice."""

BACK = dt.timedelta(days=2 * 366)
"""How far back items are offered that may be taken up again."""


@dataclass(frozen=True)
class Where:
    """The file that a form is of: its body, and its meeting if it has one."""

    archive: Archive
    body: Body
    meeting: Meeting | None
    path: str
    day: dt.date


_Source = Callable[[Where], Iterable[tuple[str, str]]]


def _units(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((unit, unit) for unit in of.body.header.units)


def _weekdays(_: Where) -> Iterator[tuple[str, str]]:
    yield from ((day.value, day.value) for day in Weekday)


def _points(of: Where) -> Iterator[tuple[str, str]]:
    order = of.body.order_on(of.day)
    for point in order.header.points if order else ():
        yield point.id, f"{point.id} {point.text}" if point.text else point.id


def _delegates(of: Where) -> Iterator[tuple[str, str]]:
    order = of.body.order_on(of.day)
    names = dict.fromkeys(point.delegate for point in (order.header.points if order else ()) if point.delegate)
    yield from ((name, name) for name in names)


def _persons(of: Where) -> Iterator[tuple[str, str]]:
    members = of.body.members.header if of.body.members else None
    for person in (*members.members_on(of.day), *members.substitutes_on(of.day)) if members else ():
        yield person.label_on(of.day), person.title_on(of.day)


def _items(of: Where) -> Iterator[tuple[str, str]]:
    for item in of.meeting.items if of.meeting else ():
        yield item.slug, f"{item.number}. {item_title(item)}"


def _earlier(of: Where) -> Iterator[tuple[str, str]]:
    for meeting in reversed(of.body.meetings):
        if meeting.id != (of.meeting.id if of.meeting else "") and meeting.date >= of.day - BACK:
            yield from ((_named(item), f"{item_title(item)}, {date(meeting.date)}") for item in meeting.items)
    yield from ((_named(item), item_title(item)) for item in of.body.matters)


def _named(item: AgendaItem) -> str:
    return str(name_of(item))


def _all_items(of: Where) -> Iterator[tuple[str, str]]:
    for meeting in reversed(of.body.meetings):
        yield from ((item.slug, f"{item_title(item)}, {date(meeting.date)}") for item in meeting.items)


def _all_meetings(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((one.id, date(one.date)) for one in reversed(of.body.meetings))


def _paragraphs(of: Where) -> Iterator[tuple[str, str]]:
    for meeting in reversed(of.body.meetings):
        for one in meeting.minutes.header.paragraphs if meeting.minutes else ():
            yield f"{meeting.id}/{one.number}", f"§ {one.number}, {date(meeting.date)}"


def _points_of_call(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((one.name, one.name) for one in (of.meeting.header.points if of.meeting else ()))


def _files(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((file.name, file.name) for file in (of.meeting.files if of.meeting else of.body.files))


def _bodies(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((body.id, body.name) for body in of.archive.bodies)


def _receivers(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((f"organ:{body.id}", body.name) for body in of.archive.bodies if _is_near(of, body))
    yield from ((unit, unit) for unit in of.body.header.units)


def _is_near(of: Where, body: Body) -> bool:
    return body.header.municipality == of.body.header.municipality and body.id != of.body.id


def _steps(of: Where) -> Iterator[tuple[str, str]]:
    schedule = schedule_of(of.body, of.day)
    yield from ((step.id, step.name) for step in (schedule.steps if schedule else ()))


def _meetings(of: Where) -> Iterator[tuple[str, str]]:
    yield from ((one.id, date(one.date)) for one in of.body.meetings if one.date >= of.day)


def _titles(of: Where) -> Iterator[tuple[str, str]]:
    """The documents of the item that the file is, or belongs to."""
    for item in of.meeting.items if of.meeting else of.body.matters:
        if of.path in (item.document.path, *(paper.document.path for paper in item.papers)):
            found = (one.header.title for one in item.papers), (one.title for one in item.header.attachments)
            yield from ((title, title) for titles in found for title in titles if title)


_TABLE: dict[str, tuple[_Source, bool]] = {
    "organ.sammanträdesdag": (_weekdays, True),
    "föreslagen_i.sammanträde": (_all_meetings, True),
    "föreslagen_i.ärende": (_all_items, True),
    "sammanträdesordning.beslutad_i.sammanträde": (_all_meetings, True),
    "sammanträdesordning.beslutad_i.ärende": (_all_items, True),
    "redovisat_i": (_paragraphs, True),
    "rättelser.beslutad_i": (_paragraphs, True),
    "avsändare": (_receivers, False),
    "mottagare": (_receivers, False),
    "delegationsbeslut.enhet": (_units, False),
    "beslut.punkt": (_points, True),
    "beslut.delegat": (_delegates, False),
    "beslut.mottagare": (_receivers, False),
    "motionärer": (_persons, False),
    "fortsätter": (_earlier, True),
    "utgår.till": (_meetings, True),
    "organ": (_bodies, True),
    "fil": (_files, True),
    "hör_till": (_titles, False),
    "ersätter": (_titles, False),
    "expedieras_till": (_receivers, False),
    "anmäl_förhinder.senast": (_steps, True),
    "uppdrag.till": (_units, False),
    "paragrafer.ärende": (_items, True),
    "paragrafer.punkt": (_points_of_call, True),
    "närvarande.ordförande": (_persons, True),
    "paragrafer.ordförande": (_persons, True),
    "justeringar.ordförande": (_persons, True),
    "justeringar.justerare": (_persons, True),
    "justeringar.ersättare": (_persons, True),
    "tjänstgörande_ersättare.för": (_persons, True),
    "votering.utslagsröst": (_persons, True),
    "votering.ja": (_persons, True),
    "votering.nej": (_persons, True),
    "votering.avstår": (_persons, True),
    "närvarande.ledamöter.namn": (_persons, True),
    "tjänstgörande_ersättare.namn": (_persons, True),
    "närvarande.ersättare.namn": (_persons, True),
    "jäv.namn": (_persons, True),
    "deltar_inte": (_persons, True),
    "av": (_persons, True),
}
"""The ending of the way to a field → where its values are known from, and whether those are all."""


class Choices:
    """What is known of the fields of one file; worked out when a field is asked for."""

    def __init__(self, editor: Editor, path: str, kind: str) -> None:
        self._kind = kind
        self._where = _where(editor, path)
        self._known: dict[str, KnownValues | None] = {}

    def of(self, name: str) -> KnownValues | None:
        """What the field of this name may hold; None where nothing is known."""
        way = way_of(self._kind, name)
        endings = (".".join(way[n:]) for n in range(len(way)))
        ending = next((one for one in endings if one in _TABLE), "")
        if ending not in self._known:
            self._known[ending] = self._read(ending) if ending else None
        return self._known[ending]

    def _read(self, ending: str) -> KnownValues | None:
        source, is_all = _TABLE[ending]
        if self._where is None:
            return None
        pairs = dict(source(self._where))
        return KnownValues(tuple((value, _short(words)) for value, words in pairs.items()), is_all) if pairs else None


def phrases(archive: Archive, path: str) -> tuple[str, ...]:
    """The standard phrases that a file's body has, then those of the municipality's other bodies."""
    own = archive.body(path.split("/")[1])
    if own is None:
        return ()
    near = [body for body in archive.bodies if body.header.municipality == own.header.municipality]
    near.sort(key=lambda body: body.id != own.id)
    return tuple(dict.fromkeys(phrase for body in near for phrase in body.header.phrases))


def _where(editor: Editor, path: str) -> Where | None:
    archive = editor.saved().archive
    parts = path.split("/")
    body = archive.body(parts[1])
    if body is None:
        return None
    meeting = body.meeting_by_id.get(parts[2]) if len(parts) > 3 else None
    return Where(archive, body, meeting, path, meeting.date if meeting else editor.today())


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
