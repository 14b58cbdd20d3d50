"""Numbers as Swedish texts write them."""

from __future__ import annotations

import pytest

from macros.texts.figures import Figure, for_programs, read


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("0", 0, ""),
        ("79", 79, ""),
        ("1 234,5", 1234.5, ""),
        ("1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567", 1234567, ""),
        ("12\N{NARROW NO-BREAK SPACE}000", 12000, ""),
        ("1234,50", 1234.5, ""),
        ("-2,7", -2.7, ""),
        ("−2,7", -2.7, ""),
        ("–2,7", -2.7, ""),
        ("+2,7", 2.7, ""),
        ("65 %", 65, "%"),
        ("65%", 65, "%"),
        ("3 000 kr", 3000, "kr"),
        (" -0,9 mnkr ", -0.9, "mnkr"),
    ],
)
def test_a_number_is_read_with_its_sign_and_unit(text: str, value: float, unit: str) -> None:
    assert read(text) == Figure(value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "–",
        "Helår",
        "ca 1 000",
        "1.5",
        "1.234",
        "1 23",
        "12 34",
        "8O",
        "oklart: 354",
        "2016-09-14",
        "1,2,3",
        "5 st.",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1 234,5", "1234,5"),
        ("8\N{NO-BREAK SPACE}000", "8000"),
        ("−1 000", "-1000"),
        ("+2,7", "2,7"),
        ("2016", "2016"),
        ("65 %", "65 %"),
        ("ca 1 000", "ca 1 000"),
        ("2016-09-14", "2016-09-14"),
        ("–", "–"),
        ("", ""),
    ],
)
def test_a_program_reads_numbers_without_spaces_and_all_else_as_written(text: str, written: str) -> None:
    assert for_programs(text) == written
