"""The agenda of a call as it is printed: matters, points, and what stands in other columns."""

from __future__ import annotations

import pytest

from build_scripts.imports.agenda import PrintedMatter, is_call, read_agenda
from macros.record.numbers import ItemNumber
from tests.imports.packet_run import CALL
from tests.imports.test_splitting import SERIES


def test_an_agenda() -> None:
    agenda = read_agenda(CALL.split("\n"), SERIES)
    assert agenda.rows == [
        PrintedMatter(ItemNumber(1), "Budget", "PRO/2026:7"),
        PrintedMatter(ItemNumber(2), "Svar på motion om lekplatser"),
        PrintedMatter(ItemNumber(3), "Sammanträdesordning 2027"),
    ]
    assert (agenda.points, agenda.time, agenda.venue) == (["Upprop"], "18:30", "Rådhuset")
    assert agenda.rest == ["Kallelse", "Provnämnden kallas till sammanträde", "Välkomna!"]


def test_every_case_number_of_a_call_is_a_matters_or_told() -> None:
    lines = [
        "1\tVal av justerare\tPRO/2026:1",
        "2\tBudget (PRO/2026:7)\tPRO/2026:8",
        "3\tSkola\tPRO/2026:9\tPRO/2026:10",
        "4 Övriga frågor PRO/2026:11",
    ]
    agenda = read_agenda(lines, SERIES)
    assert agenda.rows == [
        PrintedMatter(ItemNumber(2), "Budget", "PRO/2026:7"),
        PrintedMatter(ItemNumber(3), "Skola", "PRO/2026:9"),
    ]
    assert (agenda.points, agenda.read) == (["Val av justerare"], ["1. Val av justerare PRO/2026:1"])
    assert (agenda.beside, agenda.rest) == (["PRO/2026:8", "PRO/2026:10"], ["4. Övriga frågor PRO/2026:11"])


def test_matters_put_in_between_keep_their_letters() -> None:
    agenda = read_agenda(
        ["1. Budget", "2 Mål", "2a Mål för skolan", "2b) Mål för kulturen", "3.1 Del", "3 Val"], SERIES
    )
    assert [(str(row.number), row.title) for row in agenda.rows] == [
        ("1", "Budget"),
        ("2", "Mål"),
        ("2a", "Mål för skolan"),
        ("2b", "Mål för kulturen"),
        ("3", "Val"),
    ]
    assert agenda.rest == ["3.1 Del"]


def test_matters_that_are_lettered_are_numbered_in_their_order() -> None:
    agenda = read_agenda(["Upprop", "a) Budget", "b. Val av ombud", "d) Ej med", "c) Plan"], SERIES)
    assert [(str(row.number), row.title) for row in agenda.rows] == [
        ("1", "Budget"),
        ("2", "Val av ombud"),
        ("3", "Plan"),
    ]
    assert (agenda.points, agenda.rest) == (["Upprop"], ["d) Ej med"])
    numbered = read_agenda(["a) Ta med egen mugg", "1. Budget", "2. Plan"], SERIES)
    assert [row.title for row in numbered.rows] == ["Budget", "Plan"]


def test_headings_stand_with_the_matter_that_they_begin_with() -> None:
    lines = [
        "Beslutsärenden",
        "Upprop",
        "Beslutsärenden",
        "1. Budget",
        "Slutna ärenden",
        "Information",
        "2. Taxa",
        "3. Rapport",
    ]
    agenda = read_agenda([*lines, "Ärenden för kännedom"], SERIES)
    assert [row.heading for row in agenda.rows] == ["Beslutsärenden", "Information", None]
    assert agenda.points == ["Upprop"]
    assert agenda.rest == ["Beslutsärenden", "Slutna ärenden", "Ärenden för kännedom"]
    closed = read_agenda(["1. Budget", "Slutna ärenden", "2. Taxa"], SERIES)
    assert [row.heading for row in closed.rows] == [None, "Slutna ärenden"]


def test_a_row_that_ends_in_the_middle_goes_on_whatever_comes() -> None:
    agenda = read_agenda(["1. Översyn av lokaler i", "Norra Provby, PRO/2026:7", "2. Budget", "Norra skolan"], SERIES)
    assert [(row.title, row.case_number) for row in agenda.rows] == [
        ("Översyn av lokaler i Norra Provby", "PRO/2026:7"),
        ("Budget", None),
    ]
    assert agenda.rest == ["Norra skolan"]


def test_a_row_that_goes_on_keeps_the_number_that_stood_on_its_first_line() -> None:
    agenda = read_agenda(["1. Budget för 2027 (PRO/2026:7)", "och mål"], SERIES)
    assert agenda.rows == [PrintedMatter(ItemNumber(1), "Budget för 2027 och mål", "PRO/2026:7")]


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


