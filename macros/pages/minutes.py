"""The minutes' page ("protokoll"): what was decided, how it was approved and posted, who was there; last, the proof of notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from macros.dates.written import weekday_day
from macros.facts.appeals import review_of
from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import PartOfMinutes
from macros.facts.sittings import Sitting
from macros.pages import record_page, states, wording
from macros.pages.attachments import every, of_minutes
from macros.pages.inputs import Inputs
from macros.pages.item import meeting_link
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import AppealLine, appeal_line, naming, parts_of, span, view_of
from macros.pages.record_page import Found, Link
from macros.pages.request import in_meeting, letters, recipient
from macros.pages.subscriptions import printed_of
from macros.pages.templating import root_from
from macros.pages.wording import paragraph_range
from macros.record.archive import Body
from macros.record.attendance import Adjournment, Attendant

KIND = "Protokoll"


@dataclass(frozen=True)
class Present:
    """Somebody who was there; `note` says for which paragraphs, when not for all."""

    name: str
    note: str = ""
    replaces: str | None = None
    elected: bool = True


@dataclass(frozen=True)
class PartRow:
    """An approval as it stands on the page; `appeal` is None where none of its paragraphs can be appealed by its notice."""

    part: PartOfMinutes
    numbers: str
    kept_at: str | None
    appeal: AppealLine | None


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each meeting with minutes."""
    for body in facts.archive.bodies:
        found = [one for meeting in body.meetings if (one := facts.minutes.of_meeting(meeting))]
        for before, minuted, after in zip((None, *found), found, (*found[1:], None), strict=False):
            made_of = (inputs.meeting(minuted.meeting), *(str(neighbour(other)) for other in (before, after)))
            yield Promise(minuted.address, KIND, partial(made, facts, body, minuted, before, after), made_of)


def made(
    facts: Day,
    body: Body,
    minuted: Minuted,
    before: Minuted | None = None,
    after: Minuted | None = None,
    template: str = "minutes.html",
    **values: Any,
) -> Page:
    """The page of minutes; another `template` that says the same otherwise gets the `values` that only it knows."""
    meeting, root = minuted.meeting, root_from(minuted.address)
    title = f"Protokoll {wording.plain_days(meeting.days)}"
    numbers = paragraph_range([one.number for one in minuted.decided])
    parts = [_part_row(facts, minuted, part) for part in minuted.parts]
    attachments = of_minutes(facts, minuted)
    return record_page.page(
        facts,
        template,
        minuted.address,
        title,
        f"Vad {body.name_on(meeting.date)} beslutade {wording.plain_days(meeting.days)}, {numbers}.",
        [
            record_page.START,
            record_page.body_link(body),
            record_page.year_link(body, meeting.date.year),
            meeting_link(meeting),
        ],
        KIND,
        dated=facts.matters_in(meeting),
        on=meeting.date,
        crumb="Protokoll",
        found=Found(KIND, record_page.found_under(facts, body, meeting.date), meeting.date, matter=meeting.address),
        body=body,
        printed=printed_of(minuted.address, "Protokollet") if minuted.is_public else (),
        meeting=meeting,
        today=facts.today,
        header=minuted.header,
        meeting_link=meeting_link(meeting),
        numbers=numbers,
        states=states.minutes_states(minuted),
        parts=parts,
        public=minuted.is_public,
        sittings=_sittings(minuted),
        breaks=_breaks(minuted),
        attendance=list(_attendance(minuted)),
        text=record_page.text_of(meeting.minutes, minuted.address) if minuted.is_whole else "",
        attachments=attachments,
        asks_for=any(shown.address is None for shown in every(attachments)),
        minuted_address=minuted.address,
        about=in_meeting(body, meeting),
        letters=letters(body, in_meeting(body, meeting), attachments),
        recipient=recipient(body, f"protokollet {wording.plain_date(meeting.date)}"),
        views=[view_of(facts, decided) for decided in minuted.decided],
        proofs=[row for row in parts if _has_proof(facts, row.part)],
        named=naming(facts, body, meeting.date, root),
        before=neighbour(before),
        after=neighbour(after),
        **values,
    )


