"""The reader's glossary ("ordlista"): every word that pages explain, by the alphabet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.facts.day import Day
from macros.pages import record_page
from macros.pages.explained import TERMS
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise

KIND = "Ordlista"


def pages(facts: Day, _: Inputs) -> Iterator[Promise]:
    """The one page."""
    yield Promise(addresses.GLOSSARY, KIND, partial(_page, facts))


def _page(facts: Day) -> Page:
    return record_page.page(
        facts,
        "glossary.html",
        addresses.GLOSSARY,
        "Ordlista",
        "Vad orden i kallelser, protokoll och anslag betyder.",
        [record_page.START],
        KIND,
        found=record_page.found_list(facts),
        terms=TERMS,
    )
