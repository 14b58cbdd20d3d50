"""The whole build behind what is shown on demand: the search index, and what only all finished pages can tell.

It runs in a process of its own, when no file has changed for a while, and is stopped when one does: a build that is stopped
leaves nothing behind (`release.py`), and nobody waits for it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Event, Thread

from build_scripts.project import WrongUse
from build_scripts.report import BuildFailed, Refused
from build_scripts.site.building import release
from build_scripts.site.unchanged import BuildOrder

QUIET = 2.0
"""Seconds without a change before it begins: saves often come in a row."""

_NICE = 10

Outcome = Refused | BuildFailed | WrongUse | None


class BuildBehind:
    """Builds what `order` gives; one at a time, the newest."""

    def __init__(self, order: Callable[[], BuildOrder], quiet: float = QUIET) -> None:
        self._order = order
        self._quiet = quiet
        self._stopped = Event()
        self._thread: Thread | None = None

    def begin(self, tell: Callable[[Outcome], None]) -> None:
        """Begins after the quiet time; `tell` is called with how it went, unless it is stopped before."""
        self.stop()
        self._stopped = Event()
        self._thread = Thread(target=self._run, args=(tell, self._stopped), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stops what is under way; when this returns nothing more is told."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, tell: Callable[[Outcome], None], stopped: Event) -> None:
        if stopped.wait(self._quiet):
            return
        # Not forked: this process has threads.
        start = multiprocessing.get_context("spawn")
        answer, given = start.Pipe(duplex=False)
        process = start.Process(target=_build, args=(self._order(), given))
        process.start()
        given.close()
        while not answer.poll(0.05):
            if stopped.is_set():
                _end(process.pid)
                process.join()
                return
        try:
            outcome: Outcome = answer.recv()
        except EOFError:
            outcome = BuildFailed("Det hela bygget, med sökindexet, avbröts av systemet.")
        process.join()
        if not stopped.is_set():
            tell(outcome)


def _build(order: BuildOrder, answer: Connection) -> None:
    if hasattr(os, "setsid"):
        # With whatever it starts it is a group of its own, which an interrupt does not reach, and which is ended as one.
        os.setsid()
        os.nice(_NICE)
    outcome: Outcome = None
    # What MkDocs is given to write in goes with the preview's own folder, however this ends.
    tempfile.tempdir = str(order.target.parent)
    try:
        release(order)
    except (Refused, BuildFailed, WrongUse) as failed:
        outcome = failed
    except Exception as error:
        traceback.print_exc()
        outcome = BuildFailed(f"Ett fel i programmet: {error!r}")
    answer.send(outcome)


def _end(process: int | None) -> None:
    assert process is not None
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process, signal.SIGKILL)
                return
            # While it starts it is no group of its own yet, and has started nothing.
            os.kill(process, signal.SIGKILL)
        else:
            os.kill(process, signal.SIGTERM)
