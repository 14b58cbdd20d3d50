"""`anslag.tsv` and `klubbat anslag`: what is up, what is new, and a ledger that only grows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from macros.record.ledgers import NOTICES
from tests.checks.case import SOUND

HEAD = "adress\tanslaget\tsista_dag\tavtryck\n"
ADDRESS = "anslagstavla/testnamnden-2026-02-05-4/"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The sound record."""
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_notices_that_are_up_are_shown_and_written_once(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["anslag", "--katalog", str(record), "--idag", "2026-03-01"]
    line = f"Testnämnden: /{ADDRESS} anslaget 2026-02-13, sista dag för överklagande 2026-03-06"
    assert main(words) == 0
    assert capsys.readouterr().out == f"{line} (nytt)\n"
    assert not (record / NOTICES.file).exists()
    assert main([*words, "--skriv"]) == 0
    assert capsys.readouterr().err == "1 anslag införda i anslag.tsv.\n"
    written = (record / NOTICES.file).read_text(encoding="utf-8")
    assert written.startswith(f"{HEAD}{ADDRESS}\t2026-02-13\t2026-03-06\t")
    assert main([*words, "--skriv"]) == 0
    assert capsys.readouterr().out == f"{line}\n"
    assert (record / NOTICES.file).read_text(encoding="utf-8") == written


def test_a_later_day_brings_it_down_by_itself(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["anslag", "--katalog", str(record), "--idag"]
    assert main([*words, "2026-03-06"]) == 0
    assert ADDRESS in capsys.readouterr().out
    assert main([*words, "2026-03-07"]) == 0
    assert capsys.readouterr().out == "Inga anslag sitter uppe 7 mars 2026.\n"


@pytest.mark.parametrize("command", ["anslag", "kontrollera"])
def test_a_notice_that_was_altered_is_refused(command: str, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--katalog", str(record), "--idag", "2026-03-01"]
    assert main(["anslag", *words, "--skriv"]) == 0
    capsys.readouterr()
    minutes = record / "meetings/testnamnden/2026-02-05/protokoll.md"
    minutes.write_text(minutes.read_text(encoding="utf-8").replace("02-13", "02-12"), encoding="utf-8")
    assert main([command, *words]) == 1
    captured = capsys.readouterr()
    assert f"fel[anslag-ändrat]: Anslaget /{ADDRESS} sattes upp 2026-02-13" in captured.out + captured.err


BAD = "fel[anslagslista]: Raden är inte adress, två datum och avtryck med tabb emellan."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff", "anslag.tsv: fel[anslagslista]: Filen är inte sparad som UTF-8."),
        (b"adress\n", "anslag.tsv:1:1: fel[anslagslista]: Första raden är inte kolumnernas namn."),
        (HEAD.encode() + b"a/\t2026-02-13\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"a/\t2026-02-30\t2026-03-06\t0123456789abcdef\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"\t2026-02-13\t2026-03-06\t0123456789abcdef\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"a/\t2026-02-13\t2026-03-06\t0123456789abcde\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"a/\t2026-02-13\t2026-03-06\t0123456789abcdeg\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"a/\t2026-02-13\t2026-03\t0123456789abcdef\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"a/\t2026-02-13\t2026-03-06\tABC\n", f"anslag.tsv:2:1: {BAD}"),
        (HEAD.encode() + b"\n\n", f"anslag.tsv:2:1: {BAD}"),
    ],
)
def test_a_damaged_ledger_is_told(content: bytes, told: str, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (record / NOTICES.file).write_bytes(content)
    assert main(["kontrollera", "--katalog", str(record), "--idag", "2026-03-01"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == told
