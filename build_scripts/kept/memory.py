"""What earlier builds worked out, kept in one file that may vanish or be damaged at any time: then it is worked out again.

Every entry is bytes with a digest of its own, under a kind and a digest of everything it was made from. An entry whose
digest does not fit is no entry. What no build has asked for is forgotten when the build is done.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path

from build_scripts.kept.stamps import code_stamp, digest
from macros.record.home import RECORD
from macros.remembered import with_memory

FILE = ".cache/klubbat/minne.sqlite"
"""From the project's root."""

_COLUMNS = "kind TEXT, key BLOB, digest BLOB, value BLOB, PRIMARY KEY (kind, key)"
_TABLE = f"CREATE TABLE IF NOT EXISTS entries ({_COLUMNS}) WITHOUT ROWID"


class Memory:
    """Entries by kind and key. Nothing here ever stops a build: a file that cannot be used is as good as an empty one.

    `stamp` gives the program's digest.
    """

    def __init__(self, file: Path, stamp: Callable[[], bytes] = code_stamp) -> None:
        self._file = file
        self._stamp = stamp
        self._known: dict[str, dict[bytes, bytes]] = {}
        self._asked: dict[str, set[bytes]] = {}
        self._fresh: dict[str, dict[bytes, bytes]] = {}
        self._connection = _opened(file)
        self._process = os.getpid()

    def get(self, kind: str, key: bytes) -> bytes | None:
        """The entry, if there is a whole one."""
        self._asked.setdefault(kind, set()).add(key)
        fresh = self._fresh.get(kind)
        if fresh is not None and key in fresh:
            return fresh[key]
        if kind not in self._known:
            self._known[kind] = dict(self._read(kind))
        return self._known[kind].get(key)

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keeps the entry from `save` on."""
        self._asked.setdefault(kind, set()).add(key)
        self._fresh.setdefault(kind, {})[key] = value

    def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
        """What this version of the program made, if it is known (`macros.remembered.TextMemory`)."""
        kept = self.get(kind, digest(self._stamp(), *made_from))
        return None if kept is None else kept.decode("utf-8", "surrogatepass")

    def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
        """Remembers what this version of the program made."""
        self.put(kind, digest(self._stamp(), *made_from), made.encode("utf-8", "surrogatepass"))

    def _read(self, kind: str) -> Iterator[tuple[bytes, bytes]]:
        # A process that was forked knows what was read before it; what is open is its parent's.
        if self._connection is None or os.getpid() != self._process:
            return
        try:
            rows = self._connection.execute("SELECT key, digest, value FROM entries WHERE kind = ?", (kind,))
            for key, told, value in rows:
                if isinstance(value, bytes) and isinstance(key, bytes) and digest(kind, key, value) == told:
                    yield key, value
        except sqlite3.Error:
            self._give_up()

    def save(self) -> None:
        """Writes what is new and forgets what nobody asked for, of the kinds that were used."""
        if self._connection is None:
            return
        try:
            with self._connection:
                for kind, asked in self._asked.items():
                    old = [(kind, key) for key in self._known.get(kind, ()) if key not in asked]
                    self._connection.executemany("DELETE FROM entries WHERE kind = ? AND key = ?", old)
                    fresh = self._fresh.get(kind, {})
                    rows = ((kind, key, digest(kind, key, value), value) for key, value in fresh.items())
                    self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
        except sqlite3.Error:
            self._give_up()

    def forget(self) -> None:
        """Lets go of what nobody has asked for since this was last called, of the kinds that were used."""
        asked, self._asked = self._asked, {}
        # Copies: pages are made meanwhile, and what they put in between is made again.
        for kind, keys in dict(asked).items():
            for kept in (self._known, self._fresh):
                kept[kind] = {key: value for key, value in dict(kept.get(kind, {})).items() if key in keys}

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _give_up(self) -> None:
        """A file that cannot be used is removed, so that the next build begins with an empty one."""
        self.close()
        with suppress(OSError):
            self._file.unlink()


def _opened(file: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(file, timeout=10)
        except (OSError, sqlite3.Error):
            return None
        try:
            # A power cut may lose the file's last entries or all of them: they are made again.
            connection.execute("PRAGMA synchronous=OFF")
            # What was withdrawn and is forgotten is not to be read out of the file either.
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute(_TABLE)
            connection.commit()
        except sqlite3.Error:
            connection.close()
            with suppress(OSError):
                file.unlink()
        else:
            return connection
    return None


@contextmanager
def remembering(root: Path) -> Iterator[Memory]:
    """While the block runs, the project's memory is asked.

    It is saved however the block ends: what was worked out is true also when a build is refused.
    """
    memory = Memory(root / FILE)
    try:
        with with_memory(memory):
            yield memory
    finally:
        memory.save()
        memory.close()


def remembering_texts(root: Path) -> AbstractContextManager[object]:
    """The same for what only reads; nothing is left behind in a folder that is no project."""
    return remembering(root) if (root / RECORD).is_dir() else nullcontext()
