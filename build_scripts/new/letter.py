"""The letter of a new call ("kallelse"): every date in it is a macro, so that it follows the meeting when it moves."""

from __future__ import annotations

import re

from build_scripts.new.writing import markdown
from macros.dates.written import hours
from macros.record.body import BodyHeader
from macros.record.schedule import ScheduleHeader, Step
from macros.record.summons import SummonsHeader
from macros.record.values import Hours

_CALLABLE = re.compile(r"[\w .-]+")
"""Ids that can stand within the quotes of a call."""


def letter(body: BodyHeader, summons: SummonsHeader, schedule: ScheduleHeader | None) -> str:
    """The letter as Markdown: the call itself, whom to tell about absence, and the steps before and after."""
    steps = [step for step in (schedule.steps if schedule else ()) if _CALLABLE.fullmatch(step.id)]
    absence = summons.absence.step if summons.absence else None
    before = sorted((step for step in steps if step.offset < 0 and step.id != absence), key=lambda step: step.offset)
    after = sorted((step for step in steps if step.offset >= 0), key=lambda step: step.offset)
    parts = [f"{markdown(body.name)} kallas till sammanträde. {_where(summons)}".strip()]
    parts += _groups(summons)
    parts += _absence(summons, {step.id for step in steps})
    if before:
        parts += ["## Före sammanträdet", _listed(before)]
    if after:
        parts += ["## Efter sammanträdet", _listed(after)]
    return "\n\n".join(parts) + "\n"


def _where(summons: SummonsHeader) -> str:
    start = f"Det börjar {hours(Hours(summons.time))}." if summons.time else ""
    return f"{start} {f'Plats: {markdown(summons.venue)}.' if summons.venue else ''}".strip()


def _groups(summons: SummonsHeader) -> list[str]:
    """A sentence for each group that gathers before the meeting."""
    said = [
        f"{markdown(group.group)} samlas{f' {hours(Hours(group.time))}' if group.time else ''}"
        f"{f', {markdown(group.venue)}' if group.venue else ''}."
        for group in summons.group_meetings
    ]
    return [" ".join(said)] if said else []


def _absence(summons: SummonsHeader, steps: set[str]) -> list[str]:
    if summons.absence is None:
        return []
    rows = [f"- Till: {markdown(summons.absence.to)}"]
    rows += [f"- Senast: {_deadline(summons.absence.step)}"] if summons.absence.step in steps else []
    return ["## Anmäl förhinder", "\n".join(rows)]


def _listed(steps: list[Step]) -> str:
    return "\n".join(f"- {markdown(step.name)}: {_deadline(step.id)}" for step in steps)


def _deadline(step_id: str | None) -> str:
    return f'{{{{ tidsfrist("{step_id}") }}}}'
