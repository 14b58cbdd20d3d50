"""What a rule judges: the archive, the day it is, and which files could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from macros.finding import Finding
from macros.record.archive import Archive
from macros.record.cases import Cases


@dataclass(frozen=True)
class Given:
    """The archive as read on `today`; `unread` holds the paths of files that reading refused.

    A file that could not be read is told once, by reading. A rule that misses it ("the attachment is mentioned
    nowhere") asks `is_unread` first, so that one fault does not give five findings.
    """

    archive: Archive
    today: dt.date
    unread: frozenset[str] = frozenset()

    @cached_property
    def cases(self) -> Cases:
        """All cases of the archive."""
        return Cases(self.archive)

    @cached_property
    def _touched(self) -> frozenset[str]:
        return self.unread | {str(folder) for path in self.unread for folder in PurePosixPath(path).parents}

    def is_unread(self, path: str) -> bool:
        """Whether this file, or anything below this folder, could not be read."""
        return path in self._touched


Rule = Callable[[Given], Iterator[Finding]]
"""A rule of the record: a generator whose docstring is the rule."""


def folder_of(path: str) -> str:
    """The folder of a file of the record."""
    return path.rpartition("/")[0]
