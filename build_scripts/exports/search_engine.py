"""The engine's scripts beside the index: those that the search page uses, taught to search some of an index's parts only.

Pagefind 1.5 searches everything that it has been given, and its time grows with the square of the pages that have a word: all
of a large archive takes seconds, some years of it a tenth of one.
"""

from __future__ import annotations

import re
from pathlib import Path

from build_scripts.exports.search_files import UnknownIndex

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_AT_THE_ROOT = frozenset((*_SCRIPTS, "wasm.sv.pagefind"))
_OF_EVERY_PART = (".json", ".pf_meta")
_SEARCHES_ALL = re.compile(r"this\.instances(\.map\(\(\w+\)=>\w+\.search\(\w+,(\w+)\)\))")
_SEARCHES_SOME = r"this.instances.filter((one)=>one.primary||!\2.only||\2.only.includes(one.basePath))\1"
"""`only`: the folders of the parts that are searched beside the root; without it all are."""


def leave_what_is_used(index: Path, is_root: bool) -> None:
    """Removes from the folder of an index what nobody reads. Raises `UnknownIndex` when the scripts are not as expected."""
    for file in index.iterdir():
        if file.is_file() and not file.name.endswith(_OF_EVERY_PART) and not (is_root and file.name in _AT_THE_ROOT):
            file.unlink()
    for script in _SCRIPTS if is_root else ():
        taught, places = _SEARCHES_ALL.subn(_SEARCHES_SOME, (index / script).read_text("utf-8"))
        if places != 1:
            raise UnknownIndex(f"{script} söker på {places} ställen")
        (index / script).write_text(taught, encoding="utf-8")
