"""`make bench-guard`: recall and precision on the labelled texts, the generated numbers, and the time for a large record.

The record is guarded as it is written, and its site as a build of it is: first, unchanged, and made anew.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from build_scripts.guard.release import stops
from build_scripts.guard.sources import judge_sources
from build_scripts.kept import listing
from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import code_stamp
from build_scripts.site.building import release
from build_scripts.site.release import listing_of
from build_scripts.site.unchanged import BuildOrder
from macros.guard.official import Official, of_all
from macros.guard.recognise import recognise
from macros.record.reading import read
from tests.bench.phases import spent
from tests.bench.projects import DAY, project
from tests.guard.generated import numbers
from tests.guard.labelled import FILE, UNSEEN, UNTOUCHED, measure

MANY = 20_000
MEETINGS = 220
"""About 5 000 pages."""


def main() -> None:
    """Prints the figures."""
    for file in (FILE, *UNSEEN, UNTOUCHED):
        measured = measure(file)
        print(
            f"{file.name}: recall {measured.recall:.3f}, precision {measured.precision:.3f} on {measured.texts} texts."
        )
    nobody = Official()
    missed = sum(not recognise(text, nobody) for text in numbers(MANY, seed=1))
    print(f"{missed} of {MANY} generated numbers missed.")
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder) / "projekt", MEETINGS)
        start = spent()
        archive, _ = read(root)
        middle = spent()
        judged = judge_sources(root, archive)
        end = spent()
        _release(root, Path(folder) / "ut/site", of_all(archive.bodies))
    print(
        f"{len(judged.files)} files of {MEETINGS} meetings: read {middle - start:.1f} s, guarded {end - middle:.1f} s, "
        f"{len(judged.findings)} findings."
    )


def _release(root: Path, target: Path, official: Official) -> None:
    """What the guard adds to a build: nothing remembered, and nothing changed."""
    release(BuildOrder(root, dt.date.fromisoformat(DAY), target))
    folder = target.resolve()
    known = listing.read(listing_of(folder))
    assert known is not None
    contents = {name: listed.content for name, listed in known.files.items()}
    took = []
    for _ in range(2):
        memory = Memory(root / "minne.sqlite", code_stamp)
        start = spent()
        stops(folder, contents, official, memory)
        took.append(spent() - start)
        memory.save()
        memory.close()
    first, unchanged = took
    print(f"{len(contents)} files of its release: first {first:.2f} s, unchanged {unchanged:.2f} s.")


if __name__ == "__main__":
    main()
