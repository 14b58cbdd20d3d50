"""Who decided by delegation: an office passes, a name stops, and a word that may be either is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.guard.official import Official
from macros.guard.recognise import recognise
from macros.words import words
from tests.guard import granska
from tests.guard.granska import MEETING, Capture

OFFICIAL = Official(
    names=frozenset(("signe exempelsson", "nils lind-provberg")),
    delegates=frozenset(("xenter", "verksamheten prov norr")),
)


def _kinds(text: str) -> list[str]:
    return [hit.kind_id for hit in recognise(text, OFFICIAL)]


@pytest.mark.parametrize(
    "written",
    [
        "Katarina Provsjö",
        "Provsjö, Katarina",
        "K. Provsjö",
        '"Katarina Provsjö"',
        "Katarina Provsjö, rektor",
        "Katarina Provsjö (rektor)",
        "Rektor Katarina Provsjö",
        "Enhetschef, Katarina Provsjö",
        "Lind-\n      Bergström",
        "Lind-Bergström",
        "Katarina\n      Provsjö",
        ">-\n      Katarina Provsjö",
        "Katarina Provsjö\n    punkt: A6",
    ],
)
def test_a_name_stops(written: str) -> None:
    assert _kinds(f"beslut:\n  - datum: 2026-03-02\n    delegat: {written}\n") == ["delegat-är-person"]


@pytest.mark.parametrize("row", ["{datum: 2026-03-02, delegat: Katarina Provsjö}", '{"delegat": "Katarina Provsjö"}'])
def test_a_name_within_braces_stops(row: str) -> None:
    assert _kinds(f"beslut:\n  - {row}\n") == ["delegat-är-person"]


@pytest.mark.parametrize("written", ["Provsjö", "KAPR", "K.P.", "Norra", "K P"])
def test_another_unknown_word_is_looked_at(written: str) -> None:
    assert _kinds(f"    delegat: {written}\n") == ["okänd-delegat"]


@pytest.mark.parametrize(
    "written",
    [
        *words("Enhetschef Rektor Förvaltningschef Arbetsutskottet Kanslist Socialjouren VD 1:e_socialsekreterare"),
        "Rektor, Södra Skolan",
        "Rektor, Karin Boyes skola",
        "Handläggare, Skolskjutsenheten",
        "Signe Exempelsson",
        "Signe Exempelsson, ordförande",
        "Ordförande Signe Exempelsson",
        "Nils Lind-Provberg",
        "Otto Annanstans (S)",
        "Xenter",
        "Verksamheten Prov Norr",
        "",
        "# okänt",
    ],
)
def test_an_office_and_somebody_elected_pass(written: str) -> None:
    assert _kinds(f"    delegat: {written}\n    punkt: A6\n") == []


def test_a_list_with_a_name_is_stopped_with_the_name_hidden(project: Path, capsys: Capture) -> None:
    file = project / MEETING / "delegationsbeslut/2026-02-enheten.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        "---\nenhet: Enheten\nmånad: 2026-02\nbeslut:\n  - datum: 2026-02-10\n    beslut: Avtal.\n"
        "    delegat: Katarina Provsjö\n---\n",
        encoding="utf-8",
    )
    assert granska.guard(project) == 1
    told = capsys.readouterr().out
    assert "fel[delegat-är-person]: Stopp: " in told
    assert "Gör så här: skriv befattningen i stället för namnet, till exempel Enhetschef." in told
    assert "Provsjö" not in told
