"""The bodies of a yearly plan matched with those of the record, and the new schedules ("sammanträdesordning") that they get."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.imports.plan_cells import name_of
from build_scripts.imports.plan_year import PlanOfBody, PrintedDay
from build_scripts.new.new_files import CHECK, NewFile, NewFiles, header_of
from build_scripts.new.writing import file_text
from build_scripts.project import WrongUse
from macros.dates.written import capital, clock, counted, listing, weekday_day
from macros.record import layout
from macros.record.archive import Archive, Body
from macros.record.schedule import ScheduleHeader
from macros.record.values import did_you_mean

_REMARKS = {
    "läge": (
        "Inläst ur en årsplan. Är planen beslutad: skriv läge: beslutad, och beslutad_i: med sammanträde och ärende.",
    ),
    "sammanträden": ("Stegen före varje sammanträde står inte i planen. Skriv dem under steg:, som i andra år.",),
}


@dataclass(frozen=True)
class Matching:
    """How a plan's names are matched: those that the user maps (name to id), short names that the plan itself explains.

    `only` is the one body that is asked for.
    """

    mapped: Mapping[str, str]
    explained: Mapping[str, str]
    only: Body | None = None


def schedules(archive: Archive, plans: Sequence[PlanOfBody], year: int, matching: Matching) -> NewFiles:
    """A schedule for each body of the plan that has a folder and none for the year; what came in is listed body by body."""
    files: list[NewFile] = []
    shown: list[str] = []
    told: list[str] = []
    left_out: list[str] = []
    _refuse_unknown(archive, plans, matching)
    for plan in plans:
        body, why = _body(archive, plan, matching)
        if body is None and matching.only is not None:
            told.append(f"{plan.name} i planen är inte {matching.only.id} och är inte med.")
            continue
        path = layout.SCHEDULE.at(body.document.folder, str(year)) if body else ""
        if body is None:
            why = why or "inget organ här heter så"
        elif body.schedule(year) is not None or any(file.path == path for file in files):
            why = f"{path} finns redan och skrivs aldrig över"
        elif not plan.days:
            why = "ingen dag kunde placeras"
        if body is None or why:
            left_out += [f"{plan.name}: {why}.", *(f"{plan.name}: {one}" for one in plan.left_out)]
            continue
        files.append(NewFile(path, file_text(_schedule(body, plan, year), "", _REMARKS)))
        shown += [*_listed(body, plan, year), ""]
        told += (f"{plan.name}: {capital(one)}" for one in (*plan.told, *_hours(body, plan)))
        left_out += (f"{plan.name}: {capital(one)}" for one in plan.left_out)
    if not files:
        raise WrongUse(
            "\n".join(
                ["inget organ i planen får en sammanträdesordning.", *(f"  - {one}" for one in (*left_out, *told))]
            )
        )
    return NewFiles(
        tuple(files),
        shown="\n".join(shown).strip(),
        told=tuple(told),
        left_out=tuple(left_out),
        then=(
            f"Läs varje ny fil mot planen. Se den med klubbat plan ORGAN {year}.",
            "Skriv in stegen före sammanträdena, och läge: beslutad när planen är det.",
            CHECK,
        ),
    )


def _refuse_unknown(archive: Archive, plans: Sequence[PlanOfBody], matching: Matching) -> None:
    """A name that the user maps must be in the plan, and its body here."""
    names = [plan.name for plan in plans]
    for name, id in matching.mapped.items():
        if not any(_same(name, known) for known in names):
            raise WrongUse(f'planen har inget organ "{name}". Den har {listing(names)}.')
        if archive.body(id) is None:
            meant = did_you_mean(id, archive.body_by_id)
            raise WrongUse(f'organet "{id}" finns inte.' + (f" Menade du {meant}?" if meant else ""))


def _body(archive: Archive, plan: PlanOfBody, matching: Matching) -> tuple[Body | None, str]:
    """The body that the plan's name means, by the user's word, else by its own id, name and short name; or why none."""
    mapped = next((id for name, id in matching.mapped.items() if _same(name, plan.name)), None)
    if mapped is not None:
        found = [body for body in archive.bodies if body.id == mapped]
    else:
        names = (plan.name, matching.explained.get(plan.name, plan.name))
        found = [body for body in archive.bodies if any(_same(name, own) for name in names for own in _own_names(body))]
    if matching.only is not None:
        found = [body for body in found if body is matching.only]
    if len(found) > 1:
        ids = [body.id for body in found]
        return None, f'kan vara {" eller ".join(ids)}; säg vilket med --heter "{plan.name}={ids[0]}"'
    if not found:
        return (
            None,
            f'inget organ här heter så; säg vilket det är med --heter "{plan.name}=ORGAN", eller gör det med klubbat init',
        )
    return found[0], ""


def usual_weekdays(archive: Archive, names: Iterable[str], matching: Matching) -> dict[str, frozenset[int]]:
    """The weekdays ("sammanträdesdag") of the bodies that a plan's headings name, as far as the record has both."""
    known = {name: _body(archive, PlanOfBody(name_of(name)[0]), matching)[0] for name in names}
    return {
        name: frozenset(weekday.number for weekday in body.header.weekdays)
        for name, body in known.items()
        if body is not None and body.header.weekdays
    }


def _own_names(body: Body) -> Iterator[str]:
    yield from filter(None, (body.id, *body.header.names, body.header.short_name))


def _same(one: str, other: str) -> bool:
    """Whether two names are one, however they are cased and parted ("KS AU", "KSAU")."""
    return _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFC", name).casefold() if sign.isalnum())


def _schedule(body: Body, plan: PlanOfBody, year: int) -> ScheduleHeader:
    days = [_keys(body, plan, day) for day in plan.days]
    return header_of(ScheduleHeader, {"år": str(year), "läge": "föreslagen", "sammanträden": days})


def _keys(body: Body, plan: PlanOfBody, day: PrintedDay) -> dict[str, Any]:
    time = day.time or plan.time
    keys = {
        "datum": day.date.isoformat(),
        "fler_dagar": [{"datum": date.isoformat()} for date in day.further] or None,
        "tid": f"{time:%H:%M}" if time and time != body.header.time else None,
        "slag": day.kind.value if day.kind else None,
        "anmärkning": "; ".join(day.notes) or None,
    }
    return {key: value for key, value in keys.items() if value is not None}


def _hours(body: Body, plan: PlanOfBody) -> Iterator[str]:
    """Where the plan's usual hour is not the body's: it then stands at every day."""
    if plan.time and plan.time != body.header.time:
        own = f"organ.md säger {clock(body.header.time)}" if body.header.time else "organ.md har ingen tid"
        yield f"planens tid {clock(plan.time)} står på varje dag, för {own}."


def _listed(body: Body, plan: PlanOfBody, year: int) -> Iterator[str]:
    """What came in for a body: each day with the hour that holds and what the plan says of it."""
    yield f"{plan.name} → {body.id}: {counted(len(plan.days), 'dag', 'dagar')}"
    for day in plan.days:
        time = day.time or plan.time
        said = [f" {clock(time)}" if time else "", *(f", {one}" for one in (day.kind, *day.notes) if one)]
        yield f"  {' och '.join(weekday_day(date, year) for date in (day.date, *day.further))}{''.join(said)}"
