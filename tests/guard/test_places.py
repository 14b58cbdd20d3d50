"""Where a hit in a text is: its line, its column and length there, and the line with nothing to read in it."""

from __future__ import annotations

import pytest

from build_scripts.guard.findings import place_in
from macros.guard.official import Official
from macros.guard.recognise import recognise
from tests.guard.granska import LAST, NUMBER


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (NUMBER, (1, 1, 11, "850709-****")),
        (f"\n{NUMBER}\n", (2, 1, 11, "850709-****")),
        (f"\n\nNr {NUMBER}", (3, 4, 11, "Nr 850709-****")),
        (f"Först\nNr {NUMBER}, och {NUMBER}.\nSist", (2, 4, 11, "Nr 850709-****, och 850709-****.")),
        (f"Nr 850709-\n{LAST} gäller", (1, 4, 7, "Nr 850709-")),
    ],
)
def test_the_place_of_the_first_hit(text: str, place: tuple[int, int, int, str]) -> None:
    hits = recognise(text, Official())
    found = place_in("a.md", text, hits[0], hits)
    assert (found.line, found.column, found.length, found.excerpt) == place
