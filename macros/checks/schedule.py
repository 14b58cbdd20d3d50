"""Rules of a schedule ("sammanträdesordning") by itself: its file, its dates and standing meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.checks.given import Given, Rule
from macros.finding import Finding
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Document


def file_is_year(given: Given) -> Iterator[Finding]:
    """A schedule's file is named by its year ("år")."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            stem = _stem(schedule.path)
            if stem != str(schedule.header.year):
                yield schedule.error(
                    "år-filnamn",
                    ("år",),
                    f"Filen heter {stem}.md men år är {schedule.header.year}.",
                    f"skriv år: {stem}, eller byt namn på filen till {schedule.header.year}.md.",
                )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def dates_of_the_year(given: Given) -> Iterator[Finding]:
    """Every date of a schedule ("sammanträden") lies in its year and stands there once."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            year, first = schedule.header.year, dict[dt.date, int]()
            for n, planned in enumerate(schedule.header.meetings):
                keys = ("sammanträden", n, "datum")
                if planned.date.year != year and str(planned.date.year) != _stem(schedule.path):
                    yield schedule.error(
                        "fel-år",
                        keys,
                        f"{planned.date} ligger inte i {year}.",
                        f"skriv {year}{planned.date.isoformat()[4:]}, eller flytta raden till {planned.date.year} års ordning.",
                    )
                if first.setdefault(planned.date, n) != n:
                    line = schedule.place("sammanträden", first[planned.date], "datum").line
                    yield schedule.error(
                        "planerat-dubbelt",
                        keys,
                        f"{planned.date} står två gånger; första gången på rad {line}.",
                        "rätta datumet, eller ta bort den ena raden.",
                    )


def ids_once(given: Given) -> Iterator[Finding]:
    """A step ("steg") and a standing meeting ("stående") have an id of their own."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            yield from _twice(schedule, "steg", [step.id for step in schedule.header.steps])
            yield from _twice(schedule, "stående", [standing.id for standing in schedule.header.standing])


def _twice(schedule: Document[ScheduleHeader], key: str, ids: list[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for n, id in enumerate(ids):
        if first.setdefault(id, n) != n:
            line = schedule.place(key, first[id], "id").line
            yield schedule.error(
                "steg-dubbelt",
                (key, n, "id"),
                f"Id {id} står två gånger; första gången på rad {line}.",
                "ge det ena ett eget id.",
            )


def pauses_end_after_they_begin(given: Given) -> Iterator[Finding]:
    """A pause ("undantag") of a standing meeting ends on the day it begins or later."""
    for body in given.archive.bodies:
        for schedule in body.schedules:
            for n, standing in enumerate(schedule.header.standing):
                for m, pause in enumerate(standing.pauses):
                    if pause.last < pause.first:
                        yield schedule.error(
                            "undantag-ordning",
                            ("stående", n, "undantag", m, "till"),
                            f"Undantaget slutar {pause.last}, före dess början {pause.first}.",
                            "byt plats på från och till, eller rätta dagarna.",
                        )


RULES: tuple[Rule, ...] = (file_is_year, dates_of_the_year, ids_once, pauses_end_after_they_begin)
