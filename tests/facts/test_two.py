"""What follows from a record with two of a thing: none is left out, and the one that counts is the right one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.facts.appeals import AppealState, appeal_of
from macros.facts.assignments import AssignmentState
from macros.facts.case_state import CaseState
from macros.facts.day import Day
from macros.facts.meetings import lists_of
from macros.facts.minutes import MinutesState
from macros.facts.notices import NoticeState
from macros.facts.people import Cast, Presence
from macros.record.archive import Archive, Body
from tests.dates.examples import day
from tests.facts.two import DAY, MINUTES, TWO
from tests.pages.records import record

APRIL = day("Wednesday 2026-04-01")
POSTED_FIRST = "      - kommun: Ekby kommun\n        anslaget: 2026-02-16\n"
POSTED_LAST = "      - kommun: Alby kommun\n        anslaget: 2026-02-17\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return record(tmp_path, TWO)


@pytest.fixture
def body(archive: Archive) -> Body:
    return archive.body_by_id["gatan"]


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
    ("today", "next_one", "step"),
    [
        ("Tuesday 2026-04-07", "2026-04-16", "handlingar"),
        ("Wednesday 2026-04-08", "2026-04-16", "gruppmöte"),
        ("Thursday 2026-04-16", "2026-04-16", "gruppmöte"),
        ("Friday 2026-04-17", "2026-05-21", "handlingar"),
        ("Friday 2026-05-22", None, None),
    ],
)
def test_the_next_meeting_and_its_nearest_step(
    archive: Archive, body: Body, today: str, next_one: str | None, step: str | None
) -> None:
    meetings = _on(archive, today).meetings
    found = meetings.next(body)
    assert (str(found.date) if found else None) == next_one
    nearest = meetings.nearest_step(found) if found else None
    assert (nearest.step.id if nearest else None) == step
    passed, cancelled = meetings.of(body)[1], meetings.of(body)[-1]
    assert (meetings.nearest_step(passed), meetings.nearest_step(cancelled)) == (None, None)


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
    assert [address for address, _ in items.published_files()] == [
        "gatan/2026-02-12/bilagor/karta.pdf",
        "gatan/2026-02-12/bilagor/ritning.pdf",
        "gatan/2026-04-16/bilagor/kalkyl.pdf",
        "gatan/2026-04-16/bilagor/ritning.pdf",
    ]


def test_a_joint_board_counts_from_the_last_of_its_postings(archive: Archive, body: Body) -> None:
    for today, posted in (("Monday 2026-02-16", 0), ("Tuesday 2026-02-17", 2)):
        part = next(iter(_on(archive, today).minutes)).parts[0]
        assert len(part.notices) == posted
        assert (str(part.last_day.date) if part.last_day else None) == ("2026-03-10" if posted else None)
    notices = _on(archive, "Tuesday 2026-03-10").notices
    assert [str(one.last_day.date) for one in notices.all] == [f"2026-03-{one}" for one in (10, 10, 17, 17, 24, 24)]
    assert len({one.address for one in notices.all}) == len(notices.all)
    assert [notices.has_any(one) for one in archive.bodies] == [False, True, False]


@pytest.mark.parametrize(
    ("today", "up", "down"),
    [
        ("Monday 2026-02-16", ["1-ekby"], []),
        ("Tuesday 2026-02-24", ["2-ekby", "2-alby", "1-alby", "1-ekby"], []),
        ("Tuesday 2026-03-10", ["5-ekby", "5-alby", "2-ekby", "2-alby", "1-alby", "1-ekby"], []),
        ("Wednesday 2026-03-11", ["5-ekby", "5-alby", "2-ekby", "2-alby"], ["1-alby", "1-ekby"]),
    ],
)
def test_the_board_has_the_latest_notice_first(archive: Archive, today: str, up: list[str], down: list[str]) -> None:
    notices = _on(archive, today).notices
    found = [[one.address.removesuffix("-kommun/")[-6:] for one in some] for some in (notices.up, notices.down)]
    assert found == [up, down]
    coming = [one for one in notices.all if one.state(day(today)) is NoticeState.COMING]
    assert len(coming) == 6 - len(up) - len(down)


@pytest.mark.parametrize(
    ("today", "state", "reviewable", "laga_kraft", "up_until"),
    [
        ("Thursday 2026-02-12", MinutesState.NOT_APPROVED, [], None, None),
        ("Friday 2026-02-13", MinutesState.PARTLY_APPROVED, [[1, 3]], None, None),
        ("Tuesday 2026-02-17", MinutesState.PARTLY_APPROVED, [[1, 3]], "2026-03-11", "2026-03-10"),
        ("Tuesday 2026-02-24", MinutesState.PARTLY_APPROVED, [[1, 3], [2]], "2026-03-18", "2026-03-17"),
        ("Wednesday 2026-03-18", MinutesState.PARTLY_APPROVED, [[1, 3], [2]], "2026-03-18", None),
    ],
)
def test_minutes_that_are_approved_in_parts(
    archive: Archive,
    today: str,
    state: MinutesState,
    reviewable: list[list[int]],
    laga_kraft: str | None,
    up_until: str | None,
) -> None:
    minuted = next(iter(_on(archive, today).minutes))
    assert minuted.state is state
    assert [list(part.approval.paragraphs) for part in minuted.reviewable] == reviewable
    days = [str(found) if found else None for found in (minuted.laga_kraft, minuted.up_until)]
    assert days == [laga_kraft, up_until]


def test_who_took_part_follows_the_paragraphs(archive: Archive) -> None:
    first, extra = Day(archive, APRIL).minutes
    assert [first.taking_part([one]) for one in first.decided] == [
        ["Anna Ek", "Bo Al", "Gun Ros", "Åsa By"],
        ["Anna Ek", "Bo Al", "Eva Ask", "Åsa By"],
        ["Anna Ek", "Bo Al", "Eva Ask", "Åsa By"],
        [],
    ]
    assert first.taking_part(first.decided) == ["Anna Ek", "Bo Al", "Gun Ros", "Eva Ask", "Åsa By"]
    assert [set(one.unknown_names) for one in (first, extra)] == [{"Gun Ros"}, set()]
    assert (first.numbers, first.runs_on, extra.state) == ((1, 2, 3, 4), True, MinutesState.APPROVED)


def test_every_unknown_name_is_found(tmp_path: Path) -> None:
    text = MINUTES.replace("ordförande: Anna Ek", "ordförande: Ada Ek").replace("namn: Dan Alm", "namn: Dag Alm")
    text = text.replace("namn: Eva Ask", "namn: Eva Asp")
    files = {**TWO, f"{DAY}/protokoll.md": text}
    first = next(iter(Day(record(tmp_path, files), APRIL).minutes))
    assert first.unknown_names == {"Ada Ek", "Gun Ros", "Dag Alm", "Eva Asp"}


def test_a_paragraph_that_is_skipped_last_breaks_the_row(tmp_path: Path) -> None:
    text = MINUTES.replace("nummer: 4\n", "nummer: 5\n").replace("paragrafer: 4\n", "paragrafer: 5\n")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), APRIL).minutes))
    assert (first.numbers, first.runs_on) == ((1, 2, 3, 5), False)


def test_a_notice_announces_its_own_paragraphs(archive: Archive) -> None:
    facts = Day(archive, APRIL)
    announced = [[one.number for one in facts.minutes.announced_by(notice)] for notice in facts.notices.all]
    assert announced == [[1, 3], [1, 3], [2], [2], [5, 6], [5, 6]]
    found = facts.minutes.named("gatan", "2026-02-12-extra/6")
    assert (found and found.item and found.item.slug, facts.minutes.named("sodra", "2026-02-12/1")) == (
        "bro-igen",
        None,
    )


@pytest.mark.parametrize(
    ("removed", "today", "number", "state"),
    [
        ([], "Thursday 2026-02-12", 1, None),
        ([], "Friday 2026-02-13", 1, AppealState.NOT_POSTED),
        ([], "Tuesday 2026-02-17", 1, AppealState.OPEN),
        ([], "Tuesday 2026-03-10", 1, AppealState.OPEN),
        ([], "Wednesday 2026-03-11", 1, AppealState.OVER),
        ([], "Wednesday 2026-03-11", 2, AppealState.OPEN),
        ([], "Wednesday 2026-03-11", 3, AppealState.IMPOSSIBLE),
        ([], "Wednesday 2026-03-11", 4, None),
        (["2026-03-05", "2026-03-04"], "Wednesday 2026-03-11", 1, AppealState.STOPPED),
        (["2026-03-05", "2026-03-11"], "Wednesday 2026-03-11", 1, AppealState.STOPPED),
        (["2026-03-11", "2026-03-11"], "Wednesday 2026-03-11", 1, AppealState.OVER),
    ],
)
def test_how_it_stands_with_an_appeal(
    tmp_path: Path, removed: list[str], today: str, number: int, state: AppealState | None
) -> None:
    text = MINUTES
    for posted, taken in zip((POSTED_FIRST, POSTED_LAST), removed, strict=False):
        text = text.replace(posted, f"{posted}        nedtaget: {taken}\n")
    facts = Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), day(today))
    decided = facts.minutes.named("gatan", f"2026-02-12/{number}")
    assert decided
    found = appeal_of(decided, facts.today)
    assert (found.state if found else None) is state
    if state is AppealState.STOPPED:
        assert found
        assert str(found.removed_early) == min(removed)
        assert next(iter(facts.minutes)).laga_kraft == dt.date(2026, 3, 18)


def test_what_the_minutes_say_of_each_representative(archive: Archive, body: Body) -> None:
    """The latest stands first; the second of two whose names give the same address has a number, and came after the meetings."""
    people = Day(archive, APRIL).people.of(body)
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
        "Gång- och cykelväg, slutligt", "Bro igen", "Skyltar", "Inköp av grus", "Annan väg", "Annan bro",
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


NOTICE = (
    "---\nrubrik: Inköp\nprotokollfört: 2026-03-02\nanslaget: 2026-03-03\nförvaras: Arkivet\nbeslut:\n"
    "  - datum: 2026-02-20\n    beslut: Inköp\n---\n"
)


def test_the_notices_of_two_boards(tmp_path: Path) -> None:
    archive = record(tmp_path, {**TWO, "sodra/anslag/2026-03-inkop.md": NOTICE})
    notices = Day(archive, APRIL).notices
    assert {body.id: notices.has_any(body) for body in archive.bodies} == {
        "ekby-ks": False,
        "gatan": True,
        "sodra": True,
    }
    assert [one.kept_at for one in notices.all] == ["Kansliet"] * 6 + ["Arkivet"]


def test_a_board_that_took_its_notice_down_leaves_the_other_up(tmp_path: Path) -> None:
    text = MINUTES.replace(POSTED_FIRST, f"{POSTED_FIRST}        nedtaget: 2026-03-05\n")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), day("Friday 2026-03-06")).minutes))
    assert [notice.is_up(dt.date(2026, 3, 6)) for notice in first.parts[0].notices] == [False, True]
    only = Day(record(tmp_path, {}), day("Monday 2026-02-23")).minutes
    assert next(iter(only)).up_until == dt.date(2026, 3, 10)


def test_what_is_posted_before_it_is_approved_is_no_notice_of_it(tmp_path: Path) -> None:
    text = MINUTES.replace("    justerat: 2026-02-13\n", "")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), APRIL).minutes))
    assert (first.parts[0].notices, first.parts[0].last_day) == ((), None)
    assert (first.is_public, first.state) == (True, MinutesState.PARTLY_APPROVED)


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
