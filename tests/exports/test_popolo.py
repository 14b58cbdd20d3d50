"""Votes as Popolo vote events, read as whoever counts votes reads them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.exports import popolo
from build_scripts.exports.oparl.files import files as oparl_files
from macros import addresses
from macros.facts.day import Day
from macros.record.archive import Archive
from macros.record.reading import read
from tests.pages.held import HELD, MINUTES
from tests.pages.records import record
from tests.site.projects import ROOT

SITE = "https://arkiv.example.se/kommun/"
TODAY = dt.date(2026, 3, 20)

SHAPES: dict[str, dict[str, type | str]] = {
    "vote_event": {
        "id": str,
        "identifier": str,
        "organization_id": str,
        "organization": dict,
        "motion": dict,
        "classification": str,
        "start_date": str,
        "result": str,
        "counts": "count",
        "votes": "vote",
        "sources": list,
    },
    "count": {"option": str, "value": int, "group": dict},
    "vote": {"voter_id": str, "voter": dict, "option": str, "party": dict, "role": str},
}
"""Of the published schemas: the properties that are used, and what the value of each is."""


def events(archive: Archive, today: dt.date = TODAY) -> list[dict[str, Any]]:
    made = popolo.files(Day(archive.without_drafts, today), SITE)
    told: list[dict[str, Any]] = json.loads(made[addresses.VOTES].content())["vote_events"]
    return told


def judge(shape: str, one: dict[str, Any]) -> None:
    """That an object is as its schema says; what is our own has a prefix."""
    for name, value in one.items():
        if not name.startswith("namnd:"):
            kind = SHAPES[shape][name]
            if isinstance(kind, str):
                for inner in value:
                    judge(kind, inner)
            else:
                assert isinstance(value, kind)


def totals(event: dict[str, Any]) -> dict[str, int]:
    return {one["option"]: one["value"] for one in event["counts"] if "group" not in one}


def test_every_vote_of_the_shipped_record_adds_up_and_names_who_is_elected() -> None:
    archive, today = read(ROOT)[0].without_drafts, dt.date(2026, 11, 29)
    told = events(archive, today)
    people = {f"{SITE}{name}" for name in oparl_files(Day(archive, today), SITE) if "/person/" in name}
    assert len({one["id"] for one in told}) == len(told) > 3
    for event in told:
        judge("vote_event", event)
        counted = [vote["option"] for vote in event.get("votes", ())]
        by_group = [one for one in event["counts"] if "group" in one]
        for option, value in totals(event).items():
            if option in counted:
                assert counted.count(option) == value
            if by_group:
                assert sum(one["value"] for one in by_group if one["option"] == option) == value
        assert {vote["voter_id"] for vote in event.get("votes", ()) if "voter_id" in vote} <= people


def test_a_vote_tells_what_was_voted_on_and_who_decided_it(tmp_path: Path) -> None:
    first, secret = events(record(tmp_path, HELD))
    assert first["id"] == "tag:arkiv.example.se,2026:/kommun/parknamnden/2026-02-12/protokoll/2/votering-1"
    assert (first["motion"], first["result"]) == ({"text": "Åtta bänkar."}, "pass")
    assert totals(first) == {"yes": 2, "no": 2, "abstain": 0}
    assert first["votes"][0] == {
        "option": "yes",
        "voter": {"name": "Alma Ek"},
        "voter_id": f"{SITE}oparl/v1.1/person/parknamnden/ledamoter/alma-ek.json",
        "party": {"name": "S"},
        "role": "utslagsröst",
    }
    assert [("role" in vote) for vote in first["votes"]] == [True, False, False, False]
    assert (totals(secret), secret["result"]) == ({"Bo Al": 2, "Cia Rönn": 2, "blank": 1}, "Bo Al")
    assert "votes" not in secret


def test_the_side_that_lost_is_told_and_a_name_that_nobody_has_is_nobodys(tmp_path: Path) -> None:
    lost = MINUTES.replace("        utfall: ja\n        utslagsröst: Alma Ek\n", "        utfall: nej\n")
    lost = lost.replace("nej: [Bo Al, Dan Lind]", "nej: [Bo Al, Okänd Person]")
    event, _ = events(record(tmp_path, {**HELD, "parknamnden/2026-02-12/protokoll.md": lost}))
    assert event["result"] == "fail"
    assert event["votes"][3] == {"option": "no", "voter": {"name": "Okänd Person"}}


@pytest.mark.parametrize(("today", "count"), [("2026-02-11", 0), ("2026-02-12", 1), ("2026-02-26", 2)])
def test_what_is_not_approved_is_not_told(tmp_path: Path, today: str, count: int) -> None:
    assert len(events(record(tmp_path, HELD), dt.date.fromisoformat(today))) == count
