"""`klubbat utgivet` and the ledger of notices: what is up, what is new, and what may not change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from macros.record.ledgers import NOTICES

ADDRESS = "anslagstavla/testnamnden-2026-02-05-4/"


def test_notices_that_are_up_are_shown_and_written_once(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["utgivet", "--katalog", str(record), "--idag", "2026-03-01"]
    line = f"Testnämnden: /{ADDRESS} anslaget 2026-02-13, sista dag för överklagande 2026-03-06"
    assert main(words) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{line}\n")
    assert f"\nanslag: {ADDRESS}\n" in told
    assert not (record / NOTICES.file).exists()
    assert main([*words, "--skriv"]) == 0
    written = (record / NOTICES.file).read_text(encoding="utf-8")
    assert re.fullmatch(
        f"{NOTICES.head}\n{ADDRESS}\t1\t2026-03-01\t1:[0-9a-f]{{64}}\t2026-03-06\t\n(anslagstavla/testnamnden-.*\n)*",
        written,
    )
    capsys.readouterr()
    assert main([*words, "--skriv"]) == 0
    assert capsys.readouterr().out.startswith(f"{line}\n")
    assert (record / NOTICES.file).read_text(encoding="utf-8") == written


def test_a_later_day_brings_it_down_by_itself(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["utgivet", "--katalog", str(record), "--idag"]
    assert main([*words, "2026-03-06"]) == 0
    assert ADDRESS in capsys.readouterr().out
    assert main([*words, "2026-03-07"]) == 0
    assert ADDRESS not in capsys.readouterr().out.partition("adresser:")[0]


@pytest.mark.parametrize("command", ["utgivet", "kontrollera"])
def test_a_notice_that_was_altered_is_refused(command: str, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--katalog", str(record), "--idag", "2026-03-01"]
    assert main(["utgivet", *words, "--skriv"]) == 0
    capsys.readouterr()
    minutes = record / "meetings/testnamnden/2026-02-05/protokoll.md"
    minutes.write_text(minutes.read_text(encoding="utf-8").replace("02-13", "02-12"), encoding="utf-8")
    assert main([command, *words]) == 1
    captured = capsys.readouterr()
    assert (
        f"fel[anslag-ändrat]: Anslaget /{ADDRESS} är uppsatt och ska sitta uppe till och med 2026-03-06"
        in captured.out + captured.err
    )
