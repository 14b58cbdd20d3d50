"""How far a case has come: open until it is settled, late when its year has passed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.pages.wording import state
from tests.pages.held import HELD, MINUTES
from tests.pages.records import TODAY, record

BENCHES, DOGS = "arenden/parknamnden-pn-2026-3/", "arenden/parknamnden-pn-2026-4/"


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


DOGS_ITEM = "parknamnden/2026-02-12/03-hundrastgard.md"


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
