"""A paragraph as it stands in the minutes and its extract: names, votes, assignments, who gets it, how it is appealed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from macros.dates.after_meeting import ADMINISTRATIVE_APPEAL
from macros.dates.written import listing, weekday_day
from macros.facts.appeals import AppealState, AppealStatus, appeal_of
from macros.facts.assignments import Assigned
from macros.facts.day import Day
from macros.facts.expediting import Sending, sendings
from macros.facts.minutes import Corrected
from macros.facts.paragraphs import Decided
from macros.facts.people import Cast, cast_in
from macros.law import running
from macros.pages import wording
from macros.pages.request import Recipient, in_meeting, recipient
from macros.pages.votes import PartyVotes, by_party
from macros.pages.wording import CASTS, NBSP
from macros.record.archive import AgendaItem, Body
from macros.record.attendance import Attendant
from macros.record.corrections import MinutesChange
from macros.record.minutes import Outcome
from macros.record.numbers import PartsOfMeeting
from macros.record.values import Hours
from macros.record.votes import Side, Vote


@dataclass(frozen=True)
class Ballot:
    """An open vote ("votering") with its totals and its result.

    `listed` is the title of the attachment of the minutes that holds the names, None where it may not be told; `listed_at`
    where it stands, None as long as the minutes' attachments are not public.
    """

    vote: Vote
    name: str
    listed: str | None = None
    listed_at: str | None = None
    parties: tuple[PartyVotes, ...] = ()

    @property
    def casts(self) -> list[Cast]:
        """Yes, no, and abstained where anybody did."""
        return [cast for cast in Cast if cast is not Cast.ABSTAINED or any(one.counts[cast] for one in self.parties)]

    @property
    def rows(self) -> list[tuple[str, Cast]]:
        """(name, vote) of everyone, those who voted yes first."""
        return list(cast_in(self.vote))

    @property
    def totals(self) -> str:
        """The counts: "6 ja, 3 nej, 1 avstod"."""
        counts = [f"{self.vote.count_yes}{NBSP}ja", f"{self.vote.count_no}{NBSP}nej"]
        abstained = self.vote.count_abstained
        return ", ".join([*counts, f"{abstained}{NBSP}avstod"] if abstained else counts)

    @property
    def result(self) -> str:
        """Which side won: "Ja, med 6 röster mot 3"."""
        yes, no = self.vote.count_yes, self.vote.count_no
        cast, won, lost = (Cast.YES, yes, no) if self.vote.winner is Side.YES else (Cast.NO, no, yes)
        word = CASTS[cast]
        return f"{word}, med utslagsröst ({won} mot {lost})" if won == lost else f"{word}, med {won} röster mot {lost}"


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph with everything that a page tells of it; `about` is each of its items with the address of its case.

    `called` is what to name to the `recipient` of a request for it, needed where it is not shown itself.
    `changes` are those told of the paragraph itself, not of its whole minutes.
    """

    decided: Decided
    ballots: tuple[Ballot, ...]
    assigned: tuple[Assigned, ...]
    sendings: tuple[Sending, ...]
    appeal: AppealLine | None
    about: tuple[tuple[AgendaItem, str | None], ...]
    called: str
    recipient: Recipient
    changes: tuple[MinutesChange, ...]
    corrections: tuple[Corrected, ...]

    @property
    def is_sent(self) -> bool:
        """Whether everybody who is to have the decision has been sent it."""
        return bool(self.sendings) and all(one.sent for one in self.sendings)


def view_of(facts: Day, decided: Decided) -> ParagraphView:
    """The paragraph as it may be told on the site's day."""
    called = f"{in_meeting(decided.body, decided.meeting)}, § {decided.number}"
    asked = (called, recipient(decided.body, called))
    later = (decided.changes, facts.minutes.corrected(decided))
    if not decided.is_shown:
        return ParagraphView(decided, (), (), (), None, (), *asked, *later)
    cases = [facts.case_of(item) for item in decided.items]
    return ParagraphView(
        decided,
        tuple(ballots_of(facts, decided)),
        tuple(facts.assignments.of_paragraph(decided)),
        sendings(facts, decided),
        appeal_line(appeal_of(decided, facts.today)),
        tuple((item, case.address if case else None) for item, case in zip(decided.items, cases, strict=True)),
        *asked,
        *later,
    )


def ballots_of(facts: Day, decided: Decided) -> Iterator[Ballot]:
    """The paragraph's open votes, numbered where there are several."""
    minuted, votes = facts.minutes.of_meeting(decided.meeting), decided.paragraph.votes
    titles = {one.title for one in minuted.header.attachments} if minuted else set()
    listed_at = f"{minuted.address}#bilagor" if minuted and minuted.is_whole else None
    for n, vote in enumerate(votes, 1):
        listed = vote.listed_in if vote.listed_in in titles else None
        yield Ballot(
            vote, f"Votering {n}" if len(votes) > 1 else "Votering", listed, listed_at, by_party(facts, decided, vote)
        )


def span(one: Attendant) -> str:
    """When somebody was there, when not all the time: "från § 45", "§§ 1–4 och en del av § 5", "från kl. 18.30"."""
    return ", ".join(part for part in (_paragraphs_of(one), _clock_of(one)) if part)


def parts_of(paragraphs: PartsOfMeeting) -> str:
    """The paragraphs that somebody was there for: "§§ 1–4 och en del av § 5"."""
    whole = [number for number in paragraphs if number not in paragraphs.parts]
    parts = [f"en del av {wording.paragraph_range([number])}" for number in sorted(paragraphs.parts)]
    return listing([*([wording.paragraph_range(whole)] if whole else []), *parts])


