"""`klubbat delegation`: each decision of the lists is counted once, with the days until the body was told of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.exports.test_attendance import rows
from tests.pages.records import SMALL, record

HOME = "parknamnden/2026-03-12/delegationsbeslut"
LIST = """---
enhet: Parkenheten
månad: 2026-02
beslut:
  - datum: 2026-02-02
    punkt: P1
    beslut: Ett träd.
  - datum: 2026-02-10
    punkt: P1
    beslut: Ett träd till.
  - datum: 2026-02-20
    punkt: P1
    beslut: Ett tredje.
    {more}
  - datum: 2026-02-25
    beslut: Utan punkt.
---
"""


def told(root: Path, today: str = "2026-03-20", more: str = "delegat: Parkchef") -> list[list[str]]:
    files = {name: text for name, text in SMALL.items() if "/delegationsbeslut/" not in name}
    record(root, {**files, f"{HOME}/2026-02-parkenheten.md": LIST.format(more=more)})
    assert main(["delegation", "parknamnden", "2026", "--katalog", str(root), "--idag", today]) == 0
    return [list(one.values()) for one in rows(root / "utskick/delegation-parknamnden-2026.csv")]


def test_decisions_are_counted_by_point_and_month(tmp_path: Path) -> None:
    days = [(dt.date(2026, 3, 12) - dt.date(2026, 2, day)).days for day in (2, 10, 20, 25)]
    assert days == [38, 30, 20, 15]
    assert told(tmp_path) == [
        ["2026-02", "Parkenheten", "P1", "3", "3", "30", "38"],
        ["2026-02", "Parkenheten", "", "1", "1", "15", "15"],
    ]


def test_what_is_not_reported_yet_has_no_days(tmp_path: Path) -> None:
    assert told(tmp_path, today="2026-03-11")[0][3:] == ["3", "0", "", ""]


def test_what_was_withdrawn_is_not_counted_and_a_half_is_written_with_a_comma(tmp_path: Path) -> None:
    withdrawn = "tillbakadragen: 2026-03-15\n    skäl: personuppgifter"
    assert told(tmp_path, more=withdrawn)[0][3:] == ["2", "2", "34", "38"]
    assert told(tmp_path / "b", more="brådskande: ja\n  - datum: 2026-02-21\n    punkt: P1\n    beslut: Sist.")[0][
        3:
    ] == [
        "4",
        "4",
        "25",
        "38",
    ]


WRONG = [
    ("parknamnden", "2027", "har inga delegationsbeslut i listor för 2027"),
    ("parknamnden", "2026-13", "är ingen period"),
    ("parknamden", "2026", "Menade du parknamnden?"),
]


@pytest.mark.parametrize(("body", "period", "said"), WRONG)
def test_what_cannot_be_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, period: str, said: str
) -> None:
    record(tmp_path, SMALL)
    assert main(["delegation", body, period, "--katalog", str(tmp_path), "--idag", "2026-03-20"]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "utskick").exists()