def _part_row(facts: Day, minuted: Minuted, part: PartOfMinutes) -> PartRow:
    numbers = paragraph_range(part.approval.paragraphs)
    kept_at = part.approval.kept_at or minuted.body.header.minutes_kept_at
    return PartRow(
        part, numbers, kept_at, appeal_line(review_of(part, facts.today)) if part in minuted.reviewable else None
    )


def _has_proof(facts: Day, part: PartOfMinutes) -> bool:
    """The proof of notice ("anslagsbevis") is given when the time has run out, and only where the notice stood it out."""
    return part.last_day is not None and facts.today > part.last_day.date and part.removed_early is None


def _sittings(minuted: Minuted) -> list[Sitting]:
    """When the meeting sat, as the minutes say; told with the whole. Source: KL 5:65-69."""
    return [one for one in minuted.sittings.days if one.told] if minuted.is_whole else []


def _breaks(minuted: Minuted) -> dict[str, dict[int, list[str]]]:
    """The adjournments in words, by where they stand: "efter" or "under" a paragraph, else "" with the meeting's hours."""
    found: dict[str, dict[int, list[str]]] = {"": {}, "efter": {}, "under": {}}
    for one in minuted.header.adjournments if minuted.is_whole else ():
        where, number = ("efter", one.after) if one.after else ("under", one.during) if one.during else ("", 0)
        found[where].setdefault(number or 0, []).append(_break(minuted, one))
    return found


def _break(minuted: Minuted, one: Adjournment) -> str:
    """One adjournment: "kl. 10.00–10.20", "tisdag 8 december kl. 21.30 till onsdag 9 december kl. 09.00"."""
    days, clock = minuted.meeting.days, wording.hours(one.hours)
    if one.until is not None and one.hours.end is not None:
        first, last = (wording.unbroken(weekday_day(day, days[-1].year)) for day in (one.date or days[0], one.until))
        return f"{first} {wording.clock(one.hours.start)} till {last} {wording.clock(one.hours.end)}"
    return f"{wording.unbroken(weekday_day(one.date, days[-1].year))} {clock}" if one.date else clock


def _attendance(minuted: Minuted) -> Iterator[tuple[str, list[Present]]]:
    """(heading, who) in the order of the minutes; what is empty is left out.

    While only some paragraphs are approved, only those who took part in them are told: who was there is part of what is
    approved. Source: KL 5:65-69.
    """
    if not minuted.is_whole:
        names = minuted.taking_part(minuted.decided)
        return iter(
            [("Beslutande i de paragrafer som är justerade", [Present(name) for name in names])] if names else []
        )
    attendance = minuted.header.attendance
    groups = (
        (
            "Ledamöter",
            [_present(one, "ordförande" if one.name == attendance.chair else "") for one in attendance.members],
        ),
        ("Tjänstgörande ersättare", [_present(one, "", one.replaces) for one in attendance.serving]),
        ("Ersättare", [_present(one, "") for one in attendance.substitutes]),
        (
            "Övriga",
            [
                Present(one.office, parts_of(one.paragraphs) if one.paragraphs else "", elected=False)
                for one in attendance.others
            ],
        ),
        ("Sekreterare", [Present(minuted.header.secretary)] if minuted.header.secretary else []),
    )
    return ((heading, rows) for heading, rows in groups if rows)


def _present(one: Attendant, role: str, replaces: str | None = None) -> Present:
    notes = (role, span(one), "på distans" if one.at_distance else "")
    return Present(one.name, ", ".join(note for note in notes if note), replaces)


def neighbour(minuted: Minuted | None) -> Link | None:
    """Another meeting's minutes."""
    return Link(f"protokollet {wording.plain_dates(minuted.meeting.days)}", minuted.address) if minuted else None
