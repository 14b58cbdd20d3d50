"""The functions that texts may call as `{{ name(literals) }}`: each with what it gives and an example for the help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.dates import written
from macros.dates.after_meeting import TIMES
from macros.dates.deadlines import deadline
from macros.dates.working_days import public_holidays
from macros.facts.day import Day
from macros.finding import Finding
from macros.law import STATUTES, cite
from macros.pages.plan import plan_table
from macros.pages.start import courts, spoken_of, start
from macros.pages.templating import render, root_from
from macros.record import layout
from macros.record.archive import Body, Meeting
from macros.record.values import did_you_mean
from macros.texts import pictured
from macros.texts.calls import Call, CallFault, Marked, Value, evaluate, fill, mark
from macros.texts.prose import prose


@dataclass(frozen=True)
class Context:
    """What a function may look at: the archive on the day, the page it stands on, and for a letter its meeting."""

    facts: Day
    address: str
    meeting: Meeting | None = None


@dataclass(frozen=True)
class Function:
    """A function by its name in texts: what each argument must be, what it gives, and an example call."""

    name: str
    run: Callable[..., Value]
    arguments: tuple[type, ...]
    gives: str
    example: str
    in_letters: bool = False


def _body(context: Context, body_id: str) -> Body:
    body = context.facts.archive.body(body_id)
    if body is None:
        meant = did_you_mean(body_id, context.facts.archive.body_by_id)
        raise CallFault(
            f'Inget organ har id "{body_id}".',
            f"Menade du {meant}?" if meant else f"skriv något av {', '.join(context.facts.archive.body_by_id)}.",
        )
    return body


def _step_date(context: Context, step_id: str) -> str:
    if context.meeting is None:
        raise CallFault("tidsfrist kan bara användas i en kallelse.", "skriv datumet, eller använd sammanträdesplan.")
    body = context.facts.archive.body_by_id[context.meeting.body_id]
    year = body.schedule(context.meeting.date.year)
    if year is None:
        raise CallFault(
            f"Det finns ingen sammanträdesordning för {context.meeting.date.year} att räkna efter.",
            f"lägg till {layout.SCHEDULE.at('', str(context.meeting.date.year))}.",
        )
    found = deadline(year.header, context.meeting.date, step_id)
    if found is None:
        known = [step.id for step in year.header.steps]
        meant = did_you_mean(step_id, known)
        raise CallFault(
            f'Sammanträdesordningen {year.header.year} har inget steg "{step_id}".',
            f"Menade du {meant}?" if meant else f"skriv något av {', '.join(known)}.",
        )
    hours = f" {written.hours(found.step.hours)}" if found.step.hours else ""
    return written.weekday_date(found.date) + hours


def _next_meeting(context: Context, body_id: str) -> str:
    body = _body(context, body_id)
    found = context.facts.meetings.next(body)
    if found is None:
        return "inget kommande sammanträde är planerat"
    time = f" {written.clock(found.time)}" if found.time else ""
    venue = f", {found.venue}" if found.venue else ""
    return f"{written.several_dates(found.days, weekdays=True)}{time}{venue}"


def _plan(context: Context, body_id: str, year: int) -> Markup:
    body = _body(context, body_id)
    found = body.schedule(year)
    if found is None:
        years = ", ".join(str(known.header.year) for known in body.schedules) or "inget år"
        raise CallFault(f"{body.name} har ingen sammanträdesordning för {year}.", f"ordningar finns för {years}.")
    return plan_table(body, found.header)


def _holidays(context: Context, year: int) -> Markup:
    if not 1990 <= year <= 2100:
        raise CallFault(f"Helgdagar räknas ut för 1990-2100, inte {year}.", "skriv ett år däremellan.")
    return render("holidays.html", days=sorted(public_holidays(year).items()))


def _time(_: Context, what: str) -> str:
    if what not in TIMES:
        meant = did_you_mean(what, TIMES)
        raise CallFault(
            f'Lagen har ingen tid för "{what}" här.',
            f"Menade du {meant}?" if meant else f"skriv något av {', '.join(TIMES)}.",
        )
    return TIMES[what]


def _law(_: Context, references: str) -> Markup:
    try:
        cited = cite(references)
    except ValueError:
        cited = ()
    if not cited:
        raise CallFault(f'"{references}" är ingen hänvisning till lagen.', "skriv till exempel KL 8:12 eller FL 44 §.")
    return Markup(" och ").join(Markup('<a href="{}">{}</a>').format(one.statute.link, one.text) for one in cited)


def _function_reference(_: Context) -> Markup:
    return render("functions.html", functions=FUNCTIONS)


FUNCTIONS = (
    Function(
        "tidsfrist",
        _step_date,
        (str,),
        "Dagen och klockslaget för ett steg i sammanträdesordningen, räknat för kallelsens sammanträde.",
        'tidsfrist("anmäl_förhinder")',
        in_letters=True,
    ),
    Function(
        "nästa_sammanträde",
        _next_meeting,
        (str,),
        "Organets nästa kallade eller planerade sammanträde: dag, tid och plats.",
        'nästa_sammanträde("exempelnamnden")',
        in_letters=True,
    ),
    Function(
        "sammanträdesplan",
        _plan,
        (str, int),
        "Årets sammanträden med alla steg, som en tabell.",
        'sammanträdesplan("exempelnamnden", 2027)',
    ),
    Function(
        "helgdagar",
        _holidays,
        (int,),
        "Årets helgdagar och de tre aftnar då inget räknas som arbetsdag.",
        "helgdagar(2027)",
    ),
    Function(
        "lagtid",
        _time,
        (str,),
        f"Tiden som lagen sätter, i ord: {written.listing(list(TIMES))}.",
        'lagtid("överklaga")',
    ),
    Function(
        "lag",
        _law,
        (str,),
        "Hänvisningen i löpande text, med länk till lagen.",
        'lag("KL 8:12, 13:5; FL 44 §")',
    ),
    Function(
        "lagar", lambda _: render("statutes.html", statutes=STATUTES.values()), (), "Lagarna, med länk.", "lagar()"
    ),
    Function(
        "läget",
        lambda context: spoken_of(context.facts),
        (),
        "Vilken dag sidan talar om. Skriv den överst på en sida med funktioner vars svar ändras med dagarna.",
        "läget()",
    ),
    Function(
        "domstolar",
        lambda context: courts(context.facts.archive, context.address),
        (),
        "Förvaltningsrätten som varje organs beslut överklagas till, med adress.",
        "domstolar()",
    ),
    Function(
        "startsidan",
        lambda context: start(context.facts, context.address),
        (),
        "Allt under startsidans rubrik: sökning, senaste beslut, vad som kan överklagas, nästa sammanträden och alla organ.",
        "startsidan()",
    ),
    Function("makroreferens", _function_reference, (), "Den här tabellen.", "makroreferens()"),
)
"""Every function that a text may call. The help lists them from here."""

_BY_NAME = {function.name: function for function in FUNCTIONS}


def run(context: Context, call: Call) -> Value:
    """The value of one call; raises `CallFault` when the name, the place or the arguments are wrong."""
    function = _BY_NAME.get(call.name)
    if call.name == pictured.NAME:
        raise CallFault(
            f"{call.name} kan bara stå ovanför en tabell i ett ärende eller en handling.", "visa bara tabellen här."
        )
    if function is None:
        meant = did_you_mean(call.name, _BY_NAME)
        raise CallFault(
            f"Funktionen {call.name} finns inte.",
            f"Menade du {meant}?" if meant else f"skriv något av {', '.join(_BY_NAME)}.",
        )
    if context.meeting is not None and not function.in_letters:
        raise CallFault(
            f"{call.name} kan inte användas i en kallelse.",
            f"i kallelser kan du skriva {written.listing([known.name for known in FUNCTIONS if known.in_letters])}.",
        )
    if tuple(map(type, call.arguments)) != function.arguments:
        raise CallFault(
            f"{call.name} har fel värden inom parentesen.",
            f"skriv till exempel {{{{ {function.example} }}}}.",
        )
    return function.run(context, *call.arguments)


def letter(facts: Day, meeting: Meeting) -> tuple[Markup, list[Finding]]:
    """A call's letter as finished HTML, with the findings of its macro calls."""
    marked, values, findings = _evaluated(facts, meeting)
    return fill(prose(marked.text, root=root_from(meeting.address)), values), findings


def letter_values(facts: Day, meeting: Meeting) -> list[Value]:
    """The values of the macro calls in a call's letter, in order."""
    return _evaluated(facts, meeting)[1]


def letter_findings(facts: Day, meetings: Iterable[Meeting]) -> list[Finding]:
    """The findings of the macro calls in these meetings' letters, without rendering them."""
    return [found for meeting in meetings for found in _evaluated(facts, meeting)[2]]


def _evaluated(facts: Day, meeting: Meeting) -> tuple[Marked, list[Value], list[Finding]]:
    source = meeting.document.source
    marked = mark(source.body, source.path, source.body_line)
    values, findings = evaluate(marked, partial(run, Context(facts, meeting.address, meeting)))
    return marked, values, [*marked.findings, *findings]
