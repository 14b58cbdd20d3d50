"""What git leaves in a file when two people have changed the same lines: both versions between marks, until somebody chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.finding import Finding, Level
from macros.record.source import Source

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MOST_SHOWN = 3
_LONGEST = 80


@dataclass(frozen=True)
class Version:
    """One of the two: what git calls it, the line it begins on, and its lines."""

    name: str
    first: int
    lines: Sequence[str]

    def __str__(self) -> str:
        name = f" ({self.name})" if self.name else ""
        if not self.lines:
            return f"{name} har inga rader"
        last = self.first + len(self.lines) - 1
        where = f"rad {self.first}" if last == self.first else f"rad {self.first}-{last}"
        shown = " / ".join(line.strip() for line in self.lines[:_MOST_SHOWN])
        more = len(self.lines) > _MOST_SHOWN or len(shown) > _LONGEST
        return f'{name} är {where}: "{shown[:_LONGEST].rstrip()}{" …" if more else ""}"'


def conflict_finding(source: Source) -> Finding | None:
    """The finding "sammanfogning" for a file that git could not put together; nothing else in it can be judged."""
    found = list(_conflicts(source.lines)) if _OURS in source.text else []
    if not found:
        return None
    ours, theirs = found[0]
    more = f" Filen har {len(found)} sådana ställen." if len(found) > 1 else ""
    return Finding(
        source.place(ours.first - 1, 1, len(_OURS)),
        Level.ERROR,
        "sammanfogning",
        f"Git kunde inte foga samman två versioner. Den första{ours}. Den andra{theirs}.{more}",
        f"behåll den ena versionen eller skriv ihop dem, ta bort raderna som börjar med {_OURS}, {_MIDDLE} och {_THEIRS}, "
        f"och spara. Skriv sedan git add {source.path} och git commit.",
    )


def _conflicts(lines: Sequence[str]) -> Iterator[tuple[Version, Version]]:
    """Both versions wherever all marks stand first on a line and in order; what stood before may be given between them."""
    marks: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        mark = line[:7]
        if line[7:8] not in ("", " "):
            continue
        if mark == _OURS:
            marks = {_OURS: number}
        elif mark == _BASE and list(marks) == [_OURS]:
            marks[_BASE] = number
        elif line == _MIDDLE and marks and _MIDDLE not in marks:
            marks[_MIDDLE] = number
        elif mark == _THEIRS and _MIDDLE in marks:
            ours, middle = marks[_OURS], marks[_MIDDLE]
            ours_end = marks.get(_BASE, middle)
            yield (
                Version(lines[ours - 1][8:], ours + 1, lines[ours : ours_end - 1]),
                Version(line[8:], middle + 1, lines[middle : number - 1]),
            )
            marks = {}
