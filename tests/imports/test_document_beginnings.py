"""Where documents begin that the municipality's own forms do not tell: letters, extracts, lists, and what stands in Word."""

from __future__ import annotations

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from build_scripts.imports.leaves import Leaf, leaves_of_word
from build_scripts.imports.packet import opened
from build_scripts.imports.portions import PortionKind
from build_scripts.imports.splitting import split
from build_scripts.imports.word import word_pages
from macros.record.numbers import ItemNumber
from tests.imports.drawing import rows, saved
from tests.imports.packet_run import CALL
from tests.imports.test_splitting import REPORT, SERIES, _kinds, _leaf

MOTION = ("3", "bilaga", 2, "Motion om fler lekplatser")


@pytest.mark.parametrize(
    ("leaf", "expected"),
    [
        (_leaf(3, "Myndigheten\tBeslut\n2026-10-12\n# Bidrag"), ("3", "bilaga", 1, "Bidrag")),
        (_leaf(3, "Tingsrätten\tDOM\n2026-10-12\n# SAKEN\nBygglov"), ("3", "bilaga", 1, "Dom")),
        (_leaf(3, "Rådet\tProtokoll nr 8\n2026-10-12\n# § 1 Upprop"), ("3", "bilaga", 1, "Protokoll nr 8")),
        (_leaf(3, "Utskottet\tPROTOKOLLSUTDRAG\n2026-10-12\n# § 9 Budget\n# Beslut"), ("3", "bilaga", 1, "§ 9 Budget")),
        (
            _leaf(3, "Utskottet\tPROTOKOLLSUTDRAG\n2026-10-12\n# § 9 Sammanträdesordning 2027"),
            ("3", "bilaga", 3, "§ 9 Sammanträdesordning 2027"),
        ),
        (_leaf(3, "Kommunen\n2026-11-25\nVår beteckning PRO/2026:7\n# Något"), ("3", "bilaga", 1, "Något")),
        (_leaf(3, "Kommunen\n2026-11-25\nHandläggare: utredaren\n# Något"), ("3", "bilaga", 1, "Något")),
        (_leaf(3, "Till fullmäktige\n# Motion om fler lekplatser"), MOTION),
        (_leaf(3, "Rådet\nProtokollsutdrag 2026-11-03\n# § 4 Namn"), ("3", "bilaga", 1, "§ 4 Namn")),
        (_leaf(3, "Till nämnden\nOrten 2026-11-02\n# Öppettider"), ("3", "bilaga", 1, "Öppettider")),
        (
            _leaf(3, "Kommunen\tSKRIVELSE\nDatum: 2026-11-02\n# Budget\n# Förslag till beslut"),
            ("3", "tjänsteskrivelse", 1, "Budget"),
        ),
        (
            _leaf(3, "§ 213\n# Sammanträdesordning 2027\n# Styrelsens förslag till beslut", label=(14, 40)),
            ("3", "bilaga", 3, "Sammanträdesordning 2027"),
        ),
    ],
)
def test_letters_and_extracts_begin_documents(leaf: Leaf, expected: tuple[str, str, int | None, str]) -> None:
    found = split([_leaf(1, CALL), _leaf(2, REPORT, fill=0.5), leaf], SERIES)
    assert _kinds(found)[2:] == [expected]


