"""What is done with a meeting and its items on the desk: changed as one, checked, committed, or nothing at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.editor.desk_words import in_desk_words
from tests.editor.projects import ITEM, SUMMONS, DeskPage, Visitor, git, project, visitor
from tests.site.projects import write

HOME = "meetings/prov/2026-11-26"
LATER = "meetings/prov/2026-12-17"
CALL = "---\ndatum: {}\ntid: 18:00\nplats: Salen\nläge: planerat\n---\n"
MATTER = "---\nrubrik: {}\nslag: information\n---\n\nText.\n"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A meeting that is planned, with three items of which the second has an attachment that was read."""
    return project(
        tmp_path,
        files={
            f"{LATER}/kallelse.md": CALL.format("2026-12-17"),
            f"{LATER}/01-bro.md": MATTER.format("Bro"),
            f"{LATER}/02-tunnel.md": MATTER.format("Tunnel"),
            f"{LATER}/03-hamn.md": MATTER.format("Hamn"),
        },
    )


def do(user: Visitor, what: str, item: str = "", meeting: str = "2026-12-17", **answers: str) -> DeskPage:
    """Sends the form of a task."""
    where = f"/gor/{what}?organ=prov&sammantrade={meeting}" + (f"&arende={item}" if item else "")
    return user.send(where, list(answers.items()))


def names(root: Path, folder: str = LATER) -> list[str]:
    """The items of a meeting, as files."""
    return sorted(file.name for file in (root / folder).glob("[0-9]*.md"))


def is_clean(root: Path) -> bool:
    """Whether git has everything."""
    return git(root, "status", "--short") == ""


def test_a_meeting_moves_with_its_reason_and_its_folder_stays(root: Path, user: Visitor) -> None:
    page = user.open("/gor/flytta?organ=prov&sammantrade=2026-11-26")
    assert "Flytta sammanträdet" in page.text
    moved = do(
        user, "flytta", meeting="2026-11-26", datum="2026-12-03", skal="Salen är upptagen", beslutat="2026-11-22"
    )
    assert moved.answer.status_code == 200, moved.text
    text = (root / SUMMONS).read_text("utf-8")
    assert "datum: 2026-12-03\n" in text
    assert (
        "flyttningar:\n  - från: 2026-11-26\n    till: 2026-12-03\n    skäl: Salen är upptagen\n    beslutat: 2026-11-22\n"
        in text
    )
    assert is_clean(root)
    again = do(user, "flytta", meeting="2026-11-26", datum="2026-12-10", skal="Igen")
    assert again.answer.status_code == 200
    assert (root / SUMMONS).read_text("utf-8").count("- från:") == 2


def test_a_meeting_is_called_held_and_cancelled(three: Path) -> None:
    user = visitor(three)
    assert "Skäl måste fyllas i." in do(user, "stall-in").text
    do(user, "kallad", dag="2026-11-22")
    text = (three / f"{LATER}/kallelse.md").read_text("utf-8")
    assert "läge: kallat\n" in text
    assert "kallelsens_datum: 2026-11-22\n" in text
    assert "har inte hållits än" in do(user, "genomfort").text
    do(user, "stall-in", skal="Inga ärenden")
    assert "läge: inställt\n" in (three / f"{LATER}/kallelse.md").read_text("utf-8")
    assert "Sammanträdet är redan inställt." in user.open("/gor/flytta?organ=prov&sammantrade=2026-12-17").text
    assert is_clean(three)


def test_items_are_renumbered_from_the_agenda_and_drafts_follow(three: Path) -> None:
    user = visitor(three)
    user.edit(f"{LATER}/03-hamn.md").press("utkast", f"{LATER}/03-hamn.md", h__rubrik="Halv")
    page = user.open("/sammantrade?organ=prov&id=2026-12-17")
    assert 'name="till" value="2">Ned' in page.html
    moved = do(user, "numrera", "hamn", till="1")
    assert moved.answer.status_code == 200, moved.text
    assert names(three) == ["01-hamn.md", "02-bro.md", "03-tunnel.md"]
    assert is_clean(three)
    assert "Det finns ett utkast av filen" in user.edit(f"{LATER}/01-hamn.md").text
    assert "numret är redan det" in do(user, "numrera", "hamn", till="1").text.lower()
    assert "för högt" in do(user, "numrera", "hamn", till="9").text


def test_what_was_never_released_goes_and_the_rest_move_up(three: Path) -> None:
    do(visitor(three), "ta-bort", "bro")
    assert names(three) == ["01-tunnel.md", "02-hamn.md"]
    assert is_clean(three)


