"""Small changes of a record, as text: `byt.txt` says in which files which lines are taken out and which come instead.

A line with a path names the file; lines that begin with `-` are taken out, those with `+` come in their place. The lines
taken out stand in the file exactly once, as they are written. A blank line begins the next change.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

EDITS = "byt.txt"


def apply(edits: Path, root: Path) -> None:
    """Carries out the changes of the file `edits` in the record `root`; a change that does not fit is an error of the test."""
    file = root
    for blank, change in groupby(edits.read_text(encoding="utf-8").split("\n"), key=lambda line: not line):
        if blank:
            continue
        lines = list(change)
        if lines[0][0] not in "-+":
            file = root / lines.pop(0)
        old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
        new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
        text = file.read_text(encoding="utf-8")
        assert f"\n{text}".count(f"\n{old}") == 1, f"{edits}: {old!r} stands not once in {file.name}"
        file.write_text(f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:], encoding="utf-8")
