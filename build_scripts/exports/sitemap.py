"""`sitemap.xml` and `robots.txt`: what search engines are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote, urljoin

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"

MOST_IN_A_FILE = 50_000
"""By the sitemap protocol, sitemaps.org."""


def sitemaps(site_url: str, addresses: Iterable[str], most: int = MOST_IN_A_FILE) -> Iterator[tuple[str, str]]:
    """(name, text) of the files that give every page's whole address, in order: one, or an index of as many as are needed.

    No `lastmod`: the day of the build says nothing about a document's own day.
    """
    pages = sorted(addresses)
    if len(pages) <= most:
        yield SITEMAP, _file("urlset", "url", site_url, pages)
        return
    parts = {f"sitemap-{start // most + 1}.xml": pages[start : start + most] for start in range(0, len(pages), most)}
    yield SITEMAP, _file("sitemapindex", "sitemap", site_url, parts)
    for name, part in parts.items():
        yield name, _file("urlset", "url", site_url, part)


def _file(root: str, row: str, site_url: str, addresses: Iterable[str]) -> str:
    rows = "".join(
        f"  <{row}><loc>{escape(_whole(site_url, address), quote=False)}</loc></{row}>\n" for address in addresses
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</{root}>\n'
    )


def robots(site_url: str) -> str:
    """Everything may be read, the search index excepted: it repeats the pages."""
    return f"User-agent: *\nDisallow: {quote(_path(site_url))}pagefind/\n\nSitemap: {_whole(site_url, SITEMAP)}\n"


def _whole(site_url: str, address: str) -> str:
    return _with_slash(site_url) + quote(address)


def _path(site_url: str) -> str:
    return "/" + _with_slash(site_url).split("/", 3)[3]


def _with_slash(site_url: str) -> str:
    return urljoin(site_url, "/") if site_url.count("/") < 3 else site_url if site_url.endswith("/") else f"{site_url}/"
