"""How far a long piece of work has come: a bar with count and time left on a terminal, plain lines otherwise, or nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

WIDTH = 24
LEAST_SECONDS = 0.1
"""Between two drawings of the bar."""


@dataclass
class Progress:
    """One piece of work after another; `out` None says nothing. `now` gives seconds."""

    out: TextIO | None = None
    is_terminal: bool = False
    now: Callable[[], float] = time.monotonic
    _what: str = ""
    _total: int = 0
    _done: int = 0
    _begun: float = 0
    _drawn: float = 0
    _width: int = field(default=0, repr=False)

    @classmethod
    def shown(cls, out: TextIO | None = None) -> Progress:
        """On standard error: a bar where that is a terminal, else a line for each piece of work."""
        out = out or sys.stderr
        return cls(out, out.isatty())

    def begin(self, what: str, total: int = 0) -> None:
        """A new piece of work, of so many steps if that is known."""
        self._what, self._total, self._done = what, total, 0
        self._begun = self._drawn = self.now()
        if self.is_terminal:
            self._draw()
        elif self.out is not None:
            of = f" ({total})" if total else ""
            print(f"{what}{of} ...", file=self.out, flush=True)

    def step(self) -> None:
        """One step is done."""
        self._done += 1
        if self.is_terminal and self.now() - self._drawn >= LEAST_SECONDS:
            self._drawn = self.now()
            self._draw()

    def end(self) -> None:
        """Clears the bar away."""
        if self.is_terminal and self.out is not None and self._width:
            self.out.write(f"\r{' ' * self._width}\r")
            self.out.flush()
            self._width = 0

    def _draw(self) -> None:
        assert self.out is not None
        text = self._text()
        self.out.write(f"\r{text.ljust(self._width)}")
        self.out.flush()
        self._width = len(text)

    def _text(self) -> str:
        if not self._total:
            return f"{self._what} ... {self._done or ''}".rstrip()
        full = WIDTH * self._done // self._total
        bar = "█" * full + "░" * (WIDTH - full)
        spent = self.now() - self._begun
        left = (
            f", {_duration(spent / self._done * (self._total - self._done))} kvar" if self._done and spent >= 1 else ""
        )
        return f"{self._what} {bar} {self._done} av {self._total}{left}"


def _duration(seconds: float) -> str:
    whole = max(1, round(seconds))
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60:02} s"
