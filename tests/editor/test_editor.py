"""The editor as a browser without scripts meets it: forms, refusals, drafts, and git."""

from __future__ import annotations

import errno
import os
import re
from collections import namedtuple
from pathlib import Path

import pytest

import build_scripts.git
from build_scripts.editor import saving
from tests.editor.projects import ITEM, SUMMONS, Visitor, changed_lines, git, project, visitor

DiskUsage = namedtuple("DiskUsage", "total used free")
WHOLE = "---\nrubrik: A\nslag: information\nbilagor:\n  - titel: Karta\n    fil: karta.csv\n---\n"
SERIES = '"PRO-2026/9" har inte formen PRO/ÅÅÅÅ:N.'


def test_a_saved_change_touches_one_line_and_is_committed_with_its_author(root: Path, user: Visitor) -> None:
    before = (root / ITEM).read_text("utf-8")
    page = user.edit().press("spara", h__rubrik="Cykelplan: västra delen", meddelande="Rättar rubriken")
    assert "Sparat, och infört i historiken." in page.text
    assert changed_lines(before, (root / ITEM).read_text("utf-8")) == (
        ["rubrik:   'Cykelplan'   # kort"],
        ["rubrik:   'Cykelplan: västra delen'   # kort"],
    )
    assert (
        git(root, "log", "-1", "--format=%an <%ae> %s") == "Nora Nämndsekreterare <nora@example.se> Rättar rubriken\n"
    )
    assert git(root, "show", "--format=", "--name-only").split() == [ITEM]
    history = user.open(f"/historik?fil={ITEM}").text
    assert "Nora Nämndsekreterare: Rättar rubriken" in history
    assert "Första Personen: Börja" in history


def test_without_words_of_its_own_the_commit_names_the_keys(root: Path, user: Visitor) -> None:
    user.edit().press("spara", h__diarienummer="PRO/2026:8", text="Ny text.")
    assert git(root, "log", "-1", "--format=%s") == "Ärende prov/2026-11-26/01-cykelplan: ändra diarienummer, texten\n"
    assert (root / ITEM).read_text("utf-8").endswith("---\nNy text.\n")


def test_other_changes_in_the_project_are_not_committed(root: Path, user: Visitor) -> None:
    (root / "content/index.md").write_text("Något halvfärdigt\n", encoding="utf-8")
    (root / "nytt.txt").write_text("x", encoding="utf-8")
    git(root, "add", "nytt.txt")
    user.edit().press("spara", h__diarienummer="PRO/2026:8")
    assert git(root, "status", "--short").split("\n")[:2] == [" M content/index.md", "A  nytt.txt"]


def test_a_wrong_number_is_refused_at_its_field_and_kept_as_a_draft(root: Path, user: Visitor) -> None:
    before = (root / ITEM).read_bytes()
    page = user.edit().press("spara", h__diarienummer="PRO-2026/9", text="Halvfärdigt.")
    assert page.answer.status_code == 422
    field = page.html[page.html.index('<label for="h.diarienummer">') :].split("</div>")[0]
    told = SERIES.replace('"', "&#34;")
    assert f'<strong>Fel:</strong> {told} <span class="r-rad-ned">Gör så här: skriv PRO/2026:9.</span></p>' in field
    assert 'aria-invalid="true"' in field
    assert "h.diarienummer-fynd" in field
    assert page.value("h.diarienummer") == "PRO-2026/9"
    assert (root / ITEM).read_bytes() == before
    assert git(root, "status", "--short") == ""
    again = user.edit()
    assert "Det finns ett utkast av filen som inte är sparat." in again.text
    assert again.value("h.diarienummer") == "PRO/2026:7"
    draft = user.open(f"/redigera?fil={ITEM}&utkast=1")
    assert (draft.value("h.diarienummer"), draft.value("text")) == ("PRO-2026/9", "Halvfärdigt.\n")
    draft.press("spara", h__diarienummer="PRO/2026:9")
    assert "utkast av filen" not in user.edit().text
    assert b"diarienummer: PRO/2026:9" in (root / ITEM).read_bytes()


def test_a_draft_is_kept_when_asked_and_can_be_thrown_away(root: Path, user: Visitor) -> None:
    assert "Utkastet är sparat på den här datorn." in user.edit().press("utkast", h__rubrik="Halv").text
    assert "Utkast som väntar 1. Cykelplan, 26 november 2026" in user.open("/").text
    assert "Utkastet är borta." in user.send(f"/kasta-utkast?fil={ITEM}", []).text
    assert "Utkast som väntar" not in user.open("/").text


def test_personal_data_is_refused(root: Path, user: Visitor) -> None:
    before = (root / ITEM).read_bytes()
    page = user.edit().press("spara", text="Sökanden har personnummer 19811218-9876.")
    assert page.answer.status_code == 422
    assert "Inget är sparat" in page.text
    assert "9876" not in page.text.replace(page.value("text"), "")
    assert (root / ITEM).read_bytes() == before


MEETING = "meetings/prov/2026-11-26"


