"""Digits that are none to a program: letters and raised signs that stand for them, and numbers that are spelt out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.guard.typography import DASH, GAP, PLUS, RAISED, SPACE
from macros.words import words

_LETTERS = "OoІlIBSZОо"
_MISREAD = re.compile(rf"[\d{_LETTERS}](?<!\w.)[\d{_LETTERS}]{{5,7}}{GAP}[{DASH}{PLUS}]?{GAP}[\d{_LETTERS}]{{4}}(?!\w)")
_AS_DIGITS = str.maketrans(_LETTERS, "0011185200")
"""Letters that stand for digits where somebody or a program has read a paper wrongly; as many signs as before."""

_RAISED = re.compile(f"[{RAISED}]{{4,}}")
"""More of them than an area's or a note's sign has (`m²`, `kostnad¹²`)."""

_BLANK = re.compile(rf"\n(?<=\d\d\d\d[\d{DASH}]\n)(?:[{SPACE}]*\n)+[{SPACE}]*(?=\d{{4}}[{SPACE}]*(?:\n|\Z))")
"""Between a line that ends with digits and four alone on theirs: two cells or rows, as a file's text is read out."""

_UNITS = words(
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_TENS = words("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
_AS_WORDS = {word: str(n) for n, word in enumerate(_UNITS)} | {
    ten + unit: str(n * 10 + extra) for n, ten in enumerate(_TENS, 2) for extra, unit in enumerate(("", *_UNITS[1:10]))
}
_WORD = rf"(?:\d{{1,8}}|(?:{'|'.join(_TENS)})(?:{'|'.join(_UNITS[1:10])})?|{'|'.join(reversed(_UNITS))})(?!\w)"
_SPOKEN = re.compile(rf"\b{_WORD}(?:[\W_]{{1,3}}(?:(?:bindestreck|streck)[\W_]{{1,3}})?{_WORD}){{4,11}}", re.IGNORECASE)
_FEWEST = 3
_MONTH_SPOKEN = ("noll", " tio", "elva", "tolv")
"""One of these stands in every number that is spelt out, for its month."""


def as_digits(text: str) -> str:
    """The text, as long as it was, with digits where letters and raised signs stand for them, and no blank line in a number."""
    text = _RAISED.sub(lambda found: "".join(str(unicodedata.digit(sign)) for sign in found[0]), text)
    text = _BLANK.sub(lambda found: f"|\n{' ' * (len(found[0]) - 2)}", text)
    return _MISREAD.sub(lambda found: found[0].translate(_AS_DIGITS), text)


def spelt_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Where five numbers or more stand after each other, most of them spelt out, and their digits: `noll sju, 23` is 0723."""
    if any(month in text for month in _MONTH_SPOKEN):
        for found in _SPOKEN.finditer(text):
            said = [word for word in re.findall(r"\w+", found[0].lower()) if "streck" not in word]
            if sum(word in _AS_WORDS for word in said) >= _FEWEST:
                yield *found.span(), "".join(_AS_WORDS.get(word, word) for word in said)
