"""Where yearly plans are imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.plans import BODIES


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three bodies of an invented municipality; Ekstyrelsen meets at 13 o'clock."""
    for id, (name, short) in BODIES.items():
        (tmp_path / f"meetings/{id}").mkdir(parents=True)
        hour = "tid: 13:00\n" if id == "ek-ks" else ""
        text = f"---\nnamn: {name}\nförkortning: {short}\nkommun: Eks kommun\nslag: nämnd\n{hour}---\n"
        (tmp_path / f"meetings/{id}/organ.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
