"""A new year's schedule ("sammanträdesordning"): the days by the rhythm of the years before, their steps as last year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from build_scripts.new.new_files import NewFile, NewFiles
from build_scripts.new.writing import AT_END, Tree, file_text, keys_of
from build_scripts.project import WrongUse
from macros.dates.deadlines import deadlines, out_of_order
from macros.dates.plan import plan_text
from macros.dates.working_days import SATURDAY, end_of_months
from macros.dates.written import capital, date, listing, weekday_date, weekday_day, wrapped
from macros.planning.rhythm import Proposal, earlier_years, empty_months, propose, propose_first, usual_weekday
from macros.record import layout
from macros.record.archive import Body
from macros.record.body import BodyHeader, Weekday
from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.schedule import Pause, ScheduleHeader, Standing

THURSDAY = 3
WEEK = 7

_COUNTED = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def first_steps(weekday: int, summons_days: int) -> list[Tree]:
    """The steps that a body without a schedule is given to begin with, on working weekdays; the body changes them."""
    rows = (
        (
            "deadline_handlingar",
            "Sista dag att lämna handlingar",
            "dagar_före",
            summons_days + WEEK,
            "12:00",
            "deadline",
        ),
        ("beredning", "Ordförandens beredning", "dagar_före", _before(weekday, summons_days + 2), "13:00", "möte"),
        ("utskick", "Kallelse och handlingar skickas", "dagar_före", summons_days, "", "utskick"),
        ("anmäl_förhinder", "Sista dag att anmäla förhinder", "dagar_före", _before(weekday, 2), "12:00", "deadline"),
        ("justering", "Justering av protokollet", "dagar_efter", WEEK, "", "möte"),
    )
    return [
        {
            "id": id,
            "namn": name,
            side: str(days),
            **({"tid": hour} if hour else {}),
            "slag": kind,
            "vid_helgdag": "före" if side == "dagar_före" else "efter",
        }
        for id, name, side, days, hour, kind in rows
    ]


def _before(weekday: int, days: int) -> int:
    """That many days before the weekday, or the few more that a weekend takes."""
    return next(more for more in range(days, days + WEEK) if (weekday - more) % WEEK < SATURDAY)


def new_year(body: Body, year: int, after: dt.date = dt.date.min) -> NewFiles:
    """The schedule of the year after the rhythm of those before, with every day explained; only days after `after`."""
    path = layout.SCHEDULE.at(body.document.folder, str(year))
    if body.schedule(year) is not None:
        raise WrongUse(f"{path} finns redan och skrivs aldrig över. Ändra dagarna i den.")
    earlier = earlier_years(body, year)
    weekday = _weekday(body.header, earlier)
    also = [one.number for one in body.header.weekdays]
    whole = propose(earlier, year, weekday, also) if earlier else propose_first(year, weekday)
    proposals = [one for one in whole if one.date > after]
    if not proposals:
        raise WrongUse(f"det finns ingen {WEEKDAYS[weekday]} kvar att föreslå {year}. Ange ett senare år.")
    before = next((found.header for found in reversed(body.schedules) if found.header.year < year), None)
    days = WEEK if body.header.summons_days is None else body.header.summons_days
    steps = keys_of(before).get("steg", []) if before else first_steps(weekday, days)
    header = schedule_of(year, proposals, steps, before)
    name = body.header.short_name or body.name
    return NewFiles(
        files=(NewFile(path, file_text(header, _body_text(header, proposals, earlier, weekday), REMARKS)),),
        shown="\n".join([*explained(name, proposals, year), "", plan_text(header, name)]),
        told=tuple(_told(header, proposals, before, earlier)),
        then=(
            f"Läs {path} och rätta de dagar som ska vara andra.",
            f"Se planen på nytt med klubbat plan {body.id} {year}.",
            "Skriv läge: beslutad och beslutad_i: när nämnden har beslutat.",
        ),
    )


REMARKS = {
    "läge": ("Ett förslag. När det har lagts fram: skriv föreslagen_i: med sammanträde: och ärende:.",),
    "steg": ("Stegen räknas från varje sammanträde. Ändra dem som inte stämmer i år.",),
    AT_END: ("Ska ett steg ligga en annan dag: skriv avvikelser: under datumet, med stegets id, datum och skäl.",),
}


def _weekday(header: BodyHeader, earlier: dict[int, tuple[dt.date, ...]]) -> int:
    numbers = [weekday.number for weekday in header.weekdays]
    usual = usual_weekday(earlier) if earlier else THURSDAY
    return usual if not numbers or usual in numbers else numbers[0]


def schedule_of(year: int, proposals: Sequence[Proposal], steps: Tree, before: ScheduleHeader | None) -> ScheduleHeader:
    """The schedule's header: the proposed days with the steps, and the earlier year's standing meetings."""
    standing = [
        {**_unprinted(one), **({"undantag": [_moved(pause, year) for pause in one.pauses]} if one.pauses else {})}
        for one in (before.standing if before else ())
    ]
    return ScheduleHeader.model_validate(
        {
            "år": str(year),
            "läge": "föreslagen",
            **({"steg": steps} if steps else {}),
            **({"stående": standing} if standing else {}),
            "sammanträden": [{"datum": one.date.isoformat()} for one in proposals],
        }
    )


def _unprinted(standing: Standing) -> dict[str, Tree]:
    """A standing meeting's keys without the days of the earlier year's printed plan."""
    return {key: value for key, value in keys_of(standing).items() if key != "tryckta_dagar"}


def _moved(pause: Pause, year: int) -> Tree:
    """A pause of whole weeks in the same weeks of the year, another one on the same days."""
    first, last = pause.first, pause.last
    away = year - first.year
    weeks = first.weekday() == Weekday.MONDAY.number and last.weekday() == Weekday.SUNDAY.number
    if weeks and first.isocalendar().week < 52:
        week = first.isocalendar().week
        start = dt.date.fromisocalendar(first.isocalendar().year + away, week, 1)
        end = start + (last - first)
    else:
        start, end = (end_of_months(day, 12 * away) for day in (first, last))
    return {"från": start.isoformat(), "till": end.isoformat(), "skäl": pause.reason}


def explained(name: str, proposals: Sequence[Proposal], year: int) -> Iterator[str]:
    """Each proposed day with why it was chosen."""
    yield f"{name}: förslag till sammanträden {year}"
    width = max((len(weekday_day(one.date, year)) for one in proposals), default=0)
    for one in proposals:
        lead = f"  {weekday_day(one.date, year):<{width}}  "
        yield from wrapped(one.explanation, lead, " " * len(lead))


def _told(
    header: ScheduleHeader,
    proposals: Sequence[Proposal],
    before: ScheduleHeader | None,
    earlier: dict[int, tuple[dt.date, ...]],
) -> Iterator[str]:
    if not earlier:
        weekday = WEEKDAYS[header.meetings[0].date.weekday()]
        yield f"Det finns inga tidigare år att följa: dagarna är den tredje {weekday}en i varje månad utom juli."
    elif free := empty_months(earlier):
        yield f"Ingen dag ligger i {listing([MONTHS[month - 1] for month in free])}: inget tidigare år har haft sammanträde då."
    if earlier and len(earlier[max(earlier)]) > len(proposals):
        yield f"{max(earlier)} hade {len(earlier[max(earlier)])} sammanträden; bara {len(proposals)} fick plats."
    if before is None:
        yield "Stegen är ett förslag att börja med. Ingen lag bestämmer dem; nämnden gör det."
    elif before.year != header.year - 1:
        yield f"Närmast föregående ordning är från {before.year}."
    if before and any(planned.deviations for planned in before.meetings):
        yield f"Avvikelserna {before.year} är inte med: de gällde det årets dagar."
    if any(standing.pauses for standing in header.standing):
        yield "Uppehållen i de stående mötena har flyttats till samma veckor eller datum. Kontrollera dem."
    for planned in header.meetings:
        for wrong in out_of_order(deadlines(header, planned)):
            other = wrong.other.step.name if wrong.other else "sammanträdet"
            yield (
                f"Se över {date(planned.date)}: {wrong.deadline.step.name} flyttas till "
                f"{weekday_date(wrong.deadline.date)} och passerar {other}."
            )


def _body_text(
    header: ScheduleHeader, proposals: Sequence[Proposal], earlier: dict[int, tuple[dt.date, ...]], weekday: int
) -> str:
    """What the page says about the days, proposed or decided: how many, after which years, and those that had to move."""
    number = len(header.meetings)
    count = _COUNTED[number] if number < len(_COUNTED) else str(number)
    plural = f"{WEEKDAYS[weekday]}{'ar' if number != 1 else ''}"
    rhythm = f" Dagarna ligger i samma veckor som {max(earlier)}." if earlier else ""
    paragraphs = [f"Ordningen omfattar {count} {plural}.{rhythm}"]
    moved = [one for one in proposals if one.passed]
    if moved:
        paragraphs.append("De här dagarna är flyttade:")
        paragraphs.append(
            "\n".join(
                f"- {weekday_day(one.date, header.year)} i stället för {weekday_day(one.passed[0].date, header.year)}: "
                f"{one.passed[0].why}"
                for one in moved
            )
        )
    return capital("\n\n".join(paragraphs))
