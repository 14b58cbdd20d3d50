"""The most usual mistakes: each is one change of a sound record and gives exactly one finding, at its place, with its remedy.

What would only follow from a mistake is not told beside it: who has mended the cause is done.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.site.ledgers import write
from macros.facts.day import Day
from macros.facts.released import ReleaseState
from macros.record.archive import Archive
from macros.record.ledgers import Released, ReleasedRows
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY
from tests.checks.mistakes import HOME, WRITTEN_WRONG, Mistake
from tests.checks.mistakes_in_texts import IN_TEXTS
from tests.checks.mistakes_in_values import IN_VALUES
from tests.checks.mistakes_of_a_day import OF_A_DAY
from tests.checks.mistakes_of_fact import NOT_SO
from tests.checks.mistakes_of_habit import OF_HABIT
from tests.checks.mistakes_of_haste import OF_HASTE


def released(root: Path) -> Path:
    """The sound record, its addresses and notices released: a mistake must not be told as something that has vanished.

    Approved paragraphs are not: every mistake in one that is released is told as the change that it is (test_standing_still).
    """
    shutil.copytree(SOUND, root, dirs_exist_ok=True)
    write(root, *_sound())
    return root / HOME


@cache
def _sound() -> tuple[Archive, Released]:
    """The sound record, and what is released of it."""
    archive, _ = read(SOUND)
    fresh = ReleaseState(Day(archive, TODAY)).fresh({})
    return archive, replace(fresh, paragraphs=ReleasedRows())


def told(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, tuple[str, str], str, str]]:
    """What `klubbat kontrollera` says: file, place and rule, message, remedy."""
    main(["kontrollera", "--katalog", str(root), "--idag", TODAY.isoformat(), "--format", "json"])
    return [
        (one["fil"], (f"{one['rad']}:{one['kolumn']}", one["regel"]), one["meddelande"], one["åtgärd"])
        for one in json.loads(capsys.readouterr().out)
    ]


@pytest.mark.parametrize(
    "mistake",
    [*WRITTEN_WRONG, *NOT_SO, *OF_A_DAY, *IN_TEXTS, *IN_VALUES, *OF_HABIT, *OF_HASTE],
    ids=lambda mistake: mistake.name,
)
def test_a_mistake_gives_one_finding(mistake: Mistake, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = released(tmp_path) / mistake.file
    text = file.read_text(encoding="utf-8")
    assert text.count(mistake.old) == 1
    file.write_text(text.replace(mistake.old, mistake.new), encoding="utf-8")
    assert told(tmp_path, capsys) == [(f"{HOME}/{mistake.file}", mistake.where, mistake.message, mistake.remedy)]


@pytest.mark.parametrize(
    ("name", "written", "rule", "remedy"),
    [
        ("2026-03-12", "2026-3-12", "okänd-fil", "Menade du 2026-03-12? Byt namn på mappen till det."),
        ("2026-03-12", "20260312", "okänd-fil", "Menade du 2026-03-12? Byt namn på mappen till det."),
        ("2026-03-12", "2026-13-12", "adress-försvunnen", f"byt tillbaka namnet på mappen till {HOME}/2026-03-12."),
        ("2026-02-05", "2026-2-5", "okänd-fil", "Menade du 2026-02-05? Byt namn på mappen till det."),
        ("2026-02-05", "2026-02-30", "adress-försvunnen", f"byt tillbaka namnet på mappen till {HOME}/2026-02-05."),
        ("2026-01-15", "2026-1-15", "okänd-fil", "Menade du 2026-01-15? Byt namn på mappen till det."),
    ],
)
def test_a_meetings_folder_with_a_wrong_name_gives_one_finding(
    name: str, written: str, rule: str, remedy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = released(tmp_path)
    (home / name).rename(home / written)
    assert [(file, where[1], what_to_do) for file, where, _, what_to_do in told(tmp_path, capsys)] == [
        (f"{HOME}/{written}", rule, remedy)
    ]


@pytest.mark.parametrize("name", ["rapport.docx", "plan-2.pdf", "lista.xlsx"])
def test_a_document_beside_the_items_is_told_where_it_lies_and_nowhere_else(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = released(tmp_path)
    item = home / "2026-03-12/01-cykelplan.md"
    item.write_text(
        item.read_text("utf-8").replace("plan.pdf\n", f"plan.pdf\n  - titel: Till\n    fil: {name}\n"), "utf-8"
    )
    (home / "2026-03-12" / name).write_bytes(b"x")
    assert [(file, where[1], remedy.partition(".")[0]) for file, where, _, remedy in told(tmp_path, capsys)] == [
        (f"{HOME}/2026-03-12/{name}", "okänd-fil", f"flytta {name}".partition(".")[0])
    ]


@pytest.mark.parametrize(
    ("file", "remedy"),
    [
        ("2026-03-12/03-budget", "Menade du 03-budget.md?"),
        ("2026-03-12/03–budget.md", "Menade du 03-budget.md?"),
        ("2026-03-12/3. Budget.md", "Menade du 03-budget.md?"),
        ("2026-03-12/03-åtgärder.md", "Menade du 03-atgarder.md?"),
        ("2026-03-12/03-budget - kopia.md", "Menade du 03-budget.md?"),
        ("2026-03-12/Bilagor/karta.pdf", "Menade du bilagor?"),
        ("2026-03-12/bilaga/karta.pdf", "Menade du bilagor?"),
        ("2026-03-12/bilder/karta.png", "lägg filerna i mappen delegationsbeslut, bilagor eller handlingar."),
        ("03-budget.md", "lägg ärendet i sitt sammanträdes mapp, till exempel 2026-03-12."),
        ("2027.md", "lägg filen i mappen sammantradesordning."),
        ("2026-03-12/01-cykelplan.md~", "Menade du 01-cykelplan.md? Den filen finns redan: ta bort den ena."),
        ("2026-03-12/01-cykelplan.md.bak", "Menade du 01-cykelplan.md? Den filen finns redan: ta bort den ena."),
        ("2026-02-05/protokoll-2026-02-05.md", "Menade du protokoll.md? Den filen finns redan: ta bort den ena."),
        ("2026-03-12/protokoll-2026-03-12.md", "Menade du protokoll.md? Byt namn på filen till det."),
        ("12 mars/kallelse.md", "ett sammanträdes mapp heter som sitt datum"),
    ],
)
def test_a_file_or_folder_with_a_wrong_name_or_place_gives_one_finding(
    file: str, remedy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = released(tmp_path)
    (home / file).parent.mkdir(exist_ok=True)
    (home / file).write_text("---\nrubrik: Budget\n---\n", encoding="utf-8")
    ((_, where, _, what_to_do),) = told(tmp_path, capsys)
    assert where[1] == "okänd-fil"
    assert what_to_do.startswith(remedy)


def test_a_board_whose_file_has_a_capital_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = released(tmp_path)
    (home / "organ.md").rename(home / "Organ.md")
    assert [(where[1], remedy.partition("?")[0]) for _, where, _, remedy in told(tmp_path, capsys)] == [
        ("okänd-fil", "Menade du organ.md")
    ]
