"""The files of a finished site: pages, search index, feeds, calendars and data, without what only machines see."""

from __future__ import annotations

import gzip
import html
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

from build_scripts.guard.readers.by_ending import READ, extract
from build_scripts.guard.readers.extracted import Extracted, Piece, kind_of

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_SILENT = re.compile(r"<(script|style)\b(?![^>]*json)[^>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^<>]*)?>"
)
_TAGS = re.compile(r"<[^<>]*>(?:\s*<[^<>]*>)*")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")

MACHINERY = frozenset(("css", "js", "woff", "woff2", "ico", "map", "wasm", "pagefind", "gz", "br"))
"""Files of the theme and the search engine, which hold nothing of the record; `gz` and `br` are copies of files beside them."""


def extract_web_file(name: str, content: bytes) -> Extracted:
    """What a file of a finished site holds, its parts with a blank line between; unknown ones give their bytes. Never raises."""
    if kind_of(name) in READ:
        return extract(name, content)
    return Extracted((Piece("", "\n\n".join(_texts(kind_of(name), content))),))


def _texts(ending: str, content: bytes) -> Iterator[str]:
    if ending.startswith("pf_"):
        yield from _index(ending, content)
        return
    text = content.decode("utf-8", "replace")
    if ending in ("html", "xml", "svg", "rdf", "atom"):
        yield from _markup(text)
    elif ending in ("json", "jsonld", "geojson", "webmanifest"):
        yield from _data(text)
    elif ending == "ics":
        yield re.sub(r"\r?\n[ \t]", "", text).replace("\\n", "\n").replace("\\,", ",")
    else:
        yield text


def _markup(text: str) -> Iterator[str]:
    text = _SILENT.sub("\n\n", _COMMENT.sub(r"\n\n\1\n\n", text))
    yield html.unescape(_TAGS.sub("\n\n", _INLINE.sub("", text)))
    values = html.unescape("\n\n".join({double or single for double, single in _VALUE.findall(text)}))
    yield unquote(values) if "%" in values else values


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


def _index(ending: str, content: bytes) -> Iterator[str]:
    """The search engine's files are packed; a fragment is a page's text as JSON after a mark of its own, the others are words."""
    with suppress(OSError, EOFError, zlib.error):
        content = gzip.decompress(content)
    text = content.removeprefix(b"pagefind_dcd").decode("utf-8", "ignore")
    if ending == "pf_fragment":
        yield from _data(text)
    else:
        yield "\n\n".join(re.findall(r"[\w@.+:/-]{10,}", text))
