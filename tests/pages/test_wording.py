"""Words have one home, and words that are made of others: names in the genitive, sentences inside sentences."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup

from macros.law import running
from macros.pages.record_page import kept_together
from macros.pages.wording import number_of, paragraph_range, parted, possessive, that_meeting, unbroken, unended
from tests.modules import ROOT, nodes_of


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
        (running("KL 8:12, 13:5"), "8~kap.~12~§ och 13~kap.~5~§ kommunallagen (2017:725)"),
        (running("KL 8:8-9"), "8~kap.~8–9~§§ kommunallagen (2017:725)"),
    ],
)
def test_no_line_ends_within_a_day_an_hour_or_a_span(said: str, kept: str) -> None:
    page = kept_together(Markup(said))
    assert page.replace("\N{NO-BREAK SPACE}", "~").replace("\N{WORD JOINER}", "|") == kept


def test_an_address_is_parted_before_its_signs() -> None:
    assert parted("a.b@c.se/<d>") == "a<wbr>.b<wbr>@c<wbr>.se<wbr>/&lt;d&gt;"


@pytest.mark.parametrize(
    ("many", "said"),
    [
        ("bilagor", "2\N{NO-BREAK SPACE}bilagor"),
        ("protokoll", "2\N{NO-BREAK SPACE}protokoll"),
        ("handlingar", "2 handlingar"),
    ],
)
def test_a_count_stays_on_its_nouns_line_unless_the_two_fill_one(many: str, said: str) -> None:
    assert number_of(2, many, many) == said


SHOWN = ("macros/pages", "build_scripts/editor", "build_scripts/letters", "build_scripts/commands")
HOMES = {"wording.py", "states.py"}


def _tables() -> Iterator[tuple[Path, ast.Dict]]:
    for file in (file for folder in SHOWN for file in (ROOT / folder).rglob("*.py")):
        for node in nodes_of(file):
            if isinstance(node, ast.Dict) and any(isinstance(key, ast.Attribute) for key in node.keys):
                yield file, node


def _is_word(value: ast.expr) -> bool:
    """Whether it is a word or a state, and not a whole sentence."""
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).endswith("State")
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and not value.value.endswith(".")


def test_what_a_value_is_called_stands_in_one_place() -> None:
    found = {(file, table.lineno) for file, table in _tables() if any(map(_is_word, table.values))}
    assert {file.name for file, _ in found} >= HOMES
    assert [f"{file}:{line}" for file, line in found if file.name not in HOMES] == []


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("Sammanträde 12 mars 2026", "sammanträdet 12 mars 2026"),
        ("Extra sammanträde 8 oktober 2026", "det extra sammanträdet 8 oktober 2026"),
    ],
)
def test_a_meeting_inside_a_sentence(called: str, said: str) -> None:
    assert that_meeting(called) == said
