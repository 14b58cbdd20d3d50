"""Reading the project that a command works on. Apart from the rest of it: who only asks what has changed needs no models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from build_scripts.project import reuse
from build_scripts.published import with_published
from macros.finding import Finding
from macros.record.archive import Archive
from macros.record.parsing import Parse, parse
from macros.record.reading import read


def load(root: Path, instead: Mapping[str, bytes] | None = None, parse: Parse = parse) -> tuple[Archive, list[Finding]]:
    """The project's archive beside what everybody has, and what reading found. Judging is `macros.judging.judge`.

    `instead` holds, by path, bytes that are read in place of a file's own; `parse` is as for `read`.
    """
    archive, findings = read(root, instead, parse)
    archive, missing = with_published(root, archive)
    return replace(archive, reuse=reuse(root)), [*findings, *missing]
