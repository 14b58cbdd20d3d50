"""`klubbat datum` without a body: the days that follow by law on a meeting, an approval or a notice."""

import json

import pytest

from build_scripts.__main__ import main
from tests.dates.examples import day
from tests.dates.test_after_meeting import VECTORS

POSTED = """\
Sista dag för överklagande: tisdag 7 april 2026
  Beslutet blev anslaget fredag 13 mars 2026. Tiden för överklagande är tre
  veckor, alltså till och med fredag 3 april 2026 enligt 13 kap. 5 §
  kommunallagen (2017:725). Den dagen är långfredagen, därför är sista dagen
  tisdag 7 april 2026 enligt 2 § lagen (1930:173) om beräkning av lagstadgad
  tid.

Anslaget tas ned tidigast onsdag 8 april 2026
  Anslaget ska sitta uppe tills tiden för överklagande har gått ut, enligt 8
  kap. 12 § kommunallagen (2017:725).

Laga kraft tidigast onsdag 8 april 2026
  Det gäller om ingen har överklagat; en person måste bekräfta det.
"""
APPROVED = """\
Justeringen anslås senast lördag 28 april 2018 (enligt söndagsregeln senast måndag 30 april 2018)
  Justeringen ska anslås senast andra dagen efter justeringen torsdag 26 april
  2018, alltså lördag 28 april 2018 enligt 8 kap. 12 § kommunallagen (2017:725).
  Den dagen är lördag; enligt söndagsregeln, 2 § lagen (1930:173) om beräkning
  av lagstadgad tid, senast måndag 30 april 2018.
"""
MET = """\
Protokollet justeras senast torsdag 14 maj 2026 (enligt söndagsregeln senast fredag 15 maj 2026)
  Protokollet ska justeras senast 14 dagar efter sammanträdet torsdag 30 april
  2026, alltså torsdag 14 maj 2026 enligt 5 kap. 69 § och 6 kap. 35 §
  kommunallagen (2017:725). Den dagen är Kristi himmelsfärdsdag; enligt
  söndagsregeln, 2 § lagen (1930:173) om beräkning av lagstadgad tid, senast
  fredag 15 maj 2026.

Justeringen anslås senast lördag 16 maj 2026 (enligt söndagsregeln senast måndag 18 maj 2026)
  Justeringen ska anslås senast andra dagen efter justeringen torsdag 14 maj
  2026, alltså lördag 16 maj 2026 enligt 8 kap. 12 § kommunallagen (2017:725).
  Den dagen är lördag; enligt söndagsregeln, 2 § lagen (1930:173) om beräkning
  av lagstadgad tid, senast måndag 18 maj 2026.
"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--anslaget", "2026-03-13"], POSTED),
        (["--justerat", "2018-04-26"], APPROVED),
        (["--sammanträde", "2026-04-30"], MET),
        (["--sammantrade", "2026-04-30"], MET),
    ],
    ids=["posted Friday 2026-03-13", "approved Thursday 2018-04-26", "met Thursday 2026-04-30", "the ASCII twin"],
)
def test_each_day_is_told_with_its_explanation(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["datum", *words]) == 0
    assert capsys.readouterr().out == told


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str | None]:
    assert main(["datum", *words, "--format", "json"]) == 0
    found: dict[str, str | None] = json.loads(capsys.readouterr().out)
    return found


def test_a_notice_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(capsys, "--anslaget", "2026-03-13") == {
        "sista_dag_för_överklagande": "2026-04-07",
        "nominell_dag": "2026-04-03",
        "orsak": "långfredagen",
        "tas_ned_tidigast": "2026-04-08",
        "laga_kraft_tidigast": "2026-04-08",
    }


@pytest.mark.parametrize(("posted", "last"), VECTORS, ids=str)
def test_every_vector_as_json(posted: str, last: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "--anslaget", day(posted).isoformat())
    assert found["sista_dag_för_överklagande"] == day(last).isoformat()


def test_a_joint_board_counts_from_the_last_of_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "--anslaget", "2018-06-01", "2018-04-19", "2018-05-14")
    assert found["sista_dag_för_överklagande"] == "2018-06-25"


def test_a_meeting_and_an_approval_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    notice = {
        "senast_anslaget": "2026-12-26",
        "anslaget_enligt_söndagsregeln": "2026-12-28",
        "anslaget_orsak": "annandag jul",
    }
    assert _json(capsys, "--justerat", "2026-12-24") == notice
    assert _json(capsys, "--sammanträde", "2026-12-10") == {
        "senast_justerat": "2026-12-24",
        "justerat_enligt_söndagsregeln": "2026-12-28",
        "justerat_orsak": "julafton",
        **notice,
    }
    assert _json(capsys, "--justerat", "2026-03-02") == {
        "senast_anslaget": "2026-03-04",
        "anslaget_enligt_söndagsregeln": None,
        "anslaget_orsak": None,
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--anslaget", "2026-02-30"], "klubbat datum: 2026-02-30 finns inte i kalendern.\n"),
        (["--justerat", "igår"], 'klubbat datum: "igår" är inget datum av formen ÅÅÅÅ-MM-DD.\n'),
        (
            ["--anslaget", "2026-03-13", "--organ", "avux"],
            "klubbat datum: --organ hör ihop med --sammanträde; de andra dagarna räknas lika för alla organ.\n",
        ),
    ],
)
def test_wrong_use_is_told_in_swedish(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["datum", *words]) == 2
    assert capsys.readouterr().err == told


def test_the_last_days_of_the_calendar_do_not_stop_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(capsys, "--anslaget", "9999-12-31")["sista_dag_för_överklagande"] == "9999-12-31"
