"""OParl: a client that knows the published schema finds everything from the system on, and what it finds is right."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_scripts.exports.exported_file import canonical
from build_scripts.exports.oparl import things
from build_scripts.exports.oparl.files import SYSTEM, files
from macros import addresses
from macros.dates.terms import assembly_term
from macros.facts.addresses import of_pages
from macros.facts.day import Day
from macros.facts.news import last_told
from macros.record.archive import Archive
from macros.record.ledgers import ReleasedRow, ReleasedRows
from macros.record.reading import read
from macros.record.reuse import Reuse
from tests.dates.examples import day
from tests.exports.oparl_client import CLASSES, SCHEMA, OparlClient
from tests.pages.held import HELD
from tests.pages.records import SMALL, record
from tests.site.projects import ROOT

SITE = "https://arkiv.example.se/kommun/"
TODAY = dt.date(2026, 3, 20)


def followed(archive: Archive, today: dt.date = TODAY) -> OparlClient:
    """What a client finds of a record."""
    made = files(Day(archive.without_drafts, today), SITE)
    client = OparlClient({canonical(name, SITE): one.content().decode() for name, one in made.items()})
    client.follow(f"{SITE}{SYSTEM}")
    return client


def one(client: OparlClient, kind: str, address: str) -> dict[str, Any]:
    """The thing that a page or file shows."""
    return client.things[canonical(addresses.oparl(kind, address), SITE)]


@pytest.fixture(scope="module")
def shipped() -> OparlClient:
    return followed(read(ROOT)[0], dt.date(2026, 11, 29))


def test_everything_is_found_from_the_system_and_is_as_the_schema_says(shipped: OparlClient) -> None:
    assert shipped.asked == set(shipped.web)
    kinds = {thing["type"].removeprefix(SCHEMA) for thing in shipped.things.values()}
    assert kinds == set(CLASSES)


def test_what_stands_inside_another_is_what_stands_at_its_id(shipped: OparlClient) -> None:
    assert {inner["type"].removeprefix(SCHEMA) for inner in shipped.embedded} == set(CLASSES) - {"System"}
    for inner in shipped.embedded:
        alone = shipped.things[inner["id"]]
        assert inner.items() <= alone.items()
        assert {key for key in alone if key not in inner} <= {
            *("meeting", "agendaItem", "paper", "person", "body", "bodies", "meetings")
        }


def test_every_attachment_that_readers_may_open_is_told_and_no_other(shipped: OparlClient) -> None:
    open_files = {f"{SITE}{address}" for address in Day(read(ROOT)[0].without_drafts, dt.date(2026, 11, 29)).open_files}
    told = {
        thing["accessUrl"]
        for thing in shipped.things.values()
        if thing["type"] == f"{SCHEMA}File" and "/bilagor/" in thing["accessUrl"]
    }
    assert told == open_files


@pytest.fixture
def held(tmp_path: Path) -> OparlClient:
    return followed(record(tmp_path, HELD))


def test_a_meeting_tells_its_agenda_in_order_with_the_paragraphs_that_were_no_items(held: OparlClient) -> None:
    meeting = one(held, "Meeting", "parknamnden/2026-02-12/")
    assert meeting["start"] == "2026-02-12T18:00:00+01:00"
    assert meeting["location"]["description"] == "Rådhuset"
    assert [item["name"] for item in meeting["agendaItem"]] == [
        "Val av justerare",
        "Nya bänkar",
        "Ärendet visas inte",
        "Medborgarförslag om hundrastgård",
        "Val av vice ordförande",
    ]
    assert [notice["paragraph"] for notice in meeting["namnd:notice"]] == [[2], [1, 3, 4, 5]]
    assert len(meeting["participant"]) == 5


def test_an_item_tells_what_was_decided_and_until_when_it_can_be_appealed(held: OparlClient) -> None:
    item = one(held, "AgendaItem", "parknamnden/2026-02-12/nya-bankar/")
    assert item["result"] == "Ändrat jämfört med förslaget"
    assert item["resolutionText"] == "Nämnden köper åtta bänkar.\nBänkarna står klara i maj."
    assert item["namnd:paragraph"] == [
        {
            "number": 2,
            "approved": "2026-02-12",
            "appeal": {"way": "laglighetsprövning", "lastDay": "2026-03-06", "earliestLagaKraft": "2026-03-07"},
            "vote": f"{SITE}data/votes.json",
            "web": f"{SITE}parknamnden/2026-02-12/protokoll/2/",
        }
    ]
    secret = one(held, "AgendaItem", "parknamnden/2026-02-12/hemligt/")
    assert (secret["namnd:withheld"], "result" in secret) == ("sekretess", False)


def test_a_case_is_a_paper_that_is_treated_at_meetings(tmp_path: Path) -> None:
    client = followed(record(tmp_path, SMALL))
    paper = one(client, "Paper", "arenden/parknamnden-pn-2026-7/")
    assert (paper["name"], paper["reference"]) == ("Plan för träd", "PN/2026:7")
    assert [treated["meeting"] for treated in paper["consultation"]] == [
        f"{SITE}oparl/v1.1/meeting/parknamnden/2026-03-12.json"
    ]
    assert paper["namnd:route"] == [
        {"organization": f"{SITE}oparl/v1.1/organization/fullmaktige.json", "date": "2026-04-27"}
    ]
    assert [file["fileName"] for file in paper["auxiliaryFile"]] == ["tradplan.pdf"]
    rows = one(client, "Paper", "parknamnden/delegationsbeslut/2026-02-akerenheten/")["namnd:delegatedDecision"]
    assert [row["decision"] for row in rows] == ["Fällning av en alm", "Inköp av spadar"]


def test_who_is_elected_has_a_mandate_each_and_a_substitute_no_vote(held: OparlClient) -> None:
    person = one(held, "Person", "parknamnden/ledamoter/cia-ronn/")
    assert [(m["role"], m["votingRight"], m.get("endDate"), m["namnd:party"]) for m in person["membership"]] == [
        ("ersättare", False, "2025-12-31", "S"),
        ("ledamot", True, None, "S"),
    ]


WITHDRAWN = "---\npubliceras: maskat\nskäl: personuppgifter\ntillbakadragen: 2026-03-01\n{}---\n"


def test_of_what_was_withdrawn_only_that_is_left(tmp_path: Path) -> None:
    item = "parknamnden/2026-02-12/nya-bankar/"
    ledger = (
        "adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n"
        f"{item}\t1\t2026-02-05\t\t\t\n"
        "parknamnden/2026-02-12/\t1\t2026-02-05\t\t\t\n"
    )
    gone = WITHDRAWN.format("diarienummer: PN/2026:3\n")
    files = {**HELD, "utgivet/adresser.tsv": ledger, "parknamnden/2026-02-12/01-nya-bankar.md": gone}
    client = followed(record(tmp_path, files))
    for kind, address in (("AgendaItem", item), ("Consultation", item), ("Paper", "arenden/parknamnden-pn-2026-3/")):
        left = one(client, kind, address)
        assert (left["deleted"], left["modified"]) == (True, "2026-03-01T00:00:00+01:00")
    meeting = one(client, "Meeting", "parknamnden/2026-02-12/")
    assert "Nya bänkar" not in json.dumps(meeting, ensure_ascii=False)
    assert meeting["created"] == "2026-02-05T00:00:00+01:00"
    assert meeting["modified"] >= "2026-03-01"


def test_a_withdrawn_file_leaves_its_id_where_it_was_released_and_nothing_where_its_name_is_hidden(
    tmp_path: Path,
) -> None:
    address = "parknamnden/2026-03-12/bilagor/tradplan.pdf"
    gone = "fil: tradplan.pdf\n    publiceras: maskat\n    skäl: personuppgifter\n    tillbakadragen: 2026-03-01\n"
    item = SMALL["parknamnden/2026-03-12/01-plan-for-trad.md"].replace("fil: tradplan.pdf\n", gone)
    for name, rows, left in (("a", f"{address}\t1\t2026-02-05\t1:{'0' * 64}\t\t\n", True), ("b", "", False)):
        ledger = f"adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n{rows}"
        files = {**SMALL, "utgivet/adresser.tsv": ledger, "parknamnden/2026-03-12/01-plan-for-trad.md": item}
        client = followed(record(tmp_path / name, files))
        assert any("tradplan" in id for id in client.things) is left
        if left:
            assert one(client, "File", address)["modified"] == "2026-03-01T00:00:00+01:00"


def test_a_thing_was_modified_when_the_sitemap_says_that_its_page_was(tmp_path: Path) -> None:
    archive = record(tmp_path, HELD)
    item = next(one for one in archive.items if one.address == "parknamnden/2026-02-12/nya-bankar/")
    row = ReleasedRow(item.address, 1, dt.date(2026, 2, 5))
    released = replace(archive.released, addresses=ReleasedRows((row,)))
    changed = replace(archive, released=released, changed_on={item.document.path: (dt.date(2026, 3, 2),)})
    day = last_told(Day(changed, TODAY))[item.address]
    assert day == dt.date(2026, 3, 2)
    assert one(followed(changed), "Consultation", item.address)["modified"] == "2026-03-02T00:00:00+01:00"


def test_lists_have_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(things, "ON_A_PAGE", 2)
    client = followed(record(tmp_path, HELD))
    assert client.asked == set(client.web)
    people = [name for name in client.web if "/list/ekstads-kommun/person/" in name]
    assert len(people) == 3


def test_old_pages_of_a_list_stay_when_something_is_released_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(things, "ON_A_PAGE", 2)
    released = of_pages(Day(record(tmp_path / "a", HELD), TODAY))
    ledger = "adress\tutgåva\tutgiven\tavtryck\tfil\tändring\n" + "".join(
        f"{address}\t1\t2026-02-05\t\t\t\n" for address in sorted(released)
    )
    # The new meeting was held before the others, and its address stands before theirs.
    call = HELD["parknamnden/2026-02-12/kallelse.md"].replace("2026-02-12", "2026-01-15")
    item = HELD["parknamnden/2026-02-12/03-hundrastgard.md"].replace("PN/2026:4", "PN/2026:1")
    new = {"parknamnden/2026-01-15/kallelse.md": call, "parknamnden/2026-01-15/01-hundrastgard.md": item}
    before, after = (
        {
            name: json.loads(one.content())
            for name, one in files(Day(record(tmp_path / name, given), TODAY), SITE).items()
            if "/list/ekstads-kommun/" in name
        }
        for name, given in (
            ("b", {**HELD, "utgivet/adresser.tsv": ledger}),
            ("c", {**HELD, **new, "utgivet/adresser.tsv": ledger}),
        )
    )
    grown = {"meeting", "paper"}
    assert {name.split("/")[-2] for name in after if after[name] != before.get(name)} == grown
    for kind in grown:
        pages = [name for name in before if f"/{kind}/" in name]
        assert [after[name] for name in pages[:-1]] == [before[name] for name in pages[:-1]]
        last, same = before[pages[-1]], after[pages[-1]]
        assert same["data"][: len(last["data"])] == last["data"]


def test_a_new_agenda_makes_only_its_own_files(tmp_path: Path) -> None:
    call = HELD["parknamnden/2026-02-12/kallelse.md"].replace("2026-02-12", "2026-04-16").replace("genomfört", "kallat")
    item = HELD["parknamnden/2026-02-12/03-hundrastgard.md"]
    new = {"parknamnden/2026-04-16/kallelse.md": call, "parknamnden/2026-04-16/01-hundrastgard.md": item}
    before, after = (
        {name: one.content() for name, one in files(Day(record(tmp_path / name, given), TODAY), SITE).items()}
        for name, given in (("a", HELD), ("b", {**HELD, **new}))
    )
    assert before.keys() <= after.keys()
    assert {name.removeprefix("oparl/v1.1/") for name in after if before.get(name) != after[name]} == {
        "meeting/parknamnden/2026-04-16.json",
        "agendaitem/parknamnden/2026-04-16/hundrastgard.json",
        "consultation/parknamnden/2026-04-16/hundrastgard.json",
        "file/parknamnden/2026-04-16.json",
        # The case that comes back, the place that is used again, and the last pages of two lists.
        "paper/arenden/parknamnden-pn-2026-4.json",
        "location/ekstads-kommun/radhuset.json",
        "list/ekstads-kommun/meeting/1.json",
        "list/ekstads-kommun/paper/1.json",
    }


def test_the_licence_is_that_of_the_settings_and_never_of_a_file(tmp_path: Path) -> None:
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    client = followed(replace(record(tmp_path, SMALL), reuse=Reuse(licence)))
    licensed = [thing["type"].removeprefix(SCHEMA) for thing in client.things.values() if "license" in thing]
    assert sorted(licensed) == ["Body", "System"]
    assert all("fileLicense" not in thing for thing in client.things.values())


def test_a_record_without_bodies_is_an_empty_system() -> None:
    client = followed(Archive())
    assert len(client.things) == 1


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("Sunday 2018-10-14", "Wednesday 2014-10-15", "Sunday 2018-10-14"),
        ("Monday 2018-10-15", "Monday 2018-10-15", "Friday 2022-10-14"),
        ("Friday 2021-01-01", "Monday 2018-10-15", "Friday 2022-10-14"),
        ("Thursday 2026-10-15", "Thursday 2026-10-15", "Monday 2030-10-14"),
    ],
)
def test_a_term_of_fullmaktige_is_four_years_from_the_15th_of_october(date: str, first: str, last: str) -> None:
    assert assembly_term(day(date)) == (day(first), day(last))
