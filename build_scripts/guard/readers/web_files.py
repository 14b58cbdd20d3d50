"""The files of a finished site: pages, search index, feeds, calendars and data, without what only machines see."""

from __future__ import annotations

import gzip
import html
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from urllib.parse import unquote

from build_scripts.guard.readers.by_ending import READ, extract
from build_scripts.guard.readers.extracted import Extracted, Piece, kind_of
from macros import addresses

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_SCRIPT = re.compile(r"<(?i:(script|style)\b([^>]*)>(.*?)</\1>)", re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|wbr)(?:\s[^<>]*)?>"
)
_TAGS = re.compile(r"<[^<>]*>(?:\s*<[^<>]*>)*")
_VALUE = re.compile(r"""=\s*("[^"]*"|'[^']*')""")

_FOLD = re.compile(r"\r?\n[ \t]")
_APART = "\n\n;\n\n"
"""Between values: none goes on in the next, as a text may after a blank line."""

_MARKUP = frozenset(("html", "xml", "svg", "rdf", "atom"))
_DATA = frozenset(("json", "jsonld", "geojson", "webmanifest"))

MACHINERY = frozenset(("css", "js", "woff", "woff2", "ico", "map", "wasm", "pagefind", "gz", "br"))
"""Files of the theme and the search engine, which hold nothing of the record; `gz` and `br` are copies of files beside them."""


def extract_web_file(name: str, content: bytes, known: Set[str] = frozenset()) -> Extracted:
    """What a file of a finished site holds, its parts with a blank line between; unknown ones give their bytes. Never raises.

    Of values that stand for themselves those in `known` are left out, and the others are told.
    """
    ending = kind_of(name)
    if name.startswith(addresses.PDF):
        # The library is loaded only where there is something to read.
        from build_scripts.guard.readers.papers import read_paper

        return read_paper(content)
    if ending in READ:
        return extract(name, content)
    if ending not in _MARKUP | _DATA:
        return Extracted((Piece("", "\n\n".join(_texts(ending, content))),))
    # Long words of headings have soft hyphens, which would be looked for one by one.
    written = content.decode("utf-8", "replace").replace("\N{SOFT HYPHEN}", "")
    text, values = _parted(written) if ending in _MARKUP else ("", frozenset(_in_data(written)))
    fresh = values - known
    return Extracted((Piece("", f"{_shown(text)}{_APART}{_of_values(fresh)}"),), values=fresh)


def _parted(text: str) -> tuple[str, Set[str]]:
    """A page without its scripts and styles; and what stands in quotes in its tags and in its data, which pages share."""
    values: set[str] = set()

    def without(script: re.Match[str]) -> str:
        _, attributes, content = script.groups()
        if "json" not in attributes.lower():
            return "\n\n"
        if "<" in content:
            return script.group()
        values.update(_in_data(content))
        return f"<{attributes}>"

    text = _SCRIPT.sub(without, _COMMENT.sub(r"\n\n\1\n\n", text) if "<!--" in text else text)
    values.update(_VALUE.findall(text))
    return text, values


def _shown(text: str) -> str:
    return html.unescape(_TAGS.sub("\n\n", _INLINE.sub("", text)))


def _of_values(values: Iterable[str]) -> str:
    """The values as they are shown; those of an address also as they are written, where `%85` may be a per cent and a number."""
    text = html.unescape(_APART.join(value.strip("\"'") for value in sorted(values)))
    return f"{text}{_APART}{unquote(text)}" if "%" in text else text


def _texts(ending: str, content: bytes) -> Iterator[str]:
    if ending.startswith("pf_"):
        yield from _index(ending, content)
        return
    text = content.decode("utf-8", "replace")
    if ending == "ics":
        yield _FOLD.sub("", text).replace("\\n", "\n").replace("\\,", ",")
    else:
        yield text


def _in_data(text: str) -> Iterable[str]:
    """What stands in quotes in the text of a JSON file, and between; signs that are written as escapes are read first."""
    return _parsed(text) if "\\" in text else text.split('"')


def _parsed(text: str) -> Iterator[str]:
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
        yield from _in_data(text)
    else:
        yield "\n\n".join(re.findall(r"[\w@.+:/-]{10,}", text))
