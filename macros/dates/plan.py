"""The year's plan, and its comparison with a printed one, as texts for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from macros.dates.comparison import compare_listed
from macros.dates.deadlines import Deadline, deadlines
from macros.dates.plan_rows import Judgement, PlanRow
from macros.dates.printed_plan import MEETING
from macros.dates.standing import standing_days
from macros.dates.written import clock, hours, listing, several_dates, weekday_day, wrapped
from macros.record.schedule import Pause, PlannedMeeting, ScheduleHeader, Standing, Step

HOURS_WIDTH = len("kl. 16.00–17.30")


def plan_text(schedule: ScheduleHeader, name: str) -> str:
    """The whole year: each meeting with its steps, the standing meetings, and the dates that are set by hand."""
    parts = [f"{name}: sammanträdesordning {schedule.year} ({schedule.state})"]
    found = {planned.date: deadlines(schedule, planned) for planned in schedule.meetings}
    steps = [step for of_meeting in found.values() for step in of_meeting]
    width = max((len(weekday_day(step.date, schedule.year)) for step in steps), default=0)
    parts += ["\n".join(_meeting(planned, found[planned.date], schedule.year, width)) for planned in schedule.meetings]
    if schedule.standing:
        parts.append("\n".join(_standing_section(schedule)))
    if any(step.deviates for step in steps):
        parts.append("\n".join(_by_hand_section(steps, schedule.year)))
    return "\n\n".join(parts)


def _meeting(planned: PlannedMeeting, steps: Sequence[Deadline], year: int, width: int) -> Iterator[str]:
    own = [
        f" {clock(planned.time)}" if planned.time else "",
        f", {planned.venue}" if planned.venue else "",
        f" ({planned.kind})" if planned.kind else "",
    ]
    yield from wrapped(f"Sammanträde {several_dates(planned.days, weekdays=True)}{''.join(own)}", "", "  ")
    if planned.note:
        yield from wrapped(planned.note, "  ", "  ")
    if not steps:
        yield "  inga steg i ordningen"
    said = None
    for step in steps:
        part = _part(step)
        if part != said and part:
            yield f"  {part}"
        said = part
        yield from _step(step, year, width)


def _part(step: Deadline) -> str | None:
    if step.date < step.meeting:
        return None
    return "Samma dag" if step.date == step.meeting else "Efter sammanträdet"


def _step(step: Deadline, year: int, width: int) -> Iterator[str]:
    when = hours(step.step.hours) if step.step.hours else ""
    lead = f"  {weekday_day(step.date, year):<{width}}  {when:<{HOURS_WIDTH}}  "
    yield from wrapped(step.step.name, lead, " " * len(lead))
    if remark := _remark(step, year):
        yield from wrapped(f"→ {remark}", " " * 4, " " * 6)


def _remark(step: Deadline, year: int) -> str | None:
    if step.deviates:
        return f"avvikelse i ordningen; regeln ger {weekday_day(step.by_rule, year)}"
    if step.moved:
        return f"flyttad från {weekday_day(step.nominal, year)}: {step.reason}"
    return f"behålls fast dagen är {step.holiday}" if step.holiday else None


def _standing_section(schedule: ScheduleHeader) -> Iterator[str]:
    yield "Stående möten"
    for standing in schedule.standing:
        due = standing_days(standing, schedule.year)
        when = f" {hours(standing.hours)}" if standing.hours else ""
        yield from wrapped(f"{standing.name}: {standing.weekday}ar{when}, {len(due)} gånger", "  ", "    ")
        for pause in standing.pauses:
            yield from _pause(pause, schedule.year)
        clashes = [f"{weekday_day(day.date, schedule.year)} ({day.holiday})" for day in due if day.holiday]
        if clashes:
            yield from wrapped(f"på helgdag: {listing(clashes)}", " " * 4, " " * 6)
        for row in compare_listed(standing, schedule.year):
            if row.differs:
                yield from wrapped(f"tryckt plan, {_judged(row, schedule.year)}", " " * 4, " " * 6)


def _judged(row: PlanRow, year: int) -> str:
    """A printed or missing day with how it stands to the rule."""
    day = row.printed or row.date
    shown = weekday_day(day, year) if day else ""
    return f"{shown}: {row.judgement}" + (f" ({row.reason})" if row.reason else "")


def _pause(pause: Pause, year: int) -> Iterator[str]:
    first, last = weekday_day(pause.first, year), weekday_day(pause.last, year)
    span = first if pause.first == pause.last else f"{first} till {last}"
    yield from wrapped(f"uppehåll {span}: {pause.reason}", " " * 4, " " * 6)


def _by_hand_section(steps: Iterable[Deadline], year: int) -> Iterator[str]:
    yield "Avvikelser i ordningen"
    for step in steps:
        if step.deviates:
            yield from wrapped(f"{step.step.name}, sammanträdet {weekday_day(step.meeting, year)}", "  ", "    ")
            yield f"    {weekday_day(step.date, year)} i stället för {weekday_day(step.by_rule, year)}"
            yield from wrapped(f"Skäl: {step.reason}", " " * 4, " " * 6)


def comparison_text(schedule: ScheduleHeader, rows: Sequence[PlanRow], file: str) -> str:
    """What a printed plan has: how many dates agree, which are rightly moved, every difference with its cause."""
    judged = [row for row in rows if row.printed or row.differs]
    counts = Counter(row.judgement for row in judged)
    told = [f"{judgement}: {counts[judgement]}" for judgement in Judgement if counts[judgement]]
    lines = [f"Jämförelse med {file}", f"  {len(judged)} datum jämförda"]
    lines += [f"    {line}" for line in told]
    if left_out := _left_out(schedule, judged):
        lines += wrapped(f"utan kolumn i filen: {listing(left_out)}", "  ", "    ")
    moved = [row for row in judged if row.judgement is Judgement.RIGHTLY_MOVED]
    differing = [row for row in judged if row.differs]
    for title, chosen in (("Rätt flyttade", moved), ("Skillnader", differing)):
        if chosen:
            lines += ["", title, *(line for row in chosen for line in _compared(schedule, row))]
    return "\n".join([*lines, "", _verdict(len(differing))])


def _left_out(schedule: ScheduleHeader, judged: Sequence[PlanRow]) -> list[str]:
    """The names of the steps, or of the standing meetings, that the printed plan has no column for."""
    printed = {row.step for row in judged}
    meetings = any(row.meeting for row in judged)
    known: Sequence[Step | Standing] = schedule.steps if meetings else schedule.standing
    return [one.name for one in known if one.id not in printed]


def _verdict(differences: int) -> str:
    if not differences:
        return "Den tryckta planen stämmer med regeln."
    return "1 skillnad mot regeln." if differences == 1 else f"{differences} skillnader mot regeln."


def _compared(schedule: ScheduleHeader, row: PlanRow) -> Iterator[str]:
    date = row.printed or row.date
    shown = weekday_day(date, schedule.year) if date else ""
    name = _name(schedule, row)
    if row.meeting and row.step != MEETING:
        name += f", sammanträdet {weekday_day(row.meeting, schedule.year)}"
    yield from wrapped(f"{shown}: {name}", "  ", " " * 6)
    said = f"{row.judgement}: {row.reason}" if row.reason else f"{row.judgement}"
    if row.judgement is Judgement.ON_HOLIDAY and row.date and row.date != row.printed:
        said += f"; regeln ger {weekday_day(row.date, schedule.year)}"
    yield from wrapped(said, " " * 4, " " * 6)


def _name(schedule: ScheduleHeader, row: PlanRow) -> str:
    known: Sequence[Step | Standing] = schedule.steps if row.meeting else schedule.standing
    return next((one.name for one in known if one.id == row.step), row.step)
