"""The desk where a browser finds it: as a program of its own, or within the tests' own process."""

from __future__ import annotations

import datetime as dt
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import uvicorn

from build_scripts.editor.app import application
from build_scripts.editor.editor import Editor
from build_scripts.editor.security import HOST


@contextmanager
def running(root: Path, today: str) -> Iterator[str]:
    """`klubbat redigera` on a free port, on a day (ÅÅÅÅ-MM-DD); gives the start address that it prints."""
    words = ["redigera", "--katalog", str(root), "--port", "0", "--idag", today]
    with subprocess.Popen(
        [sys.executable, "-m", "build_scripts", *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().removeprefix("Öppna ").strip()
        finally:
            process.terminate()


@contextmanager
def desk(root: Path, today: str) -> Iterator[str]:
    """The same desk without a program that has to be started, which takes two seconds."""
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        listening.listen()
        gate = application(Editor(root, lambda: dt.date.fromisoformat(today)), listening.getsockname()[1])
        server = uvicorn.Server(uvicorn.Config(gate, log_config=None, access_log=False, ws="none", lifespan="off"))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield gate.start_address
        finally:
            server.should_exit = True
            thread.join()
