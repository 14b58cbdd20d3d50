"""The text of a table's cell: its lines as one, with words whole that a narrow column has broken."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BROKEN = re.compile(r"(?<=[a-zåäö])- (?!och |eller )(?=[a-zåäö])")


def whole(lines: Iterable[str]) -> str:
    """The lines as one, "Besluts-" and "datum" as "Beslutsdatum"; a hyphen that stands for a word ("in- och") stays."""
    return _BROKEN.sub("", " ".join(lines))
