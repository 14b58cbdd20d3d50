"""The extract of one paragraph ("protokollsutdrag"): what is handed out of the minutes, at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.pages import record_page, wording
from macros.pages.inputs import Inputs
from macros.pages.item import meeting_link
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import naming, span, view_of
from macros.pages.record_page import Found, Link
from macros.pages.subscriptions import printed_of
from macros.pages.templating import root_from

KIND = "Protokollsutdrag"


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each paragraph. The search finds its words here, and leaves them out of the minutes."""
    for minuted in facts.minutes:
        found = minuted.decided
        for before, decided, after in zip((None, *found), found, (*found[1:], None), strict=False):
            made_of = (inputs.meeting(minuted.meeting),)
            yield Promise(decided.address, KIND, partial(_page, facts, minuted, decided, before, after), made_of)


def _page(facts: Day, minuted: Minuted, decided: Decided, before: Decided | None, after: Decided | None) -> Page:
    body, meeting = minuted.body, minuted.meeting
    heading = f"§ {decided.number} {wording.paragraph_title(decided)}"
    perhaps = minuted.perhaps_taking_part(decided)
    return record_page.page(
        facts,
        "extract.html",
        decided.address,
        heading,
        f"Utdrag ur protokollet {wording.plain_dates(meeting.days)}, {body.name_on(meeting.date)}: § {decided.number}.",
        [
            record_page.START,
            record_page.body_link(body),
            record_page.year_link(body, meeting.date.year),
            meeting_link(meeting),
            Link("Protokoll", minuted.address),
        ],
        KIND,
        dated=facts.matters_in(meeting),
        on=meeting.date,
        title=f"{heading} – {facts.name(body, meeting.date)} {wording.plain_dates(meeting.days)}",
        crumb=f"§ {decided.number}",
        found=_found(facts, decided) if minuted.is_public and decided.is_shown else None,
        body=body,
        printed=printed_of(decided.address, "Utdraget") if decided.is_shown else (),
        meeting=meeting,
        view=view_of(facts, decided),
        whole=[one for one in minuted.header.changes if one.is_of_attendance] if decided.is_approved else [],
        part=decided.part,
        present=minuted.taking_part([decided]),
        perhaps=[(one.name, span(one)) for one in perhaps],
        is_by_clock=any(one.is_by_clock for one in perhaps),
        place=decided.place if minuted.is_public else minuted.address,
        named=naming(facts, body, meeting.date, root_from(decided.address)),
        before=_neighbour(before),
        after=_neighbour(after),
    )


def _found(facts: Day, decided: Decided) -> Found:
    # A paragraph about several matters is found on its own.
    item = decided.items[0] if len(decided.items) == 1 else None
    case = facts.case_of(item) if item else None
    return Found(
        "Beslut",
        record_page.found_under(facts, decided.body, decided.meeting.date),
        decided.meeting.date,
        matter=case.address if case else item.address if item else decided.address,
        paragraph=decided.number,
    )


def _neighbour(decided: Decided | None) -> Link | None:
    return Link(f"§ {decided.number} {wording.paragraph_title(decided)}", decided.address) if decided else None
