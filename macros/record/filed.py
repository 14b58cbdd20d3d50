"""What has a file: a header that was read, or bytes that are published as they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Generic

from macros.record.schema import Document, H


@dataclass(frozen=True)
class File:
    """A file that is published as it is: its path from the project's root, its name, its size in bytes and the digest of them."""

    path: str
    name: str
    size: int
    digest: str = ""


@dataclass(frozen=True)
class Filed(Generic[H]):
    """What has a file of its own."""

    document: Document[H]

    @cached_property
    def header(self) -> H:
        """The header of its file."""
        return self.document.header
