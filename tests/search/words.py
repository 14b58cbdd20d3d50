"""Compounds of a board's papers with a part that finds them, and words that only look as if they had one."""

from __future__ import annotations

from pathlib import Path


def rows(name: str) -> list[tuple[str, str]]:
    """(word, part) of every line of the file."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines()
    return [(word, part) for word, part in (line.split("\t") for line in lines)]


COMPOUNDS = rows("compounds")
LURES = rows("lures")
