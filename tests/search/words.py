"""Compounds of a board's papers with a part that finds them, and words that only look as if they had one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


def rows(name: str) -> list[tuple[str, str]]:
    """(word, part) of every line of the file."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines()
    return [(word, part) for word, part in (line.split("\t") for line in lines)]


COMPOUNDS = rows("compounds")
LURES = rows("lures")


@dataclass(frozen=True)
class Query:
    """What somebody types, what kind of search it is, and the addresses that answer it."""

    kind: str
    text: str
    expected: tuple[str, ...]


def queries(name: str = "queries") -> list[Query]:
    """The searches that the answers are measured on, or those of another list."""
    lines = (line.split("\t") for line in Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines())
    return [Query(kind, text, tuple(expected.split("|"))) for kind, text, expected in lines]


def listed(name: str) -> list[str]:
    """The words of one list, one a line."""
    return Path(__file__).with_name(f"{name}.txt").read_text("utf-8").split()
