"""What is approved stands still: every field of minutes, items and attachments, as the models have them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from macros.facts.day import Day
from macros.facts.frozen import LATER_IN_MINUTES, LATER_IN_PARAGRAPHS, frozen
from macros.facts.frozen_parts import LATER_IN_ITEMS
from macros.record.archive import Archive
from macros.record.item import Attachment, ItemHeader
from macros.record.minutes import MinutesHeader
from macros.record.numbers import Paragraphs, PartsOfMeeting
from macros.record.reading import read
from macros.record.values import Hours
from macros.record.votes import Side
from tests.checks.case import SOUND, TODAY

Path = tuple[str | int, ...]

ARCHIVE = read(SOUND)[0]
MEETING = "2026-02-05"
FREE = {
    *((name,) for name in LATER_IN_MINUTES),
    *(("paragraphs", name) for name in LATER_IN_PARAGRAPHS),
    ("paragraphs", "assignments", "reported_in"),
    ("approvals", "postings"),
    *(("item", name) for name in LATER_IN_ITEMS),
}
"""What may come later; the notices of an approval are held by their own ledger."""


def digests(archive: Archive) -> dict[str, str]:
    """What stands still, by key."""
    return {one.key: one.digest for one in frozen(Day(archive, TODAY))}


def with_minutes(header: MinutesHeader) -> Archive:
    """The sound record with other minutes of the meeting."""
    return _with(lambda meeting: replace(meeting, minutes=replace(meeting.minutes, header=header)))


def with_item(header: ItemHeader, slug: str) -> Archive:
    """The sound record with another header of an item of the meeting."""

    def changed(meeting: Any) -> Any:
        items = tuple(
            replace(one, document=replace(one.document, header=header)) if one.slug == slug else one
            for one in meeting.items
        )
        return replace(meeting, items=items)

    return _with(changed)


def _with(change: Any) -> Archive:
    (body,) = ARCHIVE.bodies
    meetings = tuple(change(one) if one.id == MEETING else one for one in body.meetings)
    return replace(ARCHIVE, bodies=(replace(body, meetings=meetings),))


SAMPLES: dict[str, Any] = {
    "PartsOfMeeting": PartsOfMeeting(((4, 6),), frozenset((6,))),
    "Paragraphs": Paragraphs(((4, 6),)),
    "Hours": Hours(dt.time(18), dt.time(20)),
    "datetime.time": dt.time(18),
    "datetime.date": dt.date(2026, 2, 11),
    "int": 5,
    "Side": Side.NO,
}
"""Kind of field, as Python names it → a value for a key that is not written; any other is a text."""


def another(value: Any, annotation: str) -> Any:
    """Some other value of the same kind; a key that is not written gets one of the kind that its field has."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value} x"
    if isinstance(value, int):
        return value + 1
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, tuple | dict) and value:
        return type(value)()
    if isinstance(value, Paragraphs):
        return Paragraphs(((4, 7),))
    if isinstance(value, Hours):
        return Hours(dt.time(17))
    sample = next((sample for name, sample in SAMPLES.items() if name in annotation), "x")
    return (sample,) if isinstance(value, tuple) else sample


def holds_models(annotation: Any) -> bool:
    """Whether the field holds a part with fields of its own, or several: those are changed where one is written."""
    inner = get_args(annotation)
    return (
        any(map(holds_models, inner)) if inner else isinstance(annotation, type) and issubclass(annotation, BaseModel)
    )


def fields_of(annotation: Any, path: Path = ()) -> Iterator[Path]:
    """The way to every field of a model and of what it holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, info in annotation.model_fields.items():
            if not holds_models(info.annotation):
                yield (*path, name)
            yield from fields_of(info.annotation, (*path, name))
    for inner in get_args(annotation):
        yield from fields_of(inner, path)


def models_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_of(inner)


def example(model: type[BaseModel]) -> BaseModel:
    """A part with every key that must be there."""
    needed = {name: info for name, info in model.model_fields.items() if info.is_required()}
    values = {
        name: another(() if "tuple" in repr(info.annotation) else None, repr(info.annotation))
        for name, info in needed.items()
    }
    return model.model_construct(**values)


def filled(part: Any) -> Any:
    """The part with one row in every list of parts, so that each field of the models stands somewhere."""
    more: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        for model in models_of(info.annotation):
            if value == ():
                more[name] = (example(model),)
            elif isinstance(value, tuple):
                more[name] = tuple(map(filled, value))
            elif isinstance(value, BaseModel):
                more[name] = filled(value)
    return part.model_copy(update=more)


def variants(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """The model with one field at a time changed, within it and within what it holds; the path has names of fields only."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if not (isinstance(value, BaseModel) or (value in (None, ()) and holds_models(info.annotation))):
            yield (*path, name), part.model_copy(update={name: another(value, repr(info.annotation))})
        if isinstance(value, BaseModel):
            yield from ((at, part.model_copy(update={name: inner})) for at, inner in variants(value, (*path, name)))
        if isinstance(value, tuple):
            for n, row in enumerate(value):
                if isinstance(row, BaseModel):
                    for at, inner in variants(row, (*path, name)):
                        yield at, part.model_copy(update={name: (*value[:n], inner, *value[n + 1 :])})


def is_free(path: Path) -> bool:
    return any(path[: len(free)] == free for free in FREE)


