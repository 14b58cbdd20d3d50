"""Documents that are left alone: each with its sentence, whole, and never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest
from docx import Document

from build_scripts import foreign
from build_scripts.__main__ import main
from build_scripts.foreign import TookTooLong, in_time
from build_scripts.imports import received
from build_scripts.imports.pdf_pages import read_pages
from build_scripts.imports.received import NotImported
from tests.imports.drawing import raw, saved
from tests.site.projects import PATIENCE, TODAY, tiny

# What ends a reading may come while Hypothesis measures how long memory is cleared: told there, and raised again.
pytestmark = pytest.mark.filterwarnings("ignore:.*gc_callback:pytest.PytestUnraisableExceptionWarning")

_AGAIN = "Öppna den i Word och spara den på nytt som Word-dokument (.docx)."
_BROKEN = f"filen är skadad och går inte att läsa. {_AGAIN}"


def _plain() -> bytes:
    document = Document()
    document.add_heading("Budget", 1)
    return saved(document)


def _changed(name: str, change: Callable[[bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_plain())) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
        for entry, content in (extra or {}).items():
            new.writestr(entry, content)
    return packed.getvalue()


def _tracked(xml: str) -> bytes:
    document = Document()
    raw(document.add_paragraph("Nämnden "), xml)
    return saved(document)


def _entities(content: bytes) -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    return content.replace(b"?>", b"?>" + bomb, 1)


def _deep(content: bytes) -> bytes:
    begin = b"<w:tbl><w:tr><w:tc>" * 70
    return content.replace(
        b"<w:body>", b"<w:body>" + begin + b"<w:p/></w:tc></w:tr></w:tbl>" + b"</w:tc></w:tr></w:tbl>" * 69
    )


def _locked() -> bytes:
    content = bytearray(_plain())
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(sign)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(sign, at + 4)
    return bytes(content)


_DOCUMENT = "word/document.xml"
_ACCEPT = (
    "som ingen har godkänt eller avvisat. Öppna det i Word, välj Granska och godkänn eller avvisa alla ändringar, spara, "
    "och importera igen."
)
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "insatt": (
        lambda: _tracked("<w:ins w:id='1' w:author='x'><w:r><w:t>ny</w:t></w:r></w:ins>"),
        f"dokumentet har 1 spårad ändring {_ACCEPT}",
    ),
    "struket och flyttat": (
        lambda: _changed(
            _DOCUMENT,
            lambda xml: xml.replace(
                b"</w:body>",
                b'<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>a</w:delText></w:r></w:del>'
                b'<w:moveTo w:id="2" w:author="x"><w:r><w:t>b</w:t></w:r></w:moveTo></w:p></w:body>',
            ),
        ),
        f"dokumentet har 2 spårade ändringar {_ACCEPT}",
    ),
    "tom": (lambda: b"", "filen är tom. Hämta den igen från den som skickade den."),
    "låst eller gammal": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "filen är antingen skyddad med lösenord eller sparad i den gamla formen .doc, och kan inte läsas. "
        f"{_AGAIN} Ta bort lösenordet först om det finns ett.",
    ),
    "låst zip": (_locked, "filen är skyddad med lösenord. Ta bort lösenordet i Word och spara den igen."),
    "rtf": (lambda: b"{\\rtf1 hej}", f"filen är sparad som RTF. {_AGAIN}"),
    "text": (lambda: "Nämnden beslutar".encode(), f"filen är inget Word-dokument. {_AGAIN}"),
    "avhuggen": (lambda: _plain()[:2000], _BROKEN),
    "sönder inuti": (lambda: _changed(_DOCUMENT, lambda xml: xml[:-9]), _BROKEN),
    "kalkylblad": (
        lambda: _changed(_DOCUMENT, lambda xml: xml.replace(b"w:document", b"w:workbook")),
        f"filen är inget Word-dokument. {_AGAIN}",
    ),
    "makron": (
        lambda: _changed("", lambda xml: xml, {"word/vbaProject.bin": b"x"}),
        f"filen innehåller makron (program) och öppnas inte. {_AGAIN} Då följer makrona inte med.",
    ),
    "uppblåst": (
        lambda: _changed("", lambda xml: xml, {"word/stor.xml": bytes(25 * 1024 * 1024)}),
        "filen är mycket större uppackad än packad och öppnas inte. Be avsändaren spara den på nytt i Word.",
    ),
    "definitioner": (
        lambda: _changed(_DOCUMENT, _entities),
        "filen innehåller definitioner som inte hör hemma i ett Word-dokument, och öppnas inte.",
    ),
    "djup": (
        lambda: _changed(_DOCUMENT, _deep),
        f"filen har tabeller eller rutor i varandra på mer än 150 nivåer. {_AGAIN}",
    ),
}


def _run(root: Path, *words: str) -> int:
    return main(
        ["importera", *words, "--organ", "prov", "--sammanträde", "2026-11-26", "--katalog", str(root), "--idag", TODAY]
    )


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, sentence = REFUSED[name]
    root = tiny(tmp_path / "projekt")
    (tmp_path / "skrivelse.docx").write_bytes(make())
    before = sorted(root.rglob("*"))
    assert _run(root, str(tmp_path / "skrivelse.docx")) == 1
    assert capsys.readouterr().out == f"skrivelse.docx: importeras inte, för {sentence}\n\n"
    assert sorted(root.rglob("*")) == before


_WORD = "Öppna filen i Word eller LibreOffice och spara den som Word-dokument (.docx)."
_EXCEL = "Öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)."
OTHER_KINDS = {
    "gammal.doc": f"den gamla formen .doc läses inte. {_WORD}",
    "MAKRON.DOCM": f"dokument med makron (.docm) läses inte. {_WORD} Då följer makrona inte med.",
    "skrivelse.odt": f"formen .odt (från LibreOffice) läses inte. {_WORD}",
    "skrivelse.rtf": f"formen .rtf läses inte. {_WORD}",
    "lista.xls": f"den gamla formen .xls läses inte. {_EXCEL}",
    "lista.ods": f"formen .ods (från LibreOffice) läses inte. {_EXCEL}",
    "bild.png": "bara .docx, .xlsx, .csv, .pdf kan importeras.",
}


def test_other_kinds_say_how_to_save_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in OTHER_KINDS:
        (tmp_path / name).write_bytes(b"x")
    assert _run(tiny(tmp_path / "projekt"), *(str(tmp_path / name) for name in OTHER_KINDS)) == 1
    told = capsys.readouterr().out
    assert told == "".join(f"{name}: importeras inte, för {why}\n\n" for name, why in OTHER_KINDS.items())


def test_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tiny(tmp_path / "projekt"), str(tmp_path / "borta.docx")) == 2
    assert "borta.docx går inte att läsa: den finns inte." in capsys.readouterr().err


def test_one_refused_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "a.docx").write_bytes(b"")
    (tmp_path / "b.docx").write_bytes(_plain())
    (tmp_path / "c.docx").write_bytes(_plain())
    assert _run(root, *(str(tmp_path / f"{name}.docx") for name in "abc")) == 1
    made = sorted(path.name for path in (root / "meetings/prov/2026-11-26").glob("*.md"))
    assert made == ["01-cykelplan.md", "02-budget.md", "kallelse.md"]
    assert (root / "meetings/prov/2026-11-26/handlingar/budget/tjansteskrivelse.md").exists()


def test_number_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "b.docx").write_bytes(_plain())
    assert _run(root, str(tmp_path / "b.docx"), "--nummer", "1") == 1
    assert capsys.readouterr().out == (
        "b.docx: importeras inte, för nummer 1 är upptaget av meetings/prov/2026-11-26/01-cykelplan.md. "
        "Ange ett annat med --nummer.\n\n"
    )


def test_number_that_cannot_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "b.docx").write_bytes(_plain())
    assert _run(root, str(tmp_path / "b.docx"), "--nummer", "0") == 2
    assert capsys.readouterr().err == "klubbat importera: --nummer 0: ange ett nummer från 1 till 999.\n"


def test_chosen_number(tmp_path: Path) -> None:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "b.docx").write_bytes(_plain())
    assert _run(root, str(tmp_path / "b.docx"), "--nummer", "7") == 0
    assert (root / "meetings/prov/2026-11-26/07-budget.md").is_file()


SECRET = (
    (
        "Yttrande till IVO",
        "Klaganden beskriver sin situation.",
        "Den enskildes insatser har prövats.",
    ),
    ("SEKRETESS", "Beslut om plats."),
    ("Placering enligt LVU", "Gäller 20121212-1212."),
)
OPEN = (
    ("Yttrande till Förvaltningsrätten om detaljplanen", "Klagandena bor vid Storgatan.", "Planen följer lagen."),
    ("Remiss från Socialstyrelsen", "Svar om nya föreskrifter för elevernas hälsa."),
    ("Uppföljning av LVU", "Antalet placeringar var 14."),
)


def _said(tmp_path: Path, lines: tuple[str, ...], *options: str) -> int:
    document = Document()
    document.add_heading(lines[0], 1)
    for line in lines[1:]:
        document.add_paragraph(line)
    (tmp_path / "b.docx").write_bytes(saved(document))
    root = tiny(tmp_path / "projekt")
    words = ["--organ", "prov", "--sammanträde", "2026-11-26", "--katalog", str(root), "--idag", TODAY]
    return main(["importera", str(tmp_path / "b.docx"), *words, *options])


@pytest.mark.parametrize("lines", SECRET)
def test_what_is_secret_as_a_whole_is_told_and_not_written(
    lines: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _said(tmp_path, lines) == 1
    assert "och git är offentligt. Ingenting skrevs." in capsys.readouterr().out
    assert not list((tmp_path / "projekt/meetings/prov/2026-11-26").glob("02-*"))
    assert _said(tmp_path / "projekt", lines, "--som", "ärende") == 0


@pytest.mark.parametrize("lines", OPEN)
def test_what_only_names_an_authority_is_not_secret(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert _said(tmp_path, lines) == 0


def test_a_pdf_that_does_the_same_for_ever_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three kilobytes: each form shows the next ten times."""
    monkeypatch.setattr(foreign, "SECONDS", 0.5)
    monkeypatch.setattr(foreign, "SECONDS_A_PAGE", 0)
    shows = b"<</XObject<</X %d 0 R>>>>"
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources" + shows + b"/Length 60>>stream\n" + b"/X Do " * 10
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources" + shows % 5 + b">>",
        b"<</Length 6>>stream\n/X Do \nendstream",
        *((form % number) + b"\nendstream" for number in range(6, 18)),
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 4>>stream\nq Q \nendstream",
    ]
    told = b"".join(b"%d 0 obj\n%b\nendobj\n" % one for one in enumerate(objects, 1))
    with pytest.raises(NotImported, match="tar för lång tid att läsa"):
        read_pages(b"%PDF-1.7\n" + told + b"trailer<</Size 20/Root 1 0 R>>\n%%EOF")


def _for_ever() -> None:
    """For so long that whoever waits for its end has failed."""
    begun = monotonic()
    while monotonic() - begun < PATIENCE:
        pass


def test_what_is_done_in_time_is_not_disturbed() -> None:
    with in_time(0.5):
        pass
    sleep(0.7)
    with in_time(0.1):
        # As where other programs have the machine.
        sleep(0.4)
    with pytest.raises(TookTooLong), in_time(0.05):
        _for_ever()


def _goes_on() -> None:
    with suppress(TookTooLong):
        _for_ever()
    _for_ever()


def test_a_reader_that_takes_the_first_for_something_else_is_left_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_AGAIN", 0.05)
    with pytest.raises(TookTooLong), in_time(0.05):
        _goes_on()


def test_a_document_of_more_parts_than_any_has_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received, "MOST_ELEMENTS", 20)
    with pytest.raises(NotImported, match="filen har fler än 20 stycken och rutor"):
        received.open_package(_plain())
