"""Whether readers find what they ask for, in Chromium over the project's own site: the rank of the right hit of every query in
`tests/search/queries.tsv`, and what is said of words that the record lacks (`absent.txt`) and has (`present.txt`).

`python -m tests.bench.answers SITE` measures a finished site; `--ut docs/sokning.md` writes what was measured between the
file's marks. The lists were written before anything was tuned, and nothing in them is changed to make a figure better.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.bench.search import put
from tests.search.words import Query, listed, queries
from tests.site.browser import served, started

_CASE = re.compile(r'href="([^"]*arenden/[^/"]+/)"')
TOP = 3
READERS_DAY = "2026-11-29"
"""The day that the lists were written for: "nästa möte" is another on another day."""


@dataclass(frozen=True)
class Answer:
    """What a search said, and the addresses of its hits, each with those grouped under it."""

    said: str
    hits: tuple[tuple[str, ...], ...]


_ASK = """async (text) => {
  const field = document.getElementById("sok-q");
  const status = document.getElementById("sok-status");
  const below = document.getElementById("sok-under");
  field.value = text;
  field.form.requestSubmit();
  const begun = performance.now();
  const done = () => below.classList.contains("k-sok__under--klar");
  while (!done() && performance.now() - begun < 120000) await new Promise((tick) => setTimeout(tick, 5));
  const hits = [...document.querySelectorAll("#sok-traffar > li")];
  return [status.textContent, hits.map((hit) => [...hit.querySelectorAll("a")].map((link) => link.href))];
}"""


def open_search(page: Page, root: str) -> None:
    """Opens the search page of the site at the root, on the reader's day."""
    page.clock.set_fixed_time(f"{READERS_DAY}T12:00:00")
    page.goto(f"{root}sok/")
    page.wait_for_selector("#sok-filter:not([hidden])", state="attached")


def ask(page: Page, text: str) -> Answer:
    """The answer to a search."""
    said, hits = page.evaluate(_ASK, text)
    return Answer(said, tuple(tuple(urlsplit(link).path.lstrip("/") for link in hit) for hit in hits))


class Matters:
    """The matter that a page of the site is about."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._known: dict[str, str] = {}

    def of(self, address: str) -> str:
        """The address of the page's case, where its own facts lead to one."""
        if address not in self._known:
            self._known[address] = self._read(address)
        return self._known[address]

    def _read(self, address: str) -> str:
        if not re.search(r"/\d{4}-\d\d-\d\d/[^/]+/|/protokoll/\d+/", f"/{address}"):
            return ""
        html = (self._site / address / "index.html").read_text("utf-8")
        found = _CASE.search(html, html.index('class="k-sida"'))
        return normpath(join(address, found[1])) + "/" if found else ""


def rank(answer: Answer, query: Query, matters: Matters) -> int:
    """The place of the first right hit, 0 when there is none."""
    for place, hit in enumerate(answer.hits, 1):
        if any(link in query.expected or matters.of(link) in query.expected for link in hit):
            return place
    return 0


def measured(site: Path) -> list[str]:
    """The table of ranks, and the two counts of words."""
    matters = Matters(site)
    ranks: defaultdict[str, list[int]] = defaultdict(list)
    missed, empty = [], 0
    with served(site) as root, started() as browser:
        page = browser.new_page()
        open_search(page, root)
        for query in queries():
            answer = ask(page, query.text)
            place = rank(answer, query, matters)
            ranks[query.kind].append(place)
            empty += not answer.hits
            if not 1 <= place <= TOP:
                missed.append(f"{query.text} ({place or 'saknas'})")
        quiet = [word for word in listed("absent") if is_quiet(ask(page, word))]
        lost = [word for word in listed("present") if not ask(page, word).hits]
    return [*_table(ranks), "", *_words(missed, empty, quiet, lost)]


def is_quiet(answer: Answer) -> bool:
    """Hits on a word that the record lacks, and nothing said of it."""
    return bool(answer.hits) and not re.search(r"Inget|Menade|formen|också", answer.said)


def _table(ranks: dict[str, list[int]]) -> list[str]:
    lines = ["| slag | sökningar | först | bland de tre första | saknas |", "|---|---:|---:|---:|---:|"]
    every = [place for places in ranks.values() for place in places]
    for kind, places in [*ranks.items(), ("alla", every)]:
        top = sum(1 <= place <= TOP for place in places)
        first, none = sum(place == 1 for place in places), sum(not place for place in places)
        lines.append(f"| {kind} | {len(places)} | {first} | {top} ({100 * top / len(places):.0f} %) | {none} |")
    return lines


def _words(missed: Sequence[str], empty: int, quiet: Sequence[str], lost: Sequence[str]) -> list[str]:
    return [
        f"Inte bland de tre första: {', '.join(missed) or 'ingen'}. Tomma svar: {empty}.",
        f"Av {len(listed('absent'))} ord som arkivet saknar ger {len(quiet)} träffar utan att det sägs "
        f"({', '.join(quiet) or 'inget'}). Av {len(listed('present'))} som det har missas {len(lost)} "
        f"({', '.join(lost) or 'inget'}).",
    ]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="en färdig webbplats, byggd av projektets eget arkiv")
    parser.add_argument("--ut", type=Path, help="filen som tabellen skrivs i")
    arguments = parser.parse_args()
    text = "\n".join(measured(arguments.site.resolve()))
    print(text)
    if arguments.ut:
        put(arguments.ut, "svar", text)


if __name__ == "__main__":
    main()
