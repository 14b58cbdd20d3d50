"""Which tests take more than a tenth of a second of a core: `tests/slow.txt` names them, and `make test-quick` leaves them out.

To write it anew: `SKRIV_LANGSAMMA=1 .venv/bin/pytest -n0 -m "not slow"`. A name that no test has any more leaves nothing out.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from statistics import mean

import pytest

LIST = Path(__file__).with_name("slow.txt")
LONG = 0.1
"""Seconds of a core, of the program's own processes too, for the mean of a test's parameters."""

IS_WRITTEN = bool(os.environ.get("SKRIV_LANGSAMMA"))


def known() -> frozenset[str]:
    """The names that are in the list; none while it is written."""
    return frozenset() if IS_WRITTEN else frozenset(LIST.read_text("utf-8").split())


def name_of(item: pytest.Item) -> str:
    """The test's place and name, without its parameters."""
    return item.nodeid.partition("[")[0].partition("@")[0]


class Watch:
    """Counts what each test takes, and writes the list when all have run."""

    def __init__(self) -> None:
        self.took: defaultdict[str, list[float]] = defaultdict(list)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        before = sum(os.times()[:4])
        result = yield
        self.took[name_of(item)].append(sum(os.times()[:4]) - before)
        return result

    def pytest_sessionfinish(self) -> None:
        names = sorted(name for name, took in self.took.items() if mean(took) > LONG)
        LIST.write_text("\n".join(names) + "\n", "utf-8")
