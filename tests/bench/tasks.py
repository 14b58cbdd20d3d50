"""What twelve errands cost a reader on a phone: clicks, and screens that are scrolled, before the pages' new face and now.

`python -m tests.bench.tasks` builds the record of the commit `BEFORE` twice for the same day: with that commit's own program, and
with this one. Each errand begins on the start page and ends where its answer is in view. It has several ways, the same ones for
both sites; every way that a site has is walked in Chromium, and the cheapest counts. A search is one click, and so is what
must be unfolded.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, ViewportSize

from tests.bench.measure import put
from tests.site.browser import served, started
from tests.site.projects import ROOT, TODAY

BEFORE = "f32f53cf923f"
"""The last commit before the work on the face began."""

PHONE: ViewportSize = {"width": 390, "height": 844}
SEARCH = "?"
"""How a step begins that is typed into the search field.

Other steps are the words of what is clicked, the first that a reader meets, with `HEADING » ` before them below a heading.
"""


@dataclass(frozen=True)
class Errand:
    """What a reader wants, the words that answer it, and the ways there: steps from the start page."""

    wanted: str
    answer: str
    ways: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Cost:
    """What a way cost: clicks, and screens that were scrolled."""

    clicks: int
    screens: float

    @property
    def total(self) -> float:
        """Both together: a screen is as much trouble as a click."""
        return self.clicks + self.screens


_BODY = "Alla organ » ^Exempelnämnden$"
_PARKING, _REPORT = f"{SEARCH}avgiftsfri parkering", f"{SEARCH}delårsrapport augusti"
_HIT = "Handling · Exempelnämnden 22 oktober|^Initiativ om avgiftsfri"
_LIST = "Fritidsenheten, september 2026"
ERRANDS = (
    Errand(
        "Till när beslutet om avgiftsfri parkering kan överklagas",
        r"(överklaga|[Ss]enast).*25 november",
        (
            (),
            ("Anslagstavla",),
            ("Meny", "Anslagstavla"),
            (_PARKING, "Beslut · § 47"),
            (_PARKING, _HIT),
        ),
    ),
    Errand(
        "Hur Nils Provberg röstade om avgiftsfri parkering",
        r"^Nils Provberg \(BY\)\s*Nej|^.{0,60}avgiftsfri parkering.{0,40}\bNej\b",
        (
            (_PARKING, _HIT),
            (_PARKING, _HIT, "Så röstade"),
            (_PARKING, _HIT, "§ 47"),
            (_PARKING, "Beslut · § 47"),
            (_PARKING, "Beslut · § 47", "Så röstade"),
            (f"{SEARCH}hur röstade Nils Provberg", "Nils Provberg"),
            (f"{SEARCH}Nils Provberg", "Nils Provberg"),
        ),
    ),
    Errand(
        "När och var Exempelnämnden sammanträder nästa gång",
        r"18\.00, Sessionssalen",
        ((), (_BODY,), ("Exempelnämnden.*26 november",)),
    ),
    Errand(
        "Få Exempelnämndens sammanträden i sin kalender",
        r"^Prenumerera\b.+",
        ((_BODY,), (_BODY, "i din kalender"), ("Sammanträden",), ("Meny", "Sammanträden")),
    ),
    Errand(
        "Vad som har hänt i ärende EXN/2026:17",
        r"^Ärendets gång$",
        ((f"{SEARCH}EXN/2026:17",), (f"{SEARCH}EXN/2026:17", "EXN/2026:17|Cykelplan")),
    ),
    Errand(
        "Vad nämnden beslutade om söndagsöppet på biblioteket",
        r"^Huvudbiblioteket har öppet söndagar",
        (
            (f"{SEARCH}beslut söndagsöppet bibliotek",),
            (f"{SEARCH}beslut söndagsöppet bibliotek", "[Ss]öndagsöppet bibliotek"),
            (f"{SEARCH}söndagsöppet bibliotek", "[Ss]öndagsöppet bibliotek"),
            (f"{SEARCH}söndagsöppet bibliotek", "EXN/2026:9: "),
            ("Alla ärenden", "[Ss]öndagsöppet"),
            (_BODY, "Alla ärenden", "[Ss]öndagsöppet"),
        ),
    ),
    Errand(
        "Vem som är ordförande i Exempelnämnden",
        r"^(Signe Exempelsson.*Ordförande|Ordförande: Signe Exempelsson)",
        ((_BODY, "Ledamöter och ersättare"), ("Förtroendevalda",), (f"{SEARCH}ordförande exempelnämnden",)),
    ),
    Errand(
        "Protokollet från den 22 oktober",
        r"^Protokoll torsdag 22 oktober 2026$",
        (
            ("Exempelnämnden (torsdag )?22 oktober", "Protokoll"),
            ("^Exempelnämnden 22 oktober 2026$",),
            (_BODY, "22 oktober", "Protokollet"),
            (f"{SEARCH}protokoll 22 oktober 2026", "^Protokoll (·|torsdag)"),
        ),
    ),
    Errand(
        "Vem man begär ut delårsrapporten från",
        r"Skriv till registrator@exempelkoping",
        (
            (_REPORT, "Handling · Exempelnämnden 22 oktober|^Delårsrapport per"),
            (_REPORT, "Handling · Exempelnämnden 22 oktober|^Delårsrapport per", "[Bb]egär ut"),
            ("Exempelnämnden.*22 oktober", "Delårsrapport", "[Bb]egär ut"),
            (_BODY, "22 oktober", "Delårsrapport", "[Bb]egär ut"),
        ),
    ),
    Errand(
        "Vad som föreslås om bibliotekens öppettider i jul",
        r"^(Förslag: )?Biblioteken håller de öppettider",
        (
            (f"{SEARCH}bibliotekens öppettider jul", "Handling · Exempelnämnden 26|öppettider"),
            (f"{SEARCH}bibliotekens öppettider jul", "Handling · Exempelnämnden 26"),
            ("Exempelnämnden.*26 november",),
            (_BODY, "26 november"),
        ),
    ),
    Errand(
        "Vad Fritidsenheten beslutade på delegation i september",
        r"^Delegationsbeslut.*Fritidsenheten.*september 2026$",
        (
            (_BODY, "Listor efter år och enhet", _LIST),
            ("Så hittar du » ^Exempelnämnden$", _LIST),
            (f"{SEARCH}fritidsenheten september 2026", _LIST),
            (f"{SEARCH}delegationsbeslut fritidsenheten september 2026", _LIST),
        ),
    ),
    Errand(
        "Vad ordet justering betyder",
        r"(stämmer|kontrolleras|undertecknas|rätt|riktigt)\b.*\.$",
        ((f"{SEARCH}justering",), ("Ordlista",), ("Hjälp", "Ordlista")),
    ),
)

_FIND = r"""([step, clickable]) => {
  const [words, after] = step.split(" » ").reverse();
  const pattern = new RegExp(words);
  const said = (node) => (node.innerText ?? "").replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();
  const seen = (node) => node.checkVisibility({visibilityProperty: true}) && node.getClientRects().length > 0
    && node.getBoundingClientRect().width > 1;
  const nodes = [...document.querySelectorAll(clickable ? "a[href], button, summary, label" : "body *:not(script, style)")];
  const first = after && [...document.querySelectorAll("h2")].find((node) => said(node) === after);
  if (after && !first) return null;
  const follows = (node) => !first || (first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const found = nodes.find((node) => follows(node) && seen(node) && pattern.test(said(node))
    && (clickable || ![...node.children].some((child) => seen(child) && pattern.test(said(child)))));
  if (!found) return null;
  document.querySelectorAll("[data-har]").forEach((node) => node.removeAttribute("data-har"));
  found.setAttribute("data-har", "");
  const place = found.getBoundingClientRect();
  const by = place.top < 0 ? place.top : Math.max(0, Math.min(place.bottom, place.top + innerHeight) - innerHeight);
  scrollBy({top: by, behavior: "instant"});
  return Math.abs(by) / innerHeight;
}"""
"""Scrolls to the first thing with the words that a reader meets, and marks it; gives how many screens that was."""


def walked(browser: Browser, root: str, errand: Errand, way: tuple[str, ...]) -> Cost | None:
    """What a way costs on the site at `root`; None where the site has no such way, or it does not end at the answer."""
    page = browser.new_page(viewport=PHONE)
    page.set_default_timeout(8000)
    page.emulate_media(reduced_motion="reduce")
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{TODAY}T12:00:00+01:00"))
    screens = 0.0
    try:
        page.goto(root)
        for step in way:
            passed = _typed(page, step) if step.startswith(SEARCH) else _clicked(page, step)
            if passed is None:
                return None
            screens += passed
        last = page.evaluate(_FIND, [errand.answer, False])
    except Error:
        return None
    finally:
        page.close()
    return None if last is None else Cost(len(way), round(screens + last, 1))


def _clicked(page: Page, words: str) -> float | None:
    screens: float | None = page.evaluate(_FIND, [words, True])
    if screens is not None:
        page.locator("[data-har]").click()
        page.wait_for_load_state()
        page.wait_for_timeout(100)
    return screens


def _typed(page: Page, step: str) -> float:
    field = page.locator("input[type=search]:visible").first
    field.fill(step.removeprefix(SEARCH))
    field.press("Enter")
    page.wait_for_selector("#sok-traffar > li, #sok-traffar a", timeout=20_000)
    page.wait_for_timeout(1500)
    return 0.0


def costs(site: Path) -> list[Cost | None]:
    """The cheapest way of each errand on a built site, None where it has none."""
    with served(site) as root, started() as browser:
        return [
            min(
                (cost for way in one.ways if (cost := walked(browser, root, one, way)) is not None),
                key=lambda cost: cost.total,
                default=None,
            )
            for one in ERRANDS
        ]


def sites(folder: Path) -> tuple[Path, Path]:
    """The site of the record of `BEFORE` with the program of then, and with this one."""
    then, now = folder / "fore", folder / "nu"
    archive = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(then, filter="data")
    now.mkdir()
    for name in ("build_scripts", "macros", "site_overrides", "content", "mkdocs.yml"):
        (now / name).symlink_to(ROOT / name)
    (now / "meetings").symlink_to(then / "meetings")
    for project in (then, now):
        command = [sys.executable, "-m", "build_scripts", "bygg", "--idag", TODAY, "--tyst"]
        subprocess.run(command, cwd=project, check=True, capture_output=True)
    return then / "site", now / "site"


def rows(before: list[Cost | None], after: list[Cost | None]) -> Iterator[str]:
    """The table in Markdown, and under it how many became better or worse."""
    yield "| Uppgift | Klick före | Skärmar före | Klick nu | Skärmar nu |"
    yield "|---|---:|---:|---:|---:|"
    for errand, then, now in zip(ERRANDS, before, after, strict=True):
        yield f"| {errand.wanted} | {' | '.join((*_cells(then), *_cells(now)))} |"
    totals = [(_total(then), _total(now)) for then, now in zip(before, after, strict=True)]
    better, worse = (sum(sign * (then - now) > 0 for then, now in totals) for sign in (1, -1))
    yield ""
    yield f"Bättre: {better}. Sämre: {worse}. Lika: {len(totals) - better - worse}."


def _cells(cost: Cost | None) -> tuple[str, str]:
    return (str(cost.clicks), f"{cost.screens:.1f}".replace(".", ",")) if cost else ("går inte", "")


def _total(cost: Cost | None) -> float:
    return round(cost.total, 1) if cost else float("inf")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--ut", type=Path, help="skriv tabellen i den här filen")
    parser.add_argument(
        "--sajter", type=Path, nargs=2, metavar="DIR", help="byggda sidor före och nu, i stället för att bygga dem"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before, after = given.sajter or sites(Path(folder))
        with ProcessPoolExecutor(2) as both:
            table = "\n".join(rows(*both.map(costs, (before, after)))) + "\n"
    print(table)
    if given.ut:
        put(table, given.ut)


if __name__ == "__main__":
    main()
