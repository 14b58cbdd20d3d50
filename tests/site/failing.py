"""`python -m tests.site.failing`: each file operation of a release fails in turn, as on a full disk or where nobody may write.

Whatever fails, the site that is shown is the old one or the new one, whole; who publishes is told so in Swedish; and the next
release is as if nothing had happened. With `--få` only the first operation that each line of the program asks for fails.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from build_scripts.__main__ import main
from macros.addresses import PROOF
from tests.site.clones import Clone, made_place
from tests.site.projects import TODAY, contents

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike

ROOT = Path(__file__).parents[2]
PROGRAM = (str(ROOT / "build_scripts"), str(ROOT / "macros"))
ERRORS = (errno.ENOSPC, errno.EACCES)
LIMITS = (2_000, 20_000, 200_000)
"""Bytes that no file can be larger than."""

TOLD_EACH = 20
"""Every so many failures one is told, for whoever waits."""

_CHANGES = ("fsync", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "shutil.rmtree")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Failure:
    """What fails: the operation asked for by a line of the program, for the `time`-th time; without a line every large file."""

    line: str
    time: int
    number: int

    def __str__(self) -> str:
        return f"{errno.errorcode[self.number]}: {self.line}, {self.time}" if self.line else f"{self.number} byte"


def asked_for(root: Path, tell: Callable[[str], None]) -> None:
    """From now on each operation that changes files below a folder is told, before it is done, by the line that asks for it."""

    def told(event: str, args: tuple[Any, ...]) -> None:
        if event not in _CHANGES and not (event == "open" and isinstance(args[2], int) and args[2] & _WRITES):
            return
        # A relative name is one in a folder that is being removed.
        if (
            isinstance(args[0], str | os.PathLike)
            and (path := str(args[0]))
            and (path[0] != "/" or path.startswith(str(root)))
        ):
            tell(f"{event} {_line()}")

    settled = os.fsync

    def settle(fd: FileDescriptorLike) -> None:
        told("fsync", (Path(f"/proc/self/fd/{fd}").readlink(),))
        settled(fd)

    os.fsync = settle
    sys.addaudithook(told)


def _line() -> str:
    """The line of the program that asks, through whatever library."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and not frame.f_code.co_filename.startswith(PROGRAM):
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}" if frame is not None else "annat"


def begin(world: Path) -> int:
    """A site that was published, and one item more since: what the next release shows."""
    made_place(world)
    anna = Clone(world, "anna")
    code = anna.skicka() or Clone(world, "server").klubbat("hämta") or publish(world)
    anna.item("02-badhus", "Badhus")
    code = code or anna.skicka() or main(["hämta", "--katalog", str(world / "server")])
    # What nobody needs any more is not copied for each failure either.
    for folder in (anna.root, world / "grund"):
        shutil.rmtree(folder)
    return code


def publish(world: Path) -> int:
    """Publishes what the server has, beside it."""
    site = world / "www/site"
    return main(["publicera", "--katalog", str(world / "server"), "--till", str(site), "--idag", TODAY, "--tyst"])


def publish_with(world: Path, failure: Failure) -> int:
    """The same, while something fails."""
    left = Counter({failure.line: failure.time})

    def fail(line: str) -> None:
        left[line] -= 1
        if line == failure.line and not left[line]:
            raise OSError(failure.number, os.strerror(failure.number), "filen")

    if failure.line:
        asked_for(world, fail)
    else:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (failure.number, resource.RLIM_INFINITY))
    return publish(world)


def publish_telling(world: Path) -> int:
    """The same, with every operation told in a file, and in another every module that was asked for."""
    with (world.parent / "operationer").open("w", encoding="utf-8") as file:
        asked_for(world, lambda line: print(line, file=file, flush=True))
        code = publish(world)
    (world.parent / "moduler").write_text("\n".join(sorted(sys.modules)), "utf-8")
    return code


def apart(said: Path, act: Callable[[], int]) -> tuple[int, str]:
    """What a process of its own answers and says: nothing that fails in it stays, nor any thread of the typesetter."""
    child = os.fork()
    if not child:
        with said.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        code = 70
        try:
            code = act()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, said.read_text("utf-8", "replace")


def shown(world: Path) -> dict[str, str]:
    """The site: each file's digest, but those of the proof, which tells the time."""
    return {name: digest for name, digest in contents(world / "www/site").items() if not name.startswith(PROOF)}


def faults(said: Path, world: Path, failure: Failure, old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """What is not as it should be after one failure, and after the release that follows."""
    code, told = apart(said, lambda: publish_with(world, failure))
    if "Traceback" in told or code not in (0, 1, 2):
        yield f"svarar {code}: {told}"
    elif code and not ("som förut." in told or "Det nya visas" in told or "klubbat publicera: " in told):
        yield f"svarar {code} utan att säga vad som visas: {told}"
    if (now := shown(world)) not in (old, new):
        yield "det som visas är varken det gamla eller det nya"
    elif code == 0 and now != new:
        yield "svarar 0, men det nya visas inte"
    code, told = apart(said, lambda: publish(world))
    if code or shown(world) != new:
        yield f"nästa svarar {code} och visar inte det nya: {told}"
    code, told = apart(said, lambda: main(["bevisa", str(world / "www/site")]))
    if code:
        yield f"loggen stämmer inte efteråt: {told}"


def _load(modules: list[str]) -> None:
    """Reads here, once, what every child would read anew: a third of a release."""
    for name in modules:
        with suppress(ImportError):
            importlib.import_module(name)


def run(few: bool) -> int:
    """Prints how far it has come, each fault and at last how many operations failed; 1 where there is a fault."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        # Always in the same place, as a server is: what MkDocs has made is kept for that place.
        said, world = place / "sagt", place / "prov"
        code, told = apart(said, lambda: begin(world))
        assert code == 0, told
        old = shown(world)
        begun = shutil.copytree(world, place / "början", symlinks=True)
        code, told = apart(said, lambda: publish_telling(world))
        assert code == 0, told
        _load((place / "moduler").read_text("utf-8").splitlines())
        new, lines = shown(world), Counter((place / "operationer").read_text("utf-8").splitlines())
        times = ((line, time) for line, count in lines.items() for time in range(1, 1 + (1 if few else count)))
        numbers = cycle(ERRORS)
        failures = [Failure(line, time, next(numbers)) for line, time in times]
        failures += [Failure("", 0, limit) for limit in LIMITS]
        bad = 0
        for done, failure in enumerate(failures):
            if done % TOLD_EACH == 0:
                print(f"Prövar {done + 1} av {len(failures)}: {failure}", flush=True)
            shutil.rmtree(world)
            shutil.copytree(begun, world, symlinks=True)
            for fault in faults(said, world, failure, old, new):
                bad += 1
                print(f"{failure}: {fault}", flush=True)
        print(f"{len(failures)} fel av {sum(lines.values())} filoperationer på {len(lines)} rader: {bad} anmärkningar.")
        return int(bad > 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--få", action="store_true", dest="few")
    sys.exit(run(parser.parse_args().few))
