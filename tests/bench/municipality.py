"""What one large municipality costs to build, search index and all: the figures of `docs/manga-kommuner.md`.

`python -m tests.bench.municipality --sammanträden 2420` builds the pages of eleven boards over twenty years, some 47 600, and
prints a Markdown table: CPU seconds of all processes, seconds on the clock, and memory of the largest process. It takes a
quarter of an hour on a quiet machine.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import projects
from tests.bench.measure import timed

NEXT_DAY = "2026-11-23"
HEAD = "| Bygge | CPU-s | s | MB minne |\n|---|---:|---:|---:|"

BUILDS: tuple[tuple[str, str, Callable[[Path], None]], ...] = (
    ("Kallt", projects.DAY, lambda root: None),
    ("Inget ändrat", projects.DAY, lambda root: None),
    # Not before the third release is there a spare to change, as there is from day to day: until then every file is written.
    ("Ett rättat ord, andra utgåvan", projects.DAY, lambda root: projects.mend_typo(root, 0)),
    ("Ett rättat ord, tredje utgåvan", projects.DAY, lambda root: projects.mend_typo(root, 1)),
    ("Ny kallelse med 11 ärenden", projects.DAY, lambda root: projects.add_agenda(root, 0)),
    ("Dagen efter, inget skrivet", NEXT_DAY, lambda root: None),
)
"""Each build as it is called in the table, its day, and what is changed before it."""


def measured(folder: Path, meetings: int) -> list[str]:
    """The table and, above it, how large the site is."""
    root, target = projects.project(folder / "project", meetings, sharing=meetings), folder / "ut/site"
    rows = []
    for name, day, change in BUILDS:
        change(root)
        command = [sys.executable, "-m", "build_scripts", "bygg", "--katalog", str(root), "--idag", day, "--tyst"]
        spent, told = timed([*command, "--ut", str(target)])
        rows.append(f"| {name} | {spent.cpu:.1f} | {spent.wall:.1f} | {spent.memory:.0f} |")
        print(rows[-1], file=sys.stderr)
    files = [file.stat().st_size for file in target.resolve().rglob("*") if file.is_file()]
    memory_file = (root / ".cache/klubbat/minne.sqlite").stat().st_size
    pages = re.sub(r"\D*(\d+)\D.*", r"\1", told, flags=re.DOTALL)
    about = f"{pages} sidor, {len(files)} filer, {sum(files) / 1e6:.0f} MB; minnet mellan byggen {memory_file / 1e6:.0f} MB."
    return [about, "", HEAD, *rows]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sammanträden", type=int, default=2420, dest="meetings")
    with tempfile.TemporaryDirectory(prefix="klubbat-kommun-") as folder:
        print("\n".join(measured(Path(folder), parser.parse_args().meetings)))


if __name__ == "__main__":
    main()
