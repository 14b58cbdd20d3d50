"""The Swedish alphabet."""

from __future__ import annotations

import unicodedata

import pytest

from macros.texts.alphabet import alphabetical

ORDERS = [
    ("å ä ö sist", ["Zebra", "Ås", "Äng", "Ö"]),
    ("é som e", ["Ida", "Idé", "Idel"]),
    ("gemener och versaler", ["alm", "Björk", "ek"]),
    ("tal i ordning", ["A2", "A10", "B1"]),
    ("inuti ordet", ["Hast", "Hav", "Hår", "Häst", "Höst"]),
    ("w för sig", ["Vik", "Wik"]),
]


@pytest.mark.parametrize("words", [case[1] for case in ORDERS], ids=[case[0] for case in ORDERS])
def test_order(words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=alphabetical) == words


def test_composed_and_decomposed_letters_are_one() -> None:
    assert alphabetical("Ås") == alphabetical(unicodedata.normalize("NFD", "Ås"))
