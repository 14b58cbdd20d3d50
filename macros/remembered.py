"""Work on a text that may have been done before: the same text always gives the same, so whoever runs us may remember it.

Nothing is remembered here, and without a memory everything is worked out as it is asked for. A memory that forgets or knows
nothing changes no result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class TextMemory(Protocol):
    """Keeps texts by kind of work and by everything they were made from."""

    def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
        """What was made, if it is known."""

    def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
        """Remembers what was made."""


_memory: ContextVar[TextMemory | None] = ContextVar("memory", default=None)


@contextmanager
def with_memory(memory: TextMemory) -> Iterator[None]:
    """While the block runs, `remembered` asks this memory."""
    token = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(token)


def remembered(kind: str, made_from: tuple[str, ...], make: Callable[[], str | None]) -> str | None:
    """What `make` gives, which depends on nothing but `made_from` and the program; None is not remembered."""
    memory = _memory.get()
    if memory is None:
        return make()
    known = memory.known(kind, made_from)
    if known is None:
        known = make()
        if known is not None:
            memory.keep(kind, made_from, known)
    return known
