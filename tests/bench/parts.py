"""What parts cost: each municipality built in a process of its own, and all joined: the figures of `docs/manga-kommuner.md`.

`python -m tests.bench.parts --kommuner 3 --meetings 50,200` prints, for each size of a municipality, a row of a Markdown
table: CPU seconds (of all processes), peak memory and bytes. Parts and joining are without the search index; `--sok` has it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench import generate, projects
from tests.bench.measure import timed

NEXT_DAY = "2026-11-23"
HEAD = (
    *("Sidor i en del", "Delen, kallt (CPU-s)", "Delen, dagen efter (CPU-s)", "Delens minne (MB)", "Delens byte"),
    *("… varav underlag", "Sidor i hela", "Foga, kallt (CPU-s)", "Foga, dagen efter (CPU-s)", "Fogandets minne (MB)"),
    "Gemensamma sidors byte",
)


@dataclass(frozen=True)
class Project:
    """A record of so many municipalities, each with one board of so many meetings, and where its parts are put."""

    root: Path
    parts: Path
    names: tuple[str, ...]
    options: tuple[str, ...]

    def build(self, name: str, day: str) -> tuple[float, float]:
        """CPU seconds and memory of one part."""
        return self._run("bygg", day, "--kommun", name, "--ut", str(self.parts / name))

    def join(self, day: str) -> tuple[float, float]:
        """CPU seconds and memory of joining all parts."""
        return self._run("foga", day, *(str(self.parts / name) for name in self.names), "--till", str(self.site))

    @property
    def site(self) -> Path:
        """The joined site."""
        return self.parts / "site"

    def _run(self, command: str, day: str, *words: str) -> tuple[float, float]:
        program = [sys.executable, "-m", "build_scripts", command, "--katalog", str(self.root), "--idag", day, "--tyst"]
        seconds, memory, _ = timed([*program, *words, *self.options])
        return seconds, memory


def project(folder: Path, municipalities: int, meetings: int, options: tuple[str, ...]) -> Project:
    """The record, written."""
    root = projects.project(folder / "projekt", 0)
    for number in range(municipalities):
        generate.board(root, number * generate.BODIES_OF_A_MUNICIPALITY, meetings, seed=1)
    names = tuple(f"provkommun-{number + 1}" for number in range(municipalities))
    return Project(root, folder / "delar", names, options)


def row(made: Project) -> list[str]:
    """The figures of `HEAD`."""
    cold = [made.build(name, projects.DAY) for name in made.names]
    joined = made.join(projects.DAY)
    warm = [made.build(name, NEXT_DAY) for name in made.names]
    again = made.join(NEXT_DAY)
    parts = [made.parts / name for name in made.names]
    pages = [sum(1 for _ in part.rglob("*.html")) for part in parts]
    held = sum(map(_bytes, (part / "sidor" for part in parts)))
    figures = (
        *(median(pages), median(cpu for cpu, _ in cold), median(cpu for cpu, _ in warm), max(mb for _, mb in cold)),
        *(median(map(_bytes, parts)), median(_bytes(part / "underlag") for part in parts)),
        *(sum(1 for _ in made.site.rglob("*.html")), joined[0], again[0], max(joined[1], again[1])),
        _bytes(made.site) - held,
    )
    return [f"{figure:.2f}" if isinstance(figure, float) and figure < 100 else f"{figure:.0f}" for figure in figures]


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.resolve().rglob("*") if file.is_file())


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kommuner", type=int, default=3, help="municipalities")
    parser.add_argument("--meetings", default="50,200", help="meetings of each municipality, with commas")
    parser.add_argument("--sok", action="store_true", help="with the search index")
    arguments = parser.parse_args()
    options = () if arguments.sok else ("--utan-sok",)
    print(f"| {' | '.join(HEAD)} |\n|{'---:|' * len(HEAD)}")
    for meetings in map(int, arguments.meetings.split(",")):
        with tempfile.TemporaryDirectory(prefix="klubbat-delar-") as folder:
            made = project(Path(folder), arguments.kommuner, meetings, options)
            print(f"| {' | '.join(row(made))} |", flush=True)


if __name__ == "__main__":
    main()
