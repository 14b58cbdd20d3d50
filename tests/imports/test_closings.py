"""Where documents without page numbers end: after whom they are sent to, within slides, behind covers, between lists."""

from __future__ import annotations

import pytest

from build_scripts.imports.leaves import Leaf
from build_scripts.imports.splitting import split
from tests.imports.packet_run import CALL
from tests.imports.test_splitting import REPORT, SERIES, _leaf

SENT = f"{REPORT}\n# Beslutet skickas till\nAkten"


@pytest.mark.parametrize(
    ("leaves", "pages"),
    [
        ([_leaf(2, SENT, fill=0.7), _leaf(3, "Instans\tKommentar")], ["2", "3"]),
        ([_leaf(2, SENT, fill=0.9), _leaf(3, "# Månadsrapport\nText.")], ["2", "3"]),
        ([_leaf(2, SENT, fill=0.9), _leaf(3, "Enhet\tBudget", is_wide=True)], ["2", "3"]),
        ([_leaf(2, SENT, fill=0.9), _leaf(3, "Ekonomienheten")], ["2-3"]),
        ([_leaf(2, SENT, fill=0.9), _leaf(3, "# Bakgrund\nText.")], ["2-3"]),
        ([_leaf(2, REPORT, fill=0.9), _leaf(3, "# Månadsrapport\nText.")], ["2-3"]),
        ([_leaf(2, REPORT, fill=0.9), _leaf(3, "som gäller.\n# Beslutsunderlag\nKarta.")], ["2-3"]),
    ],
)
def test_whom_a_decision_is_sent_to_ends_its_report(leaves: list[Leaf], pages: list[str]) -> None:
    assert [part.pages for part in split([_leaf(1, CALL), *leaves], SERIES).parts[1:]] == pages


def _slides(*titles: str, **known: bool) -> list[Leaf]:
    return [_leaf(n, f"# {title}\n• Fler ska gå.", fill=0.3, **known) for n, title in enumerate(titles, 3)]


def test_slides_are_one_document() -> None:
    report = _leaf(2, REPORT, fill=0.5)
    slides = _slides("Trafiken", "Så reser vi", "Mål", is_wide=True)
    assert [part.pages for part in split([_leaf(1, CALL), report, *slides], SERIES).parts[1:]] == ["2", "3-5"]
    upright = split([_leaf(1, CALL), report, *_slides("Trafiken", "Så reser vi", "Mål")], SERIES)
    assert [part.pages for part in upright.parts[1:]] == ["2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("last", "pages"),
    [
        (_leaf(5, "# Mål\nText."), ["2", "3-5"]),
        (_leaf(5, "# Mål\nText.", label=(1, None)), ["2", "3-4", "5"]),
        (_leaf(5, "# Karta över vägar\nText."), ["2", "3-4", "5"]),
        (_leaf(5, "Dnr PRO/2026:9\nDatum 2026-01-02\n# Mål"), ["2", "3-4", "5"]),
    ],
)
def test_what_has_a_cover_has_chapters_whose_pages_are_half_empty(last: Leaf, pages: list[str]) -> None:
    report = _leaf(2, f"{REPORT}\n# Bilagor\n- Strategi\n- Karta över vägar", fill=0.5)
    cover = [_leaf(3, "# STRATEGI\n2027–2035", fill=0.5), _leaf(4, "# Resor i dag\nDe är långa.", fill=0.5)]
    assert [part.pages for part in split([_leaf(1, CALL), report, *cover, last], SERIES).parts[1:]] == pages


def test_titles_are_listed_though_they_are_headings_of_the_documents() -> None:
    report = _leaf(2, f"{REPORT}\n# Bilagor\nSammanställning\nBo Ek", label=(1, 1))
    full = [_leaf(3, "Utan rubrik."), _leaf(4, "# Sammanställning\nText.")]
    parts = split([_leaf(1, CALL), report, *full], SERIES).parts
    assert [(part.pages, part.title) for part in parts[2:]] == [("3", "Utan rubrik."), ("4", "Sammanställning")]


def test_lists_of_two_units_are_told_apart_by_what_stands_below_their_heading() -> None:
    table = "\nBeslutsdatum\tDiarienummer\tÄrende\tDelegat\n2026-11-01\tPRO/2026:5\tAltan\tHandläggare"
    leaves = [
        _leaf(n, f"# Delegeringsbeslut\n{unit}, november 2026{table}")
        for n, unit in ((2, "Byggenheten"), (3, "Miljöenheten"))
    ]
    parts = split([_leaf(1, CALL), *leaves], SERIES).parts[1:]
    assert [(part.pages, part.kind.value, part.title) for part in parts] == [
        ("2", "delegationslista", "Byggenheten"),
        ("3", "delegationslista", "Miljöenheten"),
    ]
