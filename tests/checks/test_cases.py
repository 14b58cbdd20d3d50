"""Each rule against its cases: what is printed is exactly what stands in `vantat.txt`, and good neighbours are silent."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.checks.case import (
    CASES,
    EXPECTED,
    FIRST,
    GOOD,
    PREPARED,
    findings,
    lay_out,
    names,
    put_a_board_before,
    quick_first,
)


@pytest.mark.parametrize("name", quick_first(names()))
def test_a_case_prints_exactly_what_is_expected(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(name, tmp_path, monkeypatch)
    # In one case of each rule a sound board stands before the one that has the fault.
    if name in FIRST:
        put_a_board_before(tmp_path)
    printed = findings(tmp_path)
    if os.environ.get("SKRIV_VANTAT"):
        (CASES / name / EXPECTED).write_text(printed, encoding="utf-8", newline="\n")
    assert printed == (CASES / name / EXPECTED).read_text(encoding="utf-8")


def _fault(name: str) -> str | None:
    """What the expected findings of a case lack, or hold too much of; None where they are right."""
    rule, case = name.split("/")
    expected = (CASES / name / EXPECTED).read_text(encoding="utf-8")
    if not case.startswith(GOOD):
        return None if re.search(rf"(?:fel|varning)\[{rule}\]", expected) else "holds no finding of its rule"
    if "fel[" in expected:
        return "holds an error"
    explained = expected.count("Förklaring i filen:")
    return None if expected.count("varning[") == explained else "holds a warning that is not explained"


def test_a_case_shows_its_rule_and_a_good_neighbour_does_not() -> None:
    assert {name: fault for name in names() if (fault := _fault(name))} == {}


def test_every_rule_with_a_case_has_a_good_neighbour() -> None:
    cases = [name.split("/") for name in names()]
    assert {rule for rule, _ in cases} == {rule for rule, case in cases if case.startswith(GOOD)}


def test_cases_that_code_finishes_exist() -> None:
    assert set(PREPARED) <= set(names())
