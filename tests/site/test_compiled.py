"""Templates are compiled once for each version of the program, and whatever has become of what was kept, they are as written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from build_scripts.kept import compiled
from build_scripts.kept.compiled import CompiledTemplates

ONE = {"ett.html": "Hej {{ namn }}"}


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether or not Python keeps its own modules where the tests run."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def filled(folder: Path, templates: dict[str, str]) -> str:
    """The template, filled in an environment of its own."""
    environment = Environment(loader=DictLoader(templates), autoescape=True, bytecode_cache=CompiledTemplates(folder))
    return environment.get_template("ett.html").render(namn="Ö")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "__pycache__"
    assert filled(folder, ONE) == "Hej Ö"
    assert len([*folder.iterdir()]) == 1
    with monkeypatch.context() as patched:
        patched.delattr(Environment, "_compile")
        assert filled(folder, ONE) == "Hej Ö"
    assert filled(folder, {"ett.html": "Hejdå {{ namn }}"}) == "Hejdå Ö"
    assert len([*folder.iterdir()]) == 1


def test_another_version_of_the_program_compiles_anew_and_leaves_nothing_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled(tmp_path, ONE) == "Hej Ö"
    (before,) = tmp_path.iterdir()
    monkeypatch.setattr(compiled, "code_stamp", lambda: b"nytt program")
    assert filled(tmp_path, ONE) == "Hej Ö"
    (after,) = tmp_path.iterdir()
    assert before.name != after.name


def test_what_is_damaged_is_compiled_anew(tmp_path: Path) -> None:
    filled(tmp_path, ONE)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for content in (b"", whole[:-1], whole[:16], bytes([whole[0] ^ 1]) + whole[1:], whole[:-4] + b"\xff" * 4):
        file.write_bytes(content)
        assert filled(tmp_path, ONE) == "Hej Ö"
        assert file.read_bytes() == whole


@pytest.mark.parametrize("refused", ["file", "python"])
def test_nothing_is_kept_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    (tmp_path / "file").touch()
    if refused == "python":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert filled(tmp_path / refused, ONE) == "Hej Ö"
    assert [path.name for path in tmp_path.rglob("*")] == ["file"]
