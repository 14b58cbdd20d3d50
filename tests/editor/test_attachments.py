"""Attachments on the desk: put in, read page by page, approved many at once, replaced, withdrawn and taken away."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from build_scripts.git import GitFailed
from tests.editor.attaching import CSV, HOME, WHERE, approve, approve_shown, send
from tests.editor.projects import ITEM, SUMMONS, Visitor, git, project, visitor
from tests.editor.test_belonging import clone_is_whole
from tests.guard.documents import pdf
from tests.site.projects import write

KARTA = "0-karta.csv"
"""The row of the item's attachment."""


def test_files_are_put_in_read_and_only_then_committed(root: Path, user: Visitor) -> None:
    before = git(root, "rev-parse", "HEAD")
    page = send(user, "bilaga", files={"Årets plan.PDF": pdf(("Sida ett", "Sida tva")), "gator.csv": CSV})
    assert page.answer.status_code == 200, page.text
    assert "inte infört i historiken" in page.text
    item = (root / ITEM).read_text("utf-8")
    assert "  - titel: Årets plan\n    fil: arets-plan.pdf\n    sidor: 2\n" in item
    assert "  - titel: Gator\n    fil: gator.csv\n" in item
    assert "tillkom: kompletterande utskick" in item
    assert git(root, "rev-parse", "HEAD") == before
    assert clone_is_whole(root)
    listed = user.open(f"/granska?{WHERE}")
    assert "Årets plan (1 Cykelplan)" in listed.text
    assert "Läs och godkänn 2" in user.open("/sammantrade?organ=prov&id=2026-11-26").text
    shown = user.open(f"/granska?{WHERE}&fil={HOME}/bilagor/arets-plan.pdf")
    assert "Sida 1" in shown.text
    assert "Sida tva" in shown.text
    drawn = user.client.get(f"/granska/sida?{WHERE}&fil={HOME}/bilagor/arets-plan.pdf&sida=2")
    assert (drawn.headers["content-type"], drawn.content[:4]) == ("image/png", b"\x89PNG")
    assert user.client.get(f"/granska/sida?{WHERE}&fil={HOME}/bilagor/arets-plan.pdf&sida=3").status_code == 404
    assert "Bekräfta att du har läst" in approve(user, "gator.csv", last="").text
    assert "Välj de bilagor" in approve(user).text
    assert "Alla bilagor till sammanträdet är lästa." in approve(user, "arets-plan.pdf", "gator.csv").text
    assert git(root, "status", "--short") == ""
    assert clone_is_whole(root)


def test_what_the_guard_asks_about_is_marked_on_the_page_and_in_its_text(root: Path, user: Visitor) -> None:
    said = "Skriv till anna.provberg@bolaget.example.com"
    send(
        user,
        "bilaga",
        files={"brev.pdf": pdf(("Utan", said)), "lista.csv": b"till\nanna.provberg@bolaget.example.com\n"},
    )
    for name in ("brev.pdf", "lista.csv"):
        shown = user.open(f"/granska?{WHERE}&fil={HOME}/bilagor/{name}")
        assert shown.html.count("<mark>") == 1
        assert "<mark>anna.provberg@bolaget.example.com</mark>" in shown.html
    address = f"/granska/sida?{WHERE}&fil={HOME}/bilagor/brev.pdf&sida="
    plain, marked = (yellow(user.client.get(f"{address}{number}").content) for number in (1, 2))
    assert plain is None
    assert marked is not None
    left, top, right, bottom = marked
    # The address begins behind "Skriv till", on the one line of the page.
    assert 130 < left < right < 500
    assert bottom - top < 30


def yellow(png: bytes) -> tuple[int, int, int, int] | None:
    """The box about what is marked in a picture."""
    with Image.open(BytesIO(png)) as drawn:
        red, _, blue = drawn.convert("RGB").split()
        return ImageChops.subtract(red, blue).point(lambda value: 255 if value > 60 else 0).getbbox()


def test_what_was_exchanged_since_it_was_shown_is_not_approved(root: Path, user: Visitor) -> None:
    send(user, "bilaga", files={"gator.csv": CSV, "vagar.csv": CSV})
    file = f"{HOME}/bilagor/gator.csv"
    all_shown, one_shown = user.open(f"/granska?{WHERE}"), user.open(f"/granska?{WHERE}&fil={file}")
    notes = (root / HOME / "bilagor/granskning.yml").read_bytes()
    (root / file).write_bytes(b"gata;ar\nNygatan;2028\n")
    page = approve_shown(user, all_shown, "gator.csv", "vagar.csv")
    assert "gator.csv har bytts sedan sidan öppnades. Läs den på nytt." in page.text
    assert f'value="{file}" checked' not in page.html
    assert f'value="{HOME}/bilagor/vagar.csv" checked' in page.html
    said = dict(one_shown.fields) | {"last": "ja"}
    page = user.send(f"/granska?{WHERE}&fil={file}", list(said.items()))
    assert "gator.csv har bytts sedan sidan öppnades." in page.text
    assert "Nygatan" in page.text
    assert (root / HOME / "bilagor/granskning.yml").read_bytes() == notes
    said = dict(page.fields) | {"last": "ja"}
    assert "gator.csv (" not in user.send(f"/granska?{WHERE}&fil={file}", list(said.items())).text
    assert b"gator.csv" in (root / HOME / "bilagor/granskning.yml").read_bytes()


