"""`sok/disk/`: the search for those who open the site from a disk, where a browser lets no script read a file but runs scripts.

Every file that the search reads, the engine among them, gets a script that says what is in it, and assets/fran-disk.js reads
these. They are half as large again as the index, so they are only made when asked for.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from build_scripts.exports import search
from build_scripts.exports.files import NUMBERS

FOLDER = "sok/disk"


def scripts(site: Path, names: Iterable[str]) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Name, the file that it is made from and content of every script; `names` are the site's files."""
    read = {*NUMBERS.values()}
    for name in sorted(names):
        if name in read or name.startswith(f"{search.FOLDER}/"):
            yield f"{FOLDER}/{name}.js", name, partial(_script, site, name)


def _script(site: Path, name: str) -> bytes:
    content = b64encode((site / name).read_bytes()).decode("ascii")
    return f"klubbatFil({json.dumps(name)},{json.dumps(content)});\n".encode()