def test_numbered_points_are_points_and_the_matters_keep_their_numbers() -> None:
    lines = ["1. Upprop", "2. Val av justerare", "3. Budget", "Föredragande: ekonomen", "inte med", "4. Övriga frågor"]
    agenda = read_agenda(lines, SERIES)
    assert agenda.points == ["Upprop", "Val av justerare"]
    assert [(str(row.number), row.title) for row in agenda.rows] == [("3", "Budget")]
    assert agenda.read == ["1. Upprop", "2. Val av justerare"]
    assert agenda.rest == ["Föredragande: ekonomen", "inte med", "4. Övriga frågor"]


def test_a_number_below_its_row_is_the_rows_and_a_pages_number_is_no_row() -> None:
    agenda = read_agenda(["1 (1)", "1. Budget", "Dnr: PRO/2026:7", "PRO/2026:8", "2. Val"], SERIES)
    assert [(row.title, row.case_number) for row in agenda.rows] == [("Budget", "PRO/2026:7"), ("Val", None)]
    assert agenda.rest == ["1 (1)", "PRO/2026:8"]


@pytest.mark.parametrize(
    ("line", "title", "beside"),
    [
        ("1\tBudget 2027\tPRO/2026:7\tEkonomen\t13.10", "Budget 2027", ["Ekonomen", "13.10"]),
        ("1.\tPRO/2026:7\tBudget 2027", "Budget 2027", []),
        ("1.\t13.10\tBudget 2027\tPRO/2026:7", "Budget 2027", ["13.10"]),
        ("1 Budget 2027 (PRO/2026:7)\tsid 4", "Budget 2027", ["sid 4"]),
        ("1 Budget 2027 PRO/2026:7 .......... 12", "Budget 2027", ["12"]),
        ("1. Budget 2027 PRO/2026:7\t12", "Budget 2027", ["12"]),
        ("1. Budget 2027\nDiarienummer PRO/2026:7", "Budget 2027", []),
    ],
)
def test_what_stands_in_other_columns_is_no_part_of_the_title(line: str, title: str, beside: list[str]) -> None:
    agenda = read_agenda(line.split("\n"), SERIES)
    assert [(row.title, row.case_number) for row in agenda.rows] == [(title, "PRO/2026:7")]
    assert agenda.beside == beside


def test_points_stand_below_their_heading_and_those_who_call_and_may_have_a_page() -> None:
    above = [
        "Tid\tPlats",
        "12 maj 2026 kl. 13.00\tRådhuset, sal 4",
        "Ordförande\tSekreterare",
        "Alma Rönn (S)\tOlle Berg",
    ]
    lines = [*above, "Inledande punkter", "Upprop ........ 3", "1. Budget"]
    agenda = read_agenda(lines, SERIES)
    assert (agenda.points, agenda.time, agenda.venue) == (["Upprop"], "13:00", "Rådhuset, sal 4")
    assert agenda.rest == [*above[2:], "Inledande punkter"]


def test_points_have_other_columns_too() -> None:
    agenda = read_agenda(["Nr\tÄrende\tTid", "Upprop\tOrdföranden\t13.00", "1\tBudget\tEkonomen\t13.10"], SERIES)
    assert (agenda.points, agenda.read) == (["Upprop"], ["Upprop\tOrdföranden\t13.00"])
    assert agenda.beside == ["Ekonomen", "13.10", "Nr\tÄrende\tTid"]


@pytest.mark.parametrize(
    ("lines", "calls"),
    [
        ("Kallelse", True),
        ("KALLELSE/FÖREDRAGNINGSLISTA", True),
        ("Provkommunen\tKallelse och föredragningslista", True),
        ("Ärendelista Provnämnden 2026-12-10", True),
        ("Kallelsen skickas i god tid", False),
        ("Nämnden kallas till sammanträde torsdag", True),
        ("Till ledamöter och ersättare\n1. Budget\n2. Val\n3. Plan", True),
        ("Till ledamöter och ersättare\n1. Budget\n2. Val", False),
        ("Sammanträdet börjar kl. 13\n1. Budget\n2. Val\n3. Plan\nFörslag till beslut", False),
        ("Rapport\n1. Budget\n2. Val\n3. Plan", False),
    ],
)
def test_a_call_is_told_by_its_name_or_by_its_agenda(lines: str, calls: bool) -> None:
    assert is_call(lines.split("\n")) is calls


