"""Papers of one matter that are given apart become one item and its documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from build_scripts.__main__ import main
from tests.imports.drawing import saved
from tests.site.projects import TODAY, tiny

REPORT = "TJÄNSTESKRIVELSE|Dnr {number}|{title}|Förslag till beslut|Nämnden antar planen.|Sammanfattning|Planen är ny."
CHAIRS = "ORDFÖRANDEFÖRSLAG|Dnr {number}|{title}|Beslut|Nämnden avslår planen.|Sammanfattning|Pengarna saknas."


def _word(text: str, **said: str) -> bytes:
    document = Document()
    for line in text.format(**said).split("|"):
        document.add_paragraph(line)
    return saved(document)


def _run(root: Path, folder: Path, files: dict[str, bytes]) -> int:
    paths = []
    for name, content in files.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(content)
    line = ["importera", *map(str, paths), "--organ", "prov", "--sammanträde", "2026-11-26", "--behåll-namn"]
    return main([*line, "--idag", TODAY, "--katalog", str(root)])


@pytest.mark.parametrize("at_once", [True, False])
def test_a_report_is_the_item_and_the_chairs_proposal_its_document(at_once: bool, tmp_path: Path) -> None:
    root = tiny(tmp_path / "projekt")
    files = {
        "a-ordforande": _word(CHAIRS, number="PRO/2026:8", title="Lekplatser"),
        "b-rapport": _word(REPORT, number="PRO/2026:8", title="Plan för lekplatser"),
    }
    if at_once:
        assert _run(root, tmp_path, files) == 0
    else:
        for name in reversed(files):
            assert _run(root, tmp_path, {name: files[name]}) == 0
    home = root / "meetings/prov/2026-11-26"
    assert "- Nämnden antar planen." in (home / "02-plan-for-lekplatser.md").read_text("utf-8")
    paper = (home / "handlingar/plan-for-lekplatser/ordforandeforslag.md").read_text("utf-8")
    assert paper.startswith("---\ntitel: 'Ordförandeförslag: Lekplatser'\nslag: ordförandeförslag\n---\n") or (
        "slag: ordförandeförslag" in paper
    )
    assert "- Nämnden avslår planen." in paper
    assert not (home / "03-lekplatser.md").exists()


@pytest.mark.parametrize(
    ("number", "title", "joined"),
    [("PRO/2026:9", "Plan för lekplatser", False), ("", "Plan för lekplatserna", True), ("", "Något annat", False)],
)
def test_a_matter_is_told_by_its_number_and_else_by_its_title(
    number: str, title: str, joined: bool, tmp_path: Path
) -> None:
    root = tiny(tmp_path / "projekt")
    first = _word(REPORT, number="PRO/2026:8", title="Plan för lekplatser")
    second = _word(REPORT.replace("Dnr {number}|", "Dnr {number}|" if number else ""), number=number, title=title)
    assert _run(root, tmp_path, {"a": first, "b": second}) == 0
    home = root / "meetings/prov/2026-11-26"
    assert (home / "handlingar/plan-for-lekplatser/tjansteskrivelse.md").exists() is joined
    assert len(list(home.glob("03-*.md"))) == (not joined)


def test_nothing_unread_is_put_beside_an_item_that_is_shown(tmp_path: Path) -> None:
    root = tiny(tmp_path / "projekt")
    assert _run(root, tmp_path, {"a": _word(CHAIRS, number="PRO/2026:7", title="Cykelplan")}) == 0
    home = root / "meetings/prov/2026-11-26"
    assert "skäl: oläst" in (home / "02-cykelplan-2.md").read_text("utf-8")
    assert not (home / "handlingar").exists()
