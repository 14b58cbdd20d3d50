"""A client of OParl that knows the published schema and nothing of ours: follows every id and judges what it gets."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCHEMA = "https://schema.oparl.org/1.1/"
_OWN = "namnd:"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


def classes(standard: str) -> Iterator[tuple[str, tuple[list[str], dict[str, str]]]]:
    """A published schema: each class with its required properties, and below it each property with what its value is."""
    for part in re.split(r"\n(?=\S)", (Path(__file__).parent / f"{standard}.txt").read_text("utf-8").strip()):
        head, *lines = part.split("\n")
        name, _, required = head.partition(":")
        yield name, (required.split(), dict(line.strip().split(": ", 1) for line in lines))


CLASSES = dict(classes("oparl-1.1"))


@dataclass
class OparlClient:
    """Reads a site's files by whole address; `things` are the objects that it found, by id, as each stands alone."""

    web: Mapping[str, str]
    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    embedded: list[dict[str, Any]] = field(default_factory=list)

    def get(self, address: str) -> dict[str, Any]:
        """The object at an address, which must be there."""
        self.asked.add(address)
        found = json.loads(self.web[address])
        assert isinstance(found, dict)
        return found

    def follow(self, system: str) -> None:
        """Everything that can be reached."""
        waiting = [("System", system)]
        while waiting:
            kind, id = waiting.pop()
            if id not in self.things:
                one = self.things[id] = self.get(id)
                assert one["id"] == id
                if kind:
                    assert one["type"] == f"{SCHEMA}{kind}"
                waiting += self._judged(one)

    def _judged(self, one: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Judges an object and what stands inside it, and gives the ids that it leads to, with the class each must be of."""
        kind = one["type"].removeprefix(SCHEMA)
        required, properties = CLASSES[kind]
        if one.get("deleted"):
            assert set(one) == {"id", "type", "created", "modified", "deleted"}
            required = ["id", "type"]
        # The text of the standard requires the two times of everything, which its schema does not.
        assert {*required, "created", "modified"} <= one.keys(), one
        assert one["created"] <= one["modified"]
        for name, value in one.items():
            assert value is not None
            if name == f"{_OWN}deleted":
                yield from self._listed("", value)
            elif name.startswith(_OWN):
                yield from (("", id) for id in _urls(value) if id in self.web)
            else:
                assert name in properties, f"{kind}.{name}"
                assert value != [] or name in required
                yield from self._value(properties[name], value)

    def _value(self, shape: str, value: Any) -> Iterator[tuple[str, str]]:
        if shape.startswith("["):
            assert isinstance(value, list)
            for one in value:
                yield from self._value(shape[1:-1], one)
        elif shape.startswith("-> "):
            yield shape.removeprefix("-> "), value
        elif shape.startswith("list of "):
            yield from self._listed(shape.removeprefix("list of "), value)
        elif shape in CLASSES:
            assert value["type"] == f"{SCHEMA}{shape}"
            assert not value.get("deleted")
            self.embedded.append(value)
            yield shape, value["id"]
            yield from self._judged(value)
        else:
            judge_plain(shape, value)

    def _listed(self, kind: str, first: str) -> Iterator[tuple[str, str]]:
        """Every object of a list, page after page."""
        address: str | None = first
        before, number = None, 0
        while address:
            page = self.get(address)
            number += 1
            links = page["links"]
            assert (links["self"], links["first"], links.get("prev")) == (address, first, before)
            assert page["pagination"]["currentPage"] == number
            assert len(page["data"]) <= page["pagination"]["elementsPerPage"]
            for one in page["data"]:
                assert bool(one.get("deleted")) is (kind == "")
                self.embedded.append(one)
                yield kind, one["id"]
                yield from self._judged(one)
            before, address = address, links.get("next")


def judge_plain(shape: str, value: Any) -> None:
    """That a value that is no object is what the schema says."""
    if shape == "boolean":
        assert isinstance(value, bool)
    elif shape == "integer":
        assert isinstance(value, int)
        assert not isinstance(value, bool)
    else:
        assert isinstance(value, str)
        assert value != ""
        if shape == "url":
            assert re.fullmatch(r"https?://[!-~]+", value), value
        elif shape == "date":
            assert dt.date.fromisoformat(value).isoformat() == value
        elif shape == "date-time":
            assert _MOMENT.fullmatch(value), value


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _urls(one)
    elif isinstance(value, list):
        for one in value:
            yield from _urls(one)
