"""Open data ("öppna data"): the page that tells of every table, column by column, and of calendars and feeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.facts.day import Day
from macros.facts.publisher import may_be_catalogued
from macros.pages import record_page
from macros.pages.inputs import Inputs
from macros.pages.open_tables import TABLES
from macros.pages.page import Page, Promise
from macros.pages.record_page import Link

KIND = "Öppna data"


def pages(facts: Day, _: Inputs) -> Iterator[Promise]:
    """The one page."""
    yield Promise(addresses.OPEN_DATA, KIND, partial(_page, facts))


def _page(facts: Day) -> Page:
    return record_page.page(
        facts,
        "open_data.html",
        addresses.OPEN_DATA,
        "Öppna data",
        "Arkivets sammanträden, beslut, röster och delegationsbeslut som tabeller, med vad varje kolumn betyder.",
        [record_page.START],
        KIND,
        found=record_page.found_list(facts),
        dated=True,
        alternates=[
            *(Link(table.title, table.address) for table in TABLES),
            Link("Ändringar", addresses.CHANGES),
            Link("Omröstningar", addresses.VOTES),
            Link("OParl", addresses.oparl("System", "system")),
        ],
        tables=[(table, sum(1 for _ in table.rows(facts))) for table in TABLES],
        licence=facts.archive.reuse.licence,
        feed=addresses.FEED,
        changes=addresses.CHANGES,
        votes=addresses.VOTES,
        system=addresses.oparl("System", "system"),
        catalogue=addresses.CATALOGUE if may_be_catalogued(facts.archive) else None,
    )
