"""Work of libraries that may be asked by one thread at a time: the desk and the preview answer many questions at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def one_at_a_time(work: Callable[Given, Made]) -> Callable[Given, Made]:
    """The function with its threads in line: none begins before the one before has left it. It must not call itself."""
    working = Lock()

    @wraps(work)
    def in_line(*given: Given.args, **named: Given.kwargs) -> Made:
        with working:
            return work(*given, **named)

    return in_line
