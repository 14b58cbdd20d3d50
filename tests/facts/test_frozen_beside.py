"""What stands still beside the words of the minutes: every field of what was decided on, and only what is told is free."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from macros.facts.day import Day
from macros.facts.frozen import Frozen
from macros.facts.frozen_beside import LATER_IN_TEXTS, frozen_beside
from macros.record.archive import Archive, DelegationList, Meeting
from macros.record.corrections import ChangeKind, MinutesChange
from macros.record.delegation import DelegationListHeader
from macros.record.item import Attachment, ItemKind
from macros.record.minutes import MinutesHeader
from macros.record.paper import Paper, PaperHeader
from macros.record.schema import Document
from tests.checks.case import TODAY
from tests.facts.test_frozen import ARCHIVE, HEADER, ITEM, MEETING, filled, variants

KEY = f"testnamnden/{MEETING}"
(BODY,) = ARCHIVE.bodies
HELD = BODY.meeting_by_id[MEETING]
LIST = BODY.lists[0]
PAPER = PaperHeader(titel="Förslag", datum="2026-01-28")


def archive(
    paper: Any = PAPER,
    listed: Any = LIST.header,
    minutes: MinutesHeader = HEADER,
    item: Any = ITEM.header,
) -> Archive:
    """The sound record where the second item reports a list and has a document with a text of its own."""
    document: Any = ITEM.document
    found: Document[PaperHeader] = replace(document, header=paper)
    decided = replace(
        ITEM,
        document=replace(ITEM.document, header=item.model_copy(update={"kind": ItemKind.DELEGATION})),
        papers=(Paper(found, ITEM.address, "forslag"),),
    )
    assert HELD.minutes is not None
    meeting: Meeting = replace(
        HELD,
        items=tuple(decided if one.slug == ITEM.slug else one for one in HELD.items),
        lists=(DelegationList(replace(LIST.document, header=listed), BODY.id, MEETING, LIST.slug),),
        minutes=replace(HELD.minutes, header=minutes),
    )
    meetings = tuple(meeting if one.id == MEETING else one for one in BODY.meetings)
    return replace(ARCHIVE, bodies=(replace(BODY, meetings=meetings),))


def with_changed(name: str, changed: Any) -> Archive:
    return archive(paper=changed) if name == "paper" else archive(listed=changed)


def held(of: Archive) -> dict[str, Frozen]:
    return {one.key: one for one in frozen_beside(Day(of, TODAY))}


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
@pytest.mark.parametrize("name", ["paper", "listed"])
def test_every_field_of_what_was_decided_on_stands_still(name: str) -> None:
    whole: Any = {"paper": filled(PAPER), "listed": filled(LIST.header)}[name]
    before = held(with_changed(name, whole))[f"{KEY}/6/handlingar"].digest
    silent = {
        path
        for path, changed in variants(whole)
        if held(with_changed(name, changed))[f"{KEY}/6/handlingar"].digest == before
    }
    assert {path for path in silent if path[0] not in LATER_IN_TEXTS} == set()


def test_a_document_that_came_later_is_no_part_of_what_was_decided_on() -> None:
    later = PAPER.model_copy(update={"arrival_date": dt.date(2026, 2, 13)})
    without = held(archive(later.model_copy(update={"title": "Brev"})))[f"{KEY}/6/handlingar"]
    assert without.digest == held(archive(later))[f"{KEY}/6/handlingar"].digest
    assert without.digest != held(archive())[f"{KEY}/6/handlingar"].digest


def _told(paragraphs: str | None) -> MinutesHeader:
    told = {"datum": "2026-02-20", "ändring": "rättad återgivning", "skäl": "Så står det."}
    change = MinutesChange(**told, **({"paragrafer": paragraphs} if paragraphs else {}))
    assert change.kind is ChangeKind.TOLD_RIGHTLY
    return HEADER.model_copy(update={"changes": (change,)})


@pytest.mark.parametrize(
    ("paragraphs", "freed"), [(None, {"text", "partier", "organ", "anslag-4"}), ("6", {"6/beslut", "6/handlingar"})]
)
def test_a_change_frees_what_it_tells_of_and_no_more(paragraphs: str | None, freed: set[str]) -> None:
    now = held(archive(minutes=_told(paragraphs)))
    found = {key.removeprefix(f"{KEY}/") for key, one in now.items() if key.startswith(KEY) and one.edition == 2}
    assert found == freed


def test_a_withdrawn_attachment_frees_no_decision() -> None:
    gone = Attachment(fil="karta.pdf", publiceras="nej", skäl="sekretess", tillbakadragen="2026-02-20")
    now = held(archive(item=ITEM.header.model_copy(update={"attachments": (gone,)})))
    assert {one.edition for key, one in now.items() if key.startswith(f"{KEY}/6/")} == {1}


def test_a_withdrawn_row_of_a_reported_list_is_told() -> None:
    rows = tuple(one.model_copy(update={"withdrawn": dt.date(2026, 2, 20)}) for one in LIST.header.decisions[:1])
    now = held(archive(listed=LIST.header.model_copy(update={"decisions": (*rows, *LIST.header.decisions[1:])})))
    assert now[f"{KEY}/6/handlingar"].edition == 2
    assert now[f"{KEY}/6/handlingar"].change == "tillbakadragen 2026-02-20"
    assert now[f"{KEY}/6/beslut"].edition == 1


def test_nothing_is_free_by_a_slip_of_a_name() -> None:
    assert set(PaperHeader.model_fields) & set(DelegationListHeader.model_fields) >= LATER_IN_TEXTS
