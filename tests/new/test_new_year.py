"""`klubbat ny år`: the days with their reasons, the plan, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.dates.examples import day
from tests.new.records import errors, files, made, ny, shipped

Out = pytest.CaptureFixture[str]


def test_a_year_of_the_shipped_board(tmp_path: Path, capsys: Out) -> None:
    root = shipped(tmp_path, "avux")
    before = files(root)
    assert ny(root, "år", "avux", "2019") == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "AVUX: förslag till sammanträden 2019\n"
        "  torsdag 17 januari    Vecka 3 som 2017 och 2018.\n"
        "  torsdag 14 februari   Vecka 7 som 2018; 2017 var det vecka 6. 4 veckor efter\n"
        "                        sammanträdet före.\n"
    )
    assert "\nAVUX: sammanträdesordning 2019 (föreslagen)\n\nSammanträde torsdag 17 januari 2019\n" in out
    assert "    → flyttad från måndag 31 december 2018: nyårsafton\n" in out
    assert out.endswith(
        "Skapade\n"
        "  meetings/avux/sammantradesordning/2019.md\n"
        "\n"
        "Att veta\n"
        "  - Ingen dag ligger i juli: inget tidigare år har haft sammanträde då.\n"
        "  - Avvikelserna 2018 är inte med: de gällde det årets dagar.\n"
        "  - Uppehållen i de stående mötena har flyttats till samma veckor eller datum.\n"
        "    Kontrollera dem.\n"
        "\n"
        "Gör så här nu\n"
        "  1. Läs meetings/avux/sammantradesordning/2019.md och rätta de dagar som ska\n"
        "     vara andra.\n"
        "  2. Se planen på nytt med klubbat plan avux 2019.\n"
        "  3. Skriv läge: beslutad och beslutad_i: när nämnden har beslutat.\n"
    )
    (text,) = made(root, before).values()
    days = [line.split(": ")[1] for line in text.splitlines() if line.startswith("  - datum: ")]
    assert days[0] == "2019-01-17"
    assert len(days) == 11
    assert text.startswith("---\når: 2019\n# Ett förslag. ")
    assert text.endswith("---\nOrdningen omfattar elva torsdagar. Dagarna ligger i samma veckor som 2018.\n")
    assert errors(root, day("Sunday 2026-03-01")) == []
    capsys.readouterr()
    assert main(["plan", "avux", "2019", "--katalog", str(root)]) == 0
