"""The guard against prose as boards write it: what should be told is told, with its kind, and little else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guard.labelled import UNSEEN, UNTOUCHED, LabelledLine, measure, precision_of, rows

ROOT = Path(__file__).parents[2]
ROWS = list(rows())
NOT_LIKE_PEOPLE = {"Filen heter protokoll-201709141830.pdf."}
"""Texts that are told of though they need not be: this clock time has the right check digit by chance."""

NOT_MET = (
    "Lånekort 20030902",
    "Vårdnadshavare 1, 198204179",
    "Vid lunchen blev Santa",
    "Enligt fritidsgården har",
    "Glömda kläder",
    "Sekretess gäller för",
    "Lägenheten hyrs ut till kvinna",
    "Post återsänd",
    "Avvikelse: Signe E",
    "Tack till Rune",
    "Stipendiet 2026",
)
"""A number split among its last four digits: looked for so, periods and telephones would stop as personal numbers.

Given names alone, where a place may be named as well; sentences that may tell of anybody; a farm without a number, an initial of
somebody elected, and whoever is thanked or given a prize.
"""


@pytest.mark.parametrize("row", ROWS, ids=[f"rad {row.line}" for row in ROWS])
def test_a_text_is_told_of_with_its_kind(row: LabelledLine) -> None:
    assert row.found == (frozenset({"personnummer-siffror"}) if row.text in NOT_LIKE_PEOPLE else row.kinds), row.text


@pytest.mark.parametrize("file", UNSEEN, ids=lambda file: file.stem)
def test_texts_that_no_recogniser_had_seen_are_told_of(file: Path) -> None:
    measured = measure(file)
    assert measured.texts >= 97
    assert measured.recall >= 0.95
    assert measured.precision >= 0.95
    missed = [row for row in rows(file) if not row.found >= row.kinds]
    assert [row.line for row in missed if not row.text.startswith(NOT_MET)] == []


def test_texts_that_nothing_was_adjusted_to_fare_as_it_is_written() -> None:
    measured = measure(UNTOUCHED)
    assert measured.recall >= 0.95
    assert measured.precision >= 0.95
    told = f"| `{UNTOUCHED.name}` | {measured.texts} | {measured.recall:.3f} | {measured.precision:.3f} | never adjusted to |"
    assert told in (ROOT / "docs/granskning.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind_id", ["namn-vid-omsorg", "personalbeslut", "namn-i-lov", "sekretess-i-text"])
def test_what_is_only_looked_at_is_mostly_worth_it(kind_id: str) -> None:
    """The texts hold as many traps as real documents had: officers by name beside care and pay, and secrecy in general."""
    assert precision_of(kind_id) >= 0.9


def test_the_set_is_large_and_holds_the_traps() -> None:
    assert len(ROWS) >= 300
    silent = " ".join(row.text for row in ROWS if not row.kinds)
    for trap in (
        "8.5-27929/2017",
        "212000-2882",
        "624-1061",
        "170703",
        "34:2017",
        "08-530 610 00",
        "1998:204",
        "IBAN",
        "rum 1408",
    ):
        assert trap in silent


def test_recall_and_precision() -> None:
    measured = measure()
    assert measured.recall >= 0.99
    assert measured.precision >= 0.95


def test_the_measured_figures_are_written_down() -> None:
    measured = measure()
    page = (ROOT / "docs/granskning.md").read_text(encoding="utf-8")
    figures = re.search(r"facit.tsv: recall (\S+), precision (\S+) on (\d+) texts", page)
    assert figures is not None
    assert figures.groups() == (f"{measured.recall:.3f}", f"{measured.precision:.3f}", str(measured.texts))
