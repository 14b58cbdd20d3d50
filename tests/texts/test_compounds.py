"""Where Swedish compounds come apart."""

import time

import pytest

from build_scripts.exports.search_dictionary import drawn, parts
from macros.texts.compounds import CompoundParts
from tests.search.words import COMPOUNDS, LURES

SMALL = CompoundParts(
    frozenset({"skol", "buss", "remiss", "nämnds", "is", "skolskjuts"}),
    frozenset({"skjuts", "enhet", "väg", "svar", "hall", "station"}),
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("skolskjuts", ("skol", "skjuts")),
        ("skolskjutsar", ("skol", "skjutsar")),
        ("skolskjutsenheten", ("skolskjuts", "skol", "skjuts", "enheten")),
        ("skolvägen", ("skol", "vägen")),
        ("remissvar", ("remiss", "svar")),
        ("bussstation", ("buss", "station")),
        ("busstationen", ("buss", "stationen")),
        ("ishall", ("is", "hall")),
        ("skol", ()),
        ("nämndsvarg", ()),
        ("skjutsenhet", ()),
        ("", ()),
    ],
)
def test_a_word_and_its_parts(word: str, expected: tuple[str, ...]) -> None:
    assert SMALL.of(word) == expected
    assert SMALL.of(word) == expected, "the second answer comes from memory"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("skolskjuts", ("skol", "skjuts")),
        ("kommunstyrelsen", ("kommun", "styrelsen")),
        ("äldreomsorgsnämnden", ("äldre", "omsorgs", "nämnden", "omsorgsnämnden", "äldreomsorgs")),
        ("beslutsunderlag", ("besluts", "underlag")),
        ("sekretesslagen", ("sekretess", "lagen")),
        ("underlag", ()),
        ("budget", ()),
    ],
)
def test_the_dictionary_of_the_project(word: str, expected: tuple[str, ...]) -> None:
    assert parts().of(word) == expected


def test_a_word_of_a_thousand_letters_is_no_compound() -> None:
    """What somebody has pasted without spaces would take a build minutes."""
    assert SMALL.starts("skolskjuts" * 6) != (0,)
    start = time.process_time()
    assert SMALL.of("skolskjuts" * 1_000) == parts().of("a" * 10_000) == ()
    assert time.process_time() - start < 1


def test_two_hundred_compounds_have_their_part() -> None:
    missed = [
        (word, part)
        for word, part in COMPOUNDS
        if not any(_is_form(found, part) for found in (word, *parts().of(word)))
    ]
    assert len(COMPOUNDS) >= 200
    assert missed == [("förskola", "skola")]


def test_words_that_only_look_like_compounds() -> None:
    assert [(word, part) for word, part in LURES if part in parts().of(word)] == []


def _is_form(found: str, part: str) -> bool:
    """Whether the search engine's stemming makes the two alike, roughly: an ending of one letter may differ."""
    return found.startswith(part[: max(2, len(part) - 1)])


AFFIXES = """\
SFX s Y 1
SFX s 0 s/WX .
SFX h Y 1
SFX h a e/XZ [^e]a
PFX p Y 1
PFX p 0 o/X .
"""
WORDS = """\
8
nämnd/sY
skol/XZ
skola/hY
skjuts/Y
skolskjuts/Y
grå%/XY
Malmö/XY
fel/X%
"""


def test_parts_are_drawn_from_a_spelling_dictionary() -> None:
    assert drawn(AFFIXES, WORDS) == ({"nämnds", "skol", "skole"}, {"nämnd", "skola", "skjuts"})
    assert drawn(AFFIXES, WORDS, {"gatu"}, {"skol"}) == (
        {"nämnds", "gatu", "skole"},
        {"nämnd", "skola", "skjuts", "skolskjuts"},
    )
