"""Names of employees: what becomes an office, what is asked, what stays, and that none is told whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.offices import Naming, nobody
from build_scripts.imports.people import Employee, Handling, hidden, is_name, is_office, names_in, person_of, replaced
from macros.guard.official import Official
from tests.imports.documents import att_clauses, letterhead_in_header
from tests.imports.drawing import saved
from tests.site.projects import TODAY, tiny

PERSONS = {
    ("Anna Svensson", "Verksamhetscontroller"): Employee("Anna Svensson", "Verksamhetscontroller"),
    ("Anna Svensson, utredare",): Employee("Anna Svensson", "utredare"),
    ("Anna Svensson / enhetschef",): Employee("Anna Svensson", "enhetschef"),
    ("Anna Svensson – jurist",): Employee("Anna Svensson", "jurist"),
    ("Qwert Asdfg", "Trafikplanerare"): Employee("Qwert Asdfg", "Trafikplanerare"),
    ("Anna Svensson",): Employee("Anna Svensson"),
    ("Norra Skolan",): None,
    ("Förvaltningschef",): None,
    ("Provköpings Kommun",): None,
}


@pytest.mark.parametrize("lines", PERSONS)
def test_person_of(lines: tuple[str, ...]) -> None:
    assert person_of(lines) == PERSONS[lines]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kontakta Anna Svensson på kansliet.", ["Anna Svensson"]),
        ("Eva Ekberg (S) lämnade motionen.", []),
        ("Eva Ekberg lämnade motionen.", []),
        ("Enligt Eva Ekbergs motion", []),
        ("Norra skolan och Storgatan", []),
        ("Ring Karl-Johan Berg eller Bo Ek.", ["Karl-Johan Berg", "Bo Ek"]),
    ],
)
def test_names_in(text: str, names: list[str]) -> None:
    assert list(names_in(text, {"eva ekberg"})) == names


def test_offices_and_names_are_told_apart() -> None:
    assert is_office("Tf enhetschef")
    assert not is_office("Enhetschefen beslutade i juni.")
    assert is_name("Bo Ek")
    assert is_name("Ylvali Ekberg")
    assert not is_name("Hyresavtal Ekberg")
    assert not is_name("Kommunens Ekonomichef")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Fråga Bo Ek.", "Fråga utredaren."),
        ("Klart. Bo Ek skrev.\n\nBo Eks text", "Klart. Utredaren skrev.\n\nUtredarens text"),
        ("Bo Ek", "utredaren"),
        ("Bo Ekman", "Bo Ekman"),
    ],
)
def test_replaced(text: str, written: str) -> None:
    assert replaced(text, {"Bo Ek": "utredaren"})[0] == written


def test_hidden() -> None:
    assert (
        hidden("Anna Svensson och Anna Svenssons chef", ["Anna Svensson"], Official())
        == "A*** S******* och A*** S*******s chef"
    )


def _import(tmp_path: Path, content: bytes, *options: str) -> tuple[str, Path]:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "skrivelse.docx").write_bytes(content)
    words = ["importera", str(tmp_path / "skrivelse.docx"), "--organ", "prov", "--sammanträde", "2026-11-26"]
    assert main([*words, "--katalog", str(root), "--idag", TODAY, *options]) == 0
    (made,) = (root / "meetings/prov/2026-11-26").glob("02-*.md")
    return made.read_text(encoding="utf-8"), made


def test_office_told_by_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = _import(tmp_path, saved(att_clauses()), "--roll", "Maria Holm=nämndsekreteraren")
    told = capsys.readouterr().out
    assert "Kontakta nämndsekreteraren om du undrar något." in text
    assert "M**** H*** är skrivet nämndsekreteraren på 1 ställe." in told
    assert "Holm" not in text + told


def test_kept_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = _import(tmp_path, saved(att_clauses()), "--behåll-namn")
    assert "Kontakta Maria Holm om du undrar något." in text
    assert "nämns i texten" not in capsys.readouterr().out


def test_officer_is_an_office_and_never_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = _import(tmp_path, saved(letterhead_in_header()))
    assert "handläggare: Verksamhetscontroller\n" in text
    assert "Svensson" not in text + capsys.readouterr().out


@pytest.mark.parametrize(
    ("head", "officer"),
    [
        (["Sara Hall, controller"], "controller"),
        (["Ekonomienheten\tDnr", "Sara Hall\t2026-01-02"], None),
        (["Bo Ek, planerare", "Karin Lindqvist"], "förvaltningschef"),
        (["Till: Sara Hall"], "förvaltningschef"),
        (["Cia Lind, controller"], "förvaltningschef"),
    ],
)
def test_who_stands_in_the_letterhead_is_the_officer_and_not_the_last_who_signed(
    head: list[str], officer: str | None
) -> None:
    naming = Naming(Handling(official=Official(names=frozenset({"cia lind"}))), nobody)
    blocks = [Block(BlockKind.PARAGRAPH, (Run("\n".join(head)),))]
    assert naming.officer(blocks, [Employee("Karin Lindqvist", "förvaltningschef")]) == officer


def test_office_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tiny(tmp_path)
    words = ["importera", "x.docx", "--organ", "prov", "--sammanträde", "2026-11-26", "--katalog", str(root)]
    (tmp_path / "x.docx").write_bytes(b"")
    assert main([*words[:1], str(tmp_path / "x.docx"), *words[2:], "--roll", "Anna"]) == 2
    assert capsys.readouterr().err == 'klubbat importera: --roll skrivs "Namn Efternamn=befattning".\n'
