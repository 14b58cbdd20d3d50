"""The clock in minutes: hours, adjournments where they belong, who came and went; nothing more is claimed than is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.held import CALL, HELD, MINUTES
from tests.pages.html import Fragment
from tests.pages.records import TODAY, built

PROTOCOL = "parknamnden/2026-02-12/protokoll/"

TIMED = MINUTES.replace(
    "närvarande:\n",
    """tid: 18:00-00:40
ajourneringar:
  - tid: 18:40-18:50
  - tid: 19:00-19:10
    efter_paragraf: 1
  - tid: 23:55-00:05
    under_paragraf: 5
närvarande:
""",
    1,
).replace("    - namn: Bo Al\n", "    - namn: Bo Al\n      från: 18:30\n", 1)


def _lines(root: Path, address: str, files: dict[str, str]) -> list[str]:
    found = Fragment(built(root, files, TODAY)[address].html).lines
    return [one.replace("\N{NO-BREAK SPACE}", " ") for one in found]


def _with(minutes: str, call: str = CALL) -> dict[str, str]:
    return {
        **HELD,
        "parknamnden/2026-02-12/protokoll.md": minutes,
        "parknamnden/2026-02-12/kallelse.md": call,
    }


def test_hours_and_breaks_stand_where_they_belong(tmp_path: Path) -> None:
    lines = _lines(tmp_path, PROTOCOL, _with(TIMED))
    at = lines.index("Tid")
    assert lines[at : at + 4] == [
        "Tid",
        "torsdag 12 februari 2026 kl. 18.00–00.40",
        "Ajournering kl. 18.40–18.50",
        "Närvarande",
    ]
    after = lines.index("Sammanträdet ajournerades kl. 19.00–19.10.")
    assert (lines[after - 1], lines[after + 1]) == ("Protokollsutdrag § 1 · Länk till § 1", "§ 2 Nya bänkar")
    during = lines.index("Under paragrafen ajournerades sammanträdet kl. 23.55–00.05.")
    assert lines[during + 1] == "Protokollsutdrag § 5 · Länk till § 5"


def test_a_break_to_another_day_names_both(tmp_path: Path) -> None:
    call = CALL.replace("tid: 18:00\n", "tid: 18:00\nfler_dagar:\n  - datum: 2026-02-19\n")
    minutes = MINUTES.replace(
        "närvarande:\n",
        "tid: [18:00-21:30, 09:00-10:15]\najourneringar:\n  - tid: 21:30-09:00\n    datum: 2026-02-12\n"
        "    till_datum: 2026-02-19\n    efter_paragraf: 2\n  - tid: 09:30-09:40\n    datum: 2026-02-19\nnärvarande:\n",
        1,
    )
    lines = _lines(tmp_path, PROTOCOL, _with(minutes, call))
    assert "Protokoll torsdag 12 och torsdag 19 februari 2026" in lines
    assert "Sammanträdet ajournerades torsdag 12 februari kl. 21.30 till torsdag 19 februari kl. 09.00." in lines
    assert "Ajournering torsdag 19 februari kl. 09.30–09.40" in lines


def test_who_came_by_the_clock_is_counted_in_no_paragraph(tmp_path: Path) -> None:
    pages = built(tmp_path, _with(TIMED), TODAY)
    lines = [one.replace("\N{NO-BREAK SPACE}", " ") for one in Fragment(pages[PROTOCOL].html).lines]
    assert "Bo Al (M), från kl. 18.30" in lines
    extract = [one.replace("\N{NO-BREAK SPACE}", " ") for one in Fragment(pages[f"{PROTOCOL}1/"].html).lines]
    assert extract[extract.index("Beslutande") + 1] == "Alma Ek (S), Cia Rönn (S) och Dan Lind (M)"
    at = extract.index("Med under en del av sammanträdet")
    assert extract[at + 1] == "Bo Al (M), från kl. 18.30. Protokollet säger inte om det gäller hela paragrafen."


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("paragrafer: 1-2, 4-5", "§§ 1–2, 4–5"),
        ("paragrafer: 1, del av 2", "§ 1 och en del av § 2"),
        ("paragrafer: del av § 2 och del av 4", "en del av § 2 och en del av § 4"),
        ("från_paragraf: 2\n      från: 18:30", "från § 2, från kl. 18.30"),
        ("till: 19:00", "till kl. 19.00"),
        ("från: 18:30\n      till: 00:10", "kl. 18.30–00.10"),
        ("datum: 2026-02-12\n      från: 18:30", "torsdag 12 februari från kl. 18.30"),
    ],
)
def test_when_somebody_was_there_is_said_as_it_is_written(keys: str, said: str, tmp_path: Path) -> None:
    minutes = MINUTES.replace("    - namn: Alma Ek\n", f"    - namn: Alma Ek\n      {keys}\n", 1)
    assert f"Alma Ek (S), ordförande, {said}" in _lines(tmp_path, PROTOCOL, _with(minutes))


def test_two_rows_of_one_person_are_one_meeting_on_the_persons_page(tmp_path: Path) -> None:
    rows = "    - namn: Bo Al\n      paragrafer: 1\n    - namn: Bo Al\n      från_paragraf: 3\n"
    minutes = MINUTES.replace("    - namn: Bo Al\n", rows, 1)
    lines = _lines(tmp_path, "parknamnden/ledamoter/bo-al/", _with(minutes))
    assert [one for one in lines if "från § 3" in one] == ["Ledamot, § 1, från § 3"]
