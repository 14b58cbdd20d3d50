"""How files are made: all of a draft or nothing, and the record read no more often than it must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.loading import load
from build_scripts.new.new_files import NewFile, NewFiles, make
from build_scripts.project import WrongUse
from macros.finding import Finding
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.new.records import HOME, files, ny, sound

TODAY = day("Sunday 2026-03-01")


def test_a_draft_that_would_make_an_error_elsewhere_is_taken_back(tmp_path: Path) -> None:
    root = sound(tmp_path)
    before = files(root)
    ny = NewFile(f"{HOME}/2026-06-04/kallelse.md", "---\ndatum: 2026-06-05\nläge: planerat\n---\n")
    with pytest.raises(WrongUse) as refused:
        make(root, NewFiles((ny,)), day("Sunday 2026-03-01"))
    assert str(refused.value).startswith("inget skrevs, för arkivet skulle få fel.\n")
    assert "fel[mapp-datum]" in str(refused.value)
    assert files(root) == before
    assert not (root / HOME / "2026-06-04").exists()


def test_a_draft_that_cannot_be_written_whole_is_taken_back(tmp_path: Path) -> None:
    root = sound(tmp_path)
    before = files(root)
    drafted = (
        NewFile(f"{HOME}/2026-09-10/kallelse.md", "---\ndatum: 2026-09-10\nläge: planerat\n---\n"),
        NewFile(f"{HOME}/organ.md/under.md", "under en fil\n"),
    )
    with pytest.raises(WrongUse) as refused:
        make(root, NewFiles(drafted), TODAY)
    assert str(refused.value).endswith("organ.md/under.md kan inte skrivas: en del av sökvägen är en fil, ingen mapp.")
    assert files(root) == before
    assert not (root / HOME / "2026-09-10").exists()


def test_an_error_that_was_there_before_stops_nothing(tmp_path: Path) -> None:
    root = sound(tmp_path, {"2026-09-10/kallelse.md": "---\ndatum: 2026-09-11\nläge: planerat\n---\n"})
    assert ny(root, "ärende", "testnamnden", "2026-03-12", "Skolgård") == 0
    assert (root / HOME / "2026-03-12/03-skolgard.md").is_file()


def test_a_sound_record_is_read_once_after_the_files_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sound(tmp_path)
    reads: list[Path] = []

    def counted(folder: Path) -> tuple[Archive, list[Finding]]:
        reads.append(folder)
        return load(folder)

    monkeypatch.setattr("build_scripts.new.new_files.load", counted)
    assert ny(root, "ärende", "testnamnden", "2026-03-12", "Skolgård") == 0
    assert reads == [root]


def test_what_was_read_is_remembered_but_not_outside_a_project(tmp_path: Path) -> None:
    root = sound(tmp_path / "arkiv")
    assert ny(root, "ärende", "testnamnden", "2026-03-12", "Skolgård") == 0
    assert (root / ".cache").is_dir()
    assert ny(tmp_path, "år", "testnamnden", "2027") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["arkiv"]
