"""Pagefind's program as a service: it is handed pages one by one over a pipe, and hands back the files of their index.

Not a folder of pages: the order of a folder's files is the file system's, and the index follows it. And not Pagefind's own
filters, which it writes in an order that it draws anew each time; without them the same pages give the same bytes.

See https://pagefind.app/docs/node-api/; the messages are those of `pagefind/src/service/requests.rs` of Pagefind 1.5.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from subprocess import PIPE, Popen
from typing import IO, Any

from pagefind_bin import get_executable

_NEW = {"type": "NewIndex", "config": {"force_language": "sv"}}
_END = b","
"""What ends every message, which is JSON in base64."""


class EngineFailed(Exception):
    """The engine made no index; carries why, in its own words."""


def indexed(pages: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of an index of (address, HTML), by name. Raises `EngineFailed`, and `OSError` when there is no engine."""
    with Popen([str(get_executable()), "--service"], stdin=PIPE, stdout=PIPE, stderr=PIPE) as engine:
        assert engine.stdin
        assert engine.stdout
        assert engine.stderr
        ask = partial(_answer, engine.stdin, engine.stdout)
        try:
            index = {"index_id": ask(_NEW)["index_id"]}
            for address, html in pages:
                ask({"type": "AddFile", "url": address, "file_path": None, "file_contents": html} | index)
            files = ask({"type": "GetFiles"} | index)["files"]
        except (BrokenPipeError, EOFError) as ended:
            with suppress(BrokenPipeError):
                engine.stdin.close()
            raise EngineFailed(engine.stderr.read().decode("utf-8", "replace").strip()) from ended
    return {file["path"]: b64decode(file["content"]) for file in files}


def _answer(to: IO[bytes], back: IO[bytes], asked: dict[str, Any]) -> dict[str, Any]:
    """What the engine answers. Each question waits for it, so that the engine never holds more of the pages than it must."""
    message = json.dumps({"message_id": 0, "payload": asked}, ensure_ascii=False)
    to.write(b64encode(message.encode("utf-8")) + _END)
    to.flush()
    read = [b""]
    while not read[-1].endswith(_END):
        read.append(os.read(back.fileno(), 1 << 20))
        if not read[-1]:
            raise EOFError
    answer: dict[str, Any] = json.loads(b64decode(b"".join(read).removesuffix(_END)))["payload"]
    if answer["type"] == "Error":
        raise EngineFailed(answer["message"])
    return answer
