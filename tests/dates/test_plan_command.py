import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.__main__ import main
from tests.dates.examples import PRINTED, PROJECT_SCHEDULE, ROOT


def avux(
    year: str, file: str, capsys: pytest.CaptureFixture[str], option: str = "--jämför"
) -> tuple[int, list[dict[str, Any]]]:
    code = main(["plan", "avux", year, "--katalog", str(ROOT), "--format", "json", option, str(PRINTED / file)])
    return code, json.loads(capsys.readouterr().out)


def found(rows: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    return [
        (row["sammanträde"] or "", row["steg"], row["tryckt"] or row["datum"], row["bedömning"])
        for row in rows
        if row["bedömning"] != "stämmer"
    ]


def test_the_shipped_2018_schedule_against_its_printed_plan(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = avux("2018", "avux-2018-plan.tsv", capsys)
    assert code == 1
    assert len(rows) == 55
    assert found(rows) == [
        ("2018-01-18", "deadline_ordförandeberedning", "2018-01-02", "rätt flyttad"),
        ("2018-04-12", "ordförandeberedning", "2018-04-03", "rätt flyttad"),
        ("2018-04-12", "facklig_samverkan", "2018-04-09", "avviker från regeln"),
        ("2018-05-17", "oppositionsberedning", "2018-05-14", "stjärna utan grund"),
        ("2018-05-17", "facklig_samverkan", "2018-05-15", "avviker från regeln"),
    ]
    assert all(
        row["orsak"].endswith("ordningen sätter samma dag för hand") for row in rows if row["bedömning"][0] == "a"
    )


def test_the_shipped_2018_schedule_against_its_printed_standing_meetings(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = avux("2018", "avux-2018-standing.tsv", capsys)
    assert code == 1
    days = {"03": (2, 9, 16, 23, 30), "04": (7, 14, 21, 28), "05": (4, 11, 18, 25), "10": (4,)}
    assert found(rows) == [
        *(("", "förvaltningsberedning", f"2018-{day}", "på helgdag") for day in ("01-01", "04-02", "12-24", "12-31")),
        ("", "fb", "2018-06-06", "på helgdag"),
        *(("", "ksb", f"2018-{month}-{day:02}", "fel veckodag") for month in days for day in days[month]),
    ]


def test_the_shipped_2017_schedule_against_its_printed_plan(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = avux("2017", "avux-2017-schedule.tsv", capsys, "--jamfor")
    assert code == 1
    assert len(rows) == 22
    assert [row for row in rows if row["bedömning"] != "stämmer"] == [
        {
            "sammanträde": "2017-01-19",
            "steg": "ordförandeberedning",
            "nominellt": "2017-01-02",
            "datum": "2017-01-02",
            "orsak": "måndag; regeln ger måndag 2 januari 2017; 10 dagar före i stället för 17 dagar före; "
            "ordningen sätter samma dag för hand",
            "tryckt": "2017-01-09",
            "bedömning": "avviker från regeln",
        }
    ]


PLAN_TEXT = """\
Provnämnden: sammanträdesordning 2018 (beslutad)

Sammanträde torsdag 12 april 2018
  lördag 23 december 2017                   Tidig start
    → behålls fast dagen är lördag
  tisdag 3 april           kl. 12.00        Handlingar | till sekreteraren
    → flyttad från måndag 2 april: annandag påsk
  måndag 9 april           kl. 13.00–14.30  Samråd
    → avvikelse i ordningen; regeln ger onsdag 11 april
  Samma dag
  torsdag 12 april         kl. 18.30        Gruppmöte
  Efter sammanträdet
  torsdag 26 april                          Justering

Stående möten
  Avstämning: måndagar kl. 09.00–10.00, 5 gånger
    på helgdag: måndag 2 april (annandag påsk)

Avvikelser i ordningen
  Samråd, sammanträdet torsdag 12 april
    måndag 9 april i stället för onsdag 11 april
    Skäl: Lokalen är upptagen.
"""


def test_the_plan_as_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "PROV", "2018", "--katalog", str(project)]) == 0
    assert capsys.readouterr().out == PLAN_TEXT


COMPARISON_TEXT = """
Jämförelse med tryckt.tsv
  2 datum jämförda
    rätt flyttad: 1
    avviker från regeln: 1
  utan kolumn i filen: Tidig start, Gruppmöte och Justering

Rätt flyttade
  tisdag 3 april: Handlingar | till sekreteraren, sammanträdet torsdag 12 april
    rätt flyttad: annandag påsk

Skillnader
  måndag 9 april: Samråd, sammanträdet torsdag 12 april
    avviker från regeln: måndag; regeln ger onsdag 11 april 2018; 3 dagar före i
      stället för 1 dag före; ordningen sätter samma dag för hand

1 skillnad mot regeln.
"""


def test_the_comparison_as_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = project / "tryckt.tsv"
    printed.write_text("sammantrade\thandlingar\tsamrad\n2018-04-12\t2018-04-03*\t2018-04-09\n", encoding="utf-8")
    assert main(["plan", "prov", "2018", "--katalog", str(project), "--jämför", str(printed)]) == 1
    assert capsys.readouterr().out == PLAN_TEXT + COMPARISON_TEXT


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "sammantrade\thandlingar\tsamrad\n2018-04-12\t2018-04-03*\t2018-04-11\n",
            "Den tryckta planen stämmer med regeln.",
        ),
        ("\ufeffmonth\tavstamning_x\r\n2018-04\t9,16,23,30\r\n", "Den tryckta planen stämmer med regeln."),
    ],
)
def test_a_plan_that_agrees(text: str, last: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = project / "tryckt.tsv"
    printed.write_text(text, encoding="utf-8")
    assert main(["plan", "prov", "2018", "--katalog", str(project), "--jämför", str(printed)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == last


ROWS = [
    ["2018-04-12", "tidigt", "2017-12-23", "2017-12-23", "lördag", "", ""],
    ["2018-04-12", "handlingar", "2018-04-02", "2018-04-03", "annandag påsk", "", ""],
    ["2018-04-12", "samråd", "2018-04-11", "2018-04-09", "Lokalen är upptagen.", "", ""],
    ["2018-04-12", "gruppmöte", "2018-04-12", "2018-04-12", "", "", ""],
    ["2018-04-12", "justering", "2018-04-26", "2018-04-26", "", "", ""],
    ["", "avstämning", "2018-04-02", "2018-04-02", "annandag påsk", "", ""],
    *(["", "avstämning", f"2018-04-{day:02}", f"2018-04-{day:02}", "", "", ""] for day in (9, 16, 23, 30)),
]
KEYS = ["sammanträde", "steg", "nominellt", "datum", "orsak", "tryckt", "bedömning"]


def test_the_plan_as_json_csv_and_markdown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = {}
    for form in ("json", "csv", "md"):
        assert main(["plan", "prov", "2018", "--katalog", str(project), "--format", form]) == 0
        printed[form] = capsys.readouterr().out
    assert json.loads(printed["json"]) == [dict(zip(KEYS, [cell or None for cell in row], strict=True)) for row in ROWS]
    assert list(csv.reader(io.StringIO(printed["csv"]))) == [KEYS, *ROWS]
    assert printed["md"].splitlines()[:3] == [
        "| Sammanträde | Steg | Nominellt | Datum | Orsak | Tryckt | Bedömning |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| 2018-04-12 | tidigt | 2017-12-23 | 2017-12-23 | lördag |  |  |",
    ]
    assert len(printed["md"].splitlines()) == len(ROWS) + 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["prov", "2019"], "klubbat plan: prov har ingen sammanträdesordning för 2019. År som finns: 2018.\n"),
        (["prv", "2018"], 'klubbat plan: organet "prv" finns inte. Menade du prov? Organ som finns: prov.\n'),
        (["kultur", "2018"], 'klubbat plan: organet "kultur" finns inte. Organ som finns: prov.\n'),
        (["prov", "i år"], 'klubbat plan: ÅR: "i år" är inget år; skriv fyra siffror, till exempel 2019.\n'),
        (["prov", "²018"], 'klubbat plan: ÅR: "²018" är inget år; skriv fyra siffror, till exempel 2019.\n'),
        (
            ["prov", "2018", "--jämför", "saknas.tsv"],
            "klubbat plan: saknas.tsv går inte att använda: den finns inte.\n",
        ),
        (["prov", "2018", "--jämför", "."], "klubbat plan: . går inte att använda: det är en mapp, ingen fil.\n"),
        (
            ["prov", "2018", "--jämför", "latin.tsv"],
            "klubbat plan: den tryckta planen kan inte läsas.\nlatin.tsv:2: Filen är inte skriven i UTF-8.\n"
            "  Gör så här: spara den på nytt med teckenkodningen UTF-8.\n",
        ),
        (
            ["prov", "2018", "--jämför", "fel.tsv"],
            "klubbat plan: den tryckta planen kan inte läsas.\n"
            'fel.tsv:2: "snart" är inget datum av formen ÅÅÅÅ-MM-DD.\n'
            "  Gör så här: skriv år, månad och dag, till exempel 2018-03-12, med * när dagen är flyttad.\n"
            "fel.tsv:3: Sammanträdet 2017-04-13 ligger inte i 2018.\n"
            "  Gör så här: jämför med rätt års plan.\n",
        ),
    ],
)
def test_wrong_use_is_told_in_swedish(
    words: list[str], told: str, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    (project / "latin.tsv").write_bytes("sammantrade\tsamrad\nmåndag\t\n".encode("latin-1"))
    (project / "fel.tsv").write_text("sammantrade\tsamrad\n2018-04-12\tsnart\n2017-04-13\t\n", encoding="utf-8")
    assert main(["plan", *words]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", told)


def test_a_schedule_that_cannot_be_read_is_told_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "meetings/prov/sammantradesordning/2018.md"
    path.write_text(PROJECT_SCHEDULE.replace("läge: beslutad", "läge: beslutat"), encoding="utf-8")
    assert main(["plan", "prov", "2018", "--katalog", str(project)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "klubbat plan: filen kan inte läsas."
    assert lines[1].startswith("meetings/prov/sammantradesordning/2018.md:3:7: fel[okänt-värde]")


def test_no_record_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "avux", "2018", "--katalog", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "klubbat plan: det finns inga organ här. Stå i projektets mapp, eller ange den med --katalog.\n"
    )