def test_an_approval_that_git_refuses_is_taken_back_though_the_disk_is_full_by_then(
    root: Path, user: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(user, "bilaga", files={"gator.csv": CSV})
    before = (root / HOME / "bilagor/granskning.yml").read_bytes()
    full = shutil.disk_usage(root)._replace(free=0)

    def refuse(*given: object) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
        raise GitFailed("Disken är full.")

    monkeypatch.setattr("build_scripts.editor.pages.reviewing.committed", refuse)
    assert "svarade: Disken är full." in approve(user, "gator.csv").text
    assert (root / HOME / "bilagor/granskning.yml").read_bytes() == before


def test_what_may_never_be_shown_is_not_taken_in(root: Path, user: Visitor) -> None:
    page = send(user, "bilaga", files={"lista.csv": b"namn;nummer\nA;19811218-9876\n"})
    assert page.answer.status_code == 400
    assert "personnummer" in page.text
    assert "9876" not in page.text
    assert not (root / HOME / "bilagor/lista.csv").exists()
    assert git(root, "status", "--short") == ""


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"sida.html": b"<p>"}, "sida.html kan inte publiceras. Spara som PDF"),
        ({"tom.pdf": b""}, "tom.pdf är tom."),
        ({}, "Filer måste fyllas i."),
    ],
)
def test_a_file_that_cannot_be_an_attachment_is_told_at_its_field(
    files: dict[str, bytes], said: str, root: Path, user: Visitor
) -> None:
    page = send(user, "bilaga", files=files)
    assert said in page.text
    assert 'href="#filer"' in page.html
    assert git(root, "status", "--short") == ""


@pytest.mark.parametrize("what", ["bilaga", "ersatt-bilaga"])
def test_a_word_where_a_file_was_asked_for_is_told(what: str, user: Visitor) -> None:
    page = send(user, what, KARTA, filer="x")
    assert page.answer.status_code == 400
    assert "måste fyllas i." in page.text


def test_what_nobody_has_seen_is_replaced_in_its_place(root: Path, user: Visitor) -> None:
    send(user, "ersatt-bilaga", KARTA, files={"ny.csv": CSV})
    assert (root / HOME / "bilagor/karta.csv").read_bytes() == CSV
    assert "fil: karta.csv\n" in (root / ITEM).read_text("utf-8")
    assert git(root, "log", "--format=%s").count("\n") == 1
    approve(user, "karta.csv")
    assert git(root, "status", "--short") == ""
    assert clone_is_whole(root)


def test_what_something_else_attaches_too_is_not_replaced_for_it(root: Path, user: Visitor) -> None:
    attach_to_the_call(root)
    before = (root / HOME / "bilagor/karta.csv").read_bytes()
    page = send(user, "ersatt-bilaga", KARTA, files={"karta.csv": CSV})
    assert "karta.csv ligger kvar, för kallelse.md har den också." in page.text
    assert (root / HOME / "bilagor/karta.csv").read_bytes() == before
    new = next(file for file in (root / HOME / "bilagor").glob("*.csv") if file.name != "karta.csv")
    assert new.read_bytes() == CSV
    assert f"fil: {new.name}\n" in (root / ITEM).read_text("utf-8")


def test_a_row_that_another_has_moved_up_to_is_not_taken_for_it(root: Path, user: Visitor) -> None:
    """The page was opened in another window, before the first row went."""
    send(user, "bilaga", files={"gator.csv": CSV, "vagar.csv": CSV})
    shown = user.open(f"/sammantrade?{WHERE.replace('sammantrade', 'id')}").html
    assert "rad=1-gator.csv" in shown
    send(user, "ta-bort-bilaga", KARTA)
    page = send(user, "ta-bort-bilaga", "1-gator.csv")
    assert "Bilagan finns inte längre. Öppna sammanträdet på nytt." in page.text
    assert {file.name for file in (root / HOME / "bilagor").glob("*.csv")} == {"gator.csv", "vagar.csv"}


