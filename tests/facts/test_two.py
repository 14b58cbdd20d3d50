"""What follows from a record with two of a thing: none is left out, and the one that counts is the right one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.facts.assignments import AssignmentState
from macros.facts.case_state import CaseState
from macros.facts.day import Day
from macros.facts.meetings import lists_of
from macros.facts.people import Cast, Presence
from macros.record.archive import Archive, Body
from tests.dates.examples import day
from tests.facts.two import SCHEDULE, TWO
from tests.pages.records import record

APRIL = day("Wednesday 2026-04-01")


def _on(archive: Archive, today: str) -> Day:
    return Day(archive, day(today))


def test_the_meetings_of_a_body(archive: Archive, body: Body) -> None:
    meetings = Day(archive, APRIL).meetings
    found = meetings.of(body)
    assert [one.meeting.id if one.meeting else f"planned {one.date}" for one in found] == [
        "2025-12-11", "2026-02-12", "2026-02-12-extra", "2026-04-16", "planned 2026-05-21", "2026-06-11",
    ]  # fmt: skip
    assert [(one.is_proposed, one.is_cancelled) for one in found[3:]] == [(False, False), (True, False), (False, True)]
    assert [(str(one.time), one.venue) for one in (found[1], found[4])] == [
        ("17:00:00", "Torget"),
        ("18:00:00", "Salen"),
    ]
    assert [one.minuted.meeting.id for one in found if one.minuted] == ["2026-02-12", "2026-02-12-extra"]
    assert [str(one.date) for one in meetings.unopened(body)] == ["2026-05-21"]
    assert (meetings.years(body), len(meetings.in_year(body, 2025)), len(meetings.in_year(body, 2026))) == (
        [2026, 2025],
        1,
        5,
    )
    coming = [(one.body.id, str(one.date)) for one in meetings.all_coming]
    assert coming == [
        ("gatan", "2026-04-16"),
        ("gatan", "2026-05-21"),
        ("sodra", "2026-05-21"),
        ("gatan", "2026-06-11"),
    ]
    first = meetings.on("gatan", dt.date(2026, 2, 12))
    assert (first and first.id, meetings.on("gatan", dt.date(2026, 2, 13)), meetings.on("gatan", None)) == (
        "2026-02-12",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("today", "next_one"),
    [
        ("Tuesday 2026-04-07", "2026-04-16"),
        ("Thursday 2026-04-16", "2026-04-16"),
        ("Friday 2026-04-17", "2026-05-21"),
        ("Friday 2026-05-22", None),
    ],
)
def test_the_next_meeting(archive: Archive, body: Body, today: str, next_one: str | None) -> None:
    found = _on(archive, today).meetings.next(body)
    assert (str(found.date) if found else None) == next_one


def test_a_day_is_proposed_while_its_schedule_is(tmp_path: Path) -> None:
    files = {**TWO, "gatan/sammantradesordning/2026.md": SCHEDULE.format(state="beslutad")}
    archive = record(tmp_path, files)
    (found,) = Day(archive, APRIL).meetings.unopened(archive.body_by_id["gatan"])
    assert not found.is_proposed


def test_the_days_of_two_schedules_are_planned(tmp_path: Path) -> None:
    later = SCHEDULE.format(state="beslutad").replace("2026", "2027")
    archive = record(tmp_path, {**TWO, "gatan/sammantradesordning/2027.md": later})
    meetings, body = Day(archive, APRIL).meetings, archive.body_by_id["gatan"]
    assert [str(one.date) for one in meetings.unopened(body)] == [
        "2026-05-21",
        "2027-02-12",
        "2027-04-16",
        "2027-05-21",
    ]
    assert meetings.years(body) == [2027, 2026, 2025]
    assert meetings.years(archive.body_by_id["sodra"]) == [2026]


def test_lists_stand_by_unit_and_then_by_month(body: Body) -> None:
    found = [(one.header.unit, one.header.month.month) for one in lists_of(body.meeting_by_id["2026-02-12"])]
    assert found == [("Backen", 1), ("Backen", 2), ("Torget", 1)]


def test_items_lead_to_each_other(archive: Archive) -> None:
    items = Day(archive, APRIL).items
    later = {item.slug: one.slug for item in archive.items if (one := items.continued_by(item))}
    assert later == {"vag": "vag-igen", "bro": "bro-igen"}
    assert {body.id: [item.slug for item in items.routed(body)] for body in archive.bodies} == {
        "ekby-ks": ["vag"],
        "gatan": [],
        "sodra": [],
    }
    assert [address for address, _ in items.published_files(())] == [
        "gatan/2026-02-12/bilagor/karta.pdf",
        "gatan/2026-02-12/bilagor/ritning.pdf",
        "gatan/2026-04-16/bilagor/kalkyl.pdf",
        "gatan/2026-04-16/bilagor/ritning.pdf",
    ]


def test_what_the_minutes_say_of_each_representative(archive: Archive, body: Body) -> None:
    """The latest stands first; the second of two whose names give the same address has a number, and came after the meetings."""
    people = {one.person.name: one for one in Day(archive, APRIL).people.of(body)}
    assert [one.address.split("/")[-2] for one in people.values()] == [
        "anna-ek",
        "bo-al",
        "bo-al-2",
        "dan-alm",
        "eva-ask",
        "asa-by",
    ]
    how = {name: [(one.minuted.meeting.id, one.how) for one in found.attended] for name, found in people.items()}
    extra, first = "2026-02-12-extra", "2026-02-12"
    assert how == {
        "Anna Ek": [(extra, Presence.CHAIR), (first, Presence.CHAIR)],
        "Bo Al": [(extra, None), (first, Presence.MEMBER)],
        "Bo Ål": [],
        "Dan Alm": [(extra, None), (first, Presence.SUBSTITUTE)],
        "Eva Ask": [(extra, Presence.MEMBER), (first, Presence.SERVING_SUBSTITUTE)],
        "Åsa By": [(extra, None), (first, Presence.SERVING_SUBSTITUTE)],
    }
    assert [one.times_there for one in people.values()] == [2, 1, 0, 1, 2, 1]
    votes = {name: [(one.vote.yes_means, one.cast) for one in found.votes] for name, found in people.items()}
    assert votes["Anna Ek"] == [("I år.", Cast.YES), ("Bygga.", Cast.YES)]
    assert votes["Bo Al"] == [("I år.", Cast.YES), ("Bygga.", Cast.NO)]
    assert votes["Eva Ask"] == []
    assert [one.dissent.text for one in people["Bo Al"].dissents] == ["Nästa år.", "Vänta."]


def test_assignments_by_their_day(archive: Archive, body: Body) -> None:
    assignments = Day(archive, APRIL).assignments
    assert [(one.assignment.what, one.state) for one in assignments.of_body(body)] == [
        ("Räkna på vägen.", AssignmentState.OPEN),
        ("Rita vägen.", AssignmentState.OPEN),
        ("Mät vägen.", AssignmentState.LATE),
        ("Fråga de boende.", AssignmentState.DONE),
        ("Måla bron.", AssignmentState.OPEN),
        ("Fråga byn.", AssignmentState.OPEN),
    ]
    open_in = [one.assignment.what for one in assignments.open_in(body)]
    assert open_in == ["Mät vägen.", "Måla bron.", "Räkna på vägen.", "Rita vägen.", "Fråga byn."]
    before = _on(archive, "Thursday 2026-02-19").assignments
    assert [one.assignment.what for one in before.open_in(body)] == [
        "Fråga de boende.", "Mät vägen.", "Räkna på vägen.", "Rita vägen.",
    ]  # fmt: skip
    bridge = Day(archive, APRIL).minutes.named("gatan", "2026-02-12/2")
    assert bridge
    assert [one.assignment.what for one in assignments.of_paragraph(bridge)] == ["Måla bron."]
    unapproved = _on(archive, "Thursday 2026-02-19").minutes.named("gatan", "2026-02-12/2")
    assert unapproved
    assert list(before.of_paragraph(unapproved)) == []


def test_cases_with_their_numbers_events_and_relations(archive: Archive) -> None:
    """Of one day the meeting named by the day comes before an extra one."""
    facts = Day(archive, APRIL)
    cases = {case.address: case for case in facts.cases.all}
    road, bridge, signs, salt, *others = (f"arenden/{name}/" for name in (
        "gatan-gn-2026-1", "gatan-gn-2026-2", "gatan-gn-2026-3", "gatan-gn-2026-4", "sodra-gn-2026-1", "sodra-gn-2026-2",
    ))  # fmt: skip
    assert list(cases) == [road, bridge, signs, salt, *others]
    assert cases[road].further == ("KS/2026:10", "KS/2026:11")
    assert [address for _, address in facts.cases.further(cases[road])] == [
        "arenden/ekby-ks-ks-2026-10/",
        "arenden/ekby-ks-ks-2026-11/",
    ]
    assert facts.cases.of("ekby-ks", "KS/2026:11") is facts.cases.of("gatan", "KS/2026:10") is cases[road]
    events = [
        (str(one.date), one.body_id, one.item and one.item.slug, one.stop is not None) for one in cases[road].events
    ]
    assert events == [
        ("2026-02-12", "gatan", "vag", False),
        ("2026-03-10", "ekby-ks", "yttrande", False),
        ("2026-04-16", "gatan", "vag-igen", False),
        ("2026-05-12", "ekby-ks", "vag", True),
    ]
    assert [item.slug for item in cases[bridge].items] == ["bro", "bro-igen"]
    assert [case.title for case in cases.values()] == [
        "Gång- och cykelväg", "Bro", "Skyltar", "Inköp av grus", "Annan väg", "Annan bro",
    ]  # fmt: skip
    decisions = [one.decision.decision for one in cases[salt].events if one.decision]
    assert decisions == ["Inköp av grus", "Inköp av salt", "Inköp av sand"]
    states = [facts.status(case).state for case in cases.values()]
    assert states == [*[CaseState.OPEN] * 3, None, *[CaseState.OPEN] * 2]
    assert [one.assignment.what for one in facts.status(cases[road]).assigned] == [
        "Räkna på vägen.", "Rita vägen.", "Mät vägen.", "Fråga de boende.",
    ]  # fmt: skip
    assert [one.assignment.what for one in facts.status(cases[bridge]).assigned] == ["Måla bron.", "Fråga byn."]
    related = {address: [case.number for case in found] for address, found in facts.related.items()}
    assert related == {road: ["GN/2026:2", "GN/2026:3"], bridge: ["GN/2026:1"], signs: ["GN/2026:1"]}


def test_what_each_body_has(archive: Archive) -> None:
    facts = Day(archive, APRIL)
    numbers = {body.id: [case.number for case in facts.cases_in(body)] for body in archive.bodies}
    assert numbers == {
        "ekby-ks": ["GN/2026:1"],
        "gatan": ["GN/2026:1", "GN/2026:2", "GN/2026:3", "GN/2026:4"],
        "sodra": ["GN/2026:1", "GN/2026:2"],
    }
    assert [facts.name(body) for body in archive.bodies] == [
        "Kommunstyrelsen", "Gatunämnden, Ekby kommun", "Gatunämnden, Alby kommun",
    ]  # fmt: skip
