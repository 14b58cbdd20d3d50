"""The index's files of words are cut where they are large: the engine fetches the whole of one to look one word up.

Pagefind 1.5 fills a file until it holds so many places of words, but counts no place of a word with å, ä or ö in it: in
Swedish some files are ten times as large as the others. Words are never cut: what is left is what the commonest of them need.

Source: pagefind/src/index/mod.rs of Pagefind 1.5 (`chunk_index`, `chunk_meta`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from build_scripts.exports.cbor import Value, list_head
from build_scripts.exports.search_files import UnknownIndex, as_list, unpacked, write

LARGEST = 32_000
"""Bytes of a file's words before they are packed, which takes half of it. Smaller files make the directory larger."""

_FILE = "index/{}.pf_index"
_NUMBER = rb"[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]...."
_LIST = rb"[\x80-\x97]|\x98.|\x99..|\x9a...."
_TO_NEXT_TEXT = re.compile(b"(?:" + _NUMBER + b"|" + _LIST + b")*", re.DOTALL)
_SHORT_TEXT, _LONG_TEXT = 0x60, 0x78
_WORD = 0x83
"""A word begins as a list of three; the forms of it with å, ä and ö, which are texts too, as lists of two."""


class _Word(NamedTuple):
    text: str
    start: int


def cut(index: Path, chunks: list[Value]) -> list[Value]:
    """The directory's list of files (first word, last word, name) after those that are too large have been cut."""
    return [piece for chunk in chunks for piece in _cut(index, *map(str, as_list(chunk)))]


def _cut(index: Path, first: str, last: str, name: str) -> Iterator[list[Value]]:
    file = index / _FILE.format(name)
    content = unpacked(file)
    words = list(_words(content))
    pieces = list(_pieces(words, len(content)))
    if len(pieces) < 2:
        yield [first, last, name]
        return
    file.unlink()
    limits = [_between(words[one.stop - 1].text, words[other.start].text) for one, other in pairwise(pieces)]
    firsts = [first, *(begins for _, begins in limits)]
    lasts = [*(ends for ends, _ in limits), last]
    ends = [*(word.start for word in words[1:]), len(content)]
    for piece, begins, to in zip(pieces, firsts, lasts, strict=True):
        value = list_head(1) + list_head(len(piece)) + content[words[piece.start].start : ends[piece.stop - 1]]
        whole = words[piece.stop - 1].text
        yield [begins, to if to >= begins else whole, write(index, _FILE, name, value)]


def _pieces(words: Sequence[_Word], end: int) -> Iterator[range]:
    """Words that share a file: as many as there is room for, and at least one."""
    start = 0
    for number in range(1, len(words)):
        following = words[number + 1].start if number + 1 < len(words) else end
        if following - words[start].start > LARGEST:
            yield range(start, number)
            start = number
    yield range(start, len(words))


def _between(last: str, first: str) -> tuple[str, str]:
    """As much of a file's last word, and of the next file's first one, as tells them apart."""
    same = next((at for at, (a, b) in enumerate(zip(last, first, strict=False)) if a != b), min(len(last), len(first)))
    return last[: same + 1], first[: same + 1]


def _words(content: bytes) -> Iterator[_Word]:
    """Every word and where it begins. Numbers and lists between the texts are passed over without being read."""
    at = 0
    while True:
        found = _TO_NEXT_TEXT.match(content, at)
        at = found.end() if found else at
        if at == len(content):
            return
        start = at + (2 if content[at] == _LONG_TEXT else 1)
        length = content[at + 1] if content[at] == _LONG_TEXT else content[at] - _SHORT_TEXT
        if not _SHORT_TEXT <= content[at] <= _LONG_TEXT:
            raise UnknownIndex(f"byte {content[at]} på plats {at}")
        if content[at - 1] == _WORD:
            yield _Word(content[start : start + length].decode("utf-8"), at - 1)
        at = start + length
