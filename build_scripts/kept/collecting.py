"""When Python looks for circles in what a piece of work has made: not while it makes it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """A build makes much and lets go of it only at its end: looking for circles meanwhile finds nothing and costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def until_the_end() -> Iterator[None]:
    """The same where the program ends with what it made: to look through all of it at last takes a tenth of a build."""
    with without_collecting():
        try:
            yield
        finally:
            gc.freeze()


def keep_what_is_read() -> None:
    """What is there now stays as long as the program runs: to look for circles in it takes a third of a second at a time."""
    gc.freeze()
