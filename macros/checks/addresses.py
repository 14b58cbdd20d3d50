"""Rules of addresses: none is reserved, and no two pages or files share one, also where case, å and a, or a slash differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.checks.given import Given, Rule
from macros.checks.schedule import says_another_year
from macros.facts.cases import Case
from macros.facts.file_addresses import of_attachments, of_files
from macros.finding import Finding, Level, Place
from macros.record.home import RECORD


def item_slug_is_free(given: Given) -> Iterator[Finding]:
    """An item's file name is none of the words that a meeting's own pages use ("protokoll", "bilagor", "anslag" ...)."""
    for meeting in given.archive.meetings:
        for item in meeting.items:
            if item.slug in addresses.RESERVED_ITEM_SLUGS:
                yield Finding(
                    Place(item.document.path),
                    Level.ERROR,
                    "reserverat-namn",
                    f"Adressen /{item.address} används av webbplatsen själv.",
                    "välj ett annat ord i filnamnet.",
                )


def one_address_each(given: Given) -> Iterator[Finding]:
    """Two pages or files never have the same address, whatever the case, å ä ö or the slash at the end."""
    first: dict[str, tuple[str, _Origin]] = {}
    for address, origin in _given(given):
        known, other = first.setdefault(_key(address), (address, origin))
        if origin.owner != other.owner:
            alike = "samma adress" if known == address else f"adressen /{known}, som blandas ihop med den,"
            remedy = (
                "rätta det ena diarienumret."
                if address.startswith(addresses.CASES)
                else "byt namn på det ena, eller ta bort det som är en kopia."
            )
            yield Finding(
                _place(origin),
                Level.ERROR,
                "adress-krock",
                f"Adressen blir /{address}; {alike} har redan {_place(other)}.",
                remedy,
            )


def _key(address: str) -> str:
    """What addresses must differ in: letters without case and marks, no slash at the end."""
    plain = unicodedata.normalize("NFKD", address).casefold() if not address.isascii() else address.lower()
    return (
        "".join(sign for sign in plain if not unicodedata.combining(sign)).rstrip("/")
        if not plain.isascii()
        else plain.rstrip("/")
    )


@dataclass(frozen=True)
class _Origin:
    """What gives an address: a file (its path), or a case and one of its numbers."""

    owner: str | tuple[str, str]
    case: Case | None = None
    number: str = ""


def _given(given: Given) -> Iterator[tuple[str, _Origin]]:
    """Every address that a file or a case gives; only a body's delegation orders share a page.

    A schedule that says another year than its file is told as that.
    """
    orders = {addresses.delegation_order(body.id): body.orders[0].path for body in given.archive.bodies if body.orders}
    strange = {one.path for body in given.archive.bodies for one in body.schedules if says_another_year(one)}
    for path, address in (*of_files(given.archive), *of_attachments(given.archive)):
        if path in strange:
            continue
        yield address, _Origin(orders.get(address, path))
    for case in given.facts.cases.all:
        for number, address in ((case.number, case.address), *given.facts.cases.further(case)):
            yield address, _Origin((case.municipality, case.number), case, number)


def _place(origin: _Origin) -> Place:
    """The file, or where the case's number is written first."""
    if isinstance(origin.owner, str):
        return Place(origin.owner)
    for event in origin.case.events if origin.case else ():
        if event.source is not None:
            rows = event.source.header.decisions
            n = next((n for n, row in enumerate(rows) if row.case_number == origin.number), None)
            if n is not None:
                return event.source.document.place("beslut", n, "diarienummer")
        elif event.item is not None:
            header, document = event.item.header, event.item.document
            if header.case_number == origin.number:
                return document.place("diarienummer")
            n = next((n for n, other in enumerate(header.other_numbers) if other.number == origin.number), None)
            if n is not None:
                return document.place("andra_diarienummer", n, "nummer")
    return Place(RECORD)


RULES: tuple[Rule, ...] = (item_slug_is_free, one_address_each)
