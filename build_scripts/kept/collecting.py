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
def making_what_stays() -> Iterator[None]:
    """The same, and what was made is old at once: what is new is looked through as soon as may be, and all of a build is new."""
    with without_collecting():
        try:
            yield
        finally:
            gc.freeze()
            gc.unfreeze()


def keep_what_is_read() -> None:
    """What is there now stays as long as the program runs: to look for circles in it takes a third of a second at a time."""
    gc.freeze()
