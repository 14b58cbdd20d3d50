"""What is withheld, withdrawn or not approved yet is in no file beside the pages, and no file is named by it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from build_scripts.exports.files import exported, linked
from build_scripts.guard.release import judge_release
from macros.facts.day import Day
from macros.guard.official import of_all
from macros.record.reading import read
from tests.guard.granska import LAST
from tests.pages.held import BENCHES, CALL, HELD, MINUTES
from tests.pages.records import SMALL, record
from tests.pages.test_withheld import FILES, ITEM_PATH, SECRET
from tests.site.projects import ROOT

SITE = "https://arkiv.example.se/"
TODAY = dt.date(2026, 3, 20)


def told(folder: Path, files: dict[str, str], today: dt.date = TODAY) -> str:
    """Everything that all exports say, with their names."""
    made = exported(Day(record(folder, files).without_drafts, today), (), SITE)
    return "\n".join(f"{name}\n{one.content().decode()}" for name, one in made.items())


@pytest.mark.parametrize("publication", ["maskat", "nej"])
@pytest.mark.parametrize("withdrawn", ["", "tillbakadragen: 2026-03-02\n"])
def test_a_withheld_item_tells_nothing(tmp_path: Path, publication: str, withdrawn: str) -> None:
    secret = SECRET.format(publication=publication, reason=f"sekretess\n{withdrawn}".rstrip())
    everything = told(tmp_path, {**SMALL, **FILES, ITEM_PATH: secret})
    assert "Plan för träd" in everything
    assert "hemlig" not in everything.lower()


def test_a_withdrawn_list_and_its_rows_tell_nothing(tmp_path: Path) -> None:
    gone = (
        "---\nenhet: Åkerenheten\nmånad: 2026-02\nskäl: personuppgifter\ntillbakadragen: 2026-03-02\nbeslut:\n"
        "  - datum: 2026-02-10\n    beslut: Beslutet visas inte\n    diarienummer: PN/2026:7\n---\nHemligtext.\n"
    )
    everything = told(tmp_path, {**SMALL, "parknamnden/2026-03-12/delegationsbeslut/2026-02-akerenheten.md": gone})
    assert "hemlig" not in everything.lower()
    assert "Beslutet visas inte" in everything


def test_a_withheld_paragraph_tells_nothing(tmp_path: Path) -> None:
    secret = MINUTES.replace(
        "    utfall: visas inte\n",
        "    utfall: visas inte\n    beslut: [Hemligbeslut]\n    votering:\n      - ja_betyder: Hemligja\n"
        "        nej_betyder: Hemlignej\n        ja: [Alma Ek]\n        nej: [Bo Al]\n        antal_ja: 1\n"
        "        antal_nej: 1\n        utfall: ja\n    rättelser:\n      - datum: 2026-03-01\n        text: Hemligrättelse\n",
    )
    everything = told(tmp_path, {**HELD, "parknamnden/2026-02-12/protokoll.md": secret})
    assert "Nämnden köper åtta bänkar." in everything
    # The item's own page says that it is not shown, and its address is told.
    assert "hemlig" not in everything.lower().replace("2026-02-12/hemligt", "")


def test_what_is_not_approved_yet_is_not_told(tmp_path: Path) -> None:
    before, after = (
        told(tmp_path / name, HELD, today) for name, today in (("a", dt.date(2026, 2, 25)), ("b", dt.date(2026, 2, 26)))
    )
    for words in ("Ärendet återremitteras.", "Nämnden väljer Bo Al.", "Val av vice ordförande"):
        assert words not in before
        assert words in after


def test_the_guard_has_nothing_to_say_of_the_shipped_calendars_feeds_and_tables(tmp_path: Path) -> None:
    archive = read(ROOT)[0]
    made = linked(Day(archive.without_drafts, dt.date(2026, 11, 29)), "https://klubbat.example.se/")
    for number, (name, one) in enumerate(made.items()):
        (tmp_path / f"{number}-{name.rpartition('/')[2]}").write_bytes(one.content())
    assert judge_release(tmp_path, of_all(archive.bodies), (), ()) == []


def test_the_guard_finds_what_a_calendar_a_feed_and_a_table_say_of_somebody(tmp_path: Path) -> None:
    number = f"19850709-{LAST}"
    said = CALL.replace("plats: Rådhuset", f"plats: Hos {number}")
    files = {
        **HELD,
        "parknamnden/2026-02-12/kallelse.md": said,
        "parknamnden/2026-02-12/01-nya-bankar.md": BENCHES.replace("Nya bänkar", f"Nya bänkar till {number}"),
    }
    archive = record(tmp_path, files)
    made = linked(Day(archive, TODAY), SITE)
    for name in ("kalender/sammantraden.ics", "feed/allt.xml", "data/sammantraden.csv", "data/beslut.csv"):
        folder = tmp_path / f"{name.replace('/', '-')}-ut"
        folder.mkdir()
        (folder / name.rpartition("/")[2]).write_bytes(made[name].content())
        assert judge_release(folder, of_all(archive.bodies), (), ()), name
