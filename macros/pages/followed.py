"""Followed cases ("mina ärenden"): a page that a script fills from the reader's own browser, and the data it compares with.

There is no account and no server: which cases somebody follows never leaves the browser. That is why all cases stand in one
file; one file per case would tell the server's log what is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from macros import addresses
from macros.facts.cases import Case, Event
from macros.facts.day import Day
from macros.pages import record_page, states
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.templating import root_from

KIND = "Mina ärenden"
CHANGES = f"{addresses.FOLLOWED}andringar.json"


def pages(facts: Day, _: Inputs) -> Iterator[Promise]:
    """The one page."""
    yield Promise(addresses.FOLLOWED, KIND, partial(_page, facts))


def scripted(page: Page) -> Page:
    """A page where cases are followed: it alone loads the script that other pages would only wait for."""
    script = f'<script src="{root_from(page.address)}assets/mina-arenden.js" defer></script>'
    return replace(page, head=page.head + script)


def _page(facts: Day) -> Page:
    made = record_page.page(
        facts,
        "followed.html",
        addresses.FOLLOWED,
        "Mina ärenden",
        "De ärenden som du följer i den här webbläsaren, och vad som har hänt sedan du var här senast.",
        [record_page.START],
        KIND,
        found=record_page.found_list(facts),
    )
    return scripted(made)


def changes(facts: Day) -> str:
    """All cases as JSON: address → number, title and what has happened, each as [id, day, words, address].

    The id is what the browser remembers: it stays while a thing stays the same and is a new one when something is added, such
    as a decision. Days are ÅÅÅÅ-MM-DD or "" for an unknown one.
    """
    told = {case.address: _told(facts, case) for case in facts.cases.all if not case.collective}
    return (
        json.dumps({"dag": facts.today.isoformat(), "ärenden": told}, ensure_ascii=False, separators=(",", ":")) + "\n"
    )


def _told(facts: Day, case: Case) -> dict[str, Any]:
    happened = [row for event in case.events for row in _rows(facts, event)]
    return {"nummer": case.number, "rubrik": case.title, "händelser": happened}


def _rows(facts: Day, event: Event) -> Iterator[list[str]]:
    day = event.date.isoformat() if event.date else ""
    body = facts.archive.body(event.body_id)
    name = body.name_on(event.date) if body else event.body_id
    if event.decision is not None and event.source is not None:
        yield [
            f"d:{event.source.slug}:{day}:{event.decision.decision}",
            day,
            f"Delegationsbeslut: {event.decision.decision}",
            event.source.address,
        ]
    elif event.stop is not None:
        yield [
            f"v:{event.body_id}:{day}",
            day,
            f"Steg i beslutsgången: {name}",
            event.item.address if event.item else "",
        ]
    elif event.item is not None:
        way = event.item.address if event.item.is_told else ""
        yield [f"a:{event.item.address}", day, f"{name}: {event.item.title}", way]
        for decided in facts.minutes.of_item(event.item):
            if decided.outcome is not None:
                state = states.state(decided.outcome)
                yield [f"p:{decided.place}:{state.mark}", day, f"§ {decided.number}: {state.word}", decided.place]
