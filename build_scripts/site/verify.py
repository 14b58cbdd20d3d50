"""A finished site is verified as a whole before anybody is shown it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from build_scripts.exports import search
from build_scripts.exports.exported_file import base_of
from build_scripts.site.page_facts import PageFacts
from macros.addresses import file_at
from macros.finding import Finding, Place, in_order

RULE = "utgåva"

TYPES = frozenset(
    (
        *("css", "csv", "docx", "gif", "html", "ico", "ics", "jpeg", "jpg", "js", "json", "odp", "ods", "odt"),
        *("pdf", "png", "pptx", "svg", "tsv", "txt", "webp", "woff2", "xlsx", "xml"),
        *("pagefind", "pf_fragment", "pf_filter", "pf_index", "pf_meta"),
    )
)
"""Endings of files that a site may hold; anything else was put there by mistake."""

_REMEDY = "rätta sidan eller mallen som den kommer ur och bygg igen; den gamla utgåvan visas tills vidare."


@dataclass(frozen=True)
class Expected:
    """What a site must hold.

    `pages`: their addresses; `files`: other files; `released`: every address of the ledger but those of files withdrawn;
    `site_url`: its own address; `unbuilt`: the folders that links may lead into although nothing is there.
    """

    pages: frozenset[str]
    files: frozenset[str]
    released: frozenset[str]
    site_url: str
    unbuilt: tuple[str, ...] = ()


def verify(files: frozenset[str], pages: Mapping[str, Sequence[PageFacts]], expected: Expected) -> list[Finding]:
    """What is wrong with the site that holds these files.

    `pages` are the facts of each page and style sheet by name: of its frame, which pages may share, and of what stands in it.
    Files are missing or strange, pages are broken, links lead nowhere, or something comes from another host.
    """
    faults = [*_missing(files, expected), *_strange(files, pages), *_broken(pages), *_astray(files, pages, expected)]
    return in_order(Place(name).error(RULE, message, _REMEDY) for name, message in faults)


def _missing(files: frozenset[str], expected: Expected) -> Iterator[tuple[str, str]]:
    """Every page, file and released address is there."""
    wanted = {
        **{file_at(address): "Adressen har varit utgiven och får inte försvinna." for address in expected.released},
        **dict.fromkeys(expected.files, "Filen saknas i det färdiga bygget."),
        **{file_at(address): "Sidan saknas i det färdiga bygget." for address in expected.pages},
    }
    yield from ((name, message) for name, message in wanted.items() if name not in files)


def _strange(files: frozenset[str], pages: Mapping[str, Sequence[PageFacts]]) -> Iterator[tuple[str, str]]:
    """No file is of a kind that a site does not hold, and no page is there that nobody has seen the making of."""
    for name in files:
        if name.rpartition(".")[2].lower() not in TYPES:
            yield name, "Filen är av ett slag som inte hör hemma på en webbplats."
        elif name.endswith((".html", ".css")) and name not in pages and not name.startswith(f"{search.FOLDER}/"):
            yield name, "Sidan har inte granskats."


def _broken(pages: Mapping[str, Sequence[PageFacts]]) -> Iterator[tuple[str, str]]:
    """No part of a page has faults in itself, and no place in one is called as a place in another."""
    for name, parts in pages.items():
        for part in parts:
            yield from ((name, fault) for fault in part.faults)
        if len(parts) > 1:
            for place in set(parts[0].places).intersection(*(part.places for part in parts[1:])):
                yield name, f"Sidan har flera ställen som heter {place}."


def _astray(
    files: frozenset[str], pages: Mapping[str, Sequence[PageFacts]], expected: Expected
) -> Iterator[tuple[str, str]]:
    """Every link leads to a file and a place that is there, or into one of the unbuilt folders."""
    base = base_of(expected.site_url)
    for name, parts in pages.items():
        root = "../" * name.count("/")
        for address in (address for part in parts for address in part.links):
            # Most lead by the site's root straight to the name of a file.
            if address.startswith(root) and file_at(address[len(root) :]) in files:
                continue
            if (fault := _fault(name, address, base, files, pages, expected.unbuilt)) is not None:
                yield name, fault


def _fault(
    name: str,
    address: str,
    base: str,
    files: frozenset[str],
    pages: Mapping[str, Sequence[PageFacts]],
    unbuilt: tuple[str, ...],
) -> str | None:
    """What is wrong with a page's link."""
    meant, place = file_of(name, address, base)
    if meant is None:
        return f"Länken {address} leder ut ur webbplatsen."
    if meant not in files:
        return None if meant.startswith(unbuilt) else f"Länken {address} leder ingenstans: {meant} finns inte."
    if place and meant.endswith(".html") and not any(place in part.places for part in pages.get(meant, ())):
        return f"En länk går till #{place} på {meant}, men det stället finns inte där."
    return None


def file_of(page: str, address: str, base: str) -> tuple[str | None, str]:
    """The file below the site that an address on a page means, and the part after `#`.

    `base` is the path that the site lies under, with slashes at both ends. None when the address leads out of the site.
    """
    parts = urlsplit(address)
    path, place = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return page, place
    if path.startswith("/"):
        if not path.startswith(base):
            return None, place
        path = path[len(base) :]
    else:
        path = posixpath.join(posixpath.dirname(page), path)
    whole = posixpath.normpath(path)
    if whole.startswith(".."):
        return None, place
    if not path or path.endswith(("/", "/.", "/..")) or whole == ".":
        whole = posixpath.join(whole, "index.html")
    return posixpath.normpath(whole), place
