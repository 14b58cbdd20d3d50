"""Rules of what was withdrawn ("tillbakadragen"): it is not shown, on a day that can be right, and no file of it is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from macros.checks.given import Given, Rule, impossible
from macros.checks.publication import telling, telling_text
from macros.checks.withholding import REASONS
from macros.facts.documents import attached
from macros.finding import Finding
from macros.record.delegation import WITHHELD_DECISION, ListedDecision
from macros.record.item import ItemHeader, Publication, Withholding
from macros.record.schema import Document, Keys, said_beside


def withdrawn_is_not_shown(given: Given) -> Iterator[Finding]:
    """An item or attachment that was withdrawn ("tillbakadragen") is not published ("publiceras: nej" or "maskat")."""
    for document, what, keys, name in _of_items(given):
        if what.withdrawn is not None and what.publication is Publication.YES:
            yield document.error(
                "tillbakadragen-visas",
                (*keys, "tillbakadragen"),
                f"{name} har tillbakadragen: {what.withdrawn} men visas ändå.",
                f"lägg till publiceras: nej och skäl: {REASONS}, eller ta bort raden tillbakadragen.",
            )


def withdrawn_on_a_possible_day(given: Given) -> Iterator[Finding]:
    """Nothing is withdrawn ("tillbakadragen") on a day to come, nor before the day that it is of or came in."""
    for document, what, keys, _ in _of_items(given):
        own = "handlingens_datum" if isinstance(what, ItemHeader) else "datum"
        days = [("tillkom_datum", what.arrival_date), (own, getattr(what, _OWN_DAY[own]))]
        yield from _day(document, keys, what.withdrawn, days, given.today)
    for item in given.archive.items:
        for paper in item.papers:
            days = [("tillkom_datum", paper.header.arrival_date), ("datum", paper.header.date)]
            yield from _day(paper.document, (), paper.header.withdrawn, days, given.today)
    for found in given.lists:
        header, month = found.header, found.header.month
        days = [("inkommen", header.received), ("månad", dt.date(month.year, month.month, 1))]
        yield from _day(found.document, (), header.withdrawn, days, given.today)


_OWN_DAY = {"handlingens_datum": "document_date", "datum": "date"}


def _day(
    document: Document[Any],
    keys: Keys,
    withdrawn: dt.date | None,
    days: list[tuple[str, dt.date | None]],
    today: dt.date,
) -> Iterator[Finding]:
    if withdrawn is None:
        return
    if wrong := impossible(withdrawn, today, *days):
        told, right = wrong
        yield document.error(
            "tillbakadragen-dag", (*keys, "tillbakadragen"), told, f"skriv dagen då handlingen drogs tillbaka, {right}."
        )


def withdrawn_file_is_gone(given: Given) -> Iterator[Finding]:
    """The file ("fil") of an attachment that was withdrawn lies no longer in the folder `bilagor`."""
    for found in attached(given.archive):
        name = found.attachment.file
        if found.is_withdrawn and name and given.facts.items.file(found.body_id, found.meeting_id, name):
            yield found.document.key_place(*found.keys, "fil").error(
                "bilaga-i-git",
                "Bilagan är tillbakadragen, men filen ligger i git som alla kan läsa.",
                "ta bort filen ur mappen bilagor och ur git; raden fil står kvar.",
            )


def withdrawn_list_tells_nothing(given: Given) -> Iterator[Finding]:
    """A delegation list that was withdrawn holds no decisions and no text.

    Rows stay only for the address of a case: with "datum", "diarienummer" and "beslut: Beslutet visas inte".
    """
    for found in given.lists:
        if found.header.withdrawn is None:
            continue
        rows = [n for n, row in enumerate(found.header.decisions) if not _is_silent(row)]
        for n, row in enumerate(found.header.decisions):
            for key in said_beside(row, _ROW_MAY_STAND) if n not in rows else ():
                yield telling(
                    found.document, ("beslut", n, key), f"Listan är tillbakadragen men raden innehåller {key}."
                )
        if rows:
            yield telling(
                found.document,
                ("beslut", rows[0], "beslut"),
                f"Listan är tillbakadragen men {len(rows)} av {len(found.header.decisions)} rader säger vad som beslutades.",
                "ta bort rader utan diarienummer. Har en rad diarienummer: behåll det och datum, och skriv "
                f"beslut: {WITHHELD_DECISION}, så att ärendets sida finns kvar.",
            )
        for key in said_beside(found.header, _MAY_STAND):
            yield telling(found.document, (key,), f"Listan är tillbakadragen men innehåller {key}.")
        yield from telling_text(found.document, "Listan är tillbakadragen")


_MAY_STAND = frozenset(("unit", "month", "received", "decisions", "reason", "legal_ground", "withdrawn"))
_ROW_MAY_STAND = frozenset(("date", "decision", "case_number", "page", "attachments"))
"""What a withdrawn list and its rows may hold; any other key is refused, so that a new one is."""


def _is_silent(row: ListedDecision) -> bool:
    return row.decision == WITHHELD_DECISION and (row.case_number or row.page) is not None


def withdrawn_decision_tells_nothing(given: Given) -> Iterator[Finding]:
    """A delegated decision that was withdrawn holds nothing but its day, number and page; its words are the fixed ones."""
    for found in given.lists:
        for n, row in enumerate(found.header.decisions):
            if row.withdrawn is None or found.header.withdrawn is not None:
                continue
            if row.decision != WITHHELD_DECISION:
                remedy = f"skriv beslut: {WITHHELD_DECISION}; den som vill begär ut beslutet hos registratorn."
                message = "Beslutet är tillbakadraget men raden säger vad som beslutades."
                yield telling(found.document, ("beslut", n, "beslut"), message, remedy)
            for key in said_beside(row, _ROW_MAY_STAND | {"reason", "legal_ground", "withdrawn"}):
                message = f"Beslutet är tillbakadraget men raden innehåller {key}."
                yield telling(found.document, ("beslut", n, key), message)
            yield from _day(found.document, ("beslut", n), row.withdrawn, [("datum", row.date.date)], given.today)


def _of_items(given: Given) -> Iterator[tuple[Document[Any], Withholding, Keys, str]]:
    """Every item and attachment: its file, its keys, where they stand, and what it is called."""
    for item in given.archive.items:
        yield item.document, item.header, (), "Ärendet"
    for found in attached(given.archive):
        yield found.document, found.attachment, found.keys, "Bilagan"


RULES: tuple[Rule, ...] = (
    withdrawn_is_not_shown,
    withdrawn_on_a_possible_day,
    withdrawn_file_is_gone,
    withdrawn_list_tells_nothing,
    withdrawn_decision_tells_nothing,
)
