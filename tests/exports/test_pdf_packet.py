"""A meeting's documents in one file: ours, then the attachments that are PDF, with their bookmarks and numbers."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from build_scripts.exports.pdf import packet
from build_scripts.exports.pdf.article import Node
from build_scripts.exports.pdf.documents import files
from build_scripts.exports.pdf.typesetting import Manuscript
from macros import addresses
from macros.pages.build import promises
from tests.exports.pdf_files import ReadPdf
from tests.exports.test_pdf import SITE, TODAY, shipped
from tests.site.projects import ROOT

pytestmark = pytest.mark.slow
"""Sets papers of the shipped record."""


def an_attachment(file: Path, pages: int = 2, **how: object) -> Path:
    """A PDF file of somebody's, with an outline of its own."""
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(400, 500))
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Deras kapitel", 1))
    if how.get("turned"):
        made.pages[0].Rotate = 90
    if how.get("signed"):
        made.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=[])
        made.Root.Perms = pikepdf.Dictionary(DocMDP=pikepdf.Dictionary(ByteRange=[0, 1, 2, 3]))
    encryption = pikepdf.Encryption(owner="o", user="u") if how.get("locked") else None
    made.save(file, encryption=encryption if encryption else False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file


def together(*attachments: tuple[str, Path]) -> ReadPdf:
    """A meeting's documents, of one page of ours and these attachments."""
    article: list[Node] = [{"k": "h", "level": 1, "id": None, "c": ["Sammanträde"]}, {"k": "p", "c": ["Vår text."]}]

    def manuscript(articles: list[list[Node]], appended: int = 0) -> Manuscript:
        return Manuscript("Sammanträde", "Provnämnden", TODAY, "Provnämnden, Provköping", SITE, articles, appended)

    attached = tuple(packet.PdfAttachment(title, "Punkt 1", file) for title, file in attachments)
    return ReadPdf(packet.packet(manuscript, [article], attached))


def test_attachments_follow_with_their_bookmarks_and_numbers(tmp_path: Path) -> None:
    first = an_attachment(tmp_path / "a.pdf", 2, turned=True)
    found = together(("Budget", first), ("Karta", an_attachment(tmp_path / "b.pdf", 3)))
    assert len(found.pages) == 7
    assert found.bookmarks == [
        *("Sammanträde", "Bilagor i filen", "Punkt 1: Budget", "Deras kapitel", "Punkt 1: Karta", "Deras kapitel")
    ]
    assert [f"Sida {number} av 7" in page for number, page in enumerate(found.pages, 1)] == [True] * 7
    assert [page.label for page in found.file.pages] == [
        *("1", "2", "Bilaga 1, sida 1", "Bilaga 1, sida 2", *(f"Bilaga 2, sida {number}" for number in (1, 2, 3)))
    ]
    listed = " ".join(found.pages[1].split())
    assert "Budget Punkt 1 3" in listed
    assert "Karta Punkt 1 5" in listed


def test_a_file_with_others_papers_claims_nothing_and_says_so(tmp_path: Path) -> None:
    found = together(("Budget", an_attachment(tmp_path / "a.pdf")))
    assert found.claims == set()
    assert "uppfyller ingen standard för tillgänglighet" in " ".join(found.pages[1].split())
    assert "H1" in found.tags, "our own pages keep their tags"
    assert str(found.file.Root.Lang) == "sv-SE"
    assert together().claims == {"UA-1", "A-2A"}


@pytest.mark.parametrize("how", ["locked", "signed", "broken"])
def test_what_is_locked_signed_or_broken_is_not_taken_in(tmp_path: Path, how: str) -> None:
    file = an_attachment(tmp_path / "a.pdf", **{how: True})
    if how == "broken":
        file.write_bytes(b"%PDF-1.4\n" + file.read_bytes()[200:260])
    found = together(("Budget", file))
    assert len(found.pages) == 1
    assert found.claims == {"UA-1", "A-2A"}


def test_the_shipped_documents_hold_every_item_and_the_open_attachments() -> None:
    facts, _ = shipped()
    name = addresses.packet("exempelnamnden/2026-11-26/")
    found = ReadPdf(files(facts, promises(facts), ROOT, SITE)[name].content())
    meeting = facts.archive.meeting("exempelnamnden", "2026-11-26")
    assert meeting is not None
    for item in meeting.items:
        assert (item.title in found.bookmarks) == item.is_public
    assert any(one.startswith("Punkt 1: Förslag till internbudget 2027") for one in found.bookmarks)
    assert io.BytesIO(found.content).read(5) == b"%PDF-"
