"""Runs MkDocs inside this process for what is its own: hand-written pages, 404, the theme's files, and the frames.

The result depends on settings, theme, overrides, content with the values of its calls, code and locked versions; it is
kept under a digest of them all, and MkDocs is not even imported while none of them changes.
"""

from __future__ import annotations

import base64
import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import READ_BY_MKDOCS, SETTINGS, digest, files_below, settings_key
from build_scripts.mkdocs_adapter import frames
from build_scripts.mkdocs_adapter.frames import BrokenFrame, Frame
from build_scripts.site.prepared import Prepared, Shell

_UNKNOWN_INPUTS = (b"!ENV", b"INHERIT", b"!relative")
"""Settings that read something else than their own file: what is made of them is not kept."""

_LINK = re.compile(r"\]\(\s*<?([^)\s>#?]+)|^\s*\[[^\]]+\]:\s*<?([^\s>#?]+)", re.MULTILINE)


class BuildFailed(Exception):
    """MkDocs could not build the site; carries why, for the user."""


@dataclass(frozen=True)
class Built:
    """What MkDocs made: files by name from the site's root, frames by depth, and the site's own address."""

    files: dict[str, bytes]
    frames: dict[int, Frame]
    site_url: str


def build_shell(prepared: Prepared, memory: Memory, site_url: str | None) -> Built:
    """The hand-written pages, the theme's files and a frame for each depth of the record's pages.

    `site_url` replaces the setting's own. Raises `BuildFailed` with everything MkDocs warned of.
    """
    file = prepared.root / SETTINGS
    given = settings_key(prepared.root, site_url)
    if given is None:
        raise BuildFailed(f"{file} finns inte. Stå i projektets mapp, eller ange den med --katalog.")
    shell = Shell(prepared, frames.depths(prepared.pages), frozenset(_linked(prepared)))
    folders = memory.get(READ_BY_MKDOCS, given)
    key = digest(given, *_inputs(shell, json.loads(folders))) if folders else None
    kept = memory.get("skal", key) if key else None
    try:
        if kept:
            return _unpacked(kept)
        # Here and not above: a build that finds everything kept is spared MkDocs.
        from build_scripts.mkdocs_adapter.mkdocs_run import run

        built, read = run(shell, site_url)
        if not any(sign in file.read_bytes() for sign in _UNKNOWN_INPUTS):
            memory.put(READ_BY_MKDOCS, given, json.dumps(read).encode())
            memory.put("skal", digest(given, *_inputs(shell, read)), _packed(built))
        return _unpacked(_packed(built))
    except BrokenFrame as broken:
        raise BuildFailed(str(broken)) from broken


def _linked(prepared: Prepared) -> Iterator[str]:
    """The record's pages and files that hand-written pages link to by file name, which MkDocs wants to know."""
    meant = set()
    for name, page in prepared.content.items():
        for found in _LINK.finditer(page.body):
            meant.add(posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1] or found[2])))
    if meant:
        yield from (name for page in prepared.pages if (name := f"{page.address}index.md") in meant)
        yield from (address for address, _ in prepared.attachments if address in meant)


def _inputs(shell: Shell, folders: list[str]) -> Iterator[str | bytes]:
    """Everything that MkDocs reads besides its settings."""
    for folder in folders:
        yield folder
        for name, content in files_below(Path(folder)):
            yield from (name, content)
    for name, page in sorted(shell.prepared.content.items()):
        yield from (name, page.address, page.header, page.body, page.title or "")
        for value in page.values:
            yield from (type(value).__name__, str(value))
    yield json.dumps([shell.depths, sorted(shell.linked)])


def _packed(built: Built) -> bytes:
    files = {name: base64.b64encode(content).decode() for name, content in built.files.items()}
    texts = {depth: frame.text for depth, frame in built.frames.items()}
    return json.dumps({"files": files, "frames": texts, "site_url": built.site_url}).encode()


def _unpacked(kept: bytes) -> Built:
    read = json.loads(kept)
    files = {name: base64.b64decode(content) for name, content in read["files"].items()}
    return Built(files, {int(depth): Frame(text) for depth, text in read["frames"].items()}, read["site_url"])
