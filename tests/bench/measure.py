"""`make bench`: builds of a synthetic record against stock MkDocs-Material and others on the same pages, in one run.

What is compared is built in turns, so that a busy machine slows all of it; the figures are medians of CPU seconds (user and
system, of every process). Nothing here is a test: no figure fails a run.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench import projects
from tests.bench.first_view import View, first_views
from tests.bench.projects import DAY
from tests.bench.table import Results, as_markdown
from tests.site.browser import NAMES
from tests.site.projects import ROOT

PAGES_OF_A_MEETING = 20.45
ELEVENTY_VERSION = "3.1.2"
HUGO_VERSION = "0.168.0"
BEGINS, ENDS = "<!-- tabell -->\n", "<!-- slut -->"
LARGEST_COMPARED = 5000
"""Pages; above, others are left out and one round is enough."""

CHANGES: tuple[tuple[str, Callable[[Path, int], None]], ...] = (
    ("uppvärmning", projects.mend_typo),
    ("uppvärmning", projects.mend_typo),
    ("ny kallelse", projects.add_agenda),
    ("rättat ord", projects.mend_typo),
)


def timed(command: list[str], cwd: Path = ROOT) -> tuple[float, float, str]:
    """CPU seconds, peak memory in MB and output of a command and all its processes."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=err, text=True)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            err.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{err.read()[-2000:]}")
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read()


@dataclass(frozen=True)
class Others:
    """The programs of other generators, where they could be installed."""

    eleventy: Path | None = None
    hugo: Path | None = None


