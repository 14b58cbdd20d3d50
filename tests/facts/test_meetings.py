"""Which meeting is next, which days a meeting takes up, and when its papers go out: the same wherever it is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.day import Day
from macros.facts.meetings import days_taken_up, dispatch_day, first_day, has_its_day
from macros.finding import Place
from macros.pages.build import pages
from macros.pages.functions import Context, run
from macros.planning.due import due
from macros.planning.task import DueKind
from macros.texts.calls import Call
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

WINTER = day("Monday 2027-03-01")


def _schedule(*days: str, steps: str = "") -> str:
    rows = "".join(f"  - datum: {one}\n" for one in days)
    return f"---\når: 2027\nläge: beslutad\n{steps}sammanträden:\n{rows}---\n"


def _call(date: str, state: str = "planerat", more: str = "") -> str:
    return f"---\ndatum: {date}\nläge: {state}\n{more}---\n"


def _next(facts: Day) -> str:
    return str(run(Context(facts, ""), Call("nästa_sammanträde", ("parknamnden",), Place("x.md", 1, 1))))


def test_the_next_meeting_of_a_letter_is_that_of_the_bodys_page(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-03-18", "2027-04-15", "2027-05-20"),
        "parknamnden/2027-02-18/kallelse.md": _call("2027-02-18", "genomfört"),
        "parknamnden/2027-06-17/kallelse.md": _call("2027-06-17"),
    }
    archive = record(tmp_path, files)
    assert _next(Day(archive, WINTER)) == "torsdag 18 mars 2027 kl. 18.00, Rådhuset"
    page = next(page for page in pages(archive, WINTER) if page.address == "parknamnden/")
    lines = Fragment(page.html).lines
    assert lines[lines.index("Kommande sammanträden") + 1].startswith("Torsdag 18 mars 2027")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("Thursday 2027-03-18", "torsdag 18 mars 2027 kl. 18.00, Rådhuset"),
        ("Friday 2027-03-19", "torsdag 17 juni 2027, Parken"),
        ("Friday 2027-06-18", "inget kommande sammanträde är planerat"),
    ],
)
def test_a_cancelled_day_is_not_the_next_and_the_day_itself_is(tmp_path: Path, today: str, said: str) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-03-18", "2027-04-15"),
        "parknamnden/2027-04-15/kallelse.md": _call("2027-04-15", "inställt", "skäl: Inga ärenden.\n"),
        "parknamnden/2027-06-17/kallelse.md": _call("2027-06-17", more="plats: Parken\n"),
    }
    assert _next(Day(record(tmp_path, files), day(today))) == said


TWO_DISPATCHES = """steg:
  - id: utskick
    namn: Kallelsen skickas
    dagar_före: 7
    slag: utskick
    vid_helgdag: före
  - id: kompletterande
    namn: Kompletterande utskick
    dagar_före: 2
    slag: utskick
    vid_helgdag: före
