"""Votes as Popolo vote events, read as whoever counts votes reads them."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from build_scripts.exports import popolo
from build_scripts.exports.oparl.files import files as oparl_files
from macros import addresses
from macros.facts.day import Day
from macros.record.archive import Archive
from macros.record.reading import read
from tests.exports.oparl_client import classes, judge_plain
from tests.pages.held import HELD, MINUTES
from tests.pages.records import record
from tests.site.projects import ROOT

SITE = "https://arkiv.example.se/kommun/"
TODAY = dt.date(2026, 3, 20)

CLASSES = dict(classes("popolo"))
"""The published schemas, https://www.popoloproject.com/schemas/; of a group the schema says only that it is an object."""


def events(archive: Archive, today: dt.date = TODAY) -> list[dict[str, Any]]:
    made = popolo.files(Day(archive.without_drafts, today), SITE)
    told: list[dict[str, Any]] = json.loads(made[addresses.VOTES].content())["vote_events"]
    return told


def judge(kind: str, one: dict[str, Any]) -> None:
    """That an object is as its schema says; what is our own has a prefix."""
    required, properties = CLASSES[kind]
    assert one.keys() >= set(required)
    for name, value in one.items():
        if not name.startswith("namnd:"):
            shape = properties[name]
            assert isinstance(value, list) is shape.startswith("[")
            for inner in value if isinstance(value, list) else [value]:
                judge_value(shape.strip("[]"), inner)


def judge_value(shape: str, value: Any) -> None:
    """That a value is as its schema says. Times are told as far as they are known, as the standard lets them be."""
    if shape in CLASSES:
        judge(shape, value)
    else:
        judge_plain("date" if shape == "date-time" and len(value) == len("ÅÅÅÅ-MM-DD") else shape, value)


def totals(event: dict[str, Any]) -> dict[str, int]:
    return {one["option"]: one["value"] for one in event["counts"] if "group" not in one}


def test_every_vote_of_the_shipped_record_adds_up_and_names_who_is_elected() -> None:
    archive, today = read(ROOT)[0].without_drafts, dt.date(2026, 11, 29)
    told = events(archive, today)
    people = {f"{SITE}{name}" for name in oparl_files(Day(archive, today), SITE) if "/person/" in name}
    assert len({one["id"] for one in told}) == len(told) > 3
    assert any(event.get("votes") for event in told)
    for event in told:
        judge("VoteEvent", event)
        told_by_name = Counter(vote["option"] for vote in event.get("votes", ()))
        by_group = [one for one in event["counts"] if "group" in one]
        assert bool(told_by_name) is bool(by_group)
        for option, value in totals(event).items() if told_by_name else ():
            assert told_by_name[option] == value
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
