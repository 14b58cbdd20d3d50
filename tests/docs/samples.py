"""The help's samples: fenced blocks that are carried out, in order, on a copy of the shipped example boards.

`kommando` holds commands, with the day in a first line `# Måndag 23 november 2026`; `svar` what they say, where a line `…`
stands for lines left out; `byt` changes of a file, as in `byt.txt` of the cases (see tests/checks/edits.py); `fil` a whole
file below its name; `bort` files that are taken away. Each page begins anew with the record as it is shipped.

To write the answers anew after a wording has changed: `SKRIV_SVAR=1 .venv/bin/pytest tests/docs/test_samples.py`, and read the
difference.
"""

from __future__ import annotations

import datetime as dt
import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from macros.dates import written
from macros.record.ledgers import LEDGERS
from tests.checks.edits import apply

ROOT = Path(__file__).parents[2]
HELP = ROOT / "content" / "hjalp"
BOARDS = ("exempelnamnden", "exempel-ks")
OMITTED = "…"
BLOCK = re.compile(r"^```(kommando|svar|byt|fil|bort)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_RELEASED = tuple(f"{folder}{body}" for folder in ("", "arenden/", "anslagstavla/") for body in BOARDS)
_FIRST = dt.date(2026, 1, 1)
_DAYS = {written.weekday_date(day): day for day in (_FIRST + dt.timedelta(days=n) for n in range(730))}


@dataclass(frozen=True)
class Sample:
    """A fenced block: what it is for, what stands in it, and where in the page's text that is."""

    kind: str
    text: str
    start: int
    end: int


def blocks(page: str) -> list[Sample]:
    """The blocks of the page that are carried out, in order."""
    return [Sample(found[1], found[2], *found.span(2)) for found in BLOCK.finditer(page)]


def pages() -> list[str]:
    """The help's pages with such blocks, by name."""
    return sorted(file.stem for file in HELP.glob("*.md") if BLOCK.search(file.read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Told:
    """What came of a page's blocks: each `svar` with what was really said, and the last day that a block named."""

    answers: tuple[tuple[Sample, str], ...]
    day: dt.date


def project(root: Path) -> Path:
    """A copy of the shipped example boards, with the addresses and notices that they have released."""
    for body in BOARDS:
        shutil.copytree(ROOT / "meetings" / body, root / "meetings" / body)
    for ledger in LEDGERS:
        head, *lines = (ROOT / ledger.file).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = "".join([head, *(line for line in lines if line.startswith(_RELEASED))])
        (root / ledger.file).parent.mkdir(exist_ok=True)
        (root / ledger.file).write_text(kept, encoding="utf-8")
    return root


def carry_out(page: str, root: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """Carries out the page's blocks in `root`. A command that fails must have a `svar` after it, so that a reader is told."""
    day, said, failed = dt.date(2026, 11, 22), "", ""
    answers = []
    for block in blocks(page):
        if block.kind == "svar":
            answers.append((block, said))
            failed = ""
            continue
        assert not failed, f"{failed} went wrong, and no answer is shown"
        if block.kind == "kommando":
            day, commands = _commands(block.text, day)
            failed = next((command for command in commands if _run(command, root, day)), "")
            told = capsys.readouterr()
            said = told.out + told.err
        else:
            _change(block, root)
    assert not failed, f"{failed} went wrong, and no answer is shown"
    return Told(tuple(answers), day)


def agrees(shown: str, said: str) -> bool:
    """Whether the answer on the page is what was said, but for lines left out."""
    parts = [re.escape(part) for part in re.split(rf"^{OMITTED}\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)+".join(parts), said) is not None


def corrected(page: str, told: Told) -> str:
    """The page with its answers as they were said; one that leaves lines out is for a person to mend."""
    for block, said in reversed(told.answers):
        if OMITTED not in block.text:
            page = page[: block.start] + said + page[block.end :]
    return page


def _commands(text: str, day: dt.date) -> tuple[dt.date, list[str]]:
    lines = text.splitlines()
    if lines[0].startswith("# "):
        wanted = lines.pop(0).removeprefix("# ")
        day = _DAYS[wanted[0].lower() + wanted[1:]]
    return day, lines


def _run(command: str, root: Path, day: dt.date) -> int:
    words = shlex.split(command)
    assert words.pop(0) == "klubbat", f"{command}: only klubbat is run"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
        patch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        return main(words)


def _change(block: Sample, root: Path) -> None:
    if block.kind == "byt":
        edits = root / "byt.txt"
        edits.write_text(block.text, encoding="utf-8")
        apply(edits, root)
        edits.unlink()
    elif block.kind == "bort":
        for name in block.text.splitlines():
            (root / name).unlink()
    else:
        name, _, content = block.text.partition("\n")
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content.removeprefix("\n"), encoding="utf-8")
