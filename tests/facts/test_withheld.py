"""What is not shown tells nothing: of every model field that it has, only the few that are named may stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import Field, create_model

from macros.checks import paragraphs, publication, struck, withdrawal
from macros.checks.given import Given
from macros.facts.day import Day
from macros.finding import Finding, Place
from macros.record.archive import Archive
from macros.record.item import Explained, Withdrawable, Withholding
from macros.record.schema import Document, Model
from macros.record.source import Source
from tests.pages.held import HELD
from tests.pages.records import record

HELD_BACK = {"publiceras", "skäl", "lagrum", "tillbakadragen", "tillkom", "tillkom_datum"}
_FILE = HELD_BACK | {"fil", "slag", "datum"}
_ROW = {"datum", "beslut", "diarienummer", "sida", "bilagor"}
MAY_STAND: dict[str, set[str]] = {
    "item": HELD_BACK | {"diarienummer", "samlingsnummer", "slag", "handlingens_datum", "bilagor", "utgår"},
    "struck": {"datum", "till"},
    "attachment": _FILE,
    "attachment of call": _FILE,
    "attachment of minutes": _FILE,
    "attachment of decision": _FILE,
    "paper": {"skäl", "lagrum", "tillbakadragen", "tillkom", "tillkom_datum", "slag", "datum"},
    "paragraph": {"nummer", "ärende", "punkt", "rubrik", "utfall", "överklagande", "publiceras", "skäl", "lagrum"},
    "list": {"enhet", "månad", "inkommen", "beslut", "skäl", "lagrum", "tillbakadragen"},
    "row of list": _ROW,
    "decision": _ROW | {"skäl", "lagrum", "tillbakadragen"},
}
"""By their Swedish keys, written once more by hand: a key that somebody lets stand is let stand here too, knowingly."""

DAY = "parknamnden/2026-02-12"
_MASKED_FILE = "bilagor:\n  - publiceras: maskat\n    skäl: sekretess\n"
_ROW_TEXT = "beslut:\n  - datum: 2026-01-10\n    beslut: Beslutet visas inte\n"
WITHHELD = {
    **HELD,
    f"{DAY}/kallelse.md": HELD[f"{DAY}/kallelse.md"].removesuffix("---\n") + _MASKED_FILE + "---\n",
    f"{DAY}/protokoll.md": HELD[f"{DAY}/protokoll.md"].replace("justeringar:\n", f"{_MASKED_FILE}justeringar:\n"),
    f"{DAY}/04-maskat-arende.md": "---\npubliceras: maskat\nskäl: sekretess\nutgår:\n  datum: 2026-02-10\n"
    f"{_MASKED_FILE}---\n",
    f"{DAY}/handlingar/nya-bankar/skrivelse.md": "---\nskäl: sekretess\ntillbakadragen: 2026-02-20\n---\n",
    f"{DAY}/delegationsbeslut/2026-01-parkenheten.md": "---\nenhet: Parkenheten\nmånad: 2026-01\nskäl: sekretess\n"
    f"tillbakadragen: 2026-02-20\n{_ROW_TEXT}    diarienummer: PN/2026:3\n---\n",
    f"{DAY}/delegationsbeslut/2026-01-skogsenheten.md": f"---\nenhet: Skogsenheten\nmånad: 2026-01\n{_ROW_TEXT}"
    "    sida: beslutet\n    skäl: sekretess\n    tillbakadragen: 2026-02-20\n    bilagor:\n"
    "      - publiceras: maskat\n        skäl: sekretess\n---\n",
}


def _withheld(archive: Archive) -> dict[str, Model]:
    """Everything that may be withheld, by what it is: one of each, as it stands in the record."""
    meeting = next(one for one in archive.meetings if one.minutes)
    items = {item.slug: item for item in meeting.items}
    item, minutes = items["maskat-arende"].header, meeting.minutes
    withdrawn, open_list = (one.header for one in meeting.lists if one.header.month.month == 1)
    assert item.struck is not None
    assert minutes is not None
    return {
        "item": item,
        "struck": item.struck,
        "attachment": item.attachments[0],
        "attachment of call": meeting.header.attachments[0],
        "attachment of minutes": minutes.header.attachments[0],
        "attachment of decision": open_list.decisions[0].attachments[0],
        "paper": items["nya-bankar"].papers[0].header,
        "paragraph": next(one for one in minutes.header.paragraphs if one.outcome == "visas inte"),
        "list": withdrawn,
        "row of list": withdrawn.decisions[0],
        "decision": open_list.decisions[0],
    }


def _exchanged(value: Any, old: Model, new: Model) -> Any:
    """The value with one model of it exchanged, however deep it lies."""
    if value is old:
        return new
    if isinstance(value, tuple):
        return tuple(_exchanged(one, old, new) for one in value)
    if isinstance(value, Model):
        parts = ((name, getattr(value, name)) for name in type(value).model_fields)
        return value.model_copy(update={name: _exchanged(one, old, new) for name, one in parts})
    if is_dataclass(value) and not isinstance(value, type | Source):
        parts = ((one.name, getattr(value, one.name)) for one in fields(value) if one.init)
        return replace(value, **{name: _exchanged(one, old, new) for name, one in parts})
    return value


def _saying(archive: Archive, what: str, model: type[Any], field: str) -> Archive:
    """The record with words in a field of what is withheld, whatever its type, as if a new form of value had been let in."""
    old = _withheld(archive)[what]
    new = model.model_construct(_fields_set=set(old.model_fields_set), **dict(old))
    return cast("Archive", _exchanged(archive, old, new.model_copy(update={field: "Rektorn sägs upp"})))


RULES = (
    publication.masked_tells_nothing,
    publication.masked_attachments_tell_nothing,
    publication.withdrawn_paper_tells_nothing,
    withdrawal.withdrawn_list_tells_nothing,
    withdrawal.withdrawn_decision_tells_nothing,
    paragraphs.withheld_paragraph_tells_nothing,
    struck.struck_tells_nothing_of_the_hidden,
)


def _refused(archive: Archive) -> list[Finding]:
    given = Given(Day(archive, dt.date(2026, 3, 12)))
    return [found for rule in RULES for found in rule(given)]


def test_each_kind_of_what_may_be_withheld_is_tried(tmp_path: Path) -> None:
    def kinds(model: type[Model]) -> set[type[Model]]:
        return {model} | {kind for below in model.__subclasses__() for kind in kinds(below)}

    tried = {type(one) for one in _withheld(record(tmp_path, WITHHELD)).values()}
    bases = {Explained, Withdrawable, Withholding}
    assert {kind for kind in kinds(Explained) if kind.__module__.startswith("macros.")} - bases <= tried


@pytest.mark.parametrize("what", MAY_STAND)
def test_a_field_of_what_is_withheld_is_refused_unless_it_may_stand(tmp_path: Path, what: str) -> None:
    archive = record(tmp_path, WITHHELD)
    assert _refused(archive) == []
    kind = type(_withheld(archive)[what])
    keys = {name: field.alias or name for name, field in kind.model_fields.items()}
    assert MAY_STAND[what] <= set(keys.values())
    for name, key in keys.items():
        if key not in MAY_STAND[what]:
            found = _refused(_saying(archive, what, kind, name))
            assert any(key in one.message or "säger vad som beslutades" in one.message for one in found), (key, found)


@pytest.mark.parametrize("what", MAY_STAND)
def test_a_key_that_is_new_is_refused(tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("place", "key_place"):  # no model leads to the key, which every place is held against
        monkeypatch.setattr(Document, place, lambda document, *keys: Place(document.path))
    archive = record(tmp_path, WITHHELD)
    kind = create_model(
        "New", __base__=type(_withheld(archive)[what]), new=(str | None, Field(None, alias="ny_nyckel"))
    )
    assert _refused(_saying(archive, what, kind, "new")) != []


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
