"""What an office file does by itself when somebody opens it: runs a program, or takes a part of what it shows from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from defusedxml import ElementTree

_PROGRAMS = re.compile(r"(?:^|/)(?:vbaProject\.bin|activeX/|ctrlProps/|macrosheets/|Basic/|Scripts/)", re.IGNORECASE)
"""Where Office and OpenDocument keep macros and controls."""

_FIELD = rb"instr(?:Text[^<>]*>|=[\"'])\s*"
_RUNS = re.compile(_FIELD + rb"DDE|<(?:\w+:)?(?:ddeLink|event-listener)\b", re.IGNORECASE)
_FETCHES = re.compile(
    _FIELD + rb"INCLUDE(?:TEXT|PICTURE)\s+(?:\"|&quot;)?(?:\w{2,}:/|\\\\)|<f\b[^<]*\bWEBSERVICE\(", re.IGNORECASE
)
_FOLLOWED = re.compile(r"/(?:hyperlink|externalLink\w*|xl\w+)$")
"""What leads elsewhere and waits to be followed: links, and the workbooks that a workbook has its numbers from."""


def has_programs(names: Iterable[str]) -> bool:
    """Whether a package with parts of these names has macros or controls."""
    return any(map(_PROGRAMS.search, names))


def runs(part: bytes) -> bool:
    """Whether a field or a formula of the part starts a program, or a script in it waits for something to happen."""
    return bool(_RUNS.search(part))


def fetches(part: bytes) -> bool:
    """Whether a field or a formula of the part takes what it shows from an address."""
    return bool(_FETCHES.search(part))


def leads_elsewhere(relationships: bytes) -> bool:
    """Whether the program fetches a part from elsewhere when the file is opened: a template, a picture, a whole document."""
    return any(
        one.get("TargetMode") == "External" and not _FOLLOWED.search(one.get("Type", ""))
        for one in ElementTree.fromstring(relationships, forbid_dtd=True)
    )
