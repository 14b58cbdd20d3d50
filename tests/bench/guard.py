"""`make bench-guard`: recall and precision on the labelled texts, the generated numbers, and the time for a large record."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from build_scripts.desk.guard import judge
from macros.guard.official import Official
from macros.guard.recognise import recognise
from macros.record.reading import read
from tests.bench.generate import generate
from tests.guard.generated import numbers
from tests.guard.labelled import measure

MANY = 20_000
MEETINGS = 220
"""About 5 000 pages."""


def main() -> None:
    """Prints the figures."""
    measured = measure()
    print(f"Recall {measured.recall:.3f}, precision {measured.precision:.3f} on {measured.texts} texts.")
    nobody = Official()
    missed = sum(not recognise(text, nobody) for text in numbers(MANY, seed=1))
    print(f"{missed} of {MANY} generated numbers missed.")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root, MEETINGS, seed=1)
        (root / "content").mkdir()
        start = time.process_time()
        archive, _ = read(root)
        middle = time.process_time()
        judged = judge(root, archive)
        end = time.process_time()
    print(
        f"{len(judged.files)} files of {MEETINGS} meetings: read {middle - start:.1f} s, guarded {end - middle:.1f} s, "
        f"{len(judged.findings)} findings."
    )


if __name__ == "__main__":
    main()
