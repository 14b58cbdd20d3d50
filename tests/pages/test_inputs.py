"""No page changes unless its inputs do: every value of a record is changed, one at a time, and all its pages are compared."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.dates.after_meeting import LONGEST_TIME
from macros.facts.day import Day
from macros.finding import has_errors
from macros.pages.build import promises
from macros.pages.page import Page, Promise
from macros.record.reading import read
from tests.pages.held import HELD
from tests.pages.records import SMALL, record

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 3, 2)

ASSEMBLY_MEETS = "---\ndatum: 2026-04-27\ntid: 17:00\nplats: Salen\nläge: planerat\n---\n"
SAME_MATTER = """---
rubrik: Träden i staden
diarienummer: FN/2026:1
andra_diarienummer:
  - organ: parknamnden
    nummer: PN/2026:7
förslag_till_beslut:
  - Fullmäktige antar planen.
---
Planen hör ihop med PN/2026:4.
"""
AGAIN = """---
rubrik: Hundrastgård igen
diarienummer: PN/2026:4
slag: medborgarförslag
fortsätter: 2026-02-12/hundrastgard
bilagor:
  - fil: karta.pdf
    publiceras: maskat
    skäl: upphovsrätt
    tillbakadragen: 2026-03-01
förslag_till_beslut:
  - Medborgarförslaget besvaras.
---
Nu med karta.
"""
WITHDRAWN = """---
publiceras: nej
skäl: sekretess
lagrum: 26 kap. 1 § OSL
tillbakadragen: 2026-03-01
diarienummer: PN/2026:12
bilagor:
  - fil: borttagen.pdf
---
"""
WITHDRAWN_LIST = """---
enhet: Åkerenheten
månad: 2026-01
tillbakadragen: 2026-03-01
skäl: personuppgifter
beslut:
  - datum: 2026-01-11
    diarienummer: PN/2026:13
    beslut: Beslutet visas inte
---
"""
LATER_CALL = """---
datum: 2026-04-16
tid: 18:30
plats: Rådhuset
läge: planerat
---
Förhinder anmäls senast {{ tidsfrist("handlingar") }}. Därefter möts vi {{ nästa_sammanträde("parknamnden") }}.
"""
LATER_MINUTES = """---
närvarande:
  ordförande: Alma Ek
  ledamöter:
    - namn: Alma Ek
    - namn: Bo Al
paragrafer:
  - nummer: 6
    rubrik: Bänkarnas kostnad
    utfall: noteras
    beslut:
      - Nämnden noterar redovisningen.
    överklagande: kan inte överklagas
justeringar:
  - paragrafer: 6
    justerare: [Bo Al]
    justerat: 2026-02-27
    anslag:
      - anslaget: 2026-02-27
---
"""
PAPER = """---
titel: Ordförandens förslag
slag: ordförandeförslag
datum: 2026-03-01
avsändare: organ:fullmaktige
mottagare:
  - organ:parknamnden
undertecknare:
  - Ordföranden
sidor: 2
---
Träden är gamla.
"""
LIST_WITH_A_PAGE = """---
enhet: Bänkenheten
månad: 2026-02
beslut:
  - datum: 2026-02-04
    beslut: Marknad
    diarienummer: PN/2026:7
    sida: marknad
    text: Liten.
    villkor:
      - Torget städas.
    mottagare:
      - organ:fullmaktige
    bilagor:
      - titel: Karta
        sidor: 2
