"""What a finished page points at and how: its tags read once, without judging."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_IN_STYLES = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]+))\s*\)|@import\s+[\"']([^\"']+)[\"']")
_POINTING = ("href", "src", "action", "poster", "data", "formaction", "xlink:href")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class Tag:
    """A start tag: its name and attributes, values unescaped; an attribute without value has the empty one."""

    name: str
    attributes: dict[str, str]

    def points_at(self) -> Iterator[str]:
        """Every address the tag points at, as written."""
        for name in _POINTING:
            if name in self.attributes:
                yield self.attributes[name].strip()
        for candidate in self.attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield candidate.split()[0]


def tags(page: str) -> Iterator[Tag]:
    """The page's start tags in order, comments left out."""
    for found in _TAG.finditer(_COMMENT.sub("", page)):
        yield Tag(found[1].lower(), _attributes(found[2]))


def _attributes(written: str) -> dict[str, str]:
    if not written.strip():
        return {}
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(written)
    }


def in_styles(sheet: str) -> Iterator[str]:
    """Every address that a style sheet points at."""
    for found in _IN_STYLES.finditer(sheet):
        yield found[1] or found[2] or found[3] or found[4] or ""


def leads_elsewhere(address: str) -> bool:
    """Whether the address names a scheme or a host."""
    return _ELSEWHERE.match(address) is not None


@cache
def file_of(folder: str, address: str, base: str) -> tuple[str | None, str]:
    """The file below the site that an address on a page in `folder` means, and the part after `#`.

    `base` is the path that the site lies under, with slashes at both ends. None when the address leads out of the site.
    """
    parts = urlsplit(address)
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(base):
            return None, parts.fragment
        path = path[len(base) :]
    else:
        path = posixpath.join(folder, path)
    whole = posixpath.normpath(path) if path else "."
    if whole.startswith(".."):
        return None, unquote(parts.fragment)
    if not path or path.endswith("/") or path.endswith(("/.", "/..")) or whole == ".":
        whole = posixpath.join(whole, "index.html")
    return posixpath.normpath(whole), unquote(parts.fragment)
