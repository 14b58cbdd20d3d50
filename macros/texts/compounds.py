"""A "sammansättning" is found by every part of it: where a compound comes apart, as a pure function of the word.

What the search engine cannot see is where one part ends and the next begins: this gives the parts, and the rest of the word from
each of them, which are then indexed beside the word itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.words import words

SHORTEST = 6
"""Letters of the shortest word that is looked into: "ishall"."""

_LONGEST = 60
"""Letters of the longest word that is looked into: one that is longer is no compound, and would take its length cubed."""

_SHORTEST_PART = 2
_CONSONANTS = frozenset("bcdfghjklmnpqrstvxz")
_ENDINGS = words(
    """
    a ar are aren arens ares arna arnas ars as at d de des e ed en ena enas ens er erna ernas ers es et ets n na
    nas nd ns or orna ornas ors r rna rnas rs s st t te ts
    """
)
_SHORTEST_STEM = 3


@dataclass(frozen=True)
class CompoundParts:
    """The words that compounds are made of: `first` stand before another part as written ("skol", "nämnds"), `last` at the end
    in the form of the dictionary ("skjuts", "nämnd").
    """

    first: frozenset[str]
    last: frozenset[str]
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, word: str) -> tuple[str, ...]:
        """The parts of a word, what follows each of them and what stands before; nothing for a word that is no compound.

        `word` in small letters: "skolskjutsenheten" gives "skol", "skjuts", "enheten" and "skjutsenheten".
        """
        if len(word) < SHORTEST:
            return ()
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._told(word, self.starts(word))
        return found

    def _told(self, word: str, starts: tuple[int, ...]) -> tuple[str, ...]:
        """A part that is a compound of its own ("skolskjuts") is told with its own parts."""
        if len(starts) == 1:
            return ()
        found: list[str] = []
        for start, end in zip(starts, (*starts[1:], len(word)), strict=True):
            part = word[start:end]
            # "remissvar": the part has its last consonant in common with the next one.
            shared = end < len(word) and part not in self.first
            found += (word[start : end + 1] if shared else part, *self.of(part))
        found += (word[start:] for start in starts[1:-1])
        found += (word[:start] for start in starts[2:])
        return tuple(dict.fromkeys(found))

    def starts(self, word: str) -> tuple[int, ...]:
        """Where the parts of a word in small letters begin.

        It is the way with the fewest parts, and among those the one whose first part is longest.
        """
        if len(word) > _LONGEST:
            return (0,)
        best: dict[int, tuple[int, ...] | None] = {len(word) - _SHORTEST_PART + 1: None}
        for start in range(len(word) - _SHORTEST_PART, -1, -1):
            ways = [
                (start, *rest) for end in self._ends(word, start) if (rest := best[end] or best[_doubled(word, end)])
            ]
            if start and self._may_end(word[start:]):
                ways.append((start,))
            best[start] = min(ways, key=lambda way: (len(way), [-end for end in way[1:]]), default=None)
        return best[0] or (0,)

    def _ends(self, word: str, start: int) -> Iterator[int]:
        """Where a part that begins here and is followed by another may end."""
        for end in range(start + _SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if word[start:end] in self.first:
                yield end

    def _may_end(self, rest: str) -> bool:
        """Whether the rest is a last part, also inflected."""
        if rest in self.last:
            return True
        for ending in _ENDINGS:
            stem = rest.removesuffix(ending)
            # "rummet": an m between vowels is two.
            forms = (stem, f"{stem}a", f"{stem}e", stem.removesuffix("m") if stem.endswith("mm") else stem)
            if stem != rest and len(stem) >= _SHORTEST_STEM and not self.last.isdisjoint(forms):
                return True
        return False


def _doubled(word: str, end: int) -> int:
    """Where the next part begins if it takes the last consonant along: of three like ones two are written, "remissvar"."""
    return end - 1 if word[end - 1] == word[end - 2] and word[end - 1] in _CONSONANTS else end
