"""`sok/disk/`: the search for those who open the site from a disk, where a browser lets no script read a file but runs scripts.

Every file that the search reads gets a script that says what is in it, and the engine a script that makes it without being a
module. assets/fran-disk.js reads them. They are half as large again as the index, so they are only made when asked for.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from build_scripts.exports import search
from build_scripts.exports.numbers import NUMBERS

FOLDER = "sok/disk"
_ENGINE = f"{search.FOLDER}/pagefind.js"
_WORKER = f"{search.FOLDER}/pagefind-worker.js"
"""No worker can be started from a disk: the engine then does without."""

_EXPORTS = "export{"
_PLACE = "import.meta.url"


def scripts(site: Path, names: Iterable[str]) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Name, the file that it is made from and content of every script; `names` are the site's files.

    Making the engine's content raises `SearchFailed` when it is not written as expected.
    """
    read = {*NUMBERS.values()}
    for name in sorted(names):
        if name != _WORKER and (name in read or name.startswith(f"{search.FOLDER}/")):
            yield f"{FOLDER}/{name}.js", name, partial(_script, site, name)


def _script(site: Path, name: str) -> bytes:
    content = (site / name).read_bytes()
    if name == _ENGINE:
        return _engine(content.decode("utf-8")).encode("utf-8")
    return f"klubbatFil({json.dumps(name)},{json.dumps(b64encode(content).decode('ascii'))});\n".encode()


def _engine(module: str) -> str:
    """The engine's module as a function of how to read a file and of where the engine is; it gives what the module exports."""
    before, exported, rest = module.partition(_EXPORTS)
    names, end, after = rest.partition("}")
    if not exported or not end or _EXPORTS in after or " as " in names or _PLACE not in module:
        raise search.SearchFailed("Sökmotorns skript är inte skrivet som väntat, så det kan inte läggas på en disk.")
    body = f"{before};{after}".replace(_PLACE, "klubbatPlats")
    return f'"use strict";\nwindow.klubbatMotor=(fetch,klubbatPlats)=>{{{body}\nreturn {{{names}}};}};\n'
