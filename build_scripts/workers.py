"""Work shared by the machine's cores, in processes that are forked with all that is in memory: nothing has to be sent to them.

Where there is one core, little to do, no fork, or a thread whose locks a fork would leave locked for ever, the same work is
done here, one thing after the other. What it gives is the same.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from build_scripts.report import BuildFailed

Given = TypeVar("Given")
Made = TypeVar("Made")

LEAST = 16
"""Things to do for each process: with fewer, starting it costs more than it gains."""

_MOST = 8
"""Processes: each takes memory of its own for what it touches."""

_PARTS = 16
"""Each process is given its share in so many parts, so that all are done at about the same time."""

_LOST = (
    "En av programmets processer avbröts utifrån, oftast för att datorns minne tog slut.\n"
    "  Gör så här: stäng andra program och kör igen."
)


def cores() -> int:
    """The cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def mapped(
    work: Callable[[Given], Made],
    given: Sequence[Given],
    done: Callable[[Made], object] = lambda made: None,
    least: int = LEAST,
) -> list[Made]:
    """What `work` gives for each, in order; `done` is told of each as it comes, in any order.

    `work` changes nothing but files: what it remembers is lost with its process. What it raises is raised here, and then no
    process is left. Raises `BuildFailed` when a process was ended from outside.
    """
    processes = min(cores(), _MOST, len(given) // least)
    if processes < 2 or not _can_fork():
        made = []
        for one in given:
            made.append(work(one))
            done(made[-1])
        return made
    size = max(1, len(given) // (processes * _PARTS))
    left = iter(range(0, len(given), size))
    parts: dict[int, list[Made]] = {}
    at: dict[Connection, int] = {}
    with _running(processes, lambda start: [work(one) for one in given[start : start + size]]) as running:
        idle = [*running]
        while True:
            for pipe, start in zip(idle, left, strict=False):
                at[pipe] = start
                # One that has been ended says so when it is asked for what it made.
                with suppress(ConnectionError):
                    pipe.send(start)
            if not at:
                return [one for start in sorted(parts) for one in parts[start]]
            idle = [pipe for pipe in wait([*at]) if isinstance(pipe, Connection)]
            for pipe in idle:
                part = parts[at.pop(pipe)] = _received(pipe, running[pipe])
                for one in part:
                    done(one)


def _can_fork() -> bool:
    """Whether this process has one thread, of the program's own or of a library, and may have processes below it."""
    try:
        is_alone = sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        # A Linux that does not tell its threads.
        return False
    return is_alone and not multiprocessing.current_process().daemon


@contextmanager
def _running(processes: int, work: Callable[[int], Any]) -> Iterator[dict[Connection, BaseProcess]]:
    """So many processes by the pipe that each is given its work by; all have ended when the block has."""
    context = multiprocessing.get_context("fork")
    running: dict[Connection, BaseProcess] = {}
    # An interrupt comes before or after a process is there, and never while it is made.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for _ in range(processes):
            ours, theirs = context.Pipe()
            running[ours] = context.Process(target=_serve, args=(work, theirs, [*running, ours]), daemon=True)
            running[ours].start()
            theirs.close()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        yield running
    finally:
        for pipe, process in running.items():
            process.kill()
            process.join()
            pipe.close()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: Callable[[int], Any], pipe: Connection, others: Sequence[Connection]) -> None:
    """Works until nobody asks any more. An interrupt ends this process without a word: whoever started it says one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in others:
        other.close()
    with suppress(EOFError, ConnectionError):
        while True:
            start = pipe.recv()
            try:
                made = work(start)
            except Exception as error:
                pipe.send((False, _sendable(error)))
            else:
                pipe.send((True, made))


def _sendable(error: Exception) -> Exception:
    """The exception with where it was raised; one that only its own process can hold is told in words."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        copy(error)
    except Exception:
        return RuntimeError("\n".join(error.__notes__))
    return error


def _received(pipe: Connection, process: BaseProcess) -> Any:
    try:
        is_made, told = pipe.recv()
    except (EOFError, ConnectionError):
        process.join()
        raise (KeyboardInterrupt if process.exitcode == -signal.SIGINT else BuildFailed(_LOST)) from None
    if is_made:
        return told
    raise told