@pytest.mark.parametrize(
    ("leaves", "pages"),
    [
        ([_leaf(2, REPORT, label=(1, 1)), _leaf(3, "Text.")], ["2", "3"]),
        ([_leaf(2, REPORT, label=(1, 2)), _leaf(3, "Text.", label=(2, 2)), _leaf(4, "")], ["2-4"]),
        ([_leaf(2, REPORT, fill=0.5), _leaf(3, "# Innehåll\nMål 4"), _leaf(4, "# 1. Mål")], ["2-4"]),
        ([_leaf(2, REPORT), _leaf(3, "Beslut\n2026-10-12 är dagen.")], ["2-3"]),
        ([_leaf(2, REPORT), _leaf(3, "Text.", label=(2, 3)), _leaf(4, "Slut.", label=(3, 3))], ["2-4"]),
        ([_leaf(2, REPORT, label=(1, 3)), _leaf(3, "Text."), _leaf(4, "Slut.", label=(3, 3))], ["2-4"]),
        (
            [_leaf(2, REPORT, label=(1, 9)), _leaf(3, "§ 9", label=(12, 40)), _leaf(4, "Mer", label=(13, 40))],
            ["2", "3-4"],
        ),
        ([_leaf(2, REPORT, label=(12, 40)), _leaf(3, "Mer", label=(15, 40))], ["2", "3"]),
        ([_leaf(2, REPORT, fill=0.5), _leaf(3, "# 2. Mål")], ["2-3"]),
        ([_leaf(2, REPORT, fill=0.9), _leaf(3, "går på.\n# Bilaga\nTabeller")], ["2-3"]),
    ],
)
def test_a_documents_last_page_and_its_contents_tell_where_the_next_begins(
    leaves: list[Leaf], pages: list[str]
) -> None:
    assert [part.pages for part in split([_leaf(1, CALL), *leaves], SERIES).parts[1:]] == pages


LIST = "# Delegationsbeslut\nEnhet: {}\nDatum\tDiarienr\tBeslut\tHandläggare"


def test_a_lists_heads_printed_again_begin_nothing_and_another_unit_does() -> None:
    leaves = [
        _leaf(2, LIST.format("Skolskjuts")),
        _leaf(3, "Datum\tDiarienr\tBeslut\tHandläggare\n2026-10-12\tPRO/2026:7\tAvtal\tChefen"),
        _leaf(4, LIST.format("Måltider")),
    ]
    found = split([_leaf(1, CALL), *leaves], SERIES)
    assert _kinds(found)[1:] == [
        ("2-3", "delegationslista", None, "Enhet: Skolskjuts"),
        ("4", "delegationslista", None, "Enhet: Måltider"),
    ]


def test_a_call_stands_below_a_cover() -> None:
    cover = _leaf(1, "# Provkommunen\nMöteshandlingar", fill=0.2)
    found = split([cover, _leaf(2, CALL), _leaf(3, REPORT)], SERIES)
    assert _kinds(found) == [("1-2", "kallelse", None, "Kallelse"), ("3", "tjänsteskrivelse", 1, "Budget")]
    report = _leaf(1, f"{REPORT}\n" + "Text.\n" * 20)
    assert not split([report, _leaf(2, CALL)], SERIES).is_packet


def test_a_units_name_stands_right_below_the_lists_heading_too() -> None:
    text = "# Förteckning över delegationsbeslut\n{}\nPeriod: november\nDatum\tDiarienr\tBeslut\tHandläggare"
    leaves = [_leaf(2, text.format("Gatuenheten")), _leaf(3, text.format("VA-enheten"))]
    assert _kinds(split([_leaf(1, CALL), *leaves], SERIES))[1:] == [
        ("2", "delegationslista", None, "Gatuenheten"),
        ("3", "delegationslista", None, "VA-enheten"),
    ]


def test_what_members_put_belongs_to_the_next_matter_of_such() -> None:
    call = "Kallelse\n1. Budget\n2. Svar på motion om lekplatser\n3. Inkomna motioner"
    motion = "# Motion om {}"
    leaves = [_leaf(1, call), _leaf(2, REPORT, fill=0.5), _leaf(3, motion.format("bad"), fill=0.5)]
    assert _kinds(split(leaves, SERIES))[2:] == [("3", "bilaga", 3, "Motion om bad")]
    leaves[2] = _leaf(3, motion.format("fler lekplatser"))
    assert _kinds(split(leaves, SERIES))[2:] == [("3", "bilaga", 2, "Motion om fler lekplatser")]
    leaves[2] = _leaf(3, motion.format("bad"))
    leaves[1] = _leaf(2, "TJÄNSTESKRIVELSE\n# Svar på motion om lekplatser", fill=0.5)
    assert _kinds(split(leaves, SERIES))[2:] == [("3", "bilaga", 2, "Motion om bad")]
    leaves[1] = _leaf(2, "TJÄNSTESKRIVELSE\n# Inkomna motioner", fill=0.5)
    assert _kinds(split(leaves, SERIES))[2:] == [("3", "bilaga", 3, "Motion om bad")]