def test_a_remedy_is_told_as_it_is_followed_on_the_desk(three: Path) -> None:
    write(three, f"{LATER}/03-kaj.md", MATTER.format("Kaj"))
    page = do(visitor(three), "numrera", "bro", till="3")
    assert "Två ärenden har samma nummer. Öppna Kontroll och rätta det först." in page.text
    for home in (HOME, LATER):
        shutil.rmtree(three / home)
    told = visitor(three).open("/gor/numrera?organ=prov&sammantrade=2026-12-17&arende=bro")
    assert "Prov har inga sammanträden. Gör ett med Nytt sammanträde." in told.text


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ('Säg vilket med --rätta "7 bilaga 1".', "Lägg in det med Ny handling i ett ärende."),
        ('Säg det med --rätta "7 lista ENHET".', "Gör den med Ny delegationslista."),
        ("Säg den med --månad ÅÅÅÅ-MM.", "Gör den med Ny delegationslista."),
        (
            "Numrera om med klubbat flytta prov/2026-11-26/bro --till N först.",
            "Ge det ett annat nummer på sammanträdets sida först.",
        ),
        (
            "Lägg in den med klubbat ny handling prov 2026-11-26 bro-2.",
            "Lägg in den med Ny handling i ett ärende.",
        ),
    ],
)
def test_what_a_command_says_of_itself_is_said_of_the_desk(said: str, here: str) -> None:
    assert in_desk_words(said) == here


WRONG = "---\nrubrik: Hamn\nslag: information\nbilagor:\n  - titel: Karta\n    fil: saknas.csv\n---\n\nText.\n"
ASKED = MATTER.format("Hamn").replace("Text.", "Skriv till info@bolaget.example.com senast fredag.")


@pytest.mark.parametrize("text", [WRONG, ASKED])
@pytest.mark.parametrize(("what", "item", "answers"), [("numrera", "hamn", {"till": "2"}), ("ta-bort", "bro", {})])
def test_what_was_wrong_before_stops_nothing_under_another_name(
    what: str, item: str, answers: dict[str, str], text: str, three: Path
) -> None:
    write(three, f"{LATER}/03-hamn.md", text)
    git(three, "commit", "--quiet", "--all", "--message=Fel", "--no-verify")
    page = do(visitor(three), what, item, "2026-12-17", **answers)
    assert page.answer.status_code == 200, page.text
    assert (three / f"{LATER}/02-hamn.md").read_text("utf-8") == text
    assert is_clean(three)


def test_two_of_one_number_stop_nobody_from_taking_one_away(three: Path) -> None:
    write(three, f"{LATER}/03-kaj.md", MATTER.format("Kaj"))
    git(three, "add", "--all")
    git(three, "commit", "--quiet", "--message=Fel", "--no-verify")
    user = visitor(three)
    page = do(user, "ta-bort", "bro")
    assert page.answer.status_code == 200, page.text
    assert names(three) == ["01-tunnel.md", "02-hamn.md", "02-kaj.md"]
    page = do(user, "ta-bort", "hamn")
    assert page.answer.status_code == 200, page.text
    assert names(three) == ["01-tunnel.md", "02-kaj.md"]
    assert is_clean(three)


def test_the_reviews_of_those_that_move_up_follow(three: Path) -> None:
    user = visitor(three)
    path = f"{LATER}/03-hamn.md"
    said = {"granskat-av": "Nämndsekreteraren", "granskat-skal": "Bolagets egen adress."}
    user.edit(path).press("spara", path, text="Skriv till info@bolaget.example.com senast fredag.", **said)
    notes = (three / f"{LATER}/granskning.yml").read_text("utf-8")
    assert "fil: 03-hamn.md" in notes
    do(user, "ta-bort", "bro")
    assert (three / f"{LATER}/granskning.yml").read_text("utf-8") == notes.replace("03-hamn.md", "02-hamn.md")
    assert is_clean(three)


def test_the_drafts_of_those_that_move_up_follow(three: Path) -> None:
    user = visitor(three)
    for name in ("01-bro.md", "02-tunnel.md"):
        user.edit(f"{LATER}/{name}").press("utkast", f"{LATER}/{name}", h__rubrik="Halv")
    do(user, "ta-bort", "bro")
    page = user.open("/")
    assert {file.name for file in (three / ".klubbat/utkast").rglob("*.md.json")} == {
        "01-bro.md.json",
        "01-tunnel.md.json",
    }
    assert "utkast" in user.edit(f"{LATER}/01-tunnel.md").text
    assert page.text.count("filen finns inte längre. Kasta utkastet") == 1


