"""The values that a field may hold, where the program knows them, each with what it is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KnownValues:
    """Values with what each is called; `is_all` says that there are no others, so that one of them is picked."""

    pairs: tuple[tuple[str, str], ...]
    is_all: bool = False

    @property
    def values(self) -> frozenset[str]:
        """The values alone."""
        return frozenset(value for value, _ in self.pairs)

    def other(self, written: str) -> tuple[str, ...]:
        """What is written, a value on each line, and is none of them."""
        return tuple(line for line in written.split("\n") if line and line not in self.values)