class Bench:
    """One size: a project, the same pages for others, and what was measured."""

    def __init__(self, folder: Path, meetings: int, others: Others, compared: bool) -> None:
        self.folder = folder
        self.meetings = meetings
        self.root = projects.project(folder / "project", meetings)
        self.target = folder / "ut/site"
        self.others = others
        self.compared = compared
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.memory: dict[str, float] = {}
        if compared:
            projects.for_others(self.root, folder / "others")

    def note(self, what: str, seconds: float, memory: float = 0) -> None:
        """One measurement."""
        self.seconds[what].append(seconds)
        self.memory[what] = max(memory, self.memory.get(what, 0))

    def round(self, number: int) -> None:
        """Everything once."""
        shutil.rmtree(self.root / ".cache", ignore_errors=True)
        shutil.rmtree(self.folder / "ut", ignore_errors=True)
        self._build("kallt")
        self._run("oförändrat", [*self._klubbat("bygg"), "--utan-sok", "--utan-pdf", "--ut", str(self.target)])
        if self.compared:
            self._others()
        if self.meetings:
            # Three releases first, so that the spare is a whole one that is changed, as it is from day to day.
            for step, (name, change) in enumerate(CHANGES):
                change(self.root, len(CHANGES) * number + step)
                self._build(name)
        self._run("kontroll", self._klubbat("kontrollera"))
        if self.compared:
            self._index()

    def _klubbat(self, command: str) -> list[str]:
        return [sys.executable, "-m", "build_scripts", command, "--katalog", str(self.root), "--idag", DAY]

    def _run(self, what: str, command: list[str], cwd: Path = ROOT) -> None:
        seconds, memory, _ = timed(command, cwd)
        self.note(what, seconds, memory)

    def _build(self, what: str) -> None:
        seconds, memory, told = timed(
            [sys.executable, "-m", "tests.bench.phases", str(self.root), str(self.target), DAY]
        )
        self.note(what, seconds, memory)
        parts = json.loads(told)
        for part, spent in parts.items():
            self.note(f"{what}: {part}", spent)
        steps = ("Läser arkivet", "Kontrollerar", "Gör sidor")
        self.note(f"{what}: läsning, kontroll och sidor", sum(parts[step] for step in steps))
        self.note(f"{what}: sidsteget", parts["Gör sidor"])

    def _others(self) -> None:
        others, floor = self.folder / "others", self.folder / "floor"
        shutil.rmtree(floor, ignore_errors=True)
        _, _, told = timed([sys.executable, "-m", "tests.bench.floor", str(self.root / "meetings"), str(floor)])
        for part, spent in json.loads(told).items():
            self.note(f"golvet: {part}", spent)
        self._run("MkDocs-Material", [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"], others)
        if self.others.eleventy:
            node = shutil.which("node") or "node"
            self._run("Eleventy", [node, "--max-old-space-size=4096", str(self.others.eleventy)], others)
        if self.others.hugo:
            shutil.rmtree(others / "hugo/built", ignore_errors=True)
            self._run("Hugo", [str(self.others.hugo), "--quiet"], others / "hugo")

    def _index(self) -> None:
        site = self.folder / "index"
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(self.target, site)
        program = "import sys; from pathlib import Path; from build_scripts.exports.search import index; index(Path(sys.argv[1]))"
        self._run("sökindex", [sys.executable, "-c", program, str(site)])

    def results(self) -> Results:
        """Medians, and the size of pages, of a median item's page and of its first view."""
        sizes = sorted(file.stat().st_size for file in self.target.rglob("*.html"))
        items = sorted(self.target.glob("namnd-*/20*-*-*/*/index.html"), key=lambda file: file.stat().st_size)
        item = items[len(items) // 2]
        return Results(
            {what: median(seconds) for what, seconds in self.seconds.items()},
            self.memory,
            len(sizes),
            sum(sizes) / len(sizes),
            item.stat().st_size,
            self._views(item.parent.relative_to(self.target).as_posix()),
        )

    def _views(self, address: str) -> dict[str, View]:
        return first_views(self.target, f"{address}/") if any(map(shutil.which, NAMES)) else {}


def growth(small: Results, large: Results, empty: float) -> float:
    """The exponent of pages that the CPU time of a cold build grows with, the build of an empty record taken off."""
    return math.log((large.median["kallt"] - empty) / (small.median["kallt"] - empty)) / math.log(
        large.pages / small.pages
    )


def run(sizes: list[int], rounds: int, say: Callable[[str], None]) -> tuple[list[Results], list[float]]:
    """The results by size, and the growth exponents from the first size."""
    with tempfile.TemporaryDirectory(prefix="klubbat-bench-") as name:
        folder = Path(name)
        others = Others(
            projects.eleventy(folder / "eleventy", ELEVENTY_VERSION), projects.hugo(folder / "hugo", HUGO_VERSION)
        )
        (folder / "0").mkdir()
        empty = Bench(folder / "0", 0, others, compared=False)
        for number in range(rounds):
            empty.round(number)
        results = []
        for size in sizes:
            (folder / str(size)).mkdir()
            compared = size <= LARGEST_COMPARED
            bench = Bench(folder / str(size), round(size / PAGES_OF_A_MEETING), others, compared)
            for number in range(rounds if compared else 1):
                say(f"{size} sidor, omgång {number + 1} av {rounds if compared else 1}")
                bench.round(number)
            results.append(bench.results())
            shutil.rmtree(folder / str(size))
        base = median(empty.seconds["kallt"])
        for result in results:
            result.median["tomt"] = base
        return results, [growth(results[0], result, base) for result in results[1:]]


def put(table: str, file: Path) -> None:
    """Puts the table between the marks of the file; one that is not there is made, and one without marks is left as it is."""
    text = file.read_text("utf-8") if file.exists() else f"{BEGINS}{ENDS}\n"
    before, mark, rest = text.partition(BEGINS)
    _, end, after = rest.partition(ENDS)
    if not end:
        raise SystemExit(f"{file}: saknar märkena {BEGINS.strip()} och {ENDS}, tabellen skrevs inte dit.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{before}{mark}{table}{end}{after}", "utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sidor", default="1000,5000,20000", help="sizes, with commas")
    parser.add_argument("--omgångar", type=int, default=3, dest="rounds")
    parser.add_argument(
        "--ut", type=Path, help="a file whose part between the marks is replaced by the table, or a new one"
    )
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sidor.split(",")]
    table = as_markdown(*run(sizes, arguments.rounds, lambda line: print(line, file=sys.stderr)))
    print(table)
    if arguments.ut:
        put(table, arguments.ut)


if __name__ == "__main__":
    main()
