"""The words that Swedish compounds are made of: read from `ordled/`, which is drawn from a spelling dictionary.

`python -m build_scripts.exports.search_dictionary AFF DIC` draws them anew from the Hunspell files of Den stora svenska
ordlistan. Its marks say which words may begin a compound, and in what form, and which may end one. Words that are compounds
themselves are left out, since their parts are there.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from macros.texts.compounds import CompoundParts

FOLDER = Path(__file__).with_name("ordled")
FIRST = FOLDER / "forled.txt"
LAST = FOLDER / "slutled.txt"
CHANGES = FOLDER / "andringar.tsv"
"""What the dictionary lacks, and what splits too many words: mark, which part, word."""

_BEGINS = frozenset("XU")
_ENDS = "Y"
_NO_WORD_OF_ITS_OWN = frozenset("Z¤")
_REFUSED = frozenset("%!")
_WORD = re.compile(r"[a-zåäöé]{3,}")
_SHORTEST = 3


@cache
def parts() -> CompoundParts:
    """The parts of the dictionary, with our changes."""
    known = {"för": _read(FIRST), "slut": _read(LAST)}
    for mark, which, word in _changes():
        (known[which].add if mark == "+" else known[which].discard)(word)
    return CompoundParts(frozenset(known["för"]), frozenset(known["slut"]))


def _read(file: Path) -> set[str]:
    return set(file.read_text("utf-8").split())


def _changes() -> Iterator[tuple[str, str, str]]:
    for line in CHANGES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            mark, which, words = line.split("\t")
            for word in words.split():
                yield mark, which, word


def drawn(
    affixes: str, words: str, added: AbstractSet[str] = frozenset(), taken: AbstractSet[str] = frozenset()
) -> tuple[set[str], set[str]]:
    """First and last parts from the text of a Hunspell dictionary's two files.

    First parts of ours are `added` and others `taken` away before anything else: without "under" there, "underlag" is a word
    of its own, and "beslutsunderlag" comes apart.
    """
    rules = _joining(affixes)
    first: set[str] = set()
    last: set[str] = set()
    for line in words.splitlines():
        word, _, flags = line.split(maxsplit=1)[0].partition("/") if line.strip() else ("", "", "")
        if not _WORD.fullmatch(word) or _REFUSED & set(flags):
            continue
        if _BEGINS & set(flags):
            first.add(word)
        if _ENDS in flags and not _NO_WORD_OF_ITS_OWN & set(flags):
            last.add(word)
        first |= {
            word.removesuffix(cut) + added
            for flag in flags
            for cut, added, condition in rules.get(flag, ())
            if word.endswith(cut) and condition.search(word)
        }
    first = {word for word in first | added if _WORD.fullmatch(word)} - taken
    return (
        {word for word in first if not _is_composed(word, first, first)},
        {word for word in last if not _is_composed(word, first, last)},
    )


def _joining(affixes: str) -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
    """By flag: what is cut off, what is added and when, for the endings that a word has before another part."""
    rules = defaultdict(list)
    for line in affixes.splitlines():
        match line.split():
            case ["SFX", flag, cut, added, condition, *_] if _BEGINS & set(added.partition("/")[2]):
                ending = added.partition("/")[0]
                rules[flag].append((cut.replace("0", ""), ending.replace("0", ""), re.compile(f"(?:{condition})$")))
    return rules


def _is_composed(word: str, first: set[str], last: set[str]) -> bool:
    return any(
        word[:at] in first and (word[at:] in last or _is_composed(word[at:], first, last))
        for at in range(_SHORTEST, len(word) - _SHORTEST + 1)
    )


def main() -> None:
    """Writes both lists from the two files named on the command line."""
    affixes, words = (Path(name).read_text("utf-8") for name in sys.argv[1:3])
    added, taken = ({word for sign, which, word in _changes() if (sign, which) == (mark, "för")} for mark in "+-")
    for file, found in zip((FIRST, LAST), drawn(affixes, words, added, taken), strict=True):
        file.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
        print(f"{file.name}: {len(found)}")


if __name__ == "__main__":
    main()
