"""Whether the shown release is what a build would make: then nothing is read, judged or made.

It is, when every input is as it was when the release was made, byte for byte, and every file of the release is as it was
written. Everything a build depends on is in `BuildOrder`, in `project_stamp`, in `settings_key` and in `known_until`; nothing
else is asked.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from build_scripts.history import known_until
from build_scripts.kept import listing
from build_scripts.kept.memory import FILE, Memory
from build_scripts.kept.stamps import READ_BY_MKDOCS, digest, project_stamp, settings_key
from build_scripts.site.release import listing_of, store_of

INPUTS = "underlag"
SAID = "sagt"


@dataclass(frozen=True)
class BuildOrder:
    """What is to be shown where: the project in `root` as of `today`, for `site_url` or the setting's own address.

    `from_disk`: with a search that works where no server is; `kept`: how many releases stay, the shown one included;
    `as_folder`: shown as a real folder, for whoever packs it up; `compressed`: with copies for a server that sends them;
    `reviewed`: with no attachment that nobody has read.
    """

    root: Path
    today: dt.date
    target: Path
    searchable: bool = True
    printable: bool = True
    site_url: str | None = None
    from_disk: bool = False
    kept: int = 2
    as_folder: bool = False
    compressed: bool = False
    reviewed: bool = True


@dataclass(frozen=True)
class Counts:
    """What a build says of itself: how many pages, attachments, findings that do not stop, and addresses never released."""

    pages: int
    attachments: int
    findings: int
    new_addresses: int
    written: int | None = None

    def as_json(self) -> dict[str, int | None]:
        """For the listing."""
        return asdict(self) | {"written": None}


def inputs(order: BuildOrder, memory: Memory) -> str | None:
    """The digest of all inputs; None while it is not known what MkDocs reads."""
    key = settings_key(order.root, order.site_url)
    folders = memory.get(READ_BY_MKDOCS, key) if key else None
    if key is None or folders is None:
        return None
    stamp = project_stamp(order.root, json.loads(folders))
    how = (
        order.today.isoformat(),
        str(order.searchable),
        str(order.printable),
        str(order.from_disk),
        str(order.compressed),
        known_until(order.root),
    )
    return digest(key, stamp, *how).hex()


def stamp_of(order: BuildOrder) -> str | None:
    """The same, asked of the project's own memory."""
    memory = Memory(order.root / FILE)
    try:
        return inputs(order, memory)
    finally:
        memory.close()


def shown(order: BuildOrder, stamp: str | None) -> Counts | None:
    """What was said of the shown release, if it is what a build would make."""
    target = order.target.absolute()
    if stamp is None or not target.is_symlink():
        return None
    release = store_of(target) / target.readlink().name
    known = listing.read(listing_of(release))
    if known is None or known.about.get(INPUTS) != stamp or not known.is_true_of(release):
        return None
    said: Mapping[str, Any] = known.about[SAID]
    return Counts(**said)
