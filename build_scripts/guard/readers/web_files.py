"""The texts of a finished site's files: pages, search index, feeds, calendars and data, without what only machines see."""

from __future__ import annotations

import gzip
import html
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from urllib.parse import unquote

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_SILENT = re.compile(r"<(script|style)\b(?![^>]*json)[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^<>]*)?>"
)
_TAG = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_BREAKS = re.compile(r"\s*\n\s*\n\s*")

MACHINERY = frozenset(("css", "js", "woff", "woff2", "ico", "map", "wasm", "pagefind", "gz", "br"))
"""Files of the theme and the search engine, which hold nothing of the record; `gz` and `br` are copies of files beside them."""


def texts(name: str, content: bytes) -> Iterator[str]:
    """The file's texts, each a part of its own; a file that is none of these gives its bytes as text."""
    kind = PurePosixPath(name).suffix[1:].lower()
    if kind.startswith("pf_"):
        yield from _index(kind, content)
        return
    text = content.decode("utf-8", "replace")
    if kind in ("html", "xml", "svg", "rdf", "atom"):
        yield from _markup(text)
    elif kind in ("json", "jsonld", "geojson", "webmanifest"):
        yield from _data(text)
    elif kind == "ics":
        yield re.sub(r"\r?\n[ \t]", "", text).replace("\\n", "\n").replace("\\,", ",")
    else:
        yield text


def _markup(text: str) -> Iterator[str]:
    text = _SILENT.sub("\n\n", _COMMENT.sub(r"\n\n\1\n\n", text))
    yield from _parts(html.unescape(_TAG.sub("\n\n", _INLINE.sub("", text))))
    for double, single in set(_VALUE.findall(text)):
        value = html.unescape(double or single)
        yield unquote(value) if "%" in value else value


def _parts(text: str) -> Iterator[str]:
    return (part for part in _BREAKS.split(text) if part)


def _data(text: str) -> Iterator[str]:
    try:
        left: list[object] = [json.loads(text)]
    except ValueError:
        yield text
        return
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            left += value
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            yield str(value)


def _index(kind: str, content: bytes) -> Iterator[str]:
    """The search engine's files are packed; a fragment is a page's text as JSON after a mark of its own, the others are words."""
    text = unpacked(content).decode("utf-8", "ignore")
    if kind == "pf_fragment":
        yield from _data(text)
    else:
        yield "\n\n".join(re.findall(r"[\w@.+:/-]{10,}", text))


def unpacked(content: bytes) -> bytes:
    """A file of the search engine without its packing and mark; damaged ones are given as they are."""
    with suppress(OSError, EOFError, zlib.error):
        content = gzip.decompress(content)
    return content.removeprefix(b"pagefind_dcd")
