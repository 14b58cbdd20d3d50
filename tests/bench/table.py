"""The table of a measurement, in Swedish, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.first_view import FirstView
from tests.bench.peers import LAYOUTS, PEERS, SAME_PAGE


@dataclass(frozen=True)
class Results:
    """One size: medians of CPU seconds and peak memory in MB by what was run; pages, bytes of a page and of a median item.

    `views` are the first views of that item, by width; none where no browser is.
    """

    median: dict[str, float]
    memory: dict[str, float]
    pages: int
    page_bytes: float
    item_bytes: float
    views: dict[str, FirstView]

    def ratio(self, what: str, to: str) -> float | None:
        """How much of another's time it takes."""
        return self.median[what] / self.median[to] if what in self.median and to in self.median else None


def _seconds(what: str) -> Callable[[Results], str]:
    return lambda results: _number(results.median.get(what), 2)


def _clock(what: str) -> Callable[[Results], str]:
    return lambda results: _number(results.median.get(f"{what}: klocka"), 1)


def _ratio(what: str, to: str) -> Callable[[Results], str]:
    return lambda results: _number(results.ratio(what, to), 3)


def _view(width: str, figure: Callable[[FirstView], float], digits: int) -> Callable[[Results], str]:
    return lambda results: _number(figure(results.views[width]) if width in results.views else None, digits)


def _number(value: float | None, digits: int) -> str:
    return "inte mätt" if value is None else f"{value:.{digits}f}".replace(".", ",")


def _peer(name: str, layout: str) -> tuple[tuple[str, Callable[[Results], str]], ...]:
    what = f"{name}, {layout}"
    return ((f"{what} (CPU-s)", _seconds(what)), ("… på klockan (s)", _clock(what)))


ROWS: tuple[tuple[str, Callable[[Results], str]], ...] = (
    ("Sidor", lambda results: str(results.pages)),
    ("Kallt bygge med kontroll, utan sökindex (CPU-s)", _seconds("kallt")),
    ("… på klockan (s)", _clock("kallt")),
    ("… av ett tomt arkiv (CPU-s)", _seconds("tomt")),
    ("MkDocs-Material med liten nav, samma sidor (CPU-s)", _seconds("MkDocs-Material")),
    ("… på klockan (s)", _clock("MkDocs-Material")),
    *(row for name, *_ in PEERS for layout in LAYOUTS for row in _peer(name, layout)),
    ("Kallt / MkDocs-Material (mål 0,18)", _ratio("kallt", "MkDocs-Material")),
    *((f"Kallt / {name}, {SAME_PAGE}", _ratio("kallt", f"{name}, {SAME_PAGE}")) for name, *_ in PEERS),
    *(
        (f"Kallt / {name}, {SAME_PAGE}, på klockan{aim}", _ratio("kallt: klocka", f"{name}, {SAME_PAGE}: klocka"))
        for name, aim in (("Eleventy", " (mål under 1)"), ("Hugo", " (mål under 1,3)"))
    ),
    ("Kallt med sökindex, på klockan (s, mål 120)", _clock("kallt med sökindex")),
    ("Golvet: läs, rubrik, prosa, ram, skriv (CPU-s)", _seconds("golvet: whole")),
    ("Golvet / enbart prosa", _ratio("golvet: whole", "golvet: prose")),
    ("Sidsteget: göra och skriva (CPU-s)", _seconds("kallt: Gör sidor")),
    ("Sidsteget / golvet (mål 1,5)", _ratio("kallt: Gör sidor", "golvet: whole")),
    ("Ny kallelse med 11 ärenden, hela bygget (CPU-s)", _seconds("ny kallelse")),
    ("… läsning, kontroll och sidor (mål 1,5)", _seconds("ny kallelse: läsning, kontroll och sidor")),
    ("… / kallt (mål 0,05)", _ratio("ny kallelse", "kallt")),
    ("… skrivna filer", lambda results: str(round(results.median.get("ny kallelse: skrivna", 0)))),
    ("Ett rättat ord (CPU-s)", _seconds("rättat ord")),
    ("Inget ändrat, med start (CPU-s, mål 0,7)", _seconds("oförändrat")),
    ("Enbart kontroll, klubbat kontrollera (CPU-s)", _seconds("kontroll")),
    ("Sökindex (CPU-s)", _seconds("sökindex")),
    ("Sökindex / MkDocs-Material (mål 0,33)", _ratio("sökindex", "MkDocs-Material")),
    ("Mest minne i en process, kallt bygge (MB)", lambda results: _number(results.memory.get("kallt"), 0)),
    ("… med sökindex (MB, mål 1 500)", lambda results: _number(results.memory.get("kallt med sökindex"), 0)),
    ("Byte per sida", lambda results: _number(results.page_bytes, 0)),
    ("Byte för ett ärende i mitten (mål 60 000)", lambda results: _number(results.item_bytes, 0)),
    ("… första visningen, komprimerat med typsnitt (mål 150 000)", _view("telefon", lambda view: view.bytes, 0)),
    ("… förskjutning medan det läses in, på telefon (mål 0)", _view("telefon", lambda view: view.shift, 3)),
    ("… på skrivbord (mål 0)", _view("skrivbord", lambda view: view.shift, 3)),
)


def as_markdown(results: Sequence[Results], growths: Sequence[float], with_what: str) -> str:
    """Rows of figures, a column per size; growth stands in the columns of the larger sizes. `with_what` stands below."""
    lines = [
        "| | " + " | ".join(f"{result.pages} sidor" for result in results) + " |",
        "|---|" + "---:|" * len(results),
    ]
    lines += [f"| {name} | " + " | ".join(value(result) for result in results) + " |" for name, value in ROWS]
    grown = ["–", *(_number(growth, 2) for growth in growths)]
    name = "Tillväxtexponent från första storleken, det tomma arkivet avdraget (mål 1,05)"
    return "\n".join([*lines, f"| {name} | {' | '.join(grown)} |", "", with_what, ""])
