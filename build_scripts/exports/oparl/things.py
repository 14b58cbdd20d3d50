"""A thing of OParl: what is said of it, where it stands alone and inside another; and lists of things, page by page."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from build_scripts.exports.exported_file import canonical
from macros import addresses
from macros.facts.day import Day
from macros.facts.news import last_told
from macros.record.archive import Body
from macros.record.moments import STOCKHOLM

SCHEMA = "https://schema.oparl.org/1.1/"
ON_A_PAGE = 100
"""How many things a page of a list holds."""

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Thing:
    """A thing at an address below `oparl/v1.1/`: what is said of it, and what it belongs to.

    Inside that it stands without `belongs`, alone with it. Of one that was withdrawn only that is told, never inside another.
    """

    name: str
    said: dict[str, Any]
    belongs: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its whole address."""
        return str(self.said["id"])

    @property
    def is_deleted(self) -> bool:
        """Whether it was withdrawn."""
        return "deleted" in self.said

    def text(self) -> str:
        """The thing alone."""
        return written({**self.said, **self.belongs})


def written(value: dict[str, Any]) -> str:
    """An object as the text of a file."""
    return _WRITER.encode(value) + "\n"


def inside(things: Sequence[Thing]) -> list[dict[str, Any]]:
    """Things as they stand in another."""
    return [one.said for one in things if not one.is_deleted]


@dataclass(frozen=True)
class Maker:
    """Makes things of a record on a day, for a site with an address."""

    facts: Day
    site_url: str
    _urls: dict[str, str] = field(default_factory=dict)

    def url(self, address: str) -> str:
        """The whole address of a page or file, each worked out once: a thing is named wherever something leads to it."""
        if address not in self._urls:
            self._urls[address] = canonical(address, self.site_url)
        return self._urls[address]

    def id(self, kind: str, address: str) -> str:
        """What a thing is called for ever: the address that it stands at alone."""
        return self.url(addresses.oparl(kind, address))

    def thing(
        self,
        kind: str,
        address: str,
        said: dict[str, Any],
        belongs: dict[str, Any] | None = None,
        *,
        of: Sequence[str] = (),
    ) -> Thing:
        """The thing, without what is not known.

        `of` are the pages whose days are its own: first the one that it was released with; without them, its address is.
        """
        return Thing(
            addresses.oparl(kind, address),
            {**self._begun(kind, address, of or (address,)), **known(said)},
            known(belongs or {}),
        )

    def deleted(self, kind: str, address: str, withdrawn: dt.date) -> Thing:
        """What is left of a thing that was withdrawn."""
        begun, last = self._begun(kind, address, (address,)), _moment(withdrawn)
        gone = {"created": min(begun["created"], last), "modified": last, "deleted": True}
        return Thing(addresses.oparl(kind, address), {**begun, **gone})

    def _begun(self, kind: str, address: str, of: Sequence[str]) -> dict[str, Any]:
        """What every thing says."""
        created = self._released(of[0])
        days = (day for one in of for day in (self._released(one), self._told.get(one)))
        return {
            "id": self.id(kind, address),
            "type": f"{SCHEMA}{kind}",
            "created": _moment(created),
            "modified": _moment(max(filter(None, days))),
        }

    def _released(self, address: str) -> dt.date:
        """The day of a page's release; what was never released is released today."""
        row = self.facts.archive.released.addresses.first.get(address)
        return self.facts.today if row is None else min(row.day, self.facts.today)

    @cached_property
    def _told(self) -> dict[str, dt.date]:
        return last_told(self.facts)

    @cached_property
    def municipalities(self) -> dict[str, list[Body]]:
        """Municipality → its bodies."""
        found: dict[str, list[Body]] = {}
        for body in self.facts.archive.bodies:
            found.setdefault(body.header.municipality, []).append(body)
        return found

    def body(self, municipality: str) -> str:
        """The id of a municipality, which is what OParl calls a body."""
        return self.id("Body", addresses.slug(municipality))

    def pages(self, name: str, things: Sequence[Thing]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The pages of a list by address. New things come last, and no page tells which is the last, so that old pages stay.

        A full page gets a `next` when the one after it begins; of the addresses, OParl 1.1 ("Paginierung") asks for no other.
        """
        last = max(1, -(-len(things) // ON_A_PAGE))
        for page in range(1, last + 1):
            links = {"first": 1, "prev": page - 1, "self": page, "next": page + 1}
            there = {which: self.url(list_page(name, n)) for which, n in links.items() if 1 <= n <= last}
            data = [one.said for one in things[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]]
            pagination = {"elementsPerPage": ON_A_PAGE, "currentPage": page}
            yield list_page(name, page), {"data": data, "pagination": pagination, "links": there}


def list_page(name: str, page: int) -> str:
    """The address of a page of a list."""
    return addresses.oparl("list", f"{name}/{page}")


def at(moment: dt.datetime) -> str:
    """A time as OParl writes it."""
    return moment.isoformat(timespec="seconds")


@cache
def _moment(day: dt.date) -> str:
    """The beginning of a day: no hour of it is known."""
    return at(dt.datetime.combine(day, dt.time(), STOCKHOLM))


def known(said: dict[str, Any]) -> dict[str, Any]:
    """What is known of what is said, days as they are written."""
    return {
        key: value.isoformat() if type(value) is dt.date else value
        for key, value in said.items()
        if value is not None and value != "" and value != [] and value != {}
    }
