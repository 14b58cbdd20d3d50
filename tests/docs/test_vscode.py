"""`.vscode/`: snippets that pass the checks, schemas that are current and reach every file, tasks that exist."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from build_scripts.__main__ import main, parser
from build_scripts.commands.schema import WRITTEN
from macros import addresses
from macros.finding import Finding, Level, Place, as_text
from macros.guard.notes import KIND as NOTES
from macros.record.layout import KINDS
from macros.record.reading import read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".vscode"
SCHEMAS = FOLDER / "scheman"
MASKED = "maskat ärende"

Capture = pytest.CaptureFixture[str]


def _json(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


SNIPPETS = _json("klubbat.code-snippets")
TASKS = _json("tasks.json")["tasks"]
PATHS = {
    "organ": "organ.md",
    "ledamöter": "ledamoter.md",
    "sammanträdesordning": "sammantradesordning/2027.md",
    "delegationsordning": "delegationsordning/2027-01-01.md",
    "anslag": "anslag/2027-01-anstallningar.md",
    "kallelse": "2027-02-18/kallelse.md",
    "ärende": "2027-02-18/01-cykelplan.md",
    "handling": "2027-02-18/handlingar/cykelplan/ordforandeforslag.md",
    "delegationsbeslut": "2027-02-18/delegationsbeslut/2027-01-gatuenheten.md",
    "protokoll": "2027-02-18/protokoll.md",
    MASKED: "arenden/maskat-arende.md",
}


def _filled(name: str, choice: int = 0) -> str:
    """The file that a snippet gives to somebody who only presses Tab: every default and every first choice, or a later one."""
    text = "\n".join(SNIPPETS[name]["body"]) + "\n"
    text = re.sub(r"\$\{\d+\|([^|]*)\|\}", lambda found: (choices := found[1].split(","))[choice % len(choices)], text)
    text = re.sub(r"\$\{\d+:([^{}]*)\}", r"\1", text)
    return re.sub(r"\$\d+", "", text)


def test_there_is_a_snippet_for_every_kind_of_file() -> None:
    assert list(SNIPPETS) == list(dict.fromkeys([*(kind.name for kind in KINDS[:4]), MASKED, *(k.name for k in KINDS)]))
    for name, snippet in SNIPPETS.items():
        assert (snippet["scope"], snippet["prefix"]) == ("markdown", f"klubbat-{addresses.slug(name.split()[0])}")
        assert "$" not in _filled(name)


def test_a_record_of_nothing_but_snippets_passes_the_checks(tmp_path: Path, capsys: Capture) -> None:
    for name, path in PATHS.items():
        file = tmp_path / "meetings/provnamnden" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_filled(name), encoding="utf-8")
    code = main(["kontrollera", "--katalog", str(tmp_path), "--idag", "2027-02-20", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    # A call is planned before it has minutes: the one thing that two snippets cannot agree on.
    assert (code, [(one["fil"].rpartition("/")[2], one["regel"]) for one in found]) == (
        1,
        [("kallelse.md", "protokoll-läge")],
    )


@pytest.mark.parametrize("choice", range(1, 8))
def test_every_choice_of_a_snippet_is_a_word_of_the_record(choice: int, tmp_path: Path) -> None:
    for name, path in PATHS.items():
        file = tmp_path / "meetings/provnamnden" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_filled(name, choice), encoding="utf-8")
    assert [as_text(one) for one in read(tmp_path)[1] if one.rule == "okänt-värde"] == []


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_the_schema_is_current(kind: Any, capsys: Capture) -> None:
    """When it is not: `.venv/bin/klubbat schema --ut .vscode/scheman`."""
    assert main(["schema", kind.name]) == 0
    file = SCHEMAS / f"{addresses.slug(kind.name)}.schema.json"
    assert file.read_text("utf-8") == capsys.readouterr().out


def test_every_shipped_file_has_the_schema_of_its_kind_and_no_other() -> None:
    patterns = [
        (PurePosixPath(schema).name.removesuffix(".schema.json"), pattern)
        for schema, given in _json("settings.json")["yaml.schemas"].items()
        for pattern in given
    ]
    assert {name for name, _ in patterns} == {addresses.slug(kind.name) for kind in WRITTEN}
    kinds = {kind.model: addresses.slug(kind.name) for kind in KINDS}
    expected = {document.path: kinds[type(document.header)] for document in read(ROOT)[0].documents()}
    notes = {file.relative_to(ROOT).as_posix(): NOTES.name for file in (ROOT / "meetings").rglob("granskning.yml")}
    assert len(notes) > 0
    for path, name in (expected | notes).items():
        assert [found for found, pattern in patterns if PurePosixPath(path).match(pattern)] == [name], path
    assert set(expected.values()) == set(kinds.values())


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["label"])
def test_a_task_runs_a_command_that_exists(task: dict[str, Any]) -> None:
    assert task["command"] == "${workspaceFolder}/.venv/bin/klubbat"
    parser([task["args"][0]]).parse_args(task["args"])


def test_the_commands_of_every_day_are_tasks() -> None:
    assert {task["args"][0] for task in TASKS} == {"kontrollera", "granska", "visa", "bygg"}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("line", [0, 3])
def test_a_finding_is_shown_at_its_place(level: Level, line: int) -> None:
    finding = Finding(Place("meetings/a/organ.md", line, 5 if line else 0), level, "grund", "Så här: fel.", "rätta.")
    head = as_text(finding).splitlines()[0]
    matched = [
        {"severity": matcher["severity"], **{key: found[n] for key, n in _groups(matcher).items()}}
        for matcher in TASKS[0]["problemMatcher"]
        if (found := re.search(matcher["pattern"]["regexp"], head))
    ]
    place = {"file": "meetings/a/organ.md"} | ({"line": "3", "column": "5"} if line else {})
    severity = {Level.ERROR: "error", Level.WARNING: "warning"}[level]
    assert matched == [{"severity": severity, **place, "code": "grund", "message": "Så här: fel."}]


def _groups(matcher: dict[str, Any]) -> dict[str, int]:
    return {key: n for key, n in matcher["pattern"].items() if isinstance(n, int)}