def test_a_draft_of_a_file_that_is_gone_is_thrown_away(three: Path) -> None:
    user = visitor(three)
    user.edit(f"{LATER}/03-hamn.md").press("utkast", f"{LATER}/03-hamn.md", h__rubrik="Halv")
    (three / f"{LATER}/03-hamn.md").unlink()
    assert "finns inte längre" in user.open("/").text
    assert user.send(f"/kasta-utkast?fil={LATER}/03-hamn.md", []).answer.status_code == 200
    assert "finns inte längre" not in user.open("/").text
    assert user.send("/kasta-utkast?fil=../x.md", []).answer.status_code == 404


def test_an_item_goes_with_its_attachments_and_their_reviews(root: Path, user: Visitor) -> None:
    assert "Ta bort ärendet: klart" not in do(user, "ta-bort", "cykelplan", "2026-11-26").text
    assert not (root / ITEM).exists()
    assert not (root / HOME / "bilagor").exists()
    assert is_clean(root)


def test_what_was_released_is_not_removed(tmp_path: Path) -> None:
    row = "prov/2026-11-26/cykelplan/\t1\t2026-11-20\t\tmeetings/prov/2026-11-26/01-cykelplan.md\t"
    ledger = f"adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n{row}\n"
    root = project(tmp_path, files={"meetings/utgivet/adresser.tsv": ledger})
    page = do(visitor(root), "ta-bort", "cykelplan", "2026-11-26")
    assert "har varit publicerat" in page.text
    assert (root / ITEM).exists()


def test_an_item_is_struck_and_taken_up_at_a_later_meeting(three: Path) -> None:
    user = visitor(three)
    page = do(user, "utgar", "cykelplan", "2026-11-26", datum="2026-11-22", skal="Mer behövs", till="2026-12-17")
    assert page.answer.status_code == 200, page.text
    assert "utgår:\n  datum: 2026-11-22\n  skäl: Mer behövs\n  till: 2026-12-17\n" in (three / ITEM).read_text("utf-8")
    again = (three / f"{LATER}/04-cykelplan.md").read_text("utf-8")
    assert "rubrik: Cykelplan\n" in again
    assert "fortsätter: 2026-11-26/cykelplan\n" in again
    assert "bilagor" not in again
    assert is_clean(three)
    assert "redan utgått" in do(user, "utgar", "cykelplan", "2026-11-26", datum="2026-11-22").text


def test_a_change_that_would_make_an_error_is_taken_back_whole(three: Path) -> None:
    before = {file: file.read_bytes() for file in (three / "meetings").rglob("*") if file.is_file()}
    page = do(visitor(three), "flytta", datum="2026-12-24", skal="Prov", tid="kl sju")
    assert page.answer.status_code == 400
    assert "klockslag" in page.text
    assert before == {file: file.read_bytes() for file in (three / "meetings").rglob("*") if file.is_file()}
    assert is_clean(three)


def test_an_imported_item_is_read_and_stands_on_the_agenda(tmp_path: Path) -> None:
    draft = "---\nrubrik: Kaj\nslag: information\npubliceras: nej\nskäl: oläst\n---\n\nText.\n"
    root = project(tmp_path, files={f"{LATER}/kallelse.md": CALL.format("2026-12-17"), f"{LATER}/01-kaj.md": draft})
    do(visitor(root), "last", "kaj")
    assert (root / f"{LATER}/01-kaj.md").read_text("utf-8") == draft.replace("publiceras: nej\nskäl: oläst\n", "")
    assert is_clean(root)


def test_a_task_that_is_not_and_an_item_that_is_gone_are_told(three: Path) -> None:
    write(three, f"{LATER}/notes.txt", "x")
    (three / f"{LATER}/notes.txt").unlink()
    user = visitor(three)
    assert user.open("/gor/annat?organ=prov").answer.status_code == 404
    assert "Ärendet finns inte på listan" in user.open("/gor/numrera?organ=prov&sammantrade=2026-12-17&arende=x").text


def test_an_item_offers_only_what_can_be_done_with_it(three: Path) -> None:
    user = visitor(three)
    page = user.open("/sammantrade?organ=prov&id=2026-12-17")
    assert "/gor/ta-bort?organ=prov&amp;sammantrade=2026-12-17&amp;arende=bro" in page.html
    assert "/gor/last?" not in page.html
    assert "/gor/dra-tillbaka?" not in page.html
    do(user, "stall-in", skal="Inga ärenden")
    page = user.open("/sammantrade?organ=prov&id=2026-12-17")
    assert "/gor/ta-upp?" in page.html
    assert 'name="till"' not in page.html
