"""Where the documents of a packet begin, what its agenda says, and how a split is put right."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from build_scripts.imports.leaves import Leaf
from build_scripts.imports.packet_talk import Corrections, agreed, taken
from build_scripts.imports.portions import PortionKind, Split
from build_scripts.imports.splitting import split
from build_scripts.imports.word import word_pages
from build_scripts.project import WrongUse
from macros.record.numbers import ItemNumber
from tests.imports.drawing import saved
from tests.imports.packet_run import CALL

SERIES = ["PRO/ÅÅÅÅ:N"]


def _leaf(number: int, lines: str, **known: Any) -> Leaf:
    found = tuple(line.removeprefix("# ") for line in lines.split("\n") if line)
    headings = tuple(line.removeprefix("# ") for line in lines.split("\n") if line.startswith("# "))
    return Leaf(number, found, headings, **known)


def _kinds(found: Split) -> list[tuple[str, str, int | None, str]]:
    return [
        (part.pages, part.kind.value, part.matter.main if part.matter else None, part.title) for part in found.parts
    ]


def test_a_page_with_the_calls_name_only_stands_before_it() -> None:
    below = CALL.removeprefix("Kallelse\n")
    leaves = [_leaf(1, "# KALLELSE\nProvnämnden", fill=0.3), _leaf(2, f"# Ärenden\n{below}"), _leaf(3, REPORT)]
    found = split(leaves, SERIES)
    assert [(part.pages, part.kind.value) for part in found.parts] == [("1-2", "kallelse"), ("3", "tjänsteskrivelse")]
    assert len(found.agenda.rows) == 3


def test_a_letterhead_on_every_page_begins_one_document() -> None:
    head = "Kommunen\tDatum 2026-08-28\tDnr PRO/2026:{}\nTJÄNSTESKRIVELSE\n"
    first = head.format(7)
    leaves = [
        _leaf(2, f"{first}# Budget\n# Förslag till beslut"),
        _leaf(3, f"{first}går på."),
        _leaf(4, head.format(8)),
    ]
    found = split([_leaf(1, CALL), *leaves], SERIES)
    assert [part.pages for part in found.parts] == ["1", "2-3", "4"]


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
            [_leaf(2, REPORT), _leaf(3, "# Förteckning över delegerade beslut\nDatum\tPunkt\tBeslut\tDelegat")],
            [
                ("2", "tjänsteskrivelse", 1, "Budget"),
                ("3", "delegationslista", None, "Förteckning över delegerade beslut"),
            ],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "Dnr PRO/2026:7\nPM\t2026-10-12\n# Lokaler i framtiden")],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "bilaga", 1, "Lokaler i framtiden")],
        ),
        (
            [_leaf(2, "Dnr PRO/2026:7\nPM\t2026-10-12\n# Budget i framtiden")],
            [("2", "tjänsteskrivelse", 1, "Budget")],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "TJÄNSTESKRIVELSE\nReferens: utredare\n# Lekplatsernas framtid")],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "tjänsteskrivelse", 2, "Svar på motion om lekplatser")],
        ),
        (
            [_leaf(2, "ORDFÖRANDEFÖRSLAG\n# Motion om lekplatser\n# Beslut\nAnta.")],
            [("2", "ordförandeförslag", 2, "Svar på motion om lekplatser")],
        ),
        (
            [
                _leaf(2, REPORT),
                _leaf(3, "Utskottet\tPROTOKOLLSUTDRAG\n2026-10-12\nDetta\tPRO/2026:7\n# § 9 Något", fill=0.5),
            ],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "bilaga", 1, "§ 9 Något")],
        ),
        (
            [_leaf(2, f"{REPORT}\n# Bilagor"), _leaf(3, "- Karta över parken\n- Skrivelse från skolan")],
            [("2-3", "tjänsteskrivelse", 1, "Budget")],
        ),
        (
            [_leaf(2, REPORT), _leaf(3, "Karta, skala 1:1000")],
            [("2-3", "tjänsteskrivelse", 1, "Budget")],
        ),
        (
            [
                _leaf(2, f"{REPORT}\n# Bilagor\n- Tjänsteskrivelse Budget, daterad i maj\n- Karta"),
                _leaf(3, "Karta, skala 1:9"),
            ],
            [("2", "tjänsteskrivelse", 1, "Budget"), ("3", "bilaga", 1, "Karta")],
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


@pytest.mark.parametrize(
    ("leaves", "pages"),
    [
        ([_leaf(3, "Enhet\t2025\t2026", is_wide=True), _leaf(4, "Mer text.")], ["2-4"]),
        ([_leaf(3, "# Plan\nA\tB", is_wide=True), _leaf(4, "Mer text.")], ["2", "3", "4"]),
        ([_leaf(3, "Referens\tMottagare\nUtredare\tNämnden\n# Något")], ["2", "3"]),
        ([_leaf(3, "# 1 Vad det är"), _leaf(4, "# 2 Mer")], ["2", "3-4"]),
        ([_leaf(3, "Kommunen\tTjänsteskrivelse\t2026-08-28\nNågot")], ["2", "3"]),
    ],
)
def test_pages_that_go_on_and_pages_that_do_not(leaves: list[Leaf], pages: list[str]) -> None:
    found = split([_leaf(1, CALL), _leaf(2, REPORT), *leaves], SERIES)
    assert [part.pages for part in found.parts[1:]] == pages


def test_documents_get_the_titles_that_the_one_before_lists() -> None:
    listing = f"{REPORT}\n# Bilagor\n- Karta över parken\n- Skrivelse från skolan"
    leaves = [_leaf(2, listing), _leaf(3, "# Det här är något annat"), _leaf(4, "Bilaga 2: Karta över parken")]
    found = split([_leaf(1, CALL), *leaves], SERIES, begins={3, 4})
    assert [part.title for part in found.parts[2:]] == ["Skrivelse från skolan", "Karta över parken"]


def test_what_somebody_has_said_of_a_split_holds() -> None:
    leaves = [_leaf(1, CALL), _leaf(2, REPORT), _leaf(3, "Mer"), _leaf(4, "TJÄNSTESKRIVELSE\nMer")]
    said = taken(["3 börjar", "sida 4 fortsätter", "3 bilaga till ärende 2"], 4)
    found = split(leaves, SERIES, said.begins, said.goes_on, said.kinds)
    assert _kinds(found)[1:] == [("2", "tjänsteskrivelse", 1, "Budget"), ("3-4", "bilaga", 2, "Mer")]
    said = taken(["3 bilaga 2a"], 4)
    assert said.kinds == {3: (PortionKind.APPENDIX, ItemNumber(2, "a"))}


@pytest.mark.parametrize(
    ("said", "pages", "matters"),
    [((), ["1-2", "3"], 3), (("2 börjar",), ["1", "2-3"], 1), (("3 fortsätter",), ["1-3"], 3)],
)
def test_the_call_goes_as_far_as_the_split_does(said: tuple[str, ...], pages: list[str], matters: int) -> None:
    top, below = CALL.split("\n2. ")
    leaves = [_leaf(1, top), _leaf(2, f"# 2. {below}"), _leaf(3, "# Svar på motion om lekplatser\nText.")]
    known = taken(said, 3)
    found = split(leaves, SERIES, known.begins, known.goes_on, known.kinds)
    assert [part.pages for part in found.parts] == pages
    assert len(found.agenda.rows) == matters
    assert ("Text." in found.agenda.rest) == (pages == ["1-3"])


@pytest.mark.parametrize(
    "said", ["", "börjar", "7", "7 tänker", "0 börjar", "9 börjar", "1 fortsätter", "7 kallelse", "7 bilaga 0"]
)
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


def test_pages_of_a_call_that_tell_of_one_matter_each_are_covers_of_them() -> None:
    head = "KALLELSE\nProvnämnden\n"
    titles = ["1\tBudget", "2\tSvar på motion om lekplatser", "3. Sammanträdesordning 2027"]
    told = [_leaf(n, f"{head}{title}\nFörslag till beslut", label=(n, 5)) for n, title in enumerate(titles, 2)]
    more = _leaf(5, f"{head}2. Nästa år är det val.", label=(5, 5))
    leaves = [_leaf(1, CALL, label=(1, 5)), *told, more, _leaf(6, REPORT, label=(1, 1)), _leaf(7, "# Karta")]
    assert _kinds(split(leaves, SERIES)) == [
        ("1", "kallelse", None, "Kallelse"),
        ("2", "försättsblad", 1, "Budget"),
        ("3", "försättsblad", 2, "Svar på motion om lekplatser"),
        ("4-5", "försättsblad", 3, "Sammanträdesordning 2027"),
        ("6", "tjänsteskrivelse", 1, "Budget"),
        ("7", "bilaga", 1, "Karta"),
    ]
    assert [part.pages for part in split(leaves[:3], SERIES).parts] == ["1-3"]


def test_what_a_call_tells_of_each_matter_without_pages_of_its_own_is_covers_of_them() -> None:
    head = "KOMMUNEN\n"
    told = [
        "1. Budget\nDnr PRO/2026:7\nNämnden antar den.",
        "2 Svar på motion om\nlekplatser\nLekplatsen är från",
        "2014.",
    ]
    told += ["3. Sammanträdesordning 2027\nFörslag till beslut\nAnta den."]
    pages = [head + "\n".join(told[:2]), head + "\n".join(told[2:])]
    leaves = [_leaf(n, text, label=(n, 3)) for n, text in enumerate((f"{head}{CALL}", *pages), 1)]
    found = split([*leaves, _leaf(4, REPORT, label=(1, 1))], SERIES)
    assert [(part.pages, part.matter and part.matter.main, part.said) for part in found.parts] == [
        ("1-3", None, ()),
        ("1-3", 1, ("Dnr PRO/2026:7", "Nämnden antar den.")),
        ("1-3", 2, ("Lekplatsen är från", "2014.")),
        ("1-3", 3, ("Förslag till beslut", "Anta den.")),
        ("4", 1, ()),
    ]
    assert (found.agenda.rest[-1], found.agenda.feet) == ("Välkomna!", ["KOMMUNEN"])
    titles = "\n".join(f"{row.number} {row.title}" for row in found.agenda.rows)
    listed = split([_leaf(1, f"{CALL}\n{titles}"), _leaf(2, REPORT)], SERIES)
    assert [part.said for part in listed.parts] == [(), ()]


def test_a_title_in_capitals_is_written_as_the_report_lists_it() -> None:
    report = f"{REPORT}\n# Beslutsunderlag\nÖversiktskarta\nSAMHÄLLSBYGGNADSFÖRVALTNINGEN"
    leaves = [_leaf(1, CALL), _leaf(2, report, label=(1, 1)), _leaf(3, "# ÖVERSIKTSKARTA", label=(1, 1))]
    assert [part.title for part in split(leaves, SERIES).parts] == ["Kallelse", "Budget", "Översiktskarta"]


def test_letters_behind_the_lists_are_reported_and_each_begins_with_its_date_and_what_it_is() -> None:
    matters = (
        "1. Budget (PRO/2026:7)",
        "2. Delegationsbeslut (PRO/2026:1)",
        "3. Om läget",
        "4. Meddelanden (PRO/2026:2)",
    )
    call = "\n".join(("Kallelse", *matters))
    listed = "# Delegationsbeslut\nEnhet: Xenter\nDatum\tPunkt\tBeslut\tDelegat" + 6 * "\n2026-10-01\tE4\tResa\tChef"
    leaves = [
        _leaf(2, REPORT),
        _leaf(3, listed, fill=0.5),
        _leaf(4, "# Protokoll från ungdomsrådet\nText"),
        _leaf(5, "Provköping den 3 november 2026\nTill nämnden\n# Skrivelse från föreningen"),
        _leaf(6, "Kommunen\tPROTOKOLLSUTDRAG\nDatum 2026-11-03\n# Sammanträdesdagar 2027"),
    ]
    assert _kinds(split([_leaf(1, call), *leaves], SERIES))[2:] == [
        ("3", "delegationslista", None, "Enhet: Xenter"),
        ("4", "bilaga", 4, "Protokoll från ungdomsrådet"),
        ("5", "bilaga", 4, "Skrivelse från föreningen"),
        ("6", "bilaga", 4, "Sammanträdesdagar 2027"),
    ]
