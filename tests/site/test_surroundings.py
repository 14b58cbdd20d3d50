"""Whatever the shell and the terminal are like, a command does what it should or says why not, in Swedish and without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.projects import ROOT, TODAY, tiny

KLUBBAT = (sys.executable, "-m", "build_scripts")


def said(words: tuple[str, ...], variables: dict[str, str]) -> tuple[int, str]:
    """The exit code and all that was printed."""
    ended = subprocess.run(
        words,
        cwd=ROOT,
        check=False,
        capture_output=True,
        env={key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | variables,
    )
    return ended.returncode, (ended.stdout + ended.stderr).decode("utf-8", "replace")


@pytest.mark.parametrize(
    "variables",
    [{"LC_ALL": "C"}, {"LC_ALL": "sv_SE.ISO-8859-1"}, {"PYTHONIOENCODING": "ascii"}, {"SOURCE_DATE_EPOCH": ""}],
    ids=lambda variables: "=".join(*variables.items()),
)
@pytest.mark.parametrize("command", ["lage", "kontrollera"])
def test_any_letters_and_no_epoch_are_right(tmp_path: Path, command: str, variables: dict[str, str]) -> None:
    code, told = said((*KLUBBAT, command, "--katalog", str(tiny(tmp_path))), variables)
    assert code == 0
    assert "Traceback" not in told


def test_names_and_words_have_their_letters_where_python_takes_all_for_ascii(tmp_path: Path) -> None:
    """`LC_ALL=C`, as cron has it, without the UTF-8 mode that Python otherwise goes into."""
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    root = tiny(tmp_path)
    place = root / "meetings/prov/2026-11-26/bilagor"
    (place / "åäö.csv").write_text("väg;längd\n", encoding="utf-8")
    code, told = said((*KLUBBAT, "granska", "--katalog", str(root)), ascii_only)
    assert code == 1
    assert "meetings/prov/2026-11-26/bilagor/åäö.csv: fel[inkommen-bilaga]: " in told
    code, told = said((*KLUBBAT, "läge", "--katalog", str(root), "--idag", TODAY), ascii_only)
    assert (code, told.splitlines()[0]) == (0, "Läget söndag 22 november 2026")


@pytest.mark.slow
def test_an_empty_epoch_is_none_to_mkdocs_too(tmp_path: Path) -> None:
    root = tiny(tmp_path)
    none = {"SOURCE_DATE_EPOCH": ""}
    assert said((*KLUBBAT, "bygg", "--katalog", str(root), "--utan-sok", "--tyst"), none)[0] == 0
    plain = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(tmp_path / "ut"))
    assert said(plain, none)[0] == 0
    assert (tmp_path / "ut/index.html").is_file()


def test_a_false_epoch_is_told(tmp_path: Path) -> None:
    words = (*KLUBBAT, "bygg", "--katalog", str(tiny(tmp_path)), "--idag", TODAY)
    code, told = said(words, {"SOURCE_DATE_EPOCH": "i går"})
    assert (code, told) == (2, "klubbat bygg: SOURCE_DATE_EPOCH är 'i går'; det ska vara sekunder sedan 1970.\n")


INTERRUPTED = """
import os, signal, sys

left = int(sys.argv[1])

def count(event, args):
    global left
    if event in ("open", "import", "os.mkdir") and "build_scripts.project" in sys.modules:
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(count)
from build_scripts.__main__ import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 40, 300, 1200, 2500, 4000])
def test_an_interrupt_leaves_a_word_and_no_trace(tmp_path: Path, after: int) -> None:
    """From the first that is imported to the last that is written."""
    words = ("bygg", "--katalog", str(tiny(tmp_path)), "--idag", TODAY, "--tyst", "--utan-pdf")
    code, told = said((sys.executable, "-c", INTERRUPTED, str(after), *words), {})
    assert "Traceback" not in told, told
    assert (code, told) == (130, "Avbrutet.\n") or (code == 0 and (tmp_path / "site").exists()), told
