"""Assignments and notices on a day: done, late, taken down early; the same to the checks, the pages and what is due."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.assignments import AssignmentState
from macros.facts.day import Day
from macros.facts.paragraphs import ParagraphName
from macros.planning.due import due
from macros.planning.task import DueKind
from tests.dates.examples import day
from tests.pages.held import HELD, MINUTES
from tests.pages.records import record

MINUTES_PATH = "parknamnden/2026-02-12/protokoll.md"
DUE = "        redovisas: 2026-02-28\n"


def _given(reported_in: str = "", historical: bool = False) -> dict[str, str]:
    row = f"        redovisat_i: {reported_in}\n" if reported_in else ""
    files = {**HELD, MINUTES_PATH: MINUTES.replace(DUE, DUE + row)}
    if historical:
        files["parknamnden/organ.md"] = HELD["parknamnden/organ.md"].replace("förvaring:", "historiskt: ja\nförvaring:")
    return files


@pytest.mark.parametrize(
    ("files", "today", "state", "told", "listed"),
    [
        (_given(), "Saturday 2026-02-28", AssignmentState.OPEN, [], True),
        (_given(), "Sunday 2026-03-01", AssignmentState.LATE, ["uppdrag-försenat"], True),
        (_given(historical=True), "Sunday 2026-03-01", AssignmentState.OPEN, [], False),
        (_given("2026-02-12/4"), "Sunday 2026-03-01", AssignmentState.DONE, [], False),
        (_given("2026-02-12/04"), "Sunday 2026-03-01", AssignmentState.DONE, [], False),
        (_given("2026-02-12/x"), "Sunday 2026-03-01", AssignmentState.REPORTED, ["uppdrag-redovisat"], False),
        (_given("2026-02-12/99"), "Sunday 2026-03-01", AssignmentState.REPORTED, ["uppdrag-redovisat"], False),
    ],
    ids=["öppet på dagen", "sent dagen efter", "historiskt", "redovisat", "med nolla", "ingen siffra", "finns inte"],
)
def test_an_assignment_is_late_or_done_alike_everywhere(
    tmp_path: Path, files: dict[str, str], today: str, state: AssignmentState, told: list[str], listed: bool
) -> None:
    archive, on = record(tmp_path, files), day(today)
    body = next(body for body in archive.bodies if body.id == "parknamnden")
    found = next(one for one in Day(archive, on).assignments.of_body(body) if one.assignment.due)
    assert found.state is state
    assert [one.rule for one in check(Day(archive, on)) if one.rule.startswith("uppdrag")] == told
    waiting = [one for one in due(archive, on) if one.kind is DueKind.ASSIGNMENT and one.date == dt.date(2026, 2, 28)]
    assert bool(waiting) is listed


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("2026-05-13/52", ParagraphName("2026-05-13", 52)),
        ("2026-05-13-extra/7", ParagraphName("2026-05-13-extra", 7)),
        ("2026-05-13/", None),
        ("/52", None),
        ("52", None),
        ("2026-05-13/x", None),
        ("2026-05-13/٥", None),
        ("2026-05-13/-1", None),
        (f"2026-05-13/{'9' * 5000}", None),
    ],
)
def test_what_names_a_paragraph(written: str, name: ParagraphName | None) -> None:
    assert ParagraphName.read(written) == name


@pytest.mark.parametrize(
    ("removed", "early"),
    [("Thursday 2026-03-05", True), ("Friday 2026-03-06", True), ("Saturday 2026-03-07", False)],
)
def test_a_notice_taken_down_before_the_time_has_ended(tmp_path: Path, removed: str, early: bool) -> None:
    """The last day of appeal is Friday 6 March: three weeks after 13 February."""
    minutes = MINUTES.replace("anslaget: 2026-02-13\n", f"anslaget: 2026-02-13\n        nedtaget: {day(removed)}\n")
    assert minutes != MINUTES
    archive, today = record(tmp_path, {**HELD, MINUTES_PATH: minutes}), day("Wednesday 2026-04-01")
    notice = Day(archive, today).notices.all[0]
    assert str(notice.last_day.date) == "2026-03-06"
    assert notice.removed_early == (day(removed) if early else None)
    assert ("nedtaget-för-tidigt" in [found.rule for found in check(Day(archive, today))]) is early
    part = next(iter(Day(archive, today).minutes)).parts[0]
    assert (part.removed_early, part.laga_kraft is None) == ((day(removed), True) if early else (None, False))


REFERRED = "utfall: återremiss\n    beslut:\n      - Ärendet återremitteras.\n"


@pytest.mark.parametrize(
    ("new", "texts"),
    [
        (REFERRED, ("Ärendet återremitteras.",)),
        ("utfall: återremiss\n", ()),
        ("utfall: enligt förslag\n", ("Medborgarförslaget avslås.",)),
        ("utfall: enligt förslag\n    beslut:\n      - Nämnden avslår.\n", ("Nämnden avslår.",)),
    ],
)
def test_the_words_of_a_decision_are_its_own_or_the_proposals_that_was_taken(
    tmp_path: Path, new: str, texts: tuple[str, ...]
) -> None:
    files = {**HELD, MINUTES_PATH: MINUTES.replace(REFERRED, new)}
    decided = Day(record(tmp_path, files), dt.date(2026, 3, 2)).minutes.named("parknamnden", "2026-02-12/4")
    assert decided
    assert decided.texts == texts