def _paragraphs_of(one: Attendant) -> str:
    if one.paragraphs is not None:
        return parts_of(one.paragraphs)
    if one.arrived is not None and one.left is not None:
        return wording.paragraph_range(range(one.arrived, one.left + 1))
    if one.arrived is not None:
        return f"från §{NBSP}{one.arrived}"
    return f"till och med §{NBSP}{one.left}" if one.left is not None else ""


def _clock_of(one: Attendant) -> str:
    """By the clock, after the day where the meeting has several: "onsdag 9 december från kl. 09.30"."""
    day = wording.unbroken(weekday_day(one.date, one.date.year)) if one.date else ""
    if one.arrived_at and one.left_at:
        clock = wording.hours(Hours(one.arrived_at, one.left_at))
    elif one.arrived_at:
        clock = f"från {wording.clock(one.arrived_at)}"
    else:
        clock = f"till {wording.clock(one.left_at)}" if one.left_at else ""
    return " ".join(part for part in (day, clock) if part)


Named = Callable[[str], Markup]
"""A name as it stands on a page: with party, leading to the person's page where there is one."""


def naming(facts: Day, body: Body, day: dt.date, root: str) -> Named:
    """How names of the body's minutes of a day stand on a page, with the party then; one not in `ledamoter.md` stands alone."""

    def named(name: str) -> Markup:
        one = facts.people.called(body, name, day)
        if one is None:
            return escape(name)
        shown = (root, one.address, one.person.label_on(day), one.person.party_on(day))
        return Markup('<a href="{}{}">{}</a> ({})').format(*shown)

    return named


@dataclass(frozen=True)
class AppealLine:
    """What a reader is told: the main thing first, then how it came about.

    `last` is the last day of appeal where one can be counted, `is_open` whether it is still ahead. `possible` is false for a
    decision that cannot be appealed at all; `notice` is the address of the notice, which says how.
    """

    main: str
    why: str = ""
    last: dt.date | None = None
    laga_kraft: dt.date | None = None
    possible: bool = True
    is_open: bool = False
    notice: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether the time for appeal has run out."""
        return self.last is not None and not self.is_open


_SAID = (
    "Protokollet anger det. Ett beslut som bara förbereder eller verkställer ett annat kan inte överklagas, enligt "
    f"{running('KL 13:2')}."
)
_NOT_SETTLED = (
    f"Ärendet är inte avgjort: beslutet hör till beredningen och kan inte överklagas, enligt {running('KL 13:2')}."
)
WHY_IMPOSSIBLE = dict.fromkeys(Outcome, _SAID) | {
    Outcome.REFERRED_BACK: _NOT_SETTLED,
    Outcome.TABLED: _NOT_SETTLED,
    Outcome.NOTED: "Uppgifterna noterades, och inget avgjordes som en domstol kan pröva.",
    Outcome.WITHDRAWN: "Ärendet utgick, och inget avgjordes.",
}
"""Why a decision cannot be appealed, as far as the minutes tell it, by its outcome."""

_WITHOUT_DAY = {
    AppealState.UNCLEAR: AppealLine(
        "Protokollet säger inte hur beslutet kan överklagas.",
        "Fråga den som har fattat beslutet. Det beror på om det är ett eget beslut eller ett förslag till ett annat organ.",
    ),
    AppealState.ADMINISTRATIVE: AppealLine("Beslutet överklagas genom förvaltningsbesvär.", ADMINISTRATIVE_APPEAL),
    AppealState.NOT_POSTED: AppealLine(
        "Sista dagen att överklaga är inte bestämd än.",
        f"Tiden börjar räknas den dag då anslaget om justeringen sätts upp, enligt {running('KL 13:5')}.",
    ),
}


def appeal_line(status: AppealStatus | None) -> AppealLine | None:
    """How it stands with an appeal; nothing where nothing may be told.

    Where the decision's words do not say whose it is, neither a day nor a denial is told. Source: KL 13:2.
    """
    if status is None:
        return None
    bodies = listing(status.proposes_to)
    if status.state is AppealState.PREPARES:
        theirs = wording.possessive(bodies)
        return AppealLine(
            "Beslutet kan inte överklagas.",
            f"Det förbereder {theirs} beslut, enligt {running('KL 13:2')}.",
            possible=False,
        )
    if status.state is AppealState.IMPOSSIBLE:
        return AppealLine("Beslutet kan inte överklagas.", WHY_IMPOSSIBLE[status.outcome], possible=False)
    line = _review_line(status)
    if not bodies:
        return line
    beside = (
        f"Det som föreslås {bodies} förbereder ett annat beslut och kan inte överklagas, enligt {running('KL 13:2')}."
    )
    return replace(line, why=f"{line.why} {beside}".lstrip())


def _review_line(status: AppealStatus) -> AppealLine:
    if status.removed_early is not None:
        return AppealLine(
            "Sista dagen att överklaga kan inte anges.",
            f"Anslaget togs ned {wording.plain_day(status.removed_early)}, innan tiden hade gått ut. "
            f"Då slutar tiden att löpa enligt {running('KL 8:12, 13:5')}.",
        )
    if status.last is None:
        return _WITHOUT_DAY[status.state]
    day = wording.plain_day(status.last.date)
    is_open = status.state is AppealState.OPEN
    said = "Sista dag att överklaga är" if is_open else "Tiden för överklagande gick ut"
    told = (f"{said} {day}.", status.last.explanation, status.last.date, status.laga_kraft)
    return AppealLine(*told, is_open=is_open, notice=status.notice)
