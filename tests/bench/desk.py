"""How long a save takes at the desk: `make bench-desk`, or `python -m tests.bench.desk --meetings 220 --gånger 20`.

Each kind of save is made so many times in turns: with another program while `klubbat visa` runs, until the page shows it, and in
the forms, with check, guard and commit. Of each are told the slowest but one in twenty (p95), in seconds, and the median of CPU
seconds of all processes, which is what a quiet machine takes. Without `--meetings` the record is the shipped one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from build_scripts.editor.app import application
from build_scripts.editor.editor import Editor
from tests.bench.projects import project
from tests.bench.search import put
from tests.editor.projects import PORT, DeskClient, Visitor, git
from tests.site.projects import ROOT, preview_command

DAY = dt.date(2026, 11, 28)
HELD, COMING = "2026-11-12", "2026-12-03"
PATIENCE = 600
WRITTEN_BY_HAND = ("content", "meetings", "site_overrides", "build_scripts", "macros")

_CALL = "datum: {}\ntid: 18:00\nplats: Kommunhuset\nläge: {}\nslag: extra\n"
_ITEM = "rubrik: {}\nslag: beslut\nförslag_till_beslut:\n  - Nämnden noterar.\n"
_MEMBER = "  - namn: {}\n    parti: PR\n    uppdrag:\n      - roll: {}\n        från: {}\n"
_MEMBERS = (
    "förtroendevalda:\n"
    + _MEMBER.format("Alma Provek", "ordförande", "2023-01-01")
    + _MEMBER.format("Bo Provman", "ledamot", "2023-01-01")
)
_PARAGRAPH = "  - nummer: {}\n    rubrik: Prov {}\n    utfall: noteras\n    beslut:\n      - Nämnden noterar prov {}.\n"
_SCHEDULE = (
    "år: 2026\nläge: beslutad\nsteg:\n  - id: utskick\n    namn: Utskick\n    dagar_före: 7\n    slag: utskick\n"
    f"    vid_helgdag: före\nsammanträden:\n  - datum: {COMING}\n"
)


@dataclass(frozen=True)
class MeasuredDesk:
    """A record with a meeting to work in: the body of all its meetings, and the number of the meeting's first paragraph."""

    root: Path
    body: str
    paragraph: int

    def path(self, name: str) -> str:
        """A file of the body, from the project's root."""
        return f"meetings/{self.body}/{name}"

    def text(self, name: str) -> str:
        """What a file of the body holds; empty where there is none."""
        file = self.root / self.path(name)
        return file.read_text("utf-8") if file.is_file() else ""


@dataclass(frozen=True)
class Save:
    """A file of the body with a new text, the page that tells it, and the words that it is known by there."""

    name: str
    text: str
    page: str
    sign: str


def _typo(desk: MeasuredDesk, number: int) -> Save:
    name = f"{COMING}/01-provet.md"
    return Save(name, f"{desk.text(name).rstrip()}\n\nRättelse {number}.\n", f"{COMING}/provet/", f"Rättelse {number}.")


def _new_item(desk: MeasuredDesk, number: int) -> Save:
    text = f"---\n{_ITEM.format(f'Nytt ärende {number}')}---\nText.\n"
    return Save(f"{COMING}/{number + 2:02}-nytt-{number}.md", text, f"{COMING}/nytt-{number}/", f"Nytt ärende {number}")


def _paragraph(desk: MeasuredDesk, number: int) -> Save:
    name = f"{HELD}/protokoll.md"
    last = desk.paragraph + 1 + number
    paragraphs, key, approval = desk.text(name).partition("justeringar:")
    new = _PARAGRAPH.format(last, number, number)
    text = paragraphs + new + key + re.sub(r"-\d+", f"-{last}", approval, count=1)
    return Save(name, text, f"{HELD}/protokoll/", f"noterar prov {number}.")


def _body(desk: MeasuredDesk, number: int) -> Save:
    text = re.sub(r"(?m)^namn: .*", f"namn: Nämnden för prov {number}", desk.text("organ.md"))
    return Save("organ.md", text, f"{COMING}/provet/", f"Nämnden för prov {number}")


def _members(desk: MeasuredDesk, number: int) -> Save:
    name = "Ny Prov" + "".join("abcdefghij"[int(digit)] for digit in str(number)) + "berg"
    key = "förtroendevalda:\n"
    text = desk.text("ledamoter.md").replace(key, key + _MEMBER.format(name, "ersättare", "2026-11-01"), 1)
    return Save("ledamoter.md", text, "ledamoter/", name)


def _schedule(desk: MeasuredDesk, number: int) -> Save:
    name = "sammantradesordning/2026.md"
    text = re.sub(r"(?m)^(    namn: )\w+.*", rf"\g<1>Steg {number}", desk.text(name), count=1)
    return Save(name, text, name.removesuffix(".md") + "/", f"Steg {number}")


SAVES: dict[str, Callable[[MeasuredDesk, int], Save]] = {
    "Rättat ord i en handling": _typo,
    "Nytt ärende": _new_item,
    "Ny paragraf i protokollet": _paragraph,
    "organ.md": _body,
    "Ledamöter": _members,
    "Sammanträdesordning": _schedule,
}


def desk(folder: Path, meetings: int) -> MeasuredDesk:
    """A project with a meeting that has been held and whose minutes nobody has approved yet, and all of it in git."""
    if meetings:
        root, body = project(folder, meetings), "namnd-001"
    else:
        root, body = folder, "exempelnamnden"
        for name in WRITTEN_BY_HAND:
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    place = root / "meetings" / body
    numbers = [
        int(n)
        for file in place.glob("2026-*/protokoll.md")
        for n in re.findall(r"nummer: (\d+)", file.read_text("utf-8"))
    ]
    made = MeasuredDesk(root, body, max(numbers, default=0) + 1)
    members = (made.text("ledamoter.md") or _MEMBERS).partition("roll: ersättare")[0]
    names = re.findall(r"namn: (.*)\n.*\n.*\n.*roll: .*\n.*\n(?! *till)", members)
    present = "".join(f"    - namn: {name}\n" for name in names)
    minutes = (
        f"närvarande:\n  ordförande: {names[0]}\n  ledamöter:\n{present}paragrafer:\n"
        + _PARAGRAPH.format(made.paragraph, "ett", "ett")
        + f"justeringar:\n  - paragrafer: {made.paragraph}-{made.paragraph}\n    justerare:\n      - {names[1]}\n"
        "    justerat: 2026-11-19\n    förvaras: Kansliet\n    anslag:\n      - anslaget: 2026-11-20\n"
    )
    for name, header in (
        (f"{HELD}/kallelse.md", _CALL.format(HELD, "genomfört")),
        (f"{COMING}/kallelse.md", _CALL.format(COMING, "kallat")),
        (f"{COMING}/01-provet.md", _ITEM.format("Provet")),
        (f"{HELD}/protokoll.md", minutes),
        ("ledamoter.md", _MEMBERS),
        ("sammantradesordning/2026.md", _SCHEDULE),
    ):
        if not made.text(name):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(f"---\n{header}---\n", "utf-8")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("config", "user.name", "Nora"),
        ("config", "user.email", "nora@example.se"),
    ):
        git(root, *words)
    (root / ".git/info/exclude").write_text(".cache\n.klubbat\n")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Börja")
    return made


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
