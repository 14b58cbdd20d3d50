"""Two windows on one file: what each has changed comes together, and what both have changed is left to the writer."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from build_scripts.editor.form.fields import fields_of
from build_scripts.editor.form.file_as_form import matched, rebased
from build_scripts.editor.form.state import of_tree, to_tree
from build_scripts.editor.form.windows import REMOVED_HERE, REMOVED_THERE, Conflict, Merge, way_to
from macros.record.body import BodyHeader
from macros.record.item import ItemHeader

BASE: dict[str, Any] = {
    "rubrik": "Cykelplan",
    "diarienummer": "PRO/2026:7",
    "motionärer": ["Ett", "Två"],
    "bilagor": [{"titel": "Karta", "fil": "karta.csv"}, {"titel": "Budget"}, {"titel": "Remiss"}],
    "förklaringar": {"datum-omskrivet": "Enheten skrev så."},
}
KARTA, BUDGET, REMISS = BASE["bilagor"]


def merge(mine: dict[str, Any], saved: dict[str, Any]) -> tuple[Any, Merge]:
    """The header that comes of both, and what somebody must look at."""
    fields = fields_of(ItemHeader)
    found = Merge()
    state = rebased(fields, of_tree(fields, mine), BASE)
    together = found.of(fields, of_tree(fields, BASE), state, of_tree(fields, saved))
    return to_tree(fields, together), found


def new(**keys: Any) -> dict[str, Any]:
    """The base with other values."""
    return copy.deepcopy(BASE) | keys


CLEAR: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "only here": (new(rubrik="Gångplan"), new(), new(rubrik="Gångplan")),
    "only there": (new(), new(rubrik="Gångplan"), new(rubrik="Gångplan")),
    "other fields": (
        new(rubrik="Gångplan"),
        new(diarienummer="PRO/2026:8"),
        new(rubrik="Gångplan", diarienummer="PRO/2026:8"),
    ),
    "the same in both": (new(rubrik="Gångplan"), new(rubrik="Gångplan"), new(rubrik="Gångplan")),
    "other fields of one row": (
        new(bilagor=[{"titel": "Kartan", "fil": "karta.csv"}, BUDGET, REMISS]),
        new(bilagor=[{"titel": "Karta", "fil": "ny.csv"}, BUDGET, REMISS]),
        new(bilagor=[{"titel": "Kartan", "fil": "ny.csv"}, BUDGET, REMISS]),
    ),
    "rows added in both": (
        new(bilagor=[KARTA, BUDGET, REMISS, {"titel": "Här"}]),
        new(bilagor=[{"titel": "Där"}, KARTA, BUDGET, REMISS]),
        new(bilagor=[{"titel": "Där"}, KARTA, BUDGET, REMISS, {"titel": "Här"}]),
    ),
    "the same row added in both": (
        new(bilagor=[KARTA, BUDGET, REMISS, {"titel": "Ny"}]),
        new(bilagor=[KARTA, BUDGET, REMISS, {"titel": "Ny"}, {"titel": "Än en"}]),
        new(bilagor=[KARTA, BUDGET, REMISS, {"titel": "Ny"}, {"titel": "Än en"}]),
    ),
    "a row moved here and another changed there": (
        new(bilagor=[REMISS, KARTA, BUDGET]),
        new(bilagor=[KARTA, {"titel": "Budget", "fil": "budget.pdf"}, REMISS]),
        new(bilagor=[REMISS, KARTA, {"titel": "Budget", "fil": "budget.pdf"}]),
    ),
    "a row taken here and moved there": (
        new(bilagor=[KARTA, BUDGET]),
        new(bilagor=[REMISS, BUDGET, KARTA]),
        new(bilagor=[BUDGET, KARTA]),
    ),
    "a row taken there and another changed here": (
        new(bilagor=[{"titel": "Kartan", "fil": "karta.csv"}, BUDGET, REMISS]),
        new(bilagor=[KARTA, REMISS]),
        new(bilagor=[{"titel": "Kartan", "fil": "karta.csv"}, REMISS]),
    ),
    "other names": (
        new(förklaringar={"datum-omskrivet": "Så stod det."}),
        new(förklaringar={"datum-omskrivet": "Enheten skrev så.", "annan-månad": "Sen lista."}),
        new(förklaringar={"datum-omskrivet": "Så stod det.", "annan-månad": "Sen lista."}),
    ),
}


@pytest.mark.parametrize(("mine", "saved", "expected"), CLEAR.values(), ids=CLEAR)
def test_what_only_one_has_changed_is_taken_from_that_one(
    mine: dict[str, Any], saved: dict[str, Any], expected: dict[str, Any]
) -> None:
    together, found = merge(mine, saved)
    assert together == expected
    assert (found.conflicts, found.kept) == ([], [])


CONFLICTS: dict[str, tuple[dict[str, Any], dict[str, Any], list[Conflict]]] = {
    "a text": (new(rubrik="Min"), new(rubrik="Din"), [Conflict("h.rubrik", "Min", "Din")]),
    "an emptied one": (new(rubrik=""), new(rubrik="Din"), [Conflict("h.rubrik", "", "Din")]),
    "lines": (
        new(motionärer=["Ett"]),
        new(motionärer=["Ett", "Tre"]),
        [Conflict("h.motionärer", "Ett", "Ett\nTre")],
    ),
    "in a row that has moved there": (
        new(bilagor=[{"titel": "Min", "fil": "karta.csv"}, BUDGET, REMISS]),
        new(bilagor=[BUDGET, {"titel": "Din", "fil": "karta.csv"}, REMISS]),
        [Conflict("h.bilagor.1.titel", "Min", "Din")],
    ),
}


@pytest.mark.parametrize(("mine", "saved", "expected"), CONFLICTS.values(), ids=CONFLICTS)
def test_a_field_that_both_have_changed_is_told_with_both_values(
    mine: dict[str, Any], saved: dict[str, Any], expected: list[Conflict]
) -> None:
    assert merge(mine, saved)[1].conflicts == expected


def test_a_row_that_one_took_away_and_the_other_changed_stays_and_is_told() -> None:
    changed = {"titel": "Budget", "fil": "ny.pdf"}
    for mine, saved, sentence in (
        ([KARTA, changed, REMISS], [KARTA, REMISS], REMOVED_THERE),
        ([KARTA, REMISS], [KARTA, changed, REMISS], REMOVED_HERE),
    ):
        together, found = merge(new(bilagor=mine), new(bilagor=saved))
        assert len(together["bilagor"]) == 3
        assert [told for _, told in found.kept] == [sentence]


def test_rows_are_known_by_what_they_hold() -> None:
    assert matched(["a b", "c"], ["c", "a d"]) == {0: 1, 1: 0}
    assert matched([{"namn": "A", "tal": "1"}, {"namn": "B"}], [{"namn": "B", "tal": "1"}]) == {0: 0}
    assert matched(["a"], ["b"]) == {}
    assert matched([{"namn": "A", "tal": "1", "slag": "x"}], [{"namn": "B", "tal": "1", "slag": "y"}]) == {}


def test_a_field_is_named_as_a_person_reads_it() -> None:
    assert way_to(fields_of(ItemHeader), "h.bilagor.1.titel") == "Bilagor, rad 2, Titel"
    assert way_to(fields_of(BodyHeader), "h.anmälan_av_delegation.enheter.n0.dag") == (
        "Anmälan av delegation, Enheter, rad 1, Dag"
    )
    assert way_to(fields_of(ItemHeader), "text") == "Text"