def test_the_deadlines_stand_beside_the_date(user: Visitor) -> None:
    page = user.edit(SUMMONS)
    assert "torsdag 26 november 2026 Utskick: torsdag 19 november 2026" in page.text
    page = page.press("kontrollera", SUMMONS, h__datum="2026-12-17")
    assert "torsdag 17 december 2026 Utskick: torsdag 10 december 2026" in page.text
    page = page.press("kontrollera", SUMMONS, h__datum="2030-01-10")
    assert "Det finns ingen sammanträdesordning för 2030, så inga tidsfrister räknas." in page.text


def test_the_deadlines_stand_beside_each_day_of_the_schedule(user: Visitor) -> None:
    path = "meetings/prov/sammantradesordning/2026.md"
    page = user.edit(path).press("ned h.sammanträden.0", path)
    assert "torsdag 17 december 2026 Utskick: torsdag 10 december 2026" in page.text
    page = page.press("kontrollera", path, **{"h.sammanträden.1.datum": "2026-12-10"})
    assert "torsdag 10 december 2026 Utskick: torsdag 3 december 2026" in page.text


def test_a_missing_key_is_told_at_its_field(user: Visitor) -> None:
    page = user.edit(SUMMONS).press("kontrollera", SUMMONS, h__läge="")
    field = page.html[page.html.index('<label for="h.läge">') :].split("</div>")[0]
    assert "Läge måste fyllas i." in field


def test_the_preview_is_the_sites_own_page(root: Path, user: Visitor) -> None:
    page = user.edit().press("visa", to="/forhandsvisning", text="## En rubrik\n\n<script>alert(1)</script>")
    assert '<link rel="stylesheet" href="/assets/record.css">' in page.html
    assert re.search(r"<h\d[^>]*>En rubrik<", page.html)
    assert "<script>" not in page.html
    assert user.open("/assets/record.css").answer.status_code == 200
    refused = user.edit().press("visa", to="/forhandsvisning", h__slag="fel")
    assert "Det som är skrivet kan inte bli en sida än." in refused.text
    hidden = user.edit().press("visa", to="/forhandsvisning", h__publiceras="nej", h__skäl="upphovsrätt")
    assert "Handlingen på den här adressen publiceras inte" in hidden.text


def test_a_text_is_shown_as_the_sites_own_prose(user: Visitor) -> None:
    page = user.send("/visa-text", [("text", "## Ett\n\n<script>alert(1)</script>\n\n| A |\n|---|\n| 1 |\n")])
    assert "<script>" not in page.html
    assert ">Ett</h2>" in page.html
    assert "<table" in page.html


def test_a_file_that_no_form_can_show_is_edited_as_text(root: Path, user: Visitor) -> None:
    (root / ITEM).write_text("---\nrubrik: [a\n---\n", encoding="utf-8")
    page = user.edit()
    assert "Rubrikdelen går inte att läsa." in page.text
    assert "1 fel" in user.open("/").text
    refused = page.press("spara", to="/text", text="---\nrubrik: A\nslag: x\n---\n")
    assert refused.answer.status_code == 422
    assert '"x" är inget av de ord som kan stå här.' in refused.text
    saved = refused.press("spara", to="/text", text=WHOLE)
    assert "Sparat, och infört i historiken." in saved.text


def test_who_is_unknown_to_git_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = project(tmp_path, known=False)
    text = visitor(root).open(f"/text?fil={ITEM}").press("spara", to="/text")
    assert (text.answer.status_code, "Skriv ditt namn och din e-postadress" in text.text) == (422, True)
    page = visitor(root).edit()
    assert "Vem är du?" in page.text
    page = page.press("spara", h__diarienummer="PRO/2026:8")
    assert page.answer.status_code == 422
    page = page.press("spara", namn="Sten Ställföreträdare", epost="sten@example.se")
    assert "Sparat, och infört i historiken." in page.text
    assert "Vem är du?" not in page.text
    assert git(root, "log", "-1", "--format=%an <%ae>") == "Sten Ställföreträdare <sten@example.se>\n"


def test_what_a_hook_of_the_project_refuses_is_not_saved(root: Path, user: Visitor) -> None:
    hook = root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho 'Kroken säger nej.'\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = (root / ITEM).read_bytes()
    page = user.edit().press("spara", h__diarienummer="PRO/2026:8")
    assert page.answer.status_code == 422
    assert "Kroken säger nej." in page.text
    assert (root / ITEM).read_bytes() == before
    assert git(root, "status", "--short") == ""


def test_an_error_that_the_file_brings_about_elsewhere_is_refused(root: Path, user: Visitor) -> None:
    page = user.edit().press("rad- h.bilagor.0").press("spara")
    assert page.answer.status_code == 422
    assert "Fel i meetings/prov/2026-11-26/bilagor/karta.csv: " in page.text
    assert git(root, "status", "--short") == ""


