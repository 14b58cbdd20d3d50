"""Slips of the hand in headers: `python -m tests.reading.slips` makes each in a sound record and tells what came of it.

A slip is refused (an error), told (a warning), harmless (what is read is the same) or silent: the record says something else and
nobody is told. A leak is a silent one after which a file that is masked is no longer so, or says what it did not.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.facts.day import Day
from macros.finding import Finding, has_errors
from macros.judging import judge
from macros.record.archive import Archive
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY

Lines = list[str]


def _without(lines: Lines, n: int) -> Lines | None:
    return [*lines[:n], *lines[n + 1 :]]


def _changed(pattern: str, new: str) -> Callable[[Lines, int], Lines | None]:
    def change(lines: Lines, n: int) -> Lines | None:
        line = re.sub(pattern, new, lines[n], count=1)
        return [*lines[:n], line, *lines[n + 1 :]] if line != lines[n] else None

    return change


def _joined(lines: Lines, n: int) -> Lines | None:
    return [*lines[:n], f"{lines[n]} {lines[n + 1].strip()}", *lines[n + 2 :]] if n + 1 < len(lines) else None


def _swapped(lines: Lines, n: int) -> Lines | None:
    return [*lines[:n], lines[n + 1], lines[n], *lines[n + 2 :]] if n + 1 < len(lines) else None


SLIPS: dict[str, Callable[[Lines, int], Lines | None]] = {
    "raden borta": _without,
    "raden två gånger": lambda lines, n: [*lines[: n + 1], *lines[n:]],
    "raden ihop med nästa": _joined,
    "raden bytt med nästa": _swapped,
    "kolon borta": _changed(r"^(\s*(?:- )?[^\W\d][\w-]*):", r"\1"),
    "blanksteg efter kolon borta": _changed(r"^(\s*(?:- )?[^\W\d][\w-]*): +", r"\1:"),
    "listtecken borta": _changed(r"^(\s*)- ", r"\1"),
    "blanksteg efter listtecken borta": _changed(r"^(\s*)- ", r"\1-"),
    "första bokstaven borta": _changed(r"^(\s*(?:- )?)\w(?=\w)", r"\1"),
    "nyckelns två första bokstäver bytta": _changed(r"^(\s*(?:- )?)([^\W\d])([^\W\d])(\w*:)", r"\1\3\2\4"),
    "indraget ett steg": _changed(r"^", "  "),
    "indraget ett blanksteg": _changed(r"^", " "),
    "indraget borta": _changed(r"^ +", ""),
    "värdet borta": _changed(r"(?<=:) +\S.*$", ""),
    "ett citattecken först i värdet": _changed(r"(?<=: )(?=[^\s\"'])", '"'),
    "citattecknet sist borta": _changed(r"\"$", ""),
    "en siffra borta": _changed(r"\d(?=\d*-\d\d)", ""),
    "# före värdet": _changed(r"(?<=: )(?=\S)", "#"),
}


@dataclass(frozen=True)
class SlipOfHand:
    """One slip: in which file, on which line of its header, and what came of it."""

    file: str
    line: int
    name: str
    outcome: str


def _headers(root: Path) -> Iterator[tuple[Path, Lines, Lines]]:
    """Every file with its header's lines, and what stands below."""
    for file in sorted(root.rglob("*.md")):
        lines = file.read_text("utf-8").split("\n")
        end = lines.index("---", 1)
        yield file, lines[1:end], lines[end:]


def _said(root: Path) -> tuple[Archive, list[Finding]]:
    archive, findings = read(root)
    return archive, judge(archive, findings, Day(archive.without_drafts, TODAY))


Headers = dict[str, dict[str, str]]


def _headers_of(archive: Archive) -> Headers:
    """What each file says, by key; nothing under a key is as if it were not there."""
    return {
        document.path: {
            key: repr(value) for key, value in document.header.model_dump().items() if value not in (None, (), "")
        }
        for document in archive.documents()
    }


def slips(step: int = 1) -> Iterator[SlipOfHand]:
    """Every slip on every line of the sound record's headers; `step` takes every so many of them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SOUND, Path(folder) / "arkiv"))
        archive, told = _said(root)
        before, known = _headers_of(archive), {str(finding) for finding in told}
        masked = {item.document.path for item in archive.items if not item.is_public}
        count = 0
        for file, header, below in _headers(root):
            text = file.read_text("utf-8")
            for n in range(len(header)):
                for name, slip in SLIPS.items():
                    changed = slip(header, n)
                    count += 1
                    if changed is None or changed == header or count % step:
                        continue
                    file.write_text("\n".join(["---", *changed, *below]), encoding="utf-8")
                    path = file.relative_to(root).as_posix()
                    yield SlipOfHand(path, n + 2, name, _outcome(root, before, known, masked))
            file.write_text(text, encoding="utf-8")


def _outcome(root: Path, before: Headers, known: set[str], masked: set[str]) -> str:
    archive, told = _said(root)
    fresh = [finding for finding in told if str(finding) not in known]
    if has_errors(fresh):
        return "nekad"
    if fresh:
        return "varnad"
    after = _headers_of(archive)
    if after == before:
        return "ofarlig"
    leaks = any(after.get(path, {}).items() - before[path].items() for path in masked)
    return "läcka" if leaks else "tyst"


def main() -> int:
    """Prints the figures, and the silent slips; 1 when something leaks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visa", action="store_true", help="show each silent slip")
    shown = parser.parse_args().visa
    made = [*slips()]
    counted = Counter(slip.outcome for slip in made)
    meant = len(made) - counted["ofarlig"]
    for outcome, number in counted.most_common():
        print(f"{outcome:8} {number:5}  {number / len(made):.1%}")
    print(
        f"{len(made)} slips; of the {meant} that change something {(counted['nekad'] + counted['varnad']) / meant:.1%} are told."
    )
    for slip in made if shown else ():
        if slip.outcome in ("tyst", "läcka"):
            print(f"{slip.outcome}: {slip.file}:{slip.line} {slip.name}")
    for name, number in Counter(slip.name for slip in made if slip.outcome == "tyst").most_common():
        print(f"tyst {number:4} {name}")
    return 1 if counted["läcka"] else 0


if __name__ == "__main__":
    sys.exit(main())
