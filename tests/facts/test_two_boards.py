"""Minutes approved in parts and posted on two boards: what is up, what can be appealed, and until when."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.facts.appeals import AppealState, appeal_of
from macros.facts.day import Day
from macros.facts.minutes import MinutesState
from macros.facts.notices import NoticeState
from macros.record.archive import Archive, Body
from tests.dates.examples import day
from tests.facts.two import DAY, MINUTES, TWO
from tests.pages.records import record

APRIL = day("Wednesday 2026-04-01")
POSTED_FIRST = "      - kommun: Ekby kommun\n        anslaget: 2026-02-16\n"
POSTED_LAST = "      - kommun: Alby kommun\n        anslaget: 2026-02-17\n"


def _on(archive: Archive, today: str) -> Day:
    return Day(archive, day(today))


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


def test_what_nobody_can_have_reviewed_has_no_day_to_wait_for(tmp_path: Path) -> None:
    text = MINUTES.replace("    ärende: bro\n", "    ärende: bro\n    överklagande: förvaltningsbesvär\n")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), APRIL).minutes))
    assert [list(part.approval.paragraphs) for part in first.reviewable] == [[1, 3]]
    assert first.laga_kraft == dt.date(2026, 3, 11)


def test_who_took_part_follows_the_paragraphs(archive: Archive) -> None:
    first, extra = Day(archive, APRIL).minutes
    assert [first.taking_part([one]) for one in first.decided] == [
        ["Anna Ek", "Bo Al", "Gun Ros", "Åsa By"],
        ["Anna Ek", "Bo Al", "Eva Ask", "Åsa By"],
        ["Anna Ek", "Bo Al", "Eva Ask", "Åsa By"],
        [],
    ]
    assert first.taking_part(first.decided) == ["Anna Ek", "Bo Al", "Gun Ros", "Eva Ask", "Åsa By"]
    assert [set(one.unknown_names) for one in (first, extra)] == [{"Ada Ros", "Gun Ros", "Bo Ek"}, set()]
    assert (first.numbers, first.runs_on, extra.state) == ((1, 2, 3, 4), True, MinutesState.APPROVED)


def test_every_unknown_name_is_found(tmp_path: Path) -> None:
    text = MINUTES.replace("ordförande: Anna Ek", "ordförande: Ada Ek").replace("namn: Dan Alm", "namn: Dag Alm")
    text = text.replace("namn: Eva Ask", "namn: Eva Asp")
    files = {**TWO, f"{DAY}/protokoll.md": text}
    first = next(iter(Day(record(tmp_path, files), APRIL).minutes))
    assert first.unknown_names == {"Ada Ek", "Ada Ros", "Gun Ros", "Dag Alm", "Eva Asp", "Bo Ek"}


def test_a_paragraph_that_is_skipped_last_breaks_the_row(tmp_path: Path) -> None:
    text = MINUTES.replace("nummer: 4\n", "nummer: 5\n").replace("paragrafer: 4\n", "paragrafer: 5\n")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), APRIL).minutes))
    assert (first.numbers, first.runs_on) == ((1, 2, 3, 5), False)


def test_a_notice_announces_its_own_paragraphs(archive: Archive) -> None:
    facts = Day(archive, APRIL)
    announced = [[one.number for one in facts.minutes.announced_by(notice)] for notice in facts.notices.all]
    assert announced == [[1, 3], [1, 3], [2], [2], [5, 6], [5, 6]]
    found = facts.minutes.named("gatan", "2026-02-12-extra/6")
    assert (found and found.items[0].slug, facts.minutes.named("sodra", "2026-02-12/1")) == (
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
    text = MINUTES.replace(POSTED_FIRST, f"{POSTED_FIRST}        nedtaget: 2026-02-20\n")
    today = day("Monday 2026-02-23")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), today).minutes))
    assert [notice.is_up(today) for notice in first.parts[0].notices] == [False, True]
    assert first.up_until == dt.date(2026, 3, 10)


def test_what_is_posted_before_it_is_approved_is_no_notice_of_it(tmp_path: Path) -> None:
    text = MINUTES.replace("    justerat: 2026-02-13\n", "")
    first = next(iter(Day(record(tmp_path, {**TWO, f"{DAY}/protokoll.md": text}), APRIL).minutes))
    assert (first.parts[0].notices, first.parts[0].last_day) == ((), None)
    assert (first.is_public, first.state) == (True, MinutesState.PARTLY_APPROVED)
