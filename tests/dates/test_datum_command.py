import json
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.dates.examples import PROJECT_SCHEDULE, ROOT

TEXT = """\
Provnämnden: sammanträde torsdag 12 april 2018

lördag 23 december 2017: Tidig start
  110 dagar före sammanträdet torsdag 12 april 2018 är lördag 23 december 2017.
  Den dagen är lördag, men steget behåller sin dag.

tisdag 3 april 2018 kl. 12.00: Handlingar | till sekreteraren
  10 dagar före sammanträdet torsdag 12 april 2018 är måndag 2 april 2018. Den
  dagen är annandag påsk, därför gäller närmaste arbetsdag efter: tisdag 3 april
  2018.

måndag 9 april 2018 kl. 13.00–14.30: Samråd
  1 dag före sammanträdet torsdag 12 april 2018 är onsdag 11 april 2018.
  Ordningen sätter i stället måndag 9 april 2018. Skäl: Lokalen är upptagen.

torsdag 12 april 2018 kl. 18.30: Gruppmöte
  Samma dag som sammanträdet, torsdag 12 april 2018.

torsdag 26 april 2018: Justering
  14 dagar efter sammanträdet torsdag 12 april 2018 är torsdag 26 april 2018.
"""
FOLLOWING = """\

Protokollet justeras senast torsdag 26 april 2018
  Protokollet ska justeras senast 14 dagar efter sammanträdet torsdag 12 april
  2018, alltså torsdag 26 april 2018 enligt 5 kap. 69 § och 6 kap. 35 §
  kommunallagen (2017:725).

Justeringen anslås senast lördag 28 april 2018 (enligt söndagsregeln senast måndag 30 april 2018)
  Justeringen ska anslås senast andra dagen efter justeringen torsdag 26 april
  2018, alltså lördag 28 april 2018 enligt 8 kap. 12 § kommunallagen (2017:725).
  Den dagen är lördag; enligt söndagsregeln, 2 § lagen (1930:173) om beräkning
  av lagstadgad tid, senast måndag 30 april 2018.
"""


def test_every_step_with_its_explanation(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["datum", "--katalog", str(project), "--organ", "prov", "--sammanträde", "2018-04-12"]) == 0
    assert capsys.readouterr().out == TEXT + FOLLOWING


def test_a_day_outside_the_schedule_is_counted_and_that_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["datum", "--katalog", str(project), "--organ", "prov", "--sammantrade", "2018-04-19"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "Dagen står inte i sammanträdesordningen 2018; datumen är räknade efter dess regler."
    assert "onsdag 18 april 2018 kl. 13.00–14.30: Samråd" in lines


def test_a_moved_meeting_is_counted_from_the_day_it_is_held(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project / "meetings/prov/2018-04-12"
    folder.mkdir()
    moves = "flyttningar:\n  - {från: 2018-04-12, till: 2018-04-19, skäl: Valborg}\n"
    (folder / "kallelse.md").write_text(f"---\ndatum: 2018-04-19\nläge: planerat\n{moves}---\n", encoding="utf-8")
    assert main(["datum", "--katalog", str(project), "--organ", "prov", "--sammanträde", "2018-04-12"]) == 0
    assert capsys.readouterr().out.startswith("Provnämnden: sammanträde torsdag 19 april 2018\n")


def test_a_schedule_without_steps(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, tail = PROJECT_SCHEDULE.split("steg:")[0], "sammanträden:\n  - datum: 2018-04-12\n---\n"
    (project / "meetings/prov/sammantradesordning/2018.md").write_text(head + tail, encoding="utf-8")
    assert main(["datum", "--katalog", str(project), "--organ", "prov", "--sammanträde", "2018-04-12"]) == 0
    assert capsys.readouterr().out.splitlines()[1:4] == [
        "Sammanträdesordningen 2018 har inga steg.",
        "",
        "Protokollet justeras senast torsdag 26 april 2018",
    ]


def test_the_shipped_meeting_of_april_2018_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["datum", "--katalog", str(ROOT), "--organ", "avux", "--sammanträde", "2018-04-12", "--format", "json"]
    assert main(words) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["steg"], row["nominellt"], row["datum"], row["tid"], row["avvikelse"]) for row in rows] == [
        ("deadline_ordförandeberedning", "2018-03-26", "2018-03-26", "kl. 12.00", False),
        ("ordförandeberedning", "2018-04-02", "2018-04-03", "kl. 16.00–17.30", False),
        ("deadline_nämnd", "2018-04-04", "2018-04-04", "kl. 12.00", False),
        ("facklig_samverkan", "2018-04-11", "2018-04-09", "kl. 13.00–14.30", True),
        ("oppositionsberedning", "2018-04-09", "2018-04-09", "kl. 16.00–17.00", False),
    ]
    assert rows[1]["sammanträde"] == "2018-04-12"
    assert rows[1]["namn"] == "Ordförandeberedning"
    assert rows[1]["orsak"] == "annandag påsk"
    assert rows[1]["förklaring"] == (
        "10 dagar före sammanträdet torsdag 12 april 2018 är måndag 2 april 2018. "
        "Den dagen är annandag påsk, därför gäller närmaste arbetsdag efter: tisdag 3 april 2018."
    )


@pytest.mark.parametrize(
    ("meeting", "told"),
    [
        ("2018-02-30", "klubbat datum: 2018-02-30 finns inte i kalendern.\n"),
        ("12 april", 'klubbat datum: "12 april" är inget datum av formen ÅÅÅÅ-MM-DD.\n'),
        ("2019-04-11", "klubbat datum: prov har ingen sammanträdesordning för 2019. År som finns: 2018.\n"),
    ],
)
def test_wrong_use_is_told_in_swedish(
    meeting: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["datum", "--katalog", str(project), "--organ", "prov", "--sammanträde", meeting]) == 2
    assert capsys.readouterr().err == told
