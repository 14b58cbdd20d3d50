"""What becomes of a packet's documents, and what is told of those that become nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from pypdf import PdfReader

from tests.imports.drawing import saved
from tests.imports.packet_run import CALL, LISTED, packet, run
from tests.imports.paper import pages


def test_nothing_is_written_before_somebody_agrees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, home = run(tmp_path, packet())
    assert (code, (home / "2026-12-10").exists()) == (1, False)
    assert "Inget skrevs. Stämmer delningen: lägg till --bekräfta." in capsys.readouterr().out


def test_a_meeting_with_items_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, packet(), "--bekräfta", day="2026-11-26")[0] == 2
    assert "sammanträdet 2026-11-26 har redan ärenden." in capsys.readouterr().err


def test_a_list_that_names_somebody_and_a_secret_statement_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = (LISTED[0], ("2026-10-14", "E4", "Lön för Bo Lindqvist", "Enhetschef"))
    secret = (
        "TJÄNSTESKRIVELSE\nYttrande till IVO\nKlaganden beskriver sin situation.\nDen enskildes insatser har prövats."
    )
    code, home = run(tmp_path, packet(("Delegationsbeslut\nEnhet: Norr", named), (secret, ())), "--bekräfta")
    told = " ".join(capsys.readouterr().out.split())
    assert code == 1
    assert "Sidan 3, delegationslista: listan nämner B* L******** vid namn." in told
    assert "Sidan 4, tjänsteskrivelse: dokumentet ser ut att handla om en enskilds vård" in told
    written = "".join(path.read_text("utf-8") for path in (home / "2026-12-10").rglob("*.md"))
    assert "Lindqvist" not in written
    assert "laganden" not in written
    assert not (home / "2026-12-10/delegationsbeslut").exists()


def test_what_is_of_another_matter_is_a_document_and_never_the_items_text(tmp_path: Path) -> None:
    cover = "ORDFÖRANDEFÖRSLAG\nBudget (PRO/2026:7)\nBeslut\nAnta budgeten.\nSammanfattning\nNya pengar."
    other = "TJÄNSTESKRIVELSE\nNågot helt annat\nFörslag till beslut\nAvslå det."
    _, home = run(tmp_path, pages((CALL, ()), (cover, ()), (other, ())), "--bekräfta")
    item = (home / "2026-12-10/01-budget.md").read_text("utf-8")
    assert "  - Anta budgeten.\n" in item
    assert "Avslå" not in item
    assert "- Avslå det." in (home / "2026-12-10/handlingar/budget/tjansteskrivelse.md").read_text("utf-8")


def test_what_belongs_to_no_matter_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = "TJÄNSTESKRIVELSE\nNågot helt annat\nFörslag till beslut\nAvslå det."
    code, _ = run(tmp_path, pages((CALL, ()), (report, ())), "--bekräfta")
    assert code == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "Sidan 2, tjänsteskrivelse: dokumentet hör inte till något ärende i kallelsen." in told


def test_pages_are_cut_out_as_they_are(tmp_path: Path) -> None:
    _, home = run(tmp_path, packet(("Karta", LISTED), ("Mer", ())), "--bekräfta", "--rätta", "3 bilaga 1")
    (cut,) = (home / "2026-12-10/bilagor").iterdir()
    assert [page.extract_text().split()[0] for page in PdfReader(io.BytesIO(cut.read_bytes())).pages] == [
        "Karta",
        "Mer",
    ]


CALLED = {"meetings/prov/2026-12-10/kallelse.md": "---\ndatum: 2026-12-10\nläge: planerat\n---\n\nVälkomna.\n"}


def test_the_call_of_a_meeting_stays_and_what_the_packets_own_says_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, home = run(tmp_path, packet(), "--bekräfta", files=CALLED)
    told = capsys.readouterr().out
    assert code == 0
    assert (home / "2026-12-10/kallelse.md").read_text("utf-8") == CALLED["meetings/prov/2026-12-10/kallelse.md"]
    assert "lästes dag, tid och plats" not in told
    heading = "Ur kallelsen kom inte med, för meetings/prov/2026-12-10/kallelse.md finns redan och ändras inte\n"
    lines = (
        "Tid: 26 november 2026 kl. 18.30|Plats: Rådhuset|Upprop|Kallelse|Provnämnden kallas till sammanträde|Välkomna!"
    )
    assert heading + "".join(f"  {line}\n" for line in lines.split("|")) in told


def test_an_appendix_of_no_matter_goes_to_no_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = pages((CALL, ()), ("Bilaga 1\nKarta över parken", ()), ("TJÄNSTESKRIVELSE\nBudget", ()))
    code, home = run(tmp_path, content, "--bekräfta", "--rätta", "2 bilaga", files=CALLED)
    told = " ".join(capsys.readouterr().out.split())
    assert code == 1
    assert (
        'Sidan 2, bilaga: dokumentet hör inte till något ärende i kallelsen. Säg vilket med --rätta "2 bilaga 1".'
        in told
    )
    assert not (home / "2026-12-10/bilagor").exists()
    assert "bilagor" not in (home / "2026-12-10/03-sammantradesordning-2027.md").read_text("utf-8")


def test_an_appendix_of_no_matter_in_a_word_packet_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    for n, text in enumerate((CALL, "Karta över parken", "TJÄNSTESKRIVELSE\nBudget\nFörslag till beslut\nAnta.")):
        if n:
            document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        for line in text.split("\n"):
            document.add_paragraph(line)
    code, home = run(tmp_path, saved(document), "--bekräfta", "--rätta", "2 bilaga")
    assert code == 1
    assert "Sidan 2, bilaga: dokumentet hör inte till något ärende" in " ".join(capsys.readouterr().out.split())
    assert (home / "2026-12-10/01-budget.md").exists()
    assert not (home / "2026-12-10/handlingar").exists()


def test_a_matter_put_in_between_becomes_an_item_with_its_letter(tmp_path: Path) -> None:
    call = CALL.replace("2. Svar", "1a. Mål för skolan\n2. Svar")
    report = "TJÄNSTESKRIVELSE\nNågot annat\nFörslag till beslut\nAnta målen."
    _, home = run(tmp_path, pages((call, ()), (report, ())), "--bekräfta", "--rätta", "2 tjänsteskrivelse 1a")
    assert "  - Anta målen.\n" in (home / "2026-12-10/01a-mal-for-skolan.md").read_text("utf-8")


def test_an_appendix_on_an_individual_is_not_cut_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = "Yttrande till IVO\nKlaganden beskriver sin situation.\nDen enskildes insatser har prövats."
    code, home = run(tmp_path, packet((secret, ())), "--bekräfta", "--rätta", "3 bilaga 1")
    assert code == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "Sidan 3, bilaga: dokumentet ser ut att handla om en enskilds vård" in told
    assert not (home / "2026-12-10/bilagor").exists()
