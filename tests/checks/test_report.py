"""What is printed: the counting last line, GitHub's lines, JSON, exit codes, and any terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.report import report, summary
from macros.finding import Finding, Level, Place
from tests.checks.case import CASES, SOUND

ROOT = Path(__file__).parents[2]
PLACE = Place("meetings/a,b/x:y.md", 3, 7, 4, "datum: 260210")
ERROR = Finding(PLACE, Level.ERROR, "datum-form", "100 % fel.", "skriv om.")
WARNING = Finding(PLACE, Level.WARNING, "radslut", "Fel slut.", "byt.")
EXPLAINED = WARNING.explained("Så kom den.")
WHOLE_FILE = Finding(Place("meetings/a"), Level.ERROR, "organ-saknas", "Saknas.", "skriv den.")


@pytest.mark.parametrize(
    ("findings", "files", "line"),
    [
        ([], 61, "Inga fel. 61 filer kontrollerades."),
        ([], 1, "Inga fel. 1 fil kontrollerades."),
        ([WARNING], 2, "Inga fel. 1 varning i 2 filer."),
        ([EXPLAINED], 2, "Inga fel. 1 varning (varav 1 förklarad) i 2 filer."),
        ([EXPLAINED, EXPLAINED, WARNING], 2, "Inga fel. 3 varningar (varav 2 förklarade) i 2 filer."),
        ([ERROR], 1, "1 fel i 1 fil."),
        ([ERROR, ERROR, *[EXPLAINED] * 3], 61, "2 fel och 3 varningar (varav 3 förklarade) i 61 filer."),
        ([ERROR, WARNING], 61, "1 fel och 1 varning i 61 filer."),
    ],
)
def test_the_last_line_counts(findings: list[Finding], files: int, line: str) -> None:
    assert summary(findings, files) == line
    out = io.StringIO()
    report(findings, files, out=out)
    assert out.getvalue().splitlines()[-1] == line


@pytest.mark.parametrize(("findings", "code"), [([], 0), ([WARNING], 0), ([EXPLAINED], 0), ([WARNING, ERROR], 1)])
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_only_errors_give_exit_code_one(findings: list[Finding], code: int, form: str) -> None:
    assert report(findings, 1, form, io.StringIO()) == code


def test_github_lines_are_escaped() -> None:
    out = io.StringIO()
    report([ERROR, WARNING, EXPLAINED, WHOLE_FILE], 2, "github", out)
    place = "file=meetings/a%2Cb/x%3Ay.md,line=3,col=7"
    assert out.getvalue().splitlines() == [
        f"::error {place},title=datum-form::100 %25 fel.%0AGör så här: skriv om.",
        f"::warning {place},title=radslut::Fel slut.%0AGör så här: byt.",
        f"::notice {place},title=radslut::Fel slut.%0AFörklaring i filen: Så kom den.%0AGör så här: byt.",
        "::error file=meetings/a,title=organ-saknas::Saknas.%0AGör så här: skriv den.",
        "2 fel och 2 varningar (varav 1 förklarad) i 2 filer.",
    ]


def test_json_is_a_list_of_objects_with_swedish_keys() -> None:
    out = io.StringIO()
    report([EXPLAINED, WHOLE_FILE], 2, "json", out)
    assert json.loads(out.getvalue()) == [
        {"fil": "meetings/a,b/x:y.md", "rad": 3, "kolumn": 7, "nivå": "varning", "regel": "radslut",
         "meddelande": "Fel slut.", "åtgärd": "byt.", "förklaring": "Så kom den."},
        {"fil": "meetings/a", "rad": None, "kolumn": None, "nivå": "fel", "regel": "organ-saknas",
         "meddelande": "Saknas.", "åtgärd": "skriv den.", "förklaring": None},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--idag", "2026-03-01"], 0),
        (["--idag", "2026-03-01", "--format", "github"], 0),
        (["--idag", "1 mars"], 2),
        (["--format", "xml"], 2),
        (["--katalog", "finns-inte"], 1),
    ],
)
def test_the_commands_exit_code(words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        given = main(["kontrollera", "--katalog", str(SOUND), *words])
    except SystemExit as stopped:
        given = int(str(stopped.code))
    assert given == code
    assert "Traceback" not in capsys.readouterr().err


def _run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[bytes]:
    case = CASES / "diarienummer-form/bindestreck"
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "kontrollera",
        "--katalog",
        str(case),
        "--idag",
        "2026-03-01",
        *words,
    ]
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "utf-8"),
        ({"PYTHONIOENCODING": "latin-1"}, "latin-1"),
        ({"PYTHONIOENCODING": "ascii"}, "utf-8"),
    ],
    ids=["C", "latin-1", "ascii"],
)
def test_no_terminal_stops_the_program(environment: dict[str, str], encoding: str) -> None:
    done = _run(environment)
    assert done.returncode == 1
    assert done.stderr == b""
    assert "Mappen har ingen fil organ.md." in done.stdout.decode(encoding)
    assert "Gör så här: " in done.stdout.decode(encoding)


def test_json_is_ascii_whatever_the_terminal() -> None:
    done = _run({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "--format", "json")
    assert json.loads(done.stdout.decode("ascii"))[0]["regel"] == "organ-saknas"


def test_a_reader_that_stops_reading_gets_no_traceback() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "build_scripts", "kontrollera", "--katalog", str(SOUND), "--idag", "2026-03-01"]
    with os.fdopen(write, "wb") as out:
        done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b""
