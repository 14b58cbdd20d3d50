"""How a large archive's index is divided: a part holds one municipality's pages of some years in a row.

Years, since readers want the newest first and closed years never change: their part stays in the browser's cache, byte for byte.
Municipalities, since they are built apart. One part for each body would make a search that names no body fetch all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.exports.search_pages import Found
from macros.addresses import slug

PAGES_OF_A_PART = 2_000
"""Pages in a part, and in an index that is not divided. What a part costs its readers is its directory, 6 KB for each 1 000
pages, and one file of words; with fewer pages the rare words cost more, since they are looked for in more parts. What it costs
those who publish is that a changed page has its whole part indexed again, in about 2.5 ms and 0.13 MB of memory a page.
"""


@dataclass(frozen=True)
class Part:
    """Some years of one municipality: the folder's name, the municipality, the years (none: only pages without one)."""

    name: str
    municipality: str
    first: int | None
    last: int | None
    pages: tuple[Found, ...]


@dataclass(frozen=True)
class Divided:
    """`common` is always searched; of the parts, newest first, the reader's browser fetches as many as it needs."""

    common: tuple[Found, ...]
    parts: tuple[Part, ...] = ()


def divided(pages: Sequence[Found], limit: int = PAGES_OF_A_PART) -> Divided:
    """The pages as one, or where they are more than `limit` divided by municipality and years."""
    if len(pages) <= limit:
        return Divided(tuple(pages))
    common = tuple(page for page in pages if not page.municipality)
    parts = parts_of(pages, limit)
    return Divided(common, parts) if common else Divided(parts[0].pages, parts[1:])


def parts_of(pages: Sequence[Found], limit: int = PAGES_OF_A_PART) -> tuple[Part, ...]:
    """The municipalities' pages in parts of at most about `limit`, newest first; the site's own pages are in none."""
    of: defaultdict[str, list[Found]] = defaultdict(list)
    for page in pages:
        if page.municipality:
            of[page.municipality].append(page)
    parts = [part for municipality, own in sorted(of.items()) for part in _by_years(municipality, own, limit)]
    return tuple(sorted(parts, key=lambda part: (-(part.last or 9999), part.name)))


def _by_years(municipality: str, pages: Sequence[Found], limit: int) -> Iterator[Part]:
    """Filled from the oldest year, so that what has been closed stays as it is. A year is never divided.

    Pages without a year, such as a body's own, are in the newest part.
    """
    counted = Counter(page.year for page in pages if page.year)
    spans: list[list[int]] = [[]]
    for year in sorted(counted):
        if spans[-1] and sum(counted[old] for old in spans[-1]) + counted[year] > limit:
            spans.append([])
        spans[-1].append(year)
    for span in spans:
        years = {*span, *((None,) if span is spans[-1] else ())}
        first, last = (span[0], span[-1]) if span else (None, None)
        name = slug(" ".join(filter(None, (municipality, f"{first}-{last}" if span else ""))))
        yield Part(name, municipality, first, last, tuple(page for page in pages if page.year in years))


def choices(pages: Sequence[Found]) -> dict[str, list[str]]:
    """What can be chosen among in these pages: the filters' values by the filters' names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for name, value in page.choices:
            found[name].add(value)
    return {name: sorted(values) for name, values in sorted(found.items())}
