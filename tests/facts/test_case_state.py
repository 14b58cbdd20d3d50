"""How far a case has come: open until it is settled, late when its year has passed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.pages.states import state
from tests.pages.held import HELD, MINUTES
from tests.pages.records import TODAY, record

BENCHES, DOGS = "arenden/parknamnden-pn-2026-3/", "arenden/parknamnden-pn-2026-4/"
DOGS_ITEM = "parknamnden/2026-02-12/03-hundrastgard.md"


def _state(root: Path, address: str, files: dict[str, str], today: dt.date = TODAY) -> tuple[str | None, bool, bool]:
    facts = Day(record(root, files), today)
    found = facts.status(next(case for case in facts.cases.all if case.address == address))
    return state(found.state).word if found.state else None, found.is_open, found.is_late


def _with(old: str, new: str) -> dict[str, str]:
    assert old in MINUTES
    return {**HELD, "parknamnden/2026-02-12/protokoll.md": MINUTES.replace(old, new)}


REPORTED = "        redovisas: 2026-02-28\n"
REFERRED = "utfall: återremiss\n    beslut:\n      - Ärendet återremitteras.\n"
HISTORICAL = {
    **HELD,
    "parknamnden/organ.md": HELD["parknamnden/organ.md"].replace("förvaring:", "historiskt: ja\nförvaring:"),
}
STATES = [
    ("beslutat, uppdraget inte redovisat", BENCHES, HELD, TODAY, ("Avgjort, uppdrag återstår", False, False)),
    ("beslutat, uppdraget redovisat", BENCHES, _with(REPORTED, REPORTED + "        redovisat_i: 2026-02-12/4\n"), TODAY,
     ("Avgjort", False, False)),
    ("före justeringen", BENCHES, HELD, dt.date(2026, 2, 11), ("Öppet", True, False)),
    ("återremiss", DOGS, HELD, TODAY, ("Öppet", True, False)),
    ("medborgarförslag, årets sista dag fredag 12 februari 2027", DOGS, HELD, dt.date(2027, 2, 12), ("Öppet", True, False)),
    ("medborgarförslag, dagen efter året", DOGS, HELD, dt.date(2027, 2, 13), ("Öppet, försenat", True, True)),
    ("medborgarförslag som avslås", DOGS, _with(REFERRED, "utfall: enligt förslag\n"), TODAY, ("Avgjort", False, False)),
    ("medborgarförslag som skickas vidare", DOGS,
     _with(REFERRED, "utfall: ändrat\n    beslut:\n      - Parkchefen utreder frågan.\n"), TODAY, ("Öppet", True, False)),
    ("bordlagt", DOGS,
     _with(REFERRED, "utfall: bordlagt\n    beslut:\n      - Ärendet bordläggs.\n"), TODAY, ("Öppet", True, False)),
    ("utgick", DOGS, _with(REFERRED, "utfall: utgår\n"), TODAY, ("Utgick", False, False)),
    ("noterat", DOGS, _with(REFERRED, "utfall: noteras\n"), TODAY, ("Noterat", False, False)),
    ("noterat, inte justerat än", DOGS, _with(REFERRED, "utfall: noteras\n"), dt.date(2026, 2, 25), ("Öppet", True, False)),
    ("noterat, med ett uppdrag", DOGS,
     _with(REFERRED, "utfall: noteras\n    uppdrag:\n      - vad: Mät.\n        till: Parkchefen\n"), TODAY,
     ("Noterat", False, False)),
    ("det andra uppdraget återstår", BENCHES,
     _with(REPORTED, REPORTED + "        redovisat_i: 2026-02-12/4\n      - vad: Mät.\n        till: Parkchefen\n"), TODAY,
     ("Avgjort, uppdrag återstår", False, False)),
    ("medborgarförslag som bifalls i den andra satsen", DOGS,
     _with(REFERRED, "utfall: ändrat\n    beslut:\n      - Gården byggs.\n      - Medborgarförslaget bifalls.\n"), TODAY,
     ("Avgjort", False, False)),
    ("visas inte", DOGS, _with(REFERRED, "utfall: visas inte\n"), TODAY, (None, False, False)),
    ("samlingsnummer", DOGS,
     {**HELD, DOGS_ITEM: HELD[DOGS_ITEM].replace("slag: med", "samlingsnummer: ja\nslag: med")}, TODAY, (None, False, False)),
    ("organ som inte följs längre", DOGS, HISTORICAL, TODAY, (None, False, False)),
    ("bara delegationsbeslut", "arenden/parknamnden-pn-2026-7/", HELD, TODAY, (None, False, False)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "files", "today", "state"), [case[1:] for case in STATES], ids=[case[0] for case in STATES]
)
def test_a_case_is_open_until_it_is_settled(
    tmp_path: Path, address: str, files: dict[str, str], today: dt.date, state: tuple[str | None, bool, bool]
) -> None:
    assert _state(tmp_path, address, files, today) == state


@pytest.mark.parametrize(
    ("publication", "related"),
    [("", True), ("publiceras: maskat\nskäl: sekretess\n", False), ("publiceras: nej\nskäl: sekretess\n", False)],
    ids=["visas", "maskat", "publiceras inte"],
)
def test_an_item_that_is_withheld_relates_its_case_to_no_other(tmp_path: Path, publication: str, related: bool) -> None:
    """The checks refuse words in such an item; the facts do not count on it."""
    item = HELD[DOGS_ITEM].replace("slag: medborgarförslag\n", f"slag: medborgarförslag\n{publication}")
    files = {**HELD, DOGS_ITEM: f"{item}\nJämför med PN/2026:3, som gäller bänkar.\n"}
    found = Day(record(tmp_path, files), TODAY).related
    pairs = {address: [case.address for case in cases] for address, cases in found.items()}
    assert pairs == ({DOGS: [BENCHES], BENCHES: [DOGS]} if related else {})


MEETING, DOGS_AGAIN = "parknamnden/2026-04-16", "parknamnden/2026-04-16/01-hundrastgard-igen.md"
SETTLED = {
    f"{MEETING}/kallelse.md": "---\ndatum: 2026-04-16\nläge: genomfört\n---\n",
    DOGS_AGAIN: "---\nrubrik: Hundrastgård, slutligt\ndiarienummer: PN/2026:4\nfortsätter: 2026-02-12/hundrastgard\n"
    "förslag_till_beslut: [Medborgarförslaget avslås.]\n---\n",
    f"{MEETING}/protokoll.md": "---\nnärvarande:\n  ordförande: Alma Ek\n  ledamöter:\n    - namn: Alma Ek\nparagrafer:\n"
    "  - nummer: 6\n    ärende: hundrastgard-igen\n    utfall: enligt förslag\njusteringar:\n  - paragrafer: 6\n"
    "    justerare: [Bo Al]\n    justerat: 2026-04-20\n---\n",
}


@pytest.mark.parametrize(
    ("first", "settled"),
    [(REFERRED, dt.date(2026, 4, 16)), ("utfall: enligt förslag\n", dt.date(2026, 2, 12))],
    ids=["återremiss först", "redan avgjort"],
)
def test_the_year_ends_the_first_time_the_case_is_settled(tmp_path: Path, first: str, settled: dt.date) -> None:
    facts = Day(record(tmp_path, {**_with(REFERRED, first), **SETTLED}), dt.date(2027, 3, 1))
    found = facts.status(next(case for case in facts.cases.all if case.address == DOGS))
    assert found.year
    assert (found.year.raised, found.year.ends, found.year.settled) == (
        dt.date(2026, 2, 12),
        dt.date(2027, 2, 12),
        settled,
    )
    assert (found.is_open, found.is_late) == (False, False)


def test_a_case_that_was_settled_in_its_year_and_is_taken_up_again_is_not_late(tmp_path: Path) -> None:
    again = {
        "parknamnden/2027-04-15/kallelse.md": "---\ndatum: 2027-04-15\nläge: kallat\n---\n",
        "parknamnden/2027-04-15/01-hundrastgard.md": "---\nrubrik: Hundrastgård\ndiarienummer: PN/2026:4\n---\n",
    }
    files = {**_with(REFERRED, "utfall: enligt förslag\n"), **again}
    assert _state(tmp_path, DOGS, files, dt.date(2027, 3, 1)) == ("Öppet", True, False)


def test_the_second_time_a_proposal_is_up_any_decision_settles_it(tmp_path: Path) -> None:
    item = SETTLED[DOGS_AGAIN].replace("Medborgarförslaget avslås.", "Nämnden gör inget mer.")
    files = {**HELD, **SETTLED, DOGS_AGAIN: item.replace("diarienummer", "slag: medborgarförslag\ndiarienummer")}
    facts = Day(record(tmp_path, files), dt.date(2026, 5, 4))
    found = facts.status(next(case for case in facts.cases.all if case.address == DOGS))
    assert found.year
    assert (found.year.raised, found.year.settled) == (dt.date(2026, 2, 12), dt.date(2026, 4, 16))


def test_what_is_not_approved_settles_nothing(tmp_path: Path) -> None:
    facts = Day(record(tmp_path, _with(REFERRED, "utfall: enligt förslag\n")), dt.date(2026, 2, 25))
    year = facts.status(next(case for case in facts.cases.all if case.address == DOGS)).year
    assert year
    assert year.settled is None
    later = Day(record(tmp_path, {**_with(REFERRED, REFERRED), **SETTLED}), dt.date(2026, 4, 19))
    year = later.status(next(case for case in later.cases.all if case.address == DOGS)).year
    assert year
    assert year.settled is None


PROPOSAL = "---\nrubrik: Motion om bad\ndiarienummer: PN/2026:20\nslag: motion\n{more}---\n"
PLAIN = "---\nrubrik: Bad\ndiarienummer: PN/2026:20\n---\n"


@pytest.mark.parametrize(
    ("more", "raised"), [("", True), ("publiceras: maskat\nskäl: sekretess\n", False)], ids=["visas", "maskat"]
)
def test_the_year_counts_from_the_first_proposal_that_is_shown(tmp_path: Path, more: str, raised: bool) -> None:
    motion = "parknamnden/2026-02-12/05-motion.md"
    files = {**HELD, "parknamnden/2026-02-12/04-bad.md": PLAIN, motion: PROPOSAL.format(more=more)}
    facts = Day(record(tmp_path, files), TODAY)
    year = facts.status(next(case for case in facts.cases.all if case.number == "PN/2026:20")).year
    assert (year.raised if year else None) == (dt.date(2026, 2, 12) if raised else None)


AHEAD = {"parknamnden/2026-04-16/kallelse.md": "---\ndatum: 2026-04-16\nläge: kallat\n---\n"}


@pytest.mark.parametrize(
    ("today", "word"),
    [(dt.date(2026, 4, 15), "Öppet"), (dt.date(2026, 4, 16), "Öppet"), (dt.date(2026, 4, 17), None)],
    ids=["onsdag före", "torsdag på dagen", "fredag efter"],
)
def test_a_case_is_open_through_the_day_of_what_is_ahead(tmp_path: Path, today: dt.date, word: str | None) -> None:
    """The last item is masked, so once it has been up nothing is known of what became of it."""
    masked = "---\ndiarienummer: PN/2026:3\npubliceras: maskat\nskäl: sekretess\n---\n"
    files = {**HELD, **AHEAD, "parknamnden/2026-04-16/01-maskat-arende.md": masked}
    assert _state(tmp_path, BENCHES, files, today) == (word, word is not None, False)


def test_nothing_is_known_where_a_body_publishes_no_minutes(tmp_path: Path) -> None:
    item = "---\nrubrik: Bad\ndiarienummer: PN/2026:20\n---\n"
    call = "---\ndatum: 2026-02-26\nläge: genomfört\n---\n"
    files = {**HELD, "parknamnden/2026-02-26/kallelse.md": call, "parknamnden/2026-02-26/01-bad.md": item}
    files["parknamnden/2026-01-15/kallelse.md"] = call.replace("2026-02-26", "2026-01-15")
    address = "arenden/parknamnden-pn-2026-20/"
    assert _state(tmp_path / "with", address, files) == ("Öppet", True, False)
    del files["parknamnden/2026-02-12/protokoll.md"]
    assert _state(tmp_path / "without", address, files) == (None, False, False)


def test_a_proposal_without_a_day_has_no_year(tmp_path: Path) -> None:
    matter = "---\nrubrik: Motion om bad\ndiarienummer: PN/2026:20\nslag: motion\n---\n"
    facts = Day(record(tmp_path, {**HELD, "parknamnden/arenden/motion-om-bad.md": matter}), TODAY)
    assert facts.status(next(case for case in facts.cases.all if case.number == "PN/2026:20")).year is None


@pytest.mark.parametrize(
    ("followed", "word"),
    [([], None), (["fullmaktige"], "Öppet"), (["parknamnden"], "Öppet")],
    ids=["inget", "det ena", "det andra"],
)
def test_a_case_is_followed_while_one_of_its_bodies_is(tmp_path: Path, followed: list[str], word: str | None) -> None:
    files = {**HELD, "fullmaktige/2026-04-27/kallelse.md": "---\ndatum: 2026-04-27\nläge: kallat\n---\n"}
    files["fullmaktige/2026-04-27/01-hundrastgard.md"] = "---\nrubrik: Hundrastgård\ndiarienummer: PN/2026:4\n---\n"
    for body in {"fullmaktige", "parknamnden"} - {*followed}:
        files[f"{body}/organ.md"] = HELD[f"{body}/organ.md"].replace("slag:", "historiskt: ja\nslag:")
    assert _state(tmp_path, DOGS, files) == (word, word is not None, False)


def test_a_collective_number_is_related_to_nothing(tmp_path: Path) -> None:
    benches = "parknamnden/2026-02-12/01-nya-bankar.md"
    files = {
        **HELD,
        benches: HELD[benches].replace("diarienummer: PN/2026:3\n", "diarienummer: PN/2026:3\nsamlingsnummer: ja\n"),
        DOGS_ITEM: HELD[DOGS_ITEM] + "\nJämför med PN/2026:3.\n",
    }
    assert Day(record(tmp_path, files), TODAY).related == {}


RELATED = [
    ("en rad i förslaget", "förslag_till_beslut:\n  - Medborgarförslaget avslås.\n  - PN/2026:3 avslutas.\n", "", True),
    ("samlingsnummer", "samlingsnummer: ja\n", "Jämför med PN/2026:3.", False),
    ("ett nummer som inget ärende har", "", "Jämför med PN/2026:33.", False),
    ("sitt eget nummer", "", "Det här är PN/2026:4.", False),
]


@pytest.mark.parametrize(
    ("header", "text", "related"), [case[1:] for case in RELATED], ids=[case[0] for case in RELATED]
)
def test_what_relates_a_case_to_another(tmp_path: Path, header: str, text: str, related: bool) -> None:
    item = HELD[DOGS_ITEM]
    if "förslag_till_beslut" in header:
        item = item.replace("förslag_till_beslut:\n  - Medborgarförslaget avslås.\n", "")
    item = item.replace("slag: medborgarförslag\n", f"slag: medborgarförslag\n{header}")
    other_body = "---\nnamn: Andra\nkommun: Ekstads kommun\nslag: nämnd\ndiarieserie: [AND/ÅÅÅÅ:N]\n---\n"
    files = {**HELD, DOGS_ITEM: f"{item}\n{text}\n", "andra/organ.md": other_body}
    files["andra/arenden/annat.md"] = "---\nrubrik: Annat\ndiarienummer: AND/2026:1\n---\n"
    found = Day(record(tmp_path, files), TODAY).related
    assert {address: [case.address for case in cases] for address, cases in found.items()} == (
        {DOGS: [BENCHES], BENCHES: [DOGS]} if related else {}
    )