---
"""
RICH = (
    {name: text for name, text in SMALL.items() if "delegationsbeslut" not in name}
    | HELD
    | {
        "fullmaktige/organ.md": HELD["fullmaktige/organ.md"].replace("slag:", "diarieserie:\n  - FN/ÅÅÅÅ:N\nslag:"),
        "fullmaktige/2026-04-27/kallelse.md": ASSEMBLY_MEETS,
        "fullmaktige/2026-04-27/01-traden.md": SAME_MATTER,
        "parknamnden/2026-04-16/kallelse.md": LATER_CALL,
        "parknamnden/2026-04-16/01-hundrastgard.md": AGAIN,
        "parknamnden/2026-04-16/02-indraget.md": WITHDRAWN,
        "parknamnden/2026-04-16/delegationsbeslut/2026-01-akerenheten.md": WITHDRAWN_LIST,
        "parknamnden/2026-03-12/handlingar/plan-for-trad/forslag.md": PAPER,
        "parknamnden/2026-03-12/delegationsbeslut/2026-02-bankenheten.md": LIST_WITH_A_PAGE,
        "parknamnden/2026-02-25/kallelse.md": HELD["parknamnden/2026-02-12/kallelse.md"].replace("02-12", "02-25"),
        "parknamnden/2026-02-25/protokoll.md": LATER_MINUTES,
        "parknamnden/2026-02-12/protokoll.md": HELD["parknamnden/2026-02-12/protokoll.md"].replace(
            "redovisas: 2026-02-28", "redovisas: 2026-02-28\n        redovisat_i: 2026-02-25/6"
        ),
    }
)
"""Two bodies, minutes with everything, a matter in two diaries, one that continues, an assignment that is reported elsewhere,
an item, an attachment and a list that were withdrawn, a document with a text of its own and a delegated decision with a page."""

_VALUE = re.compile(r"^(?P<key>[ -]*(?:[\wåäö_]+: )?)(?P<value>\S.*)$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rik")
    record(root, RICH)
    return root


def _promised(root: Path, today: dt.date = TODAY) -> list[Promise]:
    archive, findings = read(root)
    found = [] if has_errors(findings) else list(promises(Day(archive, today)))
    return found if len({promise.address for promise in found}) == len(found) else []


_made: dict[tuple[str, tuple[str, ...] | None], Page] = {}


def _stale(found: list[Promise]) -> list[str]:
    """Addresses whose inputs are those of an earlier page that was another."""
    pages = [(promise, promise.make()) for promise in found if promise.inputs is not None]
    return [page.address for promise, page in pages if _made.setdefault((page.address, promise.inputs), page) != page]


def _altered(value: str) -> str:
    """Another value of the same shape: the day after, a number more, a word more."""
    if _DATE.fullmatch(value):
        return str(dt.date.fromisoformat(value) + dt.timedelta(days=1))
    return str(int(value) + 1) if value.isdigit() else {"ja": "nej", "nej": "ja"}.get(value, f"{value} till")


def _changes(text: str) -> Iterator[str]:
    """The text with each of its values altered, and without each line that has none."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _VALUE.match(line)
        instead = [found["key"] + _altered(found["value"])] if found else []
        yield "\n".join([*lines[:number], *instead, *lines[number + 1 :]])


@pytest.mark.parametrize("name", [name for name in RICH if name.endswith(".md")])
def test_a_page_whose_inputs_are_the_same_is_the_same(tmp_path: Path, rich: Path, name: str) -> None:
    assert not _stale(_promised(rich))
    root = tmp_path / "kopia"
    shutil.copytree(rich, root)
    file = root / "meetings" / name
    tried = 0
    for changed in _changes(RICH[name]):
        file.write_text(changed, "utf-8")
        found = _promised(root)
        tried += bool(found)
        assert not _stale(found), changed
    assert tried, "every change of the file was refused: the test says nothing about it"


def test_whole_files_and_folders_come_and_go(tmp_path: Path, rich: Path) -> None:
    assert not _stale(_promised(rich))
    for number, name in enumerate(RICH):
        root = tmp_path / str(number)
        shutil.copytree(rich, root)
        (root / "meetings" / name).unlink()
        assert not _stale(_promised(root)), name


def test_the_day_is_seen(rich: Path) -> None:
    around = (-18, -5, -3, 1, 5, 10, 19, 45, 56)
    days = [TODAY + dt.timedelta(days=days + n) for days in around for n in (-1, 0, 1)]
    days += [TODAY + dt.timedelta(days=days) for days in (-60, 2 * LONGEST_TIME.days, 500)]
    assert len([found for day in days if (found := _promised(rich, day))]) == len(days)
    for day in days:
        assert not _stale(_promised(rich, day)), day


def test_most_pages_need_not_be_made_again_after_a_change_elsewhere(tmp_path: Path, rich: Path) -> None:
    root = tmp_path / "kopia"
    shutil.copytree(rich, root)
    file = root / "meetings/parknamnden/2026-03-12/01-plan-for-trad.md"
    before = {promise.address: promise.inputs for promise in _promised(rich)}
    file.write_text(RICH["parknamnden/2026-03-12/01-plan-for-trad.md"] + "Rättat.\n", "utf-8")
    changed = [promise.address for promise in _promised(root) if promise.inputs not in (None, before[promise.address])]
    assert sorted(changed) == [
        "arenden/parknamnden-pn-2026-7/",
        "arenden/parknamnden-pn-2026-9/",
        "kalender/2026-03/",
        "parknamnden/2026-03-12/",
        "parknamnden/2026-03-12/anmalan/",
        "parknamnden/2026-03-12/plan-for-trad/",
        "parknamnden/2026-03-12/plan-for-trad/forslag/",
        "parknamnden/2026/",
        "parknamnden/delegationsbeslut/2026-02-bankenheten/",
        "parknamnden/delegationsbeslut/2026-02-bankenheten/marknad/",
        "parknamnden/sammantradesordning/2026/",
    ]
