"""Whether a site is surely whole, judged page by page from what was put into the frames, and remembered for pages that stay.

This only ever says yes when `verify` would find nothing: what it does not understand is doubt, and in doubt the whole site is
verified file by file. So it may be quick and blunt: a `>` that ends no tag is doubt.
"""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from build_scripts.site.links import base_of
from build_scripts.site.references import file_of, leads_elsewhere

_ADDRESSES = {name: re.compile(f'{name}="([^"]*)"') for name in ("href", "src", "action")}
_FORBIDDEN = tuple(f"{name}=" for name in ("srcset", "formaction", "poster", "data", "style"))
_HANDLER = re.compile(r"[ \n\t]on[a-z]+\s*=", re.IGNORECASE)
_LOOSE = re.compile(r"[ \n\t]=\s*[\"']")
_PLACE = re.compile(r'[ \n\t]id="([^"]*)"')
_TAG = re.compile(r"<[^<>]*>")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_PRIVATE_USE_BYTES = (b"\xee", b"\xef")
"""What every such character begins with in UTF-8."""

_FETCHED = "img iframe source video audio embed object track use image form link style base"
_FETCHING = tuple(f"<{name}" for name in _FETCHED.split())
_DATA_SCRIPT = '<script type="application/ld+json">'


class Facts(NamedTuple):
    """What was seen in a page: the places it has, and where it leads, each as (file, place)."""

    ids: list[str]
    targets: list[tuple[str, str]]


@dataclass
class Soundness:
    """Gathers where pages lead and which places they have; `is_whole` is asked when all are gathered."""

    doubt: bool = False
    ids: dict[str, set[str]] = field(default_factory=dict)
    targets: set[tuple[str, str]] = field(default_factory=set)

    def add(self, name: str, facts: Facts | None) -> None:
        """A page by its name; without facts it is in doubt."""
        if facts is None:
            self.doubt = True
            return
        self.ids.setdefault(name, set()).update(facts.ids)
        self.targets.update((file, place) for file, place in facts.targets)

    def is_whole(self, files: frozenset[str], unbuilt: tuple[str, ...]) -> bool:
        """Whether every link leads to one of the files and to a place that is there, or into one of the unbuilt folders."""
        if self.doubt:
            return False
        for file, place in self.targets:
            if file not in files:
                if not file.startswith(unbuilt):
                    return False
            elif place and file.endswith(".html") and place not in self.ids.get(file, ()):
                return False
        return True


def facts_of(name: str, title: str, head: str, article: str, site_url: str) -> Facts | None:
    """What is seen in a page by its name and what stands in its frame; None in doubt. `site_url` is the site's own address."""
    text = f"{head}\n{article}"
    if _has_private_use(text + title):
        return None
    tags = _TAG.findall(text)
    if not text.count("<") == len(tags) == text.count(">"):
        return None
    # Most tags of a page recur: each is looked at once.
    text = "\n".join(dict.fromkeys(tags))
    lower = text.lower()
    if lower.count("<script") != text.count(_DATA_SCRIPT) or "<!" in text or any(tag in lower for tag in _FETCHING):
        return None
    if any(word in lower for word in _FORBIDDEN):
        return None
    if _HANDLER.search(text) or _LOOSE.search(text):
        return None
    targets: set[tuple[str, str]] = set()
    for attribute, shape in _ADDRESSES.items():
        if lower.count(f"{attribute}=") != text.count(f'{attribute}="'):
            return None
        for address in set(shape.findall(text)):
            target = _target(name, attribute, html.unescape(address).strip(), site_url)
            if target is None:
                return None
            targets.add(target)
    targets.discard(_ELSEWHERE)
    return Facts(sorted(set(map(html.unescape, _PLACE.findall(text)))), sorted(targets))


def _target(name: str, attribute: str, address: str, site_url: str) -> tuple[str, str] | None:
    """The file and place that an address leads to; None in doubt."""
    root = "../" * name.count("/")
    inside = address[len(root) :]
    if address.startswith(root) and _PLAIN.fullmatch(inside):
        return inside if inside and not inside.endswith("/") else f"{inside}index.html", ""
    base = base_of(site_url)
    if site_url and address.startswith(site_url):
        address = base + address[len(site_url) :].lstrip("/")
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
