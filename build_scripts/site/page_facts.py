"""What the making of a page knows of it: the places it has, where it leads, and what no page may hold.

Every page is read once, when it is made. For a page of the record this is remembered: one whose inputs are as they were is
neither made nor read. A whole site is judged from these facts (`verify`).
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from build_scripts.exports.exported_file import base_of
from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import code_stamp, digest
from macros.pages.page import Promise
from macros.words import words

_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
"""As browsers read it: `<!-->` is a whole one, and what stands after it is shown. By the HTML Standard, 13.2.5.43-52."""

_TAG = re.compile(r"<([a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>?)")
"""A start tag, without its end where it never ends."""

_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_IN_STYLES = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]+))\s*\)|@import\s+[\"']([^\"']+)[\"']")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_POLICY = '<meta http-equiv="Content-Security-Policy"'
_DATA_SCRIPTS = ("application/json", "application/ld+json")
_SCRIPTS = re.compile(r"(?:\.{1,2}/)*(?:assets|pagefind)/")
_POINTING = ("href", "src", "action", "poster", "data", "formaction", "xlink:href")
_FETCHING_LINKS = frozenset(words("stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest"))
_FETCHING_TAGS = frozenset(words("script img iframe source video audio embed object track use image form button input"))
_SWALLOWING = frozenset(words("plaintext xmp noembed noframes frameset listing"))


class PageFacts(NamedTuple):
    """The ids of a page's elements, the addresses inside the site that it points at, and what is wrong with it in itself.

    Addresses are as written; one that begins with the site's own address is its path.
    """

    places: list[str]
    links: list[str]
    faults: list[str]


_NOTHING = PageFacts([], [], [])


def facts_of(text: str, site_url: str) -> PageFacts:
    """What is known of a page by its HTML, or a part of it. `site_url` is the site's own address.

    The site's policy allows no script, style or handler inside a page, and nothing that a browser fetches from another host.
    """
    places: list[str] = []
    links: dict[str, None] = {}
    faults: dict[str, None] = {}
    if (mark := _private_use(text)) is not None:
        faults[f"Ett makros plats är inte ifylld (tecknet U+{ord(mark[0]):04X} står kvar)."] = None
    shown = _COMMENT.sub("", text) if "<!--" in text else text
    if "<!--" in shown:
        faults["Sidan har en kommentar som inte slutar: resten av den syns inte."] = None
    # Most tags of a page recur: each is looked at once.
    for tag, times in Counter(_TAG.findall(shown)).items():
        found = _facts_of_tag(tag, site_url)
        if found is not _NOTHING:
            places += found.places * times
            links |= dict.fromkeys(found.links)
            faults |= dict.fromkeys(found.faults)
    if len(set(places)) < len(places):
        faults |= {f"Sidan har flera ställen som heter {place}.": None for place, n in Counter(places).items() if n > 1}
    return PageFacts(places, [*links], [*faults])


def _private_use(text: str) -> re.Match[str] | None:
    """The first private-use character. In UTF-8 it begins with one of two bytes, which are looked for much faster."""
    told = text.encode("utf-8", "surrogatepass")
    return _PRIVATE_USE.search(text) if b"\xee" in told or b"\xef" in told else None


def facts_of_whole(page: str, site_url: str) -> PageFacts:
    """The same of a whole page, which has content to its end, and its policy; `{{` in the record is text."""
    if not page.strip():
        return PageFacts([], [], ["Sidan är tom."])
    facts = facts_of(page, site_url)
    if not page.rstrip().endswith("</html>"):
        facts.faults.append("Sidan slutar inte med </html>: den är inte hel.")
    if _POLICY not in page:
        facts.faults.append("Sidan har ingen innehållspolicy (Content-Security-Policy).")
    return facts


def facts_of_styles(sheet: str) -> PageFacts:
    """What is known of a style sheet."""
    addresses = ["".join(found) for found in _IN_STYLES.findall(sheet)]
    outside = [address for address in addresses if _ELSEWHERE.match(address)]
    faults = [f"Stilmallen hämtar {one} från en annan värd." for one in outside if not one.startswith("data:")]
    return PageFacts([], [address for address in addresses if address not in outside], faults)


@lru_cache(maxsize=1 << 13)
def _facts_of_tag(tag: str, site_url: str) -> PageFacts:
    if tag[-1] != ">":
        return PageFacts([], [], ["Sidan har en tagg som inte slutar."])
    if "<" in tag:
        # A browser may end it sooner than is read here, and what stands in it is then a tag of its own.
        return PageFacts([], [], ["Sidan har en tagg inne i en annan: i ett värde skrivs < som &lt;."])
    (written, *_), *others = _ATTRIBUTE.findall(tag[:-1])
    name = written.lower()
    # Of two that are called the same the first counts.
    attributes = {attribute.lower(): html.unescape("".join(value)) for attribute, *value in reversed(others)}
    links, faults = [], [*_hidden_in(name, attributes)]
    for address in _pointed_at(attributes):
        if site_url and address.startswith(site_url):
            links.append(base_of(site_url) + address[len(site_url) :].lstrip("/"))
        elif not _ELSEWHERE.match(address):
            links.append(address)
        elif address.lower().startswith("javascript:"):
            faults.append("En länk kör ett skript (javascript:).")
        elif address.lower().startswith("data:"):
            faults.append(f"<{name}> har sitt innehåll inne i adressen (data:), som ingen har granskat.")
        elif _is_fetched(name, attributes):
            faults.append(f"<{name}> hämtar {address} från en annan värd.")
    if name == "script":
        faults += [
            f"Skriptet {one} är inget av webbplatsens egna." for one in links if not _is_own_script(one, site_url)
        ]
    places = [attributes["id"]] if "id" in attributes else []
    return PageFacts(places, links, faults) if places or links or faults else _NOTHING


def _hidden_in(name: str, attributes: dict[str, str]) -> Iterator[str]:
    """What a tag holds that makes a page another than it seems, whatever it points at."""
    if name == "script" and "src" not in attributes and attributes.get("type") not in _DATA_SCRIPTS:
        yield "Sidan har ett skript inne i sig, som innehållspolicyn stoppar."
    if name in _SWALLOWING:
        yield f"<{name}> gör att resten av sidan inte syns som den är skriven."
    if name == "base":
        yield "Sidan har <base>, som leder alla länkar någon annanstans."
    if name == "meta" and attributes.get("http-equiv", "").strip().lower() == "refresh":
        yield "Sidan skickar läsaren vidare (meta refresh)."
    if "srcdoc" in attributes:
        yield f"<{name}> har en hel sida inne i sig (srcdoc), som ingen har granskat."
    if name == "style" or "style" in attributes:
        yield f"Sidan har en stil inne i sig (<{name}>), som innehållspolicyn stoppar."
    if any(attribute[:2] == "on" for attribute in attributes):
        yield f"<{name}> har en händelse inne i sig, som innehållspolicyn stoppar."


def _is_own_script(address: str, site_url: str) -> bool:
    """Whether an address in the site leads to the folders of its scripts: other folders hold what people have put there."""
    path = unquote(urlsplit(address).path).removeprefix(base_of(site_url))
    return bool(_SCRIPTS.match(path)) and not re.search(r"\.\.|\\", _SCRIPTS.sub("", path))


def _pointed_at(attributes: dict[str, str]) -> Iterator[str]:
    """Every address that a tag points at."""
    for name in _POINTING:
        if name in attributes:
            yield attributes[name].strip()
    for candidate in attributes["srcset"].split(",") if "srcset" in attributes else ():
        if candidate.strip():
            yield candidate.split()[0]


def _is_fetched(name: str, attributes: dict[str, str]) -> bool:
    """Whether a browser follows the tag's link by itself."""
    return name in _FETCHING_TAGS or (
        name == "link" and not _FETCHING_LINKS.isdisjoint(attributes.get("rel", "").split())
    )


