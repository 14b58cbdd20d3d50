"""Where the links of a finished site lead: every one to a file and a place that is there, none fetched from another host."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from build_scripts.site.references import Tag, file_of, in_styles, leads_elsewhere

_FETCHING_LINKS = frozenset(
    (*("stylesheet", "icon", "preload", "modulepreload"), *("prefetch", "preconnect", "dns-prefetch", "manifest"))
)
_FETCHING_TAGS = frozenset(
    (*("script", "img", "iframe", "source", "video", "audio", "embed"), *("object", "track", "use", "image", "form"))
)


def base_of(site_url: str) -> str:
    """The path that a site with this address lies under, with slashes at both ends."""
    return f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/")


@dataclass
class Links:
    """Judges links as pages are read; `anchors` are judged when all pages have been.

    `files` are the site's, `site_url` its own address; `unbuilt` are the folders that links may lead into although nothing is
    there.
    """

    files: frozenset[str]
    site_url: str
    unbuilt: tuple[str, ...] = ()
    ids: dict[str, set[str]] = field(default_factory=dict)
    _anchored: dict[tuple[str, str], str] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)

    @property
    def base(self) -> str:
        """The path that the site lies under, with slashes at both ends."""
        return base_of(self.site_url)

    def of_tag(self, page: str, tag: Tag) -> Iterator[str]:
        """What is wrong with the tag's links on this page."""
        for address in tag.points_at():
            if self.site_url and address.startswith(self.site_url):
                address = self.base + address[len(self.site_url) :].lstrip("/")
            if not leads_elsewhere(address):
                yield from self._inside(page, address)
            elif address.lower().startswith("javascript:"):
                yield "En länk kör ett skript (javascript:)."
            elif _is_fetched(tag) and not address.startswith("data:"):
                yield f"<{tag.name}> hämtar {address} från en annan värd."

    def of_styles(self, sheet: str, content: str) -> Iterator[str]:
        """What is wrong with the links of a style sheet."""
        for address in in_styles(content):
            if not leads_elsewhere(address):
                yield from self._inside(sheet, address)
            elif not address.startswith("data:"):
                yield f"Stilmallen hämtar {address} från en annan värd."

    def _inside(self, file: str, address: str) -> Iterator[str]:
        if not address or address.startswith("#"):
            meant, anchor = file, address[1:]
        else:
            found, anchor = file_of(posixpath.dirname(file), address, self.base)
            if found is None:
                yield f"Länken {address} leder ut ur webbplatsen."
                return
            meant = found
        if meant in self.files:
            if anchor and meant.endswith(".html"):
                self._anchored.setdefault((meant, anchor), file)
        elif not meant.startswith(self.unbuilt) and (file, address) not in self._told:
            self._told.add((file, address))
            yield f"Länken {address} leder ingenstans: {meant} finns inte."

    def anchors(self) -> Iterator[tuple[str, str]]:
        """Page and fault for every link to a place that its page does not have."""
        for (meant, anchor), file in self._anchored.items():
            if anchor not in self.ids.get(meant, ()):
                yield file, f"En länk går till #{anchor} på {meant}, men det stället finns inte där."


def _is_fetched(tag: Tag) -> bool:
    """Whether a browser follows the tag's link by itself."""
    return tag.name in _FETCHING_TAGS or (
        tag.name == "link" and not _FETCHING_LINKS.isdisjoint(tag.attributes.get("rel", "").split())
    )
