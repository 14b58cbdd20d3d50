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


def test_a_file_without_an_agenda_does_not_make_its_meeting_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = pages(("Tjänsteskrivelse\nBudget\nText.", ()))
    code, _ = run(tmp_path, report)
    told = " ".join(capsys.readouterr().err.split())
    assert code == 2
    assert 'prov har inget sammanträde "2026-12-10".' in told
    assert "I p.pdf hittades ingen kallelse med föredragningslista" in told
    assert "lägg till --som paket." in told
    assert run(tmp_path / "igen", report, "--som", "paket", "--bekräfta")[1].joinpath("2026-12-10/kallelse.md").exists()


def test_a_file_that_cannot_be_read_is_told_so_where_it_would_have_made_the_meeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = run(tmp_path, b"%PDF-1.7\nslut")
    assert code == 2
    assert "p.pdf: filen är skadad" in capsys.readouterr().err


CALLED = {"meetings/prov/2026-12-10/kallelse.md": "---\ndatum: 2026-12-10\nläge: planerat\n---\n\nVälkomna.\n"}
ITEM = "---\nrubrik: {title}\ndiarienummer: {number}\nslag: beslut\n---\n\nText.\n"
UNREAD = ITEM.replace("slag: beslut\n", "slag: beslut\npubliceras: nej\nskäl: oläst\n")


def _with_items(**items: str) -> dict[str, str]:
    return CALLED | {f"meetings/prov/2026-12-10/{name.replace('_', '-')[1:]}.md": text for name, text in items.items()}


def test_an_item_that_the_meeting_has_stays_and_gets_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _with_items(_01_pengar=UNREAD.format(title="Pengar", number="PRO/2026:7"))
    content = packet(("Bilaga 1: Karta", ()))
    code, home = run(tmp_path, content, "--bekräfta", "--rätta", "3 bilaga 1", files=files)
    told = capsys.readouterr().out
    assert code == 0
    assert (home / "2026-12-10/01-pengar.md").read_text("utf-8") == files["meetings/prov/2026-12-10/01-pengar.md"]
    assert "meetings/prov/2026-12-10/01-pengar.md finns redan och ändras inte" in told
    papers = home / "2026-12-10/handlingar/pengar"
    assert "- Anta budgeten." in (papers / "tjansteskrivelse.md").read_text("utf-8")
    assert "slag: bilaga" in next(path for path in papers.iterdir() if "karta" in path.name).read_text("utf-8")
    assert (home / "2026-12-10/02-svar-pa-motion-om-lekplatser.md").exists()


def test_nothing_unread_is_put_beside_an_item_that_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = _with_items(_01_budget=ITEM.format(title="Budget", number="PRO/2026:7"))
    code, home = run(tmp_path, packet(), "--bekräfta", files=files)
    assert code == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "Sidan 2, tjänsteskrivelse: ärendet budget är läst, och en oläst handling läggs inte dit." in told
    assert "klubbat ny handling prov 2026-12-10 budget" in told
    assert not (home / "2026-12-10/handlingar").exists()


def test_a_number_that_another_item_has_is_told_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = _with_items(_02_annat=ITEM.format(title="Annat", number="PRO/2026:9"))
    assert run(tmp_path, packet(), "--bekräfta", files=files)[0] == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "ärende 2 i paketet är Svar på motion om lekplatser, men numret har" in told
    assert "klubbat flytta prov/2026-12-10/annat --till N" in told


NAMELESS = ("Delegationsbeslut", (LISTED[0], ("2026-10-14", "E4", "Beslut om resa", "Enhetschef")))


