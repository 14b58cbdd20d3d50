"""Ways into a header are held against the model in every test; here it is held that they are."""

from __future__ import annotations

import pytest

from macros.record.item import ItemHeader
from macros.record.members import MembersHeader
from macros.record.parsing import parse
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Header, Keys
from tests.key_paths import unknown_keys


@pytest.mark.parametrize(
    ("model", "keys", "unknown"),
    [
        (ItemHeader, (), ()),
        (ItemHeader, ("rubrik",), ()),
        (ItemHeader, ("rubirk",), ("rubirk",)),
        (ItemHeader, ("title",), ("title",)),
        (ItemHeader, ("bilagor", 7, "fil"), ()),
        (ItemHeader, ("bilagor", 7, "file"), ("bilagor", 7, "file")),
        (ItemHeader, ("bilagor", "fil"), ("bilagor", "fil")),
        (ItemHeader, ("rubrik", 0), ("rubrik", 0)),
        (ItemHeader, ("förklaringar", "vilken-regel-som-helst"), ()),
        (MembersHeader, ("inkallelseordning", "S", 0), ()),
        (MembersHeader, ("inkallelseordning", "S", "parti"), ("inkallelseordning", "S", "parti")),
        (ScheduleHeader, ("sammanträden", 0, "avvikelser", "steg-a", "datum"), ()),
        (ScheduleHeader, ("sammanträden", 0, "avvikelser", 0), ("sammanträden", 0, "avvikelser", 0)),
        (ScheduleHeader, ("föreslagen_i", "ärende"), ()),
        (ScheduleHeader, ("föreslagen_i", "arende"), ("föreslagen_i", "arende")),
    ],
)
def test_a_way_is_known_as_far_as_the_model_goes(model: type[Header], keys: Keys, unknown: Keys) -> None:
    assert unknown_keys(model, keys) == unknown


def test_a_misspelt_way_fails_whatever_test_takes_it() -> None:
    document, _ = parse(ItemHeader, "x.md", b"---\nrubrik: A\n---\n")
    assert document is not None
    assert document.place("rubrik").line == 2
    for ask in (document.place, document.key_place):
        with pytest.raises(AssertionError, match="rubirk"):
            ask("rubirk")
    for tell in (document.error, document.warning):
        with pytest.raises(AssertionError, match="fill"):
            tell("regel", ("bilagor", 0, "fill"), "", "")
