"""How many questions the shipped nginx settings answer while releases change every second, and how many fail.

`make bench-serving` builds the shipped record's site twice, a day apart, serves it over TLS with one worker, and lets wrk ask for
pages, styles and attachments while a release after the other, of these files, is shown by the program's own `new_release`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from build_scripts.site.building import release
from build_scripts.site.release import new_release
from build_scripts.site.unchanged import BuildOrder
from tests.bench.measure import put
from tests.site.nginx import HOST, running
from tests.site.projects import ROOT

DAY = dt.date(2026, 11, 28)
_ASKING = """\
local addresses = {{{addresses}}}
local at = 0
request = function()
  at = at % #addresses + 1
  return wrk.format("GET", addresses[at], {{["Host"] = "{host}", ["Accept-Encoding"] = "br, gzip"}})
end
"""
_TICKS = os.sysconf("SC_CLK_TCK")


def addresses(site: Path) -> list[str]:
    """Every tenth page, every style sheet and script, and every attachment."""
    pages = sorted(site.rglob("index.html"))[::10]
    others = (file for ending in ("css", "js", "woff2", "pdf", "csv") for file in sorted(site.rglob(f"*.{ending}")))
    found = [f"/{file.parent.relative_to(site).as_posix()}/".replace("/./", "/") for file in pages]
    return found + [f"/{file.relative_to(site).as_posix()}" for file in others if "pagefind" not in file.parts]


def copies(site: Path, address: str) -> Iterator[str]:
    """The file that is sent at an address, and its compressed copies."""
    name = f"{address[1:]}index.html" if address.endswith("/") else address[1:]
    return (name + ending for ending in ("", ".gz", ".br") if (site / (name + ending)).is_file())


def seconds_of_workers(pid_file: Path) -> float:
    """The processor seconds that nginx's workers have used."""
    master = pid_file.read_text("ascii").strip()
    children = Path(f"/proc/{master}/task/{master}/children").read_text("ascii").split()
    told = (Path(f"/proc/{child}/stat").read_text("ascii").rpartition(")")[2].split() for child in children)
    return sum(int(fields[11]) + int(fields[12]) for fields in told) / _TICKS


def measured(folder: Path, seconds: int) -> tuple[int, int, int, float]:
    """Answers, failures, releases shown, and the processor seconds that the server used."""
    for n in (0, 1):
        release(BuildOrder(ROOT, DAY + dt.timedelta(days=n), folder / f"bygge{n}", printable=False, compressed=True))
    built = [(folder / f"bygge{n}").resolve() for n in (0, 1)]
    site, stop, shown = folder / "site", threading.Event(), 0

    asked = addresses(built[0])
    files = [path for address in asked for path in copies(built[0], address)]

    def show(n: int) -> None:
        with new_release(site) as fresh:
            for file in files:
                (fresh / file).parent.mkdir(parents=True, exist_ok=True)
                os.link(built[n % 2] / file, fresh / file)

    def change() -> None:
        nonlocal shown
        while not stop.wait(1):
            shown += 1
            show(shown)

    show(0)
    asking = folder / "fraga.lua"
    quoted = ",".join(f'"{address}"' for address in asked)
    asking.write_text(_ASKING.format(addresses=quoted, host=HOST), encoding="utf-8")
    server = folder / "nginx"
    server.mkdir()
    with running(site, server) as (_, secure):
        changer = threading.Thread(target=change)
        before = seconds_of_workers(server / "pid")
        changer.start()
        command = ["wrk", "-t1", "-c64", f"-d{seconds}s", "--timeout", "30s", "-s", str(asking)]
        try:
            said = subprocess.run(
                [*command, f"https://127.0.0.1:{secure}"], check=True, capture_output=True, text=True
            ).stdout
        finally:
            stop.set()
            changer.join()
        used = seconds_of_workers(server / "pid") - before
    answers = re.search(r"(\d+) requests in", said)
    assert answers, said
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    errors = re.search(r"Socket errors: (.*)", said)
    failed = int(refused[1]) if refused else 0
    failed += sum(map(int, re.findall(r"\d+", errors[1]))) if errors else 0
    return int(answers[1]), failed, shown, used


def main() -> int:
    """Measures, prints the table, and writes it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sekunder", type=int, default=30)
    parser.add_argument("--ut", type=Path)
    given = parser.parse_args()
    assert shutil.which("wrk"), "Mätningen frågar med wrk, som inte finns här: kör make setup-browser."
    with TemporaryDirectory() as folder:
        answers, failed, shown, used = measured(Path(folder), given.sekunder)
    table = (
        "| Frågor | Misslyckade | Byten av utgåva | Svar per sekund av en kärna |\n| --: | --: | --: | --: |\n"
        f"| {answers} | {failed} | {shown} | {answers / used:.0f} |\n"
    )
    print(table, end="")
    if given.ut:
        put(table, given.ut)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
