"""Places that cannot be used are told in a sentence: never a traceback, and never "all is well"."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main

pytestmark = pytest.mark.slow
"""Takes seconds, and is left to the whole run."""

ROOT = str(Path(__file__).parents[2])


@pytest.mark.parametrize("command", ["bygg", "exportera"])
def test_a_target_below_a_file_is_wrong_use(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    assert main([command, "--katalog", ROOT, "--idag", "2026-11-22", "--ut", str(tmp_path / "fil" / "site")]) == 2
    assert f"klubbat {command}: " in capsys.readouterr().err


def test_the_guard_does_not_pass_a_project_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["granska", "--katalog", str(tmp_path / "ingenstans")]) == 1
    assert "fel[arkivet-saknas]" in capsys.readouterr().out
