"""What the tests of dates share: weekdays in test ids, and small schedules made through the real models."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from macros.record.schedule import ScheduleHeader

ROOT = Path(__file__).parents[2]
PRINTED = Path(__file__).parent / "printed"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(written: str) -> dt.date:
    """The date of "Monday 2018-04-02"; the weekday must be the true one."""
    weekday, date = written.split(" ")
    found = dt.date.fromisoformat(date)
    assert _WEEKDAYS[found.weekday()] == weekday, written
    return found


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
