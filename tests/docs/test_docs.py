"""What exists is documented, and what is documented exists."""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import COMMANDS, main, parser
from build_scripts.command_line import Parser
from build_scripts.commands.schema import WRITTEN
from macros import addresses
from macros.addresses import slug
from macros.pages.explained import TERMS
from macros.pages.functions import FUNCTIONS
from macros.pages.keys import references
from macros.record.layout import KINDS, Kind
from macros.record.schema import Header
from macros.texts.alphabet import alphabetical
from tests.modules import ROOT, SOURCES, nodes_of, tree_of

pytestmark = pytest.mark.xdist_group("rules")
"""Where the code is read for its rules too."""


def defined_names() -> set[str]:
    """Every class, function, field and enum member of the code."""
    names = set()
    for file in SOURCES:
        for node in nodes_of(file):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign | ast.Assign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def test_every_name_of_the_glossary_exists_in_the_code() -> None:
    glossary = (ROOT / "docs/terms.md").read_text("utf-8")
    named = {
        name
        for row in glossary.splitlines()
        if row.startswith("|")
        for name in re.findall(r"`(\w+)`", row.rsplit("|", 2)[1])
    }
    assert len(named) > 20
    assert named - defined_names() == set()


def test_every_word_has_one_home() -> None:
    """What readers are told of is only named in the developers' table; what stands there with a meaning is no reader's word."""
    _, named, told = (
        [row.split("|")[1].strip() for row in part.splitlines() if row.startswith("|")][2:]
        for part in (ROOT / "docs/terms.md").read_text("utf-8").split("\n## ")
    )
    readers = {form.casefold() for term in TERMS for form in (term.word, *term.forms)}
    assert [word for word in named if word.casefold() not in readers] == []
    assert [word for word in told if word.casefold() in readers] == []
    for words in (named, told):
        assert words == sorted(set(words), key=alphabetical)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"`klubbat {command}" in (ROOT / "README.md").read_text("utf-8")
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert "--katalog DIR" in capsys.readouterr().out


def test_an_option_gets_a_twin_of_plain_letters() -> None:
    line = Parser(prog="klubbat")
    line.add_argument("--år")
    line.add_argument("--förslag-från", dest="source")
    line.add_argument("--tyst", action="store_true")
    given = {"år": "2027", "source": "a.csv", "tyst": True}
    assert vars(line.parse_args(["--år", "2027", "--förslag-från", "a.csv", "--tyst"])) == given
    assert vars(line.parse_args(["--ar", "2027", "--forslag-fran", "a.csv", "--tyst"])) == given


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_has_its_twin(command: str) -> None:
    options = _options(parser([command]))
    assert {f"--{slug(option)}" for option in options if not option.isascii()} - options == set()


def _options(parser: argparse.ArgumentParser) -> set[str]:
    """The options of a parser and of its subcommands."""
    below = [
        inner for action in parser._actions if isinstance(action.choices, dict) for inner in action.choices.values()
    ]
    return {one for action in parser._actions for one in action.option_strings}.union(*map(_options, below))


def test_every_make_target_of_the_readme_exists() -> None:
    texts = "".join(
        (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md", "content/hjalp/forsta-timmen.md")
    )
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert {
        target for target in re.findall(r"make ([a-z-]+)", texts) if not re.search(rf"^{target}:.*## ", makefile, re.M)
    } == set()


def test_every_key_of_every_model_has_a_swedish_description() -> None:
    silent = [
        (reference.kind.name, part.path, key.name)
        for reference in references()
        for part in reference.parts
        for key in part.keys
        if not key.description.endswith(".")
    ]
    assert silent == []


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_the_schema_allows_no_unknown_key_and_shows_nothing_of_python(kind: Kind[Header]) -> None:
    schema = kind.json_schema()
    assert schema["additionalProperties"] is False
    assert '"null"' not in json.dumps(schema)


def test_every_function_has_an_example_that_names_it() -> None:
    assert [function.name for function in FUNCTIONS if not function.example.startswith(f"{function.name}(")] == []


def test_the_schema_command_writes_every_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--ut", str(tmp_path)]) == 0
    assert {file.name for file in tmp_path.iterdir()} == {
        f"{addresses.slug(kind.name)}.schema.json" for kind in WRITTEN
    }
    assert main(["schema", "arende"]) == 0
    capsys.readouterr()
    assert main(["schema", "ärenden"]) == 2
    assert capsys.readouterr().err == 'klubbat schema: "ärenden" är inget slag av fil. Menade du ärende?\n'


def test_every_public_thing_has_a_docstring() -> None:
    silent = []
    for file in SOURCES:
        tree = tree_of(file)
        if tree.body and not ast.get_docstring(tree):
            silent.append(str(file))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
        owners: list[ast.Module | ast.ClassDef] = [tree, *classes]
        for owner in owners:
            silent += [
                f"{file}:{node.lineno} {node.name}"
                for node in owner.body
                if isinstance(node, ast.ClassDef | ast.FunctionDef)
                and not node.name.startswith("_")
                and not ast.get_docstring(node)
            ]
    assert silent == []


ONE_COMMAND = """
import sys
from pathlib import Path
from build_scripts.__main__ import main
main(["schema", "organ"])
print("mkdocs" in sys.modules, file=sys.stderr)
"""


def test_a_command_imports_only_what_it_needs() -> None:
    loaded = subprocess.run([sys.executable, "-c", ONE_COMMAND], capture_output=True, text=True, check=True, cwd=ROOT)
    assert loaded.stderr == "False\n"


def test_a_class_name_means_one_thing() -> None:
    homes = [
        (node.name, file.relative_to(ROOT))
        for file in SOURCES
        for node in nodes_of(file)
        if isinstance(node, ast.ClassDef)
    ]
    homes += [
        (name, file.relative_to(ROOT))
        for file in (ROOT / "tests").rglob("*.py")
        for name in re.findall(r"^ *class (\w+)[(:]", file.read_text("utf-8"), re.MULTILINE)
    ]
    names = [name for name, _ in homes]
    assert [f"{name} {file}" for name, file in sorted(homes) if names.count(name) > 1] == []


PATHS = re.compile(r"(?<![\w./])((?:macros|build_scripts|tests|content|docs)/[\w./-]+?)(?=[`)\s:,;]|\.\s|$)")


def test_every_path_that_a_page_names_is_there() -> None:
    pages = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"))
    named = {(page.name, path.rstrip("/")) for page in pages for path in PATHS.findall(page.read_text("utf-8"))}
    assert sorted((page, path) for page, path in named if not (ROOT / path).exists()) == []


def test_every_room_is_in_the_table_of_the_readme() -> None:
    table = (ROOT / "README.md").read_text("utf-8").split("### Where is it?")[1].split("\n## ")[0]
    rooms = {
        f"{top}/{room.name}"
        for top in ("macros", "build_scripts")
        for room in (ROOT / top).iterdir()
        if room.is_dir() and any(room.glob("*.py"))
    }
    assert [room for room in sorted(rooms) if f"`{room}/" not in table] == []
