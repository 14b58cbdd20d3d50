"""An item that nobody has read yet: it is on no page and has no address until its header says that it is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from build_scripts.__main__ import main
from build_scripts.guard.sources import judge_sources
from build_scripts.site.prepared import Prepared, prepare
from macros.facts.day import Day
from macros.finding import Level
from macros.judging import judge
from macros.record.archive import Archive
from macros.record.reading import read
from tests.imports.documents import att_clauses
from tests.imports.drawing import saved
from tests.site.projects import TODAY, tiny


def _prepared(root: Path) -> Prepared:
    return prepare(root, dt.date.fromisoformat(TODAY))


def _made(site: Prepared) -> dict[str, str]:
    return {found.address: found.make().html for found in site.pages}


def test_site_is_as_if_it_were_not_there_until_it_is_read(tmp_path: Path) -> None:
    root = tiny(tmp_path / "projekt")
    before = {page.address: page.make().html for page in _prepared(root).pages}
    (tmp_path / "a.docx").write_bytes(saved(att_clauses()))
    words = ["importera", str(tmp_path / "a.docx"), "--organ", "prov", "--sammanträde", "2026-11-26"]
    assert main([*words, "--katalog", str(root), "--idag", TODAY]) == 0

    site = _prepared(root)
    assert {page.address: page.make().html for page in site.pages} == before
    (finding,) = (
        found for found in site.findings if found.place.path.endswith("/02-svar-pa-motion-om-sondagsoppet.md")
    )
    assert (finding.rule, finding.level) == ("oläst", Level.WARNING)

    (made,) = root.glob("meetings/prov/2026-11-26/02-*.md")
    made.write_text(made.read_text(encoding="utf-8").replace("publiceras: nej\nskäl: oläst\n", "publiceras: ja\n"))
    pages = _made(_prepared(root))
    assert pages.keys() - before.keys() == {
        "prov/2026-11-26/svar-pa-motion-om-sondagsoppet/",
        "arenden/prov-pro-2026-80/",
    }
    assert "söndagsöppet" in pages["prov/2026-11-26/"]


def _draft(root: Path, text: str, body: str = "Text.") -> Archive:
    (root / "meetings/prov/2026-11-26/02-taxa.md").write_text(
        f"---\nrubrik: Taxa\npubliceras: nej\n{text}---\n\n{body}\n", encoding="utf-8"
    )
    return read(root)[0]


def test_what_is_withheld_for_good_is_no_draft(tmp_path: Path) -> None:
    archive = _draft(tiny(tmp_path), "skäl: personuppgifter\n")
    assert archive.drafts == ()
    assert archive.without_drafts is archive


def test_drafts_are_items_of_the_whole_record_and_guarded(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    archive = _draft(root, "skäl: oläst\n", "Sekretess enligt 26 kap. 1 § OSL.")
    assert [item.slug for item in archive.items] == ["cykelplan", "taxa"]
    assert [item.slug for item in archive.without_drafts.items] == ["cykelplan"]
    assert "sekretessmärke" in {finding.rule for finding in judge_sources(root, archive).findings}


def test_draft_hides_no_broken_link(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    _draft(root, "skäl: oläst\n")
    summons = root / "meetings/prov/2026-11-26/kallelse.md"
    summons.write_text(summons.read_text(encoding="utf-8") + "\n[Planen](/prov/borta/)\n", encoding="utf-8")
    archive, known = read(root)
    found = judge(archive, known, Day(archive.without_drafts, dt.date.fromisoformat(TODAY)))
    assert [one.rule for one in found if one.place.path == "meetings/prov/2026-11-26/kallelse.md"] == ["trasig-länk"]
