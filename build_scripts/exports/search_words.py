"""A word as the index holds it, so that the engine finds that word and no other.

The engine takes every word that begins as the one it is asked for, and "kön" for "kon". It is therefore given words of ours:
the stem, with a letter of its own for each of å, ä and ö, and a mark at the end that no word goes on after. What the engine
does to words of its own accord, which is to take endings and dots away, leaves these as they are.

The search page's script makes the same words of what is typed (assets/sok-ord.js), from the same endings.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("ordled")

END = "þ"
"""What every word of the index ends with. On its own it is the word that every page has."""

_LETTERS = str.maketrans("åäö", "æəø")
_MARKS = re.compile(r"[\u0300-\u036f]")

_TEXT = re.compile(
    r"(?P<day>\b(?:19|20)\d\d-[01]\d-[0-3]\d\b)"
    r"|(?P<letters>\b[A-ZÅÄÖ]{2,10})[ /-](?P<year>(?:19|20)\d\d)[:/-](?P<serial>\d{1,5})\b"
    r"|\b(?P<bare_year>(?:19|20)\d\d):(?P<bare_serial>\d{1,5})\b"
    r"|\b(?P<chapter>\d{1,2})\s*kap(?:itlet|\.)?\s*(?P<section>\d{1,3})(?!\d)(?:\s?(?P<letter>[a-zA-Z])(?=\s*§))?"
    r"(?:\s*§+|(?=(?:[\s\d,–-]|och)*§))"
    r"|§§?\s*(?P<paragraph>\d+)"
    r"|(?P<number>\b\d{1,3}(?:[ \u00a0\u202f]\d{3})+)\b"
    r"|(?P<word>\b\d+,\d+\b|[^\W_]+)"
)
_COMMA = "k"
"""The engine would part "39,5"."""
_SOFT_HYPHEN = "\u00ad"
_ROUNDS = 3
_SHORTEST_STEM = 3


@cache
def endings() -> dict[str, Any]:
    """What words are shortened by, as the search page's script is told it too."""
    told: dict[str, Any] = json.loads((_FOLDER / "stam.json").read_text("utf-8"))
    return told


def understood(short_names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What the search page's script must know to understand what is typed: endings, words that are dropped, and other words
    for the same thing, by the stem of the word that is typed. `short_names`: the bodies that are called so for short."""
    alike = synonyms()
    for short, names in short_names.items():
        known = stem(short.lower())
        alike[known] = [*alike.get(known, ()), *names]
    return {
        "stam": endings(),
        "frågor": sorted({word for line in _lines("fragor.txt") for word in line.split()}),
        "synonymer": dict(sorted(alike.items())),
    }


def synonyms() -> dict[str, list[str]]:
    """Words that are also looked for, by the stem of the one that is typed.

    `ordled/synonymer.txt`: "sporthall: idrottshall" looks for the second where the first is typed; "skolbuss = skolskjuts" both
    ways.
    """
    found: dict[str, list[str]] = {}
    for line in _lines("synonymer.txt"):
        if "=" in line:
            alike = [word.strip() for word in line.split("=")]
            pairs = [(word, [other for other in alike if other != word]) for word in alike]
        else:
            word, _, rest = line.partition(":")
            pairs = [(word.strip(), rest.split())]
        for word, others in pairs:
            found.setdefault(stem(word), []).extend(others)
    return found


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def stem(word: str) -> str:
    """What is the same in a Swedish word's forms, roughly: "biblioteken" and "bibliotekets" give "bibliotek".

    `word` in small letters. Endings as in Snowball's Swedish stemmer, with "-et", and taken away until none is left. A verb
    in "-era" keeps its "-er", so that "parkera" is not "park", and "skolskjutsenhet" is not "skolskjuts".
    """
    for _ in range(_ROUNDS):
        shorter = _shortened(word)
        if shorter == word:
            break
        word = shorter
        if word.endswith(tuple(endings()["kvar"])):
            break
    return word


def _shortened(word: str) -> str:
    told = endings()
    start = _region(word, told["vokaler"])
    for kept, forms in told["kvar"].items():
        if found := _longest(word, start, forms):
            return f"{word.removesuffix(found)}{kept}"
    word = word.removesuffix(_longest(word, start, told["ändelser"]))
    if len(word) > start and word.endswith("s") and word[-2] in told["före s"]:
        word = word[:-1]
    return word[:-1] if _longest(word, start, told["dubbla"]) else word


def _region(word: str, vowels: str) -> int:
    """Where endings may begin: after the first consonant that follows a vowel, and the third letter."""
    for place in range(1, len(word)):
        if word[place - 1] in vowels and word[place] not in vowels:
            return max(place + 1, _SHORTEST_STEM)
    return len(word)


def _longest(word: str, start: int, known: list[str]) -> str:
    fits = (ending for ending in known if word.endswith(ending) and len(word) - len(ending) >= start)
    return max(fits, key=len, default="")


@cache
def indexed(word: str) -> str:
    """The word of the index for a word or number."""
    small = word.lower().replace("é", "e")
    told = small.replace(",", _COMMA) if any(sign.isdigit() for sign in small) else stem(small)
    return _MARKS.sub("", unicodedata.normalize("NFD", told.translate(_LETTERS))) + END


def case_number(letters: str, year: str, serial: str) -> str:
    """The word of the index for a case number: "EXN/2026:0017" and "exn 2026-17" are one."""
    return f"{indexed(f'{letters}{year}d{int(serial)}')}"


def paragraph(number: str) -> str:
    """The word of the index for "§ 43"."""
    return f"par{int(number)}{END}"


def law(chapter: str, section: str, letter: str) -> str:
    """The word of the index for a law's chapter and section together, which is no paragraph of minutes."""
    return f"kap{int(chapter)}p{int(section)}{letter.lower()}{END}"


def days(date: str) -> tuple[str, str, str, str]:
    """The words of the index for a day, for that day of any year, for its month and its year; `date` as 2026-09-24."""
    year, month, day = date.split("-")
    return f"d{year}{month}{day}{END}", f"d{month}{day}{END}", f"m{year}{month}{END}", f"y{year}{END}"


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text as it is written, and as the index holds it. A case number is told with its letters and without."""
    for found in _TEXT.finditer(text.replace(_SOFT_HYPHEN, "")):
        told = found.groupdict()
        if told["word"]:
            yield found[0], indexed(found[0])
        elif told["day"]:
            yield found[0], days(found[0])[0]
        elif told["letters"]:
            yield found[0], case_number(told["letters"], told["year"], told["serial"])
            yield "", case_number("", told["year"], told["serial"])
        elif told["bare_year"]:
            yield found[0], case_number("", told["bare_year"], told["bare_serial"])
        elif told["chapter"]:
            yield "", law(told["chapter"], told["section"], told["letter"] or "")
        elif told["paragraph"]:
            yield found[0], paragraph(told["paragraph"])
        else:
            yield found[0], indexed("".join(filter(str.isdigit, found[0])))