@pytest.mark.parametrize(
    ("options", "code", "units"),
    [
        ((), 1, []),
        (("--enhet", "Norr"), 1, ["Norr"]),
        (("--rätta", "3 lista Norr", "--rätta", "4 lista från Södra enheten"), 0, ["Norr", "Södra enheten"]),
        (("--rätta", "4 lista Söder", "--enhet", "Norr"), 0, ["Norr", "Söder"]),
    ],
)
def test_a_list_that_does_not_name_its_unit(
    options: tuple[str, ...], code: int, units: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done, home = run(tmp_path, packet(NAMELESS, NAMELESS), "--bekräfta", "--rätta", "4 lista", *options)
    assert done == code
    lists = sorted((home / "2026-12-10").glob("delegationsbeslut/*.md"))
    assert [path.read_text("utf-8").split("\n")[1] for path in lists] == [f"enhet: {unit}" for unit in units]
    assert ('Säg det med --rätta "' in " ".join(capsys.readouterr().out.split())) is (code == 1)


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


def test_a_list_that_may_not_be_written_is_no_document_of_a_matter_either(tmp_path: Path) -> None:
    named = (LISTED[0], ("2026-10-14", "E4", "Lön för Bo Lindqvist", "Enhetschef"))
    files = _with_items(_01_pengar=UNREAD.format(title="Pengar", number="PRO/2026:7"))
    content = packet(("TJÄNSTESKRIVELSE\nBudget", named))
    code, home = run(tmp_path, content, "--bekräfta", "--rätta", "3 lista Norr", files=files)
    assert code == 1
    written = "".join(path.read_text("utf-8") for path in (home / "2026-12-10").rglob("*.md"))
    assert "Lindqvist" not in written
    assert [path.name for path in (home / "2026-12-10/handlingar/pengar").iterdir()] == ["tjansteskrivelse.md"]


def test_an_attachment_takes_no_name_that_the_meeting_has(tmp_path: Path) -> None:
    held = CALLED | {"meetings/prov/2026-12-10/bilagor/karta.pdf": "%PDF"}
    code, home = run(tmp_path, packet(("Karta", ())), "--bekräfta", "--rätta", "3 bilaga 1", files=held)
    assert code == 0
    assert sorted(path.name for path in (home / "2026-12-10/bilagor").iterdir()) == ["karta-2.pdf", "karta.pdf"]


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


def test_an_item_does_not_take_an_address_of_the_meetings_own(tmp_path: Path) -> None:
    _, home = run(tmp_path, pages((CALL.replace("Budget", "Delegationsbeslut"), ())), "--bekräfta")
    text = (home / "2026-12-10/01-anmalan-av-delegationsbeslut.md").read_text("utf-8")
    assert "slag: delegation\n" in text


FOOT = "Provköpings kommun, Box 1"
FOOTED = tuple(
    (f"{text}\n{FOOT}", ()) for text in (CALL, "TJÄNSTESKRIVELSE\nBudget\nFörslag till beslut\nAnta.", "Karta")
)


@pytest.mark.parametrize("files", [None, CALLED])
def test_the_feet_of_a_calls_pages_are_told(
    files: dict[str, str] | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are no matters of the agenda and no part of the letter, whether the call becomes a file or stays as it is."""
    code, home = run(tmp_path, pages(*FOOTED), "--bekräfta", files=files)
    told = capsys.readouterr().out
    assert code == 0
    assert FOOT not in (home / "2026-12-10/kallelse.md").read_text("utf-8")
    of_call = told.partition("Ur kallelsen kom inte med")[2]
    assert of_call.count(f"\n  {FOOT}\n") == 1


def test_a_sentence_of_the_call_that_takes_two_lines_is_one_in_the_letter(tmp_path: Path) -> None:
    more = "Ersättare är välkomna och får handlingarna samtidigt som\nledamöterna.\nFika finns\nutanför salen."
    _, home = run(tmp_path, pages((f"{CALL}\n{more}", ())), "--bekräfta")
    text = (home / "2026-12-10/kallelse.md").read_text("utf-8")
    assert (
        "\n\nErsättare är välkomna och får handlingarna samtidigt som ledamöterna.\n\nFika finns\n\nutanför salen.\n"
        in text
    )
