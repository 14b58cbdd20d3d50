"""`make bench`: builds of a synthetic record against stock MkDocs-Material and others on the same pages, in one run.

What is compared is built in turns, so that a busy machine slows all of it; the figures are medians of CPU seconds (user and
system, of every process), and of seconds on the clock where it is said. Nothing here is a test: no figure fails a run.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from build_scripts.workers import cores
from tests.bench import peers, projects
from tests.bench.first_view import FirstView, first_views
from tests.bench.peers import Peer
from tests.bench.projects import DAY
from tests.bench.table import Results, as_markdown
from tests.site.browser import NAMES
from tests.site.projects import ROOT

PAGES_OF_A_MEETING = 20.45
BEGINS, ENDS = "<!-- tabell -->\n", "<!-- slut -->"
LARGEST_COMPARED = 5000
"""Pages; above, others are left out and one round is enough."""

CHANGES: tuple[tuple[str, Callable[[Path, int], None]], ...] = (
    ("uppvärmning", projects.mend_typo),
    ("uppvärmning", projects.mend_typo),
    ("ny kallelse", projects.add_agenda),
    ("rättat ord", projects.mend_typo),
)


@dataclass(frozen=True)
class Spent:
    """What a command and all its processes took: CPU seconds, seconds on the clock, and MB at most in one process."""

    cpu: float
    wall: float
    memory: float


def timed(command: Sequence[str], cwd: Path = ROOT) -> tuple[Spent, str]:
    """What a command took, and its output. As elsewhere, Python keeps what it has compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=err, text=True, env=kept)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            err.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{err.read()[-2000:]}")
        out.seek(0)
        return Spent(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024), out.read()


class Bench:
    """One size: a project, the same pages for others, and what was measured."""

    def __init__(self, folder: Path, meetings: int, others: Sequence[Peer], compared: bool) -> None:
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
            for layout, work in peers.works(self.root, folder / "others/pages").items():
                for peer in others:
                    peer.lay_out(work, self._place(peer, layout))

    def _place(self, peer: Peer, layout: str) -> Path:
        return self.folder / peer.name / layout

    def note(self, what: str, spent: Spent) -> None:
        """One measurement."""
        self.seconds[what].append(spent.cpu)
        self.seconds[f"{what}: klocka"].append(spent.wall)
        self.memory[what] = max(spent.memory, self.memory.get(what, 0))

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
        elif self.meetings:
            shutil.rmtree(self.root / ".cache")
            shutil.rmtree(self.folder / "ut")
            self._run("kallt med sökindex", [*self._klubbat("bygg"), "--utan-pdf", "--ut", str(self.target)])

    def _klubbat(self, command: str) -> list[str]:
        return [sys.executable, "-m", "build_scripts", command, "--katalog", str(self.root), "--idag", DAY]

    def _run(self, what: str, command: Sequence[str], cwd: Path = ROOT) -> None:
        spent, _ = timed(command, cwd)
        self.note(what, spent)

    def _build(self, what: str) -> None:
        spent, told = timed([sys.executable, "-m", "tests.bench.phases", str(self.root), str(self.target), DAY])
        self.note(what, spent)
        parts = json.loads(told)
        for part, seconds in parts.items():
            self.seconds[f"{what}: {part}"].append(seconds)
        steps = ("Läser arkivet", "Kontrollerar", "Gör sidor")
        self.seconds[f"{what}: läsning, kontroll och sidor"].append(sum(parts[step] for step in steps))

    def _others(self) -> None:
        floor = self.folder / "floor"
        shutil.rmtree(floor, ignore_errors=True)
        _, told = timed([sys.executable, "-m", "tests.bench.floor", str(self.root / "meetings"), str(floor)])
        for part, seconds in json.loads(told).items():
            self.seconds[f"golvet: {part}"].append(seconds)
        stock = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"]
        self._run("MkDocs-Material", stock, self.folder / "others")
        for peer in self.others:
            for layout in peers.LAYOUTS:
                shutil.rmtree(self._place(peer, layout) / peers.BUILT, ignore_errors=True)
                self._run(f"{peer.name}, {layout}", peer.command, self._place(peer, layout))

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

    def _views(self, address: str) -> dict[str, FirstView]:
        return first_views(self.target, f"{address}/") if any(map(shutil.which, NAMES)) else {}


def growth(small: Results, large: Results, empty: float) -> float:
    """The exponent of pages that the CPU time of a cold build grows with, the build of an empty record taken off."""
    return math.log((large.median["kallt"] - empty) / (small.median["kallt"] - empty)) / math.log(
        large.pages / small.pages
    )


def run(sizes: list[int], rounds: int, say: Callable[[str], None]) -> str:
    """The table of the results by size, with the growth exponents from the first size, and what was measured with."""
    with tempfile.TemporaryDirectory(prefix="klubbat-bench-") as name:
        folder = Path(name)
        others = [*peers.peers(folder / "program")]
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
        growths = [growth(results[0], result, base) for result in results[1:]]
        return as_markdown(results, growths, _measured_with(others))


def _measured_with(others: Sequence[Peer]) -> str:
    """Versions and cores, and which generators could not be had on this machine."""
    had = {peer.name: peer.version for peer in others}
    versions = {"Python": platform.python_version()}
    versions |= {
        name: version(package) for name, package in (("MkDocs", "mkdocs"), ("Material", "mkdocs-material"))
    } | had
    missing = [name for name, *_ in peers.PEERS if name not in had]
    told = f"Mätt på {cores()} kärnor med {', '.join(f'{name} {one}' for name, one in versions.items())}."
    return f"{told} Gick inte att installera: {', '.join(missing)}." if missing else told


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
    table = run(sizes, arguments.rounds, lambda line: print(line, file=sys.stderr))
    print(table)
    if arguments.ut:
        put(table, arguments.ut)


if __name__ == "__main__":
    main()
