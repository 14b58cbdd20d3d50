"""Reads each hostile file in a process of its own with bounded memory; prints its findings and the processor time it took.

Started by `test_hostile.py` as `python -m tests.reading.hostile`. The processes are children of one that has read the program.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable

from macros.record.item import ItemHeader
from macros.record.parsing import parse

MEGABYTE = 1024 * 1024
MEMORY = 512 * MEGABYTE


def _header(text: str) -> bytes:
    return f"---\n{text}\n---\nText.\n".encode()


def _alias_bomb() -> bytes:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
    return _header("\n".join(rows))


FILES: dict[str, Callable[[], bytes]] = {
    "hakparenteser": lambda: _header("rubrik: " + "[" * 100_000 + "]" * 100_000),
    "en miljon hakparenteser": lambda: _header("rubrik: " + "[" * 1_000_000),
    "klamrar": lambda: _header("rubrik: " + "{a: " * 60_000),
    "streck": lambda: _header("- " * 120_000 + "a"),
    "frågetecken": lambda: _header("? " * 120_000 + "a"),
    "aliasbomb": _alias_bomb,
    "tusen alias": lambda: _header("rubrik: &a x\nmotionärer: [" + "*a, " * 1_000 + "]"),
    "tio megabyte i en rad": lambda: _header("rubrik: A") + b"ord " * (10 * MEGABYTE // 4),
    "tio megabyte i en rubrik": lambda: _header("rubrik: " + "ord " * (10 * MEGABYTE // 4)),
    "tio megabyte noll": lambda: b"\x00" * (10 * MEGABYTE),
    "tio megabyte latin-1": lambda: b"---\nrubrik: A\n---\n" + b"\xe5" * (10 * MEGABYTE),
    "tio megabyte radslut": lambda: b"---\r\nrubrik: A\r\n---\r\n" + b"\r\n" * (5 * MEGABYTE),
    "tio megabyte bindestreck": lambda: b"---\n" * (10 * MEGABYTE // 4),
    "tio megabyte NFD": lambda: b"---\nrubrik: A\n---\n" + "a\u030a".encode() * (10 * MEGABYTE // 3),
    "sjutton megabyte": lambda: b"a" * (17 * MEGABYTE),
    "stor rubrikdel": lambda: _header("\n".join(f"nyckel{n}: värde" for n in range(20_000))),
    "tjugotusen nycklar": lambda: _header("\n".join(f"k{n}: v" for n in range(20_000))),
    "tjugotusen dubbla nycklar": lambda: _header("k: v\n" * 40_000),
    "långt citat": lambda: _header('rubrik: "' + "ord " * 60_000),
    "många kommentarer": lambda: _header("rubrik: A # b\n" + "a: b # c\n" * 20_000),
}


def _read(name: str) -> None:
    content = FILES[name]()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    start = time.process_time()
    document, findings = parse(ItemHeader, "x.md", content)
    taken = time.process_time() - start
    rules = sorted({found.rule for found in findings})
    told = {"name": name, "seconds": taken, "read": document is not None, "rules": rules, "count": len(findings)}
    print(json.dumps(told), flush=True)


def main() -> None:
    """One line for each file that was read; of a process that was ended nothing is told but by its errors."""
    for name in FILES:
        child = os.fork()
        if not child:
            code = 1
            try:
                _read(name)
                code = 0
            except BaseException as error:
                print(f"{name}: {error!r}", file=sys.stderr, flush=True)
            finally:
                os._exit(code)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
