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

PAGES_OF_A_PART = 5_000
"""Pages in a part, and in an index that is not divided. The engine fetches a part's directory before it can answer, 9 KB for each
1 000 pages: with 5 000 the first result costs less than 180 KB. Indexing takes about 0.2 MB of memory for a page: below 1 GB.
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
    of: defaultdict[str, list[Found]] = defaultdict(list)
    for page in pages:
        of[page.municipality].append(page)
    common = of.pop("", [])
    parts = [part for municipality, own in sorted(of.items()) for part in _by_years(municipality, own, limit)]
    parts.sort(key=lambda part: (-(part.last or 9999), part.name))
    if not common:
        return Divided(parts[0].pages, tuple(parts[1:]))
    return Divided(tuple(common), tuple(parts))


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