def test_paragraphs_begin_at_any_number() -> None:
    agenda = read_agenda(["Ärende\tDnr", "§ 88\tBudget\tPRO/2026:7", "§ 89\tVal"], SERIES)
    assert [(str(row.number), row.title) for row in agenda.rows] == [("88", "Budget"), ("89", "Val")]
    assert read_agenda(["§ 88 Budget", "Text."], SERIES).rows == []


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["1. Budget", "2. Val", "4. Plan", "5. Taxa"], ["1", "2", "4", "5"]),
        (["1. Budget", "2. Val", "5. Långt bort"], ["1", "2"]),
        (["1 Budget", "2 Val", "4 december är det jul snart"], ["1", "2"]),
        (["1. Budget", "3. Före", "2. Val"], ["1", "2"]),
    ],
)
def test_a_number_that_was_taken_off_the_list_is_passed_over(lines: list[str], numbers: list[str]) -> None:
    assert [str(row.number) for row in read_agenda(lines, SERIES).rows] == numbers


def test_matters_without_numbers_on_the_list_have_their_case_numbers() -> None:
    lines = [
        "Upprop",
        "Ärende\tDnr",
        "Budget\tPRO/2026:7\t13.10",
        "Beslutsärenden",
        "Val\tPRO/2026:8",
        "Tack\tPRO/2026:9",
    ]
    agenda = read_agenda(lines, SERIES)
    assert [(str(row.number), row.title, row.case_number, row.heading) for row in agenda.rows] == [
        ("1", "Budget", "PRO/2026:7", None),
        ("2", "Val", "PRO/2026:8", "Beslutsärenden"),
        ("3", "Tack", "PRO/2026:9", None),
    ]
    assert (agenda.points, agenda.beside) == (["Upprop"], ["13.10", "Ärende\tDnr"])
    assert read_agenda(lines[:5], SERIES).rows == []


def test_a_title_between_matters_with_case_numbers_is_a_matter_without_one() -> None:
    lines = [
        "Budget\tPRO/2026:7",
        "Information om skolan",
        "Bilaga: Karta",
        "Val\tPRO/2026:8",
        "Tack\tPRO/2026:9",
        "Vi ses",
    ]
    agenda = read_agenda(lines, SERIES)
    assert [(row.title, row.case_number) for row in agenda.rows] == [
        ("Budget", "PRO/2026:7"),
        ("Information om skolan", None),
        ("Val", "PRO/2026:8"),
        ("Tack", "PRO/2026:9"),
    ]
    assert agenda.rest == ["Bilaga: Karta", "Vi ses"]


def test_numbered_headings_stand_with_what_is_numbered_below_them() -> None:
    lines = ["1 Öppnande", "1.1 Upprop", "2 Beslutsärenden", "2.1 Budget", "2.2 Val", "3 Lokaler", "3.1 Skolan"]
    agenda = read_agenda(lines, SERIES)
    assert [(str(row.number), row.title, row.heading) for row in agenda.rows] == [
        ("2.1", "Budget", "Beslutsärenden"),
        ("2.2", "Val", None),
        ("3", "Lokaler", None),
        ("3.1", "Skolan", None),
    ]
    assert agenda.points == ["Upprop"]


def test_the_heads_of_columns_part_no_points_from_the_matters() -> None:
    agenda = read_agenda(["Upprop", "Val av justerare", "Ärende\tSida", "1. Budget"], SERIES)
    assert (agenda.points, agenda.beside) == (["Upprop", "Val av justerare"], ["Ärende\tSida"])


def test_numbered_opening_points_of_two_things_are_points() -> None:
    agenda = read_agenda(["1. Upprop och val av justerare", "2. Anmälan av jäv", "3. Budget"], SERIES)
    assert (agenda.points, [row.title for row in agenda.rows]) == (
        ["Upprop och val av justerare", "Anmälan av jäv"],
        ["Budget"],
    )


def test_hour_and_place_are_read_from_the_sentence_that_calls() -> None:
    line = "Nämnden kallas till sammanträde den 10 december klockan 13.00 i Rådhuset, sal A."
    agenda = read_agenda([line, "1. Budget"], SERIES)
    assert (agenda.time, agenda.venue, agenda.read) == ("13:00", "Rådhuset, sal A", [line])
    assert read_agenda(["Onsdagen den 9 december 2026 kl. 18.00", "1. Budget"], SERIES).time == "18:00"
    assert read_agenda(["Sammanträdestid\t2026-12-09 kl. 18:00", "1. Budget"], SERIES).time == "18:00"
    broken = read_agenda([*line.replace(" klockan", "\nklockan").split("\n"), "1. Budget"], SERIES)
    assert (broken.time, broken.venue, broken.read) == ("13:00", "Rådhuset, sal A", [line])


def test_a_text_without_numbered_matters_has_no_points() -> None:
    agenda = read_agenda(["Kallelse", "Plats: Rådhuset", "Upprop", "Vi ses!"], SERIES)
    assert (agenda.rows, agenda.points, agenda.rest) == ([], [], ["Kallelse", "Upprop", "Vi ses!"])
