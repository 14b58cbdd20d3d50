"""A packet on the desk: its split is shown and put right, and its files are made for somebody to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.imports import packet
from build_scripts.imports.pdf_pages import PdfPage, read_pages
from tests.editor.projects import HOST, DeskPage, Visitor, git
from tests.imports.packets.contents import STRANDNAS

PACKETS = Path(__file__).parents[1] / "imports/packets"


@pytest.mark.slow
def test_a_packet_is_split_put_right_and_made_for_somebody_to_read(
    root: Path, user: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages are read once for all steps, and again only when it comes again after its files were made."""
    read: list[bytes] = []

    def noted(content: bytes) -> tuple[PdfPage, ...]:
        read.append(content)
        return read_pages(content)

    monkeypatch.setattr(packet, "read_pages", noted)
    content = (PACKETS / f"{STRANDNAS.name}.pdf").read_bytes()
    assert "varken PDF eller Word" in _sent(user, "paket.txt", b"x").text
    page = _sent(user, "paket.pdf", content)
    assert "Så delas paketet" in page.text, page.text
    address = str(page.answer.url).removeprefix(HOST)
    assert git(root, "status", "--short") == ""
    rows = [("delar[]", first) for first in ("1", "2")]
    again = user.send(address, [*rows, ("borjar", "99"), ("gor", "visa")])
    assert "paketet har sidorna 1 till" in again.text.lower()
    pictured = user.client.get(address.replace("/delning", "/sida") + "&sida=1")
    assert pictured.content[:4] == b"\x89PNG"
    made = user.send(address, [("gor", "skriv")])
    assert "Paketet är importerat" in made.text, made.text
    assert "Jag har läst ärendet" in made.text
    assert git(root, "diff", "--name-only", "HEAD") == ""
    assert len(list((root / "meetings/prov/2026-12-17").glob("[0-9]*.md"))) > 1
    files = _files(root)
    assert not list((root / ".klubbat/inkommet").iterdir())
    assert read == [content]
    assert "Paketet är redan importerat" in user.send(address, [("gor", "skriv")]).text
    address = str(_sent(user, "paket.pdf", content).answer.url).removeprefix(HOST)
    again = user.send(address, [("gor", "skriv")])
    assert "Inget skrevs." in again.text, again.text[:900]
    assert _files(root) == files
    assert read == [content] * 2


def _files(root: Path) -> list[Path]:
    return sorted((root / "meetings").rglob("*"))


def test_a_kept_packet_that_was_damaged_is_told(root: Path, user: Visitor) -> None:
    page = _sent(user, "paket.pdf", (PACKETS / f"{STRANDNAS.name}.pdf").read_bytes())
    address = str(page.answer.url).removeprefix(HOST)
    next((root / ".klubbat/inkommet").glob("*.pdf")).write_bytes(b"x")
    for again in (user.open(address), user.send(address, [("gor", "skriv")])):
        assert again.answer.status_code == 400
        assert "Lämna in paketet på nytt." in again.text


def _sent(user: Visitor, name: str, content: bytes) -> DeskPage:
    answer = user.client.ask(
        "POST",
        "/paket?organ=prov",
        data={"datum": "2026-12-17"},
        files=[("paket", (name, content, "application/octet-stream"))],
        headers={"origin": HOST},
    )
    return DeskPage(user.client, answer)
