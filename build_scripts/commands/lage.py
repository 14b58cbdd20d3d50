"""`klubbat läge`: what is due, for every body that is followed, with its day and how many days are left.

It is told as a text for the terminal, as a Markdown list, and as JSON.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from build_scripts import named
from build_scripts.letters.putting import add_recipients, put, tell_of_recipients
from build_scripts.letters.recipients import Recipients
from build_scripts.letters.recipients import read as read_recipients
from build_scripts.letters.reminders import reminders
from build_scripts.loading import load
from build_scripts.new import asking
from build_scripts.project import WrongUse, add_format, add_today, today
from build_scripts.report import Refused, report
from build_scripts.site.attempts import failed_night
from build_scripts.site.shown_site import shown_site
from macros.dates.written import capital, clock, days_left, weekday_date, weekday_day, wrapped
from macros.finding import has_errors
from macros.planning.due import due
from macros.planning.task import Due

HELP = "Visar vad som väntar: steg, handlingar, listor, protokoll, anslag och uppdrag, med dagar kvar."

HORIZON = "30"
MOST = 4000


@dataclass(frozen=True)
class Situation:
    """What is due on a day: all of it in order, and how many days ahead are told."""

    due: Sequence[Due]
    today: dt.date
    horizon: int

    @property
    def late(self) -> list[Due]:
        """What should have been done before today."""
        return [one for one in self.due if one.late(self.today)]

    @property
    def near(self) -> list[Due]:
        """What is due from today to the horizon."""
        return [one for one in self.due if 0 <= one.days_left(self.today) <= self.horizon]

    @property
    def told(self) -> list[Due]:
        """All that is told: the late and the near."""
        return [*self.late, *self.near]

    @property
    def next(self) -> Due | None:
        """The first thing after the horizon."""
        return next((one for one in self.due if one.days_left(self.today) > self.horizon), None)


def as_text(situation: Situation) -> str:
    """The situation in a terminal: what is late, then day by day, then what comes after."""
    parts = [f"Läget {weekday_date(situation.today)}"]
    if situation.late:
        parts += ["Försenat", *_days(situation.late, situation.today)]
    if situation.near:
        parts += [f"{capital(_span(situation))}"] if situation.late else []
        parts += _days(situation.near, situation.today)
    parts.append("\n".join(wrapped(_ending(situation))))
    return "\n\n".join(parts) + "\n"


def _days(due: Sequence[Due], today: dt.date) -> Iterator[str]:
    """One part for each day: its date and how far off it is, then what is due."""
    for day, of_day in groupby(due, key=lambda one: one.date):
        lines = [f"{capital(weekday_day(day, today.year))}, {days_left((day - today).days)}"]
        for one in of_day:
            hour = f" {clock(one.time)}" if one.time else ""
            lines += wrapped(f"{_name(one)}{hour}: {one.what}", "  ", "    ")
            if one.remedy:
                lines += wrapped(f"→ {one.remedy}", "    ", "      ")
            if one.note:
                lines += wrapped(f"Förklaring i filen: {one.note}", "    ", "      ")
        yield "\n".join(lines)


def _name(one: Due) -> str:
    return one.body.header.short_name or one.body.name


def _span(situation: Situation) -> str:
    if situation.horizon == 0:
        return "i dag"
    return "till i morgon" if situation.horizon == 1 else f"de närmaste {situation.horizon} dagarna"


def _ending(situation: Situation) -> str:
    """The last line: what comes after, or that nothing waits."""
    after = situation.next
    nothing = "" if situation.told else f"Inget väntar {_span(situation)}. "
    if after is None:
        return f"{nothing}Inget mer finns inplanerat."
    day = weekday_date(after.date)
    what = after.what.rstrip(".")
    return f"{nothing}Därefter: {what}, {_name(after)}, {day} ({days_left(after.days_left(situation.today))})."


def as_markdown(situation: Situation) -> str:
    """A list to tick off, for a message or an issue."""
    lines = [f"## Läget {weekday_date(situation.today)}", ""]
    for one in situation.told:
        hour = f" {clock(one.time)}" if one.time else ""
        off = days_left(one.days_left(situation.today))
        state = f"**försenat, {off}**" if one.late(situation.today) else off
        lines.append(f"- [ ] {weekday_date(one.date)}{hour} ({state}) – {_name(one)}: {one.what}")
        lines += [f"  - {capital(said)}" for said in (_code(one.remedy), one.note) if said]
    return "\n".join([*lines, *([""] if situation.told else []), _ending(situation)]) + "\n"


def _code(remedy: str) -> str:
    return f"`{remedy}`" if remedy.startswith("klubbat ") else remedy


def as_json(situation: Situation) -> str:
    """Everything that is due, also after the horizon, as a list of objects."""
    rows = [
        {
            "datum": one.date.isoformat(),
            "tid": f"{one.time:%H:%M}" if one.time else None,
            "organ": one.body.id,
            "slag": one.kind.value,
            "vad": one.what,
            "dagar_kvar": one.days_left(situation.today),
            "försenat": one.late(situation.today),
            "fil": one.path,
            "åtgärd": one.remedy or None,
            "förklaring": one.note or None,
        }
        for one in situation.due
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMS: dict[str, Callable[[Situation], str]] = {"text": as_text, "json": as_json, "md": as_markdown}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the day, how far ahead, how to print, and where letters about it are put instead."""
    parser.add_argument("--organ", dest="body", metavar="ORGAN", help="bara det här organet, till exempel avux")
    parser.add_argument(
        "--dagar", dest="horizon", metavar="N", default=HORIZON, help=f"hur många dagar framåt (annars {HORIZON})"
    )
    add_format(parser, FORMS)
    parser.add_argument(
        "--utskick",
        type=Path,
        dest="letters",
        metavar="DIR",
        help="skriv en påminnelse till varje roll som brev (.eml) i mappen",
    )
    add_recipients(parser)
    parser.add_argument(
        "--webbplats",
        dest="site",
        metavar="ADRESS|DIR",
        help="säg i stället vad webbplatsen visar, sedan när, och när den måste byggas om; svarar 1 när den är för gammal",
    )
    add_today(parser)


