"""Paragraphs of old minutes as they are printed: numbers that are left out, lines that are no paragraphs, tables of contents."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.printed_paragraphs import parted
from macros.record.reading import read
from tests.imports.old_minutes import MASKED, MINUTES, imported

GAP = MINUTES.replace("§ 43", "§ 45").replace("§ 44 Information", "§ 46 Information").replace("§ 42", "§ 43")


@pytest.mark.parametrize(
    ("more", "left_out"),
    [
        ({}, [((), "Paragrafen finns inte i det importerade protokollet", "noteras")] * 2),
        ({"03-a.md": MASKED, "04-b.md": MASKED}, [(("a",), None, "visas inte"), (("b",), None, "visas inte")]),
    ],
)
def test_a_number_that_is_left_out_is_told_and_its_place_kept(
    more: dict[str, str],
    left_out: list[tuple[tuple[str, ...], str | None, str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, root = imported(tmp_path, GAP, **{f"meetings/prov/2026-11-19/{name}": text for name, text in more.items()})
    told = " ".join(capsys.readouterr().out.split())
    assert code == 0, told
    assert "§ 41 följs av § 43." in told
    assert "§ 43 följs av § 45." in told
    archive, findings = read(root)
    assert findings == []
    (minutes,) = [one.minutes for one in archive.meetings if one.minutes]
    rows = [(one.number, one.items, one.title, one.outcome.value) for one in minutes.header.paragraphs]
    assert [rows[1][1:], rows[3][1:]] == left_out
    assert [row[:2] for row in rows if row[0] in (43, 45)] == [(43, ("cykelplan",)), (45, ("simhallen",))]
    assert minutes.header.paragraphs[4].decision[0] == "Ärendet återremitteras."
    # What stands in their place is told until somebody has written it.
    kept = "# FYLL I: vad §§ 42, 44 gäller, som protokollet hoppar över."
    assert (kept in minutes.source.lines) == (not more)


def test_a_line_with_a_later_number_that_is_no_heading_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = imported(tmp_path, MINUTES + "\n\n§ 47 Avslutning")
    assert code == 0
    assert "§ 44 har en rad som börjar med § 47." in " ".join(capsys.readouterr().out.split())


def test_paragraphs_with_their_body_and_number_before_their_title_and_lines_between() -> None:
    lines = (
        "Provnämnden",
        "PN § 41",
        "Val",
        "______",
        "Pn § 42 Dnr PRO/2026:7",
        "Cykelplan",
        "Beslut",
        "att anta den,",
        "____",
    )
    _, found = parted([Block(BlockKind.PARAGRAPH, (Run(line),)) for line in lines], ("PRO/ÅÅÅÅ:N",))
    assert [(one.number, one.title, one.case_number) for one in found] == [
        (41, "Val", None),
        (42, "Cykelplan", "PRO/2026:7"),
    ]
    assert [block.text for one in found for block in (*one.decision, *one.text)] == ["att anta den,"]
    row = tuple(((Run(cell),),) for cell in ("§ 43", "Taxa", "PRO/2026:9"))
    _, (paragraph,) = parted([Block(BlockKind.TABLE, rows=(row,))], ("PRO/ÅÅÅÅ:N",))
    assert (paragraph.number, paragraph.title, paragraph.case_number) == (43, "Taxa", "PRO/2026:9")


def test_a_table_of_contents_is_no_paragraphs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contents = (
        "§ 41 Val av justerare\n§ 42 Cykelplan (PRO/2026:7)\n§ 43 Simhallens öppettider\n§ 44 Information om budgeten\n"
    )
    code, root = imported(tmp_path, MINUTES.replace("Provnämnden 2026", f"{contents}Provnämnden 2026"))
    assert code == 0, capsys.readouterr().out
    _, plain = imported(tmp_path / "utan", MINUTES)
    path = "meetings/prov/2026-11-19/protokoll.md"
    assert (root / path).read_text("utf-8") == (plain / path).read_text("utf-8")