def test_the_body_itself_is_edited(root: Path, user: Visitor) -> None:
    path = "meetings/prov/organ.md"
    page = user.edit(path).press("rad+ h.anmälan_av_delegation.enheter", path)
    row = {"h.anmälan_av_delegation.enheter.n0.namn": "Skolan", "h.anmälan_av_delegation.enheter.n0.dag": "7"}
    page = page.press("spara", path, h__plats="Provsalen", **row)
    assert page.answer.status_code == 422
    assert "Dag måste fyllas i." in page.text
    page = page.press("spara", path, h__anmälan_av_delegation__dag="5")
    assert "Sparat" in page.text
    added = "plats: Provsalen\nanmälan_av_delegation:\n  dag: 5\n  enheter:\n    Skolan:\n      dag: 7\n---\n"
    assert (root / path).read_text("utf-8").endswith(added)


def test_earlier_years_have_pages_of_their_own(root: Path, user: Visitor) -> None:
    old = root / "meetings/prov/2020-03-12/kallelse.md"
    old.parent.mkdir()
    old.write_text("---\ndatum: 2020-03-12\nläge: genomfört\n---\n", encoding="utf-8")
    start = user.open("/filer")
    assert "2020-03-12" not in start.html
    assert "2020-03-12" in user.open("/filer?organ=prov&ar=2020").html
    assert 'href="/filer?organ=prov&amp;ar=2020"' in start.html


UNKNOWN = [
    "/redigera?fil=meetings/prov/ledamoter.md",
    "/redigera",
    "/nytt/annat?organ=prov",
    "/nytt/arende?organ=x",
    "/finns-inte",
]


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_not_there_is_told_in_swedish(address: str, user: Visitor) -> None:
    page = user.open(address)
    assert page.answer.status_code == 404
    assert "Det gick inte" in page.text
    assert "Traceback" not in page.html


def test_what_the_guard_asks_about_stands_when_its_reader_says_why(root: Path, user: Visitor) -> None:
    page = user.edit().press("spara", text="Skriv till info@bolaget.example.com senast fredag.")
    assert page.answer.status_code == 422
    assert "Får det stå kvar?" in page.text
    again = page.press("spara", **{"granskat-av": "Nämndsekreteraren"})
    assert again.answer.status_code == 422
    saved = again.press("spara", **{"granskat-av": "Nämndsekreteraren", "granskat-skal": "Bolagets egen adress."})
    assert "Sparat, och infört i historiken." in saved.text, saved.text
    assert "Bolagets egen adress." in (root / MEETING / "granskning.yml").read_text("utf-8")
    assert git(root, "status", "--short") == ""


def test_what_may_never_be_shown_is_not_let_stand(root: Path, user: Visitor) -> None:
    answers = {"granskat-av": "Nämndsekreteraren", "granskat-skal": "Ändå."}
    page = user.edit().press("spara", text="Sökanden har personnummer 19811218-9876.", **answers)
    assert page.answer.status_code == 422
    assert "Får det stå kvar?" not in page.text
    assert not (root / MEETING / "granskning.yml").exists()


@pytest.mark.parametrize("drafts", [True, False])
def test_on_a_full_disk_nothing_is_changed_and_what_was_written_stays(
    drafts: bool, root: Path, user: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it would be there, and no room to put back what was: the file, its copy beside, and git's own files."""
    before = (root / ITEM).read_bytes()
    page = user.edit()
    with monkeypatch.context() as full:
        full.setattr("build_scripts.new.changing.shutil.disk_usage", lambda _: DiskUsage(10**9, 10**9, 0))
        if not drafts:
            full.setattr("build_scripts.editor.saving.put", refuse)
        page = page.press("spara", h__rubrik="Badhus", text="Ny text.")
    assert page.answer.status_code == 422
    assert "disken är full. Gör så här: ge plats" in page.text or not drafts
    assert ("ligger kvar som utkast" in page.text) == drafts
    assert ("spara igen innan du lämnar sidan" in page.text) != drafts
    assert page.value("h.rubrik") == "Badhus"
    assert (root / ITEM).read_bytes() == before
    assert git(root, "status", "--short") == ""
    assert "Sparat" in page.press("spara").text


def refuse(file: Path, content: bytes) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))


def test_what_was_sent_is_a_draft_before_anything_is_done_with_it(
    root: Path, user: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(saving, "_save", dies)
    assert user.edit().press("spara", h__rubrik="Cykelplan för alla").answer.status_code == 500
    _, draft = saving.find_draft(root, ITEM) or ("", "")
    assert "Cykelplan för alla" in draft
    assert "Det finns ett utkast av filen" in user.edit().text


def test_a_lock_that_another_program_has_is_told_with_what_to_do(
    root: Path, user: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_scripts.git, "_PAUSES", ())
    lock = root / ".git/index.lock"
    lock.touch()
    page = user.edit().press("spara", h__rubrik="Cykelplan för alla")
    assert "Ett annat program använder git i mappen, eller avbröts mitt i. Vänta en stund och försök igen" in page.text
    assert "Det du har skrivit ligger kvar som utkast." in page.text
    assert "Vad git svarade" not in page.text
    lock.unlink()
    assert "Sparat, och infört" in user.open(f"/redigera?fil={ITEM}&utkast=1").press("spara").text
