"""One build in this process, with the CPU seconds of each of its parts: `python -m tests.bench.phases PROJECT TARGET DAY`.

The parts are those that `klubbat bygg` shows; what comes before the first (Python, modules, change detection) is `start`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from build_scripts.progress import Progress
from build_scripts.project import today
from build_scripts.site.building import release
from build_scripts.site.unchanged import BuildOrder


class Phases(Progress):
    """Notes when each part begins instead of showing it."""

    def begin(self, what: str, total: int = 0) -> None:
        """The next part."""
        self._what = what
        begun.append((what, spent()))


begun: list[tuple[str, float]] = []


def spent() -> float:
    """CPU seconds of this process and of those that it has ended."""
    return sum(os.times()[:4])


def measured(order: BuildOrder) -> dict[str, float]:
    """CPU seconds by part."""
    counts = release(order, progress=Phases(None))
    ends = [cpu for _, cpu in begun[1:]] + [spent()]
    parts = {"start": begun[0][1]}
    for (what, start), end in zip(begun, ends, strict=True):
        parts[what] = parts.get(what, 0.0) + end - start
    return parts | {"skrivna": counts.written or 0, "sidor": counts.pages}


if __name__ == "__main__":
    print(
        json.dumps(
            measured(
                BuildOrder(Path(sys.argv[1]), today(sys.argv[3]), Path(sys.argv[2]), searchable=False, printable=False)
            )
        )
    )
