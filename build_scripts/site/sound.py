"""Whether a site is surely whole, judged page by page from what was put into the frames, and remembered for pages that stay.

This only ever says yes when `verify` would find nothing: what it does not understand is doubt, and in doubt the whole site is
verified file by file. So it may be quick and blunt: every `href="..."` counts as a link, wherever it stands.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from build_scripts.site.links import base_of
from build_scripts.site.memory import Memory
from build_scripts.site.references import file_of, leads_elsewhere

_ADDRESSES = {name: re.compile(f'{name}="([^"]*)"') for name in ("href", "src", "action")}
_FORBIDDEN = tuple(f"{name}=" for name in ("srcset", "formaction", "poster", "data", "style"))
_HANDLER = re.compile(r"[ \n\t]on[a-z]+\s*=", re.IGNORECASE)
_MAYBE_HANDLER = (" on", "\non", "\ton")
_MAYBE_LOOSE = (" =", "\n=", "\t=")
_LOOSE = re.compile(r"[ \n\t]=\s*[\"']")
_PLACE = ' id="'
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_PRIVATE_USE_BYTES = (b"\xee", b"\xef")
"""What every such character begins with in UTF-8."""

_FETCHED = "img iframe source video audio embed object track use image form link style base"
_FETCHING = tuple(f"<{name}" for name in _FETCHED.split())
_DATA_SCRIPT = '<script type="application/ld+json">'


@dataclass
class Soundness:
    """Gathers where pages lead and which places they have; `is_whole` is asked when all are gathered.

    `site_url` is the site's own address; `unbuilt` a folder that links may lead to although it is not there.
    """

    site_url: str
    memory: Memory
    unbuilt: str | None = None
    doubt: bool = False
    ids: dict[str, set[str]] = field(default_factory=dict)
    _targets: set[tuple[str, str]] = field(default_factory=set)

    def add(self, name: str, key: bytes, title: str, head: str, article: str) -> None:
        """A page by its name, the key of what it was made from, and what stands in its frame."""
        kept = self.memory.get("länkar", key)
        if kept is None:
            facts = self._facts(name, title, head, article)
            kept = json.dumps(facts, ensure_ascii=False).encode() if facts else b"null"
            self.memory.put("länkar", key, kept)
        read = json.loads(kept)
        if read is None:
            self.doubt = True
            return
        self.ids.setdefault(name, set()).update(read["ids"])
        self._targets.update(map(tuple, read["to"]))

    def is_whole(self, files: Iterable[str]) -> bool:
        """Whether every link leads to one of the files, and to a place that is there."""
        if self.doubt:
            return False
        known = frozenset(files)
        for file, place in self._targets:
            if file not in known and not (self.unbuilt and file.startswith(f"{self.unbuilt}/")):
                return False
            if place and file.endswith(".html") and place not in self.ids.get(file, ()):
                return False
        return True

    def _facts(self, name: str, title: str, head: str, article: str) -> dict[str, object] | None:
        text = f"{head}\n{article}"
        if _has_private_use(text + title):
            return None
        lower = text.lower()
        if (
            lower.count("<script") != text.count(_DATA_SCRIPT)
            or "<!--" in text
            or any(tag in lower for tag in _FETCHING)
        ):
            return None
        if any(word in lower for word in _FORBIDDEN):
            return None
        # Looked for in two steps: the first is much faster and nearly always enough.
        if (any(sign in lower for sign in _MAYBE_HANDLER) and _HANDLER.search(text)) or (
            any(sign in text for sign in _MAYBE_LOOSE) and _LOOSE.search(text)
        ):
            return None
        targets: set[tuple[str, str]] = set()
        for attribute, shape in _ADDRESSES.items():
            if lower.count(f"{attribute}=") != text.count(f'{attribute}="'):
                return None
            for address in set(shape.findall(text)) if f"{attribute}=" in lower else ():
                target = self._target(name, attribute, html.unescape(address).strip())
                if target is None:
                    return None
                targets.add(target)
        targets.discard(_ELSEWHERE)
        return {"ids": sorted(_places(text)), "to": sorted(targets)}

    def _target(self, name: str, attribute: str, address: str) -> tuple[str, str] | None:
        """The file and place that an address leads to; None in doubt."""
        root = "../" * name.count("/")
        inside = address[len(root) :]
        if address.startswith(root) and _PLAIN.fullmatch(inside):
            return inside if inside and not inside.endswith("/") else f"{inside}index.html", ""
        base = base_of(self.site_url)
        if self.site_url and address.startswith(self.site_url):
            address = base + address[len(self.site_url) :].lstrip("/")
        if leads_elsewhere(address):
            return _ELSEWHERE if attribute == "href" and address.startswith(("https:", "mailto:", "tel:")) else None
        if not address or address.startswith("#"):
            return name, address[1:]
        file, place = file_of(posixpath.dirname(name), address, base)
        return (file, place) if file is not None else None


_PLAIN = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*/|")
"""An address of the record from the site's root, without anything that has to be worked out."""

_ELSEWHERE = ("", "")


def _has_private_use(text: str) -> bool:
    content = text.encode("utf-8", "surrogatepass")
    return any(byte in content for byte in _PRIVATE_USE_BYTES) and _PRIVATE_USE.search(text) is not None


def _places(text: str) -> set[str]:
    """The places of the page: every id that stands within a tag."""
    places = set()
    at = text.find(_PLACE)
    while at >= 0:
        if text.rfind("<", 0, at) > text.rfind(">", 0, at):
            start = at + len(_PLACE)
            places.add(html.unescape(text[start : text.find('"', start)]))
        at = text.find(_PLACE, at + 1)
    return places
