"""Signatures under a report: names with their offices, in lines under each other or in a table side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.imports.blocks import Block, BlockKind, grid_of
from build_scripts.imports.people import LONGEST_LINE, Person, is_name, is_office, person_of

_GREETING = re.compile(
    r"(?:(?:med )?vänliga? hälsning(?:ar)?|(?:vänliga )?hälsningar|mvh|vänligen)[,.!]?", re.IGNORECASE
)
_RULE = re.compile(r"[\W_]*")


@dataclass(frozen=True)
class Signature:
    """Who signed, and how many blocks the signature takes."""

    persons: tuple[Person, ...]
    blocks: int


def signature(blocks: Sequence[Block]) -> Signature | None:
    """The signature that the first of the blocks begins, if it begins one."""
    first = blocks[0]
    if first.kind is BlockKind.TABLE:
        persons = _in_table(first)
        return Signature(persons, 1) if persons else None
    if first.kind is not BlockKind.PARAGRAPH:
        return None
    lines = _shown(first)
    greets = bool(lines) and bool(_GREETING.fullmatch(lines[0]))
    if greets and len(lines) == 1:
        return Signature((), 1)
    lines = lines[1:] if greets else lines
    if not lines or any(len(line) > LONGEST_LINE for line in lines):
        return None
    below = _shown(blocks[1]) if len(blocks) > 1 and blocks[1].kind is BlockKind.PARAGRAPH else []
    if len(lines) == 1 and len(below) == 1 and is_office(below[0]) and is_name(lines[0], with_office=True):
        return Signature((Person(lines[0], below[0]),), 2)
    persons = tuple(_under_each_other(lines))
    if greets and not persons:
        persons = tuple(filter(None, [person_of(lines)]))
    return Signature(persons, 1) if persons else None


def _under_each_other(lines: Sequence[str]) -> list[Person]:
    """The persons of lines that hold nothing else; none where they do."""
    persons: list[Person] = []
    rest = list(lines)
    while rest:
        person = person_of(rest[:2])
        if person is None or not _of(rest[0], person):
            return []
        persons.append(person)
        rest = rest[2 if rest[1:2] == [person.office] else 1 :]
    return persons


def _shown(block: Block) -> list[str]:
    return [line for line in block.lines if not _RULE.fullmatch(line)]


def _of(line: str, person: Person) -> bool:
    """Whether the line says nothing but the person's name and office."""
    return not _RULE.sub("", line.replace(person.name, "").replace(person.office or "", ""))


def _in_table(table: Block) -> tuple[Person, ...]:
    """The persons of a table that holds nothing else: each column is read downwards."""
    rows = grid_of(table.markup)
    columns = [
        [line for row in rows if n < len(row) for line in row[n] if not _RULE.fullmatch(line)]
        for n in range(max(map(len, rows), default=0))
    ]
    persons = []
    for lines in filter(None, columns):
        person = person_of(lines)
        if person is None or not all(
            is_name(line, with_office=True) or is_office(line) or _of(line, person) for line in lines
        ):
            return ()
        persons.append(person)
    return tuple(persons)
