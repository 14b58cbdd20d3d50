"""A finding: what is wrong in the record, where, and what to do about it."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Level(enum.StrEnum):
    """How grave a finding is: "fel" stops every later step, "varning" does not."""

    ERROR = "fel"
    WARNING = "varning"


@dataclass(frozen=True, order=True)
class Place:
    """Where in the record: path from the project's root, line and column counted from 1 (0 = the whole file).

    `length` is the number of marked characters on that line and `excerpt` the line as written.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def error(self, rule: str, message: str, remedy: str) -> Finding:
        """A finding here that stops."""
        return Finding(self, Level.ERROR, rule, message, remedy)

    def warning(self, rule: str, message: str, remedy: str) -> Finding:
        """A finding here that does not stop."""
        return Finding(self, Level.WARNING, rule, message, remedy)


@dataclass(frozen=True)
class Finding:
    """One fault: place, level, rule id (a heading on the rules page), one sentence of what, one of what to do.

    `explanation` is the record's own words for why a warning stands (header key "förklaringar").
    """

    place: Place
    level: Level
    rule: str
    message: str
    remedy: str
    explanation: str = ""

    @property
    def fault(self) -> tuple[str, str, str]:
        """What makes it the same fault wherever its line has moved to."""
        return self.rule, self.place.path, self.message

    def explained(self, explanation: str) -> Finding:
        """The same finding with the record's explanation beside it."""
        return dataclasses.replace(self, explanation=explanation)


LONGEST_EXCERPT = 160
"""A longer line is cut around the marked place: a terminal must not be flooded by a pasted document."""


def as_text(finding: Finding) -> str:
    """The finding as the secretary reads it: head line, the line with its mark, and what to do."""
    lines = [f"{finding.place}: {finding.level}[{finding.rule}]: {finding.message}"]
    if finding.place.line and finding.place.excerpt.strip():
        excerpt, column = _cut(finding.place)
        number = str(finding.place.line)
        lead = "".join("\t" if sign == "\t" else " " for sign in excerpt[: column - 1])
        marks = "^" * max(1, min(finding.place.length, len(excerpt) - column + 1))
        lines += [f"  {number} | {excerpt}", f"  {' ' * len(number)} | {lead}{marks}"]
    if finding.explanation:
        lines.append(f"  Förklaring i filen: {finding.explanation}")
    lines.append(f"  Gör så här: {finding.remedy}")
    return "\n".join(lines)


def _cut(place: Place) -> tuple[str, int]:
    """At most `LONGEST_EXCERPT` characters of the line around the mark, and the mark's column in them."""
    excerpt = "".join(
        sign if sign.isprintable() or sign == "\t" else "\N{REPLACEMENT CHARACTER}" for sign in place.excerpt
    )
    if len(excerpt) <= LONGEST_EXCERPT:
        return excerpt, place.column
    start = max(0, place.column - 1 - LONGEST_EXCERPT // 2)
    head = "…" if start else ""
    tail = "…" if start + LONGEST_EXCERPT < len(excerpt) else ""
    return head + excerpt[start : start + LONGEST_EXCERPT] + tail, place.column - start + len(head)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they are printed: by path, line and column, errors before warnings on one place."""
    return sorted(set(findings), key=lambda f: (f.place.path, f.place.line, f.place.column, f.level, f.rule, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything stops what follows."""
    return any(finding.level is Level.ERROR for finding in findings)