def test_what_was_never_released_goes_with_its_review(root: Path, user: Visitor) -> None:
    send(user, "ta-bort-bilaga", KARTA)
    assert not (root / HOME / "bilagor").exists()
    assert "bilagor" not in (root / ITEM).read_text("utf-8")
    assert git(root, "status", "--short") == ""


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A project whose attachment everybody has seen."""
    lines = (
        "prov/2026-11-26/bilagor/karta.csv\t1\t2026-11-20\t\tmeetings/prov/2026-11-26/bilagor/karta.csv\t",
        "prov/2026-11-26/cykelplan/\t1\t2026-11-20\t\tmeetings/prov/2026-11-26/01-cykelplan.md\t",
    )
    ledger = "adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n" + "".join(f"{line}\n" for line in lines)
    return project(tmp_path, files={"meetings/utgivet/adresser.tsv": ledger})


@pytest.fixture
def shared(released: Path) -> Path:
    """The same, where the call attaches the file too."""
    attach_to_the_call(released)
    return released


def attach_to_the_call(root: Path) -> None:
    """The item's attachment is the call's too."""
    call = (root / SUMMONS).read_text("utf-8")
    write(root, SUMMONS, call.replace("---\n", "---\nbilagor:\n  - titel: Karta\n    fil: karta.csv\n", 1))
    git(root, "commit", "--quiet", "--all", "--message=Delad")


def test_what_the_call_has_too_stays_when_an_item_is_withdrawn(shared: Path) -> None:
    user = visitor(shared)
    notes = shared / HOME / "bilagor/granskning.yml"
    before = notes.read_bytes()
    answers = {"datum": "2026-11-22", "skal": "personuppgifter"}
    page = user.send(f"/gor/dra-tillbaka?{WHERE}&arende=cykelplan", list(answers.items()))
    assert page.answer.status_code == 200, page.text
    assert "karta.csv ligger kvar, för kallelse.md har den också." in page.text
    assert "Planen har" not in (shared / ITEM).read_text("utf-8")
    assert (shared / HOME / "bilagor/karta.csv").exists()
    assert notes.read_bytes() == before
    assert git(shared, "status", "--short") == ""
    page = send(user, "dra-tillbaka-bilaga", KARTA, fil=SUMMONS, datum="2026-11-22", skal="personuppgifter")
    assert "ligger kvar" not in page.text
    assert not (shared / HOME / "bilagor/karta.csv").exists()


def test_a_shared_file_that_stays_is_told_when_an_attachment_is_withdrawn(shared: Path) -> None:
    page = send(visitor(shared), "dra-tillbaka-bilaga", KARTA, fil=SUMMONS, datum="2026-11-22", skal="upphovsrätt")
    assert page.answer.status_code == 200, page.text
    assert "karta.csv ligger kvar, för ärende 1 har den också." in page.text
    assert (shared / HOME / "bilagor/karta.csv").exists()
    assert git(shared, "status", "--short") == ""


def test_what_everybody_has_seen_stays_and_the_new_one_says_what_it_replaces(released: Path) -> None:
    user = visitor(released)
    assert "har varit publicerad" in send(user, "ta-bort-bilaga", KARTA).text
    assert "egen titel" in send(user, "ersatt-bilaga", KARTA, files={"ny.csv": CSV}, titel="Karta").text
    page = send(user, "ersatt-bilaga", KARTA, files={"ny.csv": CSV}, titel="Karta, rättad 22 november")
    assert page.answer.status_code == 200, page.text
    item = (released / ITEM).read_text("utf-8")
    assert "titel: Karta, rättad 22 november\n    fil: ny.csv\n" in item
    assert "ersätter: Karta\n" in item
    assert (released / HOME / "bilagor/karta.csv").exists()


def test_what_everybody_has_seen_is_withdrawn_and_leaves_only_its_address(released: Path) -> None:
    user = visitor(released)
    page = send(user, "dra-tillbaka-bilaga", KARTA, datum="2026-11-22", skal="upphovsrätt")
    assert page.answer.status_code == 200, page.text
    item = (released / ITEM).read_text("utf-8")
    assert "Karta" not in item.replace("Cykelplan", "")
    assert "fil: karta.csv" in item
    assert "tillbakadragen: 2026-11-22" in item
    assert not (released / HOME / "bilagor/karta.csv").exists()
    assert git(released, "status", "--short") == ""


@pytest.mark.parametrize("what", ["ersatt-bilaga", "dra-tillbaka-bilaga", "ta-bort-bilaga"])
def test_what_is_done_with_an_attachment_names_it_and_its_item(what: str, user: Visitor) -> None:
    page = user.open(f"/gor/{what}?organ=prov&sammantrade=2026-11-26&fil={ITEM}&rad=0-karta.csv")
    assert "Provnämnden · Torsdag 26 november 2026 · 1 Cykelplan · Bilagan Karta" in page.text


def test_what_takes_a_file_away_names_it(root: Path, user: Visitor) -> None:
    path = "meetings/prov/2026-11-26/delegationsbeslut/2026-10-skolenheten.md"
    (root / path).parent.mkdir()
    (root / path).write_text("---\nenhet: Skolenheten\nmånad: 2026-10\nbeslut: []\n---\n", encoding="utf-8")
    assert (
        "Provnämnden · Delegationsbeslut: Skolenheten, oktober 2026"
        in user.open(f"/gor/ta-bort-fil?organ=prov&fil={path}").text
    )


def test_what_stops_one_of_several_files_is_told_with_its_name(user: Visitor) -> None:
    page = send(user, "bilaga", files={"gator.csv": CSV, "Plan.pdf": b"PK\x03\x04" + CSV})
    assert "plan.pdf: Stopp: Bilagan går inte att granska: filen heter .pdf men är ett dokument från Word" in page.text
