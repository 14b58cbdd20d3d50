"""What is not shown tells nothing: of every model field that it has, only the few that are named may stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import Field

from macros.checks import paragraphs, publication, withdrawal
from macros.checks.given import Given
from macros.facts.day import Day
from macros.finding import Finding
from macros.record.archive import Archive
from macros.record.delegation import DelegationListHeader, ListedDecision
from macros.record.item import Attachment, ItemHeader
from macros.record.minutes import MinutesHeader, Paragraph
from macros.record.schema import Model
from tests.pages.held import HELD
from tests.pages.records import record

HELD_BACK = {"publiceras", "skäl", "lagrum", "tillbakadragen", "tillkom", "tillkom_datum"}
MAY_STAND: dict[type[Model], set[str]] = {
    ItemHeader: HELD_BACK | {"diarienummer", "samlingsnummer", "slag", "handlingens_datum", "bilagor", "utgår"},
    Attachment: HELD_BACK | {"fil", "slag", "datum"},
    Paragraph: {"nummer", "ärende", "punkt", "rubrik", "utfall", "överklagande", "publiceras", "skäl", "lagrum"},
    DelegationListHeader: {"enhet", "månad", "inkommen", "beslut", "skäl", "lagrum", "tillbakadragen"},
    ListedDecision: {"datum", "beslut", "diarienummer", "sida", "bilagor"},
}
"""By their Swedish keys, written once more by hand: a key that somebody lets stand is let stand here too, knowingly."""

DAY = "parknamnden/2026-02-12"
WITHHELD = {
    **HELD,
    f"{DAY}/04-maskat-arende.md": "---\npubliceras: maskat\nskäl: sekretess\nbilagor:\n  - publiceras: maskat\n"
    "    skäl: sekretess\n---\n",
    f"{DAY}/delegationsbeslut/2026-01-parkenheten.md": "---\nenhet: Parkenheten\nmånad: 2026-01\nskäl: sekretess\n"
    "tillbakadragen: 2026-02-20\nbeslut:\n  - datum: 2026-01-10\n    beslut: Beslutet visas inte\n"
    "    diarienummer: PN/2026:3\n---\n",
}


def _fields() -> Iterator[tuple[type[Model], str]]:
    return ((model, name) for model in MAY_STAND for name in model.model_fields)


class _NewItem(ItemHeader):
    new: str | None = Field(None, alias="ny_nyckel")


class _NewAttachment(Attachment):
    new: str | None = Field(None, alias="ny_nyckel")


class _NewParagraph(Paragraph):
    new: str | None = Field(None, alias="ny_nyckel")


class _ItemWithNew(ItemHeader):
    attachments: tuple[_NewAttachment, ...] = Field((), alias="bilagor")


class _MinutesWithNew(MinutesHeader):
    paragraphs: tuple[_NewParagraph, ...] = Field(alias="paragrafer")


class _NewList(DelegationListHeader):
    new: str | None = Field(None, alias="ny_nyckel")


class _NewRow(ListedDecision):
    new: str | None = Field(None, alias="ny_nyckel")


class _ListWithNew(DelegationListHeader):
    decisions: tuple[_NewRow, ...] = Field((), alias="beslut")


def _saying(model: Model, field: str) -> Any:
    """The same with words in a field, whatever its type, as if a new form of value had been let in."""
    return model.model_copy(update={field: "Rektorn sägs upp"})


def _as(kind: type[Model], model: Model) -> Any:
    return kind.model_construct(_fields_set=set(model.model_fields_set), **dict(model))


def _with(archive: Archive, kind: type[Model], field: str) -> Archive:
    """The record with words in one field of its withheld item, attachment, paragraph, list or row."""
    body = next(body for body in archive.bodies if body.id == "parknamnden")
    meeting = next(meeting for meeting in body.meetings if meeting.minutes)
    item = next(item for item in meeting.items if item.slug == "maskat-arende")
    found, minutes = meeting.lists[0], meeting.minutes
    assert minutes is not None
    header = item.header
    if issubclass(kind, ItemHeader):
        header = _saying(_as(kind, header), field)
    elif issubclass(kind, Attachment):
        item_of = _ItemWithNew if kind is _NewAttachment else ItemHeader
        attachment = _saying(_as(kind, header.attachments[0]), field)
        header = _as(item_of, header).model_copy(update={"attachments": (attachment,)})
    listed = found.header
    if issubclass(kind, DelegationListHeader):
        listed = _saying(_as(kind, listed), field)
    elif issubclass(kind, ListedDecision):
        list_of = _ListWithNew if kind is _NewRow else DelegationListHeader
        row = _saying(_as(kind, listed.decisions[0]), field)
        listed = _as(list_of, listed).model_copy(update={"decisions": (row,)})
    written = minutes.header
    if issubclass(kind, Paragraph):
        paragraphs = [
            _saying(_as(kind, one), field) if one.outcome == "visas inte" else one for one in written.paragraphs
        ]
        minutes_of = _MinutesWithNew if kind is _NewParagraph else MinutesHeader
        written = _as(minutes_of, written).model_copy(update={"paragraphs": tuple(paragraphs)})
    changed = replace(
        meeting,
        items=tuple(
            replace(one, document=replace(one.document, header=header)) if one is item else one for one in meeting.items
        ),
        lists=(replace(found, document=replace(found.document, header=listed)),),
        minutes=replace(minutes, header=written),
    )
    return Archive(
        tuple(
            replace(one, meetings=tuple(changed if m is meeting else m for m in one.meetings)) if one is body else one
            for one in archive.bodies
        )
    )


RULES = (
    publication.masked_tells_nothing,
    publication.masked_attachments_tell_nothing,
    withdrawal.withdrawn_list_tells_nothing,
    paragraphs.withheld_paragraph_tells_nothing,
)


def _refused(archive: Archive) -> list[Finding]:
    given = Given(Day(archive, dt.date(2026, 3, 12)))
    return [found for rule in RULES for found in rule(given)]


@pytest.mark.parametrize(("model", "field"), list(_fields()), ids=lambda value: getattr(value, "__name__", value))
def test_a_field_of_what_is_withheld_is_refused_unless_it_may_stand(
    tmp_path: Path, model: type[Model], field: str
) -> None:
    archive = record(tmp_path, WITHHELD)
    assert _refused(archive) == []
    key = model.model_fields[field].alias or field
    if key in MAY_STAND[model]:
        return
    found = _refused(_with(archive, model, field))
    assert any(key in one.message or "säger vad som beslutades" in one.message for one in found), found


@pytest.mark.parametrize(
    "kind", [_NewItem, _NewAttachment, _NewParagraph, _NewList, _NewRow], ids=lambda kind: kind.__name__
)
def test_a_key_that_is_new_is_refused(tmp_path: Path, kind: type[Model]) -> None:
    assert _refused(_with(record(tmp_path, WITHHELD), kind, "new")) != []


@pytest.mark.parametrize(
    ("outcome", "publication", "withheld"),
    [
        ("visas inte", "publiceras: maskat\nskäl: sekretess\n", True),
        ("visas inte", "rubrik: Nya bänkar\n", True),
        ("noteras", "publiceras: maskat\nskäl: sekretess\n", True),
        ("noteras", "publiceras: nej\nskäl: sekretess\n", True),
        ("noteras", "rubrik: Nya bänkar\ntillbakadragen: 2026-02-20\n", True),
        ("noteras", "rubrik: Nya bänkar\n", False),
    ],
)
def test_a_paragraph_is_withheld_when_it_or_its_item_is(
    tmp_path: Path, outcome: str, publication: str, withheld: bool
) -> None:
    files = {
        "parknamnden/organ.md": HELD["parknamnden/organ.md"],
        f"{DAY}/kallelse.md": "---\ndatum: 2026-02-12\nläge: genomfört\n---\n",
        f"{DAY}/01-maskat-arende.md": f"---\n{publication}---\n",
        f"{DAY}/protokoll.md": "---\nnärvarande:\n  ordförande: Alma Ek\n  ledamöter:\n    - namn: Alma Ek\nparagrafer:\n"
        f"  - nummer: 1\n    ärende: maskat-arende\n    utfall: {outcome}\njusteringar:\n  - paragrafer: 1\n"
        "    justerare: [Bo Al]\n    justerat: 2026-02-13\n---\n",
    }
    archive = record(tmp_path, files)
    decided = next(iter(Day(archive, archive.meetings[0].date.replace(month=3)).minutes)).decided[0]
    assert (decided.is_withheld, decided.is_shown) == (withheld, not withheld)
