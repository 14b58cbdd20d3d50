"""What is done on the desk a few times a year: corrections, withdrawals, letters."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.editor import saving
from build_scripts.editor.pages import site_texts
from tests.checks.case import SOUND
from tests.editor.projects import ITEM, Visitor, do_task, git, project, visitor
from tests.editor.test_belonging import clone_is_whole
from tests.site.projects import tiny


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """The sound record of the checks, with approved minutes, in git."""
    root = tiny(tmp_path)
    shutil.rmtree(root / "meetings")
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", "Nora Nämndsekreterare")
    git(root, "config", "user.email", "nora@example.se")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Börja")
    return root


MINUTES = "meetings/testnamnden/2026-02-05/protokoll.md"
HELD = "organ=testnamnden&sammantrade=2026-02-05"


def test_an_approved_paragraph_is_corrected_beside(held: Path) -> None:
    before, user = (held / MINUTES).read_text("utf-8"), visitor(held)
    page = user.open(f"/gor/rattelse?{HELD}")
    assert "§ 4 Val av justerare" in page.text
    done = do_task(user, "rattelse", HELD, paragraf="6", text="Beloppet avser 2027.", datum="2026-03-01")
    assert done.answer.status_code == 200, done.text
    after = (held / MINUTES).read_text("utf-8")
    added = "    rättelser:\n      - datum: 2026-03-01\n        text: Beloppet avser 2027.\n"
    assert after.replace(added, "") == before
    assert git(held, "status", "--short") == ""


def test_a_paragraph_is_withdrawn_and_only_its_number_is_left(held: Path) -> None:
    do_task(
        visitor(held), "dra-tillbaka-paragraf", HELD, paragraf="8", datum="2026-03-01", skal="Den innehöll uppgifter."
    )
    text = (held / MINUTES).read_text("utf-8")
    assert "Nämnden väljer Bo Berg" not in text
    assert "  - nummer: 8\n    rubrik: Visas inte\n    utfall: visas inte\n" in text
    assert "ändring: tillbakadragen\n    paragrafer: 8\n" in text
    assert git(held, "status", "--short") == ""


def test_open_assignments_are_listed_by_board(held: Path) -> None:
    page = visitor(held).open("/uppdrag?organ=testnamnden")
    assert "Räkna på kostnaden." in page.text
    assert "31 mars 2026 (sent)" in page.text


def test_an_item_that_everybody_has_seen_is_withdrawn(tmp_path: Path) -> None:
    row = "prov/2026-11-26/cykelplan/\t1\t2026-11-20\t\tmeetings/prov/2026-11-26/01-cykelplan.md\t"
    ledger = f"adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n{row}\n"
    root = project(tmp_path, files={"meetings/utgivet/adresser.tsv": ledger})
    where = "organ=prov&sammantrade=2026-11-26&arende=cykelplan"
    done = do_task(visitor(root), "dra-tillbaka", where, datum="2026-11-22", skal="personuppgifter")
    assert done.answer.status_code == 200, done.text
    assert (root / ITEM).read_text("utf-8") == (
        "---\ndiarienummer: PRO/2026:7\nbilagor:\n  - fil: karta.csv\n"
        "publiceras: nej\nskäl: personuppgifter\ntillbakadragen: 2026-11-22\n---\n"
    )
    assert not (root / "meetings/prov/2026-11-26/bilagor").exists()
    assert git(root, "status", "--short") == ""
    assert clone_is_whole(root)


def test_letters_are_read_and_taken_as_files(root: Path, user: Visitor) -> None:
    page = user.open("/brev?organ=prov&sammantrade=2026-11-26")
    assert "Kallelse" in page.text
    assert "Breven har inga mottagare" in page.text
    letter = user.client.get("/brev/fil/kallelse.eml?organ=prov&sammantrade=2026-11-26")
    assert letter.headers["content-type"].startswith("message/rfc822")
    assert b"X-Unsent: 1" in letter.content
    assert (root / "utskick/prov-2026-11-26/kallelse.eml").read_bytes() == letter.content
    assert user.client.get("/brev/fil/annat.eml?organ=prov&sammantrade=2026-11-26").status_code == 404


def test_approved_minutes_are_not_taken_away(held: Path) -> None:
    page = do_task(visitor(held), "ta-bort-fil", f"organ=testnamnden&fil={MINUTES}")
    assert "Protokollet är justerat" in page.text
    assert (held / MINUTES).exists()


def test_the_websites_own_texts_are_written_here_too(root: Path, user: Visitor) -> None:
    page = "content/sok.md"
    (root / page).write_text("---\ntitle: Sök\n---\n\n# Sök\n\nFYLL I: vad man kan söka i.\n", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Kvar")
    assert "Sök : kvar att skriva på 1 ställe" in user.open("/filer").text
    shown = user.open(f"/sidtext?fil={page}")
    assert "Rad 7: skriv vad man kan söka i, och ta bort FYLL I." in shown.text
    base = shown.value("grund")
    bad = user.send(f"/sidtext?fil={page}", [("grund", base), ("text", "# Sök\n\n{{ finns_inte() }}\n")])
    assert bad.answer.status_code == 422
    assert (root / page).read_text("utf-8") == base
    done = user.send(f"/sidtext?fil={page}", [("grund", base), ("text", base.replace("FYLL I: v", "V"))])
    assert "Sparat, och infört i historiken." in done.text, done.text
    assert git(root, "status", "--short") == ""
    assert "annat fönster" in user.send(f"/sidtext?fil={page}", [("grund", base), ("text", "x")]).text
    assert user.open("/sidtext?fil=mkdocs.yml").answer.status_code == 404
    assert user.open("/sidtext?fil=content/../mkdocs.yml").answer.status_code == 404


def test_a_text_keeps_its_line_ends_and_one_that_is_no_text_is_told(root: Path, user: Visitor) -> None:
    page = root / "content/sok.md"
    before = b"# S\xc3\xb6k\r\n\r\nText.\r\n"
    page.write_bytes(before)
    git(root, "commit", "--quiet", "--all", "--message=Windows")
    base = user.open("/sidtext?fil=content/sok.md").value("grund")
    user.send("/sidtext?fil=content/sok.md", [("grund", base), ("text", "{{ finns_inte() }}\n")])
    assert page.read_bytes() == before
    user.send("/sidtext?fil=content/sok.md", [("grund", base), ("text", base.replace("Text", "Ord"))])
    assert page.read_bytes() == before.replace(b"Text", b"Ord")
    page.write_bytes("# Sök\n".encode("latin-1"))
    told = user.open("/sidtext?fil=content/sok.md")
    assert told.answer.status_code == 400
    assert "content/sok.md: " in told.text


def test_a_save_that_fails_half_way_leaves_nothing(root: Path, user: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*given: object) -> None:
        raise RuntimeError

    text, item = (root / "content/sok.md").read_bytes(), (root / ITEM).read_bytes()
    shown, form = user.open("/sidtext?fil=content/sok.md"), user.edit()
    monkeypatch.setattr(site_texts, "guarded", fails)
    monkeypatch.setattr(saving, "let_stand", fails)
    changed = [("grund", shown.value("grund")), ("text", "# Annat\n")]
    assert user.send("/sidtext?fil=content/sok.md", changed).answer.status_code == 500
    assert form.press("spara", h__rubrik="Annat").answer.status_code == 500
    assert ((root / "content/sok.md").read_bytes(), (root / ITEM).read_bytes()) == (text, item)
