"""What the tests of dates share: weekdays in test ids, and small schedules made through the real models."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from macros.record.schedule import ScheduleHeader

ROOT = Path(__file__).parents[2]
PRINTED = Path(__file__).parent / "printed"
ONE_DAY = dt.timedelta(days=1)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(written: str) -> dt.date:
    """The date of "Monday 2018-04-02"; the weekday must be the true one."""
    weekday, date = written.split(" ")
    found = dt.date.fromisoformat(date)
    assert _WEEKDAYS[found.weekday()] == weekday, written
    return found


@cache
def _easter(year: int) -> dt.date:
    """Easter Sunday by Butcher's reckoning."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, number = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return dt.date(year, month, number + 1)


@cache
def _free(year: int) -> frozenset[dt.date]:
    """The year's holidays and eves as the two laws name them, without the package that the program uses."""
    fixed = {(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)} | ({(6, 6)} if year >= 2005 else set())
    easter = _easter(year)
    movable = {-2, 0, 1, 39, 49} | ({50} if year <= 2004 else set())
    saturdays = [
        first + ONE_DAY * ((5 - first.weekday()) % 7) for first in (dt.date(year, 6, 20), dt.date(year, 10, 31))
    ]
    days = {dt.date(year, month, number) for month, number in fixed} | {easter + ONE_DAY * apart for apart in movable}
    return frozenset({*days, *saturdays, saturdays[0] - ONE_DAY})


def is_free(date: dt.date) -> bool:
    """Whether the day is no working day, by these laws and reckonings of our own."""
    return date.weekday() >= 5 or date in _free(date.year)


def step(id: str, when_holiday: str = "behåll", **keys: str) -> dict[str, str]:
    """A step's keys; `dagar_före` or `dagar_efter` as keyword."""
    return {"id": id, "namn": id.capitalize(), "slag": "deadline", "vid_helgdag": when_holiday, **keys}


def schedule(
    *steps: dict[str, str],
    meetings: tuple[str, ...] = ("2018-04-12",),
    by_hand: dict[str, dict[str, dict[str, str]]] | None = None,
    standing: tuple[dict[str, Any], ...] = (),
) -> ScheduleHeader:
    """A schedule for the year of its first meeting; `by_hand` holds the overrides by meeting and step."""
    overrides = by_hand or {}
    return ScheduleHeader.model_validate(
        {
            "år": meetings[0][:4],
            "läge": "beslutad",
            "steg": list(steps),
            "stående": list(standing),
            "sammanträden": [{"datum": date, "avvikelser": overrides.get(date, {})} for date in meetings],
        }
    )


def avux_2018() -> ScheduleHeader:
    """The rules that stand in the head of the printed plan of 2018, without what the plan sets otherwise."""
    pause = "Inga tider i planen"
    return schedule(
        step("deadline_ordförandeberedning", "efter", dagar_före="17"),
        step("ordförandeberedning", "efter", dagar_före="10"),
        step("deadline_nämnd", "före", dagar_före="8"),
        step("oppositionsberedning", dagar_före="3"),
        step("facklig_samverkan", dagar_före="1"),
        meetings=(
            "2018-01-18",
            "2018-02-15",
            "2018-03-15",
            "2018-04-12",
            "2018-05-17",
            "2018-06-14",
            "2018-08-30",
            "2018-09-13",
            "2018-10-11",
            "2018-11-08",
            "2018-12-06",
        ),
        standing=(
            {"id": "förvaltningsberedning", "namn": "Förvaltningsberedning", "veckodag": "måndag"},
            {
                "id": "fb",
                "namn": "FB",
                "veckodag": "onsdag",
                "undantag": [
                    {"från": "2018-07-01", "till": "2018-08-14", "skäl": pause},
                    {"från": "2018-12-20", "till": "2018-12-31", "skäl": pause},
                ],
            },
            {
                "id": "ksb",
                "namn": "KSB",
                "veckodag": "måndag",
                "undantag": [
                    {"från": "2018-01-01", "till": "2018-01-01", "skäl": pause},
                    {"från": "2018-07-01", "till": "2018-08-12", "skäl": pause},
                    {"från": "2018-12-18", "till": "2018-12-31", "skäl": pause},
                ],
            },
        ),
    )


PROJECT_BODY = """---
namn: Provnämnden
kommun: Exempel kommun
slag: nämnd
---
"""
PROJECT_SCHEDULE = """---
år: 2018
läge: beslutad
steg:
  - {id: handlingar, namn: "Handlingar | till sekreteraren", dagar_före: 10, tid: "12:00", slag: deadline, vid_helgdag: efter}
  - {id: tidigt, namn: Tidig start, dagar_före: 110, slag: möte, vid_helgdag: behåll}
  - {id: samråd, namn: Samråd, dagar_före: 1, tid: 13:00-14:30, slag: möte, vid_helgdag: behåll}
  - {id: gruppmöte, namn: Gruppmöte, dagar_före: 0, tid: "18:30", slag: möte, vid_helgdag: behåll}
  - {id: justering, namn: Justering, dagar_efter: 14, slag: möte, vid_helgdag: före}
stående:
  - {id: avstämning, namn: Avstämning, veckodag: måndag, månader: [4], tid: 09:00-10:00}
sammanträden:
  - datum: 2018-04-12
    avvikelser:
      samråd: {datum: 2018-04-09, skäl: Lokalen är upptagen.}
---
"""
