"""What MkDocs makes in a build of ours, made once and kept.

It depends on settings, theme, overrides, content, code and locked versions; it is kept under a digest of them all, and MkDocs is
not even imported while none of them changes. The values of the calls on hand-written pages are put in each time.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import READ_BY_MKDOCS, digest, files_below, settings_key
from build_scripts.mkdocs_adapter.handover import Frame, Handover, Shell, as_file
from build_scripts.mkdocs_adapter.long_words import parted
from build_scripts.project import SETTINGS
from build_scripts.report import BuildFailed
from macros.addresses import file_at
from macros.texts.calls import fill

_UNKNOWN_INPUTS = (b"!ENV", b"INHERIT", b"!relative")
"""Settings that read something else than their own file: what is made of them is not kept."""


def build_shell(whole: Handover, memory: Memory, site_url: str | None) -> Shell:
    """The hand-written pages, the theme's files and a frame for each depth of the record's pages.

    `site_url` replaces the setting's own. Raises `BuildFailed` with everything MkDocs warned of.
    """
    file = whole.root / SETTINGS
    settings = settings_key(whole.root, site_url)
    if settings is None:
        raise BuildFailed(f"{file} finns inte. Stå i projektets mapp, eller ange den med --katalog.")
    given = whole.without_record()
    folders = memory.get(READ_BY_MKDOCS, settings)
    kept = memory.get("skal", digest(settings, *_inputs(given, json.loads(folders)))) if folders else None
    if kept:
        return _filled(_unpacked(kept), whole)
    # Here and not above: a build that finds everything kept is spared MkDocs.
    from build_scripts.mkdocs_adapter.mkdocs_run import run

    shell, read = run(given, site_url)
    if not any(sign in file.read_bytes() for sign in _UNKNOWN_INPUTS):
        memory.put(READ_BY_MKDOCS, settings, json.dumps(read).encode())
        memory.put("skal", digest(settings, *_inputs(given, read)), _packed(shell))
    return _filled(shell, whole)


def _filled(shell: Shell, whole: Handover) -> Shell:
    """With the values of the calls on hand-written pages."""
    names = {file_at(page.address): page for page in whole.content.values() if page.values}
    values = {
        name: as_file(parted(fill(shell.files[name].decode("utf-8"), page.values)))
        for name, page in names.items()
        if name in shell.files
    }
    return replace(shell, files=shell.files | values)


def _inputs(given: Handover, folders: list[str]) -> Iterator[str | bytes]:
    """Everything that MkDocs reads besides its settings."""
    for folder in folders:
        yield folder
        for name, content in files_below(Path(folder)):
            yield from (name, content)
    for name, page in sorted(given.content.items()):
        yield from (name, page.address, page.header, page.body, page.title or "")
        yield str(len(page.values))
    yield json.dumps([given.depths, [page.address for page in given.pages], given.attachments])


def _packed(shell: Shell) -> bytes:
    files = {name: base64.b64encode(content).decode() for name, content in shell.files.items()}
    texts = {depth: frame.text for depth, frame in shell.frames.items()}
    return json.dumps({"files": files, "frames": texts, "site_url": shell.site_url}).encode()


def _unpacked(kept: bytes) -> Shell:
    read = json.loads(kept)
    files = {name: base64.b64decode(content) for name, content in read["files"].items()}
    return Shell(files, {int(depth): Frame(text) for depth, text in read["frames"].items()}, read["site_url"])
