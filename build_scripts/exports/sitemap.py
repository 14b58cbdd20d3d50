"""`sitemap.xml` and `robots.txt`: what search engines are told."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urljoin

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def sitemap(site_url: str, addresses: Iterable[str]) -> str:
    """Every page's whole address, in order. No `lastmod`: the day of the build says nothing about a document's own day."""
    rows = "".join(
        f"  <url><loc>{escape(_whole(site_url, address), quote=False)}</loc></url>\n" for address in sorted(addresses)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
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
