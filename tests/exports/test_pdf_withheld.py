"""What is withheld, or not approved yet, is in no paper, and the guard reads them all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from build_scripts.guard.release import judge_release
from macros import addresses
from macros.guard.official import of_all
from tests.exports.pdf_files import ReadPdf
from tests.exports.test_pdf import made
from tests.guard.granska import LAST
from tests.pages.held import BENCHES, HELD, MINUTES
from tests.pages.records import SMALL, record
from tests.pages.test_withheld import FILES, ITEM_PATH, SECRET

pytestmark = pytest.mark.slow
"""Sets all papers of small records."""


@pytest.mark.parametrize("publication", ["maskat", "nej"])
def test_what_is_withheld_is_in_no_paper(tmp_path: Path, publication: str) -> None:
    secret = SECRET.format(publication=publication, reason="sekretess")
    told = "".join(
        name + "".join(ReadPdf(one).pages) + str(ReadPdf(one).bookmarks)
        for name, one in made(record(tmp_path, {**SMALL, **FILES, ITEM_PATH: secret}), tmp_path).items()
    )
    assert "Plan för träd" in told
    assert "hemlig" not in told.lower()


def test_what_is_not_approved_yet_is_in_no_paper(tmp_path: Path) -> None:
    archive = record(tmp_path, HELD)
    name = addresses.as_pdf("parknamnden/2026-02-12/protokoll/")
    before, after = (
        "".join(ReadPdf(made(archive, tmp_path, today)[name]).pages)
        for today in (dt.date(2026, 2, 25), dt.date(2026, 2, 26))
    )
    assert "Nämnden väljer Bo Al." not in before
    assert "Nämnden väljer Bo Al." in after


def test_a_name_that_is_withheld_in_the_minutes_is_in_no_paper(tmp_path: Path) -> None:
    secret = MINUTES.replace("    utfall: visas inte\n", "    utfall: visas inte\n    beslut: [Hemligbeslut]\n")
    found = made(record(tmp_path, {**HELD, "parknamnden/2026-02-12/protokoll.md": secret}), tmp_path)
    assert "hemlig" not in "".join("".join(ReadPdf(one).pages) for one in found.values()).lower()


def test_the_guard_reads_the_papers(tmp_path: Path) -> None:
    number = f"19850709-{LAST}"
    bad = BENCHES.replace("Nya bänkar", f"Nya bänkar till {number}")
    archive = record(tmp_path / "arkiv", {**HELD, "parknamnden/2026-02-12/01-nya-bankar.md": bad})
    name = addresses.packet("parknamnden/2026-02-12/")
    file = tmp_path / "ut" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(made(archive, tmp_path / "arkiv")[name])
    found = judge_release(tmp_path / "ut", of_all(archive.bodies), (), ())
    assert [(one.rule, one.place.path.endswith(name)) for one in found] == [("personnummer", True)]


def test_the_guard_says_of_a_broken_paper_that_it_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "ut/pdf/a/a.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"%PDF-1.7 trasig")
    archive = record(tmp_path / "arkiv", SMALL)
    found = judge_release(tmp_path / "ut", of_all(archive.bodies), (), ())
    assert [(one.rule, one.place.path.endswith("pdf/a/a.pdf")) for one in found] == [("oläst-bilaga", True)]
