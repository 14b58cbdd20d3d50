"""Whether a published site is what its log says ("bevisa"): no file and no row was changed, taken away, added or exchanged.

The site can prove this much by itself. Whoever changes files, list and log alike, or cuts the log off, is found by a head that
was kept elsewhere: it is a row of every true log since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from build_scripts.kept.listing import content_digest
from build_scripts.site.chain import FILES, LOG, BrokenChain, Chain, files_text, read_chain, read_files
from build_scripts.site.places import Site, is_copy
from macros.finding import Finding, Place, in_order

RULE = "bevis"

_AT_ONCE = 8
_CHANGED = "publicera igen, och ta reda på vem som har ändrat på servern; versionen i git som ska visas står i loggen."
_LOG = f"jämför med en logg eller ett huvud som någon har sparat; klubbat publicera --ny-logg börjar om, och {LOG} säger då det."


def chain_of(site: Site) -> Chain | None:
    """The log of a site; None where it has none. Raises `BrokenChain`."""
    content = site.content(LOG)
    return None if content is None else read_chain(content)


def about(broken: BrokenChain) -> Finding:
    """The finding that says where the log is broken."""
    return Place(LOG, broken.line, 1).error(RULE, broken.what, _LOG)


def proof(site: Site, head: str | None = None) -> tuple[Chain | None, list[Finding]]:
    """The log of a site, if it can be read, and everything that is not as the log says; `head` was kept elsewhere."""
    try:
        chain = chain_of(site)
    except BrokenChain as broken:
        return None, [about(broken)]
    if chain is None or chain.shown is None:
        return None, [Place(LOG).error(RULE, "Webbplatsen har ingen logg över vad som har visats.", _LOG)]
    faults = [*_cut_off(chain, head), *_of_files(site, chain.shown.digest)]
    return chain, in_order(faults)


def _cut_off(chain: Chain, head: str | None) -> Iterator[Finding]:
    if head is not None and not chain.has(head):
        yield Place(LOG).error(
            RULE,
            f"Huvudet {head[:12]} finns inte i loggen: rader är borttagna eller omskrivna sedan det sparades.",
            _LOG,
        )


def _of_files(site: Site, digest: str) -> Iterator[Finding]:
    content = site.content(FILES)
    if content is None or content_digest(content) != digest:
        what = "Listan över filer saknas." if content is None else "Listan över filer är inte den som loggen säger."
        yield Place(FILES).error(RULE, what, _CHANGED)
    listed = read_files(content or b"")
    if content is not None and files_text(listed) != content:
        yield Place(FILES).error(RULE, "Listan över filer har rader som Klubbat inte skriver.", _CHANGED)
    names = site.names()
    yield from _told(site, listed, names)
    for name in sorted({*names} - {*listed, LOG, FILES}) if names is not None and content is not None else ():
        what = "En tom mapp" if name.endswith("/") else "Filen"
        yield Place(name).error(RULE, f"{what} har lagts till: den står inte i listan.", _CHANGED)


def _told(site: Site, listed: Mapping[str, str], names: Collection[str] | None) -> Iterator[Finding]:
    def digest(name: str) -> str | None:
        content = site.content(name)
        return None if content is None else content_digest(content)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for name, told in zip(listed, pool.map(digest, listed), strict=True):
            if told is None and names is None and is_copy(name, listed):
                # This server sends files as they are: nobody meets the copy.
                continue
            if told is None:
                what = "Filen är utbytt mot en länk." if name in (names or ()) else "Filen saknas."
                yield Place(name).error(RULE, what, _CHANGED)
            elif told != listed[name]:
                yield Place(name).error(RULE, "Filen är ändrad, eller har bytt plats med en annan.", _CHANGED)
