"""Words that YAML takes for something else than words, and that would vanish or run together without a sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.finding import Finding, Level
from macros.record.source import Source


def comment(source: Source, line: int, column: int) -> Iterator[Finding]:
    """`rubrik: Budget #2` reads as "Budget": the rest is a comment to YAML. `line` and `column` are where the value ends."""
    rest = source.place(line).excerpt[column - 1 :]
    if rest.lstrip().startswith("#"):
        start = column + len(rest) - len(rest.lstrip())
        yield Finding(
            source.place(line, start, len(rest.strip())),
            Level.WARNING,
            "kommentar-efter-värde",
            "Det som står efter # läses som en kommentar och kommer inte med.",
            "sätt citattecken om hela värdet om # hör till texten, annars flytta kommentaren till en egen rad.",
        )


def row(source: Source, first: int, last: int) -> Iterator[Finding]:
    """A list's row that is indented too far is read as more words of the row before it; `first` to `last` are its lines."""
    for line in range(first + 1, last + 1):
        written = source.place(line).excerpt
        if written.lstrip().startswith("- "):
            yield Finding(
                source.place(line, len(written) - len(written.lstrip()) + 1),
                Level.ERROR,
                "indrag",
                "Raden är indragen längre än listraden före och läses som en fortsättning på den.",
                "dra in alla rader i listan lika långt.",
            )


def words(source: Source, unused: Mapping[str, tuple[int, int]]) -> Iterator[Finding]:
    """`rubrik: &Co AB` reads as "AB": a first word after `&` names the value, and nobody calls this one by its name."""
    for name, (line, column) in unused.items():
        yield Finding(
            source.place(line, column, len(name) + 1),
            Level.ERROR,
            "särskilt-tecken",
            "Värdet börjar med ett tecken som har en särskild betydelse här.",
            'sätt citattecken om värdet: "...".',
        )
