"""How long a save takes at the desk: `make bench-desk`, or `python -m tests.bench.desk --meetings 220 --gånger 20`.

Each kind of save is made so many times in turns: with another program while `klubbat visa` runs, until the page shows it, and in
the forms, with check, guard and commit. Of each are told the slowest but one in twenty (p95), in seconds, and the median of CPU
seconds of all processes, which is what a quiet machine takes. Without `--meetings` the record is the shipped one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from build_scripts.editor.app import application
from build_scripts.editor.editor import Editor
from tests.bench.saves import COMING, SAVES, MeasuredDesk, desk
from tests.bench.search import put
from tests.editor.projects import PORT, DeskClient, Visitor
from tests.site.projects import ROOT, preview_command

DAY = dt.date(2026, 11, 28)
PATIENCE = 600


@dataclass
class SpentAtDesk:
    """Seconds of the wall and of the processors by kind of save; the largest memory in MB."""

    wall: dict[str, list[float]]
    cpu: dict[str, list[float]]
    first: float = 0
    memory: float = 0


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]


def _family(process: int) -> list[int]:
    """A process and all that it has started."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    below = [child for children in threads for child in children.read_text().split()]
    return [process, *(one for child in below for one in _family(int(child)))]


def _cpu(process: int) -> float:
    """CPU seconds of a process and of those that it has waited for."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    return sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> float:
    """MB that a process and those that it has started hold at once."""
    pages = 0
    for one in _family(process):
        try:
            pages += int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _asked(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""


@contextmanager
def _shown(root: Path) -> Iterator[tuple[str, int]]:
    """The address of a running preview, and its process."""
    command = preview_command(root, str(DAY), PORT)
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{PORT}/", process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def preview(made: MeasuredDesk, times: int, pause: float) -> SpentAtDesk:
    """Saves with another program while the preview runs."""
    spent = SpentAtDesk(defaultdict(list), defaultdict(list))
    began = time.monotonic()
    with _shown(made.root) as (address, process):
        _until(address, "<article", process, spent)
        spent.first = time.monotonic() - began
        for number in range(times):
            for kind, make in SAVES.items():
                time.sleep(pause)
                save = make(made, number)
                began, before = time.monotonic(), _cpu(process)
                (made.root / made.path(save.name)).write_text(save.text, "utf-8")
                _until(f"{address}{made.body}/{save.page}", save.sign, process, spent)
                spent.wall[kind].append(time.monotonic() - began)
                spent.cpu[kind].append(_cpu(process) - before)
    return spent


def _until(address: str, sign: str, process: int, spent: SpentAtDesk) -> None:
    end = time.monotonic() + PATIENCE
    while sign not in _asked(address):
        if time.monotonic() > end:
            raise TimeoutError(f"{address} says nothing of {sign}")
        spent.memory = max(spent.memory, _memory(process))
        time.sleep(0.02)


def forms(made: MeasuredDesk, times: int) -> SpentAtDesk:
    """The same saves in the forms, in this process, each with its commit; the page that comes after it apart."""
    spent = SpentAtDesk(defaultdict(list), defaultdict(list))
    editor = Editor(made.root, lambda: DAY)
    gate = application(editor, PORT)
    client = DeskClient(gate)
    began = time.monotonic()
    editor.begin()
    client.get(gate.start_address)
    spent.first = time.monotonic() - began
    user = Visitor(client)
    for number in range(times):
        for kind, make in SAVES.items():
            save = make(made, times + number)
            address = f"/text?fil={made.path(save.name)}"
            if made.text(save.name):
                fields = [(name, save.text if name == "text" else value) for name, value in user.open(address).fields]
            else:
                address = f"/nytt/arende?organ={made.body}&sammantrade={COMING}"
                fields = [("rubrik", save.sign), ("slag", "beslut")]
            data: dict[str, list[str]] = defaultdict(list)
            for name, value in fields:
                data[name].append(value.replace("\n", "\r\n"))
            began, before = time.monotonic(), _own_cpu()
            answer = client.ask(
                "POST", address, follow=False, data=data, headers={"origin": f"http://127.0.0.1:{PORT}"}
            )
            spent.wall[kind].append(time.monotonic() - began)
            spent.cpu[kind].append(_own_cpu() - before)
            assert answer.status_code < 400, answer.text
    spent.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent


def _own_cpu() -> float:
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def rows(shown: SpentAtDesk, saved: SpentAtDesk) -> Iterator[str]:
    """The table in Markdown."""
    yield "| | `visa`: till sidan, p95 (s) | … CPU-s | Formulären: sparat, p95 (s) | … CPU-s |"
    yield "|---|---:|---:|---:|---:|"
    for kind in SAVES:
        figures = [figure for one in (shown, saved) for figure in (_p95(one.wall[kind]), median(one.cpu[kind]))]
        yield f"| {kind} | {' | '.join(f'{figure:.2f}' for figure in figures)} |".replace(".", ",").replace(
            "organ,md", "organ.md"
        )
    yield f"| Första sidan (s) | {shown.first:.1f} | | {saved.first:.1f} | |".replace(".", ",")
    yield f"| Mest minne (MB) | {shown.memory:.0f} | | {saved.memory:.0f} | |"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--meetings", type=int, default=0, help="sammanträden i ett provarkiv; 0 är det arkiv som följer med"
    )
    parser.add_argument("--gånger", type=int, default=20, dest="times")
    parser.add_argument(
        "--paus",
        type=float,
        default=4,
        help="sekunder mellan en visad sida och nästa sparande: bygget bakom hinner börja",
    )
    parser.add_argument("--ut", type=Path, help="skriv tabellen i den här filen")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="klubbat-bord-") as folder:
        made = desk(Path(folder) / "projekt", given.meetings)
        table = "\n".join(rows(preview(made, given.times, given.paus), forms(made, given.times))) + "\n"
    print(table)
    if given.ut:
        put(given.ut, f"skrivbordet, {given.meetings} sammanträden", table)


if __name__ == "__main__":
    main()
