"""What a clause of a decision does, by its own words: decides, or only proposes to another body."""

from __future__ import annotations

import pytest

from macros.facts.clauses import Effect, clauses_of
from macros.record.body import BodyHeader
from macros.record.former_names import FormerName

D, P, U = Effect.DECIDES, Effect.PROPOSES, Effect.UNCLEAR
BODIES = {
    "ks": BodyHeader.model_validate({"namn": "Kommunstyrelsen", "kommun": "K", "slag": "styrelse"}),
    "kf": BodyHeader.model_validate({"namn": "Kommunfullmäktige", "kommun": "K", "slag": "fullmäktige"}),
    "bun": BodyHeader.model_validate({"namn": "Barn- och utbildningsnämnden", "kommun": "K", "slag": "nämnd"}),
    "au": BodyHeader.model_validate({"namn": "Kommunstyrelsens arbetsutskott", "kommun": "K", "slag": "utskott"}),
}
SENTENCES = [
    ("ks", "Kommunfullmäktige antar taxan.", P, "kommunfullmäktige"),
    ("ks", "Kommunfullmäktige avslår motionen", P, "kommunfullmäktige"),
    ("ks", "Kommunstyrelsen föreslår kommunfullmäktige att anta taxan.", P, "kommunfullmäktige"),
    ("ks", "Kommunstyrelsen beslutar föreslå kommunfullmäktige besluta att anta taxan.", P, "kommunfullmäktige"),
    ("ks", "att föreslå fullmäktige att anta taxan", P, "fullmäktige"),
    ("ks", "Kommunfullmäktige föreslås besluta att taxan antas.", P, "kommunfullmäktige"),
    ("ks", "Förslag till kommunfullmäktige: taxan antas.", P, "kommunfullmäktige"),
    ("ks", "Kommunstyrelsen antar planen.", D, ""),
    ("ks", "Styrelsen godkänner rapporten.", D, ""),
    ("ks", "Planen antas.", D, ""),
    ("ks", "Socialnämnden får i uppdrag att redovisa kostnaden i maj.", D, ""),
    ("ks", "Tekniska nämnden ska redovisa kostnaden.", D, ""),
    ("ks", "Kommunstyrelsen antar planen, under förutsättning att kommunfullmäktige beslutar om medel.", D, ""),
    ("ks", "Planen antas i enlighet med kommunfullmäktiges beslut den 4 maj.", D, ""),
    ("ks", "Rapporten skickas till kommunfullmäktige för kännedom.", D, ""),
    ("ks", "Yttrandet överlämnas till kommunfullmäktige som svar på motionen.", U, "kommunfullmäktige"),
    ("ks", "Ärendet hänskjuts till kommunfullmäktige.", U, "kommunfullmäktige"),
    ("ks", "Socialnämnden antar riktlinjen.", U, "socialnämnden"),
    ("kf", "Kommunfullmäktige antar taxan.", D, ""),
    ("kf", "Kommunstyrelsen får i uppdrag att återkomma.", D, ""),
    ("kf", "Fullmäktige avslår motionen.", D, ""),
    ("bun", "Nämnden antar planen.", D, ""),
    ("bun", "Barn- och utbildningsnämnden antar planen.", D, ""),
    ("bun", "Nämnden föreslår kommunstyrelsen att anslå 2 miljoner kronor.", P, "kommunstyrelsen"),
    ("bun", "Nämnden föreslår att kommunfullmäktige höjer taxan.", P, "kommunfullmäktige"),
    ("bun", "Nämnden antar förslaget till yttrande.", D, ""),
    ("bun", "Nämnden antar förslaget till yttrande och överlämnar det till kommunstyrelsen.", U, "kommunstyrelsen"),
    ("bun", "Nämnden godkänner berättelsen och lämnar den till kommunstyrelsen.", D, ""),
    ("bun", "Nämnden lämnar över yttrandet till kommunstyrelsen.", U, "kommunstyrelsen"),
    ("au", "Kommunstyrelsen antar planen.", P, "kommunstyrelsen"),
    ("au", "Arbetsutskottet föreslår kommunstyrelsen att anta planen.", P, "kommunstyrelsen"),
    ("au", "Arbetsutskottet antar planen.", D, ""),
]


@pytest.mark.parametrize(("body", "sentence", "effect", "receiver"), SENTENCES, ids=[one[1] for one in SENTENCES])
def test_what_a_sentence_does(body: str, sentence: str, effect: Effect, receiver: str) -> None:
    (clause,) = clauses_of((sentence,), BODIES[body])
    assert (clause.effect, clause.receiver if effect is not D else "") == (effect, receiver)


def test_what_a_body_decided_by_its_former_name_it_decided_itself() -> None:
    renamed = BODIES["bun"].model_copy(
        update={
            "name": "Bildningsnämnden",
            "former_names": (
                FormerName.model_validate({"namn": "Barn- och utbildningsnämnden", "till": "2026-11-27"}),
            ),
        }
    )
    assert [one.effect for one in clauses_of(("Barn- och utbildningsnämnden antar planen.",), renamed)] == [D]


def test_a_row_that_ends_with_a_colon_says_it_for_the_rows_below() -> None:
    rows = (
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande:",
        "Taxan antas.",
        "Taxan gäller från den 1 januari. Den gamla upphör då.",
        "För egen del beslutar kommunstyrelsen följande:",
        "Förvaltningen informerar om taxan.",
    )
    found = clauses_of(rows, BODIES["ks"])
    assert [(one.effect, one.receiver) for one in found] == [*[(P, "kommunfullmäktige")] * 3, (D, "")]


def test_a_paragraph_may_both_propose_and_decide() -> None:
    rows = ("Kommunfullmäktige antar taxan. Kommunstyrelsen uppdrar åt förvaltningen att informera om den.",)
    assert [one.effect for one in clauses_of(rows, BODIES["ks"])] == [P, D]


def test_only_the_assembly_decides_a_motion() -> None:
    assert [one.effect for one in clauses_of(("Motionen avslås.",), BODIES["ks"], about_motion=True)] == [U]
    assert [one.effect for one in clauses_of(("Motionen avslås.",), BODIES["kf"], about_motion=True)] == [D]
    assert [
        one.effect for one in clauses_of(("Kommunfullmäktige avslår motionen.",), BODIES["ks"], about_motion=True)
    ] == [P]