def test_what_comes_after_the_lists_is_what_is_reported_next() -> None:
    call = "Kallelse\n1. Budget\n2. Delegationsbeslut\n3. Meddelanden"
    letter = "Myndigheten\tBeslut\n2026-10-12\n# Bidrag"
    leaves = [_leaf(1, call), _leaf(2, "TJÄNSTESKRIVELSE\n# Delegationsbeslut"), _leaf(3, LIST.format("Skolskjuts"))]
    assert _kinds(split([*leaves, _leaf(4, letter)], SERIES))[3:] == [("4", "bilaga", 3, "Bidrag")]
    assert _kinds(split([*leaves[:2], _leaf(3, letter)], SERIES))[2:] == [("3", "bilaga", 2, "Bidrag")]
    without_report = [leaves[0], _leaf(2, REPORT), leaves[2], _leaf(4, letter, fill=0.5), _leaf(5, "# Inbjudan")]
    assert [matter for _, _, matter, _ in _kinds(split(without_report, SERIES))[3:]] == [3, 3]


@pytest.mark.parametrize(
    ("listed", "letter", "matter"),
    [
        ("", "Beslut", 2),
        ("\n# Bilagor\n- Bidrag", "Beslut", 1),
        ("", "Beslut\nDnr PRO/2026:7", 1),
        ("", "Yttrande", 1),
    ],
)
def test_a_letter_that_no_report_lists_is_what_is_reported_next(listed: str, letter: str, matter: int) -> None:
    call = _leaf(1, "Kallelse\n1. Budget (PRO/2026:7)\n2. Delgivningar")
    leaves = [call, _leaf(2, REPORT + listed, fill=0.5), _leaf(3, f"Myndigheten\t{letter}\n2026-10-12\n# Bidrag")]
    assert _kinds(split(leaves, SERIES))[2:] == [("3", "bilaga", matter, "Bidrag")]
    own = _leaf(4, "TJÄNSTESKRIVELSE\nReferens: utredare\n# Delgivningar")
    assert _kinds(split([*leaves, own], SERIES))[2] == ("3", "bilaga", 1, "Bidrag")
    said = {3: (PortionKind.APPENDIX, ItemNumber(1))}
    assert _kinds(split(leaves, SERIES, kinds=said))[2] == ("3", "bilaga", 1, "Bidrag")


def test_a_word_files_rows_are_lines_as_they_look() -> None:
    document = Document()
    rows(document.add_table(1, 2), ("Provkommunen\nProvnämnden", "KALLELSE\n2026-12-10"))
    rows(document.add_table(2, 3), ("1", "Budget", "PRO/2026:7"), ("2", "Val", ""))
    document.add_paragraph("Mål", style="List Number")
    (leaf,) = leaves_of_word(word_pages(saved(document))[1])
    assert leaf.lines == (
        "Provkommunen\tKALLELSE",
        "Provnämnden\t2026-12-10",
        "1\tBudget\tPRO/2026:7",
        "2\tVal",
        "1. Mål",
    )


def test_what_is_on_no_page_of_a_word_file_is_told() -> None:
    document = Document()
    document.sections[0].footer.paragraphs[0].text = "Box 12, Provköping"
    document.add_paragraph("ett").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("två")
    assert opened(saved(document), ".docx").beside == (("Sidfot", ("Box 12, Provköping",)),)


def test_an_initiative_is_of_the_matter_that_takes_it_up() -> None:
    call = "Kallelse\n1. Budget\n2. Nämndinitiativ om vinterutflykter\n3. Anmälan av handlingar"
    listed = "# Delegeringsbeslut\nEnhet: Xenter\nDatum\tPunkt\tBeslut\tDelegat" + 6 * "\n2026-10-01\tE4\tResa\tChef"
    leaves = [_leaf(2, REPORT, fill=0.5), _leaf(3, "# Nämndinitiativ: Vinterutflykter för äldre\nText.", fill=0.5)]
    leaves += [_leaf(4, listed, fill=0.5), _leaf(5, "# Minnesanteckningar\nText.")]
    found = split([_leaf(1, call), *leaves], SERIES)
    assert [str(part.matter) for part in found.parts[1:]] == ["1", "2", "None", "3"]