"""


def test_the_call_is_due_at_the_first_dispatch_on_the_page_and_in_the_list_of_what_is_due(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-02-18", steps=TWO_DISPATCHES),
        "parknamnden/2027-02-18/kallelse.md": _call("2027-02-18"),
    }
    archive, today = record(tmp_path, files), day("Monday 2027-02-01")
    address = "parknamnden/2027-02-18/"
    page = next(page for page in pages(archive, today) if page.address == address)
    assert "Den kommer här senast torsdag 11 februari 2027." in " ".join(Fragment(page.html).lines)
    papers = [one.date for one in due(archive, today) if one.kind is DueKind.DOCUMENT]
    assert papers == [day("Thursday 2027-02-11")]


@pytest.mark.parametrize(
    ("steps", "days", "sent"),
    [
        (TWO_DISPATCHES, 7, "Thursday 2027-02-11"),
        ("", 7, "Thursday 2027-02-11"),
        ("", None, None),
        (TWO_DISPATCHES.replace("dagar_före: 7", "dagar_efter: 7"), 10, "Tuesday 2027-02-16"),
        (TWO_DISPATCHES.replace("dagar_före", "dagar_efter"), 10, "Monday 2027-02-08"),
        (
            TWO_DISPATCHES.replace("dagar_före: 7", "dagar_före: 0").replace("dagar_före: 2", "dagar_efter: 2"),
            10,
            "Thursday 2027-02-18",
        ),
        (TWO_DISPATCHES.replace("slag: utskick", "slag: deadline", 1), 10, "Tuesday 2027-02-16"),
    ],
    ids=[
        "två utskick",
        "bara kallelse_senast",
        "ingen regel",
        "ett utskick efteråt",
        "inget utskick före",
        "på sammanträdets dag",
        "först ett annat steg",
    ],
)
def test_the_day_of_dispatch(tmp_path: Path, steps: str, days: int | None, sent: str | None) -> None:
    rule = "" if days is None else f"kallelse_senast: {days}\n"
    files = {
        "parknamnden/organ.md": BODY.replace("kallelse_senast: 7\n", rule),
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-02-18", steps=steps),
    }
    body = record(tmp_path, files).bodies[0]
    assert dispatch_day(body, dt.date(2027, 2, 18)) == (day(sent) if sent else None)


MOVED_TWICE = """flyttningar:
  - från: 2027-03-18
    till: 2027-03-25
    skäl: Salen är upptagen.
  - från: 2027-03-25
    till: 2027-04-08
    skäl: Salen är upptagen.
"""


def test_a_meeting_takes_up_each_day_that_it_was_moved_from_or_to(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-03-18", "2027-03-25", "2027-04-08"),
        "parknamnden/2027-03-18/kallelse.md": _call("2027-04-08", more=MOVED_TWICE),
    }
    archive, today = record(tmp_path, files), day("Friday 2027-05-07")
    meeting = archive.meetings[0]
    assert sorted(map(str, days_taken_up(meeting))) == ["2027-03-18", "2027-03-25", "2027-04-08"]
    assert (str(first_day(meeting)), has_its_day(meeting)) == ("2027-03-18", True)
    assert [found.rule for found in check(Day(archive, today))] == []
    assert Day(archive, today).meetings.unopened(archive.bodies[0]) == []
    assert [one.what for one in due(archive, today) if "ingen kallelse" in one.what] == []


def test_a_planned_day_that_no_meeting_takes_up_is_missed_everywhere(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-03-18", "2027-04-01"),
        "parknamnden/2027-03-18/kallelse.md": _call("2027-04-08", more=MOVED_TWICE),
    }
    archive, today = record(tmp_path, files), day("Friday 2027-05-07")
    assert [found.rule for found in check(Day(archive, today))] == ["sammanträde-saknas"]
    missing = [one.what for one in due(archive, today) if one.kind is DueKind.DOCUMENT]
    assert missing == ["Sammanträdet 1 april 2027 har ingen kallelse"]


def test_what_is_opened_is_ahead_and_held_and_its_call_is_due_until_the_day_is_over(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": BODY,
        "parknamnden/sammantradesordning/2027.md": _schedule("2027-03-04", "2027-04-15"),
        "parknamnden/2027-02-18/kallelse.md": _call("2027-02-18", "genomfört"),
        "parknamnden/2027-03-18/kallelse.md": _call("2027-03-18", "inställt", "skäl: Inga ärenden.\n"),
        "parknamnden/2027-03-25/kallelse.md": _call("2027-03-25"),
    }
    archive = record(tmp_path, files)
    last = day("Thursday 2027-03-18")

    def opened(today: dt.date) -> list[tuple[str, dt.date | None]]:
        return [(str(one.date), one.call_due) for one in Day(archive, today).meetings.opened(archive.bodies[0])]

    assert opened(last) == [("2027-03-25", last)]
    assert opened(last + dt.timedelta(days=1)) == [("2027-03-25", None)]
    assert opened(day("Friday 2027-03-26")) == []
    assert [one.date for one in Day(archive, WINTER).meetings.next_of_each] == [day("Thursday 2027-03-04")]
