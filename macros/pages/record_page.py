"""What all record pages share: breadcrumbs, the marks that the search engine reads, and what is said about the body."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.facts.day import Day
from macros.pages import structured
from macros.pages.explained import led
from macros.pages.page import Page
from macros.pages.templating import render, root_from
from macros.pages.wording import NBSP
from macros.record.archive import Body
from macros.record.schema import Document
from macros.record.values import Month
from macros.texts.prose import prose, without_title


@dataclass(frozen=True)
class Link:
    """A text that leads to an address."""

    text: str
    address: str


START = Link("Start", "")
CASES = Link("Ärenden", addresses.CASES)
CALENDAR = Link("Kalender", addresses.CALENDAR)


@dataclass(frozen=True)
class Found:
    """How the search engine finds a page: its kind, the bodies and the year it is about, and the day it is sorted by.

    `title` is the line of the list of hits; without it that is the page's heading. `matter` is the address of the case or the
    meeting that the page is about: hits with the same one are shown together. `paragraph` is the number of a decision.
    `month` is the month of a unit's list, which is found by both, and `role` what a person is. `minor`: one of very many alike,
    such as delegated decisions, which come after the body's own matters. `short`: what the body is called for short. `by_name`:
    found by its name alone, since all that it lists is found anyway. `historical`: a body that is no longer followed.
    """

    kind: str
    bodies: tuple[str, ...]
    date: dt.date | None = None
    year: int | None = None
    unit: str | None = None
    number: str | None = None
    title: str | None = None
    matter: str | None = None
    paragraph: int | None = None
    month: Month | None = None
    role: str | None = None
    minor: bool = False
    short: str | None = None
    by_name: bool = False
    historical: bool = False

    @property
    def in_year(self) -> int | None:
        """The year that readers filter by."""
        return self.date.year if self.date else self.year

    @property
    def bare_number(self) -> str | None:
        """The case number without its body's letters: "2017:43"."""
        return self.number.rpartition("/")[2] if self.number else None


LIST = "Lista"
"""The kind of pages that lead on to others."""


def found_list(facts: Day, body: Body | None = None) -> Found:
    """How a list is found, of a body or of the whole archive. A body's are shown together with the body."""
    names, matter = ((facts.name(body),), body.address) if body else ((), None)
    return Found(LIST, names, matter=matter, by_name=True)


def found_under(facts: Day, body: Body, day: dt.date | None) -> tuple[str, ...]:
    """The names of the body that a page of the day is found under: the one of the day, which a hit shows, and the one now."""
    return tuple(dict.fromkeys((facts.name(body, day), facts.name(body))))


def body_link(body: Body, day: dt.date | None = None) -> Link:
    """The body's page, by its name on the day if one is told."""
    return Link(body.name_on(day), body.address)


def cases_link(body: Body) -> Link:
    """The body's cases."""
    return Link("Ärenden", addresses.body_cases(body.id))


def year_link(body: Body, year: int) -> Link:
    """A year of the body."""
    return Link(str(year), addresses.year(body.id, year))


def text_of(document: Document[Any] | None, address: str, title: str = "", level: int = 2) -> Markup:
    """The text below a file's header, as it stands on the page, without the title that the page has already said."""
    return prose(without_title(document.body, title), level, root_from(address)) if document else Markup()


def page(
    facts: Day,
    template: str,
    address: str,
    heading: str,
    description: str,
    path: Sequence[Link],
    kind: str,
    *,
    title: str | None = None,
    crumb: str | None = None,
    body: Body | None = None,
    found: Found | None = None,
    data: dict[str, Any] | None = None,
    dated: bool = False,
    on: dt.date | None = None,
    alternates: Sequence[Link] = (),
    printed: Sequence[Link] = (),
    **values: Any,
) -> Page:
    """A page from its template.

    `heading` is its h1. `title` is what it is called outside itself: the heading, and the body it belongs to. `crumb` is
    its place in the breadcrumbs where the heading would be too long. Without `found` the search engine leaves it out. `data`
    is what the page says to machines, in schema.org's words. `dated` is true for a page that the day matters to: it says
    which day it speaks of. `on` is the day that it tells of, for the name that the body had then. `alternates` are files that
    readers subscribe to or fetch, which the head and the template tell of. `printed` are the PDF files of what it tells.
    """
    title = title or (f"{heading} – {facts.name(body, on)}" if body else heading)
    here = Link(crumb or heading, address)
    html = render(
        template,
        root=root_from(address),
        heading=heading,
        path=path,
        here=here,
        found=found,
        body=body,
        body_name=body.name_on(on) if body else None,
        as_of=facts.today if dated else None,
        behind=facts.history.of(address),
        alternates=alternates,
        printed=printed,
        **values,
    )
    head = structured.alternates(address, [*alternates, *printed]) + structured.head(address, [*path, here], data)
    return Page(address, title, description, kept_together(led(html, root_from(address))), kind, head)


_SPANS = (re.compile(f"§§{NBSP}[\\d, –]+"), re.compile(f"kl\\.{NBSP}\\d\\d\\.\\d\\d–"))
"""Of paragraphs and of hours: two patterns, since one that begins with the same signs is found four times as fast."""
_SECTION = re.compile(r"(\d+) kap\. (\d+(?:[–, a-z\d]*\d)?(?: [a-z])?) (§+)")


def kept_together(html: Markup) -> Markup:
    """The page with both ends of a span of paragraphs or hours on one line, and a section of law with its chapter.

    Browsers break after a dash, and "§§ 16–" reads as one half of something. Feeds, data and letters are left as they are.
    """
    whole = str(html)
    for span in _SPANS:
        whole = span.sub(lambda found: found[0].replace("–", "–\N{WORD JOINER}"), whole)
    return Markup(_SECTION.sub(rf"\1{NBSP}kap.{NBSP}\2{NBSP}\3", whole) if " kap. " in whole else whole)
