"""Work on several cores gives what it gives on one, and whatever ends it ends all of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts import workers
from build_scripts.report import BuildFailed
from tests.bench.projects import DAY, project
from tests.site.projects import PATIENCE, contents


@pytest.fixture(params=[1, 2, 3])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many cores, and a test that runs beside threads of its own runner."""
    count: int = request.param
    monkeypatch.setattr(workers, "cores", lambda: count)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    return count


@pytest.mark.parametrize("count", [0, 1, 2, 31, 32, 33, 1000])
def test_what_is_made_is_in_order_and_each_is_told_once(cores: int, count: int) -> None:
    told: list[int] = []
    assert workers.mapped(lambda number: number * number, range(count), told.append) == [n * n for n in range(count)]
    assert sorted(told) == [n * n for n in range(count)]


def test_the_work_is_shared(cores: int) -> None:
    def work(number: int) -> int:
        time.sleep(0.005)
        return os.getpid()

    processes = set(workers.mapped(work, range(100)))
    assert len(processes) == cores
    assert (os.getpid() in processes) == (cores == 1)


def test_little_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 8)
    assert set(workers.mapped(lambda number: os.getpid(), range(2 * workers.LEAST - 1))) == {os.getpid()}


class TwoWordedError(Exception):
    """One that cannot be made again of its message."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


def test_a_fault_is_raised_with_its_place_and_nothing_is_left_running(cores: int, tmp_path: Path) -> None:
    def work(number: int) -> None:
        (tmp_path / f"{number}").touch()
        if number == 40:
            raise FileExistsError(17, "finns", "sida/index.html")
        time.sleep(0.001)

    with pytest.raises(FileExistsError) as raised:
        workers.mapped(work, range(2000))
    assert raised.value.filename == "sida/index.html"
    where = "".join(getattr(raised.value, "__notes__", ())) if cores > 1 else str(raised.traceback[-1])
    assert "test_workers.py" in where
    assert "work" in where
    left = set(tmp_path.iterdir())
    time.sleep(0.05)
    assert set(tmp_path.iterdir()) == left
    assert len(left) < 2000


def test_a_fault_that_cannot_be_sent_is_told_in_words(cores: int) -> None:
    def work(number: int) -> None:
        raise TwoWordedError("ett", "två")

    with pytest.raises(TwoWordedError if cores == 1 else RuntimeError, match="etttvå"):
        workers.mapped(work, range(100))


def test_a_process_that_is_ended_from_outside_fails_the_build_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)
    with pytest.raises(BuildFailed, match="avbröts utifrån"):
        workers.mapped(lambda number: os.kill(os.getpid(), signal.SIGKILL), range(100))


_BUILD = """
import sys
from build_scripts import workers
from build_scripts.__main__ import main
workers.cores = lambda: int(sys.argv[1])
sys.exit(main(["bygg", "--katalog", sys.argv[2], "--idag", sys.argv[3], "--ut", sys.argv[4], "--tyst", *sys.argv[5:]]))
"""


def _command(cores: int, root: Path, target: Path) -> list[str]:
    return [sys.executable, "-c", _BUILD, str(cores), str(root), DAY, str(target)]


@pytest.mark.slow
def test_a_site_is_the_same_whatever_made_it(tmp_path: Path) -> None:
    """A hundred pages with papers and search, made from nothing by one process and by three, then by two of what was kept."""
    root = project(tmp_path / "arkiv", 2)
    sites = []
    for cores in (1, 3, 2):
        target = tmp_path / f"{cores}/site"
        subprocess.run(_command(cores, root, target), check=True, capture_output=True)
        sites.append(contents(target))
        if cores == 1:
            shutil.rmtree(root / ".cache")
    assert len(sites[0]) > 150
    assert sites[0] == sites[1] == sites[2]


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except FileNotFoundError:
        return []


def _wait(until: Callable[[], object]) -> None:
    begun = time.monotonic()
    while not until():
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.01)


def _run(process: int) -> bool:
    """Whether it runs still: what has ended and is only not yet missed does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.slow
@pytest.mark.parametrize("is_killed", [False, True], ids=["interrupted", "killed"])
def test_whatever_ends_a_build_ends_all_its_processes(tmp_path: Path, is_killed: bool) -> None:
    root = project(tmp_path / "arkiv", 5)
    command = _command(2, root, tmp_path / "ut/site")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as build:
        _wait(lambda: build.poll() is not None or len(_children(build.pid)) == 2)
        children = _children(build.pid)
        assert len(children) == 2
        build.kill() if is_killed else os.killpg(build.pid, signal.SIGINT)
        _, told = build.communicate(timeout=PATIENCE)
        _wait(lambda: not any(map(_run, children)))
    assert (build.returncode, told.decode()) == ((-signal.SIGKILL, "") if is_killed else (130, "Avbrutet.\n"))
    assert not (tmp_path / "ut/site").exists()
    command += ["--utan-pdf", "--utan-sok"]
    subprocess.run(command, check=True, capture_output=True)
    assert sorted(path.name for path in (tmp_path / "ut/.site").iterdir()) == ["0001", "0001.lista", "lås"]
