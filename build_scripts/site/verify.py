"""A finished site is verified as a whole before anybody is shown it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.exports import search
from build_scripts.site.links import Links
from build_scripts.site.references import Tag, tags
from build_scripts.site.sound import Soundness
from macros.finding import Finding, Level, Place, in_order

RULE = "utgåva"

TYPES = frozenset(
    (
        *("css", "csv", "docx", "gif", "html", "ico", "ics", "jpeg", "jpg", "js", "json", "odp", "ods", "odt"),
        *("pdf", "png", "pptx", "svg", "tsv", "txt", "webp", "woff2", "xlsx", "xml"),
        *("pagefind", "pf_fragment", "pf_filter", "pf_index", "pf_meta"),
    )
)
"""Endings of files that a site may hold; anything else was put there by mistake."""

_POLICY = '<meta http-equiv="Content-Security-Policy"'
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_DATA_SCRIPTS = ("application/json", "application/ld+json")
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


def verify(folder: Path, expected: Expected) -> list[Finding]:
    """What is wrong with the site in `folder`.

    Missing or broken pages, links that lead nowhere, anything fetched from another host or refused by the site's own policy.
    """
    files = frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir())
    links = Links(files, expected.site_url, expected.unbuilt)
    faults = [*_missing(files, expected)]
    for name in sorted(files):
        if name.rpartition(".")[2].lower() not in TYPES:
            faults.append((name, "Filen är av ett slag som inte hör hemma på en webbplats."))
        elif not name.startswith(f"{search.FOLDER}/"):
            faults += ((name, fault) for fault in _faults(folder / name, name, expected, links))
    faults += links.anchors()
    return in_order(Finding(Place(name), Level.ERROR, RULE, message, _REMEDY) for name, message in faults)


def is_surely_whole(
    folder: Path, files: frozenset[str], expected: Expected, pages: Soundness, samples: Iterable[str]
) -> bool:
    """Whether `verify` would surely find nothing in the site in `folder`, which holds `files`.

    `pages` has judged what stands in the frames; `samples` are the names of all other pages, of style sheets, and of one
    page for each frame: they are read and judged in full.
    """
    links = Links(files, expected.site_url, expected.unbuilt, ids=dict(pages.ids))
    return not (
        any(True for _ in _missing(files, expected))
        or any(name.rpartition(".")[2].lower() not in TYPES for name in files)
        or any(True for name in samples for _ in _faults(folder / name, name, expected, links))
        or any(True for _ in links.anchors())
        or not pages.is_whole(files, expected.unbuilt)
    )


def _missing(files: frozenset[str], expected: Expected) -> Iterator[tuple[str, str]]:
    """Every page, file and released address is there."""
    wanted = {
        **{_file(address): "Adressen har varit utgiven och får inte försvinna." for address in expected.released},
        **dict.fromkeys(expected.files, "Filen saknas i det färdiga bygget."),
        **{_file(address): "Sidan saknas i det färdiga bygget." for address in expected.pages},
    }
    yield from ((name, message) for name, message in wanted.items() if name not in files)


def _file(address: str) -> str:
    return f"{address}index.html" if not address or address.endswith("/") else address


def _faults(file: Path, name: str, expected: Expected, links: Links) -> Iterator[str]:
    if name.endswith(".css"):
        yield from links.of_styles(name, file.read_text("utf-8"))
    elif name.endswith(".html"):
        page = file.read_bytes().decode("utf-8", "replace")
        yield from _whole(page)
        found = list(tags(page))
        links.ids[name] = {tag.attributes["id"] for tag in found if "id" in tag.attributes}
        for tag in found:
            yield from _refused(tag)
            yield from links.of_tag(name, tag)


def _whole(page: str) -> Iterator[str]:
    """A page has content to its end, its policy, and no mark left of how it was made; `{{` in the record is text."""
    if not page.strip():
        yield "Sidan är tom."
        return
    if not page.rstrip().endswith("</html>"):
        yield "Sidan slutar inte med </html>: den är inte hel."
    if _POLICY not in page:
        yield "Sidan har ingen innehållspolicy (Content-Security-Policy)."
    if found := _PRIVATE_USE.search(page):
        yield f"Ett makros plats är inte ifylld (tecknet U+{ord(found[0]):04X} står kvar)."


def _refused(tag: Tag) -> Iterator[str]:
    """The site's policy allows no script, style or handler inside a page."""
    if tag.name == "script" and "src" not in tag.attributes and tag.attributes.get("type") not in _DATA_SCRIPTS:
        yield "Sidan har ett skript inne i sig, som innehållspolicyn stoppar."
    if tag.name == "style" or "style" in tag.attributes:
        yield f"Sidan har en stil inne i sig (<{tag.name}>), som innehållspolicyn stoppar."
    if any(attribute.startswith("on") for attribute in tag.attributes):
        yield f"<{tag.name}> har en händelse inne i sig, som innehållspolicyn stoppar."
