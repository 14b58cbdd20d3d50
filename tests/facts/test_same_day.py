"""Several meetings on a day stand in order of time (then folder) everywhere, and their paragraphs run on in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import check
from macros.facts.day import Day
from macros.pages.build import pages
from macros.planning.numbering import next_paragraph, without_minutes
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

TODAY = day("Friday 2026-03-20")
MORNING, EVENING = "2026-03-12-extra", "2026-03-12"
PLACE = "parknamnden/2026-03-12"


def _call(time: str | None, kind: str = "ordinarie") -> str:
    hour = f"tid: {time}\n" if time else ""
    return f"---\ndatum: 2026-03-12\n{hour}läge: genomfört\nslag: {kind}\n---\n"


def _minutes(first: int, last: int) -> str:
    rows = "".join(f"  - nummer: {n}\n    rubrik: Information\n    utfall: noteras\n" for n in range(first, last + 1))
    who = "närvarande:\n  ordförande: Anna Ek\n  ledamöter:\n    - namn: Anna Ek\n    - namn: Bo Al\n"
    numbers = ", ".join(map(str, range(first, last + 1)))
    approval = f"justeringar:\n  - paragrafer: {numbers}\n    justerare:\n      - Bo Al\n"
    return f"---\n{who}paragrafer:\n{rows}{approval}---\n"


def _record(root: Path, evening: str | None, morning: str | None, **more: str) -> Archive:
    files = {
        "parknamnden/organ.md": BODY,
        f"{PLACE}/kallelse.md": _call(evening),
        f"{PLACE}-extra/kallelse.md": _call(morning, "extra"),
    }
    return record(root, files | more)


@pytest.mark.parametrize(
    ("evening", "morning", "order"),
    [
        ("18:00", "08:00", [MORNING, EVENING]),
        ("08:00", "18:00", [EVENING, MORNING]),
        ("18:00", "18:00", [EVENING, MORNING]),
        ("18:00", None, [EVENING, MORNING]),
        (None, "08:00", [MORNING, EVENING]),
        (None, None, [EVENING, MORNING]),
    ],
    ids=["extra först", "extra sist", "samma tid", "extra utan tid", "ordinarie utan tid", "ingen tid"],
)
def test_the_meetings_of_a_day_stand_in_order_of_time(
    tmp_path: Path, evening: str | None, morning: str | None, order: list[str]
) -> None:
    archive = _record(tmp_path, evening, morning)
    facts = Day(archive, TODAY)
    assert [meeting.id for meeting in archive.bodies[0].meetings] == order
    assert [meeting.id for meeting in archive.meetings] == order
    assert [found.meeting and found.meeting.id for found in facts.meetings.of(archive.bodies[0])] == order


def test_the_meetings_of_a_day_in_two_bodies_stand_in_order_of_time(tmp_path: Path) -> None:
    first = {"anlaggningsnamnden/organ.md": BODY, "anlaggningsnamnden/2026-03-12/kallelse.md": _call("13:00")}
    archive = _record(tmp_path, "18:00", "08:00", **first)
    facts = Day(archive, day("Thursday 2026-03-12"))
    expected = ["08:00:00", "13:00:00", "18:00:00"]
    assert [str(meeting.header.time) for meeting in archive.meetings] == expected
    assert [str(found.time) for found in facts.meetings.all_coming] == expected


def test_paragraphs_run_on_from_the_meeting_that_began_earlier(tmp_path: Path) -> None:
    minutes = {f"{PLACE}-extra/protokoll.md": _minutes(1, 1), f"{PLACE}/protokoll.md": _minutes(2, 3)}
    archive = _record(tmp_path, "18:00", "08:00", **minutes)
    assert [found.message for found in check(Day(archive, TODAY)) if found.rule == "paragraf-serie"] == []
    turned = _record(tmp_path / "andra", "08:00", "18:00", **minutes)
    assert [found.message for found in check(Day(turned, TODAY)) if found.rule == "paragraf-serie"] == [
        "Protokollet börjar med § 1 efter protokollet 2026-03-12; numren där gick till § 3."
    ]


def test_the_next_paragraph_follows_the_meeting_that_began_earlier(tmp_path: Path) -> None:
    archive = _record(tmp_path, "18:00", "08:00", **{f"{PLACE}-extra/protokoll.md": _minutes(1, 4)})
    body = archive.bodies[0]
    assert [next_paragraph(body, meeting) for meeting in body.meetings] == [1, 5]
    earlier = {"parknamnden/2026-02-12/kallelse.md": _call("18:00").replace("2026-03", "2026-02")}
    earlier["parknamnden/2026-02-12/protokoll.md"] = _minutes(1, 1)
    body = _record(tmp_path / "andra", "18:00", "08:00", **earlier).bodies[0]
    assert [[one.id for one in without_minutes(body, meeting)] for meeting in body.meetings] == [[], [], [MORNING]]


def test_pages_show_the_earlier_meeting_first(tmp_path: Path) -> None:
    archive = _record(tmp_path, "18:00", "08:00")
    html = {page.address: page.html for page in pages(archive, TODAY)}
    month, year = html["kalender/2026-03/"], html["parknamnden/2026/"]
    assert month.index("kl. 08.00".replace(" ", "\N{NO-BREAK SPACE}")) < month.index("18.00")
    assert year.index(f"{PLACE}-extra/") < year.index(f"{PLACE}/")
    assert "Nästa: sammanträdet 12 mars 2026" in " ".join(Fragment(html[f"{PLACE}-extra/"]).lines).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_a_stop_of_a_route_leads_to_the_ordinary_meeting_of_its_day(tmp_path: Path) -> None:
    facts = Day(_record(tmp_path, "18:00", "08:00"), TODAY)
    found = facts.meetings.on("parknamnden", day("Thursday 2026-03-12"))
    assert found is not None
    assert found.id == EVENING
