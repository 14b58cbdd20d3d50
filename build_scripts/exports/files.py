"""The one list of files that stand beside the pages: each one's name, and what makes it of the record.

What writes them, hands them to MkDocs or waits for them in a finished site takes them from here.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from urllib.parse import quote

from build_scripts.exports import calendars, dcat, feeds, popolo, tables
from build_scripts.exports.exported_file import ExportedFile, Files, base_of, canonical
from build_scripts.exports.oparl import files as oparl
from macros import addresses
from macros.facts.day import Day
from macros.facts.news import last_told
from macros.pages.decisions import table
from macros.pages.followed import CHANGES, changes
from macros.pages.notice_board import DATA, FRAGMENT, board_data, board_fragment

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NUMBERS = {digit: f"sok/diarienummer/{digit}.json" for digit in "0123456789"}
"""By the last digit: the file that tells where each case number leads, asked before the search engine is.

A search for "AVUX/2017:43" or the bare "2017:43" reads the same one of them, so that a large archive's readers fetch a tenth of
the numbers.
"""

GONE = "borttaget/"
"""Below it, a mark for each address whose file was withdrawn: a server that finds it answers 410 and not 404."""

MOST_IN_A_SITEMAP = 50_000
"""By the sitemap protocol, sitemaps.org."""


def exported(facts: Day, pages: Iterable[str], site_url: str) -> Files:
    """Every file; `pages` are the addresses of all pages, those written by hand included."""
    return {
        **sitemaps(pages, site_url, changed=partial(last_told, facts)),
        ROBOTS: ExportedFile(partial(robots, site_url)),
        **{name: ExportedFile(partial(numbers, facts, digit)) for digit, name in NUMBERS.items()},
        **{f"{GONE}{address}.txt": ExportedFile(lambda: "Tillbakadragen.\n") for address in facts.withdrawn_files},
        **linked(facts, site_url),
        DATA: ExportedFile(partial(board_data, facts, site_url)),
        FRAGMENT: ExportedFile(partial(board_fragment, facts, site_url)),
    }


def linked(facts: Day, site_url: str) -> Files:
    """The files that pages of the site lead to: they belong with the pages whoever builds them."""
    return {
        CHANGES: ExportedFile(partial(changes, facts)),
        **{
            addresses.decisions_table(body.id): ExportedFile(partial(table, body))
            for body in facts.archive.bodies
            if body.lists
        },
        **_subscribed(facts, site_url),
        **oparl.files(facts, site_url),
    }


def _subscribed(facts: Day, site_url: str) -> Files:
    """The files that programs ask for again and again."""
    kinds = (calendars, feeds, tables, popolo, dcat)
    return {name: file for kind in kinds for name, file in kind.files(facts, site_url).items()}


def promised(facts: Day) -> dict[str, str]:
    """The addresses of files that are promised to stay, with the file of the record that gives each.

    The things of OParl stay with the pages that their addresses are made of: only the way in to them is promised by itself.
    """
    given = {name: file.given_by for name, file in _subscribed(facts, "").items() if file.given_by is not None}
    return given | {oparl.SYSTEM: ""}


def sitemaps(
    pages: Iterable[str],
    site_url: str,
    most: int = MOST_IN_A_SITEMAP,
    changed: Callable[[], Mapping[str, dt.date]] = dict,
) -> Files:
    """Every page's whole address, in order: one file, or an index of as many as are needed.

    `changed` gives the day that something was last told at an address, which stands as `lastmod`. A page without one has
    none: the day of the build says nothing about a document's own day.
    """
    told = sorted(pages)
    if len(told) <= most:
        return {SITEMAP: ExportedFile(partial(_sitemap, "urlset", "url", site_url, told, changed))}
    parts = {f"sitemap-{start // most + 1}.xml": told[start : start + most] for start in range(0, len(told), most)}
    return {
        SITEMAP: ExportedFile(partial(_sitemap, "sitemapindex", "sitemap", site_url, parts)),
        **{
            name: ExportedFile(partial(_sitemap, "urlset", "url", site_url, part, changed))
            for name, part in parts.items()
        },
    }


def _sitemap(
    root: str,
    row: str,
    site_url: str,
    told: Iterable[str],
    changed: Callable[[], Mapping[str, dt.date]] = dict,
) -> str:
    last = {address: f"<lastmod>{day}</lastmod>" for address, day in changed().items()}
    rows = "".join(
        f"  <{row}><loc>{escape(canonical(one, site_url), quote=False)}</loc>{last.get(one, '')}</{row}>\n"
        for one in told
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</{root}>\n'
    )


def robots(site_url: str) -> str:
    """Everything may be read, the search index excepted: it repeats the pages."""
    return f"User-agent: *\nDisallow: {quote(base_of(site_url))}pagefind/\n\nSitemap: {canonical(SITEMAP, site_url)}\n"


_LAST_DIGIT = re.compile(r"([0-9])[^0-9]*$")


def normalised(number: str) -> str:
    """A case number as it is looked up: small letters, no spaces. The search page's script does the same."""
    return "".join(number.lower().split())


def numbers(facts: Day, digit: str) -> str:
    """JSON of the numbers whose last digit is this one: normalised number → the case's address from the site's root.

    A number that cases of several municipalities have is left to the search engine, which shows them all.
    """
    found: dict[str, set[str]] = {}
    for case in facts.cases.all:
        for number in (case.number, *case.further):
            last = _LAST_DIGIT.search(number)
            if last and last[1] == digit:
                found.setdefault(normalised(number), set()).add(case.address)
    single: Mapping[str, str] = {
        number: next(iter(places)) for number, places in sorted(found.items()) if len(places) == 1
    }
    return json.dumps(single, ensure_ascii=False, indent=0) + "\n"