_KIND = "sida"


@dataclass(frozen=True)
class KnownPage:
    """What is known of a page of the record: the digest of its content, and the facts of what stands in its frame."""

    content: bytes
    facts: PageFacts

    def told(self) -> bytes:
        """For the memory."""
        told = json.dumps((self.content.hex(), *self.facts), ensure_ascii=False)
        return told.encode("utf-8", "surrogatepass")


def known_page(slots: tuple[str, str, str, str], site_url: str) -> KnownPage:
    """What is known of a page by what stands in its frame's slots."""
    return KnownPage(digest(code_stamp(), site_url, *slots), facts_of("\n".join(slots[1:]), site_url))


def _key(promise: Promise, site_url: str) -> bytes | None:
    return None if promise.inputs is None else digest(code_stamp(), site_url, promise.address, *promise.inputs)


def remembered_page(promise: Promise, site_url: str, memory: Memory) -> KnownPage | None:
    """What is known of a promised page whose inputs are as they were."""
    key = _key(promise, site_url)
    kept = memory.get(_KIND, key) if key else None
    if kept is None:
        return None
    content, *facts = json.loads(kept)
    return KnownPage(bytes.fromhex(content), PageFacts(*facts))


def remember_page(promise: Promise, known: KnownPage, site_url: str, memory: Memory) -> None:
    """Remembers it under the page's inputs, if it has any."""
    if key := _key(promise, site_url):
        memory.put(_KIND, key, known.told())
