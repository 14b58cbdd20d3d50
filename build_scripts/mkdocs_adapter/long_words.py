"""Long words may be parted between lines where type is large or room is short, also in browsers that know no Swedish.

Soft hyphens ("mjuka bindestreck") are put into words of headings and the lines above and below them, breadcrumbs, titles in
lists, links to what comes before and after, and heads of tables and of facts, when a page is written: titles, feeds, papers and
data have none. A word is parted where a compound comes apart, and a part that is still too long between the two syllables nearest
its middle.

What belongs together stands on one line everywhere but in code, data and titles: thousands, a number with its unit or month, §
with its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from build_scripts.exports.search_dictionary import parts
from macros.pages.wording import NBSP
from macros.record.loose_dates import MONTHS

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_LONG = 12
"""Letters of the shortest word that is parted where a compound comes apart, and of the shortest part that is so by syllables."""

_BY_SYLLABLES = 14
"""Letters of the shortest word that is parted by syllables: a shorter one has room on a phone."""

_SHORTEST_PIECE = 4
_PLACE = re.compile(
    r"<(?:h[1-4]|th|dt|summary|li>(?=<a )|li aria-current=|a rel=|(?:a|span) class=\"k-(?:lista|rader)__t)[^>]*>"
    r"(?:<[as][^>]*>(?:</span>)?){0,4}([^<]{12,})"
)
_LINE = re.compile(r"<p class=\"k-(?:o|i)[^>]*>.*?</p>", re.DOTALL)
_TEXT = re.compile(r"[^<>]{12,}(?=<)")
_WORD = re.compile(rf"(?<![\w&{SOFT_HYPHEN}])[^\W\d_]{{{_LONG},}}(?![\w{SOFT_HYPHEN}])")
_AS_IT_IS = re.compile(r"(<(?:code|pre|script|title)\b.*?</(?:code|pre|script|title)>)", re.DOTALL)
_TOGETHER = re.compile(
    r"[0-9] (?:(?=[0-9]{3}(?![0-9])|§|(?:mnkr|mkr|tkr|kr)\b)|"
    rf"(?<!–[0-9] )(?<!–[0-9][0-9] )(?=(?:{'|'.join(MONTHS)})\b))|§ (?=[0-9])"
)
"""A sign and the space after it that no line ends at. Of "1–31 december" the 31 stands by the 1."""

_PARTICLE = re.compile("efter|genom|mellan|samman|under|åter|över")
"""What stands before other words as the first part of a compound does."""

_SYLLABLE = re.compile(r"(?:s[kpt]r?|[bdfkpt]r|[bfkp]l|[bcdfghjklmnpqrstvz])[aeiouyåäöé]")
_ONE_SOUND = frozenset(("ng", "ck", "ch", "sj", "tj", "kj", "dj", "gj", "lj", "hj"))


def parted(html: str) -> str:
    """A page, or a part of one, whose long words in such places may be parted, and whose numbers may not."""
    # Every second piece is code, data or a title.
    pieces = (piece if n % 2 else _TOGETHER.sub(_unbroken, piece) for n, piece in enumerate(_AS_IT_IS.split(html)))
    return _LINE.sub(lambda line: _TEXT.sub(_words, line[0]), _PLACE.sub(_placed, "".join(pieces)))


def _unbroken(found: re.Match[str]) -> str:
    is_in_tag = found.string.rfind("<", 0, found.start()) > found.string.rfind(">", 0, found.start())
    return found[0] if is_in_tag else found[0][0] + NBSP


def _words(text: re.Match[str]) -> str:
    return _WORD.sub(lambda word: _word(word[0]), text[0])


def _placed(place: re.Match[str]) -> str:
    return place[0][: place.start(1) - place.start()] + _WORD.sub(lambda word: _word(word[0]), place[1])


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    """Titles differ from page to page, their words seldom."""
    return SOFT_HYPHEN.join(syllables(word))


def syllables(word: str) -> Iterator[str]:
    """The pieces that a word may be parted into."""
    begun = 0
    for end in _ends(word.lower()):
        yield word[begun:end]
        begun = end


def _ends(word: str) -> Iterator[int]:
    bounds = [place for place in _bounds(word) if _SHORTEST_PIECE <= place <= len(word) - _SHORTEST_PIECE]
    for begun, ended in pairwise((0, *bounds, len(word))):
        if len(word) >= _BY_SYLLABLES and ended - begun >= _LONG:
            yield from _near_the_middle(word[begun:ended], begun)
        yield ended


def _bounds(word: str) -> Iterator[int]:
    """Where the parts of a compound end, but for the last one."""
    starts = parts().starts(word)
    for start, end in pairwise((*starts, len(word))):
        if start:
            yield start
        if end - start < _LONG:
            continue
        # "personuppgifts" stands before other parts as it is, and comes apart all the same.
        inner = parts().starts(word[start:end].removesuffix("s"))[1:]
        particle = _PARTICLE.match(word[start:end])
        yield from (start + place for place in inner or ((particle.end(),) if particle else ()))


def _near_the_middle(part: str, begun: int) -> Iterator[int]:
    """Before the last consonant, or those that begin a word together, before a vowel; the later place of two as near."""
    places = [found.start() for found in _SYLLABLE.finditer(part)]
    kept = [
        place
        for place in places
        if _SHORTEST_PIECE <= place <= len(part) - _SHORTEST_PIECE and part[place - 1 : place + 1] not in _ONE_SOUND
    ]
    if kept:
        yield begun + min(kept, key=lambda place: (abs(2 * place - len(part)), -place))