_MINUTES = ARCHIVE.bodies[0].meeting_by_id[MEETING].minutes
assert _MINUTES is not None
HEADER = _MINUTES.header
ITEM = ARCHIVE.bodies[0].meeting_by_id[MEETING].items[1]
WITH_PAPERS = ITEM.header.model_copy(update={"attachments": (Attachment(titel="Karta", fil="karta.pdf"),)})


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_every_field_of_approved_minutes_stands_still() -> None:
    whole = filled(HEADER)
    before = digests(with_minutes(whole))
    silent = {
        path
        for path, changed in variants(whole)
        if isinstance(changed, MinutesHeader) and digests(with_minutes(changed)) == before
    }
    assert {path for path in silent if not is_free(path)} == set()
    tried = {path for path, _ in variants(whole)}
    assert {path for path in fields_of(MinutesHeader) if path not in tried and not is_free(path)} == set()
    # What may come later must be what the models have, or a slip in a name here would free nothing and hold nothing.
    named = {path[:depth] for path in fields_of(MinutesHeader) for depth in range(1, len(path) + 1)}
    assert {free for free in FREE if free[0] != "item"} <= named


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_every_field_of_a_decided_item_and_its_papers_stands_still() -> None:
    before = digests(with_item(WITH_PAPERS, ITEM.slug))
    silent = {
        ("item", *path)
        for path, changed in variants(WITH_PAPERS)
        if isinstance(changed, ItemHeader) and digests(with_item(changed, ITEM.slug)) == before
    }
    assert {path for path in silent if not is_free(path)} == set()
    assert set(ItemHeader.model_fields) >= LATER_IN_ITEMS


def test_a_paragraph_of_two_items_rests_on_both_and_on_which_they_are() -> None:
    rows = tuple(
        one.model_copy(update={"items": (*one.items, "skolgarden-igen")}) if one.number == 6 else one
        for one in HEADER.paragraphs
    )
    both = HEADER.model_copy(update={"paragraphs": rows})
    before, key = digests(with_minutes(both)), f"testnamnden/{MEETING}/6"
    other = ARCHIVE.bodies[0].meeting_by_id[MEETING].items[0]
    changed = other.header.model_copy(update={"proposals": ("Något annat.",)})
    body = with_item(changed, other.slug).bodies[0]
    meeting = body.meeting_by_id[MEETING]
    assert meeting.minutes is not None
    after = replace(meeting, minutes=replace(meeting.minutes, header=both))
    meetings = tuple(after if one.id == MEETING else one for one in body.meetings)
    assert digests(replace(ARCHIVE, bodies=(replace(body, meetings=meetings),)))[key] != before[key]
    assert digests(ARCHIVE)[key] != before[key]


@pytest.mark.parametrize(("came", "is_still"), [("2026-02-12", False), ("2026-02-13", True)])
def test_an_attachment_that_came_after_the_approval_is_no_part_of_the_minutes(came: str, is_still: bool) -> None:
    later = Attachment(titel="Röstlängd", tillkom_datum=came)
    now = digests(with_minutes(HEADER.model_copy(update={"attachments": (later,)})))
    assert (now == digests(ARCHIVE)) is is_still


def test_what_nobody_has_approved_is_free() -> None:
    (approval,) = HEADER.approvals
    only = approval.model_copy(update={"approved": None})
    assert [
        one for one in digests(with_minutes(HEADER.model_copy(update={"approvals": (only,)}))) if MEETING in one
    ] == []


def _partly(header: MinutesHeader) -> MinutesHeader:
    """The minutes with §§ 4-6 approved and the others not: nothing holds them as a whole."""
    (approval,) = header.approvals
    first = approval.model_copy(update={"paragraphs": Paragraphs(((4, 6),))})
    rest = approval.model_copy(update={"paragraphs": Paragraphs(((7, 8),)), "approved": None, "postings": ()})
    return header.model_copy(update={"approvals": (first, rest)})


def _changed(before: MinutesHeader, after: MinutesHeader) -> set[str]:
    """The numbers of the meeting's approved paragraphs that say something else."""
    old, new = digests(with_minutes(_partly(before))), digests(with_minutes(_partly(after)))
    assert f"testnamnden/{MEETING}" not in old
    return {key.rpartition("/")[2] for key in old if old[key] != new[key]}


def test_partly_approved_minutes_hold_who_was_there_for_what_is_approved_and_no_more() -> None:
    there = HEADER.attendance
    gone = there.model_copy(update={"members": tuple(one for one in there.members if one.name != "Bo Berg")})
    assert _changed(HEADER, HEADER.model_copy(update={"attendance": gone})) == {"4", "5", "6"}
    left = tuple(one.model_copy(update={"left": 6}) if one.name == "Bo Berg" else one for one in there.members)
    later = there.model_copy(update={"members": left})
    assert _changed(HEADER, HEADER.model_copy(update={"attendance": later})) == set()
    earlier = there.model_copy(
        update={
            "members": tuple(
                one.model_copy(update={"left": 5}) if one.name == "Bo Berg" else one for one in there.members
            )
        }
    )
    assert _changed(HEADER, HEADER.model_copy(update={"attendance": earlier})) == {"6"}


def test_what_is_not_approved_yet_is_free_beside_what_is() -> None:
    *first, last = HEADER.paragraphs
    freely = last.model_copy(update={"title": "Val av ersättare"})
    assert _changed(HEADER, HEADER.model_copy(update={"paragraphs": (*first, freely)})) == set()