def _tell_of_site(root: Path, place: str, day: dt.date, form: str) -> int:
    try:
        site = shown_site(root, place, day)
    except Refused as refused:
        return report(refused.findings, refused.files, out=sys.stderr)
    print(site.as_json() if form == "json" else site.as_text(), end="")
    return int(site.is_late)


def run(arguments: argparse.Namespace) -> int:
    """Prints what is due, or writes letters about it; 0, since what is late is no fault of the record; 1 for a site too old.

    What a failed night left to be done stands before all else.
    """
    day = today(arguments.idag)
    if arguments.site is not None:
        return _tell_of_site(arguments.katalog, arguments.site, day, arguments.format)
    otherwise = f"är inget antal dagar; skriv ett tal från 0 till {MOST}."
    horizon = asking.number(arguments.horizon, range(MOST + 1), otherwise)
    archive, findings = load(arguments.katalog)
    found = due(archive, day)
    if arguments.body is not None:
        body = named.body(archive, arguments.body, findings)
        if body.header.historical:
            raise WrongUse(f"{body.id} följs inte längre (historiskt: ja i organ.md), så inget väntar där.")
        found = tuple(one for one in found if one.body.id == body.id)
    situation = Situation(found, day, horizon)
    if failed := failed_night(arguments.katalog, day):
        told = "\n".join(wrapped(failed))
        by_people = arguments.letters is None and arguments.format != "json"
        print(f"{told}\n" if by_people else told, file=sys.stdout if by_people else sys.stderr)
    if arguments.letters is not None:
        recipients = read_recipients(arguments.katalog, arguments.recipients)
        put(arguments.letters, [*reminders(situation.told, day, recipients or Recipients())])
        tell_of_recipients(recipients)
    else:
        print(FORMS[arguments.format](situation), end="")
    if has_errors(findings):
        print("Något kan saknas här: filer gick inte att läsa. Se klubbat kontrollera.", file=sys.stderr)
    return 0
