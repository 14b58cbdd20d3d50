"""A part of a site: one municipality's pages, built by themselves, with what the pages that all share are made of.

    del.json    what the part was built from and what it holds, with a digest of each file and of itself
    sidor/      the municipality's files as they stand on the site, its parts of the search index included
    underlag/   its record without the texts of items: what the calendar, the notice board and the like are made of

Municipalities are independent: no case and no diary series crosses the border between two. A part knows of the others only
what `organ.md` says of their bodies, since names of bodies stand on pages.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from build_scripts.exports import search
from build_scripts.site import listing, release
from build_scripts.site.memory import digest
from build_scripts.site.shell import Built
from build_scripts.site.stamps import content_of
from macros import addresses
from macros.record.archive import Archive, Body
from macros.record.item import ItemHeader
from macros.record.reading import RECORD

MANIFEST = release.PART
PAGES = "sidor"
SOURCES = "underlag"


class Manifest(BaseModel):
    """What a part says of itself; its keys in the file are Swedish.

    `program` is the program's digest; `frames` are digests of the frames by depth, and stand for settings and theme; `bodies`
    are all that were known, with municipality and the digest of `organ.md`; `record` is the digest of the municipality's own
    folders. `search` is told of the parts of the search index; `outward` are the links that leave the part, as (file, place).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    municipality: str = Field(alias="kommun")
    day: dt.date = Field(alias="dag")
    program: str
    site_url: str = Field(alias="adress")
    frames: dict[int, str] = Field(alias="ramar")
    bodies: dict[str, tuple[str, str]] = Field(alias="organ")
    record: str = Field(alias="arkiv")
    search: tuple[dict[str, Any], ...] | None = Field(alias="sök")
    pages: tuple[tuple[str, str], ...] = Field(alias="sidor")
    attachments: tuple[str, ...] = Field(alias="bilagor")
    outward: tuple[tuple[str, str], ...] = Field(alias="utåt")
    warnings: int = Field(alias="varningar")
    files: dict[str, str] = Field(alias="filer")


class Unusable(Exception):
    """A folder is no part, or not as it was when the part was built; carries the sentence for the user."""


@dataclass(frozen=True)
class Part:
    """A part in its folder."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """The municipality as `addresses.municipality` gives it."""
        return self.manifest.municipality

    def names(self, searchable: bool = True) -> Iterator[str]:
        """The files that the part adds to the site, in order; those of the search index only when they are wanted."""
        for name in sorted(self.manifest.files):
            top, _, file = name.partition("/")
            if top == PAGES and (searchable or not file.startswith(f"{search.FOLDER}/")):
                yield file

    def sources(self) -> Iterator[str]:
        """The files of its record, from the project's root."""
        return (name.removeprefix(f"{SOURCES}/") for name in self.manifest.files if name.startswith(f"{SOURCES}/"))

    def key_of(self, name: str) -> str:
        """The digest of a file by its name on the site."""
        return self.manifest.files[f"{PAGES}/{name}"]

    def source_of(self, name: str) -> str:
        """Where a file is, by its name on the site."""
        return str((self.folder / PAGES / name).absolute())

    def content(self, name: str) -> bytes:
        """A file's bytes by its name on the site. Raises `Unusable` when they are not those that were built."""
        return self._checked(f"{PAGES}/{name}")

    def _checked(self, name: str) -> bytes:
        content = content_of(str(self.folder / name))
        if digest(content).hex() != self.manifest.files[name]:
            raise Unusable(
                f"{self.folder} är skadad: {name} är inte som när delen byggdes. Hämta eller bygg delen igen."
            )
        return content

    def check_sources(self) -> None:
        """Raises `Unusable` when files are missing or added, or when anything of the record is not as it was."""
        there = set(_names(self.folder))
        for name in sorted(there ^ self.manifest.files.keys()):
            how = "hör inte till den" if name in there else "saknas"
            raise Unusable(f"{self.folder} är skadad: {name} {how}. Hämta eller bygg delen igen.")
        for name in self.sources():
            self._checked(f"{SOURCES}/{name}")


def read_part(folder: Path) -> Part:
    """The part in the folder, its manifest and sources verified; the pages are when they are copied. Raises `Unusable`."""
    try:
        written = json.loads((folder / MANIFEST).read_bytes())
        told, manifest = written["avtryck"], Manifest.model_validate(written["del"])
    except FileNotFoundError:
        raise Unusable(f"{folder} är ingen del: {MANIFEST} saknas. Gör delar med klubbat bygg --kommun.") from None
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        raise Unusable(
            f"{folder} är ingen hel del: {MANIFEST} går inte att läsa. Hämta eller bygg delen igen."
        ) from None
    if told != digest(_text(manifest)).hex():
        raise Unusable(f"{folder} är skadad: {MANIFEST} är ändrad. Hämta eller bygg delen igen.")
    part = Part(folder, manifest)
    part.check_sources()
    return part


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Makes the folder a part: the last that is written."""
    text = _text(manifest)
    (folder / MANIFEST).write_text(f'{{"avtryck": "{digest(text).hex()}", "del": {text}}}\n', encoding="utf-8")


def digests_of(folder: Path) -> dict[str, str]:
    """Every file of a part by its name, with the digest of its bytes."""
    return {name: digest(content_of(str(folder / name))).hex() for name in sorted(_names(folder))}


def _names(folder: Path) -> Iterator[str]:
    for top in (PAGES, SOURCES):
        yield from (f"{top}/{name}" for name, _ in (listing.found(folder / top) if (folder / top).is_dir() else ()))


def _text(manifest: Manifest) -> str:
    return json.dumps(manifest.model_dump(mode="json", by_alias=True), ensure_ascii=False, separators=(",", ":"))


def write_sources(archive: Archive, folder: Path) -> None:
    """The record below the folder, without what no shared page is made of: texts of items, and attachments."""
    for document in archive.documents():
        file, source = folder / document.path, document.source
        file.parent.mkdir(parents=True, exist_ok=True)
        text = source.text.removesuffix(source.body) if isinstance(document.header, ItemHeader) else source.text
        file.write_text(text, encoding="utf-8", newline="\n")


def told_of(body: Body) -> tuple[str, str]:
    """The body's municipality, and the digest of what its own file says."""
    return addresses.municipality(body.header.municipality), digest(body.document.source.text).hex()


def frame_digests(built: Built) -> dict[int, str]:
    """The frames by depth: what settings and theme put around the record's pages."""
    return {depth: digest(frame.text).hex() for depth, frame in built.frames.items()}


def record_digest(root: Path, body_ids: list[str]) -> str:
    """The digest of these bodies' folders, attachments included: a figure that is corrected in one keeps its size."""
    parts: list[str | bytes] = []
    for body_id in sorted(body_ids):
        folder = root / RECORD / body_id
        for name, _ in sorted(listing.found(folder)):
            if not any(part.startswith(".") for part in name.split("/")):
                parts += [body_id, name, digest(content_of(str(folder / name)))]
    return digest(*parts).hex()
