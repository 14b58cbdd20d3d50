"""Rules of links in texts: `https:`, `mailto:` or an address of this site written from its root."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any
from urllib.parse import unquote

from macros import addresses
from macros.checks.given import Given, Rule, folder_of
from macros.checks.texts import MOST_IN_A_TEXT, at, texts
from macros.facts.addresses import of_record
from macros.facts.file_addresses import of_attachments, of_files
from macros.finding import Finding, Level
from macros.record.home import RECORD
from macros.record.layout import ATTACHMENTS
from macros.record.schema import Document
from macros.record.values import did_you_mean, shorten
from macros.texts import footnotes
from macros.texts.commonmark import with_every_link
from macros.texts.prose import LINK

SCHEMES = ("https", "mailto")
_ON_A_DISK = re.compile(r"[A-Za-z]:|file:", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9.+-]*):")


@dataclass(frozen=True)
class _Link:
    """A link's target as written, and where in the body it stands."""

    target: str
    offset: int


@dataclass(frozen=True)
class _Site:
    """What a link may lead to, found out when the first link asks."""

    given: Given

    @cached_property
    def known(self) -> frozenset[str]:
        return of_record(self.given.facts)

    @cached_property
    def by_file(self) -> Mapping[str, str]:
        return dict((*of_files(self.given.archive), *of_attachments(self.given.archive)))


def links_lead_somewhere(given: Given) -> Iterator[Finding]:
    """A link is `https:` or `mailto:`, or the address of a page of this site from its root (`/avux/2017-09-14/`).

    A relative link means one thing in the file and another on the page; texts have no anchors of their own.
    """
    site = _Site(given)
    for document in texts(given):
        if "](" in document.body or "<" in document.body or "]:" in document.body:
            yield from islice(_of_text(site, document), MOST_IN_A_TEXT)


def _of_text(site: _Site, document: Document[Any]) -> Iterator[Finding]:
    for link in _links(document.body):
        scheme = _SCHEME.match(link.target)
        if scheme is None:
            yield from _inside(site, document, link)
        elif scheme[1].lower() not in SCHEMES:
            yield _finding(
                document,
                link,
                "länk-schema",
                f"Länken {shorten(link.target)} börjar inte med https: eller mailto:.",
                _scheme_remedy(link.target),
            )


def _scheme_remedy(target: str) -> str:
    if target.lower().startswith("http:"):
        return f"skriv https:{target[5:]}"
    if _ON_A_DISK.match(target):
        return f"filen finns bara på din dator: lägg den i mappen {ATTACHMENTS}, nämn den i ärendet, och länka till den där."
    return "länka till en webbsida med https:, eller ta bort länken."


def _finding(document: Document[Any], link: _Link, rule: str, message: str, remedy: str) -> Finding:
    return Finding(at(document.source, link.offset, len(link.target)), Level.ERROR, rule, message, remedy)


def _inside(site: _Site, document: Document[Any], link: _Link) -> Iterator[Finding]:
    target = unquote(link.target)
    if target.startswith("//"):
        yield _finding(
            document, link, "länk-schema", f"Länken {link.target} saknar https:.", f"skriv https:{link.target}"
        )
    elif target.startswith("/"):
        address = re.split(r"[?#]", target)[0][1:]
        if address and address not in site.known and not _site_part(address) and not site.given.is_unread(RECORD):
            meant = _known(site, document, address)
            yield _finding(
                document,
                link,
                "trasig-länk",
                f"Sidan {link.target} finns inte.",
                f"Menade du /{meant}?"
                if meant
                else "öppna sidan i webbläsaren och kopiera adressen efter webbplatsens namn.",
            )
    elif target.startswith("#") or not target:
        yield _finding(
            document,
            link,
            "trasig-länk",
            f"Länken {link.target or '()'} leder ingenstans: rubriker i texter har inga egna adresser.",
            "länka till hela sidan, eller nämn rubriken i texten.",
        )
    else:
        yield _finding(
            document,
            link,
            "relativ-länk",
            f"Länken {link.target} är skriven från filen; på sidan leder den fel.",
            _whole_address(site, document, re.split(r"[?#]", target)[0]),
        )


def _known(site: _Site, document: Document[Any], address: str) -> str | None:
    """The address that one which leads nowhere was meant to be; of an attachment's name alone the one that lies beside."""
    if f"{address}/" in site.known:
        return f"{address}/"
    beside = posixpath.join(folder_of(document.path), ATTACHMENTS, posixpath.basename(address))
    return site.by_file.get(beside) or did_you_mean(address, site.known)


_WEB = re.compile(r"(?:www\.|[\w-]+\.(?:se|nu|com|org|eu|net)\b)")


def _whole_address(site: _Site, document: Document[Any], target: str) -> str:
    """What to write for a link that is no whole address: that of the file or the attachment, or of a page of the web."""
    home = folder_of(document.path)
    if found := site.by_file.get(posixpath.normpath(posixpath.join(home, target))):
        return f"skriv /{found}"
    if _WEB.match(target):
        return f"skriv https://{target}"
    name = posixpath.basename(target)
    beside = {posixpath.basename(path): address for path, address in site.by_file.items() if path.startswith(home)}
    if name and (meant := did_you_mean(name, beside)):
        return f"Menade du /{beside[meant]}?"
    if re.search(r"\.[a-z]{3,4}$", name, re.IGNORECASE) and not name.endswith(".md"):
        folder = f"{home.removeprefix(f'{RECORD}/')}/{ATTACHMENTS}"
        return f"lägg filen i mappen {ATTACHMENTS}, nämn den under {ATTACHMENTS} i ärendet, och skriv /{folder}/{name}"
    return f"skriv adressen från webbplatsens rot, till exempel /{home.removeprefix(f'{RECORD}/')}/, eller med https:."


def _site_part(address: str) -> bool:
    first = address.split("/")[0]
    return first in addresses.RESERVED_BODY_IDS and (first != "arenden" or address == addresses.CASES)


def _links(body: str) -> Iterator[_Link]:
    """The links that Markdown finds, each at its next place in the text."""
    page = footnotes.BACK.sub("", footnotes.NAMED.sub("", with_every_link(body)))
    start = 0
    for found in LINK.finditer(page):
        target = html.unescape(found[1])
        for form in (target, unquote(target), target.removeprefix("mailto:"), ""):
            offset = body.find(form, start)
            if offset >= 0:
                break
        start = max(start, offset + len(form)) if form else start
        yield _Link(form or target, offset)


RULES: tuple[Rule, ...] = (links_lead_somewhere,)
