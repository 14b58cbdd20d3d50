"""Where the documents of a packet begin, what its agenda says, and how a split is put right."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from pypdf import PdfReader

from build_scripts.__main__ import main
from build_scripts.imports.agenda import PrintedMatter, read_agenda
from build_scripts.imports.leaves import Leaf
from build_scripts.imports.packet_talk import Corrections, agreed, taken
from build_scripts.imports.splitting import Split, split
from build_scripts.imports.word import word_pages
from build_scripts.project import WrongUse
from tests.imports.drawing import saved
from tests.imports.paper import pages
from tests.site.projects import TODAY, tiny

SERIES = ["PRO/ÅÅÅÅ:N"]
CALL = """\
Kallelse
Provnämnden kallas till sammanträde
Tid: 26 november 2026 kl. 18.30
Plats: Rådhuset
Upprop
1. Budget (PRO/2026:7)
2. Svar på motion om
lekplatser
3 Sammanträdesordning 2027
Välkomna!"""


def _leaf(number: int, lines: str, **known: Any) -> Leaf:
    found = tuple(line.removeprefix("# ") for line in lines.split("\n") if line)
    headings = tuple(line.removeprefix("# ") for line in lines.split("\n") if line.startswith("# "))
    return Leaf(number, found, headings, **known)


def _kinds(found: Split) -> list[tuple[str, str, int | None, str]]:
    return [(part.pages, part.kind.value, part.place, part.title) for part in found.parts]


def test_an_agenda() -> None:
    agenda = read_agenda(CALL.split("\n"), SERIES)
    assert agenda.rows == [
        PrintedMatter(1, "Budget", "PRO/2026:7"),
        PrintedMatter(2, "Svar på motion om lekplatser"),
        PrintedMatter(3, "Sammanträdesordning 2027"),
    ]
    assert (agenda.points, agenda.time, agenda.venue) == (["Upprop"], "18:30", "Rådhuset")
    assert agenda.rest == ["Kallelse", "Provnämnden kallas till sammanträde", "Välkomna!"]


def test_the_points_are_the_short_lines_right_above_the_first_matter() -> None:
    lines = [
        "KALLELSE",
        "Till ledamöter i nämnden",
        "Sammanträdet börjar kl. 19.00",
        "Gruppmöten 18.30",
        "Justering",
        "1 Budget",
    ]
    agenda = read_agenda(lines, SERIES)
    assert (agenda.points, agenda.time) == (["Justering"], "19:00")
    assert agenda.rest == ["KALLELSE", "Till ledamöter i nämnden", "Gruppmöten 18.30"]


def test_a_text_without_numbered_matters_has_no_points() -> None:
    agenda = read_agenda(["Kallelse", "Plats: Rådhuset", "Upprop", "Vi ses!"], SERIES)
    assert (agenda.rows, agenda.points, agenda.rest) == ([], [], ["Kallelse", "Upprop", "Vi ses!"])


REPORT = "TJÄNSTESKRIVELSE\nDnr PRO/2026:7\n# Budget\n# Förslag till beslut\nAnta."


@pytest.mark.parametrize(
    ("leaves", "expected"),
    [
        ([_leaf(2, REPORT), _leaf(3, "Mer text.")], [("2-3", "tjänsteskrivelse", 1, "Budget")]),
        (
            [
                _leaf(2, REPORT, label=(1, 1)),
                _leaf(3, "# Budget i siffror", label=(1, 2)),
                _leaf(4, "# Mer", label=(2, 2)),
            ],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3-4", "bilaga", 1, "Budget i siffror")],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "", is_scan=True), _leaf(4, "", is_scan=True)],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3-4", "bilaga", 1, "Inskannad handling")],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "Text", bookmark="2. Remissvar från skolan"), _leaf(4, "Mer")],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3-4", "bilaga", 1, "Remissvar från skolan")],
        ),
        (
            [_leaf(2, REPORT, fill=0.4), _leaf(3, "Bilaga 1: Karta över parken")],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "bilaga", 1, "Karta över parken")],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "# Sammanträdestider 2027", is_wide=True)],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "bilaga", 3, "Sammanträdestider 2027")],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "# Delegationsbeslut oktober\nEnhet: Skolskjuts")],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "delegationslista", None, "Enhet: Skolskjuts")],
        ),
        (
            [
                _leaf(2, "TJÄNSTESKRIVELSE\nReferens: utredare\n# Budget"),
                _leaf(3, "TJÄNSTESKRIVELSE\nhållas. Mer text."),
            ],
            [("2-3", "tjänsteskrivelse", 1, "Budget")],
        ),
        (
            [
                _leaf(2, "# Delegationsbeslut\nDatum\tPunkt\tBeslut\tDelegat\nProvförvaltningen\nSkolskjuts"),
                _leaf(3, "# Delegationsbeslut\nDatum\tPunkt\tBeslut\tDelegat\nProvförvaltningen\nMåltider"),
                _leaf(4, "# Delegationsbeslut\nDatum\tPunkt\tBeslut\tDelegat\nProvförvaltningen\nMåltider"),
            ],
            [("2", "delegationslista", None, "Skolskjuts"), ("3-4", "delegationslista", None, "Måltider")],
        ),
        (
            [_leaf(2, "# Budget\n(PRO/2026:7)\n# Beslut\nAnta."), _leaf(3, "TJÄNSTESKRIVELSE\n# Något annat")],
            [("2", "försättsblad", 1, "Budget"), ("3", "tjänsteskrivelse", 1, "Något annat")],
        ),
        (
            [_leaf(2, "ORDFÖRANDEFÖRSLAG\n# Svar på motion om lekplatser\n# Beslut\nAnta.")],
            [("2", "ordförandeförslag", 2, "Svar på motion om lekplatser")],
        ),
    ],
)
def test_where_a_document_begins(leaves: list[Leaf], expected: list[tuple[str, str, int | None, str]]) -> None:
    found = split([_leaf(1, CALL), *leaves], SERIES)
    assert _kinds(found) == [("1", "kallelse", None, "Kallelse"), *expected]


def test_what_somebody_has_said_of_a_split_holds() -> None:
    leaves = [_leaf(1, CALL), _leaf(2, REPORT), _leaf(3, "Mer"), _leaf(4, "TJÄNSTESKRIVELSE\nMer")]
    said = taken(["3 börjar", "sida 4 fortsätter", "3 bilaga till ärende 2"], 4)
    found = split(leaves, SERIES, said.begins, said.goes_on, said.kinds)
    assert _kinds(found)[1:] == [("2", "tjänsteskrivelse", 1, "Budget"), ("3-4", "bilaga", 2, "Mer")]


@pytest.mark.parametrize("said", ["", "börjar", "7", "7 tänker", "0 börjar", "9 börjar", "1 fortsätter", "7 kallelse"])
def test_what_says_nothing_is_refused(said: str) -> None:
    with pytest.raises(WrongUse):
        Corrections().take(said, 8)


def test_a_split_is_agreed_to_at_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    leaves = [_leaf(1, CALL), _leaf(2, REPORT), _leaf(3, "Mer")]
    answers = iter(["vad?", "3 börjar", ""])
    found = agreed(
        lambda said: split(leaves, SERIES, said.begins, said.goes_on, said.kinds),
        Corrections(),
        3,
        str,
        lambda prompt: next(answers),
        confirmed=False,
    )
    assert found is not None
    assert [part.pages for part in found.parts] == ["1", "2", "3"]
    assert '"vad?" går inte att förstå.' in capsys.readouterr().out
    assert (
        agreed(lambda said: split(leaves, SERIES), Corrections(), 3, str, lambda prompt: "nej", confirmed=False) is None
    )


LISTED = (("Beslutsdatum", "Punkt", "Beslut", "Delegat"), ("2026-10-14", "E4", "Beslut om resa", "Enhetschef"))


def _packet(*more: tuple[str, tuple[tuple[str, ...], ...]]) -> bytes:
    return pages((CALL, ()), ("TJÄNSTESKRIVELSE\nBudget\nFörslag till beslut\nAnta budgeten.", ()), *more)


def _run(tmp_path: Path, content: bytes, *options: str, day: str = "2026-12-10") -> tuple[int, Path]:
    root = tiny(tmp_path / "projekt")
    (tmp_path / "p.pdf").write_bytes(content)
    line = ["importera", str(tmp_path / "p.pdf"), "--organ", "prov", "--sammanträde", day, "--idag", TODAY]
    return main([*line, "--katalog", str(root), *options]), root / "meetings/prov"


def test_nothing_is_written_before_somebody_agrees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, home = _run(tmp_path, _packet())
    assert (code, (home / "2026-12-10").exists()) == (1, False)
    assert "Inget skrevs. Stämmer delningen: lägg till --bekräfta." in capsys.readouterr().out


def test_a_meeting_with_items_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, _packet(), "--bekräfta", day="2026-11-26")[0] == 2
    assert "sammanträdet 2026-11-26 har redan ärenden." in capsys.readouterr().err


def test_a_list_that_names_somebody_and_a_secret_statement_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = (LISTED[0], ("2026-10-14", "E4", "Lön för Bo Lindqvist", "Enhetschef"))
    secret = (
        "TJÄNSTESKRIVELSE\nYttrande till IVO\nKlaganden beskriver sin situation.\nDen enskildes insatser har prövats."
    )
    code, home = _run(tmp_path, _packet(("Delegationsbeslut\nEnhet: Norr", named), (secret, ())), "--bekräfta")
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
    _, home = _run(tmp_path, pages((CALL, ()), (cover, ()), (other, ())), "--bekräfta")
    item = (home / "2026-12-10/01-budget.md").read_text("utf-8")
    assert "  - Anta budgeten.\n" in item
    assert "Avslå" not in item
    assert "- Avslå det." in (home / "2026-12-10/handlingar/budget/tjansteskrivelse.md").read_text("utf-8")


def test_what_belongs_to_no_matter_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = "TJÄNSTESKRIVELSE\nNågot helt annat\nFörslag till beslut\nAvslå det."
    code, _ = _run(tmp_path, pages((CALL, ()), (report, ())), "--bekräfta")
    assert code == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "Sidan 2, tjänsteskrivelse: dokumentet hör inte till något ärende i kallelsen." in told


def test_pages_are_cut_out_as_they_are(tmp_path: Path) -> None:
    _, home = _run(tmp_path, _packet(("Karta", LISTED), ("Mer", ())), "--bekräfta", "--rätta", "3 bilaga 1")
    (cut,) = (home / "2026-12-10/bilagor").iterdir()
    assert [page.extract_text().split()[0] for page in PdfReader(io.BytesIO(cut.read_bytes())).pages] == [
        "Karta",
        "Mer",
    ]


def test_pages_of_a_word_file_are_those_broken_on_purpose() -> None:
    document = Document()
    document.add_paragraph("ett").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("två")
    document.add_paragraph("tre").paragraph_format.page_break_before = True
    document.add_section()
    document.add_paragraph("fyra")
    whole, found = word_pages(saved(document))
    assert [[block.text for block in page] for page in found] == [["ett"], ["två"], ["tre"], ["fyra"]]
    assert [block.text for block in whole.blocks] == ["ett", "två", "tre", "fyra"]
