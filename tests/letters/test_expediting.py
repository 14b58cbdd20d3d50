"""Sending decisions: each receiver gets its own paragraphs, what was sent is noted where it stands, and what was not is told."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from build_scripts.__main__ import main
from build_scripts.exports.pdf import documents
from macros.facts.day import Day
from macros.facts.expediting import sendings, waiting
from macros.facts.frozen import frozen
from macros.planning.due import due
from macros.record.archive import Archive
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY
from tests.exports.pdf_files import ReadPdf
from tests.letters.test_letters import opened, text_of
from tests.site.projects import write

MINUTES = "meetings/testnamnden/2026-02-05/protokoll.md"
DECISION = "      - Nämnden öppnar badhuset varje dag.\n"
RECEIVERS = "    expedieras_till: [Fritidsenheten, organ:testnamnden, enskild]\n"
NOTED = "    expedierat:\n      - till: Fritidsenheten\n        datum: 2026-02-13\n"


def project(root: Path, added: str = "") -> Path:
    """The sound record, with receivers of § 6."""
    shutil.copytree(SOUND, root)
    file = root / MINUTES
    file.write_text(file.read_text("utf-8").replace(DECISION, DECISION + RECEIVERS + added), "utf-8")
    return root


def archive(root: Path, added: str = "") -> Archive:
    return read(project(root, added))[0]


def told(archive: Archive, today: dt.date = TODAY) -> list[tuple[int, str, dt.date | None]]:
    """(paragraph, receiver, day it was sent) of everything that is to be sent."""
    facts = Day(archive, today)
    found = (decided for minuted in facts.minutes for decided in minuted.decided)
    return [(one.decided.number, one.name, one.sent) for decided in found for one in sendings(facts, decided)]


def left(archive: Archive, today: dt.date = TODAY) -> list[str]:
    return [one.what for one in due(archive, today) if one.kind == "expediering"]


def test_the_record_says_who_is_to_have_a_decision_and_when_it_was_sent(tmp_path: Path) -> None:
    known = archive(tmp_path / "a", NOTED)
    assert told(known) == [
        (6, "Fritidsenheten", dt.date(2026, 2, 13)),
        (6, "Testnämnden", None),
        (6, "enskild", None),
    ]
    assert left(known) == ["§ 6 från 5 februari 2026 ska skickas till Testnämnden och enskild"]


def test_a_day_to_come_is_no_day_yet(tmp_path: Path) -> None:
    assert told(archive(tmp_path / "a", NOTED), dt.date(2026, 2, 12))[0] == (6, "Fritidsenheten", None)


def test_nothing_is_sent_before_it_is_approved(tmp_path: Path) -> None:
    known, before = archive(tmp_path / "a"), dt.date(2026, 2, 11)
    assert (told(known, before), left(known, before)) == ([], [])


def test_nobody_is_sent_what_was_taken_off_the_agenda(tmp_path: Path) -> None:
    root = project(tmp_path / "a")
    file = root / MINUTES
    before, number, of_paragraph = file.read_text("utf-8").partition("  - nummer: 6\n")
    file.write_text(before + number + of_paragraph.replace("utfall: ändrat", "utfall: utgår", 1), "utf-8")
    assert told(read(root)[0]) == []


def awaited(root: Path) -> set[str]:
    """The meetings that something is left to send of."""
    known = read(root)[0]
    return {one.decided.meeting.id for one in waiting(Day(known, TODAY), known.bodies[0])}


def test_what_was_sent_before_anybody_noted_it_is_not_asked_for(tmp_path: Path) -> None:
    first = "meetings/testnamnden/2026-01-15/protokoll.md"
    root = project(tmp_path / "a")
    file = root / first
    file.write_text(
        re.sub(r"( +)utfall: .*\n", r"\g<0>\1expedieras_till: [Kansliet]\n", file.read_text("utf-8")), "utf-8"
    )
    assert awaited(root) == {"2026-02-05"}
    noted = "    expedierat:\n      - till: Arkivet\n        datum: 2026-01-30\n"
    file.write_text(file.read_text("utf-8").replace("    expedieras_till", noted + "    expedieras_till", 1), "utf-8")
    assert awaited(root) == {"2026-01-15", "2026-02-05"}


def test_what_was_sent_changes_nothing_that_stands_still(tmp_path: Path) -> None:
    before, after = archive(tmp_path / "a"), archive(tmp_path / "b", NOTED)
    still = [one.digest for one in frozen(Day(before, TODAY))]
    assert still
    assert [one.digest for one in frozen(Day(after, TODAY))] == still


def run(root: Path, *words: str) -> int:
    return main(["expediera", "testnamnden", "2026-02-05", "--katalog", str(root), "--idag", str(TODAY), *words])


def test_each_receiver_gets_its_extracts_in_one_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "arkiv")
    write(root, "utskick/adresser.csv", "testnamnden;mottagare:Fritidsenheten;fritid@example.se\n")
    assert run(root) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "Fritidsenheten: § 6\nTestnämnden: § 6\nenskild (namn och adress står i diariet): § 6\n§ 7 visas inte här"
    )
    folder = root / "utskick/testnamnden-2026-02-05"
    names = ["expediering-1-fritidsenheten", "expediering-2-testnamnden", "expediering-3-enskild"]
    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{n}.{e}" for n in names for e in ("eml", "pdf"))
    letter = opened((folder / f"{names[0]}.eml").read_bytes())
    assert letter["Bcc"] == "fritid@example.se"
    assert "- Nämnden öppnar badhuset varje dag." in text_of(letter)
    paper = ReadPdf((folder / f"{names[0]}.pdf").read_bytes())
    assert paper.claims == {"UA-1", "A-2A"}
    assert "badhuset varje dag" in paper.pages[0]
    assert opened((folder / f"{names[2]}.eml").read_bytes())["Bcc"] is None


def test_what_is_sent_is_noted_where_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "arkiv")
    file = root / MINUTES
    before = file.read_text("utf-8").splitlines(True)
    assert run(root, "--till", "fritidsenheten", "--skickat", "2026-02-13", "--av", "Nämndsekreterare") == 0
    assert [day for _, _, day in told(read(root)[0])] == [dt.date(2026, 2, 13), None, None]
    assert run(root, "--skickat", "2026-03-01") == 0
    assert left(read(root)[0]) == []
    now = file.read_text("utf-8").splitlines(True)
    assert [line for line in difflib.ndiff(before, now) if line[0] in "-+"] == [
        "+     expedierat:\n",
        "+       - till: Fritidsenheten\n",
        "+         datum: 2026-02-13\n",
        "+         av: Nämndsekreterare\n",
        "+       - till: organ:testnamnden\n",
        "+         datum: 2026-03-01\n",
        "+       - till: enskild\n",
        "+         datum: 2026-03-01\n",
    ]
    assert run(root, "--skickat", "2026-03-01") == 0
    assert "Allt är redan antecknat" in capsys.readouterr().out
    assert run(root) == 0
    said = capsys.readouterr().out
    assert "Fritidsenheten: § 6 (skickat 13 februari 2026)" in said
    assert "Inget är kvar att skicka." in said
    assert not (root / "utskick").exists()


@pytest.mark.parametrize(("old", "new"), [(b"---", b"\xef\xbb\xbf---"), (b"\n", b"\r\n")], ids=["BOM", "CRLF"])
def test_minutes_in_another_coding_are_left_to_whoever_wrote_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: bytes, new: bytes
) -> None:
    root = project(tmp_path / "arkiv")
    file = root / MINUTES
    file.write_bytes(file.read_bytes().replace(old, new, 1 if old == b"---" else -1))
    before = file.read_bytes()
    assert run(root, "--skickat", "2026-02-13") == 2
    assert (
        "protokoll.md kan inte ändras här. Spara den som UTF-8 med radslut LF, och kör igen." in capsys.readouterr().err
    )
    assert file.read_bytes() == before


def test_only_the_letters_that_are_asked_for_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "arkiv")
    made = []
    extracts = documents.extracts

    def counted(*given: Any, **more: Any) -> bytes:
        made.append(given)
        return extracts(*given, **more)

    monkeypatch.setattr(documents, "extracts", counted)
    assert run(root, "--till", "Fritidsenheten") == 0
    assert len(made) == 1
    names = [file.name for file in (root / "utskick/testnamnden-2026-02-05").iterdir()]
    assert sorted(names) == ["expediering-1-fritidsenheten.eml", "expediering-1-fritidsenheten.pdf"]


def test_minutes_that_nobody_is_to_have_anything_of_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SOUND, tmp_path / "arkiv")
    assert run(tmp_path / "arkiv") == 0
    said = capsys.readouterr().out
    assert "§ 7 visas inte här" in said
    assert "Inget är kvar att skicka." in said


WRONG = [
    (
        ("--skickat", "2026-03-02"),
        "fel[expediering-dag]: § 6 ska enligt raden skickas 2026-03-02, som inte har varit än",
    ),
    (
        ("--skickat", "2026-02-10"),
        "fel[expediering-dag]: § 6 skickades enligt raden 2026-02-10 men justerades 2026-02-12",
    ),
    (("--skickat", "2026-02-13", "--av", "Karin Lindqvist"), "ser ut som ett namn"),
    (("--av", "Nämndsekreterare"), "--av hör ihop med --skickat"),
    (("--till", "Fritidsenhetn"), "Menade du Fritidsenheten?"),
    (("--skickat", "27 februari 2026"), "är inget datum"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    root = project(tmp_path / "arkiv")
    before = (root / MINUTES).read_bytes()
    assert run(root, *words) == 2
    assert said in capsys.readouterr().err
    assert (root / MINUTES).read_bytes() == before
