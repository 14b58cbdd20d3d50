"""Words that are made of others: names in the genitive, sentences inside sentences."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.pages.layout import kept_together
from macros.pages.wording import paragraph_range, parted, possessive, unbroken, unended


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Botkyrka kommun", "Botkyrka kommuns"),
        ("Borås", "Borås"),
        ("Anna Marx", "Anna Marx"),
        ("Bo Franz", "Bo Franz"),
        ("Kommunstyrelsen", "Kommunstyrelsens"),
    ],
)
def test_a_name_that_ends_with_the_sound_of_s_gets_no_other(name: str, said: str) -> None:
    assert possessive(name) == said


@pytest.mark.parametrize(
    ("sentence", "said"), [("Enligt lag.", "Enligt lag"), ("Enligt lag. ", "Enligt lag"), ("Se 5 §", "Se 5 §")]
)
def test_a_sentence_inside_another_has_no_stop(sentence: str, said: str) -> None:
    assert unended(sentence) == said


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (paragraph_range([1, 2, 3, 7, 16, 17, 20]), "§§~1–|3, 7, 16–|17, 20"),
        (unbroken("tisdag 8 december kl. 16.00–17.30"), "tisdag 8~december kl.~16.00–|17.30"),
        ("Plan 2026–2032", "Plan 2026–2032"),
    ],
)
def test_no_line_ends_within_a_day_an_hour_or_a_span(said: str, kept: str) -> None:
    page = kept_together(Markup(said))
    assert page.replace("\N{NO-BREAK SPACE}", "~").replace("\N{WORD JOINER}", "|") == kept


def test_an_address_is_parted_before_its_signs() -> None:
    assert parted("a.b@c.se/<d>") == "a<wbr>.b<wbr>@c<wbr>.se<wbr>/&lt;d&gt;"
